"""How a check fails: one function for each of the four ways, each with a stable id.

An id reads `object.property[.condition]`.  An id with the part `witness` blames the certificate: the
claim may be true, but this certificate does not show it ("refused").  Any other id of `require` blames
the statement: the recomputed value differs from the claimed one ("refuted").  `wellformed` is about form: the ranges in
which a claim makes sense, and one spelling for everything.  A rule calls it by its own name, so that it stands apart
from `require`, which is about truth.  An exception of another sort is a fault of the checker: nothing is known of the
claim then ("broken").
"""

import os

CERTIFIED, BROKEN, REFUTED, DECLINED, MALFORMED, LIMIT = 0, 1, 10, 11, 12, 13
GRAVEST = (BROKEN, MALFORMED, REFUTED, LIMIT, DECLINED)  # first
FAULT = "checker.broken"  # no check: no input is known that breaks the checker


class Refusal(Exception):
    """A check that failed: its exit code, its id, and what was expected and found."""

    def __init__(self, code: int, check: str, expected: str, found: str):
        super().__init__(f"{check}: expected {expected} got {found}")
        self.code, self.check = code, check
        self.file, self.line = "", 1  # where the fault is, when it is known

    @property
    def word(self) -> str:
        """The verdict in one word."""
        if self.code == REFUTED:
            return "refused" if ".witness." in self.check else "refuted"
        return {BROKEN: "broken", DECLINED: "declined", MALFORMED: "malformed", LIMIT: "limit"}[self.code]


def broken(fault: Exception) -> Refusal:
    """The verdict on what the checker itself failed at: which exception, and on which line of the checker."""
    place, step = "", fault.__traceback__
    while step:
        place, step = f"{os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}", step.tb_next
    return Refusal(BROKEN, FAULT, "a verdict", brief(f"{type(fault).__name__} at {place}: {fault}"))


def brief(value: object) -> str:
    """A value in a message: its text, cut in the middle when it is long."""
    text = str(value)
    return text if len(text) <= 200 else f"{text[:120]} ... {text[-40:]}"


def require(condition: bool, check: str, expected: object, found: object) -> None:
    """Refute the claim, or refuse its witness, unless the condition holds."""
    if not condition:
        raise Refusal(REFUTED, check, brief(expected), brief(found))


def wellformed(condition: bool, check: str, expected: object, found: object) -> None:
    """Reject the input as malformed unless the condition holds."""
    if not condition:
        raise Refusal(MALFORMED, check, brief(expected), brief(found))


def supported(condition: bool, check: str, expected: object, found: object) -> None:
    """Decline the claim unless it is of a sort that this version knows."""
    if not condition:
        raise Refusal(DECLINED, check, brief(expected), brief(found))


def within(condition: bool, check: str, expected: object, found: object) -> None:
    """Stop at a documented bound unless the condition holds."""
    if not condition:
        raise Refusal(LIMIT, check, brief(expected), brief(found))
