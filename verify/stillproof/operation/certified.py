"""What is stated about a protocol of the fixtures, as exact functions to compute with, and that it is certified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from flint import arb, fmpq

from ..errors import Declined
from ..exact.algebraic import rational
from ..protocols.protocol import Protocol
from ..statements.checking import refused, run_checker
from ..statements.stated import IDENTITY, Stated, read_named, well_formed
from .sentences import say

Number = fmpq | arb  # an exact rational, or an enclosure
Point = dict[str, Number]
Coefficients = list[tuple[fmpq, tuple[int, ...]]]
HALF = fmpq(1, 2)


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


class Quantity(Enum):
    """What an output measures; the words of the checker."""

    PARAMETER = "a parameter of the family, by match of the state"
    OVERLAP = "the parameter of the family, by overlap with the target"
    INFIDELITY = "the infidelity of one output to its target"
    JOINT = "the infidelity of all outputs together to their target"


@dataclass(frozen=True)
class Output:
    """An output of a block: by parameter of the family, or one function, its infidelity, where that is all there is."""

    label: str
    quantity: Quantity
    functions: dict[str, Function]


@dataclass(frozen=True)
class Operated:
    """A protocol to run, as its claims have it.

    `source` is the claim that the functions are from.  `outputs` are the single ones; there are none where the target
    of several encoded qudits is no product.  `whole` is all of several outputs together.  `accepted` says which
    outcomes `success` counts.
    """

    stated: Stated
    source: dict[str, Any]
    outputs: list[Output]
    whole: Output | None
    success: Function
    accepted: str

    @property
    def name(self) -> str:
        """The id of the statement."""
        return self.stated.name

    @property
    def protocol(self) -> Protocol:
        """The code with the family."""
        return self.stated.protocol

    @property
    def state(self) -> str:
        """The name of the family."""
        return self.protocol.state.name

    @property
    def parameters(self) -> list[str]:
        """The parameters of the family."""
        return self.protocol.state.parameters

    @property
    def sites(self) -> int:
        """The inputs of a block."""
        return self.protocol.code.n

    @property
    def degree(self) -> int:
        """The greatest degree of its functions."""
        outputs = [*self.outputs, *filter(None, [self.whole])]
        return max(f.degree for f in (self.success, *(f for one in outputs for f in one.functions.values())))

    @property
    def twirl(self) -> list[str]:
        """The Cliffords over whose group the output of a `map` claim is averaged."""
        return list(self.source.get("output-twirl", []))

    @property
    def clifford(self) -> dict[str, Any] | None:
        """Symplectic matrix and shift of the Clifford of a `map` claim, applied to the output; None if it does nothing.

        The output of the claim is the decoded one after this Clifford, and then after the twirl.
        """
        found: dict[str, Any] = self.source.get("output-clifford", IDENTITY)
        return None if found == IDENTITY else found


def read_operated(fixtures: Path, name: str, certificates: Path | None = None) -> Operated:
    """The protocol of a statement, as its claims say it is.  Raises InputError, Declined."""
    with well_formed(fixtures, name):
        return operated(read_named(fixtures, name, certificates))


def operated(stated: Stated) -> Operated:
    """The protocol that claims state, which the checker need not have seen yet.  Raises Declined."""
    source, corrected, code = stated.source, stated.correction, stated.protocol.code
    if source is None:
        raise Declined(say("no-map", protocol=stated.name))
    accepted = say("all-accepted")
    if corrected:
        rank = code.n - code.k
        left = rank - len(corrected["stabilizers"])
        accepted = say("some-accepted", left=left, rank=rank)
    whole, functions = None, {label: function(value) for label, value in stated.outputs.items()}
    if source["kind"] == "map":
        quantity = Quantity.PARAMETER if stated.measured == "parameter" else Quantity.OVERLAP
        outputs = [Output(", ".join(functions), quantity, functions)]
    else:
        whole = Output("any", Quantity.JOINT, {"infidelity": functions.pop("any")})
        outputs = [Output(label, Quantity.INFIDELITY, {"infidelity": x}) for label, x in functions.items()]
    success = function(stated.accepted(None)["success"])
    return Operated(stated, source, outputs, whole, success, accepted)


def require_certified(fixtures: Path, names: Sequence[str], certificates: Path | None = None) -> list[dict[str, Any]]:
    """The checker's rows on these statements.  Raises Declined unless it certifies every claim."""
    exit_code, rows, errors = run_checker(fixtures, certificates, sorted(set(names)))
    if exit_code:
        reason = (refused(rows) or [errors.strip()])[0]
        raise Declined(say("not-certified", reason=reason.replace("\n", " ") or "no reason"))
    return rows


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
    """A number with this many significant digits, correctly rounded, such as 2.90916e-6; 1 - 2.1e-9 just below 1.

    Fewer digits where an enclosure decides no more.
    """
    low, high = ends(value)
    low = fmpq(0) if low < 0 < high else low  # such an enclosure is of a number >= 0
    for kept in range(digits, 0, -1):
        shown = {rounded(low, kept), rounded(high, kept)}
        if len(shown) == 1:
            text = shown.pop()
            return f"1 - {significant(1 - value, 2)}" if high < 1 and text.strip("0") == "1." else text
    return f"{rounded(low, digits)} to {rounded(high, digits)}"


def bounded(value: Number, up: bool, digits: int = 6) -> str:
    """A number >= 0 with this many significant digits, rounded up for what is at most so much, down for at least."""
    low, high = ends(value)
    close = high < 1 and rounded(low, digits).strip("0") == "1."
    if close and not up:
        return f"1 - {bounded(1 - value, True, 2)}"
    return rounded(high if up else low, digits, fmpq(1) if up else fmpq(0))


def rounded(value: fmpq, digits: int, share: fmpq = HALF) -> str:
    """A rational with this many significant digits: to the nearest, a half upwards; share 0 rounds down, 1 up."""
    if value == 0:
        return "0"
    if value < 0:
        return f"-{rounded(-value, digits, 1 - share)}"
    exponent = len(str(value.p)) - len(str(value.q))
    exponent -= value < fmpq(10) ** exponent if exponent >= 0 else value * fmpq(10) ** -exponent < 1
    shift = digits - 1 - exponent
    scaled = value * fmpq(10) ** shift if shift >= 0 else value / fmpq(10) ** -shift
    text = str(scaled.ceil() if share == 1 else (scaled + share).floor())
    if len(text) > digits:  # 9.99.. became 10.0
        text, exponent = text[:-1], exponent + 1
    if -3 <= exponent < digits:
        padded = text.zfill(digits - exponent if exponent < 0 else digits)
        places = digits - 1 - exponent
        return f"{padded[:-places]}.{padded[-places:]}" if places else padded
    return f"{text[0]}.{text[1:]}e{exponent}" if digits > 1 else f"{text}e{exponent}"
