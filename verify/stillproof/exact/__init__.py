"""Exact numbers and functions: algebraic numbers, cyclotomic fields, rational functions; and all of them as text.

Nothing here knows what a code or a state is.
"""
