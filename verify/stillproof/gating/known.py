"""What the checker has certified about a protocol, ready to be compared with: found once, then kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from flint import fmpq, nmod_mat

from ..claims import claim as new_claim
from ..claims.correction import correcting
from ..codes.clifford import Clifford
from ..codes.code import StabilizerCode, read_code
from ..enumerators import DEFAULT, Budget
from ..errors import DECLINED, LIMIT, Declined, InputError, OverBudget, StillproofError
from ..exact.cyclotomic import Cyclotomic
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..files.places import state_paths, statement_names
from ..files.text import dumps, read_bytes, sha256
from ..operation.certified import require_certified
from ..operation.family import equal_up_to_clifford, same_target
from ..protocols.matching import outside
from ..protocols.protocol import Protocol
from ..protocols.state import Site, StateFamily, read_state
from ..statements.checking import checked, pair, write_files
from ..statements.stated import Stated, read_stated
from ..statements.statement import Derivation, derive
from .claim import STRUCTURE
from .claim import Protocol as Named
from .distance import Bounds, full, quick
from .sentences import say
from .undone import most

FIDELITY = "fidelity"
CODE_KINDS = ("code", "enumerator")  # claims that no state family enters
KEPT = 64  # protocols from code files that are kept
MAX_NAME = 58  # of a statement: the checker reads 64 characters, and a bound is stated as NAME-bound
MAX_P = 7  # of a state that the checker reads
MAX_FRAMED = 3  # the largest p for which all Cliffords are tried
ATTEMPTS = 4  # to state what the checker certifies, each time without what it did not
Claims = list[dict[str, Any]]
Found = TypeVar("Found")


@dataclass(frozen=True)
class Known:
    """A statement that the checker has certified, and what the gate compares with: units, targets, reasons.

    `digests` are those of its two files.  `reasons` say why there is no claim of a kind or an id, where that is known.
    """

    stated: Stated
    digests: dict[str, str]
    reasons: dict[str, str] = field(default_factory=dict)
    fitting: dict[str, bool] = field(default_factory=dict)  # filled by `at_target`
    alike: dict[tuple[str, str], bool] = field(default_factory=dict)  # filled by `same_target`

    @property
    def name(self) -> str:
        """The id of the statement."""
        return self.stated.name

    @property
    def protocol(self) -> Protocol:
        """The code with the family."""
        return self.stated.protocol

    def one(self, *kinds: str) -> dict[str, Any]:
        """The first claim of some kinds.  Raises Declined, with the reason where it is known."""
        found = self.stated.of_kind(*kinds)
        if found:
            return found[0]
        for kind in kinds:
            if kind in self.reasons:
                raise Declined(say("no-kind-because", protocol=self.name, kind=kinds[0], reason=self.reasons[kind]))
        raise Declined(say("no-kind", protocol=self.name, kind=kinds[0]))

    def because(self, kind: str, label: str) -> str | None:
        """Why nothing of this kind is certified about an output, if that is known."""
        return self.reasons.get(f"{kind}-{label}", self.reasons.get(kind))

    def suppression(self, label: str) -> dict[str, Any]:
        """The `suppression` claim of an output.  Raises Declined."""
        for claim in self.stated.about("suppression", output=label):
            return claim
        reason = self.because("suppression", label)
        if reason is not None:
            raise Declined(say("no-suppression-because", reason=reason))
        raise Declined(say("no-suppression", protocol=self.name))

    @cached_property
    def source(self) -> dict[str, Any]:
        """The claim with the map: `map`, or `outputs` for several encoded qudits.  Raises Declined."""
        return self.stated.source or self.one("map", "outputs")

    @cached_property
    def frames(self) -> list[tuple[Clifford, dict[str, Any]]]:
        """Other Cliffords after which the output is a state of the family, for p up to 3, with its functions."""
        source, names = self.source, self.parameters
        if source["kind"] != "map" or self.stated.measured != "parameter" or self.protocol.code.p > MAX_FRAMED:
            return []
        accepted, matcher = self.protocol.channel.group_sum, self.protocol.matcher
        found: list[tuple[Clifford, dict[str, Any]]] = []
        for frame in matcher.fitting(tuple(source["output-twirl"])):
            parts = [RationalFunction.of(part, accepted, len(names)).json() for part in matcher.outputs(frame)]
            functions = dict(zip(names, parts, strict=True))
            if functions not in (self.stated.outputs, *(known for _, known in found)):
                found.append((frame.clifford, functions))
        return found

    def in_family(self, point: Sequence[fmpq]) -> bool:
        """Whether the output is a state of the family at a point, or nothing is accepted there."""
        try:
            return not outside([RationalFunction.stated(self.stated.outputs[x]).at(*point) for x in self.parameters])
        except ZeroDivisionError:
            return True

    def framed(self, functions: dict[str, Any]) -> Known:
        """The same with other functions of the output; nothing that rests on them is known."""
        claim = {**self.source, "output": functions}
        return Known(replace(self.stated, claims=[claim, *self.stated.of_kind("correction")]), self.digests)

    @cached_property
    def uncorrected(self) -> int:
        """How many Z-type stabilizers could be corrected, and are independent of those that a claim corrects."""
        code, claim = self.protocol.code, self.stated.correction
        if len(self.parameters) > 1 or (claim is None and not correcting(self.protocol)):
            return 0
        rank = nmod_mat([list(g.u) for g in code.stabilizers], code.p).rank()  # the others have products of Z type
        return len(code.stabilizers) - int(rank) - (0 if claim is None else len(claim["stabilizers"]))

    @property
    def corrects(self) -> bool:
        """Whether a claim corrects every stabilizer of Z type, which is then the protocol's own convention."""
        return self.stated.correction is not None and not self.uncorrected

    @cached_property
    def correctable(self) -> int:
        """How many independent stabilizers could be corrected, whatever the files name and claims say."""
        return most(self.protocol.code, self.protocol.state)

    def undone(self, count: int) -> Known:
        """The same with the outcomes of so many stabilizers undone: the success probability times p^count."""
        factor = fmpq(self.protocol.code.p) ** count
        success = RationalFunction.stated(self.source["success"]).times(factor).json()
        rest = [claim for claim in self.stated.claims if claim["kind"] != "correction"]
        claims = [{**claim, "success": success} if claim["id"] == self.source["id"] else claim for claim in rest]
        return Known(replace(self.stated, claims=claims), self.digests, self.reasons, self.fitting, self.alike)

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
        if len(self.parameters) > 1:
            return {}
        found = {self.parameters[0]: fmpq(1)}
        if self.stated.noise is not None:
            found.setdefault("eps", self.stated.noise)
            try:
                (mixed,) = self.protocol.state.maximally_mixed
            except Declined:
                return found
            found.setdefault("delta", 1 / mixed)
        return found

    @cached_property
    def targets(self) -> dict[str, tuple[Cyclotomic, ...]]:
        """chi of the target of each single output, up to one factor for all; none where the target is no product."""
        if not self.source.get("each"):
            return {}
        return self.stated.several.targets

    def at_target(self, label: str) -> bool:
        """Whether the target of a single output is that of the family, up to a Clifford gate; found once."""
        if label not in self.fitting:
            self.fitting[label] = same_target(self.protocol.state, self.scaled(label))
        return self.fitting[label]

    def same_target(self, first: str, second: str) -> bool:
        """Whether the targets of two single outputs are equal up to a Clifford gate; found once."""
        both = min(first, second), max(first, second)
        if both not in self.alike:
            state = self.protocol.state
            self.alike[both] = equal_up_to_clifford(state, *(self.scaled(label) for label in both))
        return self.alike[both]

    def scaled(self, label: str) -> dict[Site, Cyclotomic]:
        """chi of the target of a single output."""
        chi = self.targets[label]
        return dict(zip(self.protocol.state.sites, (x * chi[0].inverse() for x in chi), strict=True))

    @cached_property
    def units(self) -> dict[str, tuple[fmpq, fmpq]]:
        """The same and the fidelity, each as (a, b) for a x + b."""
        found = {name: (scale, fmpq(0)) for name, scale in self.scales.items()}
        if "eps" in found:
            found.setdefault(FIDELITY, (-found["eps"][0], fmpq(1)))
        return found

    def inside(self, at: Mapping[str, fmpq]) -> tuple[fmpq, ...]:
        """A point of a claim in the parameters of the family.  Raises Declined."""
        names = list(at)
        if len(self.parameters) == 1 and len(names) == 1 and names[0] in self.units:
            scale, shift = self.units[names[0]]
            values = [(at[names[0]] - shift) / scale]
        elif sorted(names) == sorted(self.parameters):
            values = [at[name] for name in self.parameters]
        elif names == ["delta"] and self.protocol.state.starts_pure:  # only then that line is depolarizing noise
            values = [at["delta"] * x for x in self.protocol.state.maximally_mixed]
        else:
            mixing = ["delta"] if self.protocol.state.starts_pure else []
            known = " or ".join([*self.units] or [", ".join(self.parameters), *mixing])
            raise Declined(say("point-other", protocol=self.name, known=known, claimed=", ".join(names)))
        if sum(values, fmpq(0)) > 1 or min(values) < 0:
            raise Declined(say("point-outside", point=", ".join(f"{k} = {v}" for k, v in at.items())))
        return tuple(values)

    def bounded(self, of: str, function: str, relation: str, value: dict[str, list[str]], ends: list[str]) -> str:
        """Have the checker certify that a function is bounded on a range: the digest of that certificate.

        Raises Declined where it does not.
        """
        asked = {"function": function, "of": of, "range": ends, "relation": relation, "value": value}
        bound = new_claim("bound", "bound", "derived, bound", asked, self.protocol)
        ids = rests_on(self.stated, of)
        claims = [*(claim for claim in self.stated.claims if claim["id"] in ids), bound]
        name = f"{self.name[:MAX_NAME]}-bound"
        files = pair(name, f"derived from {self.name} by stillproof gate", claims, self.protocol)
        _, rows, errors = checked(name, files)
        row = next((row for row in rows if row["claim"] == "bound"), {"message": errors.strip(), "verdict": "broken"})
        if row["verdict"] != "certified":
            raise Declined(say("range-unchecked", reason=row["message"]))
        return "sha256:" + sha256(files[f"certificates/{name}.jsonl"])


