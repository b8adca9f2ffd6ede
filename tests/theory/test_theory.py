"""The formal theory and what is said of it agree: theorems, the claims that instances contain, `make prove`."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT, needed
from stillproof.commands.verify import kernel_checked
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
    files = {path.stem for path in (THEORY / "instances").glob("*.v")}
    assert {name.replace("-", "_") for name in LISTED} == {path.stem for path in (THEORY / "claims").glob("*.v")}
    assert files - {path.stem for path in (THEORY / "claims").glob("*.v")} == {"stated_qubits", "stated_qutrits"}
    for name, entry in LISTED.items():
        stated = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())["claims"]
        text = (THEORY / "claims" / f"{name.replace('-', '_')}.v").read_text()
        numbers = {claim["id"]: number for number, claim in enumerate(stated, 1)}
        assert entry["claims"] == {
            claim: [f"{name.replace('-', '_')}.claim_{numbers[claim]}"] for claim in entry["claims"]
        }
        assert entry["claims"]
        known = re.findall(r"^Timeout \d+ Definition (claim_\d+) ", text, flags=re.MULTILINE)
        assert known == [f"claim_{n}" for n in sorted(numbers[claim] for claim in entry["claims"])]


def test_no_correction_counts() -> None:
    """The theory says which outcomes are corrected, not with which probability of success."""
    stated = json.loads((ROOT / "fixtures" / "statements" / "reed-muller15-t.json").read_text())["claims"]
    corrections = {claim["id"] for claim in stated if claim["kind"] == "correction"}
    assert corrections
    rest_on_them = {claim["id"] for claim in stated if claim.get("success-of") in corrections}
    assert rest_on_them
    assert not rest_on_them & LISTED["reed-muller15-t"]["claims"].keys()
    assert "CorrectionClaim" in (THEORY / "instances" / "reed_muller15_t.v").read_text()
    assert not corrections & LISTED["reed-muller15-t"]["claims"].keys()


def test_the_fraction_that_verify_prints_counts_certified_claims_of_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "statements").mkdir()
    digests = {}
    for name in ("one", "two"):
        path = tmp_path / "statements" / f"{name}.json"
        path.write_text(json.dumps({"name": name}))
        digests[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    listed = tmp_path / "claims.json"

    def say(**instances: tuple[str, str]) -> str:
        """The line, for the statements with their claims and hashes in the list."""
        entries = {
            name: {"claims": {claim: [] for claim in ids.split()}, "sha256": of}
            for name, (ids, of) in instances.items()
        }
        listed.write_text(json.dumps(entries))
        return kernel_checked(listed, digests, rows)

    rows = [
        {"statement": statement, "claim": claim, "verdict": verdict}
        for statement, claim, verdict in (
            ("one", "code", "certified"),
            ("one", "map", "refused"),
            ("two", "code", "certified"),
            ("two", "map", "certified"),
            ("two", "other", "certified"),
        )
    ]
    assert "1 of 4 certified claims (25.0 %)" in say(one=("code map absent", digests["one"]))
    assert "3 of 4 certified claims (75.0 %)" in say(one=("code", digests["one"]), two=("code map", digests["two"]))
    assert "2 of 4 certified claims (50.0 %)" in say(one=("code", digests["two"]), two=("code map", digests["two"]))
    assert "0 of 4 certified claims (0.0 %)" in say(absent=("code map", digests["one"]))
    assert "0 of 0 certified claims (none)" in kernel_checked(listed, digests, [])
    assert kernel_checked(tmp_path / "nothing.json", digests, rows).endswith("no list of instances here")


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


@pytest.mark.parametrize("words", [["--only"], ["--only", "golay11-strang"], ["--ever"]])
def test_every_exit_code_of_make_prove_is_in_its_list(words: list[str]) -> None:
    needed("coqc")
    command = [sys.executable, "-I", str(THEORY / "prove.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert "; 2 a word that is no option, or no statement" in " ".join((THEORY / "prove.py").read_text().split())


def test_make_prove_takes_no_module_from_the_environment(tmp_path: Path) -> None:
    for name in ("json", "re", "subprocess", "textwrap"):
        (tmp_path / f"{name}.py").write_text('raise SystemExit("taken")\n')
    done = subprocess.run(
        [str(shutil.which("make")), "prove", f"PYTHON={sys.executable}"],
        capture_output=True, text=True, check=False, timeout=60, cwd=ROOT,
        env={**os.environ, "PATH": "", "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert "coqc" in done.stdout
    assert "taken" not in done.stdout + done.stderr


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


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_a_compiled_theory_is_taken_only_from_the_command_line(tmp_path: Path) -> None:
    """A variable of the environment does nothing for `make native`, and a folder without one is refused."""
    given = f"STILLPROOF_THEORY={tmp_path}"
    make = ["make", "-C", str(ROOT / "proofs" / "native"), f"BUILD={tmp_path / 'native'}"]
    show = ["--no-print-directory", "--eval=show: ; @echo theory=$(STILLPROOF_THEORY)", "show"]
    for words, environment, taken in (([], {"STILLPROOF_THEORY": str(tmp_path)}, ""), ([given], {}, str(tmp_path))):
        command, around = [*make, *show, *words], {**os.environ, **environment}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=around)
        assert done.stdout.split() == [f"theory={taken}"], done.stderr
    refused = subprocess.run([*make, given], capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert f"{tmp_path}: no compiled theory" in refused.stdout
