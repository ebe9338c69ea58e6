"""How something is changed, and how it is taken back."""
