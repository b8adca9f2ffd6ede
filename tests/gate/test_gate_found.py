"""Faults that were found in the verdicts of the gate, each with the right verdict."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT
from libraries import library_over
from stillproof.errors import Declined
from stillproof.gating import asking, readings, two_parameters, values
from stillproof.gating.groups import decoded
from stillproof.gating.judge import Row, judge_line
from stillproof.gating.known import Library, known_of
from stillproof.gating.questions import questions
from stillproof.statements.stated import read_stated

FIXTURES = ROOT / "fixtures"
GOLAY = "golay11-strange"
FIVE = [[[1, 0, 0, 1, 0], [0, 1, 1, 0, 0]], [[0, 1, 0, 0, 1], [0, 0, 1, 1, 0]]]
FIVE += [[[1, 0, 1, 0, 0], [0, 0, 0, 1, 1]], [[0, 1, 0, 1, 0], [1, 0, 0, 0, 1]]]


@pytest.fixture(scope="module")
def library() -> Library:
    return library_over(ROOT)


def judged(library: Library, protocol: Any, quantity: str, mode: str, value: Any, **rest: Any) -> Row:
    """The row of one claim; hyphens as underscores."""
    found = {"id": "t", "protocol": protocol, "quantity": quantity, "as": mode, "value": value}
    return judge_line(1, json.dumps({**found, **{k.replace("_", "-"): v for k, v in rest.items()}}).encode(), library)


def written(folder: Path, name: str, p: int, stabilizers: Any, **rest: Any) -> str:
    """A code file in a folder: its name."""
    code = {"format": "stillproof-code/1", "name": name, "p": p, "n": len(stabilizers[0][0]), **rest}
    (folder / f"{name}.json").write_text(json.dumps({**code, "stabilizers": stabilizers, "source": "a test"}))
    return f"{name}.json"


# a fraction has no last digit


@pytest.mark.parametrize("mode", ["rounded", "truncated"])
@pytest.mark.parametrize(
    "value",
    [
        {"coefficient": "7/2", "order": 3},
        {"coefficient": "55/18", "order": 3},
        {"num": ["0", "0", "0", "31/10"], "den": ["1"]},
        {"num": ["0", "0", "0", "6.12"], "den": ["2"]},
        {"num": ["0", "0", "0", "0", "3.06"], "den": ["0", "1"]},
    ],
)
def test_a_coefficient_that_is_a_fraction_has_no_rounding(library: Library, mode: str, value: Any) -> None:
    assert judged(library, GOLAY, "leading-term", mode, value, parameter="delta").verdict == "malformed"


@pytest.mark.parametrize(
    ("mode", "coefficient", "verdict"),
    [
        ("rounded", "3.06", "certified"),
        ("rounded", "3.4", "refuted"),
        ("rounded", "3", "certified"),
        ("truncated", "3.05", "certified"),
        ("truncated", "3.06", "refuted"),
        ("rounded", "3.060", "refuted"),
    ],
)
def test_a_coefficient_keeps_its_digits(library: Library, mode: str, coefficient: str, verdict: str) -> None:
    for value in (
        {"coefficient": coefficient, "order": 3},
        {"num": ["0", "0", "0", coefficient], "den": ["1"]},
        {"num": ["0", "0", "0", coefficient, "0"], "den": ["1.0", "0"]},
    ):
        assert judged(library, GOLAY, "leading-term", mode, value, parameter="delta").verdict == verdict


# rows of a code file


def test_dependent_rows_are_malformed_and_refute_nothing(tmp_path: Path) -> None:
    """The fifth row is the product of the first two: the distance of the five-qubit code is 3 all the same."""
    product = [[a ^ b for a, b in zip(x, y, strict=True)] for x, y in zip(FIVE[0], FIVE[1], strict=True)]
    library = library_over(tmp_path)
    code = written(tmp_path, "five-dependent", 2, [*FIVE, product])
    row = judged(library, {"code": code}, "distance", "exact", 3)
    assert row.verdict == "malformed"
    assert "5 independent rows" in row.reason
    apart = written(tmp_path, "five-apart", 2, [*FIVE[:3], [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0]]])
    row = judged(library, {"code": apart}, "distance", "exact", 3)
    assert row.verdict == "refuted"
    assert "no stabilizer code" in row.reason


# what is an output


def steane(more: int) -> list[Any]:
    """The rows of the Steane code, with sites behind it on which they do not act."""
    rows = [[int(c) for c in word] + [0] * more for word in ("1010101", "0110011", "0001111")]
    zero = [0] * (7 + more)
    return [[row, zero] for row in rows] + [[zero, row] for row in rows]


def test_an_input_that_passes_through_is_no_output(tmp_path: Path) -> None:
    """The Steane code takes 896/9 inputs to an output; a site beside it makes nothing of them."""
    library = library_over(tmp_path)

    def asked(code: str, value: str, output: str | None = None) -> str:
        rest = {"success_probability": "included", **({"output": output} if output else {})}
        about = {"code": code, "state": "h"}
        return judged(library, about, "inputs-per-output", "exact", value, **rest).verdict

    ones = [[1] * 7 + [0], [0] * 8]
    logical = {"logical_x": [ones, [[0] * 7 + [1], [0] * 8]], "logical_z": [ones[::-1], [[0] * 8, [0] * 7 + [1]]]}
    alone = written(tmp_path, "steane-alone", 2, steane(0), logical_x=[[1] * 7, [0] * 7], logical_z=[[0] * 7, [1] * 7])
    beside = written(tmp_path, "steane-beside", 2, steane(1), **logical)
    assert asked(alone, "896/9") == "certified"
    assert (asked(beside, "896/9", "1"), asked(beside, "512/9", "1")) == ("certified", "refuted")
    assert {asked(beside, value, output) for value in ("512/9", "896/9") for output in ("2", "any")} == {"declined"}


# what is the pure target


def test_a_family_that_is_not_pure_at_0_has_no_rate_of_depolarizing_noise_and_no_pure_target(tmp_path: Path) -> None:
    state = json.loads((FIXTURES / "states" / "t.json").read_text())
    state |= {"name": "short", "parameters": ["x"], "cliffords": []}
    for member, weight in zip(state["ensemble"], (["19/20", "-1/10"], ["1/20", "1/10"]), strict=True):
        member["weight"] = weight
    (tmp_path / "short.json").write_text(json.dumps(state))
    library = library_over(tmp_path)
    about = {"code": written(tmp_path, "five", 2, FIVE), "state": "short.json"}
    for value in ("1/6", "4187/32000"):  # at the pure target, and where the family starts
        for more in ({"at": {"delta": "0"}}, {"at": {"x": "0"}, "noise": "depolarizing"}):
            assert judged(library, about, "success-probability", "exact", value, **more).verdict == "declined"
    assert judged(library, about, "success-probability", "exact", "4187/32000", at={"x": "0"}).verdict == "certified"
    for value in ("30", "160000/4187"):
        row = judged(library, about, "inputs-per-output", "exact", value, success_probability="included")
        assert row.verdict == "declined"
        assert "pure target" in row.reason


# words


def test_a_small_tolerance_is_shown(library: Library) -> None:
    about: dict[str, Any] = {"parameter": "delta", "tolerance": "1e-14"}
    row = judged(library, GOLAY, "threshold", "approximate", "0.38715434647179556", **about)
    assert row.verdict == "certified"
    assert "within 1e-14 of" in row.reason


def test_a_true_bound_of_0_is_not_blamed_on_its_spelling(library: Library) -> None:
    about: dict[str, Any] = {"range": ["0", "1/10"], "parameter": "delta"}
    row = judged(library, GOLAY, "success-probability", "lower-bound", {"num": ["0"], "den": ["1"]}, **about)
    assert row.verdict == "declined"
    assert "by the function 0" in row.reason


def test_the_unit_of_an_output_alone_says_nothing_of_the_noise(library: Library) -> None:
    value = {"coefficient": "55/18", "order": 3}
    assert (
        judged(library, GOLAY, "leading-term", "exact", value, unit="delta", parameter="delta").verdict == "certified"
    )
    assert judged(library, GOLAY, "leading-term", "exact", value, unit="delta").verdict == "ambiguous"


@pytest.mark.parametrize(
    ("quantity", "value", "rest", "verdict"),
    [
        ("distance", 5, {"output": "1"}, "malformed"),
        ("distance", 5, {"parameter": "banana"}, "malformed"),
        ("enumerator-A", ["1"], {"unit": "eps"}, "malformed"),
        ("success-probability", "1/1728", {"at": {"delta": "0"}, "output": "1"}, "malformed"),
        ("success-probability", "1/1728", {"at": {"delta": "0"}, "parameter": "banana"}, "declined"),
        ("suppression-order", 3, {"parameter": "banana"}, "declined"),
    ],
)
def test_a_word_without_a_meaning_is_not_passed_over(
    library: Library, quantity: str, value: Any, rest: dict[str, Any], verdict: str
) -> None:
    row = judged(library, GOLAY, quantity, "exact", value, **rest)
    assert row.verdict == verdict, row


# one output is asked what several are


def test_a_value_that_is_right_as_an_infidelity_is_ambiguous_without_its_unit(library: Library) -> None:
    claims = json.loads((FIXTURES / "statements" / f"{GOLAY}.json").read_text())["claims"]
    out = next(claim for claim in claims if claim["kind"] == "map")["output"]["delta"]
    value = {"num": [str(Fraction(2, 3) * Fraction(c)) for c in out["num"]], "den": out["den"]}
    assert judged(library, GOLAY, "error-map", "exact", value).verdict == "ambiguous"
    assert judged(library, GOLAY, "error-map", "exact", value, parameter="delta", unit="eps").verdict == "certified"
    assert judged(library, GOLAY, "error-map", "exact", value, parameter="delta", unit="delta").verdict == "refuted"
    leading = {"coefficient": "55/27", "order": 3}
    assert judged(library, GOLAY, "leading-term", "exact", leading).verdict == "ambiguous"
    x = Fraction(1, 100)
    num, den = (sum(Fraction(c) * x**i for i, c in enumerate(out[key])) for key in ("num", "den"))
    row = judged(library, GOLAY, "error-map", "exact", str(Fraction(2, 3) * num / den), at={"fidelity": "149/150"})
    assert row.verdict == "ambiguous"


@pytest.mark.parametrize(
    ("stabilizers", "logicals", "why"),
    [
        ([[[1, 1, 0], [0, 0, 0]], [[0, 0, 0], [1, 1, 0]]], ([0, 0, 1], [0, 0, 1]), "does not count as an output"),
        ([[[0, 0, 0], [1, 1, 0]], [[0, 0, 0], [0, 1, 1]]], ([1, 1, 1], [1, 1, 1]), "the output at 0 is 2/9"),
    ],
)
def test_an_output_that_is_no_better_than_an_input_has_no_cost(
    tmp_path: Path, stabilizers: Any, logicals: Any, why: str
) -> None:
    x, z = logicals
    logical = {"logical_x": [x, [0] * 3], "logical_z": [[0] * 3, z]}
    protocol = {"code": written(tmp_path, "three", 2, stabilizers, **logical), "state": "t"}
    row = judged(library_over(tmp_path), protocol, "inputs-per-output", "exact", "3", success_probability="left-out")
    assert row.verdict == "declined"
    assert why in row.reason


def test_where_nothing_is_accepted_there_is_no_cost(tmp_path: Path) -> None:
    """Z on the first site, and the parity of two others: p_succ = (1 - x) ((1 - x)^2 + x^2)."""
    stabilizers = [[[0, 0, 0], [1, 0, 0]], [[0, 0, 0], [0, 1, 1]]]
    shutil.copy(ROOT / "tests" / "meaning" / "found" / "bit.json", tmp_path)
    protocol = {"code": written(tmp_path, "three", 2, stabilizers), "state": "bit.json"}
    library = library_over(tmp_path)
    for at, value, verdict in (("0", "3", "certified"), ("1/2", "12", "certified"), ("1", "3", "declined")):
        row = judged(
            library, protocol, "inputs-per-output", "exact", value, at={"eps": at}, success_probability="included"
        )
        assert row.verdict == verdict, row
    assert row.reason.endswith("nothing is accepted at this point")


# what is read, and what is passed over


@pytest.mark.parametrize("name", ["x" * 300 + ".json", "\ud800.json", "a\0b.json"])
def test_a_file_that_no_system_can_name_is_malformed(library: Library, name: str) -> None:
    assert judged(library, {"code": name, "state": "t"}, "distance", "exact", 3).verdict == "malformed"


def test_one_count_has_one_point(library: Library) -> None:
    value: dict[str, Any] = {"accepted": 6, "runs": 10000}
    for at in ({"delta": "1/2"}, ["nonsense"]):
        two = {"at": {"delta": "0"}, "significance": "1/1000"}
        row = judged(library, GOLAY, "acceptance", "sampled", {**value, "at": at}, **two)
        assert (row.verdict, row.where) == ("malformed", "value.at"), row
    value["at"] = {"delta": "0"}
    assert judged(library, GOLAY, "acceptance", "sampled", value, significance="1/1000").verdict == "certified"


def test_a_function_of_one_variable_of_two_parameters_is_not_refuted(library: Library) -> None:
    value = {"num": ["1", "1"], "den": ["1"]}
    assert judged(library, "golay11-norell", "success-probability", "exact", value).verdict == "declined"


def test_no_point_has_a_negative_parameter(tmp_path: Path) -> None:
    """The maximally mixed state of this family, and depolarizing noise, have a negative first parameter."""
    for name in ("bare3", "s-skew"):
        shutil.copy(ROOT / "tests" / "meaning" / "found" / f"{name}.json", tmp_path)
    protocol = {"code": "bare3.json", "state": "s-skew.json"}
    library = library_over(tmp_path)
    for at, verdict in (({"a": "1/100", "b": "0"}, "certified"), ({"delta": "1/10"}, "declined")):
        row = judged(library, protocol, "success-probability", "exact", "1", at=at)
        assert row.verdict == verdict, row
    assert "is no state of the family" in row.reason


def test_a_point_is_one_of_the_noise_that_the_claim_names(library: Library) -> None:
    """The line of depolarizing noise of this family has eps0 = epsS."""
    for at, word in (
        ({"eps0": "1/10", "epsS": "1/10"}, "refuted"),
        ({"delta": "3/10"}, "refuted"),
        ({"eps0": "1/10", "epsS": "0"}, "declined"),
    ):
        row = judged(library, "four-qutrit-norell", "success-probability", "exact", "2", at=at, noise="depolarizing")
        assert row.verdict == word, row
    assert "is not on the line of depolarizing noise" in row.reason


def test_a_threshold_along_a_line_is_of_no_single_parameter(library: Library) -> None:
    about: dict[str, Any] = {"parameter": "delta", "tolerance": "1/1000"}
    words = [
        judged(library, "four-qutrit-norell", "threshold", "approximate", "1/2", output=output, **about).verdict
        for output in ("any", "1", "eps0", "epsS")
    ]
    assert words == ["declined"] * 4
    row = judged(library, "four-qutrit-norell", "threshold", "approximate", "1/2", output="1", **about)
    assert "threshold of iterated distillation" in row.reason


def test_an_output_needs_that_something_is_accepted(library: Library) -> None:
    """p_succ of this code is delta^5/2916 + ..: at 0 there is no output, though the quotient has a limit."""
    code = "self-orthogonal-13-b-strange"
    for value in ("3/2", "0"):
        row = judged(library, code, "error-map", "exact", value, at={"delta": "0"}, unit="delta")
        assert (row.verdict, "nothing is accepted" in row.reason) == ("declined", True), row
    assert judged(library, code, "success-probability", "exact", "0", at={"delta": "0"}).verdict == "certified"


def test_close_roots_are_a_limit(library: Library) -> None:
    """x^8 - 2 (10^300 x - 1)^2 has two roots that 600 digits tell apart."""
    polynomial = ["-2", str(4 * 10**300), str(-2 * 10**600), *["0"] * 5, "1"]
    value = {"polynomial": polynomial, "interval": ["0", "1/2"]}
    row = judged(library, GOLAY, "threshold", "exact", value, parameter="delta")
    assert row.verdict == "limit", row


def test_no_noise_at_fidelity_1_is_no_decoding(tmp_path: Path) -> None:
    """Everything is accepted there whatever the protocol: what else the group says is judged as it stands."""
    lines = [
        {
            "id": "g.a",
            "quantity": "acceptance",
            "as": "exact",
            "value": "1",
            "at": {"fidelity": "1"},
            "syndromes": "corrected",
        },
        {"id": "g.b", "quantity": "threshold", "as": "rounded", "value": "0.3", "parameter": "eps"},
    ]
    path = tmp_path / "claims.jsonl"
    head = {"format": "stillproof-claims/1", "implementation": {"name": "t"}}
    rows = [head, *({"protocol": "reed-muller15-t", **line} for line in lines), {"end": len(lines)}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert decoded(path) == frozenset()


def test_a_number_in_a_bracket_is_a_range_of_roundings(library: Library) -> None:
    row = judged(library, "golay11-norell", "threshold", "rounded", "0.38611820000", parameter="delta")
    assert row.witness["rounded"] == "0.38611820890 to 0.38611820970"


def test_every_output_is_named_where_they_differ(tmp_path: Path) -> None:
    """A five-qubit block and an idle qubit: output 2 is the input."""
    shutil.copy(ROOT / "tests" / "meaning" / "codes" / "golay11-plus-1.json", tmp_path)
    protocol = {"code": "golay11-plus-1.json", "state": "strange"}
    about: dict[str, Any] = {"at": {"delta": "1/10"}, "output": "each", "unit": "delta"}
    row = judged(library_over(tmp_path), protocol, "error-map", "upper-bound", "1/2", **about)
    assert row.verdict == "certified"
    assert "output 1: " in row.reason
    assert "; next, output 2: 1/2 is at least the exact value 0.1" in row.reason


def test_an_untouched_qudit_of_two_parameters_has_no_cost(tmp_path: Path) -> None:
    code = written(tmp_path, "bare", 3, [[[0, 0], [0, 1]]], logical_x=[[1, 0], [0, 0]], logical_z=[[0, 0], [1, 0]])
    row = judged(library_over(tmp_path), {"code": code, "state": "norell"}, "inputs-per-output", "exact", "2")
    assert row.verdict == "declined", row


def test_outputs_whose_targets_a_clifford_joins_are_counted_together(tmp_path: Path) -> None:
    """Two five-qubit blocks, the second one with a Hadamard gate on its output: 10/(2/36) inputs for each."""
    found = json.loads((FIXTURES / "codes" / "five-qubit.json").read_text())
    zero = [0] * 5
    left = [[u + zero, v + zero] for u, v in found["stabilizers"]]
    right = [[zero + u, zero + v] for u, v in found["stabilizers"]]
    (xu, xv), (zu, zv) = found["logical_x"], found["logical_z"]
    value = {
        "logical_x": [[xu + zero, xv + zero], [zero + zu, zero + zv]],
        "logical_z": [[zu + zero, zv + zero], [zero + xu, zero + xv]],
    }
    protocol = {"code": written(tmp_path, "swapped", 2, [*left, *right], **value), "state": "t"}
    about: dict[str, Any] = {"output": "1", "success_probability": "included"}
    row = judged(library_over(tmp_path), protocol, "inputs-per-output", "exact", "180", **about)
    assert row.verdict == "certified", row


def test_an_untouched_qudit_has_no_cost_whatever_the_family_is_at_0(tmp_path: Path) -> None:
    """The same of one parameter, for a family that is mixed at 0: the output is the input."""
    shutil.copy(ROOT / "fixtures" / "states" / "strange.json", tmp_path / "mixed.json")
    state = json.loads((tmp_path / "mixed.json").read_text())
    for member, weight in zip(state["ensemble"], (["1/3", "2/3"], ["1/3", "-1/3"], ["1/3", "-1/3"]), strict=True):
        member["weight"] = weight
    (tmp_path / "mixed.json").write_text(json.dumps({**state, "name": "mixed", "parameters": ["x"]}))
    code = written(tmp_path, "bare", 3, [[[0, 0], [0, 1]]], logical_x=[[1, 0], [0, 0]], logical_z=[[0, 0], [1, 0]])
    about: dict[str, Any] = {"at": {"x": "1/2"}}
    row = judged(
        library_over(tmp_path), {"code": code, "state": "mixed.json"}, "inputs-per-output", "exact", "2", **about
    )
    assert row.verdict == "declined", row
    assert "that of an input, for every input" in row.reason


# what is left of a claim that leaves something out


def test_without_a_state_there_is_one_of_the_fixtures_or_none(tmp_path: Path) -> None:
    """What docs/formats/claims.md says of codes with p = 5, 7 and 11."""
    zeros = {2: "seven", 5: "zero5", 7: "zero7"}
    state = json.loads((FIXTURES / "states" / "zero.json").read_text())
    entries = [[["0"] * 6 for _ in range(7)] for _ in range(7)]
    members = []
    for i in range(7):
        one = [[list(cell) for cell in row] for row in entries]
        one[i][i][0] = "1"
        weight = ["1", "-6/7"] if i == 0 else ["0", "1/7"]
        members.append({"name": f"s{i}", "weight": weight, "projector": {"m": 7, "den": "1", "entries": one}})
    (tmp_path / "zero7.json").write_text(
        json.dumps({**state, "name": zeros[7], "p": 7, "ensemble": members, "cliffords": []})
    )
    library = library_over(tmp_path)
    for p, verdict in ((5, "certified"), (7, "declined"), (11, "limit")):
        path = written(tmp_path, f"pair{p}", p, [[[0, 0], [1, p - 1]]])
        assert judged(library, {"code": path}, "enumerator-A", "exact", [1, 0, p - 1]).verdict == verdict
        assert judged(library, {"code": path}, "distance", "exact", 1).verdict == "certified"
        assert judged(library, {"code": path}, "distance", "exact", 2).verdict == "refuted"
    own = {"code": "pair7.json", "state": "zero7.json"}
    assert judged(library, own, "enumerator-A", "exact", [1, 0, 6]).verdict == "certified"


def test_a_count_of_too_many_runs_is_a_limit(library: Library) -> None:
    about: dict[str, Any] = {"at": {"delta": "0"}, "significance": "1/100"}
    found = [
        judged(library, GOLAY, "acceptance", "sampled", {"accepted": runs // 1728, "runs": runs}, **about).verdict
        for runs in (10**7, 10**7 + 1)
    ]
    assert found == ["certified", "limit"]


def golay_at(x: Fraction) -> Fraction:
    """The output of the Golay code in delta."""
    claims = json.loads((FIXTURES / "statements" / f"{GOLAY}.json").read_text())["claims"]
    out = next(claim for claim in claims if claim["kind"] == "map")["output"]["delta"]
    num, den = (sum(Fraction(c) * x**i for i, c in enumerate(out[key])) for key in ("num", "den"))
    return num / den


POINT: dict[str, Any] = {"at": {"fidelity": "149/150"}}  # delta = 1/100
DELTA, EPS = golay_at(Fraction(1, 100)), golay_at(Fraction(1, 100)) * 2 / 3


@pytest.mark.parametrize(
    ("value", "mode", "verdict", "right", "wrong"),
    [
        (1 - EPS, "exact", "certified", "fidelity", None),
        (EPS, "exact", "ambiguous", "eps", "fidelity"),
        (DELTA, "exact", "ambiguous", "delta", "fidelity"),
        (DELTA * 2, "exact", "refuted", None, "fidelity"),
        (DELTA, "upper-bound", "ambiguous", "eps", "fidelity"),
        (DELTA, "lower-bound", "ambiguous", "fidelity", "eps"),
        (Fraction(1), "upper-bound", "certified", "fidelity", None),
        (Fraction(0), "lower-bound", "certified", "fidelity", None),
    ],
)
def test_at_a_fidelity_the_unit_of_the_output_is_asked_for(
    library: Library, value: Fraction, mode: str, verdict: str, right: str | None, wrong: str | None
) -> None:
    row = judged(library, GOLAY, "error-map", mode, str(value), **POINT)
    assert row.verdict == verdict, row
    for unit, words in ((right, "right under output in {}:"), (wrong, "wrong under output in {}:")):
        if verdict == "ambiguous":
            assert words.format(unit) in row.reason, row
        elif unit:
            assert f"output in {unit}" in row.reason, row


def test_the_unit_in_which_a_value_is_wrong_has_a_name(library: Library) -> None:
    for at, names in (({"delta": "1/100"}, ["output in eps", "output in delta"]), (POINT["at"], None)):
        row = judged(library, GOLAY, "error-map", "exact", str(EPS), at=at)
        assert row.verdict == "ambiguous"
        assert "convention of the protocol" not in row.reason
        if names:
            assert sorted(row.witness["readings"]) == sorted(names)


# the fourth round


@pytest.mark.parametrize(
    ("protocol", "quantity", "mode", "value"),
    [
        # f is delta_out of delta, 5/2 x^2 + ..; delta = 2 eps: eps_out of delta, and delta_out of eps
        ("five-qubit-t", "error-map", "leading-order", {"num": ["0", "0", "5/4"], "den": ["1"]}),
        ("five-qubit-t", "error-map", "leading-order", {"num": ["0", "0", "10"], "den": ["1"]}),
        # 55/18 x^3, and delta = 3/2 eps
        (GOLAY, "leading-term", "exact", {"coefficient": "55/27", "order": 3}),
        (GOLAY, "leading-term", "exact", {"coefficient": "165/16", "order": 3}),
    ],
)
def test_without_a_unit_and_a_parameter_both_can_be_in_any(
    library: Library, protocol: str, quantity: str, mode: str, value: Any
) -> None:
    row = judged(library, protocol, quantity, mode, value)
    assert row.verdict == "ambiguous", row
    assert judged(library, protocol, quantity, mode, value, parameter="delta", unit="delta").verdict == "refuted"


@pytest.mark.parametrize("quantity", ["threshold", "suppression-order", "acceptance", "distance"])
def test_the_success_probability_counts_in_costs_alone(library: Library, quantity: str) -> None:
    row = judged(library, GOLAY, quantity, "exact", 3, success_probability="included")
    assert (row.verdict, row.where) == ("malformed", "success-probability")


def test_a_better_output_is_one_whose_two_slopes_are_below_those_of_the_input(library: Library) -> None:
    """By hand: 16/25 and 4/25 against 1 and 1; the first terms of golay11-norell are cubic."""
    for name in ("four-qutrit-norell", "golay11-norell"):
        found = two_parameters.infidelity(library.known(name, "error-map"))
        assert found is not None
        num, den = found.terms
        slopes = [num.get(place, 0) / den[0, 0] for place in ((1, 0), (0, 1))]
        assert slopes == ([fmpq(16, 25), fmpq(4, 25)] if name.startswith("four") else [0, 0])
        assert two_parameters.improves(library.known(name, "error-map"))
    assert two_parameters.infidelity(library.known(GOLAY, "error-map")) is None
    assert not two_parameters.improves(library.known(GOLAY, "error-map"))


def test_questions_are_asked_once_and_have_an_answer() -> None:
    asked = [list(questions(FIXTURES, names)) for names in ([GOLAY], [GOLAY, GOLAY])]
    assert asked[0] == asked[1]
    costs = {
        name: any(x["quantity"] == "inputs-per-output" for x in questions(FIXTURES, [name]))
        for name in (GOLAY, "golay11-norell", "golay23-h", "self-orthogonal-11-a-strange", "ccz8")
    }
    assert costs == {
        GOLAY: True,
        "golay11-norell": True,
        "golay23-h": False,
        "self-orthogonal-11-a-strange": False,
        "ccz8": True,
    }


def test_an_answer_is_a_value_or_declined(library: Library) -> None:
    question = {"id": "q", "protocol": GOLAY, "quantity": "distance"}
    for answer, verdict in (({"value": 5}, "certified"), ({"declined": "no"}, "declined"), ({}, "malformed")):
        line = json.dumps({"id": "q", **answer}).encode()
        assert asking.judged(1, question, line, library).verdict == verdict
    line = json.dumps({"id": "q", "value": 5, "declined": "no"}).encode()
    row = asking.judged(1, question, line, library)
    assert (row.verdict, row.where) == ("malformed", "answer")


def test_where_no_threshold_is_stated_nothing_is_said_to_be_certified() -> None:
    """A statement of ours without the claims about thresholds: no reason is known, so none is given."""
    stated = read_stated(ROOT / "fixtures", "golay11-strange")
    kept = [claim for claim in stated.claims if claim["kind"] in ("code", "map", "suppression")]
    bare = replace(stated, claims=kept, lemmas={claim["id"]: [] for claim in kept})
    reading = readings.Reading("delta", "delta", "", "", "", "delta", "")
    with pytest.raises(Declined, match=r"golay11-strange: nothing is certified about a threshold$"):
        values.threshold(reading, known_of(bare), "delta")
