"""What CI leaves out: nothing that guards what differs, nothing without a reason, and nothing where git cannot tell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.append(str(ROOT / "dev"))

import lanes
import quick
import touched
import versions

pytestmark = pytest.mark.quick

KINDS = {"basin-threshold", "code", "map", "yield"}
MADE_OF = {
    "one": {"fixtures/statements/one.json", "fixtures/codes/c.json", "proofs/theory/instances/one.v"},
    "two": {"fixtures/statements/two.json", "fixtures/codes/c.json", "proofs/theory/instances/two.v"},
}
WHOLE = lanes.plan(touched.Scope("no base", everything=True))
GUARDS = ("native", "kernel", "mutants", "attack", "prove")  # the lanes that may be smaller


def scope(*paths: str) -> touched.Scope:
    return touched.scope(list(paths), "a change", KINDS, MADE_OF)


def smaller(found: touched.Scope) -> set[str]:
    """The lanes that are not whole; where the theory was compiled makes no difference."""

    def commands(plan: list[lanes.Lane]) -> dict[str, str]:
        return {lane.name: re.sub(r"STILLPROOF_THEORY=\S+ ", "", lane.command) for lane in plan}

    whole = commands(WHOLE)
    return {name for name, command in commands(lanes.plan(found)).items() if command != whole[name]}


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("proofs/stillproof_check/entry/loader.py", {"prove"}),
        ("proofs/stillproof_check/numbers/polynomial.py", {"prove"}),
        ("proofs/stillproof_check/rules/headline/map_.py", {"mutants", "prove"}),
        ("proofs/stillproof_check/rules/headline/code.py", {"mutants", "prove"}),
        ("proofs/stillproof_check/rules/codes/new_one.py", {"prove"}),
        ("proofs/__main__.py", {"prove"}),
        ("tests/kinds/code/forgeries.py", {"prove"}),
        ("tests/kinds/basin_threshold/forgeries.py", {"prove"}),
        ("tests/checker/forgeries/files.py", {"prove"}),
        ("tests/bases/states/plus.json", {"prove"}),
        ("tests/support/forge.py", {"prove"}),
        ("tests/checker/units.py", {"prove"}),
        ("tests/checker/mutation.py", {"prove"}),
        ("tests/checker/attack.py", {"prove"}),
        ("tests/checker/fuzz_corpus/1", {"prove"}),
        ("tests/theory/kernel_forgeries.py", {"prove"}),
        ("proofs/theory/Check.v", {"mutants", "attack"}),
        ("proofs/theory/instances/stated_qubits.v", {"mutants", "attack"}),
        ("proofs/theory/claim_types.py", {"mutants", "attack"}),
        ("proofs/theory/prove.py", {"mutants", "attack"}),
        ("proofs/native/main.ml", {"mutants", "attack", "prove", "kernel"}),
        ("fixtures/statements/one.json", {"mutants", "prove"}),
        ("fixtures/codes/other.json", {"mutants", "prove"}),
        ("proofs/certificates/other.jsonl", {"mutants", "prove"}),
        ("verify/stillproof/exact/roots.py", set(GUARDS)),
        ("verify/stillproof/claims/code.py", set(GUARDS)),
        ("docs/lemmas.md", set(GUARDS)),
        ("README.md", set(GUARDS)),
        ("tests/test_gate.py", set(GUARDS)),
        ("tests/gate/test_gate.py", set(GUARDS)),
        ("tests/kinds/code/test_code.py", set(GUARDS)),
        ("tests/forged.json", set(GUARDS)),
        ("tests/retired.json", set(GUARDS)),
        ("tests/oracles/protocols.json", set(GUARDS)),
        ("tests/meaning/codes/golay11-plus-1.json", set(GUARDS)),
        ("tests/support/families.py", set(GUARDS)),
        ("tests/engine/helper.py", set()),
        ("tests/support/helper.py", set()),
        ("tests/kinds/unheard_of/forgeries.py", set()),
        ("dev/lanes.py", set()),
        (".ci/run", set()),
        ("Makefile", set()),
        ("pyproject.toml", set()),
        ("requirements/dev.txt", set()),
        ("tests/conftest.py", set()),
        ("something/new.py", set()),
    ],
)
def test_what_differs_is_guarded(path: str, left: set[str]) -> None:
    assert smaller(scope(path)) == left
    assert smaller(scope("docs/lemmas.md", path)) <= left  # what does not count takes nothing away


def test_of_the_mutants_those_run_whose_rule_differs_or_uses_one_that_does() -> None:
    def command(*paths: str) -> str:
        return next(lane.command for lane in lanes.plan(scope(*paths)) if lane.name == "mutants")

    home = "proofs/stillproof_check/rules"
    assert command(f"{home}/headline/map_.py", "docs/x.md").split()[2:] == ["rules/headline/map_.py"]
    assert lanes.rule_files(["symmetry"]) == ["rules/symmetry/logical_action.py", "rules/symmetry/symmetry.py"]
    users = {f"rules/iteration/{name}.py" for name in ("basin", "basin_threshold", "fixed_points", "flow", "trapping")}
    assert set(lanes.rule_files(["trapping"])) == users
    for other in ("tests/kinds/map/forgeries.py", "proofs/stillproof_check/numbers/lowest.py"):
        assert command(f"{home}/headline/map_.py", other) == "make mutants"


def test_a_test_that_differs_is_run_by_its_lane(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_n.py").write_text("pytestmark = [pytest.mark.native]\n")
    (tmp_path / "tests" / "test_k.py").write_text("@pytest.mark.kernel\n@pytest.mark.spread\n")
    for name, lane in (("n", "native"), ("k", "kernel")):
        paths = [f"tests/test_{name}.py", "tests/test_gone.py", "docs/x.md"]
        marked = touched.markers(paths, tmp_path)
        assert lane in marked
        assert smaller(touched.scope(paths, "a change", KINDS, MADE_OF, marked)) == {*GUARDS} - {lane}


def test_of_the_theory_the_instances_run_whose_inputs_differ() -> None:
    def command(*paths: str) -> str:
        return next(lane.command for lane in lanes.plan(scope(*paths)) if lane.name == "prove")

    assert command("fixtures/statements/one.json") == 'make prove ONLY="one"'
    assert command("fixtures/codes/c.json") == 'make prove ONLY="one two"'
    assert command("proofs/theory/instances/two.v", "docs/x.md") == 'make prove ONLY="two"'
    assert command("proofs/theory/instances/two.v", "proofs/theory/Twirl.v") == "make prove-both"
    assert command("fixtures/statements/three.json") == ""


def test_the_native_program_takes_a_theory_that_was_compiled_only_from_a_lane_before_it() -> None:
    for plan in (WHOLE, lanes.plan(scope("proofs/theory/Twirl.v")), lanes.plan(scope("proofs/native/main.ml"))):
        names = [lane.name for lane in plan]
        prove, native = (plan[names.index(name)] for name in ("prove", "native"))
        whole = prove.command == "make prove-both"
        assert ("STILLPROOF_THEORY" in native.command) == whole
        assert not whole or (names.index("prove") < names.index("native") and prove.cores == (os.cpu_count() or 1))


def test_the_inputs_of_the_instances_are_files() -> None:
    found = touched.inputs()
    assert {"golay11-strange", "five-qubit-t"} <= found.keys()
    assert not [path for paths in found.values() for path in paths if not (ROOT / path).is_file()]


def test_without_a_base_everything_runs() -> None:
    assert touched.scope(None, "shallow", KINDS, MADE_OF) == touched.Scope("shallow", everything=True)
    assert all(lane.command for lane in WHOLE)
    assert [lane.name for lane in WHOLE if lane.note] == ["tests"]


def test_what_is_left_out_or_smaller_says_why() -> None:
    nothing = lanes.plan(scope())
    assert {lane.name for lane in nothing if not lane.command} == {"native", "kernel", "attack", "prove"}
    assert {lane.name for lane in nothing if lane.note} == {*GUARDS, "tests"}


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_the_base_is_known_or_everything_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BASE", raising=False)
    monkeypatch.setattr(touched, "ROOT", tmp_path / "no clone")
    (tmp_path / "no clone").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert touched.changed()[0] is None
    first = tmp_path / "first"
    first.mkdir()
    git(first, "init", "-q")
    for name in ("a", "b"):
        (first / name).write_text(name)
        git(first, "add", ".")
        git(first, "commit", "-q", "-m", name)
    monkeypatch.setattr(touched, "ROOT", first)
    assert touched.changed() == (None, "everything: there is no origin/main")
    git(tmp_path, "clone", "-q", "--depth", "1", first.as_uri(), "shallow")
    monkeypatch.setattr(touched, "ROOT", tmp_path / "shallow")
    assert touched.changed()[0] is None
    git(tmp_path, "clone", "-q", first.as_uri(), "whole")
    monkeypatch.setattr(touched, "ROOT", tmp_path / "whole")
    assert touched.changed()[0] is None  # nothing to compare with: main itself
    git(tmp_path / "whole", "mv", "a", "c")
    git(tmp_path / "whole", "commit", "-q", "-m", "c")
    (tmp_path / "whole" / "d").write_text("d")
    assert touched.changed()[0] == ["a", "c", "d"]
    monkeypatch.setenv("BASE", "HEAD~2")
    assert touched.changed()[0] == ["a", "b", "c", "d"]
    monkeypatch.setenv("BASE", "nothing")
    assert touched.changed() == (None, "everything: there is no nothing")


def test_the_quick_tier_runs_the_forgeries_of_what_differs() -> None:
    assert quick.forgeries(touched.Scope("no base", everything=True))[0] == "all"
    assert quick.forgeries(scope("proofs/stillproof_check/subject/state.py"))[0] == "all"
    assert quick.forgeries(scope("proofs/stillproof_check/rules/headline/map_.py"))[0] == "map"
    assert quick.forgeries(scope("verify/stillproof/claims/basin_threshold.py"))[0] == "basin-threshold"
    assert quick.forgeries(scope("tests/kinds/code/forgeries.py", "docs/x.md"))[0] == "code"
    assert quick.forgeries(scope("docs/x.md"))[0] == ""


def test_the_quick_tier_counts_what_failed(tmp_path: Path) -> None:
    report = tmp_path / "r.xml"
    assert quick.counted(report) == (0, 1)
    report.write_text(
        "<testsuites><testsuite><testcase/><testcase><failure/></testcase><testcase><skipped/></testcase>"
        "<testcase><system-out/></testcase><testcase><error/></testcase></testsuite></testsuites>"
    )
    assert quick.counted(report) == (2, 2)


def test_lanes_run_side_by_side_and_failures_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lanes, "LOGS", tmp_path)
    meet = f"touch {tmp_path}/%s; for i in $(seq 100); do test -e {tmp_path}/%s && exit 0; sleep 0.1; done; exit 3"
    wanted = [
        lanes.Lane("left", meet % ("l", "r"), 1),
        lanes.Lane("right", meet % ("r", "l"), 1),
        lanes.Lane("wide", f"test ! -e {tmp_path}/w; touch {tmp_path}/w; echo 'no pipe hides it'; false | cat", 5),
        lanes.Lane("none", "", 1, "why"),
        lanes.Lane("killed", "kill -9 $$", 1),
    ]
    assert lanes.execute(wanted, 2) == ["wide", "killed"]
    said = capsys.readouterr().out
    assert re.search(r"--- left: passed in \d+ s, \d+ s of processor time", said)
    assert re.search(r"--- wide: FAILED \(1\) .*\n    no pipe hides it\n", said)
    assert "--- killed: FAILED (-9)" in said


def test_lanes_name_targets_and_markers_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="ascii")
    for lane in WHOLE:
        for target in re.findall(r"\bmake ([a-z-]+)", lane.command):
            assert f"\n{target}:" in makefile, lane
    declared = (ROOT / "pyproject.toml").read_text(encoding="ascii")
    for marker in ("kernel", "long", "native", "sample"):
        assert f'    "{marker}: ' in declared
        assert any(f"pytest.mark.{marker}\n" in path.read_text() or f"pytest.mark.{marker}," in path.read_text()
                   for path in (ROOT / "tests").rglob("test_*.py") if path.name != Path(__file__).name)  # fmt: skip


def test_a_python_that_is_not_here_is_not_taken_for_another(tmp_path: Path) -> None:
    assert versions.is_version(sys.executable, f"{sys.version_info[0]}.{sys.version_info[1]}")
    assert not versions.is_version(sys.executable, "3.99")
    stand_in = tmp_path / "python3.99"
    stand_in.write_text("#!/bin/sh\nexit 127\n")
    stand_in.chmod(0o755)
    assert not versions.is_version(str(stand_in), "3.99")


def test_the_versions_are_those_of_the_project() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="ascii")
    assert f'requires-python = ">={versions.VERSIONS[0]}"' in text
