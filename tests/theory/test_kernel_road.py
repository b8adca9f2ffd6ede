"""The road from JSON to "kernel-checked": what is read, what is written into Coq, and what Coq compares.

Most of this needs no Coq.  Where it does, one small coqc compares the types of a forged claim with those of the honest
one: the part of the instance is played by a file that has the honest types as axioms.
"""

from __future__ import annotations

import copy
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import forge
import kernel_forgeries
from conftest import ROOT
from kernel_forgeries import COMMITTED, COQ, Case

THEORY = ROOT / "proofs" / "theory"
sys.path.append(str(THEORY))

import claim_types  # noqa: E402
import kernel_claims  # noqa: E402
import prove  # noqa: E402
import reading  # noqa: E402

pytestmark = pytest.mark.kernel

BASES = ("five-qubit-t", "golay11-strange", "golay11-norell", "reed-muller15-t")


def places(root: Path) -> reading.Places:
    """The folders below a root."""
    return reading.Places(root, root / "certificates")


def road(base: str, root: Path | None = None) -> dict[str, str]:
    """What is generated for one statement."""
    generated: dict[str, str] = kernel_claims.generated(places(root) if root else reading.Places(), [base])
    return generated


def types(base: str, root: Path | None = None) -> str:
    """The file of types of one statement."""
    return road(base, root)[f"claims/{base.replace('-', '_')}.v"]


HONEST = {base: road(base) for base in BASES}
INSTANCES = len(json.loads((THEORY / "instances" / "claims.json").read_text()))
ALL_BUT_ONE = f"left out: {INSTANCES - 1} of {INSTANCES} instances"


# --- forgeries ---


def label(case: Case) -> str:
    """A name for a case."""
    return f"{case.check}-{case.base}-{case.line or case.file}-{case.new[:20]}"


