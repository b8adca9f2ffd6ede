"""Answers the distance, and thinks about everything else for an hour."""

import time

from golay import answer, reply, serve

serve(lambda q: reply(q, answer(q)) if q["quantity"] == "distance" else time.sleep(3600))
