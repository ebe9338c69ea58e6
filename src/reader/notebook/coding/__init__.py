"""What the user does: tags and notes, the codebook, the review list, sittings of tagging."""