def rests_on(stated: Stated, identifier: str) -> set[str]:
    """The id, those of the claims that it rests on, and that of the code."""
    known = stated.by_id
    found, rest = {claim["id"] for claim in stated.of_kind("code")}, [identifier]
    while rest:
        one = rest.pop()
        if one in known and one not in found:
            found.add(one)
            rest += [known[one].get(key, "") for key in ("of", "clifford")] + known[one].get("output-twirl", [])
    return found


class Library:
    """The protocols that claims are about: those of the fixtures, and code files beside the claims.

    Statements of the fixtures that are `certified` already are neither read nor checked again.
    """

    def __init__(
        self,
        fixtures: Path,
        folder: Path,
        budget: Budget = DEFAULT,
        keep: Path | None = None,
        certified: Sequence[Stated] = (),
    ):
        self.fixtures, self.folder, self.budget, self.keep = fixtures, folder, budget, keep
        self.certified = {stated.name: stated for stated in certified}
        self.found: OrderedDict[Any, Any] = OrderedDict()
        self.names: dict[tuple[str, str], str] = {}  # what a name of a code or state stands for, by folder and name
        self.decoded: frozenset[tuple[str, Named]] = frozenset()  # groups of claims that speak of decoding

    def known(self, protocol: Named, quantity: str) -> Known:
        """What is certified about a protocol.  Raises InputError, Declined, OverBudget, each time the same."""
        if isinstance(protocol, str):
            if protocol in self.certified:
                return self.kept(protocol, lambda: known_of(self.certified[protocol]))
            return self.kept(protocol, lambda: stated_protocol(self.fixtures, protocol))
        code_path, state_name = protocol
        structure = quantity in STRUCTURE
        key: tuple[object, ...] = (code_path, self.content(code_path, "protocol.code"), state_name, structure)
        if state_name is not None and state_name.endswith(".json"):
            key += (self.content(state_name, "protocol.state"),)
        return self.kept(key, lambda: self.derived(code_path, state_name, structure))

    def content(self, path: str, where: str) -> str:
        """What a file of the folder has in it now, as a digest: it may be written again between two claims."""
        return sha256(read_bytes(self.inside(path, where)))

    def code(self, path: str) -> StabilizerCode:
        """A code file of the folder.  Raises InputError, Declined."""
        key = "code", path, self.content(path, "protocol.code")
        return self.kept(key, lambda: read_code(self.inside(path, "protocol.code")))

    def bounds(self, path: str, thorough: bool) -> Bounds:
        """Bounds of the distance of a code file: what a second gives, or the best that there are."""
        key = "bounds", path, self.content(path, "protocol.code"), thorough
        return self.kept(key, lambda: (full if thorough else quick)(self.code(path)))

    def kept(self, key: Any, find: Callable[[], Found]) -> Found:
        """What was found before under this key, or what is found now; an error is raised each time."""
        if key not in self.found:
            if len(self.found) >= KEPT:
                self.found.popitem(last=False)
            try:
                self.found[key] = find()
            except StillproofError as error:
                self.found[key] = error
        self.found.move_to_end(key)
        found: Found | StillproofError = self.found[key]
        if isinstance(found, StillproofError):
            raise found
        return found

    def inside(self, path: str, where: str) -> Path:
        """A regular file in the folder of the claims or below.  Raises InputError, without a look at any other file."""
        folder = self.folder.resolve()
        try:
            found = (folder / path).resolve()
            there = found.is_file()
        except (OSError, RuntimeError, ValueError):  # UnicodeError is a ValueError
            raise InputError(where, "a file that can be found", ascii(path)) from None
        if not found.is_relative_to(folder):
            raise InputError(where, "a path that stays in the folder of the claims, also through links", ascii(path))
        if not there:
            raise InputError(where, "a file in the folder of the claims", ascii(path))
        return self.folder / found.relative_to(folder)

    def state(self, name: str | None, code: StabilizerCode) -> StateFamily:
        """A state file of the folder, a state of the fixtures, or without a name any one of the same p."""
        states = state_paths(self.fixtures)
        if name is None:
            for path in states.values():
                found = read_state(path)
                if found.p == code.p:
                    return found
            raise Declined(say("no-state-known", p=code.p))
        if name.endswith(".json"):
            return read_state(self.inside(name, "protocol.state"))
        if name not in states:
            raise InputError("protocol.state", f"a .json file or one of {', '.join(states)}", ascii(name))
        return read_state(states[name])

    def derived(self, code_path: str, state_name: str | None, structure: bool) -> Known:
        """Everything that can be certified about a code file and a state; for structure only the code's own claims."""
        code = self.code(code_path)
        if code.p > MAX_P:
            raise OverBudget(say("dimension", limit=MAX_P, p=code.p))
        state = self.state(state_name, code)
        code = replace(code, name=self.distinct("codes", code.name, dumps(code.json())))
        name = self.distinct("states", state.name, dumps(state.data))
        state = replace(state, name=name, data={**state.data, "name": name})
        if structure:
            found = Derivation(code, state, self.budget)
            for kind in CODE_KINDS:
                found.attempt(kind, kind, {})
        else:
            found = derive(code, state, self.budget)
        wanted = f"{code.name}-{'code' if structure else state.name}"
        if len(wanted) > MAX_NAME:
            wanted = f"{wanted[: MAX_NAME - 9]}-{sha256(wanted)[:8]}"
        name = self.distinct("statements", wanted, dumps([code.sha256(), state.sha256(), structure]), MAX_NAME)
        files, claims, reasons = certified(name, f"derived from the code {code.name} by stillproof gate", found)
        if self.keep is not None:
            write_files(self.keep, files)
        digests = {
            "certificate": "sha256:" + sha256(files[f"certificates/{name}.jsonl"]),
            "statement": "sha256:" + sha256(files[f"statements/{name}.json"]),
        }
        return Known(Stated(name, claims, found.protocol), digests, reasons)

    def distinct(self, kind: str, name: str, content: str, limit: int = 64) -> str:
        """The name, or one with a hash if it stands for other content already: kept files overwrite no others."""
        for found in (name, f"{name[: limit - 9]}-{sha256(content)[:8]}"):
            if self.names.setdefault((kind, found.casefold()), content) == content:
                return found
        raise InputError(f"{kind} {name}", "a name of its own", "the name of another file")


