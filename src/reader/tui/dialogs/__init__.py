"""Questions to the user, which open over the articles."""
