"""Declines everything."""

from golay import reply, serve

serve(lambda question: reply(question, None))
