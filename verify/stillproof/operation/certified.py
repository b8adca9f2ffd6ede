"""What is stated about a protocol of the fixtures, as exact functions to compute with, and that it is certified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from ..errors import Declined
from ..exact.enclosed import Number
from ..exact.rational_function import RationalFunction
from ..protocols.protocol import Protocol
from ..statements.checking import refused, run_checker
from ..statements.stated import IDENTITY, Stated, read_named, well_formed
from .sentences import say

Point = dict[str, Number]


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
    functions: dict[str, RationalFunction]


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
    success: RationalFunction
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
    whole, functions = None, {label: RationalFunction.stated(value) for label, value in stated.outputs.items()}
    if source["kind"] == "map":
        quantity = Quantity.PARAMETER if stated.measured == "parameter" else Quantity.OVERLAP
        outputs = [Output(", ".join(functions), quantity, functions)]
    else:
        whole = Output("any", Quantity.JOINT, {"infidelity": functions.pop("any")})
        outputs = [Output(label, Quantity.INFIDELITY, {"infidelity": x}) for label, x in functions.items()]
    success = RationalFunction.stated(stated.accepted(None)["success"])
    return Operated(stated, source, outputs, whole, success, accepted)


def require_certified(fixtures: Path, names: Sequence[str], certificates: Path | None = None) -> list[dict[str, Any]]:
    """The checker's rows on these statements.  Raises Declined unless it certifies every claim."""
    exit_code, rows, errors = run_checker(fixtures, certificates, sorted(set(names)))
    if exit_code:
        reason = (refused(rows) or [errors.strip()])[0]
        raise Declined(say("not-certified", reason=reason.replace("\n", " ") or "no reason"))
    return rows
