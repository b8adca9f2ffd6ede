"""The commands of the pages print what the pages show, and the action and the hook are what their hosts expect."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, needed
from stillproof.cli import main

PAGE = ROOT / "docs" / "tutorial-gate.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
RUN = [path for path in PAGES if "\n```console\n" in path.read_text(encoding="utf-8")]
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def commands(page: str) -> list[tuple[str, str]]:
    """The commands of a page's consoles, each with the output that is shown."""
    blocks = re.findall(r"^```console\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return [found for block in blocks for found in re.findall(r"^\$ (.*\n)((?:(?!\$ ).*\n)*)", block, re.MULTILINE)]


def outputs(page: str, folder: Path) -> list[str]:
    """What the commands print, in one shell, in a folder with the files that they read."""
    for part in ("fixtures", "proofs", "docs/tutorial"):
        # what Coq compiles there comes and goes: test_native.py plants such a file
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.vo"))
    mark = "=== the next command ==="
    # with $? as the command before left it
    script = "".join(f"{command}last=$?; echo '{mark}'; (exit $last)\n" for command, _ in commands(page))
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": PATH},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    return done.stdout.split(f"{mark}\n")[:-1]


@pytest.mark.parametrize("path", RUN, ids=lambda path: path.stem)
def test_commands_print_what_the_page_shows(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="ascii")
    shown = commands(page)
    if any("node " in command for command, _ in shown):
        needed("node")
    for (command, expected), found in zip(shown, outputs(page, tmp_path), strict=True):
        assert (command, found) == (command, expected)


def test_every_command_of_the_pages_is_run() -> None:
    """A line after a prompt stands in a console, which is run; a command in a sentence exists."""
    assert {"tutorial-certify", "tutorial-gate", "howto-gate", "howto-figures", "cli"} <= {path.stem for path in RUN}
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        fences = re.findall(r"^```(.*)\n((?:(?!```).*\n)*)```$", text, re.MULTILINE)
        prompts = [line for _, body in fences for line in body.splitlines() if line.startswith("$ ")]
        assert prompts == [f"$ {command.rstrip()}" for command, _ in commands(text)], path
        sentences = re.sub(r"^```.*\n(?:(?!```).*\n)*```$", "", text, flags=re.MULTILINE)
        for name in re.findall(r"`stillproof ([a-z]+)[ `]", sentences):
            assert name in main.commands, path
        for target in re.findall(r"`make ([a-z-]+)[ `]", sentences):
            assert f"\n{target}:" in (ROOT / "Makefile").read_text(encoding="ascii"), f"{path}: make {target}"


def block(text: str, name: str) -> str:
    """The script of a step of the action."""
    found = re.search(rf"    - name: {name}\n(?:      (?!run).*\n)*      run: \|\n((?:        .*\n)+)", text)
    assert found
    return re.sub(r"^ {8}", "", found[1], flags=re.MULTILINE)


def test_action_has_what_a_composite_action_needs() -> None:
    text = (ROOT / "action.yml").read_text(encoding="ascii")
    assert re.findall(r"^(\S+):", text, re.MULTILINE) == ["name", "description", "inputs", "runs"]
    assert re.findall(r"^  (\S+):$", text, re.MULTILINE) == [
        *("claims", "run", "timeout", "say", "expect", "require-all", "report", "steps")
    ]
    assert "\n  using: composite\n" in text
    assert text.count("    - name: ") == text.count("      shell: bash\n") == text.count("      run: |\n") == 2
    for name in ("Install", "Gate"):  # inputs go through the environment: in a script they would be code
        assert "${{" not in block(text, name)
    assert '"$GITHUB_ACTION_PATH"' in block(text, "Install")


@pytest.mark.parametrize(
    ("value", "extra", "code"),
    [
        ("5", {}, 0),
        ("4", {}, 10),
        ("4", {"EXPECT": "e.jsonl"}, 0),
        ("5", {"REPORT": "x"}, 12),
        ("5", {"REQUIRE_ALL": "yes"}, 12),
        ("5", {"REQUIRE_ALL": "True"}, 0),
        ("5", {"REQUIRE_ALL": "False"}, 0),
        ("5", {"CLAIMS": "", "RUN": ""}, 12),
        ("5", {"CLAIMS": "q.jsonl", "RUN": "./program 5"}, 0),
        ("5", {"CLAIMS": "q.jsonl", "RUN": "./program 4"}, 10),
        ("5", {"CLAIMS": "units.json", "REQUIRE_ALL": "", "SAY": "parameter=eps\nas=leading-order\n"}, 0),
        ("5", {"CLAIMS": "units.json", "REQUIRE_ALL": "", "SAY": ""}, 11),
    ],
)
def test_action_runs_the_gate(value: str, extra: dict[str, str], code: int, tmp_path: Path) -> None:
    """The script of its second step, with the environment of the tests where the first one would have installed."""
    claim = {"id": "d", "protocol": "golay11-strange", "quantity": "distance", "as": "exact", "value": value}
    lines = ({"format": "stillproof-claims/1", "implementation": {"name": "x"}}, claim, {"end": 1})
    expected = ({"format": "stillproof-expected/1"}, {"id": "d", "verdict": "refuted"}, {"end": 1})
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")
    (tmp_path / "e.jsonl").write_text("".join(json.dumps(line) + "\n" for line in expected), encoding="ascii")
    (tmp_path / "stillproof").symlink_to(sys.prefix)
    question = {key: claim[key] for key in ("id", "protocol", "quantity")}
    (tmp_path / "q.jsonl").write_text(json.dumps(question) + "\n", encoding="ascii")
    (tmp_path / "program").write_text('#!/bin/sh\nread question; echo "{\\"id\\":\\"d\\",\\"value\\":$1}"\n')
    (tmp_path / "program").chmod(0o755)
    (tmp_path / "units.json").write_text('{"distillationUnitSpecifications": [{"name": "15-1 RM"}]}')
    inputs = {
        "CLAIMS": "c.jsonl",
        "RUN": "",
        "TIMEOUT": "10",
        "SAY": "",
        "EXPECT": "",
        "REQUIRE_ALL": "true",
        "REPORT": "github",
        **extra,
    }
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", block((ROOT / "action.yml").read_text(encoding="ascii"), "Gate")],
        cwd=tmp_path,
        env={**os.environ, "RUNNER_TEMP": str(tmp_path), **inputs},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr


def test_hook_names_a_command_of_the_package() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="ascii")
    found = dict(line.removeprefix("- ").strip().split(": ", 1) for line in text.splitlines())
    assert found.keys() == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert (found["entry"], found["language"]) == ("stillproof gate", "python")
    assert "  pass_filenames: false\n" in text  # the gate takes one file, and a hook would be given many
    assert re.search(found["files"], "claims.jsonl")
    assert f"- id: {found['id']}" in PAGE.read_text(encoding="ascii")
