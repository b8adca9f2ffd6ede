"""Odd code files, a line each: whatever they are, `certify` and `basin` end with a sentence and an exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from stillproof.cli import main

# name: p, n, stabilizers `u|v`, logical X and Z likewise, and other keys
ODD: dict[str, tuple[int, int, str, str, dict[str, Any]]] = {
    "bare qubit": (2, 1, "", "1|0 0|1", {}),
    "bare qutrit": (3, 1, "", "1|0 0|1", {}),
    "bare, p = 5": (5, 1, "", "1|0 0|1", {}),
    "two bare qutrits": (3, 2, "", "", {"logical_x": [[[1, 0], [0, 0]], [[0, 1], [0, 0]]],
                                        "logical_z": [[[0, 0], [1, 0]], [[0, 0], [0, 1]]]}),
    "true for 1": (2, 2, "", "11|00 00|10", {"stabilizers": [[[True, 1], [1, 1]]]}),
    "a stabilizer twice": (2, 3, "000|110 000|110", "111|000 000|100", {}),
    "a stabilizer twice, with two signs": (2, 3, "000|110 000|110", "111|000 000|100", {"signs": [0, 1]}),
    "a measured site": (3, 3, "000|110 000|001", "120|000 000|100", {}),
    "encodes nothing": (2, 1, "0|1", "", {}),
    "encodes nothing, two sites": (2, 2, "11|00 00|11", "", {}),
    "a negative entry": (3, 1, "", "", {"logical_x": [[-1], [0]], "logical_z": [[0], [2]]}),
    "logicals found": (2, 2, "00|11", "", {}),
    "p = 1": (1, 1, "", "1|0 0|1", {}),
    "p = 4": (4, 1, "", "1|0 0|1", {}),
    "p = 5": (5, 2, "00|11", "14|00 00|10", {}),
    "p = 5 with a sign": (5, 2, "00|11", "14|00 00|10", {"signs": [3]}),
    "p = 7": (7, 2, "00|11", "16|00 00|10", {}),
    "p = 11": (11, 1, "", "", {}),
    "p = 97": (97, 1, "", "", {}),
    "X measured": (2, 2, "10|00", "01|00 00|01", {}),
    "Y Y with the sign -": (2, 2, "11|11", "11|00 00|10", {"signs": [1]}),
    "Y Y, logical Z a Y": (2, 2, "11|11", "11|00 10|11", {"signs": [1]}),
    "Z measured as w": (3, 2, "00|10", "01|00 00|01", {"signs": [1]}),
    "the identity as a stabilizer": (2, 2, "00|00", "11|00 00|10", {}),
    "no site": (2, 0, "", "", {}),
    "65 sites": (2, 65, "", "", {}),
    "stabilizers of no site": (2, 2, "|", "", {}),
}  # fmt: skip
STATES = {2: ("t", "t-gate", "h"), 3: ("strange", "norell", "zero", "h-qutrit-twirled"), 5: ("m-ququint",)}


def vectors(text: str) -> list[list[list[int]]]:
    """Vectors from `u|v`."""
    return [[[int(x) for x in half] for half in row.split("|")] for row in text.split()]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_code_ends_with_a_sentence(name: str, tmp_path: Path) -> None:
    p, n, stabilizers, logicals, more = ODD[name]
    x, z = vectors(logicals) or [None, None]
    value = {
        "format": "stillproof-code/1", "name": "odd", "p": p, "n": n, "stabilizers": vectors(stabilizers),
        **({"logical_x": x, "logical_z": z} if x else {}), **more,
    }  # fmt: skip
    path = tmp_path / "code.json"
    path.write_text(json.dumps(value))
    for state in STATES.get(p, ("strange",)):
        for command in ("certify", "basin"):
            done = CliRunner().invoke(main, [command, str(path), "--state", state], catch_exceptions=False)
            assert done.exit_code in (0, 11, 12, 13), (command, state, done.output)
            if done.exit_code:
                assert done.output.startswith("stillproof: ")
                assert done.output.count("\n") == 1
            else:
                assert done.output.startswith("CERTIFIED: ")


def test_the_pair_of_a_large_prime_and_its_state_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """p = 11 is read and then a limit of the checker; nothing is lost on the way."""
    (tmp_path / "code.json").write_text(
        json.dumps({"format": "stillproof-code/1", "name": "bare", "p": 11, "n": 1, "stabilizers": []})
    )
    entries = [[["1" if i == j == 0 else "0", *["0"] * 9] for j in range(11)] for i in range(11)]
    one = [[["1" if i == j == 1 else "0", *["0"] * 9] for j in range(11)] for i in range(11)]
    state = {
        "format": "stillproof-state/1", "name": "zero", "p": 11, "parameters": ["x"], "cliffords": [],
        "source": "a test",
        "ensemble": [
            {"name": "zero", "weight": ["1", "-1"], "projector": {"m": 11, "den": "1", "entries": entries}},
            {"name": "one", "weight": ["0", "1"], "projector": {"m": 11, "den": "1", "entries": one}},
        ],
    }  # fmt: skip
    (tmp_path / "state.json").write_text(json.dumps(state))
    done = CliRunner().invoke(
        main,
        ["certify", str(tmp_path / "code.json"), "--state", str(tmp_path / "state.json")],
        catch_exceptions=False,
    )
    assert done.exit_code == 13, done.output
    assert done.output == f"stillproof: {tmp_path / 'state.json'}: p = 11; up to 7 is handled\n"
