"""Right, and then one answer more than there were questions."""

from golay import answer, reply, serve

serve(lambda question: reply(question, answer(question)))
print(reply({"id": "one-more"}, "1"))
