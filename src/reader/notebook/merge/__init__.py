"""Making one notebook of two."""
