"""The checker of stillproof: reads a statement and a certificate, says yes or no.

Standard library only, and it shares no code with the producer.  Reading order: `verdict` (how a
check fails), `loader` (bytes to objects), `polynomial`, `cyclotomic`, `symplectic`, `listing`,
`state` (the mathematics), `statement` (what a rule is given), one file per claim kind in
`rules`, and `run` (files, verdicts, exit code).
"""
