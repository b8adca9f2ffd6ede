"""The Python checker, the extracted native program and the kernel agree, on honest certificates and on forgeries.

A claim that the native program accepts is one that the Python checker certifies, without an exception: whatever a file
says and the theory does not speak of, the readers check.  What cannot be compared is counted.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import all_forgeries
import forge
import spoil
from conftest import ROOT
from stillproof.commands.certify import certify
from stillproof_check.entry.verdict import Refusal
from stillproof_check.rules.table import RULES
from stillproof_check.run import all_names, check_pair, exit_code

COMPILED = ROOT / "build" / "native" / "theory"
PROGRAM = ROOT / "build" / "native" / "stillproof-native"
MISSING = [tool for tool in ("coqc", "coq_makefile", "ocamlopt", "ocamldep", "make") if shutil.which(tool) is None]
if MISSING and os.environ.get("CI"):
    raise RuntimeError(f"this run needs Coq and OCaml; missing: {', '.join(MISSING)}")
pytestmark = [
    pytest.mark.native,
    pytest.mark.skipif(bool(MISSING), reason=f"Coq and OCaml are not installed ({', '.join(MISSING)}): docs/theory.md"),
]

Rows = list[dict[str, Any]]
CERTIFIED, REFUSED, DECLINED = 0, 10, 11

# Honest claims that the theory's checking function is too weak for, each with the reason.
TOO_WEAK = {
    ("golay-quartic", "threshold"): "sign changes are counted on (0, 1) as a whole, without a subdivision",
}


@pytest.fixture(scope="module", autouse=True)
def program() -> Path:
    """The native program, extracted and compiled: from the sources, whatever was compiled beside them.

    The lane of CI says where the lane before it has compiled the theory, in an empty folder.
    """
    planted = ROOT / "proofs" / "theory" / "Check.vo"
    kept = planted.read_bytes() if planted.exists() else None
    planted.write_bytes(b"not what Check.v compiles to")
    try:
        given = [f"STILLPROOF_THEORY={folder}" for folder in [os.environ.get("STILLPROOF_THEORY")] if folder]
        command = ["make", "native", *given]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    finally:
        planted.unlink() if kept is None else planted.write_bytes(kept)
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
    assert {("five-qubit-t", "square-root"), ("five-qubit-t", "yield"), ("golay11-norell", "map")} < checked
    assert checked - good(honest_fixtures) == set()


@dataclass(frozen=True)
class Compared:
    """How a spoiled statement fared: disagreements, what came out of it, and the kinds of claims that it cost."""

    wrong: list[str]
    outcome: str
    kinds: set[str]


def compare(where: str, twin: Rows, root: Path) -> Compared:
    """Run both on a spoiled statement; `twin` is what the native program says of the honest one."""
    folders = (root, root / "certificates")
    python, other = python_rows(*folders), native_rows(*folders)
    accepted, refused = disagreements(python, other)
    wrong = [f"{where}: {claim} refused, but certified" for claim in refused - set(TOO_WEAK)]
    wrong += [f"{where}: {claim} accepted, but not certified" for claim in accepted]
    if exit_code(other) == CERTIFIED != exit_code(python):
        wrong.append(f"{where}: exit code 0, but not certified")
    known = {row["claim"]: row["kind"] for row in twin}
    lost = {known[claim] for _, claim in good(twin) - good(python)}
    blamed = {row["kind"] or "files and whole statements" for row in other if row["code"] in (REFUSED, 12, 13)}
    if lost or blamed:
        return Compared(wrong, "refused by both" if exit_code(python) != CERTIFIED else "still true", lost | blamed)
    declined = sorted({row["message"].partition(": ")[2].partition(":")[0] for row in other if row["code"] == DECLINED})
    return Compared(wrong, f"nothing that is accepted was spoiled, the rest is declined: {', '.join(declined)}", set())


def test_forgeries(honest_bases: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every forgery: what the native program accepts, the Python checker certifies."""
    outcomes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    for number, case in enumerate(all_forgeries.cases()):
        if case.builder == "growing":
            outcomes["needs a file that grows while it is read"] += 1
            continue
        twin = [row for row in honest_bases if row["statement"] == case.base]
        forge.lay_out(case, tmp_path / str(number))
        found = compare(case.id, twin, tmp_path / str(number))
        wrong += found.wrong
        outcomes[found.outcome] += 1
        kinds.update(found.kinds)
    with capsys.disabled():
        print(f"\nforgeries compared: {outcomes['refused by both']} of {sum(outcomes.values())}: {dict(kinds)}")
        for outcome, count in outcomes.most_common():
            print(f"  {count:4} {outcome}")
    assert wrong == []
    known = {row["kind"] for row in honest_bases if row["code"] == CERTIFIED}
    also = {lost.partition("-")[0] for *_, lost in EDITS}
    assert known <= set(kinds) | also, f"no forgery of the kind is compared: {known - set(kinds) - also}"


