"""The format of the notebook file: documents, tables, versions, and their encoding as JSON."""
