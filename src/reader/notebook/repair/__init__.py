"""What a file is, what is whole of a damaged one, and how its documents are put right."""
