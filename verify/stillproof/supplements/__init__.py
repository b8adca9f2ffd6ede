"""The supplement of a paper: a flat folder with the evidence, the checker, and documents made from certified claims.

Reading order: `check` (what a referee runs), `evidence` (what it is run on), `values` (what a paper quotes), `tree`,
`tex` and `mathml` (mathematics, once, and its two renderings), `kinds` (every kind of claim in words),
`document`, `systems` (the same values for other computer algebra systems), `errata`, and `command`.
"""
