"""One article as a column of text."""
