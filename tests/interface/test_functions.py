"""The functions beside `certify`: they return what the commands print, and name the argument that they refuse."""

from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction
from math import comb
from pathlib import Path
from typing import Any

import pytest

import stillproof as sp
from conftest import ROOT, stillproof

FIVE = ROOT / "fixtures" / "codes" / "five-qubit.json"
CODE = sp.Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"], name="five")
AT = Fraction(1, 10)


def printed(*arguments: object, code: int = 0) -> Any:
    """What a command prints as JSON."""
    done = stillproof(*arguments)
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def success(delta: Fraction) -> Fraction:
    """Bravyi and Kitaev 2005, section IV; the infidelity of an input is half of delta."""
    eps = delta / 2
    return (eps**5 + 5 * eps**2 * (1 - eps) ** 3 + 5 * eps**3 * (1 - eps) ** 2 + (1 - eps) ** 5) / 6


def out(delta: Fraction) -> Fraction:
    """The same for the output."""
    eps = delta / 2
    return 2 * (5 * eps**2 * (1 - eps) ** 3 + eps**5) / (6 * success(delta))


def test_a_plan_is_the_map_applied_again_and_again() -> None:
    found = sp.plan("five-qubit-t", input={"delta": Decimal("0.01")}, target="1e-6")
    assert found.to_dict() == printed("plan", "five-qubit-t", "--input", "delta=1/100", "--target", "1e-6", "--json")
    delta, cost = Fraction(1, 100), Fraction(1)
    for level in found.levels:
        delta, cost = out(delta), cost * 5 / success(delta)
        assert level.output["delta"].exact == delta
        assert level.infidelity.exact == delta / 2
        assert level.inputs_per_output.exact == cost
    assert found.levels
    assert found.inputs_per_output == cost
    assert delta <= found.target == Fraction(1, 10**6)
    again = sp.plan((CODE, "t"), input=f"delta={Fraction(1, 100)}", target=Fraction(1, 10**6))
    assert [level.infidelity for level in again.levels] == [level.infidelity for level in found.levels]
    assert {level.protocol for level in again.levels} == {"five-t"}
    assert any("five" in note for note in again.notes)
    assert found.notes == ()


def test_a_code_with_a_state_is_a_protocol_in_each_form() -> None:
    asked: dict[str, Any] = {"input": "delta=1/100", "target": "1e-6"}
    costs = {
        sp.plan(one, **asked, **more).inputs_per_output
        for one, more in (
            ((CODE, "t"), {}),
            ((CODE, sp.State.named("t")), {}),
            (CODE, {"state": "t"}),
            (FIVE, {"state": sp.State.named("t")}),
            (str(FIVE), {"state": ROOT / "fixtures" / "states" / "t.json"}),
            ("five-qubit-t", {}),
            (["five-qubit-t", "five-qubit-t"], {}),
            ("five-qubit-t,five-qubit-t", {}),
        )
    }
    assert len(costs) == 1


def test_the_band_is_that_of_the_binomial_distribution() -> None:
    runs, level, p = 40, Fraction(1, 50), success(AT)
    found = sp.expect("five-qubit-t", at={"delta": AT}, runs=runs, significance=level, accepted=20)
    words = ("expect", "five-qubit-t", "--at", "delta=1/10", "--runs", runs, "--significance", "1/50", "--accepted", 20)
    assert found.to_dict() == printed(*words, "--json", code=10)
    assert found.exit_code == 10
    assert found.inside is False
    assert found.success == p
    assert found.mean == runs * p
    below = [sum(comb(runs, i) * p**i * (1 - p) ** (runs - i) for i in range(k)) for k in range(runs + 2)]
    assert found.low == max(k for k in range(runs + 1) if below[k] <= level / 2)
    assert found.high == min(k for k in range(runs + 1) if 1 - below[k + 1] <= level / 2)
    assert found.prometheus() + "\n" == stillproof(*words, "--prometheus").stdout


