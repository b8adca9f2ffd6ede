"""The Python checker, the extracted native program and the kernel agree, on honest certificates and on forgeries.

A claim that the native program accepts is one that the Python checker certifies, or the forgery spoils something that
the theory does not speak of: `UNSEEN` lists these checks with the reason.  What cannot be compared is counted.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import forge
from conftest import ROOT
from stillproof_check.run import all_names, check_pair
from stillproof_check.verdict import Refusal

PROGRAM = ROOT / "build" / "native" / "stillproof-native"
MISSING = [tool for tool in ("coqc", "coq_makefile", "ocamlopt", "ocamldep", "make") if shutil.which(tool) is None]
if MISSING and os.environ.get("CI"):
    raise RuntimeError(f"this run needs Coq and OCaml; missing: {', '.join(MISSING)}")
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"Coq and OCaml are not installed ({', '.join(MISSING)}): docs/theory.md"
)

Rows = list[dict[str, Any]]
CERTIFIED, REFUSED, DECLINED = 0, 10, 11

# Checks of the Python checker on things that the theory does not speak of, by the beginning of their ids.
UNSEEN = {
    "function.": "the theory says what the map is, not that its fractions are in lowest terms",
    "code.witness.logical": "the theory takes the distance from the enumerators, without a logical operator",
    "code.witness.destabilizers.apart": "the theory asks for any destabilizers, not for these",
    "clifford.sends": "a symmetry is about the matrix of a Clifford, not about the states that it permutes",
    "threshold.polynomial.primitive": "a factor does not change the root",
    "claim.kind": "the native program declines a claim of another kind, not the whole statement",
    "suppression.pure": "the theory knows a family by its matrix, whatever the order of the ensemble",
    "state.": "code, enumerators and symmetries do not depend on the state",
}

# Honest claims that the theory's checking function is too weak for, each with the reason.
TOO_WEAK = {
    ("golay-quartic", "threshold"): "sign changes are counted on (0, 1) as a whole, without a subdivision",
}


@pytest.fixture(scope="module", autouse=True)
def program() -> Path:
    """The native program, extracted and compiled."""
    done = subprocess.run(["make", "native"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return PROGRAM


def native(fixtures: Path, certificates: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    command = [str(PROGRAM), str(fixtures), str(certificates), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return done.returncode, done.stdout, done.stderr


def native_rows(fixtures: Path, certificates: Path, *names: str) -> Rows:
    """What the native program says of every claim."""
    code, out, err = native(fixtures, certificates, *names, "--json")
    assert err == ""
    report = json.loads(out)
    assert report["code"] == code
    rows: Rows = report["rows"]
    worst = [wanted for wanted in (12, 10, 13, 11) if wanted in {row["code"] for row in rows}]
    assert code == (worst[0] if worst else CERTIFIED if rows else DECLINED)
    return rows


def python_rows(fixtures: Path, certificates: Path, *names: str) -> Rows:
    """What the Python checker says of every claim."""
    try:
        labels = names or all_names(str(fixtures), str(certificates))
        return [row for label in labels for row in check_pair(str(fixtures), str(certificates), label)]
    except Refusal as refusal:
        return [{"statement": "", "claim": "", "code": refusal.code, "message": str(refusal)}]


def good(rows: Rows) -> set[tuple[str, str]]:
    """The claims with exit code 0, by statement and id."""
    return {(row["statement"], row["claim"]) for row in rows if row["code"] == CERTIFIED}


def disagreements(python: Rows, other: Rows) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Accepted by the native program only; refused by it although the Python checker certifies."""
    refused = {(row["statement"], row["claim"]) for row in other if row["code"] not in (CERTIFIED, DECLINED, 13)}
    return good(other) - good(python), refused & good(python)


LONG = ("qr23-strange",)  # a minute
SHORT = sorted({path.stem for path in (ROOT / "fixtures" / "statements").glob("*.json")} - set(LONG))
HONEST = {
    "fixtures": (ROOT / "fixtures", ROOT / "proofs" / "certificates"),
    "bases": (forge.BASES, forge.BASES / "certificates"),
}


@pytest.fixture(scope="module")
def honest_bases() -> Rows:
    """What the native program says of the honest twins of the forgeries."""
    return native_rows(*HONEST["bases"])


