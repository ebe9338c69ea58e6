"""Undo and redo: steps, their labels, and what they tell of deleted tags."""
