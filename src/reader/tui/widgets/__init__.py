"""Small widgets, and texts, that several screens show."""
