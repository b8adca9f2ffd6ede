"""Right, but in binary floating point, which is no exact value."""

from fractions import Fraction

from golay import answer, reply, serve

serve(lambda q: reply(q, float(Fraction(answer(q))) if "at" in q else answer(q)))
