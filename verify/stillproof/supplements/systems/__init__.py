"""The certified values once more for five other systems: functions to be used, and self-tests, as a further opinion.

Here is what the systems have in common; how one is written is in its file, and which tests a claim has in that of its
kind.  Nothing is taken from the certificates: the systems compute, and compare with the statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...statements.stated import Stated
from ..expressions import Call, Expression, Infix, Test
from ..functions import Function, definition, function_tests, functions
from ..kinds import KINDS
from .julia import JULIA
from .mathematica import MATHEMATICA
from .pari import PARI
from .python import PYTHON
from .sage import SAGE
from .system import System

SYSTEMS = (PARI, MATHEMATICA, SAGE, PYTHON, JULIA)


def self_tests(stated: Stated) -> Iterator[Test]:
    """The self-tests of a statement about a protocol, but for those of its functions."""
    for claim in stated.claims:
        for test in KINDS[claim["kind"]].self_tests(claim, stated):
            yield test._replace(words=f"{stated.name} {claim['id']}: {test.words}")


def spelled(expression: Expression, system: System) -> str:
    """An expression in a system's language."""
    match expression:
        case Call(name, arguments):
            opening, closing = system.brackets
            return f"{name}{opening}{', '.join(spelled(x, system) for x in arguments)}{closing}"
        case Infix(left, sign, right):
            return f"({spelled(left, system)}{sign}{spelled(right, system)})"
        case _:
            return system.text(expression)


def line(test: Test, system: System) -> str:
    """One self-test."""
    left, right = spelled(test.left, system), spelled(test.right, system)
    if test.relation == "zero":
        opening, closing = system.brackets
        left, relation, right = f"zero{opening}{left}, {right}{closing}", "", ""
    else:
        relation = test.relation
    shown = system.line.format(words=test.words, left=left, relation=relation, right=right)
    return shown.replace("  ", " ").replace(" )", ")").replace(" ]", "]")


def defined(function: Function, system: System) -> str:
    """A function, with a comment that says what it is."""
    start, end = system.comment
    names = ", ".join(f"{x} is the parameter {parameter}" for x, parameter in function.variables.items())
    num, den = (system.text(part) for part in definition(function))
    shown = system.definition(function.name, list(function.variables), num, den)
    return f"{start}{function.name}: {function.words}; {names}, of the inputs{end}\n{shown}\n"


def script(sources: Sequence[Stated], system: System) -> str:
    """The functions and all self-tests of some statements for one system.

    Raises Declined where two functions would have one name.
    """
    found = functions(sources)
    tests = [test for source in sources for test in (*self_tests(source), *function_tests(source, found[source.name]))]
    start, end = system.comment
    comments = "".join(f"{start}{words}{end}\n" for words in (*HEAD, *system.head))
    shown = "".join(defined(function, system) for rows in found.values() for function in rows)
    lines = "".join(f"{system.indent}{line(test, system)}\n" for test in tests)
    return f"{comments}{system.preamble}\n{shown}{system.opening}{lines}{system.ending}"


HEAD = (
    "Certified functions, and self-tests: every test computes and compares, and the last line counts those that pass.",
    "Where a test fails, it is named, and the exit code is 10.  Polynomials are in x, the parameter of the family.",
)

__all__ = ["JULIA", "MATHEMATICA", "PARI", "PYTHON", "SAGE", "SYSTEMS", "System", "script", "self_tests"]
