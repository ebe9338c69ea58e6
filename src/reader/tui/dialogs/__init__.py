"""Questions to the user that open over the articles."""
