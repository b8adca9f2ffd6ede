"""What the commands `certify`, `basin`, `verify` and `show` do, and the `report` of the first two.

`cli` reads the arguments; the commands with more than one file have rooms of their own: operation, gating, figures,
supplements.
"""
