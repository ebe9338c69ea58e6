"""From articles to matches between their sentences."""
