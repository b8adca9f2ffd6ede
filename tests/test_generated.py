"""What is generated and committed is what the generators make now."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

from conftest import ROOT


def test_the_picture_is_drawn_from_the_statement() -> None:
    drawn = runpy.run_path(str(ROOT / "docs" / "figures.py"))["draw"]()
    assert (ROOT / "docs" / "delta-out.svg").read_text() == drawn


def test_the_generated_parts_of_the_pages_are_fresh() -> None:
    filled = runpy.run_path(str(ROOT / "docs" / "generate.py"))["filled"]
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    assert sum("<!-- generated:" in page.read_text() for page in pages) >= 4
    for page in pages:
        assert filled(page.read_text()) == page.read_text(), f"{page.name}: run `make update`"


def test_the_formal_instance_is_generated_from_the_committed_files() -> None:
    command = [sys.executable, str(ROOT / "proofs" / "theory" / "instance.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_readme_quotes_the_committed_files() -> None:
    readme = (ROOT / "README.md").read_text()
    statement = json.loads((ROOT / "fixtures" / "statements" / "golay11-strange.json").read_text())
    claims = {claim["id"]: claim for claim in statement["claims"]}
    assert f"{len(claims)} claims" in readme
    for value in (*claims["threshold"]["interval"], claims["threshold"]["convention"], *claims["yield"]["exponent"]):
        assert value in readme
    assert json.dumps(claims["threshold"]["polynomial"], separators=(",", ":")) in readme
    lines = (ROOT / "proofs" / "certificates" / "golay11-strange.jsonl").read_text().splitlines()
    witness = next(line for line in map(json.loads, lines) if line.get("claim") == "threshold")["witness"]
    first, last = witness["cofactor"][:3], witness["cofactor"][-1]
    assert json.dumps(first, separators=(",", ":"))[:-1] + f', "...", "{last}"]' in readme


def test_the_readme_commands_run_as_written(tmp_path: Path) -> None:
    for name in ("fixtures", "proofs"):
        (tmp_path / name).symlink_to(ROOT / name)
    lines = (ROOT / "README.md").read_text().splitlines()
    commands = [line for line in lines if line.startswith((".venv/bin/stillproof ", "python3 -I -S "))]
    assert len(commands) == 2
    last = ""
    for command in commands:
        words = command.replace(".venv/bin/stillproof", "python3 -m stillproof").split()
        done = subprocess.run([sys.executable, *words[1:]], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        last = done.stdout.splitlines()[-1]
    assert last.startswith("CERTIFIED: ")
