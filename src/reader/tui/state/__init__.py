"""The state of the screens: the desk, what is shown of it, what is asked for. No widget in here."""
