"""docs/tutorial/test_factory.py in a project of its own: with a stand-in for Qualtran; in the night with Qualtran."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

EXAMPLE = ROOT / "docs" / "tutorial" / "test_factory.py"
STAND_IN = ROOT / "tests" / "gate" / "stand_in" / "qualtran"
WRONG = {  # what is spoiled in the stand-in, and the test that notices
    "T_ERRORS, CCZ_ERRORS = 34, 28": ("test_fifteen_t_states_give_one", "the coefficient of order 3 is 35, not 34"),
    "T_ERRORS, CCZ_ERRORS = 35, 27": ("test_eight_t_states_give_a_ccz_state", "27 is less than the exact value 28"),
    "(1 - 14 * m**7 + 15 * m**8": ("test_fifteen_to_one_at_a_point", "differs from the exact value"),
    "15 * (1 - m**8) / 15": ("test_fifteen_to_one_at_a_point", "differs from the exact value"),
}
LINES = {
    "T_ERRORS": "T_ERRORS, CCZ_ERRORS = 35, 28",
    "(1 - 14": "(1 - 15 * m**7 + 15 * m**8",
    "15 * (1": "15 * (1 - m**8) / 16",
}


def run(folder: Path, path: str) -> str:
    """The last lines of pytest on the example."""
    shutil.copy(EXAMPLE, folder)
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "--color=no", EXAMPLE.name]
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, cwd=folder, env=environment
    )
    return done.stdout


def test_the_example_passes_with_the_stand_in(tmp_path: Path) -> None:
    assert "3 passed" in run(tmp_path, str(STAND_IN.parent))


@pytest.mark.parametrize("spoiled", WRONG)
def test_the_example_fails_with_a_wrong_number(spoiled: str, tmp_path: Path) -> None:
    shutil.copytree(STAND_IN, tmp_path / "spoiled" / "qualtran")
    module = tmp_path / "spoiled" / "qualtran" / "surface_code.py"
    (right,) = [line for start, line in LINES.items() if spoiled.startswith(start)]
    text = module.read_text()
    assert text.count(right) == 1
    module.write_text(text.replace(right, spoiled))
    output = run(tmp_path, str(tmp_path / "spoiled"))
    name, reason = WRONG[spoiled]
    assert "1 failed, 2 passed" in output
    assert f"FAILED {EXAMPLE.name}::{name}" in output
    assert reason in output


def test_the_example_passes_with_the_real_classes(tmp_path: Path) -> None:
    """In `make nightly`, which installs Qualtran beside stillproof."""
    if importlib.util.find_spec("qualtran") is None:
        pytest.skip("qualtran is not installed: `make nightly` installs it, in an environment of its own")
    assert "3 passed" in run(tmp_path, "")


def test_the_example_is_on_the_page() -> None:
    assert f"```python\n{EXAMPLE.read_text()}```\n" in (ROOT / "docs" / "howto-ci.md").read_text()
