"""More about codes: cosets, several outputs, corrections, projections, graph forms, and all codes of a length."""
