"""Every key: its name, what it does, how the user changes it."""
