"""One article as a column of text: laid out without Textual, painted line by line."""
