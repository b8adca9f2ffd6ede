"""The formal theory and what is said of it agree: theorems, the claims that instances contain, `make prove`."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT
from stillproof_check.lemmas import FORMAL, LEMMAS

THEORY = ROOT / "proofs" / "theory"
LISTED = json.loads((THEORY / "instances" / "claims.json").read_text())


def module(name: str) -> ModuleType:
    """A script of the theory."""
    sys.path.insert(0, str(THEORY))
    try:
        spec = importlib.util.spec_from_file_location(name, THEORY / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        found = importlib.util.module_from_spec(spec)
        sys.modules[name] = found
        spec.loader.exec_module(found)
        return found
    finally:
        sys.path.remove(str(THEORY))


def theorems(path: Path) -> set[str]:
    """The names of the theorems of a file."""
    return set(re.findall(r"^(?:Theorem|Lemma) (\w+)", path.read_text(), flags=re.MULTILINE))


@pytest.mark.parametrize("lemma", FORMAL)
def test_a_formal_lemma_names_a_theorem_whose_assumptions_are_printed(lemma: str) -> None:
    assert lemma in LEMMAS
    for part in FORMAL[lemma].split("; "):
        name = part.partition(":")[0]
        assert name in set().union(*(theorems(path) for path in THEORY.glob("*.v")))
        assert f"Print Assumptions {name}." in (THEORY / "Assumptions.v").read_text()


def test_the_list_of_kernel_checked_claims_is_fresh() -> None:
    command = [sys.executable, str(THEORY / "kernel_claims.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_list_names_claims_and_theorems_that_exist() -> None:
    assert {name.replace("-", "_") for name in LISTED} == {path.stem for path in (THEORY / "instances").glob("*.v")}
    for name, entry in LISTED.items():
        stated = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())["claims"]
        known = theorems(THEORY / "instances" / f"{name.replace('-', '_')}.v")
        assert entry["claims"].keys() <= {claim["id"] for claim in stated}
        assert {theorem for about in entry["claims"].values() for theorem in about} | {entry["theorem"]} <= known
        assert entry["claims"]


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("CodeClaim 5;", "CodeClaim 4;", "code"),
        ("[:: 1; 0; 0; 0; 0; 0; 528;", "[:: 1; 0; 0; 0; 0; 0; 529;", "enumerator"),
        ("SuppressionClaim 3 (55, 18)", "SuppressionClaim 3 (55, 19)", "suppression"),
        ("SymmetryClaim [:: GateN]", "SymmetryClaim [:: GateN; GateN]", "symmetry-N"),
    ],
)
def test_a_claim_with_another_value_does_not_count(old: str, new: str, lost: str) -> None:
    text = (THEORY / "instances" / "golay11_strange.v").read_text()
    assert text.count(old) == 1
    name, entry = module("kernel_claims").covered(text.replace(old, new))
    assert name == "golay11-strange"
    assert LISTED[name]["claims"].keys() - entry["claims"].keys() == {lost}


@pytest.mark.parametrize("words", [[], ["--independent"]])
def test_without_coq_nothing_is_proved(words: list[str]) -> None:
    command = [sys.executable, str(THEORY / "prove.py"), *words]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": ""}, timeout=60
    )
    assert done.returncode == 11
    assert "coqc" in done.stdout
    assert "apt-get install coq libcoq-mathcomp" in done.stdout
    assert "kernel-checked" not in done.stdout


SUMMARY = """
CONTEXT SUMMARY
===============

* Theory: Set is predicative

* Axioms:
    Coq.Floats.PrimFloat.ltb
    mathcomp.ssreflect.finset.SetDef.finsetE{axiom}

* Constants/Inductives relying on type-in-type: <none>

* Constants/Inductives relying on unsafe (co)fixpoints: {unsafe}

* Inductives whose positivity is assumed: <none>
"""


@pytest.mark.parametrize(
    ("returncode", "axiom", "unsafe", "code"),
    [
        (0, "", "<none>", 0),
        (0, "\n    Stillproof.Check.cheat", "<none>", 10),
        (0, "", "Stillproof.Listing.loop", 10),
        (1, "", "<none>", 10),
    ],
)
def test_an_axiom_of_the_theory_is_seen(returncode: int, axiom: str, unsafe: str, code: int) -> None:
    prove = module("prove")
    assert prove.verdict(returncode, SUMMARY.format(axiom=axiom, unsafe=unsafe))[0] == code
    assert prove.verdict(0, "")[0] == 10
