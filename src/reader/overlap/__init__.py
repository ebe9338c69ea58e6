"""From articles to matches."""
