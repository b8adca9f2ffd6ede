"""The checker of stillproof: reads a statement and a certificate, says yes or no.

Standard library only, and it shares no code with the producer.  Reading order: `entry` (how a check fails, bytes to
objects), `numbers` and `operators` (the mathematics), `subject` (the code, the state, and what a rule is given),
`rules/headline` (what a protocol is praised for), and `run` (files, verdicts, exit code).  The other rules, and
`triangles` for some of them, can be read one by one.
"""
