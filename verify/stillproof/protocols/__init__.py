"""Protocols: what one round of distillation does to a family of states, and everything that follows from it.

Data flows one way: `state` (the family) -> `coset_sums` (n copies projected onto a code) -> `matching` (the output as a
state of the family again) or `several_outputs` (k > 1) -> `protocol`.  `missing` looks for what a code file may lack.
"""
