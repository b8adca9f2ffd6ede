"""The plugin for pytest, in a test run of its own, as in a project that has stillproof installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

TESTS = """
import sys
from decimal import Decimal
from fractions import Fraction

LOADED = {"flint", "msgspec", "numpy"} & set(sys.modules)

def test_nothing_heavy_is_loaded_before():
    assert not LOADED

def test_certified(stillproof):
    stillproof.assert_certified("five-qubit-t", "threshold", "0.34535", "rounded", parameter="delta")
    stillproof.assert_certified("five-qubit-t", "success-probability", Fraction(1, 6), at={"delta": 0})
    stillproof.assert_certified("five-qubit-t", "distance", 3)
    stillproof.assert_certified("five-qubit-t", "inputs-per-output", 30, success_probability="included")
    stillproof.assert_certified(
        "five-qubit-t", "threshold", Decimal("0.345"), as_="approximate", parameter="delta", tolerance="1e-3"
    )
    stillproof.assert_certified(("code.json", "t"), "distance", 3)

def test_files_that_are_written_again(stillproof):
    import json
    from pathlib import Path

    import pytest

    code, state = Path("again.json"), Path("again-state.json")
    good = json.loads(Path("code.json").read_text())
    family = Path("t.json").read_text()
    state.write_text(family)

    def says(value, **changes):
        code.write_text(json.dumps(good | changes))
        stillproof.assert_certified((code.name, state.name), "success-probability", value, at={"delta": 0})

    with pytest.raises(AssertionError, match="malformed"):
        says(Fraction(1, 6), p="two")
    says(Fraction(1, 6))
    with pytest.raises(AssertionError, match="exact value 0.0555"):
        says(Fraction(1, 6), signs=[1, 0, 0, 0])
    says(Fraction(1, 18), signs=[1, 0, 0, 0])
    state.write_text(Path("h.json").read_text())
    with pytest.raises(AssertionError, match="refuted"):
        says(Fraction(1, 6))
    for row in (good["stabilizers"], good["stabilizers"][1:]):
        code.write_text(json.dumps({"name": "x", "p": 2, "n": 5, "stabilizers": row}))
        if len(row) == 4:
            stillproof.assert_certified((code.name, "t"), "distance", 3)
        else:
            with pytest.raises(AssertionError, match="refuted"):
                stillproof.assert_certified((code.name, "t"), "distance", 3)

def test_refuted(stillproof):
    stillproof.assert_certified("five-qubit-t", "threshold", "0.34536", as_="rounded", parameter="delta")

def test_ambiguous(stillproof):
    stillproof.assert_certified("five-qubit-t", "threshold", "0.17267", as_="rounded")

def test_a_float_of_numpy(stillproof):
    import numpy

    stillproof.assert_certified("five-qubit-t", "distance", numpy.int64(3))
    stillproof.assert_certified("five-qubit-t", "success-probability", Fraction(1, 6), at={"delta": numpy.float32(0)})

def test_declined(stillproof):
    stillproof.assert_certified("five-qubit-t", "threshold", "0.3", as_="rounded", noise="amplitude-damping")

def test_float(stillproof):
    stillproof.assert_certified("five-qubit-t", "threshold", 0.34535, as_="rounded")

def test_unknown_convention(stillproof):
    stillproof.assert_certified("five-qubit-t", "distance", 3, colour="red")
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("project")
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    (folder / "test_mine.py").write_text(TESTS)
    shutil.copy(ROOT / "fixtures" / "codes" / "five-qubit.json", folder / "code.json")
    for state in ("h", "t"):
        shutil.copy(ROOT / "fixtures" / "states" / f"{state}.json", folder)
    command = [sys.executable, "-m", "pytest", "-v", "--tb=short", "-p", "no:cacheprovider", "--color=no"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200, cwd=folder)
    return done.stdout.splitlines()


def test_certified_assertions_pass(lines: list[str]) -> None:
    verdicts = {line.split()[0].partition("::")[2]: line.split()[1] for line in lines if "::" in line and "%]" in line}
    passed = {name for name, verdict in verdicts.items() if verdict == "PASSED"}
    assert passed == {"test_nothing_heavy_is_loaded_before", "test_certified", "test_files_that_are_written_again"}
    assert len(verdicts) == 9


@pytest.mark.parametrize(
    "start",
    [
        "E   AssertionError: refuted: 0.34536 is not 0.3453463292920228562017075...",
        'E   witness {"claimed": "0.34536",',
        "E   AssertionError: ambiguous: right under parameter eps",
        "E   AssertionError: declined: nothing is known about noise that is called amplitude-damping;",
        'E   AssertionError: malformed: value: expected an exact number in quotes, such as "0.34535"',
        "E   AssertionError: malformed: line: expected the keys id, protocol,",
        "E   TypeError: expected a text, an integer, a Fraction or a Decimal, got float32 0.0",
    ],
)
def test_others_fail_with_reason_and_witness(lines: list[str], start: str) -> None:
    assert any(line.startswith(start) for line in lines), "\n".join(lines)
