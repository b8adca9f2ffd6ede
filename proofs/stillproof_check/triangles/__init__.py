"""Two-parameter maps as maps of a triangle: their forms, covers by cells, and fixed points."""
