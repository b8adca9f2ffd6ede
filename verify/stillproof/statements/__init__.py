"""Statements: which claims there are about a protocol, their certificate, and what the checker says of both.

`statement` reads and derives the claims, `checking` runs the checker, `resting` says which claims are about one
function, and `kernel_list` which of them Coq's kernel has checked.
"""
