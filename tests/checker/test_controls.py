"""The harness judges checkers that are wrong on purpose, and must report each for what it is.

The same forgeries and honest twins that the real checker is held to, through the real command line.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import all_forgeries
from conftest import ROOT
from judge import Trial, bases, forged_trial, honest_trial

VERDICTS = {0, 10, 11, 12, 13}
CONTROLS = {
    "always_accept.py": "accepts forgeries of every kind",
    "always_refuse.py": "refuses honest certificates",
    "parse_only.py": "accepts every forgery that parses",
    "crash.py": "breaks",
    "silent.py": "accepts forgeries of every kind",
}


def sample(folder: Path) -> tuple[list[Trial], list[Trial]]:
    """Some forgeries, among them files that are not JSON, and some honest twins, laid out below a folder."""
    cases = [case for case in all_forgeries.cases() if not case.builder]
    chosen = [case for case in cases if case.check.startswith(("json.syntax", "json.ascii", "certificate.complete"))]
    chosen += [case for case in cases if case not in chosen][::19]
    forged = [forged_trial(case, folder / f"forged-{i}") for i, case in enumerate(chosen)]
    honest = [honest_trial(base, folder / f"honest-{i}") for i, base in enumerate(bases()[::7])]
    return forged, honest


def report(command: list[str], forged: list[Trial], honest: list[Trial]) -> str:
    """What a checker is, judged by its exit codes alone."""

    def run(trial: Trial) -> int:
        words = [*command, str(trial.root), str(trial.root / "certificates"), *trial.words]
        return subprocess.run(words, capture_output=True, check=False, timeout=60).returncode

    on_honest, on_forged = Counter(map(run, honest)), Counter(map(run, forged))
    if not (on_honest.keys() | on_forged.keys()) <= VERDICTS:
        return "breaks"
    if set(on_honest) != {0}:
        return "refuses honest certificates"
    if set(on_forged) == {0}:
        return "accepts forgeries of every kind"
    if set(on_forged) == {0, 12}:
        return "accepts every forgery that parses"
    return "accepts some forgeries" if on_forged[0] else "sound on these"


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Trial], list[Trial]]:
    forged, honest = sample(tmp_path_factory.mktemp("controls"))
    assert len(forged) >= 10
    assert len(honest) >= 3
    return forged, honest


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_is_reported_for_what_it_is(control: str, trials: tuple[list[Trial], list[Trial]]) -> None:
    command = [sys.executable, "-I", str(ROOT / "tests" / "checker" / "controls" / control)]
    assert report(command, *trials) == CONTROLS[control]


def test_every_control_is_used() -> None:
    assert {path.name for path in (ROOT / "tests" / "checker" / "controls").glob("*.py")} == CONTROLS.keys()


def test_the_checker_is_sound_on_the_same_files(trials: tuple[list[Trial], list[Trial]]) -> None:
    assert report([sys.executable, "-I", "-S", str(ROOT / "proofs")], *trials) == "sound on these"
