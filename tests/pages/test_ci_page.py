"""docs/howto-ci.md: its YAML is what the hosts, the action and the hook take, and its shell scripts run."""

# ruff: noqa: E501 - one script on a line

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

PAGE = (ROOT / "docs" / "howto-ci.md").read_text(encoding="ascii")


def fenced(language: str) -> list[str]:
    """The blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def scalar(text: str) -> Any:
    """A text, or a list in brackets."""
    if text.startswith("["):
        return [scalar(part.strip()) for part in text[1:-1].split(",") if part.strip()]
    return text[1:-1] if text[:1] == text[-1:] == '"' else text


def parsed(text: str) -> Any:
    """The YAML of these pages: mappings, lists, scalars and one kind of block; indentation as it has to be."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines() if line.strip()]
    value, rest = block(lines, 0)
    assert not rest, rest
    return value


def block(lines: list[tuple[int, str]], indent: int) -> tuple[Any, list[tuple[int, str]]]:
    """The value that stands at an indentation, and the lines after it."""
    found: Any = [] if lines[0][1].startswith("- ") else {}
    while lines and lines[0][0] >= indent:
        (depth, line), lines = lines[0], lines[1:]
        assert depth == indent, line
        if line.startswith("- "):
            assert isinstance(found, list), line
            item = line.removeprefix("- ")
            if re.match(r"[A-Za-z_-]+:( |$)", item):
                value, lines = block([(indent + 2, item), *lines], indent + 2)
                found.append(value)
            else:
                found.append(scalar(item))
            continue
        match = re.fullmatch(r"([A-Za-z_-]+):(?: (.*))?", line)
        assert match, line
        assert isinstance(found, dict), line
        assert match[1] not in found, line
        if match[2] == "|":
            body = []
            while lines and lines[0][0] > indent:
                body.append(lines[0][1])
                lines = lines[1:]
            found[match[1]] = "\n".join(body) + "\n"
        elif match[2]:
            found[match[1]] = scalar(match[2])
        else:
            found[match[1]], lines = block(lines, lines[0][0])
    return found, lines


YAML = [parsed(text) for text in fenced("yaml")]


def test_the_yaml_is_read_and_bad_yaml_is_not() -> None:
    assert [next(iter(value)) for value in YAML] == ["name", "name", "claims", "repos"]
    assert parsed('a:\n  - b: [x, "y: z"]\n    c: |\n      d=1\n      e\n  - f\n') == {
        "a": [{"b": ["x", "y: z"], "c": "d=1\ne\n"}, "f"]
    }
    for text in ("a: b\n  c: d\n", "a:\n- b\nc\n", "a: 1\na: 2\n"):
        with pytest.raises(AssertionError):
            parsed(text)


def test_the_workflows_give_the_action_its_inputs() -> None:
    action = (ROOT / "action.yml").read_text(encoding="ascii")
    known = re.findall(r"^  (\S+):$", action.partition("\nruns:")[0], re.MULTILINE)
    used = []
    for workflow in YAML[:2]:
        assert set(workflow) <= {"name", "on", "permissions", "jobs"}
        for step in workflow["jobs"]["gate"]["steps"]:
            assert re.fullmatch(r"[A-Za-z-]+/[A-Za-z-]+@(v\d+|COMMIT)", step["uses"])
            if step["uses"] == "OWNER/stillproof@COMMIT":
                used.append(step["with"])
                assert set(step["with"]) <= set(known)
    assert [sorted(one) for one in used] == [["claims"], ["claims", "run", "timeout"], ["claims", "say"]]
    assert used[2]["say"] == "parameter=eps\nas=leading-order\n"


def test_the_hook_is_the_one_of_the_repository() -> None:
    hook = parsed((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="ascii"))[0]
    (repository,) = YAML[3]["repos"]
    assert repository["hooks"] == [{"id": hook["id"], "args": ["claims.jsonl"]}]
    assert set(repository) == {"repo", "rev", "hooks"}


def stage(folder: Path, value: str) -> dict[str, str]:
    """A project with the claims of the page; `pip` installs nothing, and the environment has what it would have."""
    (claims,) = fenced("json")
    (folder / "claims.jsonl").write_text(claims.replace('"35"', f'"{value}"'))
    (folder / "questions.jsonl").write_text('{"id": "d", "protocol": "golay11-strange", "quantity": "distance"}\n')
    (folder / "estimator").write_text(
        '#!/bin/sh\n[ "$1" = --answer ] || exit 2\nread q; echo "{\\"id\\":\\"d\\",\\"value\\":5}"\n'
    )
    (folder / "estimator").chmod(0o755)
    programs = folder / "programs"
    programs.mkdir()
    venv = '[ "$1 $2" = "-m venv" ] || exit 3\nmkdir -p "$3/bin"\n'
    pip = '#!/bin/sh\\n[ "$1 $2" = "install --quiet" ] && [ $# = 3 ] || exit 4\\n'
    program = Path(sys.executable).parent / "stillproof"
    (programs / "python3").write_text(
        f'#!/bin/sh\n{venv}printf \'{pip}\' > "$3/bin/pip"\nchmod +x "$3/bin/pip"\nln -s {program} "$3/bin/stillproof"\n'
    )
    (programs / "python3").chmod(0o755)
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def run(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize(("value", "code"), [("35", 0), ("36", 10)])
def test_the_shell_scripts_run(value: str, code: int, tmp_path: Path) -> None:
    first, second = fenced("sh")
    environment = stage(tmp_path, value)
    done = run(first, tmp_path, environment)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.splitlines()[-1].startswith("PASSED" if value == "35" else "FAILED")
    report = (tmp_path / "gate.xml").read_text()
    assert ("src/factory.rs:42: line 2: refuted" in report) is (value == "36")
    done = run(second, tmp_path, environment)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_script_of_gitlab_is_the_shell_script(tmp_path: Path) -> None:
    script = "\n".join(YAML[2]["claims"]["script"])
    done = run(f"set -e\n{script}", tmp_path, stage(tmp_path, "35"))
    assert (done.returncode, done.stderr) == (0, "")
    assert YAML[2]["claims"]["artifacts"]["reports"]["junit"] == "gate.xml"
    assert (tmp_path / "gate.xml").is_file()


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    cli = (ROOT / "docs" / "cli.md").read_text(encoding="ascii")
    codes = re.findall(r"^\| ([0-9, ]+) \|", PAGE, re.MULTILINE)
    for code in ",".join(codes).split(","):
        assert re.search(rf"^\| {code.strip()} \|", cli, re.MULTILINE), code
