"""The actions on a notebook: tagging, and those on its codebook, review and sessions."""
