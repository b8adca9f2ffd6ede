"""Solves output = delta/2 for the threshold; all else is right."""

from fractions import Fraction

from golay import answer, reply, serve

serve(lambda question: reply(question, answer(question, slope=Fraction(1, 2))))
