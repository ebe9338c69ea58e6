"""Colours, and characters of doubtful width."""
