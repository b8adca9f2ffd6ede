"""The functions of certified claims, for other systems: each by one name in all of them, with tests of its own.

`deltaOut(x)` is the parameter delta of the output where that of the inputs is x, `pSucc(x)` the success probability.
A name has the claim added where two claims of a statement would share it, and the protocol where the supplement has
several; letters and digits only, since Mathematica has no other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from flint import fmpq

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..statements.stated import Stated, at_zero, outputs
from .expressions import Test, call, poly, times
from .subject import Subject

POINTS = [(fmpq(1, a), fmpq(1, a + 4)) for a in (7, 11, 13, 17, 19, 23)]  # where a function is compared
KINDS = ("map", "outputs", "correction")


class Function(NamedTuple):
    """A function: its name, what it is in words, its variables with their parameters, and num/den of the claim."""

    name: str
    words: str
    variables: dict[str, str]
    value: dict[str, Any]
    claim: str
    label: str


def functions(sources: Sequence[Stated]) -> dict[str, list[Function]]:
    """The functions of some statements, by the statement.  Raises Declined where two would have one name."""
    found = {source.name: list(of_statement(source)) for source in sources}
    several = sum(bool(rows) for rows in found.values()) > 1
    owners: dict[str, str] = {}
    for protocol, rows in found.items():
        rows[:] = [row._replace(name=row.name + camel(protocol) if several else row.name) for row in rows]
        for row in rows:
            if row.name in owners:
                raise Declined(
                    f"{owners[row.name]} and {protocol}: two functions would have the name {row.name}:"
                    " rename a statement or a claim"
                )
            owners[row.name] = protocol
    return found


def of_statement(source: Stated) -> Iterator[Function]:
    """The functions of a statement; the success probability with all outcomes +1 once, since it is the same."""
    rows: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = []
    for claim in source.claims:
        if claim["kind"] in KINDS:
            values = {} if claim["kind"] == "correction" else outputs(claim)
            for label, value in [*values.items(), ("success", claim["success"])]:
                own = stem(claim["kind"], label)
                if own != "pSucc" or own not in [name for name, *_ in rows]:
                    rows.append((own, claim, label, value))
    about = Subject(source)
    variables = dict(zip("xy", source.state.parameters))
    for own, claim, label, value in rows:
        alone = sum(name == own for name, *_ in rows) == 1
        name = own if alone else own + camel(claim["id"])
        yield Function(name, about.what(claim["id"], label), variables, value, claim["id"], label)


def stem(kind: str, label: str) -> str:
    """The name of a function, if no other one has it."""
    if label == "success":
        return "pSuccCorrected" if kind == "correction" else "pSucc"
    if kind == "outputs":
        return "infidelityOfAll" if label == "any" else f"infidelityOf{camel(label)}"
    first, *rest = [str(word) for word in re.findall("[A-Za-z0-9]+", label)]
    return ("" if first[0].isalpha() else "x") + first + "".join(map(camel, rest)) + "Out"


def camel(name: str) -> str:
    """Words with a capital each, and numbers as they are."""
    return "".join(word[0].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", name))


def definition(function: Function) -> tuple[str, str]:
    """Numerator and denominator as expressions in x, or in x and y."""
    return poly(function.value["num"]), poly(function.value["den"])


def function_tests(source: Stated, found: Sequence[Function]) -> Iterator[Test]:
    """Each function at a point, at 0 where its denominator is not 0 there, and on both sides of its threshold.

    The values are computed here from the claim, by other code than that of the system.
    """
    for function in found:
        value = RationalFunction.stated(function.value)
        count = len(function.variables)
        said = f"{source.name} {function.claim}: {function.name}"
        for point in POINTS:
            place = point[:count]
            try:
                exact = value.at(*place)
            except ZeroDivisionError:
                continue
            yield Test(
                f"{said} at {', '.join(map(str, place))}", call(function.name, *map(str, place)), "==", str(exact)
            )
            break
        if function.label == "success":
            yield Test(f"{said} at 0", call(function.name, *["0"] * count), "==", str(at_zero(function.value)))
        for claim in source.about("threshold", output=function.label) if count == 1 else ():
            if claim["of"] == function.claim:
                slope = rational(claim["infidelity"][0]) / rational(claim["interval"][0])
                factor = "1" if source.by_id[claim["of"]]["kind"] == "map" else str(slope)
                for end, relation, side in zip(claim["interval"], "<>", ("below", "above")):
                    yield Test(f"{said} {side} the threshold", call(function.name, end), relation,
                               times(f"({factor})", f"({end})"))  # fmt: skip
