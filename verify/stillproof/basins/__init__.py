"""Basins of two-parameter maps.

Data flows one way: `forms` (the map on a triangle) -> `regions` (around fixed points) -> `cover` (cells reaching them)
-> `stated` (what the claims of a statement ask for).
"""
