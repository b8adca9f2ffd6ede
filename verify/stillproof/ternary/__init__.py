"""Ternary self-orthogonal codes: all maximal ones of a length, and the signed permutations that preserve one."""
