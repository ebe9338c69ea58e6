"""One notebook of two: of their documents, of their files."""
