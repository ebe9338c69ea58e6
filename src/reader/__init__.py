"""Several accounts of one story, side by side: what they share, what was changed, what only one says."""

__version__ = "0.1.0"
