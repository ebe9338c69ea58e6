"""Dialogs at the bottom of the screen, for readers who type ahead."""
