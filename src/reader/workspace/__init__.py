"""What is open and what is shown of it; no Textual, no printing."""
