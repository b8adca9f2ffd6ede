"""Exact numbers and functions: real algebraic numbers, elements of cyclotomic fields, rational functions.

Nothing here knows what a code or a state is.
"""
