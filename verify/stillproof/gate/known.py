"""What the checker has certified about a protocol, ready to be compared with: found once, then kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from flint import fmpq

from ..algebraic import rational
from ..checking import checked, stated, write_files
from ..claims import claim as new_claim
from ..code import read_code
from ..enumerators import DEFAULT, Budget
from ..errors import Declined, InputError, StillproofError
from ..files import sha256
from ..operation.certified import require_certified
from ..protocol import Protocol
from ..state import read_state
from ..statement import Derivation, derive, read_statement

STRUCTURE = ("code", "enumerator")  # claims that no state family enters
KEPT = 64  # protocols from code files that are kept
Claims = list[dict[str, Any]]


class Known:
    """The certified claims about one protocol, and where its certificate is."""

    def __init__(self, name: str, claims: Claims, protocol: Protocol, digests: dict[str, str], reasons: dict[str, str]):
        self.name, self.claims, self.protocol, self.digests, self.reasons = name, claims, protocol, digests, reasons

    def of_kind(self, *kinds: str) -> Claims:
        """The claims of some kinds."""
        return [claim for claim in self.claims if claim["kind"] in kinds]

    def one(self, *kinds: str) -> dict[str, Any]:
        """The first claim of some kinds.  Raises Declined, with the reason where it is known."""
        found = self.of_kind(*kinds)
        if not found:
            reasons = [self.reasons[kind] for kind in kinds if kind in self.reasons]
            raise Declined(": ".join([f"{self.name}: nothing is certified about its {kinds[0]}", *reasons]))
        return found[0]

    @cached_property
    def source(self) -> dict[str, Any]:
        """The claim with the map: `map`, or `outputs` for several encoded qudits.  Raises Declined."""
        return self.one("map", "outputs")

    @property
    def parameters(self) -> list[str]:
        """The parameters of the state family."""
        return self.protocol.state.parameters

    @cached_property
    def scales(self) -> dict[str, fmpq]:
        """For one parameter x: every name under which the noise is stated, and that number divided by x.

        `delta` is the rate of depolarizing noise, rho = (1 - delta) |target><target| + delta 1/p, wherever the
        family is that in another parameter; `eps` is the infidelity to the target.
        """
        state = self.protocol.state
        if len(self.parameters) > 1:
            return {}
        found = {self.parameters[0]: fmpq(1)}
        start, slope = state.infidelity
        if state.starts_pure and start == 0:
            found.setdefault("eps", slope)
            try:
                (mixed,) = state.maximally_mixed
            except Declined:
                return found
            found.setdefault("delta", 1 / mixed)
        return found

    def inside(self, at: Mapping[str, fmpq]) -> tuple[fmpq, ...]:
        """A point of a claim in the parameters of the family.  Raises Declined."""
        names = list(at)
        if len(self.parameters) == 1 and len(names) == 1 and names[0] in self.scales:
            values = [at[names[0]] / self.scales[names[0]]]
        elif sorted(names) == sorted(self.parameters):
            values = [at[name] for name in self.parameters]
        elif names == ["delta"]:
            values = [at["delta"] * x for x in self.protocol.state.maximally_mixed]
        else:
            known = " or ".join([*self.scales] or [", ".join(self.parameters), "delta"])
            raise Declined(f"{self.name} is about states by {known}, not by {', '.join(names)}")
        if sum(values, fmpq(0)) > 1:
            raise Declined(f"{', '.join(f'{k} = {v}' for k, v in at.items())} is no state of the family")
        return tuple(values)

    def bounded(self, of: str, function: str, relation: str, value: dict[str, list[str]], ends: list[str]) -> str:
        """Have the checker certify that a function is bounded on a range: the digest of that certificate.

        Raises Declined where it does not.
        """
        asked = {"function": function, "of": of, "range": ends, "relation": relation, "value": value}
        bound = new_claim("bound", "bound", "derived, bound", asked, self.protocol)
        ids = rests_on(self.claims, of)
        claims = [*(claim for claim in self.claims if claim["id"] in ids), bound]
        name = f"{self.name}-bound"
        files = stated(name, f"derived from {self.name} by stillproof gate", claims, self.protocol)
        _, rows, errors = checked(name, files)
        row = next((row for row in rows if row["claim"] == "bound"), {"message": errors.strip(), "verdict": "broken"})
        if row["verdict"] != "certified":
            raise Declined(f"the checker does not certify the bound: {row['message']}")
        return "sha256:" + sha256(files[f"certificates/{name}.jsonl"])


def rests_on(claims: Claims, identifier: str) -> set[str]:
    """The id, those of the claims that it rests on, and that of the code."""
    known = {claim["id"]: claim for claim in claims}
    found, rest = {claim["id"] for claim in claims if claim["kind"] == "code"}, [identifier]
    while rest:
        one = rest.pop()
        if one in known and one not in found:
            found.add(one)
            rest += [known[one].get(key, "") for key in ("of", "clifford")] + known[one].get("output-twirl", [])
    return found


class Library:
    """The protocols that claims are about: those of the fixtures, and code files beside the claims."""

    def __init__(self, fixtures: Path, folder: Path, budget: Budget = DEFAULT, keep: Path | None = None):
        self.fixtures, self.folder, self.budget, self.keep = fixtures, folder, budget, keep
        self.found: OrderedDict[Any, Known | StillproofError] = OrderedDict()

    def known(self, protocol: str | tuple[str, str], quantity: str) -> Known:
        """What is certified about a protocol.  Raises InputError, Declined, OverBudget, each time the same."""
        structure = quantity in ("distance", "enumerator-A", "enumerator-B")
        key = protocol if isinstance(protocol, str) else (*protocol, structure)
        if key not in self.found:
            if len(self.found) >= KEPT:
                self.found.popitem(last=False)
            try:
                if isinstance(protocol, str):
                    self.found[key] = stated_protocol(self.fixtures, protocol)
                else:
                    self.found[key] = self.derived(*protocol, structure)
            except StillproofError as error:
                self.found[key] = error
        self.found.move_to_end(key)
        found = self.found[key]
        if isinstance(found, StillproofError):
            raise found
        return found

    def derived(self, code_path: str, state_name: str, structure: bool) -> Known:
        """Everything that can be certified about a code file and a state; for structure only the code's own claims."""
        code = read_code(self.folder / code_path)
        state_path = (
            self.folder / state_name
            if state_name.endswith(".json")
            else self.fixtures / "states" / f"{state_name}.json"
        )
        if not state_path.is_file():
            raise InputError("protocol.state", "a .json file or the name of a state in the fixtures", state_name)
        state = read_state(state_path)
        if structure:
            found = Derivation(code, state, self.budget)
            for kind in STRUCTURE:
                found.attempt(kind, kind, {})
        else:
            found = derive(code, state, self.budget)
        name = f"{code.name}-{state.name}"
        files = stated(name, f"derived from {Path(code_path).name} by stillproof gate", found.claims, found.protocol)
        exit_code, rows, errors = checked(name, files)
        if exit_code:
            failed = [f"{row['claim']}: {row['message']}" for row in rows if row["code"]]
            raise Declined(f"not certified: {(failed or [errors.strip()])[0]}")
        if self.keep is not None:
            write_files(self.keep, files)
        digests = {
            "certificate": "sha256:" + sha256(files[f"certificates/{name}.jsonl"]),
            "statement": "sha256:" + sha256(files[f"statements/{name}.json"]),
        }
        return Known(name, found.claims, found.protocol, digests, found.reasons)


def stated_protocol(fixtures: Path, name: str) -> Known:
    """A protocol of the fixtures, once the checker has certified all its claims.  Raises InputError, Declined."""
    names = protocols(fixtures)
    if name not in names:
        raise InputError("protocol", f"one of {', '.join(names)}", name)
    require_certified(fixtures, [name])
    claims, digest, protocol = read_statement(fixtures, name)
    path = fixtures.parent / "proofs" / "certificates" / f"{name}.jsonl"
    digests = {"certificate": "sha256:" + sha256(path.read_text(encoding="ascii")), "statement": "sha256:" + digest}
    return Known(name, claims, protocol, digests, {})


def protocols(fixtures: Path) -> list[str]:
    """The ids of the protocols of the fixtures."""
    return sorted(path.stem for path in (fixtures / "statements").glob("*.json"))


def rationals(texts: Iterable[str]) -> list[fmpq]:
    """Rationals as claims spell them."""
    return [rational(x) for x in texts]
