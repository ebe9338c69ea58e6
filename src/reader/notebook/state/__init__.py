"""The notebook in memory: documents, the values read from them, and what is where."""
