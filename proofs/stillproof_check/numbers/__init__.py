"""Exact numbers and functions: polynomials over the rationals and over Q(zeta_m), and fractions in lowest terms."""
