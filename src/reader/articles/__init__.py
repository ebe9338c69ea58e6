"""From anything a person has to `Article` objects."""
