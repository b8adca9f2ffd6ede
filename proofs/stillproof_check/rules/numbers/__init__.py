"""Numbers and functions that follow from those of other claims: bounds, expansions, roots, quotients, rounding."""
