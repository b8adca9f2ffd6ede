"""`stillproof certify` end to end on codes and states nobody has seen: what it certifies is what matrices say."""

import json
import random
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, run_isolated_checker, stillproof
from random_protocols import random_code, random_family
from stillproof.codes.code import read_code
from stillproof.confirm.agree import confirm
from stillproof.errors import Declined
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import read_state

# p, n, k, m of the field, parameters, CSS, and a name of a state in place of a random one
CASES = [
    (2, 4, 1, 4, 1, False, ""), (2, 5, 1, 8, 1, False, "t"), (2, 3, 1, 4, 2, True, ""), (2, 4, 2, 8, 1, True, "t-gate"),
    (3, 4, 1, 12, 1, False, "strange"), (3, 3, 1, 3, 1, True, ""), (3, 3, 2, 3, 1, False, ""),
    (5, 3, 1, 5, 1, False, ""), (7, 4, 1, 7, 1, False, ""),
]  # fmt: skip


def documented() -> set[str]:
    """The keys of the table about `certify` in docs/cli.md."""
    own = (ROOT / "docs" / "cli.md").read_text().partition("\n## `stillproof certify")[2].partition("\n## ")[0]
    text = own.partition("`--json` prints one object")[2]
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize(("p", "n", "k", "m", "parameters", "css", "name"), CASES)
def test_random_protocols_are_certified(
    tmp_path: Path, p: int, n: int, k: int, m: int, parameters: int, css: bool, name: str
) -> None:
    chance = random.Random(f"{p} {n} {k} {m} {parameters} {css} {name}")
    code, state = tmp_path / "code.json", ROOT / "fixtures" / "states" / f"{name}.json"
    code.write_text(json.dumps(random_code(chance, p, n, k, css, signs=p == 2 or not css).json()))
    if not name:
        state = tmp_path / "state.json"
        state.write_text(json.dumps(random_family(chance, p, m, parameters)))
    done = stillproof("certify", code, "--state", state, "--json", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    summary = json.loads(done.stdout)
    assert summary["verdict"] == "certified"
    assert summary["claims"]["certified"] == summary["claims"]["total"] > 0
    assert documented() <= summary.keys()
    assert documented() >= {"certificate", "claims", "code", "enumerators", "map", "reasons", "verdict"}
    again = run_isolated_checker(tmp_path / "out", tmp_path / "out" / "certificates")
    assert again.code == 0
    assert len(again.rows) == summary["claims"]["total"]
    compare(summary, Protocol(read_code(code), family := read_state(state), family.cliffords))


def compare(summary: dict[str, Any], protocol: Protocol) -> None:
    """The summary against the engine, and the engine against explicit matrices."""
    inside, normalizer = (summary["enumerators"][key] for key in "AB")
    code = protocol.code
    assert (sum(inside), sum(normalizer)) == (code.p ** (code.n - code.k), code.p ** (code.n + code.k))
    try:
        success = protocol.success
    except Declined:
        assert summary["success_probability"] is None
        assert summary["map"] is None
        return
    assert summary["success_probability"] == success.json()
    lines = confirm(protocol)
    if summary["map"] is None:
        assert not any("output" in line for line in lines)
    else:
        assert summary["map"] == {name: f.json() for name, f in protocol.outputs.items()}
        assert any("output" in line for line in lines)


def test_signed_enumerators_of_qubits(tmp_path: Path) -> None:
    """Signs of the elements of S and of the logical cosets, by weight, against p_succ and the output of |0>."""
    chance = random.Random(11)
    for n in (2, 3, 4):
        code = random_code(chance, 2, n, 1)
        path = tmp_path / "code.json"
        path.write_text(json.dumps(code.json()))
        done = stillproof("certify", path, "--state", "t", "--json")
        assert done.returncode == 0, done.stdout + done.stderr
        summary = json.loads(done.stdout)
        assert summary["enumerators"].keys() == {"A", "B"}  # what the claim states
        assert summary["certified"]["signed_enumerators"] is False
        signed = summary["signed_enumerators"]
        assert signed.keys() == {"S", "X", "Y", "Z"}
        # every chi is (1 - delta)/sqrt(3): p_succ is a sum over weights, even ones where it is rational
        if summary["success_probability"]:
            x = Fraction(1, 3)
            num, den = (
                sum(Fraction(c) * x**i for i, c in enumerate(summary["success_probability"][key]))
                for key in ("num", "den")
            )
            total = sum(c * ((1 - x) ** 2 / 3) ** (w // 2) for w, c in enumerate(signed["S"]) if w % 2 == 0)
            assert not any(signed["S"][1::2])
            assert num / den == total / 2 ** (n - 1)