SAMPLE, SEED = 300, 20_200_187
# statements with claims that the native program accepts, of all its kinds, and that are checked in a moment
SPOILED = ("five", "five-qubit-t", "golay-cliffords", "parity-t-gate", "phases", "signed-t", "skew", "twins-norell")


def test_spoiled_files(honest_bases: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sample of edits anywhere in the four files, and of stray files: never a yes of the native program alone."""
    chance = random.Random(SEED)
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(SAMPLE):
        name, root = chance.choice(SPOILED), tmp_path / str(number)
        twin = [row for row in honest_bases if row["statement"] == name]
        files, what = forge.base_files(name), "nothing"
        if chance.random() < 0.05:
            forge.write(files, root)
            what = spoil.litter(root, name, chance)
        else:
            files, what = spoil.spoil(files, forge.base_paths(name), chance)
            forge.write(files, root)
        found = compare(f"{number} {name}: {what}", twin, root)
        wrong += found.wrong
        outcomes[found.outcome] += 1
    with capsys.disabled():
        print(f"\nspoiled files: {dict(outcomes)}")
    assert wrong == []
    assert outcomes["refused by both"] > SAMPLE / 2


def laid_out(root: Path, name: str, **edits: Callable[[Any], object]) -> tuple[Path, Path]:
    """An honest statement below a root, some of its four files edited; what names them by their hash follows."""
    files, paths = forge.base_files(name), forge.base_paths(name)
    for kind, change in edits.items():
        data = files[paths[kind]]
        value = [json.loads(line) for line in data.splitlines()] if kind == "certificate" else json.loads(data)
        change(value)
        lines = b"".join(map(spoil.dumps, value)) if kind == "certificate" else b""
        files[paths[kind]] = lines or (spoil.statement_bytes if kind == "statement" else spoil.dumps)(value)
        forge.follow(files, paths, kind, "")
    forge.write(files, root)
    return root, root / "certificates"


def claim(statement: Any, wanted: str) -> Any:
    """The claim with this id."""
    return next(entry for entry in statement["claims"] if entry["id"] == wanted)


def times_one_plus_x(statement: Any) -> None:
    """A common factor of numerator and denominator: the same function, in another spelling."""
    output = claim(statement, "map")["output"]["delta"]
    for part, coefficients in output.items():
        pairs = zip(["0", *coefficients], [*coefficients, "0"], strict=True)
        output[part] = [str(int(a) + int(b)) for a, b in pairs]


def impure(state: Any) -> None:
    """The maximally mixed state as a member: no projector."""
    zero, half = ["0"] * 4, ["1", "0", "0", "0"]
    state["ensemble"][1]["projector"] = {"den": "2", "entries": [[half, zero], [zero, half]], "m": 12}


def more_than_all(state: Any) -> None:
    """A weight that is negative at the end of the range."""
    state["ensemble"][0]["weight"][1] = "-3/2"
    state["ensemble"][1]["weight"][1] = "3/2"


def code_last(value: Any) -> None:
    """The claim about the code after all that rests on it."""
    claims = value["claims"] if isinstance(value, dict) else value
    code = next(i for i, entry in enumerate(claims) if "code" in (entry.get("id"), entry.get("claim")))
    moved = claims.pop(code)
    claims.insert(len(claims) - isinstance(value, list), moved)  # a certificate has one more line


def zero_coefficient(statement: Any) -> None:
    """|f - 0 x| is of the order x^2 where f begins with x^2: true, but no leading term."""
    claim(statement, "suppression").update(order=1, coefficient="0")


SPOILED_BY_HAND: dict[str, tuple[int, str, dict[str, Callable[[Any], object]]]] = {
    "a common factor": (10, "function.witness.bezout", {"statement": times_one_plus_x}),
    "no projector": (10, "state.projector.idempotent", {"state": impure}),
    "a negative weight": (10, "state.weights.positive", {"state": more_than_all}),
    "no leading term": (10, "suppression.order", {"statement": zero_coefficient}),
    "a witness that is a list": (12, "object.later", {"certificate": lambda lines: lines[-2].update(witness=[])}),
    "another convention": (12, "text.constant", {"statement": lambda x: x["claims"][-1].update(convention="mine")}),
    "an unknown kind": (11, "claim.kind", {"statement": lambda x: x["claims"][-1].update(kind="mine")}),
    "a dead destabilizer": (
        10,
        "code.witness.destabilizers",
        {"certificate": lambda lines: lines[1]["witness"]["destabilizers"].reverse()},
    ),
    "a logical operator of another weight": (
        10,
        "code.witness.logical.weight",
        {"certificate": lambda lines: lines[1]["witness"].update(logical=[[0] * 5, [0] * 5])},
    ),
}


@pytest.mark.parametrize("what", SPOILED_BY_HAND)
def test_what_the_theory_does_not_speak_of(what: str, tmp_path: Path) -> None:
    """The same exit code, by the same check, as the Python checker."""
    code, check, edits = SPOILED_BY_HAND[what]
    folders = laid_out(tmp_path, "five-qubit-t", **edits)
    python, other = python_rows(*folders), native_rows(*folders)
    for rows in (python, other):
        assert any(row["code"] == code and f"{check}: " in row["message"] for row in rows), rows
    assert good(other) <= good(python)


def renamed(value: Any) -> Any:
    """The same with x for delta."""
    if isinstance(value, dict):
        return {renamed(key): renamed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [renamed(entry) for entry in value]
    return "x" if value == "delta" else value


def test_a_family_that_does_not_start_at_its_first_member_has_no_threshold(tmp_path: Path) -> None:
    """The same family, with the state opposite to the target as the first member: the map stays, nothing is noise."""

    def other_names(value: Any) -> None:
        for key, entry in enumerate(value) if isinstance(value, list) else list(value.items()):
            value[key] = renamed(entry)

    def other_target(state: Any) -> None:
        other_names(state)
        state["ensemble"].reverse()

    folders = laid_out(tmp_path, "five-qubit-t", state=other_target, statement=other_names, certificate=other_names)
    for rows in (python_rows(*folders), native_rows(*folders)):
        assert ("five-qubit-t", "map") in good(rows)
        declined = {row["claim"] for row in rows if row["code"] == DECLINED and "family.pure: " in row["message"]}
        assert declined >= {"suppression", "threshold"}
        assert not {"suppression", "threshold", "yield", "square-root"} & {claim for _, claim in good(rows)}


@pytest.mark.parametrize(("key", "code"), [("kind", DECLINED), ("convention", 12), ("place", 12)])
def test_a_claim_that_cannot_be_read_leaves_the_others_alone(
    key: str, code: int, honest_bases: Rows, tmp_path: Path
) -> None:
    """An unknown kind, another convention, no place: a row of its own, as by the Python checker."""
    folders = laid_out(tmp_path, "five-qubit-t", statement=lambda x: x["claims"][-1].update({key: ""}))
    honest = {entry for entry in good(honest_bases) if entry[0] == "five-qubit-t"}
    for rows in (python_rows(*folders), native_rows(*folders)):
        assert rows[-1]["code"] == code
        assert honest - good(rows) == {("five-qubit-t", rows[-1]["claim"])}


def test_a_claim_rests_on_a_code_claim_before_it(tmp_path: Path) -> None:
    folders = laid_out(tmp_path, "five-qubit-t", statement=code_last, certificate=code_last)
    rows = native_rows(*folders)
    assert good(rows) == {("five-qubit-t", "code")} <= good(python_rows(*folders))
    assert {row["code"] for row in rows} == {CERTIFIED, DECLINED}


@pytest.mark.parametrize(
    ("litter", "code", "check"),
    [
        ("statements/five-qubit-t.JSON", 12, "folder.suffix"),
        ("certificates/five-qubit-t.json", 12, "folder.suffix"),
        ("certificates/other.jsonl", 11, "folder.stray"),
    ],
)
def test_a_folder_is_read_as_a_whole(litter: str, code: int, check: str, tmp_path: Path) -> None:
    """All statements, or those that are asked for: nothing is passed over."""
    folders = laid_out(tmp_path, "five-qubit-t")
    (tmp_path / litter).write_text("{}")
    for rows in (python_rows(*folders), native_rows(*folders)):
        assert [row["code"] for row in rows] == [code]
        assert check in rows[0]["message"]
    assert good(native_rows(*folders, "five-qubit-t")) != set()


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert native(tmp_path / "none", tmp_path / "none")[0] == DECLINED


@pytest.mark.parametrize(("stabilizer", "corner"), [([[0, 0], [1, 0]], "N"), ([[1, 0], [0, 0]], "S")])
def test_a_map_that_rejects_at_a_corner_is_declined(stabilizer: list[list[int]], corner: str, tmp_path: Path) -> None:
    """On |0>, or on |0> + |1> + |2>, a state at a corner of the family is never accepted: a true map."""
    code = {"format": "stillproof-code/1", "n": 2, "name": corner, "p": 3, "source": "a test"}
    (tmp_path / "code.json").write_text(json.dumps({**code, "stabilizers": [stabilizer]}))
    certify(tmp_path / "code.json", ROOT / "fixtures" / "states" / "norell.json", tmp_path, lambda done, total: None)
    folders = (tmp_path, tmp_path / "certificates")
    assert exit_code(python_rows(*folders)) == CERTIFIED
    rows = native_rows(*folders)
    assert {row["code"] for row in rows} == {CERTIFIED, DECLINED}
    (row,) = [row for row in rows if row["kind"] == "map"]
    assert "theory.map.success" in row["message"]


def test_a_list_too_long_is_a_limit(tmp_path: Path) -> None:
    folders = laid_out(tmp_path, "five-qubit-t", code=lambda code: code.update(signs=[0] * 2_000_000))
    assert [row["code"] for row in native_rows(*folders)] == [13]


def test_a_verdict_that_nobody_hears_is_no_success(tmp_path: Path) -> None:
    fixtures, certificates = laid_out(tmp_path, "one")
    for target in ("/dev/full", "&-"):
        command = ["sh", "-c", f'"$0" "$1" "$2" >{target}', str(PROGRAM), str(fixtures), str(certificates)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 1
        assert done.stderr.startswith("stdout: ")


PARAMETERS = [
    ("strange", ["delta"], True),
    ("strange", ["x"], True),
    ("strange", ["p"], False),
    ("strange", ["F"], False),
    ("strange", ["x-1"], False),
    ("strange", ["theThreshold"], False),
    ("strange", ["target"], False),
    *(("strange", [name], False) for name in ("i", "O", "omega", "pi", "zeta")),
    ("strange", ["eps"], False),  # its infidelity is 2/3 of that
    ("t", ["eps"], False),
    ("t-gate", ["eps"], True),
    ("t-gate", ["delta"], False),  # noise along Z
    ("t-gate", ["Eps"], False),
    ("t-gate", ["success"], False),
    ("t-gate", ["Any"], False),
    ("t-gate", ["fidelity"], False),
    ("t-gate", ["infidelity"], False),
    ("t-gate", ["EPSILON"], False),
    ("t-gate", ["1"], False),
    ("t-gate", ["1x"], False),
    ("t-gate", ["x1"], True),
    ("strange", ["DELTA"], False),
    ("norell", ["eps0", "epsS"], True),
    ("norell", ["eps0", "2"], False),
    ("norell", ["eps", "epsS"], False),
    ("norell", ["eps0", "delta"], False),
]


@pytest.mark.parametrize(("state", "parameters", "fits"), PARAMETERS)
def test_a_reserved_name_means_what_it_says(state: str, parameters: list[str], fits: bool, tmp_path: Path) -> None:
    """delta is the depolarizing rate, eps the infidelity; neither among several parameters, and no other sense."""
    base = {"strange": "five", "t": "five-qubit-t", "t-gate": "parity-t-gate", "norell": "twins-norell"}[state]
    folders = laid_out(tmp_path, base, state=lambda value: value.update(parameters=parameters))
    rows = native_rows(*folders)
    python = python_rows(*folders)
    for found in (rows, python):
        refused = [row for row in found if re.search(r"state\.parameters\.(meaning|reserved): ", row["message"])]
        assert [row["code"] for row in refused] == ([] if fits else [12])
    assert (good(rows) != set()) is fits
    assert good(rows) <= good(python)


def test_the_conventions_are_those_of_the_rules() -> None:
    done = subprocess.run([PROGRAM, "--conventions"], capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout) == {kind: rule.CONVENTION for kind, rule in RULES.items()}


# One edit of a claim: the statement, the claim, old and new, and the accepted claim that is lost.
EDITS = [
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
    ("five-qubit-t", "square-root", '"r":"0"', '"r":"1"', "square-root"),
    ("five-qubit-t", "square-root", '"degree":2', '"degree":3', "square-root"),
    (
        "five-qubit-t",
        "threshold",
        '37531/20000000000000000000000000000000"',
        '37531/10000000000000000000000000000000"',
        "threshold",
    ),
    ("five-qubit-t", "yield", '"outputs":1', '"outputs":2', "yield"),
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
    ("reed-muller15-t", "threshold", '"infidelity":["7074', '"infidelity":["7073', "threshold"),
    ("golay11-strange", "threshold", "7421899/7500000000", "7421899/7600000000", "threshold"),
    ("golay11-strange", "yield", '"outputs":1', '"outputs":2', "yield"),
    ("golay11-strange", "H", '"symplectic":[[0,2],[1,0]]', '"symplectic":[[0,1],[2,0]]', "symmetry-H"),
    ("golay11-strange", "H", '"S":"S"', '"S":"plus"', "symmetry-H"),
]


def edited(root: Path, name: str, claim: str, old: str, new: str) -> tuple[Rows, Rows]:
    """What both programs say of a statement of the project with one edit of one claim."""
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
    forge.write(files, root)
    return python_rows(root, root / "certificates", name), native_rows(root, root / "certificates", name)


@pytest.mark.parametrize(("name", "claim", "old", "new", "lost"), EDITS)
def test_a_forged_claim(
    name: str, claim: str, old: str, new: str, lost: str, honest_fixtures: Rows, tmp_path: Path
) -> None:
    """Neither program accepts the claim that the edit spoils, and the native one nothing that the other does not."""
    python, other = edited(tmp_path, name, claim, old, new)
    assert (name, lost) in good(honest_fixtures)
    assert (name, lost) not in good(python) | good(other)
    assert good(other) <= good(python)


RELATIONS = [  # of the output of 15-to-1 to 35 eps^3 on (0, 1/10), and to itself; by the Python checker, and natively
    ("above", False, CERTIFIED, CERTIFIED),
    ("at least", False, CERTIFIED, CERTIFIED),
    ("below", False, REFUSED, REFUSED),
    ("at most", False, REFUSED, REFUSED),
    ("equal to", False, REFUSED, DECLINED),
    ("above", True, REFUSED, REFUSED),
    ("below", True, REFUSED, REFUSED),
    ("at least", True, CERTIFIED, DECLINED),
    ("at most", True, CERTIFIED, DECLINED),
    ("equal to", True, CERTIFIED, DECLINED),
]


@pytest.mark.parametrize(("relation", "itself", "by_python", "natively"), RELATIONS)
def test_the_relations_of_a_bound(relation: str, itself: bool, by_python: int, natively: int, tmp_path: Path) -> None:
    """The theory has strict relations: what holds with equality is declined, not refused."""
    statement = json.loads((ROOT / "fixtures" / "statements" / "reed-muller15-t.json").read_text())
    output = claim(statement, "map")["output"]["eps"] if itself else claim(statement, "bound-low")["value"]
    old = '"relation":"at least","value":{"den":["1"],"num":["0","0","0","35"]}'
    new = f'"relation":"{relation}","value":{spoil.dumps(output).decode().strip()}'
    for rows, code in zip(
        edited(tmp_path, "reed-muller15-t", "bound-low", old, new), (by_python, natively), strict=True
    ):
        assert [row["code"] for row in rows if row["claim"] == "bound-low"] == [code]


def ask_kernel(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Let coqc decide goals about `check` and `qubit_check`."""
    path = folder / "Asked.v"
    path.write_text(
        "From Coq Require Import ZArith.\nFrom mathcomp Require Import all_ssreflect.\n"
        "From Stillproof Require Check Qubit.\n" + text
    )
    command = ["coqc", "-w", "none", "-R", str(COMPILED), "Stillproof", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def test_the_kernel_gives_the_same_answers(tmp_path: Path) -> None:
    """What the extracted program was asked on honest and forged statements, and its answers, put to the kernel."""
    names = ("one", "five", "phases", "skew", "twins-norell", "five-qubit-t", "odd-t", "signed-t", "parity-t-gate")
    text = "".join(native(*HONEST["bases"], name, "--coq")[1] for name in names)
    text += "".join(native(*HONEST["fixtures"], name, "--coq")[1] for name in ("golay11-strange", "reed-muller15-t"))
    small = [case for case in all_forgeries.cases() if case.base in names and not case.builder]
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
        command = ["coqc", "-w", "none", "-R", str(COMPILED), "Stillproof", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        assert (done.returncode == 0) is good_number, done.stderr[-1000:]
        refused = "expected to have type" in done.stderr and f"{ident}_certificate = true" in done.stderr
        assert refused is not good_number, done.stderr
