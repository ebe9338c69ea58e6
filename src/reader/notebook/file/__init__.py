"""The file on disk: how it is read, locked, written and kept, so that nothing is lost."""
