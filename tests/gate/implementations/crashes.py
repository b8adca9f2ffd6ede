"""Answers enumerators and distance, and fails on everything else."""

from golay import answer, reply, serve

serve(lambda q: reply(q, {"distance": answer, "enumerator-A": answer, "enumerator-B": answer}[q["quantity"]](q)))
