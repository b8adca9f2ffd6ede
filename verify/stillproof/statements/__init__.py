"""Statements: which claims there are about a protocol, their certificate, and what the checker says of both.

`stated` reads a statement and says which of its claims is about what, `statement` derives and writes claims, `checking`
runs the checker, and `kernel_list` says which claims Coq's kernel has checked.
"""
