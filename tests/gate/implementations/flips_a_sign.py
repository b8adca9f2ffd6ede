"""Takes z = +(1-delta)/2."""

from golay import answer, reply, serve

serve(lambda question: reply(question, answer(question, sign=1)))
