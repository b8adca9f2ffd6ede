"""What is stated about a protocol of the fixtures, as exact functions to compute with, and that it is certified."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from flint import arb, fmpq

from ..algebraic import rational
from ..checking import run_checker
from ..errors import Declined, InputError
from ..statement import read_statement

NUMBER = re.compile(r"(\d{1,40})(?:/(\d{1,40})|(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,3}))?)")

Number = fmpq | arb  # an exact rational, or an enclosure
Point = dict[str, Number]
Coefficients = list[tuple[fmpq, tuple[int, ...]]]


class Function(NamedTuple):
    """num/den in the parameters, by coefficients and exponents."""

    num: Coefficients
    den: Coefficients

    @property
    def degree(self) -> int:
        """The greatest total degree of num and den."""
        return max(sum(exponents) for _, exponents in (*self.num, *self.den))

    def at(self, point: Point) -> Number:
        """The value; an enclosure at an enclosure."""
        powers: list[list[Number]] = [[fmpq(1)] for _ in point]
        for row, x in zip(powers, point.values(), strict=True):
            for _ in range(self.degree):
                row.append(row[-1] * x)
        num, den = (
            sum(
                (c * product(row[e] for row, e in zip(powers, exponents, strict=True)) for c, exponents in part),
                fmpq(0),
            )
            for part in self
        )
        return num / den


def product(factors: Any) -> Number:
    """The product of some numbers."""
    found: Number = fmpq(1)
    for factor in factors:
        found *= factor
    return found


class Operated(NamedTuple):
    """A protocol to run: sites, outputs of a block, and the functions of the input's parameters.

    `each` has the output by parameter, for every output of a block; it is empty where the output is no state of the
    family.  `whole` is the error of a block with several outputs.  `claims` are all claims.
    """

    name: str
    state: str
    sites: int
    block: int
    parameters: list[str]
    each: list[dict[str, Function]]
    whole: Function | None
    success: Function
    accepted: str
    claims: list[dict[str, Any]]

    @property
    def degree(self) -> int:
        """The greatest degree of its functions."""
        functions = [self.success, *(f for part in self.each for f in part.values())]
        return max(f.degree for f in (*functions, *filter(None, [self.whole])))


def stated(fixtures: Path, name: str) -> Operated:
    """The protocol of a statement, as its claims say it is.  Raises InputError, Declined."""
    known = sorted(path.stem for path in (fixtures / "statements").glob("*.json"))
    if name not in known:
        raise InputError("PROTOCOL", f"one of {', '.join(known)}", name)
    claims = read_statement(fixtures, name)[0]
    sources = [claim for claim in claims if claim["kind"] in ("map", "outputs")]
    if not sources:
        raise Declined(f"{name} states no map")
    source = sources[0]
    code = next(claim for claim in claims if claim["kind"] == "code")
    corrected = next((claim for claim in claims if claim["kind"] == "correction"), None)
    success = function((corrected or source)["success"])
    accepted = "every stabilizer +1"
    if corrected:
        rank = code["n"] - code["k"]
        accepted = f"{rank - len(corrected['stabilizers'])} of {rank} stabilizers +1, the others corrected"
    state = json.loads((fixtures / "statements" / f"{name}.json").read_text())["state"]["name"]
    if source["kind"] == "map":
        if source["output-match"] != "state":
            raise Declined(f"{name}: the output has only its overlap with the target in common with the family")
        each = [{label: function(source["output"][label]) for label in source["parameters"]}]
        return Operated(name, state, code["n"], 1, source["parameters"], each, None, success, accepted, claims)
    parameter, several = source["parameter"], [{source["parameter"]: function(x)} for x in source["each"]]
    count = max(1, len(several))
    whole = function(source["any"])
    return Operated(name, state, code["n"], count, [parameter], several, whole, success, accepted, claims)


def require_certified(fixtures: Path, names: Sequence[str]) -> None:
    """Raises Declined unless the checker certifies every claim of these statements."""
    exit_code, rows, errors = run_checker(fixtures, fixtures.parent / "proofs" / "certificates", sorted(set(names)))
    if exit_code:
        failed = [f"{row['statement']}: {row['claim']}: {row['message']}" for row in rows if row["code"]]
        raise Declined(f"not certified: {(failed or [errors.strip()])[0]}")


def function(value: Mapping[str, Any]) -> Function:
    """A fraction of a claim."""
    parts = []
    for key in ("num", "den"):
        found: Coefficients = []
        for i, row in enumerate(value[key]):
            if isinstance(row, list):
                found += [(rational(c), (i, j)) for j, c in enumerate(row) if c != "0"]
            elif row != "0":
                found.append((rational(row), (i,)))
        parts.append(found)
    return Function(*parts)


def read_number(where: str, text: str) -> fmpq:
    """A rational or a decimal, exactly as it is written: 1/100, 0.01, 1e-15.  Raises InputError."""
    found = NUMBER.fullmatch(text.strip())
    if not found or (found[2] and not int(found[2])):
        raise InputError(where, "a number such as 1/100, 0.01 or 1e-15", text)
    if found[2]:
        return fmpq(int(found[1]), int(found[2]))
    decimals, exponent = found[3] or "", int(found[4] or 0) - len(found[3] or "")
    value = fmpq(int(found[1] + decimals))
    return value * fmpq(10) ** exponent if exponent >= 0 else value / fmpq(10) ** -exponent


def read_point(where: str, text: str, parameters: list[str]) -> Point:
    """A state of the family, as delta=1/100 or eps0=0.01,epsS=1/50.  Raises InputError."""
    example = ",".join(f"{label}=1/100" for label in parameters)
    pairs = [part.partition("=") for part in text.split(",")]
    if [label.strip() for label, _, _ in pairs] != parameters:
        raise InputError(where, f"the parameters in order, such as {example}", text)
    point: Point = {label: read_number(where, value) for label, (_, _, value) in zip(parameters, pairs, strict=True)}
    if sum(point.values(), fmpq(0)) > 1:
        raise InputError(where, f"{' + '.join(parameters)} at most 1", text)
    return point


def ends(value: Number) -> tuple[fmpq, fmpq]:
    """Rationals between which a number lies."""
    if isinstance(value, fmpq):
        return value, value
    found = []
    for end in (value.lower(), value.upper()):
        mantissa, exponent = map(int, end.man_exp())
        found.append(fmpq(mantissa << exponent) if exponent >= 0 else fmpq(mantissa, 1 << -exponent))
    return found[0], found[1]


def significant(value: Number, digits: int = 6) -> str:
    """A number >= 0 with this many significant digits, correctly rounded, such as 2.90916e-6; 1 - 2.1e-9 just below 1.

    Fewer digits where an enclosure decides no more.
    """
    low, high = ends(value)
    for kept in range(digits, 0, -1):
        shown = {rounded(low, kept), rounded(high, kept)}
        if len(shown) == 1:
            text = shown.pop()
            return f"1 - {significant(1 - value, 2)}" if high < 1 and text.strip("0") == "1." else text
    return f"{rounded(low, digits)} to {rounded(high, digits)}"


def rounded(value: fmpq, digits: int) -> str:
    """A rational >= 0 with this many significant digits."""
    if value <= 0:
        return "0"
    exponent = len(str(value.p)) - len(str(value.q))
    exponent -= value < fmpq(10) ** exponent if exponent >= 0 else value * fmpq(10) ** -exponent < 1
    shift = digits - 1 - exponent
    scaled = value * fmpq(10) ** shift if shift >= 0 else value / fmpq(10) ** -shift
    text = str((scaled + fmpq(1, 2)).floor())
    if len(text) > digits:  # 9.99.. became 10.0
        text, exponent = text[:-1], exponent + 1
    if -3 <= exponent < digits:
        padded = text.zfill(digits - exponent if exponent < 0 else digits)
        places = digits - 1 - exponent
        return f"{padded[:-places]}.{padded[-places:]}" if places else padded
    return f"{text[0]}.{text[1:]}e{exponent}" if digits > 1 else f"{text}e{exponent}"
