"""Two-parameter maps iterated: regions that flow to a point, basins, their borders, and fixed points."""