@pytest.fixture(scope="module")
def honest_fixtures() -> Rows:
    """What the native program says of the statements of the project."""
    return native_rows(*HONEST["fixtures"], *SHORT)


def test_what_the_native_program_accepts_is_certified(
    honest_bases: Rows, honest_fixtures: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    """On honest statements: no claim is accepted that is not certified, and none refused but those of `TOO_WEAK`."""
    weak: set[tuple[str, str]] = set()
    for place, (fixtures, certificates) in HONEST.items():
        seen = honest_bases if place == "bases" else honest_fixtures
        python = python_rows(fixtures, certificates, *sorted({statement for statement, _ in good(seen)}))
        accepted, refused = disagreements(python, seen)
        assert accepted == set()
        weak |= refused
        counts = Counter(row["verdict"] for row in seen)
        kinds = Counter(row["kind"] for row in seen if row["code"] == CERTIFIED)
        with capsys.disabled():
            print(f"\nnative program on honest {place}: {dict(counts)}; accepted: {dict(kinds)}")
    assert weak == set(TOO_WEAK)


def test_what_the_kernel_checks_in_an_instance_is_accepted(honest_fixtures: Rows) -> None:
    """An instance contains no claim that the native program does not read and accept."""
    listed = json.loads((ROOT / "proofs" / "theory" / "instances" / "claims.json").read_text())
    checked = {(name, claim) for name, entry in listed.items() for claim in entry["claims"]}
    assert {("five-qubit-t", "square-root"), ("reed-muller15-t", "yield"), ("golay11-norell", "map")} < checked
    assert checked - good(honest_fixtures) == set()


def reason_unseen(check: str) -> str:
    """Why the theory does not see what this check is about, or nothing."""
    return next((reason for prefix, reason in UNSEEN.items() if check.startswith(prefix)), "")


@dataclass(frozen=True)
class Compared:
    """How a stored forgery fared: disagreements, or what came out of it."""

    wrong: list[str]
    outcome: str
    kind: str = ""  # of the claim; empty for one about a file or the whole statement


def compare(case: forge.Case, twin: Rows, root: Path) -> Compared:
    """Run both on a stored forgery; `twin` is what the native program says of its base."""
    forge.lay_out(case, root)
    folders = (root, root / "certificates")
    names = sorted(path.stem for path in (root / "statements").iterdir() if path.suffix == ".json")
    python, other = python_rows(*folders), native_rows(*folders, *names)
    accepted, refused = disagreements(python, other)
    wrong = [f"{case.place}: {claim} refused, but certified" for claim in refused - set(TOO_WEAK)]
    unseen = reason_unseen(case.check)
    if accepted and not unseen:
        wrong += [f"{case.place}: {claim} accepted, but not certified" for claim in accepted]
    if accepted:
        return Compared(wrong, f"not looked at: {unseen}")
    kinds = {row["claim"]: row["kind"] for row in twin}
    lost = sorted(claim for _, claim in good(twin) - good(python))
    blamed = [row["kind"] for row in other if row["code"] in (REFUSED, 12, 13)]
    if lost or blamed:
        kind = blamed[0] if blamed else kinds[lost[0]]
        return Compared(wrong, "refused by both", kind or "files and whole statements")
    about = (
        "about a claim that the theory does not know" if good(twin) else "about a code that the theory does not know"
    )
    return Compared(wrong, about)


def test_forgeries(honest_bases: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every stored forgery but those of the folders: both refuse it, or the theory does not speak of what it spoils."""
    outcomes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    for number, case in enumerate(forge.stored_cases()):
        if case.check.startswith("folder."):
            outcomes["about stray files in a folder, of which the native program reads only what it is asked for"] += 1
            continue
        if case.builder == "growing":
            outcomes["needs a file that grows while it is read"] += 1
            continue
        twin = [row for row in honest_bases if row["statement"] == case.base]
        found = compare(case, twin, tmp_path / str(number))
        wrong += found.wrong
        outcomes[found.outcome] += 1
        if found.kind:
            kinds[found.kind] += 1
    with capsys.disabled():
        print(f"\nforgeries compared: {outcomes['refused by both']} of {sum(outcomes.values())}: {dict(kinds)}")
        for outcome, count in outcomes.most_common():
            print(f"  {count:4} {outcome}")
    assert wrong == []
    known = {row["kind"] for row in honest_bases if row["code"] == CERTIFIED}
    assert known <= set(kinds), f"no forgery of the kind is compared: {known - set(kinds)}"


# One edit of a claim about qubits: the statement, the claim, old and new, and the accepted claim that is lost.
QUBIT_FORGERIES = [
    ("five-qubit-t", "code", '"distance":3', '"distance":4', "code"),
    ("five-qubit-t", "cycle", '"symplectic":[[1,1],[1,0]]', '"symplectic":[[0,1],[1,1]]', "symmetry-cycle"),
    ("five-qubit-t", "cycle", '"shift":[0,0]', '"shift":[1,1]', "symmetry-cycle"),
    ("five-qubit-t", "cycle", '"den":"2"', '"den":"1"', "symmetry-cycle"),
    ("five-qubit-t", "enumerator", '"15","0"]', '"16","0"]', "enumerator"),
    ("five-qubit-t", "map", '["0","0","20","-30"', '["0","0","21","-30"', "map"),
    ("five-qubit-t", "map", '"den":["48"]', '"den":["49"]', "map"),
    ("five-qubit-t", "suppression", '"5/2"', '"7/2"', "suppression"),
    ("five-qubit-t", "suppression", '"order":2', '"order":3', "suppression"),
    ("five-qubit-t", "threshold", '"bound":"1"', '"bound":"1/4"', "threshold"),
    ("five-qubit-t", "threshold", '["4","-14","7"]', '["4","-13","7"]', "threshold"),
    ("five-qubit-t", "square-root", '"s":"-1"', '"s":"1"', "square-root"),
    ("five-qubit-t", "square-root", '"D":"21"', '"D":"22"', "square-root"),
    ("five-qubit-t", "square-root", '"center":"7"', '"center":"8"', "square-root"),
    ("five-qubit-t", "yield", '"inputs":"30"', '"inputs":"29"', "yield"),
    ("five-qubit-t", "yield", '"161/790"', '"160/787"', "yield"),
    ("reed-muller15-t", "TXT-adjoint", '"shift":[1,0]', '"shift":[0,0]', "symmetry-TXT-adjoint"),
    ("reed-muller15-t", "bound-low", '"at least"', '"at most"', "bound-low"),
    ("reed-muller15-t", "bound-low", '["0","0","0","35"]', '["0","0","0","36"]', "bound-low"),
    ("reed-muller15-t", "bound-high", '"1/10"', '"1/3"', "bound-high"),
    ("reed-muller15-t", "bound-high", '["1","-4"]', '["1","-3"]', "bound-high"),
    ("reed-muller15-t", "correction", "[5,6,", "[4,5,6,", "yield"),
    ("reed-muller15-t", "correction", '"num":["1","-15"', '"num":["1","-16"', "yield"),
    ("reed-muller15-t", "threshold", '"bound":"1/2"', '"bound":"1"', "threshold"),
    ("reed-muller15-t", "yield", '"inputs":"15"', '"inputs":"16"', "yield"),
    ("reed-muller15-t", "yield", '"success-of":"correction"', '"success-of":"map"', "yield"),
]


@pytest.mark.parametrize(("name", "claim", "old", "new", "lost"), QUBIT_FORGERIES)
def test_a_forged_claim_about_qubits(
    name: str, claim: str, old: str, new: str, lost: str, honest_fixtures: Rows, tmp_path: Path
) -> None:
    """Neither program accepts the claim that the edit spoils, and the native one nothing that the other does not."""
    statement = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())
    paths = {"statement": f"statements/{name}.json", "certificate": f"certificates/{name}.jsonl"}
    parts = [f"codes/{statement['code']['name']}.json", f"states/{statement['state']['name']}.json"]
    files = {part: (ROOT / "fixtures" / part).read_bytes() for part in [*parts, paths["statement"]]}
    files[paths["certificate"]] = (ROOT / "proofs" / paths["certificate"]).read_bytes()
    lines = files[paths["statement"]].decode().splitlines(keepends=True)
    (at,) = [i for i, line in enumerate(lines) if f'"id":"{claim}"' in line]
    assert lines[at].count(old) == 1
    lines[at] = lines[at].replace(old, new)
    files[paths["statement"]] = "".join(lines).encode()
    forge.follow(files, paths, "statement", "")
    forge.write(files, tmp_path)
    python, other = (rows(tmp_path, tmp_path / "certificates", name) for rows in (python_rows, native_rows))
    assert (name, lost) in good(honest_fixtures)
    assert (name, lost) not in good(python) | good(other)
    assert good(other) <= good(python)


def ask_kernel(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Let coqc decide goals about `check` and `qubit_check`."""
    path = folder / "Asked.v"
    path.write_text(
        "From Coq Require Import ZArith.\nFrom mathcomp Require Import all_ssreflect.\n"
        "From Stillproof Require Check Qubit.\n" + text
    )
    command = ["coqc", "-w", "none", "-R", str(ROOT / "proofs" / "theory"), "Stillproof", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def test_the_kernel_gives_the_same_answers(tmp_path: Path) -> None:
    """What the extracted program was asked on honest and forged statements, and its answers, put to the kernel."""
    names = ("one", "five", "phases", "skew", "twins-norell", "five-qubit-t", "odd-t", "signed-t", "parity-t-gate")
    text = "".join(native(*HONEST["bases"], name, "--coq")[1] for name in names)
    text += "".join(native(*HONEST["fixtures"], name, "--coq")[1] for name in ("golay11-strange", "reed-muller15-t"))
    small = [case for case in forge.stored_cases() if case.base in names and not case.builder]
    for number, case in enumerate(small):
        forge.lay_out(case, tmp_path / str(number))
        text += native(tmp_path / str(number), tmp_path / str(number) / "certificates", case.base, "--coq")[1]
    goals = [goal.lstrip() + "Qed.\n" for goal in text.split("Qed.\n")[:-1]]
    distinct = list(dict.fromkeys(goals))
    for function in ("Check.check", "Qubit.qubit_check"):
        asked = [goal for goal in distinct if goal.startswith(f"Goal {function} ")]
        answers = Counter(goal.partition("Proof.")[0].rpartition("=")[2].strip(" .\n") for goal in asked)
        assert answers["true"] > 1
        assert answers["false"] > 1
    done = ask_kernel("".join(distinct), tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    # and the kernel does say no
    for goal in (distinct[0], next(goal for goal in distinct if "Qubit." in goal)):
        wrong = goal.replace("= true", "= @").replace("= false", "= true").replace("= @", "= false")
        assert ask_kernel(wrong, tmp_path).returncode != 0


IMPORTS = {
    "golay11-norell": ("CodeClaim 5", "Definitions Displacement Projector Polynomial Listing Check"),
    "five-qubit-t": ("CodeClaim 3", "Definitions Polynomial QubitState QubitClifford RationalMap Qubit"),
}


@pytest.mark.parametrize("name", IMPORTS)
def test_an_instance_with_a_forged_number_does_not_compile(name: str, tmp_path: Path) -> None:
    """The data of a generated instance, with one number changed: the kernel refuses its run of the checker."""
    ident, (true_claim, modules) = name.replace("-", "_"), IMPORTS[name]
    text = (ROOT / "proofs" / "theory" / "instances" / f"{ident}.v").read_text()
    head, _, body = text.partition("Section Theorems.")[0].partition("From Stillproof Require Import")
    body = body.partition("\n")[2]
    imported = "From Stillproof.instances Require Import golay11_strange.\n"
    if imported in body:  # its own definitions, without its theorems
        other = (ROOT / "proofs" / "theory" / "instances" / "golay11_strange.v").read_text()
        named = re.findall(r"^Definition (?:golay11|enumerator_[AB]) :.*?\.$", other, flags=re.MULTILINE | re.DOTALL)
        assert len(named) == 3
        body = body.replace(
            imported, "Section Imported.\nLocal Open Scope Z_scope.\n" + "\n".join(named) + "\nEnd Imported.\n"
        )
    assert body.count(true_claim) == 1
    for claim, good_number in ((true_claim, True), ("CodeClaim 4", False)):
        path = tmp_path / "Instance.v"
        path.write_text(f"{head}From Stillproof Require Import {modules}.\n{body.replace(true_claim, claim)}")
        command = ["coqc", "-w", "none", "-R", str(ROOT / "proofs" / "theory"), "Stillproof", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        assert (done.returncode == 0) is good_number, done.stderr[-1000:]
        refused = "expected to have type" in done.stderr and f"{ident}_certificate = true" in done.stderr
        assert refused is not good_number, done.stderr
