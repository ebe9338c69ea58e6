"""What the user does to a notebook: tags, codebook, review, sessions."""
