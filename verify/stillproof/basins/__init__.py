"""Basins of two-parameter maps.

Data flows one way: `forms` (the map on a triangle) -> `regions` (around fixed points) -> `cover` (cells reaching them)
-> `fixed` (all fixed points) -> `stated` (what the claims of a statement ask for).
"""
