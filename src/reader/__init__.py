"""Several accounts of one story, side by side: what they share, what was changed, what only one says."""
