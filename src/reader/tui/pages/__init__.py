"""Pages over the reading screen: help, heat map, who says what, lists, codebook."""
