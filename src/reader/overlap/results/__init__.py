"""What comparing returns: matches, clusters, and what all sources say."""
