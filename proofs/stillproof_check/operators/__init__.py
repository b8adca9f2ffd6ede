"""Displacement operators: their products, groups, cosets and enumerators, and signed permutations of ternary codes."""
