"""The notebook of the pages: its cells run in an empty folder, and show what the page shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

PAGE = ROOT / "docs" / "tutorial-python.md"
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```\n\n?(?:```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)

# A cell prints, and then shows the value of its last expression, as a notebook does.
KERNEL = """
import ast, contextlib, io, json, sys
names, shown = {"__name__": "__main__"}, []
for cell in json.load(sys.stdin):
    body = ast.parse(cell).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = None if last is None else eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        if value is not None:
            getattr(value, "_repr_html_", str)()
            print(repr(value))
    shown.append(out.getvalue())
print(json.dumps(shown))
"""


def run(cells: list[str], folder: Path) -> list[str]:
    """What cells show, in one process."""
    done = subprocess.run(
        [sys.executable, "-c", KERNEL],
        input=json.dumps(cells),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_the_cells_show_what_the_page_shows(tmp_path: Path) -> None:
    found = CELL.findall(PAGE.read_text(encoding="ascii"))
    assert len(found) == PAGE.read_text(encoding="ascii").count("{code-cell}")
    for (cell, expected), shown in zip(found, run([cell for cell, _ in found], tmp_path), strict=True):
        assert (cell, shown) == (cell, expected)
    assert [path.name for path in tmp_path.iterdir()] == ["five"]


def test_every_block_of_output_follows_a_cell() -> None:
    text = PAGE.read_text(encoding="ascii")
    assert text.count("```text\n") == sum(bool(expected) for _, expected in CELL.findall(text))


@pytest.mark.parametrize(("cell", "shown"), [("x = 1", ""), ("print(1)\n2", "1\n2\n"), ("None", ""), ("'a'", "'a'\n")])
def test_a_cell_shows_what_a_notebook_shows(cell: str, shown: str, tmp_path: Path) -> None:
    assert run([cell], tmp_path) == [shown]
