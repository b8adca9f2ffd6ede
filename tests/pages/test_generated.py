"""What is generated and committed is what the generators make now."""

import json
import re
import runpy
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from conftest import ROOT
from stillproof.figures import read_source
from stillproof.figures.basins import DRAWN, cover, drawn_cells, loops

FIGURES = runpy.run_path(str(ROOT / "docs" / "figures.py"))


@pytest.mark.parametrize("name", FIGURES["PICTURES"])
def test_the_pictures_are_drawn_from_statement_and_certificate(name: str) -> None:
    assert (ROOT / "docs" / name).read_bytes() == FIGURES["draw"](name)


def test_nothing_is_coloured_that_is_not_certified() -> None:
    """A cover of level 2 drawn by hand: parts of one region are one, parts of two are undecided, and all is covered."""
    drawn = drawn_cells(["x", "y"], "+a0+a1a2a3a4+a1.a1a1+a1b1a1a1")
    regions = {(level, corner): region for level, corner, region, _ in drawn}
    assert regions[1, (1, 0, 0)] == "x"
    assert len(regions) == 13
    assert sum(Fraction(1, 4**level) for level, *_ in drawn) == 1
    assert [region for (level, _), region in regions.items() if level == 2].count("") == 1
    assert [region for (level, _), region in regions.items() if level == 2].count("y") == 1
    small = "+" * (DRAWN + 1)
    rest = "a0a0a0" * (DRAWN)
    for fourth, expected in (("a0", {"x"}), ("b0", {"x", ""}), (".", {"x", ""})):
        drawn = drawn_cells(["x", "y"], small + "a0a0a0" + fourth + rest)
        assert {region for _, _, region, _ in drawn} == expected
        assert sum(Fraction(1, 4**level) for level, *_ in drawn) == 1


def test_an_outline_encloses_the_area_of_its_cells() -> None:
    regions, spelled = cover(read_source("golay11-norell"))
    cells = drawn_cells(regions, spelled)
    for region in ("", *regions):
        mine = [(level, corner) for level, corner, name, _ in cells if name == region]
        area = 0
        for points in loops(mine):
            ends = zip(points, [*points[1:], points[0]], strict=True)
            area += sum(a * d - c * b for (a, b), (c, d) in ends)
        assert area == sum(4 ** (DRAWN - level) for level, _ in mine)


def test_the_generated_parts_of_the_pages_are_fresh() -> None:
    filled = runpy.run_path(str(ROOT / "docs" / "generate.py"))["filled"]
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    assert sum("<!-- generated:" in page.read_text() for page in pages) >= 4
    for page in pages:
        assert filled(page.read_text()) == page.read_text(), f"{page.name}: run `make update`"
        # at the beginning of a line a comment takes the whole line out of the paragraph
        assert not re.findall(r"^<!-- generated: [\w-]+ -->[^\n]", page.read_text(), re.MULTILINE), page.name


