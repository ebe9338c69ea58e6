"""The columns: articles as lines, painted."""
