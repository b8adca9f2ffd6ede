"""The matrix of kinds and rooms: a kind is one name in one place per room, and every hole has a reason.

A room that gets something of a kind loses its hole here, and a kind that something is missing of gets one: the test
fails for both.  `dev/new_kind.py` lays out a new kind; its marks have to be gone before it counts as one.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import all_forgeries
from conftest import ROOT
from stillproof import claims
from stillproof.supplements.expressions import no_tests
from stillproof.supplements.kinds import KINDS as TOLD
from stillproof.supplements.quoted import no_values
from stillproof.supplements.shown import fields
from stillproof_check.lemmas import LEMMAS
from stillproof_check.rules.table import RULES

sys.path.insert(0, str(ROOT / "proofs" / "theory"))
import claim_types

pytestmark = pytest.mark.quick

NEW = runpy.run_path(str(ROOT / "dev" / "new_kind.py"))
NATIVE = runpy.run_path(str(ROOT / "proofs" / "native" / "others.py"))
TOLDS = ROOT / "verify" / "stillproof" / "supplements" / "kinds"
STATED = [*(ROOT / "fixtures" / "statements").glob("*.json"), *(ROOT / "tests" / "bases" / "statements").glob("*.json")]
CLAIMED = {claim["kind"] for path in STATED for claim in json.loads(path.read_text())["claims"]}


def folder(kind: str) -> Path:
    """Where the tests of a kind lie."""
    return ROOT / "tests" / "kinds" / kind.replace("-", "_")


def named(modules: Path, kind: str) -> bool:
    """Whether a folder, or one of its folders, has the one module of the name of a kind."""
    return len(list(modules.rglob(f"{NEW['stem'](kind)}.py"))) == 1


ROOMS: dict[str, Callable[[str], bool]] = {  # what each has of a kind
    "rule": lambda kind: kind in RULES and named(ROOT / "proofs" / "stillproof_check" / "rules", kind),
    "lemma": lambda kind: kind in RULES and bool(RULES[kind].LEMMAS) and set(RULES[kind].LEMMAS) <= LEMMAS.keys(),
    "producer": lambda kind: kind in claims.KINDS and named(ROOT / "verify" / "stillproof" / "claims", kind),
    "page": lambda kind: (ROOT / "docs" / "claims" / f"{kind}.md").is_file(),
    "true claims": lambda kind: kind in CLAIMED,
    "forgeries": lambda kind: bool(all_forgeries.rows(folder(kind) / "forgeries.py")),
    "words": lambda kind: kind in TOLD and named(TOLDS, kind) and TOLD[kind].told is not fields,
    "values": lambda kind: TOLD[kind].values is not no_values,
    "self-tests": lambda kind: TOLD[kind].self_tests is not no_tests,
    "kernel": lambda kind: kind in claim_types.KINDS,
    "native": lambda kind: kind in NATIVE["own_kinds"](),
}
UNSTATED = "proofs/theory/ has no function that checks such a claim"
HOLES: dict[str, dict[str, tuple[str, ...]]] = {  # room -> reason -> the kinds that it has nothing of
    "values": {
        "it states no number that is quoted by itself": (
            "basin", "bound", "class-enumerator", "classification", "clifford", "enumerator", "expansion",
            "fixed-points", "flow", "graph-form", "logical-action", "projection", "symmetry", "term-weights",
            "trapping",
        ),
        "its number is one of the claim that it names": ("printed","radicals"),
    },
    "self-tests": {
        "it is about operators or words of a code, and the systems compute with numbers and polynomials only": (
            "class-enumerator", "classification", "clifford", "code", "correction", "graph-form", "logical-action",
            "projection", "symmetry", "twirl",
        ),
        "it is about points under a map that is applied again and again, not about one polynomial": (
            "basin-threshold", "fixed-points", "flow", "trapping",
        ),
    },
    "kernel": {
        UNSTATED: (
            "basin", "basin-threshold", "class-enumerator", "classification", "fixed-points", "flow", "graph-form",
            "logical-action", "outputs", "printed", "quotient", "term-weights", "trapping", "twirl", "wigner",
        ),
        "it is read with the `symmetry` claims that rest on it, and is no theorem of its own": ("clifford",),
        "that outcomes are corrected is proved, but not the success probability that it states": ("correction",),
    },
    "native": {
        UNSTATED: (
            "basin", "basin-threshold", "class-enumerator", "classification", "fixed-points", "flow", "graph-form",
            "logical-action", "outputs", "printed", "quotient", "term-weights", "trapping", "twirl", "wigner",
        ),
    },
}  # fmt: skip


def missing() -> dict[str, set[str]]:
    """The kinds that each room has nothing of."""
    return {room: {kind for kind in RULES if not has(kind)} for room, has in ROOMS.items()}


def test_every_hole_of_the_matrix_has_one_reason() -> None:
    for room, found in missing().items():
        stated = [kind for kinds in HOLES.get(room, {}).values() for kind in kinds]
        assert sorted(stated) == sorted(found), f"{room}: HOLES lists {sorted(stated)}, without it are {sorted(found)}"


def test_the_holes_are_of_rooms_and_kinds_and_the_reasons_are_sentences() -> None:
    assert HOLES.keys() <= ROOMS.keys()
    for reasons in HOLES.values():
        assert all(len(reason.split()) > 4 and list(kinds) == sorted(kinds) for reason, kinds in reasons.items())


def test_no_room_has_a_kind_that_is_none() -> None:
    """A file of the name of no kind is one that was forgotten when a kind was renamed or retired."""
    for place, suffix in (
        ("verify/stillproof/claims", ".py"),
        ("verify/stillproof/supplements/kinds", ".py"),
        ("docs/claims", ".md"),
        ("tests/kinds", ""),
    ):
        stems = {path.stem for path in (ROOT / place).iterdir() if path.suffix == suffix and path.stem[:2] != "__"}
        kinds = {name.rstrip("_").replace("_", "-") for name in stems - {"index", "retired"}}
        assert kinds == RULES.keys(), place


def marked(root: Path) -> list[str]:
    """The files that a kind has in some room, and that have something to be filled in."""
    found = []
    for pattern in NEW["PLACES"]:
        found += [path.relative_to(root).as_posix() for path in root.glob(pattern) if NEW["MARK"] in path.read_text()]
    return sorted(found)


def test_no_kind_is_half_done() -> None:
    assert marked(ROOT) == []


def test_the_conventions_of_the_native_program_are_written_from_the_rules() -> None:
    assert NATIVE["TARGET"].read_text() == NATIVE["text"](), "run `make update`"
