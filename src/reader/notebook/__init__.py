"""What the user adds to articles: annotations, codebook, undo, and the file that keeps them."""
