"""`certify` as a function: the same answers as the command, as exact objects."""

from __future__ import annotations

import doctest
import json
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import stillproof as sp
from conftest import ROOT, run_isolated_checker, stillproof
from stillproof.exact import complex_reading
from stillproof.interface import values
from stillproof.protocols import built

FIVE = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]


@pytest.fixture(scope="module")
def five() -> sp.Result:
    return sp.certify(sp.Code.from_paulis(FIVE, name="five"), "t")


@pytest.mark.parametrize("module", [built, complex_reading], ids=lambda x: x.__name__)
def test_the_examples_are_executed(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert failed == 0
    assert tried


def test_the_keys_are_those_of_the_command(five: sp.Result, tmp_path: Path) -> None:
    sp.Code.from_paulis(FIVE, name="five").save(tmp_path / "five.json")
    done = stillproof("certify", tmp_path / "five.json", "--state", "t", "--json")
    assert done.returncode == 0, done.stderr
    found, own = json.loads(done.stdout), five.to_dict()
    assert own["code"].pop("logicals") == "found"
    assert found["code"].pop("logicals") == "given"  # in the file that was saved
    assert found == own


def test_values_are_exact_and_say_what_they_are(five: sp.Result) -> None:
    """p_succ and delta_out of Bravyi and Kitaev 2005, section IV; 1 - 2 eps is the length of the Bloch vector."""
    assert five.verdict == "certified"
    assert five.success is not None
    assert five.output is not None
    for eps in (Fraction(0), Fraction(1, 20), Fraction(1, 3)):
        good = (eps**5 + 5 * eps**2 * (1 - eps) ** 3 + 5 * eps**3 * (1 - eps) ** 2 + (1 - eps) ** 5) / 6
        bad = (5 * eps**2 * (1 - eps) ** 3 + eps**5) / 6
        assert five.success(eps=eps) == five.success(delta=2 * eps) == good
        assert five.success(infidelity=eps) == five.success(fidelity=1 - eps) == good
        assert five.output(eps=eps) == 2 * bad / good
    assert five.success(delta=Decimal("0.1")) == five.success(delta="1/10") == five.success(delta="0.1")
    threshold = five.threshold
    assert threshold is not None
    low, high = threshold.interval
    assert low < Fraction(str(threshold.decimal)) + Fraction(1, 10**24)
    assert high > Fraction(str(threshold.decimal)) - Fraction(1, 10**24)
    values = [sum(c * x**i for i, c in enumerate(threshold.polynomial)) for x in (low, high)]
    assert values[0] * values[1] < 0
    assert [2 * x for x in threshold.infidelity] == [low, high]
    assert (five.suppression.coefficient, five.suppression.order) == (Fraction(5, 2), 2)  # type: ignore[union-attr]
    assert five.enumerators == ((1, 0, 0, 0, 15, 0), (1, 0, 0, 30, 15, 18))


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ({"delta": 0.1}, 'delta: expected an exact number, such as "0.1" or "1/10", found the float 0.1'),
        ({"delta": "ten"}, "a number such as 1/100"),
        ({"delta": None}, "found NoneType None"),
        ({"q": "1/10"}, "delta or eps or p or pauli or infidelity or fidelity, found q"),
        ({}, "found nothing"),
        ({"delta": "1/10", "eps": "1/20"}, "found delta, eps"),
        ({"eps": "2/3"}, "a state of the family"),
        ({"fidelity": "2"}, "delta = -2"),
    ],
)
def test_a_point_that_is_none_is_refused(five: sp.Result, point: dict[str, object], said: str) -> None:
    assert five.success is not None
    with pytest.raises(sp.InputError) as caught:
        five.success(**point)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_result_cannot_be_changed(five: sp.Result) -> None:
    with pytest.raises(FrozenInstanceError):
        five.verdict = "refuted"  # type: ignore[misc]
    five.to_dict()["verdict"] = "refuted"
    assert five.to_dict()["verdict"] == "certified"
    assert "certified: 12 of 12 claims" in repr(five)
    html = five._repr_html_()
    assert html.startswith("<table>")
    assert "data:image/svg+xml;base64," in html
    assert "0.3453463292920228562017075" in html


def test_what_is_saved_is_certified_by_the_isolated_checker(five: sp.Result, tmp_path: Path) -> None:
    written = five.save(tmp_path / "mine")
    assert written.read_text() == five.certificate
    verdict = run_isolated_checker(tmp_path / "mine", tmp_path / "mine" / "certificates")
    assert verdict.code == 0
    assert len(verdict.rows) == 12


def test_files_names_and_several_outputs(tmp_path: Path) -> None:
    path = ROOT / "fixtures" / "codes" / "ccz8.json"
    found = sp.certify(path, sp.State.named("t-gate"), output=tmp_path)
    assert list(tmp_path.glob("certificates/*.jsonl"))
    assert list(found.outputs) == ["any"]
    assert found.output is not None
    assert found.output.quantity == "infidelity of all outputs together"
    assert found.suppression == found.outputs["any"].suppression
    assert (found.suppression.coefficient, found.suppression.order) == (28, 2)  # type: ignore[union-attr]


def test_a_correction_that_seems_to_be_missing_is_not_silent() -> None:
    """The code of Bravyi and Haah with X wherever its file has Y."""
    rows = sp.Code.read(ROOT / "fixtures" / "codes" / "bravyi-haah20.json").to_dict()["stabilizers"]
    found = sp.certify(sp.Code.css([u for u, _ in rows if any(u)], [v for u, v in rows if not any(u)]), "t-gate")
    assert any(note.startswith("a Clifford correction seems to be missing") for note in found.notes)
    assert f"and {len(found.notes)} note" in repr(found)
    assert "a Clifford correction seems to be missing" in found._repr_html_()
    assert sp.certify(ROOT / "fixtures" / "codes" / "ccz8.json", "t-gate").notes == ()


def test_what_was_assumed_of_a_file_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "five.txt").write_text("\n".join(FIVE) + "\n")
    found = sp.certify(tmp_path / "five.txt", "t")
    assert "all signs are +1" in found.notes
    assert found.to_dict()["imported"]["format"] == "Pauli text"
    with pytest.raises(TypeError):
        found.outputs["delta"] = found.outputs["delta"]  # type: ignore[index]


def test_where_nothing_is_accepted_there_is_no_value() -> None:
    """Z Z = -1 on two |0>: accepted with probability 2 x (1 - x)."""
    zero = sp.State.ket([1, 0], pauli={"X": 1}, name="bit")
    found = sp.certify(sp.Code.from_paulis(["-ZZ"]), zero)
    assert found.success is not None
    assert found.success(x="1/4") == Fraction(3, 8)
    assert found.success(x=0) == 0
    one = Fraction(1)
    with pytest.raises(sp.Declined, match="infidelity: no value, since nothing is accepted there"):
        values.Function("infidelity", (one,), (0 * one, one), ("x",), ())(x=0)
