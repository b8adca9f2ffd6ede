"""Writing statements: which claims there are about a protocol, and the certificate that answers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ..claims import KINDS, Fields, bound, claim, correction, twirl
from ..claims import map_ as map_claim
from ..codes.clifford import Clifford
from ..codes.code import StabilizerCode
from ..enumerators import DEFAULT, Budget
from ..errors import Declined
from ..files.text import certificate_text
from ..protocols.protocol import Protocol
from ..protocols.state import LONGEST, StateFamily
from ..words.progress import Progress, unheard

EXPANSION = 3  # degree of the expansions that `derive` states
STEMS = (*KINDS, "fraction", "no-gain")  # how ids of claims begin that are no Cliffords: no id of a Clifford does


def certificate(claims: Sequence[Fields], statement_sha256: str, protocol: Protocol) -> str:
    """The certificate: a witness for every claim, found from its question alone."""
    lines = []
    for entry in claims:
        try:
            found = KINDS[entry["kind"]].witness(entry, protocol)
        except Declined as error:
            raise Declined(f"claim {entry['id']}: {error}") from None
        lines.append({"claim": entry["id"], "witness": found})
    return certificate_text(statement_sha256, lines)


def disagreements(entry: Fields, protocol: Protocol) -> list[str]:
    """Where a claim's answer differs from the recomputed one: the field, the claimed and the exact value."""
    exact = KINDS[entry["kind"]].answer(entry, protocol)
    return [
        f"{entry['id']}: {place}: claimed {claimed}, recomputed {value}"
        for key, whole in exact.items()
        for place, claimed, value in _differences(key, entry.get(key), whole)
    ]


def _differences(place: str, claimed: Any, exact: Any) -> list[tuple[str, Any, Any]]:
    if isinstance(exact, dict) and isinstance(claimed, dict) and exact.keys() == claimed.keys():
        return [x for key in exact for x in _differences(f"{place}.{key}", claimed[key], exact[key])]
    if isinstance(exact, list) and isinstance(claimed, list) and len(exact) == len(claimed):
        pairs = enumerate(zip(claimed, exact, strict=True))
        return [x for i, (a, b) in pairs for x in _differences(f"{place}[{i}]", a, b)]
    return [] if claimed == exact else [(place, claimed, exact)]


def statement(name: str, claims: Sequence[Fields], code: StabilizerCode, state: StateFamily, source: str) -> Fields:
    """A statement about a code and a state."""
    return {
        "claims": claims,
        "code": {"name": code.name, "sha256": code.sha256()},
        "format": "stillproof-statement/1",
        "name": name,
        "source": source,
        "state": {"name": state.name, "sha256": state.sha256()},
    }


class Derivation:
    """The claims that hold for a protocol nobody has stated anything about, one by one; and why others do not.

    `tick` is called after every coset and every claim, `hear` as by Protocol.
    """

    def __init__(
        self,
        code: StabilizerCode,
        state: StateFamily,
        budget: Budget = DEFAULT,
        tick: Callable[[], None] = lambda: None,
        hear: Progress = unheard,
    ):
        self.claims: list[Fields] = []
        self.known: dict[str, Fields] = {}
        self.reasons: dict[str, str] = {}
        self.tick = tick
        cliffords = cliffords_by_id(state)
        self.protocol = Protocol(code, state, cliffords, claims=self.known, budget=budget, tick=tick, hear=hear)

    def attempt(self, identifier: str, kind: str, question: Callable[[], Fields] | Fields) -> None:
        """A claim, or the reason why there is none.  Raises ValueError where a Clifford could have the id."""
        if kind != "clifford" and not begins(identifier):
            raise ValueError(f"{identifier} begins with none of {STEMS}")
        try:
            asked = question if isinstance(question, dict) else question()
            found = claim(identifier, kind, f"derived, {kind}", asked, self.protocol)
            self.known[identifier] = found
            self.claims.append(found)
        except Declined as error:
            self.reasons[identifier] = str(error)
        self.tick()

    def map(self) -> str:
        """Attempt what a map rests on, and the map, or the outputs of several qudits; the id of the last one."""
        code, state = self.protocol.code, self.protocol.state
        self.attempt("code", "code", {})
        for name, clifford in self.protocol.cliffords.items():
            f = clifford.symplectic
            self.attempt(name, "clifford", {"shift": list(clifford.shift), "symplectic": [list(f[0]), list(f[1])]})
        for name in self.protocol.cliffords:
            self.attempt(f"symmetry-{name}", "symmetry", {"clifford": name})
        self.attempt("enumerator", "enumerator", {})
        if not self.protocol.channel.uniform:
            self.attempt("class-enumerator", "class-enumerator", {})
        if code.k > 1:
            self.attempt("outputs", "outputs", {"parameter": state.parameters[0]})
            return "outputs"
        self.attempt("map", "map", lambda: map_claim.question(self.protocol))
        return "map"


def derive(
    code: StabilizerCode, state: StateFamily, budget: Budget = DEFAULT, tick: Callable[[], None] = lambda: None
) -> Derivation:
    """Every claim that holds for a protocol nobody has stated anything about; and why the others do not."""
    found = Derivation(code, state, budget, tick)
    known, protocol, attempt = found.known, found.protocol, found.attempt
    source = found.map()
    several, one = code.k > 1, len(state.parameters) == 1
    if protocol.cliffords:
        attempt("twirl", "twirl", lambda: twirl.question(protocol))
    if source not in known:
        return found
    if not several:
        attempt("term-weights", "term-weights", {"of": source})
    attempt("correction", "correction", lambda: {**correction.question(protocol), "of": source})
    for name in ["success", *([] if one else protocol.outputs)]:
        attempt(f"expansion-{spelling(name)}", "expansion", {"degree": EXPANSION, "function": name, "of": source})
    if not one:  # each says why there is none
        for kind in ("suppression", "threshold"):
            attempt(kind, kind, {"of": source, "output": state.parameters[0]})
    else:
        success = "correction" if "correction" in known else source
        for output in protocol.outputs:
            end = f"-{output}" if several else ""
            attempt(f"suppression{end}", "suppression", {"of": source, "output": output})
            attempt(f"threshold{end}", "threshold", {"of": source, "output": output})
            if f"threshold{end}" not in known:
                attempt(f"no-gain{end}", "bound", partial(bound.question, protocol, source, output))
            if f"suppression{end}" in known:
                attempt(f"yield{end}", "yield", {"of": f"suppression{end}", "success-of": success})
            if f"threshold{end}" in known:
                attempt(f"radicals{end}", "radicals", {"of": f"threshold{end}"})
        attempt("wigner", "wigner", {})
        if "wigner" in known and "threshold" in known:
            attempt("fraction", "quotient", {"of": "threshold", "over": "wigner"})
    return found


def cliffords_by_id(state: StateFamily) -> dict[str, Clifford]:
    """The Cliffords of a family by the ids of their claims.

    The id is the name, unless it is long, or another claim may have the id: then `clifford-` and the number.
    """
    found = {}
    for number, (name, clifford) in enumerate(state.cliffords.items(), 1):
        taken = len(name) > LONGEST or begins(name)
        found[f"clifford-{number}" if taken else name] = clifford
    return found


def begins(identifier: str) -> bool:
    """Whether an id is one of STEMS, or one of them, a hyphen and more."""
    return any(identifier == stem or identifier.startswith(f"{stem}-") for stem in STEMS)


def spelling(name: str) -> str:
    """A parameter's name as a part of an id."""
    return name.replace("_", "-")
