"""The ways in which a request can fail, each with its exit code (docs/cli.md)."""

CERTIFIED, REFUTED, DECLINED, MALFORMED, LIMIT, BROKEN = 0, 10, 11, 12, 13, 14


class StillproofError(Exception):
    """A failure to report in one line, without a traceback."""

    code = 1


class InputError(StillproofError):
    """The input is malformed: where, what was expected, what was found."""

    code = MALFORMED

    def __init__(self, where: str, expected: str, found: object):
        text = str(found)
        text = text if len(text) <= 160 else text[:150] + " ..."
        super().__init__(f"{where}: expected {expected}, found {text}")


class NoCode(InputError):
    """A well-formed file whose operators are those of no stabilizer code: they do not commute, or are dependent."""


class Declined(StillproofError):
    """The question is well put, and outside what this version answers; the message says why."""

    code = DECLINED


class NotCertified(StillproofError):
    """The checker does not certify every claim; its exit code is ours."""

    def __init__(self, code: int, message: str):
        self.code = code
        super().__init__(f"not certified: {message}")


class OverBudget(StillproofError):
    """The job is larger than the budget; the message has the estimate."""

    code = LIMIT
