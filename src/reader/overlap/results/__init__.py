"""What comparing gives: matches, clusters, what all sources say."""
