"""What `certify` returns: exact values, each with its quantity and unit, in objects that cannot be changed."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError
from ..exact import as_text
from ..exact.rational_function import RationalFunction
from ..statements.checking import write_files
from .numbers import exact_number


def fraction(value: fmpq) -> Fraction:
    """The same number as a Fraction."""
    return Fraction(int(value.p), int(value.q))


@dataclass(frozen=True, repr=False)
class Function:
    """A rational function of the family's parameters, for inputs that are all in the same state of the family.

    `quantity` says in words what it is the value of; `num` and `den` are coefficients, the lowest degree first, and of
    two parameters rows by the power of the first one.  `units` are names under which the noise can be given, each with
    the number in that unit divided by the parameter.
    """

    quantity: str
    num: tuple[Any, ...]
    den: tuple[Any, ...]
    parameters: tuple[str, ...]
    units: tuple[tuple[str, Fraction], ...]

    def __call__(self, **point: object) -> Fraction:
        """The value at a state of the family, as f(delta="1/10").

        The state is given by the parameters, by another one of the `units`, or by its infidelity or fidelity.  Raises
        InputError for a float, another unit, or no state of the family; Declined where nothing is accepted.
        """
        found = RationalFunction.stated({"num": _lists(self.num), "den": _lists(self.den)})
        try:
            return fraction(found.at(*self._place(point)))
        except ZeroDivisionError:
            raise Declined(f"{self.quantity}: no value, since nothing is accepted there") from None

    def _place(self, point: Mapping[str, object]) -> list[fmpq]:
        """The parameters of the state that is named."""
        scales = dict(self.units)
        if set(point) == set(self.parameters):
            found = [exact_number(name, point[name]) for name in self.parameters]
        elif len(point) == 1 and next(iter(point)) in scales:
            ((name, value),) = point.items()
            found = [exact_number(name, value) / _fmpq(scales[name])]
        elif len(point) == 1 and "eps" in scales and next(iter(point)) in ("infidelity", "fidelity"):
            ((name, value),) = point.items()
            size = exact_number(name, value)
            found = [(size if name == "infidelity" else 1 - size) / _fmpq(scales["eps"])]
        else:
            also = ["infidelity", "fidelity"] if "eps" in scales else []
            known = " or ".join(dict.fromkeys([", ".join(self.parameters), *scales, *also]))
            raise InputError("point", known, ", ".join(point) or "nothing")
        if any(x < 0 for x in found) or sum(found, fmpq(0)) > 1:
            shown = ", ".join(f"{name} = {x}" for name, x in zip(self.parameters, found, strict=True))
            raise InputError("point", "a state of the family: no negative parameter, and a sum of at most 1", shown)
        return found

    def __str__(self) -> str:
        return as_text.function({"num": _lists(self.num), "den": _lists(self.den)}, list(self.parameters))

    def __repr__(self) -> str:
        return f"Function({self.quantity}: {self})"


@dataclass(frozen=True, repr=False)
class Leading:
    """The leading term of an output at the pure target: coefficient times the parameter to the order."""

    coefficient: Fraction
    order: int
    parameter: str

    def __repr__(self) -> str:
        return f"Leading({self.coefficient} {self.parameter}^{self.order})"


@dataclass(frozen=True, repr=False)
class Threshold:
    """The one root of an integer polynomial between two rationals: below it an output is better than an input.

    `interval` is in the parameter of the family, `infidelity` the same for the infidelity of one input; `decimal` is
    the number in the parameter, correctly rounded.  The comparison is certified from 0 to `bound`.
    """

    decimal: Decimal
    interval: tuple[Fraction, Fraction]
    infidelity: tuple[Fraction, Fraction]
    polynomial: tuple[int, ...]
    bound: Fraction
    parameter: str

    def __repr__(self) -> str:
        poly = as_text.polynomial(list(map(str, self.polynomial)), [self.parameter])
        return f"Threshold({self.parameter} = {self.decimal}, root of {poly})"


@dataclass(frozen=True, repr=False)
class Output:
    """An output: its function, and leading term and threshold where they are certified, else None."""

    function: Function
    suppression: Leading | None
    threshold: Threshold | None

    def __repr__(self) -> str:
        return f"Output({self.function}, {self.suppression}, {self.threshold})"


@dataclass(frozen=True, repr=False)
class Result:
    """What `certify` found, and the verdict of the checker on it.

    `verdict` is "certified" if the checker certified every claim.  `certificate` is its text.  What is None has its
    reason in `reasons`, by the id of the claim.  Values are there only if the claim with them is certified.  `notes`
    say what a reader may not expect: what was assumed of the code, a Clifford correction that it seems to lack, or an
    output whose parameter gets negative.
    """

    verdict: str
    certificate: str
    success: Function | None
    outputs: Mapping[str, Output]
    enumerators: tuple[tuple[int, ...], tuple[int, ...]] | None
    reasons: Mapping[str, str]
    notes: tuple[str, ...]
    _summary: dict[str, Any] = field(compare=False)
    _files: dict[str, str]

    @property
    def output(self) -> Function | None:
        """The first output: of one encoded qudit its parameter, of several the infidelity of all together."""
        return next((found.function for found in self.outputs.values()), None)

    @property
    def suppression(self) -> Leading | None:
        """The leading term of the first output."""
        return next((found.suppression for found in self.outputs.values()), None)

    @property
    def threshold(self) -> Threshold | None:
        """The threshold of the first output."""
        return next((found.threshold for found in self.outputs.values()), None)

    def to_dict(self) -> dict[str, Any]:
        """The summary, with the keys of `certify --json` (docs/cli.md)."""
        return copy.deepcopy(self._summary)

    def save(self, folder: str | Path) -> Path:
        """Write code, state, statement and certificate below a folder, as `certify -o`; the path of the certificate.

        Raises Declined unless everything is certified, as the command writes nothing then.
        """
        if self.verdict != "certified":
            raise Declined("not every claim is certified, and only what is certified is written")
        write_files(Path(folder), self._files)
        return next(Path(folder) / name for name in self._files if name.startswith("certificates/"))

    def __repr__(self) -> str:
        code = self._summary["code"]
        about = f"[[{code['n']},{code['k']},{code['distance']}]]_{code['p']}"
        found = self.threshold or "no threshold claimed"
        counts = self._summary["claims"]
        notes = f", and {len(self.notes)} notes" if self.notes else ""
        return f"Result({about}, {self.verdict}: {counts['certified']} of {counts['total']} claims, {found}{notes})"

    def _repr_html_(self) -> str:
        """A table for notebooks: verdict, success probability, outputs, thresholds."""
        rows = [("verdict", self.verdict), *(("note", note) for note in self.notes)]
        rows += [("success probability", str(self.success))] if self.success else []
        for name, found in self.outputs.items():
            rows.append((f"output {name}", str(found.function)))
            rows += [("leading term", repr(found.suppression))] if found.suppression else []
            rows += [("threshold", repr(found.threshold))] if found.threshold else []
        cells = "".join(f"<tr><th>{escape(key)}</th><td>{escape(value)}</td></tr>" for key, value in rows)
        return f"<table>{cells}</table>"


def result_of(
    summary: dict[str, Any], files: dict[str, str], units: Mapping[str, fmpq], notes: Sequence[str] = ()
) -> Result:
    """The result of a summary of `certify`; only values that are certified."""
    good, parameters = summary["certified"], tuple(summary["parameters"])
    known = tuple((name, fraction(scale)) for name, scale in units.items())

    def function(quantity: str, value: dict[str, Any] | None) -> Function | None:
        if value is None:
            return None
        return Function(quantity, _frozen(value["num"]), _frozen(value["den"]), parameters, known)

    outputs = {}
    for name, value in (summary["map"] or {}).items() if good["map"] else ():
        about, sure = summary["outputs"].get(name, {}), good["outputs"].get(name, {})
        found = function(_quantity(summary, name), value)
        if found is not None:
            leading = about.get("suppression") if sure.get("suppression") else None
            root = about.get("threshold") if sure.get("threshold") else None
            outputs[name] = Output(found, _leading(leading, parameters[0]), _threshold(root, parameters[0]))
    certificate = next((text for name, text in files.items() if name.startswith("certificates/")), "")
    counted = summary["enumerators"] if good["enumerators"] else None
    return Result(
        verdict=summary["verdict"],
        certificate=certificate,
        success=function(
            "probability of acceptance", summary["success_probability"] if good["success_probability"] else None
        ),
        outputs=MappingProxyType(outputs),
        enumerators=(tuple(counted["A"]), tuple(counted["B"])) if counted else None,
        reasons=MappingProxyType(dict(summary["reasons"])),
        notes=tuple(notes),
        _summary=summary,
        _files=files,
    )


def _quantity(summary: dict[str, Any], name: str) -> str:
    """What an output is, in words."""
    if summary["code"]["k"] > 1:
        return "infidelity of all outputs together" if name == "any" else f"infidelity of output {name}"
    return f"{name} of the output" + (
        ", by its overlap with the target" if summary["output_match"] == "fidelity" else ""
    )


def _leading(value: dict[str, Any] | None, parameter: str) -> Leading | None:
    return None if value is None else Leading(Fraction(value["coefficient"]), value["order"], parameter)


def _threshold(value: dict[str, Any] | None, parameter: str) -> Threshold | None:
    if value is None:
        return None
    low, high = map(Fraction, value["interval"])
    small, large = map(Fraction, value["infidelity"])
    polynomial = tuple(map(int, value["polynomial"]))
    return Threshold(
        Decimal(value["decimal"]), (low, high), (small, large), polynomial, Fraction(value["bound"]), parameter
    )


def _frozen(rows: list[Any]) -> tuple[Any, ...]:
    """Coefficients as tuples of fractions."""
    return tuple(_frozen(row) if isinstance(row, list) else Fraction(row) for row in rows)


def _lists(rows: tuple[Any, ...]) -> list[Any]:
    """Coefficients as claims have them."""
    return [_lists(row) if isinstance(row, tuple) else str(row) for row in rows]


def _fmpq(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
