"""What is stated about a protocol of the fixtures, as exact functions to compute with, and that it is certified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from ..errors import Declined, InputError
from ..exact.enclosed import Number
from ..exact.rational_function import RationalFunction
from ..places import certificates_of, statement_names, statement_path
from ..protocols.protocol import Protocol
from ..statements import resting
from ..statements.checking import run_checker
from ..statements.statement import read_statement
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
    outcomes `success` counts.  `twirl` are the Cliffords over whose group the output of a `map` claim is averaged.
    """

    name: str
    protocol: Protocol
    certificate: Path
    source: dict[str, Any]
    sites: int
    outputs: list[Output]
    whole: Output | None
    success: RationalFunction
    accepted: str
    twirl: list[str]
    claims: list[dict[str, Any]]

    @property
    def state(self) -> str:
        """The name of the family."""
        return self.protocol.state.name

    @property
    def parameters(self) -> list[str]:
        """The parameters of the family."""
        return self.protocol.state.parameters

    @property
    def degree(self) -> int:
        """The greatest degree of its functions."""
        outputs = [*self.outputs, *filter(None, [self.whole])]
        return max(f.degree for f in (self.success, *(f for one in outputs for f in one.functions.values())))

    def about(self, kind: str) -> list[dict[str, Any]]:
        """The claims of a kind that rest on the claim that the functions are from."""
        return resting.resting(self.claims, kind, self.source)

    @property
    def clifford(self) -> dict[str, Any] | None:
        """Symplectic matrix and shift of the Clifford of a `map` claim, applied to the output; None if it does nothing.

        The output of the claim is the decoded one after this Clifford, and then after the twirl.
        """
        found: dict[str, Any] = self.source.get("output-clifford", resting.IDENTITY)
        return None if found == resting.IDENTITY else found


def stated(fixtures: Path, name: str, certificates: Path | None = None) -> Operated:
    """The protocol of a statement, as its claims say it is.  Raises InputError, Declined."""
    known = statement_names(fixtures)
    if not known:
        raise InputError("--fixtures", "a folder with statements/", fixtures)
    if name not in known:
        raise InputError("PROTOCOL", f"one of {', '.join(known)}", name)
    certificate = (certificates or certificates_of(fixtures)) / f"{name}.jsonl"
    try:
        claims, _, protocol = read_statement(fixtures, name)
        return read_claims(name, claims, protocol, certificate)
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError, AttributeError) as error:
        where = statement_path(fixtures, name)
        raise InputError(str(where), "a statement (docs/formats/statement.md)", repr(error)) from None


def read_claims(name: str, claims: list[dict[str, Any]], protocol: Protocol, certificate: Path) -> Operated:
    """The protocol that claims state, which the checker has not seen yet.  Raises Declined."""
    source, code = resting.source(claims), protocol.code
    if source is None:
        raise Declined(say("no-map", protocol=name))
    corrected = next(iter(resting.resting(claims, "correction", source)), None)
    accepted = say("all-accepted")
    if corrected:
        rank = code.n - code.k
        left = rank - len(corrected["stabilizers"])
        accepted = say("some-accepted", left=left, rank=rank)
    whole = None
    if source["kind"] == "map":
        quantity = Quantity.PARAMETER if source["output-match"] == "state" else Quantity.OVERLAP
        functions = {label: RationalFunction.stated(source["output"][label]) for label in source["parameters"]}
        outputs = [Output(", ".join(functions), quantity, functions)]
    else:
        singles = enumerate(source["each"], 1)
        outputs = [Output(str(j), Quantity.INFIDELITY, {"infidelity": RationalFunction.stated(x)}) for j, x in singles]
        whole = Output("any", Quantity.JOINT, {"infidelity": RationalFunction.stated(source["any"])})
    success = RationalFunction.stated((corrected or source)["success"])
    return Operated(
        name,
        protocol,
        certificate,
        source,
        code.n,
        outputs,
        whole,
        success,
        accepted,
        source.get("output-twirl", []),
        claims,
    )


def require_certified(fixtures: Path, names: Sequence[str], certificates: Path | None = None) -> None:
    """Raises Declined unless the checker certifies every claim of these statements."""
    exit_code, rows, errors = run_checker(fixtures, certificates or certificates_of(fixtures), sorted(set(names)))
    if exit_code:
        failed = [f"{row['statement']}: {row['claim']}: {row['message']}" for row in rows if row["code"]]
        raise Declined(say("not-certified", reason=(failed or [errors.strip()])[0].replace("\n", " ") or "no reason"))