def test_what_is_checked_is_what_was_saved(tmp_path: Path) -> None:
    sp.certify(CODE, "t").save(tmp_path / "five")
    found = sp.check(tmp_path / "five", tmp_path / "five" / "certificates")
    assert found.to_dict() == printed("check", tmp_path / "five", tmp_path / "five" / "certificates", "--json")
    assert (found.verdict, found.refused, found.exit_code) == ("certified", (), 0)
    statement = tmp_path / "five" / "statements" / "five-t.json"
    statement.write_text(statement.read_text().replace('"distance":3', '"distance":4'))
    spoiled = sp.check(str(tmp_path / "five"), str(tmp_path / "five" / "certificates"), "five-t")
    assert (spoiled.verdict, spoiled.exit_code) == ("not certified", 10)
    assert len(spoiled.refused) == 1
    assert "not certified" in spoiled._repr_html_()
    with pytest.raises(sp.StillproofError, match="gave no verdict"):
        sp.check(tmp_path, tmp_path, "-x")


def claim(**more: object) -> dict[str, object]:
    return {
        "protocol": {"code": CODE, "state": "t"},
        "quantity": "threshold",
        "parameter": "delta",
        "as": "rounded",
        **more,
    }


def test_a_list_of_claims_is_judged_as_a_file_of_them(tmp_path: Path) -> None:
    """The threshold is (7 - sqrt(21)) / 7 = 0.34534.."""
    code = {"code": FIVE, "state": sp.State.named("t")}
    claims = [
        claim(value="0.345"),
        claim(value=Decimal("0.346")),
        {**claim(value=Fraction(2858, 104675), at={"delta": AT}), "quantity": "error-map", "as": "exact"},
        {**claim(value=3), "quantity": "distance", "as": "exact", "protocol": code, "id": "mine"},
    ]
    del claims[3]["parameter"]
    found = sp.gate(claims)
    assert [row["verdict"] for row in found.rows] == ["certified", "refuted", "certified", "certified"]
    assert [row["id"] for row in found.rows] == ["claim-1", "claim-2", "claim-3", "mine"]
    assert (found.verdict, found.exit_code, found.counts["refuted"]) == ("failed", 10, 1)
    CODE.save(tmp_path / "code.json")
    written = {"code": "code.json", "state": "t"}
    lines = [{"format": "stillproof-claims/1", "implementation": {"name": "a list in Python"}}]
    lines += [
        {"id": f"claim-{i + 1}", **one, "protocol": written, "value": str(one["value"]),
         **({"at": {"delta": "1/10"}} if "at" in one else {})} for i, one in enumerate(claims[:3])
    ]  # fmt: skip
    lines.append({"end": 3})
    (tmp_path / "claims").write_text("".join(json.dumps(line) + "\n" for line in lines))
    same = sp.gate(tmp_path / "claims", report="json", output=tmp_path / "report.json")
    assert same.to_dict() == printed("gate", tmp_path / "claims", "--report", "json", code=10)
    assert same.to_dict() == json.loads((tmp_path / "report.json").read_text())
    assert same.report("json") == (tmp_path / "report.json").read_text()
    assert [row["reason"] for row in same.rows] == [row["reason"] for row in found.rows[:3]]
    for form in ("text", "junit", "sarif", "github"):
        assert same.report(form) == stillproof("gate", tmp_path / "claims", "--report", form).stdout