@pytest.mark.parametrize("case", kernel_forgeries.CASES, ids=label)
def test_a_forgery_is_refused_for_its_reason(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    kernel_forgeries.lay_out(case, tmp_path)
    if case.check not in (COQ, COMMITTED):
        with pytest.raises(reading.Refusal) as caught:
            road(case.base, tmp_path)
        assert (caught.value.check, caught.value.code) == (case.check, case.code)
        assert Path(caught.value.file).is_relative_to(tmp_path)
        return
    forged = road(case.base, tmp_path)
    # it does not get past the committed files ..
    changed = [path for path, text in forged.items() if (THEORY / path).read_text() != text and "stated" not in path]
    assert (
        f"instances/{case.base.replace('-', '_')}.v" in changed or f"claims/{case.base.replace('-', '_')}.v" in changed
    )
    if case.check == COMMITTED:
        (listed,) = json.loads(forged[kernel_claims.LIST]).values()
        assert listed["claims"].keys() < committed(case.base).keys()
        return
    # .. and, were these generated again, not past Coq
    theory = request.getfixturevalue("theory")
    path = f"claims/{case.base.replace('-', '_')}.v"
    code, said = compare(theory, case.base, re.sub(r"^Timeout \d+", "Timeout 5", forged[path], flags=re.MULTILINE))
    assert (code, said.partition(":")[0]) == (case.code, COQ)


def committed(base: str) -> dict[str, list[str]]:
    """The claims of a statement in the committed list."""
    claims: dict[str, list[str]] = json.loads((THEORY / kernel_claims.LIST).read_text())[base]["claims"]
    return claims


# --- one small coqc ---


def stand_in(base: str) -> str:
    """A file for the instance: the honest types, as axioms."""
    says, _, _ = HONEST[base][f"claims/{base.replace('-', '_')}.v"].partition("(* what is above")
    numbers = re.findall(r"^Definition claim_(\d+)_says", says, flags=re.MULTILINE)
    return says + "".join(f"Axiom claim_{n} : forall R, claim_{n}_says R.\n" for n in numbers)


@pytest.fixture(scope="session")
def theory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the types are written in, and a file for each instance."""
    if shutil.which("coqc") is None:
        if os.environ.get("CI"):
            raise RuntimeError("this run needs Coq: docs/theory.md")
        pytest.skip("Coq is not installed: docs/theory.md")
    folder = tmp_path_factory.mktemp("theory")
    for name in ("Definitions", "Polynomial", "Stated"):
        shutil.copy(THEORY / f"{name}.v", folder)
        assert coqc(folder, f"{name}.v").returncode == 0
    (folder / "instances").mkdir()
    (folder / "claims").mkdir()
    for base in BASES:
        path = f"instances/{base.replace('-', '_')}.v"
        (folder / path).write_text(stand_in(base))
        done = coqc(folder, path)
        assert done.returncode == 0, done.stderr
    return folder


def coqc(folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Compile a file."""
    command = ["coqc", "-w", "none", "-R", ".", "Stillproof", path]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


def compare(folder: Path, base: str, text: str) -> tuple[int, str]:
    """What `make prove` says of a file of types: its exit code and the reason."""
    path = f"claims/{base.replace('-', '_')}.v"
    (folder / path).write_text(text)
    done = coqc(folder, path)
    if done.returncode == 0:
        return 0, ""
    # two different large numbers are compared one by one, until Coq gives up: that is a refusal, too
    reasons = ("while it is expected to have type", "Stack overflow", "Timeout!")
    assert any(reason in done.stderr for reason in reasons), done.stderr
    return prove.failure("", done.stderr), "kernel.theorem: "


@pytest.mark.parametrize("base", BASES)
def test_the_honest_types_pass(base: str, theory: Path) -> None:
    """Or the forgeries would prove nothing."""
    assert compare(theory, base, types(base)) == (0, "")


def test_a_theorem_that_rests_on_an_axiom_is_not_kernel_checked(
    theory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base = "five-qubit-t"
    assert compare(theory, base, types(base)) == (0, "")
    monkeypatch.setattr(prove, "exported", lambda: ([], ["claims.five_qubit_t.claim_1"]))
    code = prove.prove(theory, {base: {"claims": committed(base)}})
    said = capsys.readouterr().out
    assert code == 10
    assert "NOT CLOSED      five-qubit-t  code: claim_1: Axioms:" in said
    assert "kernel-checked  " not in said


# Lines of an instance that would make a claim say less, if it were read after them.
TRICKS = {
    "a definition": "Definition qubit_distance (n : nat) (P : nat) (d : nat) := True.\n",
    "a notation": 'Notation "5" := 3.\nNotation qubit_distance := (fun _ _ => True).\n',
    "a global option": '#[global] Set Warnings "none".\n#[global] Unset Guard Checking.\n',
    "a coercion": "Coercion id_of (n : nat) : bool := true.\n",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_nothing_in_an_instance_changes_what_a_claim_says(trick: str, theory: Path) -> None:
    """The instance is loaded after the types, and not imported."""
    base, path = "five-qubit-t", "instances/five_qubit_t.v"
    shutil.copytree(theory, theory.parent / trick.replace(" ", "-"), dirs_exist_ok=True)
    folder = theory.parent / trick.replace(" ", "-")
    lines = stand_in(base).replace("Axiom claim_1 :", TRICKS[trick] + "Axiom claim_1 :")
    (folder / path).write_text(lines)
    done = coqc(folder, path)
    assert done.returncode == 0, done.stderr
    honest = types(base)
    assert compare(folder, base, honest) == (0, "")
    assert compare(folder, base, honest.replace("qubit_distance P 3]", "qubit_distance P 5]"))[0] == 10


# --- nothing of a file but numbers ---

WORDS = "*) Qed. End Claims. Axiom false : False. (* ' %coq_Z (* (*"


def rewritten(value: Any, text: str) -> Any:
    """The words for people in a JSON value, replaced."""
    if isinstance(value, dict):
        return {key: text if key in ("place", "source") else rewritten(item, text) for key, item in value.items()}
    return [rewritten(item, text) for item in value] if isinstance(value, list) else value


def spelled(value: dict[str, Any]) -> bytes:
    """A statement in its one spelling."""
    dumps = lambda item: json.dumps(item, sort_keys=True, separators=(",", ":"))  # noqa: E731
    rest = {key: item for key, item in value.items() if key != "claims"}
    return ('{"claims":[\n' + ",\n".join(map(dumps, value["claims"])) + "\n]," + dumps(rest)[1:] + "\n").encode()


def replace_all(base: str, root: Path, change: Any) -> None:
    """The files of a statement, the JSON of each changed, and the hashes after it."""
    files, paths = kernel_forgeries.honest(base)
    for part in ("code", "state", "statement"):
        value = change(part, json.loads(files[paths[part]]))
        files[paths[part]] = spelled(value) if part == "statement" else json.dumps(value).encode()
    for part in ("code", "state", "statement"):
        forge.follow(files, paths, part, "")
    forge.write(files, root)


@pytest.mark.parametrize("base", BASES)
def test_no_word_of_a_file_is_written_into_coq(base: str, tmp_path: Path) -> None:
    replace_all(base, tmp_path, lambda _, value: rewritten(value, WORDS))
    generated = road(base, tmp_path)
    for path, text in generated.items():
        if path.endswith(".v"):
            assert text == HONEST[base][path]


@pytest.mark.parametrize("text", ['a " b', "a\nEnd Claims.\n", "a \\ b", "caf\u00e9"])
def test_quotes_line_feeds_and_backslashes_are_not_even_read(text: str, tmp_path: Path) -> None:
    replace_all("five-qubit-t", tmp_path, lambda _, value: rewritten(value, text))
    with pytest.raises(reading.Refusal) as caught:
        road("five-qubit-t", tmp_path)
    assert (caught.value.check, caught.value.code) == ("json.ascii", 12)


@pytest.mark.parametrize("base", BASES)
def test_no_name_of_a_file_is_written_into_coq(base: str, tmp_path: Path) -> None:
    """Claims, members of the ensemble and parameters under other names: only the list of claims has them."""
    files, paths = kernel_forgeries.honest(base)
    statement, state = (json.loads(files[paths[part]]) for part in ("statement", "state"))
    names = [claim["id"] for claim in statement["claims"]] + state["parameters"]
    names += [member["name"] for member in state["ensemble"]]
    fresh = {name: f"End{i}" for i, name in enumerate(sorted(set(names)))}

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            keep = (
                "kind",
                "convention",
                "place",
                "source",
                "name",
                "format",
                "output-match",
                "function",
                "code",
                "state",
            )
            inner = "parameters" not in value and "kind" not in value  # of an output: its keys are names
            return {
                fresh.get(key, key) if inner else key: item if key in keep else renamed(item)
                for key, item in value.items()
            }
        return [renamed(item) for item in value] if isinstance(value, list) else fresh.get(str(value), value)

    def change(part: str, value: Any) -> Any:
        if part == "statement":
            value["claims"] = [renamed(claim) for claim in value["claims"]]
            for claim in value["claims"]:
                if claim["kind"] in ("bound", "expansion"):
                    claim["function"] = fresh.get(claim["function"], claim["function"])
        if part == "state":
            value["parameters"] = renamed(value["parameters"])
            for member in value["ensemble"]:
                member["name"] = fresh[member["name"]]
        return value

    replace_all(base, tmp_path, change)
    path = tmp_path / "certificates" / f"{base}.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        if "claim" in line:
            line["claim"] = fresh[line["claim"]]
    path.write_text("".join(json.dumps(line, sort_keys=True, separators=(",", ":")) + "\n" for line in lines))
    generated = road(base, tmp_path)
    for name, text in generated.items():
        if name.endswith(".v"):
            assert text == HONEST[base][name]
            assert "End." not in text.replace("End Section.", "")


def test_only_letters_digits_and_signs_of_coq_are_written() -> None:
    """No quote beside those of notations, no comment beside the two fixed ones."""
    for base in BASES:
        text = types(base)
        assert text.count("(*") == text.count("*)") == 2
        assert text.count('"') == 4
        assert text.isascii()


# --- every field is in the type, or compared ---


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of the leaves of a JSON value; an empty list is one."""
    if isinstance(value, dict | list) and value:
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from leaves(item, (*path, key))
    else:
        yield path


def changed_leaf(value: Any) -> Any:
    """Another value for a leaf."""
    if isinstance(value, list):
        return ["1"]
    if isinstance(value, int):
        return value + 1
    if re.fullmatch(r"-?\d+(/\d+)?", value):
        above, slash, below = value.partition("/")
        return f"{int(above) + int(below or 1)}{slash}{below}"
    return value + "x"


def put(value: Any, path: tuple[Any, ...], item: Any) -> None:
    """Set a leaf."""
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = item


def get(value: Any, path: tuple[Any, ...]) -> Any:
    """A leaf."""
    for key in path:
        value = value[key]
    return value


LABELS = {"place", "source"}  # words for people
# what no claim that is kernel-checked says: the names of members, and the Cliffords of a state file
NOT_SAID = {"state": {("cliffords",), ("ensemble", "name")}}


def dead(base: str, part: str, step: int, root: Path) -> list[str]:
    """The leaves of a file, every `step`-th, that change neither what is refused nor the types."""
    files, paths = kernel_forgeries.honest(base)
    value = json.loads(files[paths[part]])
    checked = committed(base)
    found = []
    for path in list(leaves(value))[::step]:
        keys = tuple(key for key in path if isinstance(key, str))
        if LABELS & set(keys) or any(set(skip) <= set(keys) for skip in NOT_SAID.get(part, ())):
            continue
        if part == "statement" and path[0] == "claims" and value["claims"][path[1]]["id"] not in checked:
            continue
        spoiled = copy.deepcopy(value)
        put(spoiled, path, changed_leaf(get(value, path)))
        replace_all(base, root, lambda which, old, new=spoiled: new if which == part else old)
        try:
            same = types(base, root) == HONEST[base][f"claims/{base.replace('-', '_')}.v"]
        except reading.Refusal:
            continue
        if same:
            found.append(f"{part}: {path}")
    return found


@pytest.mark.parametrize(
    ("base", "part", "step"),
    [
        ("five-qubit-t", "statement", 1),
        ("five-qubit-t", "code", 1),
        ("five-qubit-t", "state", 1),
        ("golay11-strange", "statement", 5),
        ("golay11-strange", "state", 3),
        ("golay11-norell", "statement", 23),
        ("reed-muller15-t", "statement", 3),
        ("reed-muller15-t", "code", 23),
    ],
)
def test_every_leaf_is_in_a_type_or_compared(base: str, part: str, step: int, tmp_path: Path) -> None:
    assert dead(base, part, step, tmp_path) == []


def subject(base: str) -> reading.Subject:
    """A statement as the road reads it."""
    found: reading.Subject = reading.read(base, claim_types.READ, reading.Places())
    return found


def numbers(base: str) -> list[int]:
    """The numbers of its claims that are proved."""
    return [int(theorems[0].rpartition("_")[2]) for theorems in committed(base).values()]


def test_a_field_that_nothing_reads_is_refused() -> None:
    """Whatever the readers of the checker let through: a new field has to be put into the type, or compared."""
    base = "reed-muller15-t"
    for number in [*numbers(base), 9]:
        changed = subject(base)
        changed.claims[number - 1]["unit"] = "eps"
        with pytest.raises(reading.Refusal) as caught:
            claim_types.text(changed, numbers(base), "reed_muller15_t")
        assert (caught.value.check, caught.value.code) == ("kernel.claim.fields", 11), number


@pytest.mark.parametrize("field", ["num", "value"])
def test_a_field_inside_of_a_field_is_refused(field: str) -> None:
    changed = subject("reed-muller15-t")
    for claim in changed.claims:
        if field == "value" and claim["kind"] == "bound":
            claim["value"]["unit"] = "eps"
        if field == "num" and claim["kind"] == "map":
            claim["output"]["eps"]["unit"] = "eps"
    with pytest.raises(reading.Refusal) as caught:
        claim_types.text(changed, numbers("reed-muller15-t"), "reed_muller15_t")
    assert (caught.value.check, caught.value.code) == ("kernel.object.fields", 11)


def test_a_statement_that_a_generator_stumbles_over_is_declined(tmp_path: Path) -> None:
    """No traceback: a threshold with a polynomial of degree 1 has no coefficient for the square root."""
    case = Case("kernel.shape", 11, "five-qubit-t", "statement", '"4","-14","7"', '"4","-14"', "threshold")
    kernel_forgeries.lay_out(case, tmp_path)
    with pytest.raises(reading.Refusal) as caught:
        road(case.base, tmp_path)
    assert (caught.value.check, caught.value.code) == ("kernel.shape", 11)
    assert caught.value.file.endswith("statements/five-qubit-t.json")


def test_a_kind_that_no_table_knows_is_refused() -> None:
    changed = subject("five-qubit-t")
    changed.claims[-1]["kind"] = "roots"
    with pytest.raises(reading.Refusal) as caught:
        claim_types.text(changed, numbers("five-qubit-t"), "five_qubit_t")
    assert (caught.value.check, caught.value.code) == ("kernel.claim.kind", 11)


def test_the_tables_of_kinds_are_those_of_the_checker() -> None:
    assert claim_types.KINDS.keys() <= reading.RULES.keys()
    assert set(claim_types.USED) <= reading.RULES.keys() - claim_types.KINDS.keys()


# --- the committed files, and the build ---


def test_the_committed_files_are_those_that_are_generated() -> None:
    assert prove.stale(kernel_claims.generated()) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("instances/five_qubit_t.v", "End Claims.", "Axiom false : False.\nEnd Claims."),
        ("instances/qr17_strange.v", "Section Theorems.", "Notation omega := (fun _ => 1).\nSection Theorems."),
        ("instances/golay11_strange.v", "CodeClaim 5", "CodeClaim 7"),
        ("instances/stated_qubits.v", "t_mixture", "admit"),
        ("instances/claims.json", '"code"', '"decoder"'),
        ("claims/golay11_strange.v", "distance w P 5", "distance w P 7"),
        ("claims/five_qubit_t.v", "(* what is above", "Notation five := 5.\n(* what is above"),
        ("claims/more.v", "", "Axiom false : False.\n"),
        ("instances/five_qubit_t.v", "", ""),
    ],
)
def test_a_file_that_no_generator_writes_is_refused(
    path: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in prove.GENERATED:
        shutil.copytree(THEORY / folder, tmp_path / folder)
    monkeypatch.setattr(prove, "HERE", tmp_path)
    wanted = kernel_claims.generated()
    assert prove.stale(wanted) == []
    target = tmp_path / path
    if old:
        assert old in target.read_text()
        target.write_text(target.read_text().replace(old, new))
    elif new:
        target.write_text(new)
    else:
        target.unlink()
    (line,) = prove.stale(wanted)
    assert line.startswith(f"kernel.generated: {path} ")


def fake_coq(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs with the names of Coq's that do nothing."""
    folder.mkdir()
    for name in ("coq_makefile", "make", "coqc", "coqchk"):
        (folder / name).write_text("#!/bin/sh\nexit 0\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def test_the_build_starts_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing compiled, no other file, is found there: neither from an earlier build nor from beside the sources."""
    fake_coq(tmp_path / "bin", monkeypatch)
    folder, here = tmp_path / "kernel", tmp_path / "theory"
    here.mkdir()
    for name in ("Definitions.v", "Definitions.vo", "Soundness.v", "Soundness.vo", "Assumptions.v"):
        (here / name).write_text("")
    monkeypatch.setattr(prove, "HERE", here)
    for name in ("Definitions.vo", "instances/old.v", "instances/old.vo"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("compiled before")
    assert prove.build(folder, {"instances/new.v": "", "claims/new.v": "", "instances/claims.json": ""}, []) == 0
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there == {"_CoqProject", "Definitions.v", "Soundness.v", "instances/new.v", "claims/new.v"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('File "./claims/qr17_strange.v", line 70, characters 48-96:\nError: has type', 10),
        ('File "claims/qr17_strange.v", line 70, characters 48-96:\nError: has type', 10),
        ('File "./Soundness.v", line 70, characters 48-96:\nError', 1),
        ("make: no rule", 1),
    ],
)
def test_what_does_not_compile_has_its_exit_code(said: str, code: int) -> None:
    assert prove.failure("", said) == code


def test_a_forged_fixture_ends_make_prove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the command line: one line with file, line, id and value, and the exit code."""
    fake_coq(tmp_path / "bin", monkeypatch)
    case = next(case for case in kernel_forgeries.CASES if case.check == "projection.values")
    kernel_forgeries.lay_out(case, tmp_path)
    generated = kernel_claims.generated
    monkeypatch.setattr(kernel_claims, "generated", lambda: generated(places(tmp_path), [case.base]))
    monkeypatch.setattr(sys, "argv", ["prove.py"])
    assert prove.main() == 10
    said = capsys.readouterr().out
    assert re.fullmatch(
        r"\S+/statements/golay11-strange\.json:17: projection\.values: expected 11 placements got 10\n", said
    )


@pytest.mark.parametrize(
    ("words", "said", "code", "last"),
    [
        (
            ["--only", "five-qubit-t"],
            "Closed under the global context",
            0,
            f"left out: {INSTANCES - 1} of {INSTANCES} instances",
        ),
        (["--only", "five-qubit-t"], "Axioms:", 10, ALL_BUT_ONE),
        (["--only", "five-qubit-t", "nothing"], "Closed under the global context", 2, "--only: no instance of nothing"),
        (["--only"], "Closed under the global context", 2, "--only: no instance of nothing"),
        (["--some"], "Closed under the global context", 2, "usage: "),
        (["--both"], "Axioms:", 10, "kernel-checked claims: "),
        (["--both"], "Closed under the global context", 10, "coqchk read "),  # coqchk said nothing: not accepted
    ],
)
def test_a_part_of_the_instances_and_both_programs(
    words: list[str], said: str, code: int, last: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """What is left out is said, a part is of claims alone, and coqchk comes only after all is closed."""
    fake_coq(tmp_path / "bin", monkeypatch)
    (tmp_path / "bin" / "coqc").write_text(f"#!/bin/sh\necho '{said}'\n")
    monkeypatch.setattr(prove, "BUILD", tmp_path / "kernel")
    monkeypatch.setattr(sys, "argv", ["prove.py", *words])
    assert prove.main() == code
    printed = capsys.readouterr()
    assert (printed.out + printed.err).splitlines()[-1].startswith(last)


def test_the_modules_are_loaded_from_the_theory() -> None:
    for module in (claim_types, kernel_claims, prove, reading):
        assert isinstance(module, ModuleType)
        assert Path(str(importlib.import_module(module.__name__).__file__)).parent == THEORY
