"""The gate: verdicts of single claims, readings, malformed lines, whole files, exit codes, and a long file."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq, fmpz_poly

from conftest import ROOT, stillproof
from libraries import library_over
from stillproof.errors import Declined, InputError, OverBudget
from stillproof.exact.rational_function import RationalFunction
from stillproof.gating.bounds import violation
from stillproof.gating.claim import MODES, QUANTITIES, read_claim
from stillproof.gating.compare import taylor
from stillproof.gating.exact import Algebraic, Between, LogRatio, Rational, decimal, simplest
from stillproof.gating.judge import VERDICTS, Row, judge_line
from stillproof.gating.known import Library
from stillproof.gating.lines import Malformed, parsed

FIXTURES = ROOT / "fixtures"
GOLAY = "golay11-strange"
HEADER = '{"format":"stillproof-claims/1","implementation":{"name":"test"}}'
THRESHOLD = {"id": "t", "protocol": GOLAY, "quantity": "threshold", "parameter": "delta", "as": "rounded"}


@pytest.fixture(scope="module")
def library() -> Library:
    return library_over(ROOT)


def judged(library: Library, **claim: Any) -> Row:
    """The row of one claim; `as_` and hyphens as underscores."""
    found = {{"as_": "as"}.get(key, key.replace("_", "-")): value for key, value in claim.items()}
    return judge_line(1, json.dumps({"id": "t", "protocol": GOLAY, **found}).encode(), library)


def test_decimals_are_rounded_and_truncated_as_the_decimal_module_does(library: Library) -> None:
    # the threshold by bisection in fractions, from the polynomial of eq. (5.11)
    low, high = Fraction(38, 100), Fraction(39, 100)
    for _ in range(200):
        x = (low + high) / 2
        low, high = (x, high) if 15 * x**3 - 31 * x**2 + 33 * x - 9 < 0 else (low, x)
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(low.numerator) / low.denominator
        for places in range(1, 30):
            unit = Decimal(1).scaleb(-places)
            rounded = exact.quantize(unit, ROUND_HALF_UP)
            cut = exact.quantize(unit, "ROUND_DOWN")
            for value in {rounded, cut, rounded + unit, cut - unit}:
                said = {"quantity": "threshold", "parameter": "delta", "value": str(value)}
                for mode, right in (("rounded", rounded), ("truncated", cut)):
                    verdict = judged(library, as_=mode, **said).verdict
                    assert verdict == ("certified" if value == right else "refuted"), (mode, value)
                above = judged(library, as_="upper-bound", **said).verdict
                assert above == ("certified" if value > exact else "refuted")
                assert judged(library, as_="exact", **said).verdict == "refuted"


def test_points_are_those_of_the_weight_enumerators(library: Library) -> None:
    claims = json.loads((FIXTURES / "statements" / f"{GOLAY}.json").read_text())["claims"]
    counts = next(claim for claim in claims if claim["kind"] == "enumerator")
    chance = random.Random(7)
    for _ in range(20):
        delta = Fraction(chance.randrange(1, 90), 90)
        z = -(1 - delta) / 2
        a, b = (sum(int(c) * z**w for w, c in enumerate(counts[key])) for key in "AB")
        out, success = (3 * a + b) / (4 * a), a / 3**10
        for at, factor in (({"delta": str(delta)}, Fraction(1)), ({"eps": str(delta * 2 / 3)}, Fraction(2, 3))):
            said = judged(library, quantity="error-map", at=at, value=str(out * factor), as_="exact")
            assert said.verdict == "certified", said
            wrong = judged(library, quantity="error-map", at=at, value=str(out * factor + 1), as_="exact")
            assert wrong.witness["exact"] == str(out * factor)
            said = judged(library, quantity="success-probability", at=at, value=str(success), as_="exact")
            assert said.verdict == "certified"


FUNCTION = {"num": ["0", "0", "0", "55/18"], "den": ["1"]}
CASES: list[tuple[str, dict[str, Any]]] = [
    ("ambiguous", {"quantity": "threshold", "value": "0.38715", "as_": "rounded"}),
    ("refuted", {"quantity": "threshold", "value": "0.5", "as_": "rounded"}),
    ("certified", {"quantity": "threshold", "parameter": "eps", "value": "0.2581", "as_": "rounded"}),
    ("declined", {"quantity": "threshold", "parameter": "p", "value": "0.2581", "as_": "rounded"}),
    ("declined", {"quantity": "threshold", "parameter": "delta", "noise": "amplitude damping", "value": "0.3", "as_": "rounded"}),
    ("certified", {"quantity": "threshold", "parameter": "delta", "noise": "depolarizing", "value": "0.387", "as_": "rounded"}),
    ("certified", {"quantity": "threshold", "parameter": "delta", "value": "0.38", "as_": "approximate", "tolerance": "1/100"}),
    ("refuted", {"quantity": "threshold", "parameter": "delta", "value": "0.38", "as_": "approximate", "tolerance": "1/1000"}),
    ("certified", {"quantity": "threshold", "parameter": "delta", "value": "0.38", "as_": "approximate", "relative_tolerance": "0.02"}),
    ("certified", {"quantity": "threshold", "parameter": "delta", "as_": "exact", "value": {"polynomial": [-9, 33, -31, 15], "interval": ["0", "1"]}}),
    ("certified", {"quantity": "threshold", "parameter": "eps", "as_": "exact", "value": {"polynomial": ["-72", "396", "-558", "405"], "interval": ["0", "1"]}}),
    ("refuted", {"quantity": "threshold", "parameter": "delta", "as_": "exact", "value": {"polynomial": [-9, 33, -31, 14], "interval": ["0", "1"]}}),
    ("refuted", {"quantity": "threshold", "parameter": "delta", "as_": "exact", "value": {"polynomial": [-9, 33, -31, 15], "interval": ["2/5", "1"]}}),
    ("certified", {"quantity": "error-map", "parameter": "delta", "as_": "leading-order", "value": FUNCTION}),
    ("ambiguous", {"quantity": "error-map", "as_": "leading-order", "value": FUNCTION}),
    ("refuted", {"quantity": "error-map", "parameter": "delta", "as_": "exact", "value": FUNCTION}),
    ("refuted", {"quantity": "error-map", "parameter": "delta", "as_": "upper-bound", "value": FUNCTION, "range": ["0", "1/10"]}),
    ("certified", {"quantity": "error-map", "parameter": "delta", "as_": "lower-bound", "value": FUNCTION, "range": ["0", "1/10"]}),
    ("certified", {"quantity": "error-map", "parameter": "delta", "as_": "approximate", "tolerance": "1/100", "value": FUNCTION, "range": ["0", "1/10"]}),
    ("refuted", {"quantity": "error-map", "parameter": "delta", "as_": "approximate", "tolerance": "1/100000", "value": FUNCTION, "range": ["0", "1/10"]}),
    ("certified", {"quantity": "success-probability", "as_": "leading-order", "value": "1/1728"}),
    ("certified", {"quantity": "inputs-per-output", "as_": "exact", "success_probability": "left-out", "value": 11}),
    ("ambiguous", {"quantity": "inputs-per-output", "as_": "exact", "value": 11}),
    ("certified", {"quantity": "overhead-exponent", "success_probability": "included", "as_": "exact", "value": {"log": "361304064", "base": "9"}}),
    ("refuted", {"quantity": "overhead-exponent", "success_probability": "included", "as_": "exact", "value": {"log": "19007", "base": "3"}}),
    ("certified", {"quantity": "distance", "as_": "lower-bound", "value": 4}),
    ("refuted", {"quantity": "distance", "as_": "exact", "value": 6}),
    ("refuted", {"quantity": "enumerator-B", "as_": "exact", "value": [1, 0, 0]}),
    ("refuted", {"quantity": "suppression-order", "as_": "exact", "value": 2}),
    ("declined", {"protocol": "four-qutrit-norell", "quantity": "threshold", "parameter": "eps", "as_": "rounded", "value": "0.2"}),
    ("refuted", {"protocol": "golay23-h", "quantity": "threshold", "parameter": "delta", "as_": "rounded", "value": "0.1"}),
    ("refuted", {"protocol": {"code": "fixtures/codes/golay11.json", "state": "strange"}, "quantity": "distance", "as_": "exact", "value": 4}),
    ("malformed", {"protocol": {"code": "fixtures/codes/nothing.json", "state": "strange"}, "quantity": "distance", "as_": "exact", "value": 4}),
    ("declined", {"protocol": "golay12", "quantity": "distance", "as_": "exact", "value": 4}),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "claim"), CASES, ids=[f"{i}-{case[0]}" for i, case in enumerate(CASES)])
def test_a_claim_has_its_verdict(library: Library, verdict: str, claim: dict[str, Any]) -> None:
    row = judged(library, **claim)
    assert row.verdict == verdict, row
    assert row.reason
    assert bool(row.witness) == (verdict in ("refuted", "ambiguous"))
    if verdict == "certified":
        assert row.backing["certificate"].startswith("sha256:")
        assert ("bound" in row.backing) == (claim["as_"] != "exact" and "range" in claim)


MALFORMED: list[tuple[str, dict[str, Any]]] = [
    ("value", {"value": 0.387}),
    ("value", {"value": "0,387"}),
    ("value", {"value": "1/0"}),
    ("value", {"value": None}),
    ("value", {"value": "1/3"}),
    ("value", {"value": {"num": ["1"], "den": ["1"]}}),
    ("value", {"quantity": "distance", "as": "exact", "value": {"d": 5}}),
    ("as", {"value": "0.387", "as": "correct"}),
    ("as", {"value": "0.387", "as": "sampled"}),
    ("as", {"quantity": "enumerator-A", "value": [1]}),
    ("quantity", {"quantity": "fidelity", "value": "1"}),
    ("tolerance", {"value": "0.387", "as": "approximate"}),
    ("tolerance", {"value": "0.387", "tolerance": "1/10"}),
    ("at", {"quantity": "error-map", "value": "0.1"}),
    ("at", {"value": "0.387", "at": {"delta": "1/10"}}),
    ("at.delta", {"quantity": "error-map", "value": "0.1", "at": {"delta": "2"}}),
    ("range", {"quantity": "error-map", "as": "upper-bound", "value": FUNCTION}),
    ("range", {"quantity": "error-map", "as": "upper-bound", "value": FUNCTION, "range": ["1/2", "1/3"]}),
    ("significance", {"quantity": "acceptance", "as": "sampled", "at": {"delta": "0"}, "value": {"accepted": 1, "runs": 2}}),
    ("value.runs", {"quantity": "acceptance", "as": "sampled", "at": {"delta": "0"}, "value": {"accepted": 0, "runs": 0}, "significance": "0.1"}),
    ("value.accepted", {"quantity": "acceptance", "as": "sampled", "at": {"delta": "0"}, "value": {"accepted": 3, "runs": 2}, "significance": "0.1"}),
    ("value.polynomial[1]", {"as": "exact", "value": {"polynomial": ["1", "1/2"], "interval": ["0", "1"]}}),
    ("value.den", {"quantity": "error-map", "as": "exact", "value": {"num": ["1"], "den": ["0"]}}),
    ("value.log", {"quantity": "yield-exponent", "as": "exact", "value": {"log": "1", "base": "2"}}),
    ("id", {"id": "two words", "value": "0.387"}),
    ("id", {"id": 7, "value": "0.387"}),
    ("protocol", {"protocol": ["golay"], "value": "0.387"}),
    ("success-probability", {"value": "0.387", "success-probability": "yes"}),
    ("line", {"value": "0.387", "paramter": "delta"}),
]  # fmt: skip


@pytest.mark.parametrize(("field", "change"), MALFORMED, ids=[f"{i}-{case[0]}" for i, case in enumerate(MALFORMED)])
def test_a_malformed_claim_names_its_field(library: Library, field: str, change: dict[str, Any]) -> None:
    claim = {**THRESHOLD, **change}
    if claim["quantity"] in ("distance", "enumerator-A"):
        del claim["parameter"]  # they have none
    row = judge_line(9, json.dumps(claim).encode(), library)
    assert (row.verdict, row.where, row.line) == ("malformed", field, 9), row
    assert "expected" in row.reason
    assert "found" in row.reason


def test_a_float_comes_with_the_string_that_it_could_have_been(library: Library) -> None:
    row = judge_line(1, json.dumps(THRESHOLD).encode()[:-1] + b',"value":3.8715e-1}', library)
    assert 'such as "3.8715e-1"' in row.reason


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"a":1,"a":2}', b"\xff", b'{"a":NaN}', b"[" * 3000, b'"x"'])
def test_a_line_that_is_no_object_is_malformed(line: bytes) -> None:
    with pytest.raises(Malformed):
        parsed(line)


def file(folder: Path, *lines: str) -> Path:
    path = folder / "claims.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def claim(**change: Any) -> str:
    return json.dumps({**THRESHOLD, "value": "0.38715", **change})


FILES: list[tuple[int, str, list[str]]] = [
    (0, "PASSED: 1 of 1", [HEADER, claim(), '{"end":1}']),
    (12, "claims.jsonl:1: expected a header", []),
    (12, "claims.jsonl:1: format: expected", [claim(), '{"end":1}']),
    (12, "expected a last line", [HEADER, claim()]),
    (12, "end: expected 1", [HEADER, claim(), '{"end":2}']),
    (12, "expected nothing after", [HEADER, claim(), '{"end":1}', claim(id="u")]),
    (12, "distinct ids", [HEADER, claim(), claim(), '{"end":2}']),
    (12, ": expected at least one claim", [HEADER, '{"end":0}']),
    (12, "implementation: expected", ['{"format":"stillproof-claims/1"}', claim(), '{"end":1}']),
    (
        12,
        "expected the keys",
        ['{"format":"stillproof-claims/1","implementation":{"name":"x"},"by":"x"}', claim(), '{"end":1}'],
    ),
    (12, "malformed", [HEADER, claim(value=0.5), claim(id="u", value="0.2"), '{"end":2}']),
    (10, "1 refuted", [HEADER, claim(), claim(id="u", value="0.2"), '{"end":2}']),
    (11, "1 declined", [HEADER, claim(noise="none"), '{"end":1}']),
    (0, "1 declined", [HEADER, claim(), claim(id="u", noise="none"), '{"end":2}']),
]


@pytest.mark.parametrize(("code", "text", "lines"), FILES, ids=[f"{i}-{case[0]}" for i, case in enumerate(FILES)])
def test_a_file_has_its_exit_code(tmp_path: Path, code: int, text: str, lines: list[str]) -> None:
    done = stillproof("gate", file(tmp_path, *lines))
    assert done.returncode == code, done.stdout + done.stderr
    assert text in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert ("claims.jsonl:" in done.stderr) == (code == 12 and "expected" in text)


def test_require_all_and_expected_verdicts(tmp_path: Path) -> None:
    path = file(tmp_path, HEADER, claim(), claim(id="u", noise="none"), claim(id="v", value="0.2"), '{"end":3}')
    expected = tmp_path / "expected.jsonl"

    def expect(*entries: tuple[str, str], more: tuple[str, ...] = ()) -> int:
        rows = [json.dumps({"id": name, "verdict": verdict}) for name, verdict in entries]
        header = '{"format":"stillproof-expected/1"}'
        expected.write_text("\n".join([header, *rows, json.dumps({"end": len(rows)})]) + "\n")
        return stillproof("gate", path, "--expect", expected, *more).returncode

    assert expect(("v", "refuted")) == 0
    for form in ("junit", "sarif", "github"):
        done = stillproof("gate", path, "--expect", expected, "--report", form)
        assert done.returncode == 0
        assert not any(word in done.stdout for word in ("<failure", 'stillproof/refuted"}', "::error", "refuted v:"))
    assert expect(("v", "refuted"), more=("--require-all",)) == 10
    assert expect(("v", "refuted"), ("u", "declined"), more=("--require-all",)) == 0
    assert expect(("v", "refuted"), ("t", "refuted")) == 10  # better than expected
    assert expect(("v", "refuted"), ("w", "refuted")) == 10  # no such claim
    assert expect() == 10
    expected.write_text('{"format":"stillproof-expected/1"}\n{"id":"v","verdict":"wrong"}\n{"end":1}\n')
    assert stillproof("gate", path, "--expect", expected).returncode == 12
    two = file(tmp_path, HEADER, claim(), claim(id="u", noise="none"), '{"end":2}')
    assert stillproof("gate", two, "--require-all").returncode == 11


def test_ten_thousand_claims_need_no_more_memory_than_a_few(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = file(tmp_path, HEADER, *(claim(id=f"t{i}") for i in range(count)), json.dumps({"end": count}))
        program = (
            "import resource, sys\nfrom stillproof.cli import main\n"
            "try:\n    main(['gate', sys.argv[1], '-o', sys.argv[2], '--report', 'json'])\n"
            "except SystemExit as end:\n    assert end.code == 0, end.code\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        command = [sys.executable, "-c", program, str(path), str(tmp_path / "report.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=200)
        assert len(json.loads((tmp_path / "report.json").read_text())["claims"]) == count
        return int(done.stdout.splitlines()[-1])

    assert peak(10_000) < peak(10) + 16_000  # kB


def test_exact_numbers_are_compared_exactly() -> None:
    root = Algebraic(fmpz_poly([-2, 0, 1]), fmpq(1), fmpq(2), fmpq(1, 2))  # sqrt 2 / 2
    assert [root.side(fmpq(x, 10**8)) for x in (70710678, 70710679)] == [1, -1]
    assert Algebraic(fmpz_poly([-1, 2]), fmpq(0), fmpq(1), fmpq(1)).side(fmpq(1, 2)) == 0
    assert decimal(root, 8) == "0.70710678..."
    assert [decimal(Rational(fmpq(*x))) for x in ((1, 8), (-1, 8), (7, 1))] == ["0.125", "-0.125", "7"]
    ratio = LogRatio(fmpq(8), fmpq(4))
    assert [ratio.side(fmpq(*x)) for x in ((3, 2), (149, 100), (151, 100))] == [0, 1, -1]
    assert ratio.equals(fmpq(27), fmpq(9))
    assert not ratio.equals(fmpq(27), fmpq(10))
    with pytest.raises(Declined):
        Between(fmpq(1, 3), fmpq(1, 2)).side(fmpq(2, 5))
    chance = random.Random(3)
    for _ in range(200):
        low = fmpq(chance.randrange(0, 60), chance.randrange(1, 60))
        high = low + fmpq(1, chance.randrange(1, 400))
        found = simplest(low, high)
        assert low < found < high
        assert not any((low * d).floor() + 1 < high * d for d in range(1, int(found.q)))


def test_a_violation_between_two_roots_is_found() -> None:
    # (x - 1/3)(x - 2/5) is negative only between its roots
    gap = RationalFunction.stated({"num": ["2/15", "-11/15", "1"], "den": ["1"]})
    zero = RationalFunction.stated({"num": [], "den": ["1"]})
    x = violation(gap, zero, fmpq(0), fmpq(1), above=True)
    assert x is not None
    assert fmpq(1, 3) < x < fmpq(2, 5)
    assert violation(gap, zero, fmpq(0), fmpq(1, 3), above=True) is None
    square = RationalFunction.stated({"num": ["1/4", "-1", "1"], "den": ["1"]})
    assert violation(square, zero, fmpq(0), fmpq(1), above=True) is None
    assert violation(square, zero, fmpq(0), fmpq(1), above=False) is not None


def test_taylor_coefficients_of_a_geometric_series() -> None:
    from flint import fmpq_poly

    assert taylor(fmpq_poly([1]), fmpq_poly([1, -2]), 4) == [1, 2, 4, 8, 16]


def test_reading_errors_are_told_apart(tmp_path: Path) -> None:
    here = library_over(tmp_path)
    with pytest.raises(InputError):
        here.known(("missing.json", "strange"), "distance")
    code = json.loads((FIXTURES / "codes" / "qr23.json").read_text())
    (tmp_path / "qr23.json").write_text(json.dumps(code))
    from stillproof.enumerators import Budget, read_budget

    small = library_over(tmp_path, read_budget("10"))
    assert isinstance(small.budget, Budget)
    with pytest.raises((OverBudget, Declined)):
        small.known(("qr23.json", "strange"), "distance")


def test_a_claim_is_immutable_data() -> None:
    found = read_claim(3, {**THRESHOLD, "value": "0.38715"})
    assert (found.line, found.name, found.parameter) == (3, GOLAY, "delta")
    with pytest.raises(AttributeError):
        found.line = 4  # type: ignore[misc]


def test_claims_put_together_at_random_have_a_verdict(library: Library) -> None:
    chance = random.Random(11)
    numbers = ["0", "1", "1/3", "0.387", "-1", "1e-6", "1e999", 7, 0, "19008", "0." + "3" * 80]

    def some() -> Any:
        return chance.choice(numbers)

    values = [
        some,
        lambda: {"num": [some() for _ in range(3)], "den": ["1", some()]},
        lambda: {"polynomial": [some(), some(), some()], "interval": ["0", "1"]},
        lambda: {"coefficient": some(), "order": chance.randrange(4)},
        lambda: {"log": some(), "base": some()},
        lambda: {"accepted": chance.choice([0, 3]), "runs": 10},
        lambda: {"num": [[some()], [some()]], "den": [["1"]]},
    ]
    more: dict[str, list[Any]] = {
        "parameter": ["delta", "eps"],
        "at": [{"delta": "0"}, {"eps": "1/2"}, {"delta": "1"}],
        "output": ["any", "each", 1],
        "range": [["0", "1"], ["0", "1/10"]],
        "tolerance": ["1/10"],
        "significance": ["0.01"],
        "success-probability": ["included", "left-out"],
        "syndromes": ["corrected", "post-selected"],
    }
    seen = set()
    for _ in range(4000):
        claim = {
            "id": "x",
            "protocol": chance.choice(
                [GOLAY, "five-qubit-t", "reed-muller15-t", "ccz8", "self-orthogonal-11-a-strange"]
            ),
            "quantity": chance.choice(QUANTITIES),
            "as": chance.choice(MODES),
            "value": chance.choice(values)(),
            **{key: chance.choice(found) for key, found in more.items() if chance.random() < 0.2},
        }
        row = judge_line(1, json.dumps(claim).encode(), library)
        seen.add(row.verdict)
        assert row.reason
        json.dumps(row.json())
    assert seen == set(VERDICTS) - {"broken", "limit"}
