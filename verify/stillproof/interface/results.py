"""What `certify` returns: exact values, each with its quantity and unit, in objects that cannot be changed."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flint import fmpq

from ..codes.importers.record import sentences
from ..commands.report import report
from ..errors import Declined
from ..figures import picture as drawn
from ..figures import read_source
from ..statements.checking import write_files
from .arguments import path
from .display import picture, sentence, table
from .values import Function, Leading, Output, Threshold, fraction, frozen


@dataclass(frozen=True, repr=False)
class Result:
    """What `certify` found, and the verdict of the checker on it.

    `verdict` is "certified" if the checker certified every claim.  `certificate` is its text.  `success` is the
    probability of acceptance, `outputs` has every output by its name, and `enumerators` are A and B by weight.  What is
    None has its reason in `reasons`, by the id of the claim.  Values are there only if the claim with them is
    certified.  `notes` say what a reader may not expect: what was assumed of the code, a Clifford correction that it
    seems to lack, or an output whose parameter gets negative.

    >>> from stillproof import certify
    >>> certify("fixtures/codes/five-qubit.json", "t").enumerators[0]
    (1, 0, 0, 0, 15, 0)
    """

    verdict: str
    exit_code: int
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
        """The first output: of one encoded qudit its parameter, of several the infidelity of all together.

        >>> from stillproof import certify
        >>> certify("fixtures/codes/five-qubit.json", "t").output(delta="1/10")
        Fraction(2858, 104675)
        """
        return next((found.function for found in self.outputs.values()), None)

    @property
    def suppression(self) -> Leading | None:
        """The leading term of the first output.

        >>> from stillproof import certify
        >>> certify("fixtures/codes/five-qubit.json", "t").suppression
        Leading(5/2 delta^2)
        """
        return next((found.suppression for found in self.outputs.values()), None)

    @property
    def threshold(self) -> Threshold | None:
        """The threshold of the first output.

        >>> from stillproof import certify
        >>> certify("fixtures/codes/five-qubit.json", "t").threshold.polynomial
        (4, -14, 7)
        """
        return next((found.threshold for found in self.outputs.values()), None)

    def report(self) -> str:
        """What the command prints.

        >>> from stillproof import certify
        >>> print(certify("fixtures/codes/five-qubit.json", "t").report().splitlines()[0])
        CERTIFIED: 12 of 12 claims, by the checker
        """
        imported = self._summary["imported"]
        return "\n".join([report(self._summary), *(sentences(imported) if imported else [])])

    def to_dict(self) -> dict[str, Any]:
        """The summary, with the keys of `certify --json` (docs/cli.md).

        >>> from stillproof import certify
        >>> certify("fixtures/codes/five-qubit.json", "t").to_dict()["claims"]
        {'certified': 12, 'total': 12}
        """
        return copy.deepcopy(self._summary)

    def save(self, folder: str | Path) -> Path:
        """Write code, state, statement and certificate below a folder, as `certify -o`; the path of the certificate.

        Raises Declined unless everything is certified, as the command writes nothing then.

        >>> import tempfile
        >>> from stillproof import certify
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     certify("fixtures/codes/five-qubit.json", "t").save(folder).name
        'five-qubit-t.jsonl'
        """
        if self.verdict != "certified":
            raise Declined("not every claim is certified, and only what is certified is written")
        target = path("folder", folder)
        write_files(target, self._files)
        return next(target / name for name in self._files if name.startswith("certificates/"))

    def __repr__(self) -> str:
        found = self.threshold or "no threshold claimed"
        counts = self._summary["claims"]
        notes = f", and {len(self.notes)} note{'s' * (len(self.notes) != 1)}" if self.notes else ""
        return (
            f"Result({self._code}, {self.verdict}: {counts['certified']} of {counts['total']} claims, {found}{notes})"
        )

    def _repr_html_(self) -> str:
        """A table for notebooks, with verdict, success probability, outputs and thresholds; and the picture."""
        counts = self._summary["claims"]
        rows = [("verdict", f"{self.verdict}: {counts['certified']} of {counts['total']} claims, by the checker")]
        rows += [("code", self._code), *(("note", note) for note in self.notes)]
        rows += [("success probability", str(self.success))] if self.success else []
        for name, found in self.outputs.items():
            rows.append((f"output {name}", str(found.function)))
            rows += [("leading term", str(found.suppression))] if found.suppression else []
            rows += [("threshold", str(found.threshold))] if found.threshold else []
        return table(rows) + self._picture()

    @property
    def _code(self) -> str:
        """The parameters of the code."""
        code = self._summary["code"]
        return f"[[{code['n']},{code['k']},{code['distance']}]]_{code['p']}"

    def _picture(self) -> str:
        """The figure of the map, or why there is none; nothing where not all is certified."""
        if self.verdict != "certified":
            return ""
        with tempfile.TemporaryDirectory() as scratch:
            name = self.save(scratch).stem
            source = read_source(name, Path(scratch), Path(scratch) / "certificates")
        try:
            found = drawn(source)
        except Declined as error:
            return sentence(f"no picture: {error}")
        return picture(found[1], found[0]) if found else ""


def result_of(
    summary: dict[str, Any],
    files: dict[str, str],
    units: Mapping[str, fmpq],
    exit_code: int,
    notes: Sequence[str] = (),
) -> Result:
    """The result of a summary of `certify`; only values that are certified."""
    good, parameters = summary["certified"], tuple(summary["parameters"])
    known = tuple((name, fraction(scale)) for name, scale in units.items())

    def function(quantity: str, value: dict[str, Any] | None) -> Function | None:
        if value is None:
            return None
        return Function(quantity, frozen(value["num"]), frozen(value["den"]), parameters, known)

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
        exit_code=exit_code,
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
