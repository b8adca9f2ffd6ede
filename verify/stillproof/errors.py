"""The ways in which a request can fail, each with its exit code (docs/cli.md)."""

from __future__ import annotations

CERTIFIED, REFUTED, DECLINED, MALFORMED, LIMIT, BROKEN = 0, 10, 11, 12, 13, 14


class StillproofError(Exception):
    """A failure to report in one line; `code` is the exit code of a command that fails so.

    >>> from stillproof import State
    >>> try:
    ...     State.named("in a file.json")
    ... except StillproofError as error:
    ...     error.code
    12
    """

    code = 1


class InputError(StillproofError):
    """The input is malformed: `where`, what was `expected`, what was `found`.

    `where` is a file, perhaps with line and key, an option of the command line, or an argument; `field` is the same
    with an option written as the argument of a function.

    >>> error = InputError("--require-all", "true or false", 7)
    >>> error.field, str(error)
    ('require_all', '--require-all: expected true or false, found 7')
    """

    code = MALFORMED

    def __init__(self, where: str, expected: str, found: object):
        text = str(found)
        self.where, self.expected = where, expected
        self.found = text if len(text) <= 160 else text[:150] + " ..."
        super().__init__(self.said(where))

    def said(self, where: str) -> str:
        """The message, with a name for the place.

        >>> InputError("--at", "a number", "ten").said("at")
        'at: expected a number, found ten'
        """
        return f"{where}: expected {self.expected}, found {self.found}"

    @property
    def field(self) -> str:
        """The place; of an option, or of an argument in capitals, the name in Python.

        >>> InputError("five.json:3: signs", "0 or 1", 2).field, InputError("PROTOCOL", "an id", "").field
        ('five.json:3: signs', 'protocol')
        """
        if self.where.startswith("--"):
            return self.where[2:].replace("-", "_")
        return self.where.lower() if self.where.isalpha() and self.where.isupper() else self.where

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.where, self.expected, self.found)


class NoCode(InputError):
    """A well-formed file whose operators are those of no stabilizer code: they do not commute, or are dependent.

    >>> from stillproof import Code
    >>> Code.from_paulis(["XX", "ZI"])
    Traceback (most recent call last):
    ...
    stillproof.errors.NoCode: the rows: entry 0 and entry 1: expected commuting operators, found symplectic form 1
    """


class Declined(StillproofError):
    """The question is well put, and outside what this version answers, or open; the message says why.

    >>> from stillproof import Code
    >>> Code.from_paulis(["X", "Z"][:1])
    Traceback (most recent call last):
    ...
    stillproof.errors.Declined: the rows: the code encodes nothing: 1 independent stabilizers on 1 sites
    """

    code = DECLINED


class NotCertified(StillproofError):
    """The checker does not certify every claim; `code` is its exit code, and ours.

    >>> NotCertified(10, "five-t: threshold: map.output").code
    10
    """

    def __init__(self, code: int, message: str):
        self.code = code
        super().__init__(f"not certified: {message}")

    def __reduce__(self) -> tuple[type[NotCertified], tuple[int, str]]:
        return type(self), (self.code, str(self).removeprefix("not certified: "))


class OverBudget(StillproofError):
    """The job is larger than the budget; the message has the estimate.

    >>> from stillproof import certify
    >>> certify("fixtures/codes/golay23.json", "t", budget="1000")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    stillproof.errors.OverBudget: the cheapest way to the enumerator, the listing of the elements, takes 4.4e7 ...
    """

    code = LIMIT