@pytest.mark.parametrize("program", ["instance.py", "qubit_instance.py"])
def test_the_formal_instances_are_generated_from_the_committed_files(program: str) -> None:
    command = [sys.executable, str(ROOT / "proofs" / "theory" / program), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_formal_instance_is_generated_and_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    theory = ROOT / "proofs" / "theory"
    monkeypatch.syspath_prepend(str(theory))
    written: set[str] = set()
    for program in ("instance.py", "qubit_instance.py"):
        written |= set(runpy.run_path(str(theory / program))["instances"]())
    assert written == {path.name for path in (theory / "instances").glob("*.v")}
    listed = (theory / "_CoqProject").read_text().split()
    assert {f"instances/{name}" for name in written} <= set(listed)


def test_the_readme_quotes_the_committed_files() -> None:
    readme = (ROOT / "README.md").read_text()
    statement = json.loads((ROOT / "fixtures" / "statements" / "golay11-strange.json").read_text())
    claims = {claim["id"]: claim for claim in statement["claims"]}
    assert f"<!-- generated: flagship-claims -->{len(claims)}<!-- end --> claims" in readme
    for value in (
        *claims["threshold"]["interval"],
        *claims["threshold"]["infidelity"],
        claims["threshold"]["convention"],
        *claims["yield"]["exponent"],
    ):
        assert value in readme
    assert json.dumps(claims["threshold"]["polynomial"], separators=(",", ":")) in readme
    lines = (ROOT / "proofs" / "certificates" / "golay11-strange.jsonl").read_text().splitlines()
    witness = next(line for line in map(json.loads, lines) if line.get("claim") == "threshold")["witness"]
    first, last = witness["cofactor"][:3], witness["cofactor"][-1]
    assert json.dumps(first, separators=(",", ":"))[:-1] + f', "...", "{last}"]' in readme


def test_the_readme_commands_run_as_written(tmp_path: Path) -> None:
    for name in ("fixtures", "proofs"):
        (tmp_path / name).symlink_to(ROOT / name)
    readme = (ROOT / "README.md").read_text()
    starts = ("printf ", ".venv/bin/stillproof ", "python3 -I -S ")
    commands = [line for line in readme.splitlines() if line.startswith(starts)]
    printed = []
    for command in commands:
        here = command.replace(".venv/bin/stillproof", "python3 -m stillproof").replace("python3", sys.executable)
        done = subprocess.run(["bash", "-c", here], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout.splitlines())
    assert [command.split()[0] for command in commands] == [starts[1].strip(), "python3", "printf", starts[1].strip()]
    assert printed[1][-1].startswith("CERTIFIED: ")
    assert printed[3][0].startswith("CERTIFIED: ")
    (program,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("delta = 0.3453463"), done.stderr


def test_a_number_within_a_line_is_generated_too() -> None:
    filled = runpy.run_path(str(ROOT / "docs" / "generate.py"))["filled"]
    count = len(json.loads((ROOT / "fixtures" / "statements" / "golay11-strange.json").read_text())["claims"])
    first, second = (f"<!-- generated: flagship-claims -->{old}<!-- end -->" for old in ("7", ""))
    text = f"All {first} claims, and {second}."
    mark = f"<!-- generated: flagship-claims -->{count}<!-- end -->"
    assert filled(text) == f"All {mark} claims, and {mark}."


def test_every_part_of_the_tree_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = runpy.run_path(str(ROOT / "dev" / "tree.py"))
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "__init__.py").write_text('"""What it is.\n\nMore."""\n')
    (tmp_path / "notes").write_text("")
    assert [line.split(None, 1) for line in tree["lines"](tmp_path, {"notes": "Notes."})] == [
        ["room/", "What it is."],
        ["notes", "Notes."],
    ]
    with pytest.raises(ValueError, match="notes has no docstring"):
        tree["lines"](tmp_path, {})
    with pytest.raises(ValueError, match="what is not there: gone"):
        tree["lines"](tmp_path, {"notes": "Notes.", "gone": "Nothing."})


def test_the_workflow_of_a_public_host_runs_the_lanes_and_nothing_else() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="ascii")
    steps = re.findall(r"^      - (.*)$", text, re.MULTILINE)
    assert len(steps) == 2
    assert steps[0].startswith("uses: actions/checkout@")
    assert "fetch-depth: 0" in text  # a shallow clone cannot tell what differs
    assert steps[1].startswith("run: ")
    assert steps[1].endswith(" .ci/run")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("[[11,1,5]]_3", "$[[11,1,5]]_3$"),
        ("55/18 delta^3", r"$\frac{55}{18} \delta^3$"),
        ("1 delta", r"$\delta$"),
        ("0.034399153903 eps on (0, 151/200)", r"$\varepsilon = 0.034399153903$ on $(0, 151/200)$"),
        ("0.38611821 delta, iterated", r"$\delta = 0.38611821$, iterated"),
        ("1/8192*", r"$1/8192$\*"),
        ("-", "-"),
    ],
)
def test_a_cell_of_the_table_of_protocols_is_typeset(cell: str, shown: str) -> None:
    assert runpy.run_path(str(ROOT / "docs" / "generate.py"))["typeset"](cell) == shown
