"""Qudits and codes: the phase space, stabilizer codes, Clifford unitaries, and the symmetries that a code has.

Data flows one way: `phase_space` -> `clifford` and `code` -> `symmetries`.
"""
