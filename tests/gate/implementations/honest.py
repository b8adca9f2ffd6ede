"""Answers exactly what it knows, and declines the rest."""

from golay import answer, reply, serve

serve(lambda question: reply(question, answer(question)))
