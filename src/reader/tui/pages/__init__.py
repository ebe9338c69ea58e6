"""Full-screen pages over the articles."""