def certified(name: str, source: str, found: Derivation) -> tuple[dict[str, str], Claims, dict[str, str]]:
    """Files as `pair` makes them, the claims in them, and why others are not; the checker certifies all that is left.

    What is over a limit of the checker, or outside what it decides, takes no other claim down: it is left out, and so
    is what rests on it.  Raises OverBudget, Declined where nothing is left, or where the checker refuses a claim.
    """
    claims, reasons = list(found.claims), dict(found.reasons)
    for _ in range(ATTEMPTS):
        files = pair(name, source, claims, found.protocol)
        exit_code, rows, errors = checked(name, files)
        if not exit_code:
            return files, claims, reasons
        failed = [f"{row['claim']}: {row['message']}" for row in rows if row["code"]]
        first = (failed or [errors.strip()])[0]
        kinds = {claim["id"]: claim["kind"] for claim in claims}
        dropped = {row["claim"]: row for row in rows if row["code"] in (DECLINED, LIMIT) and row["claim"] in kinds}
        reasons |= {name: row["message"] for key, row in dropped.items() for name in (kinds[key], key)}
        claims = [claim for claim in claims if claim["id"] not in dropped]
        if not dropped or exit_code not in (DECLINED, LIMIT) or not claims:
            break
    raise (OverBudget if exit_code == LIMIT else Declined)(say("not-certified", reason=first))


def stated_protocol(fixtures: Path, name: str) -> Known:
    """A protocol of the fixtures, once the checker has certified all its claims.  Raises Declined, NotCertified."""
    names = statement_names(fixtures)
    if name not in names:
        near = get_close_matches(name, names, n=3, cutoff=0)
        raise Declined(say("no-protocol", name=name, near=", ".join(near)))
    rows = require_certified(fixtures, [name])
    return known_of(read_stated(fixtures, name).passing(rows))


def known_of(stated: Stated) -> Known:
    """What is known of a statement whose claims the checker has certified, all of them."""
    if not stated.certified:
        raise ValueError(f"{stated.name} is not certified")
    texts = {"certificate": stated.certificate, "statement": stated.text}
    return Known(stated, {key: "sha256:" + sha256(text) for key, text in texts.items()})


def rationals(texts: Iterable[str]) -> list[fmpq]:
    """Rationals as claims spell them."""
    return [rational(x) for x in texts]