def test_figures_and_supplement_are_those_of_the_commands(tmp_path: Path) -> None:
    found = sp.plot("five-qubit-t", output=tmp_path / "mine")
    assert stillproof("plot", "five-qubit-t", "-o", tmp_path / "theirs").returncode == 0
    for name, content in found.files.items():
        assert (tmp_path / "mine" / name).read_bytes() == (tmp_path / "theirs" / name).read_bytes() == content
    with pytest.raises(sp.InputError, match="new or empty"):
        found.save(tmp_path / "mine")
    with pytest.raises(sp.InputError, match="new or empty"):
        sp.supplement("five-qubit-t", output=tmp_path / "mine")
    with pytest.raises(sp.InputError) as caught:
        sp.supplement(output=tmp_path / "new")
    assert caught.value.field == "protocol"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("call", "field", "said"),
    [
        (lambda: sp.plan("five-qubit-t", input={"delta": 0.01}, target="1e-9"), "input, delta", '"0.01" or "1/100"'),
        (lambda: sp.plan("five-qubit-t", input="delta=1/100", target=1e-9), "target", '"1e-09"'),
        (lambda: sp.plan("five-qubit-t", input={}, target="1e-9"), "input", "an empty mapping"),
        (lambda: sp.plan("five-qubit-t", input="delta=2", target="1e-9"), "input", "delta=2"),
        (lambda: sp.plan(5, input="delta=1/100", target="1e-9"), "protocol", "int 5"),  # type: ignore[arg-type]
        (lambda: sp.plan((CODE,), input="delta=1/100", target="1e-9"), "protocol", "pair"),  # type: ignore[arg-type]
        (lambda: sp.expect("five-qubit-t", at={"delta": 0.1}, runs=9), "at, delta", "the float 0.1"),
        (lambda: sp.expect("five-qubit-t", at="delta=1/10", runs=9.5), "runs", "float 9.5"),  # type: ignore[arg-type]
        (lambda: sp.expect("five-qubit-t", at="delta=1/10", runs=9, significance=0.01), "significance", '"0.01"'),
        (lambda: sp.expect("five-qubit-t", at="delta=1/10", runs=9, accepted=10), "accepted", "found 10"),
        (lambda: sp.gate([claim(value=0.345)]), "claims[0], value", '"0.345"'),
        (lambda: sp.gate([5]), "claims[0]", "int 5"),  # type: ignore[list-item]
        (sp.gate, "claims", "nothing"),
        (lambda: sp.gate("nowhere.jsonl", report="html"), "report", "html"),
        (lambda: sp.gate("nowhere.jsonl", timeout=0), "timeout", "found 0"),
        (lambda: sp.certify(5, "t"), "code", "int 5"),  # type: ignore[arg-type]
        (lambda: sp.certify(CODE, 5), "state", "int 5"),  # type: ignore[arg-type]
        (lambda: sp.certify(CODE, "t", layout="xz"), "layout", "a Code"),
        (lambda: sp.check(None, "x"), "fixtures", "NoneType"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_what_is_refused_names_the_argument(call: Any, field: str, said: str) -> None:
    with pytest.raises(sp.InputError) as caught:
        call()
    assert caught.value.field == field
    assert said in str(caught.value)
    assert not str(caught.value).startswith("--")
    assert "\n" not in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (again.field, again.expected, type(again)) == (field, caught.value.expected, type(caught.value))


def test_a_command_names_its_option() -> None:
    done = stillproof("plan", "five-qubit-t", "--input", "delta=2", "--target", "1e-9")
    assert (done.returncode, done.stderr.split(":")[:2]) == (12, ["stillproof", " --input"])


def test_results_cannot_be_changed() -> None:
    for found in (
        sp.plan("five-qubit-t", input="delta=1/100", target="1e-3"),
        sp.expect("five-qubit-t", at="delta=1/10", runs=10),
        sp.gate([claim(value="0.345")]),
        sp.check(ROOT / "fixtures", ROOT / "proofs" / "certificates", "five-qubit-t"),
    ):
        before = repr(found), found.to_dict()
        for name in vars(found):
            with pytest.raises(FrozenInstanceError):
                setattr(found, name, None)
        found.to_dict().clear()
        for value in vars(found).values():
            if type(value).__name__ == "mappingproxy":
                with pytest.raises(TypeError):
                    value["x"] = 1
        assert (repr(found), found.to_dict()) == before
        assert len(before[0]) < 120
        assert found._repr_html_().startswith("<")


def test_without_matplotlib_a_result_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    html = sp.certify(CODE, "t")._repr_html_()
    assert "no picture: matplotlib is missing: pip install" in html
    assert "<img" not in html
