"""Says the ids of questions 4 and 5 the wrong way round."""

from golay import PROTOCOL, answer, reply, serve

SWAPPED = {f"{PROTOCOL}/4": f"{PROTOCOL}/5", f"{PROTOCOL}/5": f"{PROTOCOL}/4"}
serve(lambda q: reply({"id": SWAPPED.get(q["id"], q["id"])}, answer(q)))
