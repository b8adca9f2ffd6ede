"""What the words of a claim mean: forms of a number, conventions, units, files, and faults of our own."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq, fmpz_poly

from conftest import ROOT, run_isolated_checker, stillproof
from libraries import library_over
from stillproof.exact.rational_function import RationalFunction
from stillproof.gating.claim import ratio, read_claim
from stillproof.gating.exact import Algebraic, Between, LogRatio, Rational, decimal, power
from stillproof.gating.judge import Row, judge_line
from stillproof.gating.known import Library
from stillproof.gating.lines import Malformed

FIXTURES = ROOT / "fixtures"
HEADER = {"format": "stillproof-claims/1", "implementation": {"name": "test"}}
FIVE, FIFTEEN = "five-qubit-t", "reed-muller15-t"


@pytest.fixture(scope="module")
def library() -> Library:
    return library_over(ROOT)


def judged(library: Library, protocol: Any, quantity: str, mode: str, value: Any, **rest: Any) -> Row:
    """The row of one claim; hyphens as underscores."""
    found = {"id": "t", "protocol": protocol, "quantity": quantity, "as": mode, "value": value}
    return judge_line(1, json.dumps({**found, **{k.replace("_", "-"): v for k, v in rest.items()}}).encode(), library)


def gate(folder: Path, *claims: dict[str, Any], options: tuple[str, ...] = ()) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON report of a file of claims."""
    path = folder / "claims.jsonl"
    path.write_text("".join(json.dumps(x) + "\n" for x in [HEADER, *claims, {"end": len(claims)}]))
    done = stillproof("gate", path, "--report", "json", *options)
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout)


# fractions


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("factor", [["1"], ["-3"], ["1/7", "-2"], ["0", "5"]])
def test_a_bound_is_the_same_in_every_spelling(library: Library, sign: int, factor: list[str]) -> None:
    """p_succ of the five-qubit code is at most 5, and above 1/1000: also as -5/-1, and with a common factor."""

    def spelled(number: str) -> dict[str, list[str]]:
        c = sign * Fraction(number)
        return {"num": [str(c * Fraction(f)) for f in factor], "den": [str(sign * Fraction(f)) for f in factor]}

    about: dict[str, Any] = {"parameter": "delta", "range": ["0", "1/10"]}
    for number, above, below in (("5", "certified", "refuted"), ("1/1000", "refuted", "certified")):
        value = spelled(number)
        assert judged(library, FIVE, "success-probability", "upper-bound", value, **about).verdict == above
        assert judged(library, FIVE, "success-probability", "lower-bound", value, **about).verdict == below


def test_a_denominator_that_is_negative_on_the_range_only(library: Library) -> None:
    """1 - 100 x is above 0 at 0 and below on the range; the bound is (1/2 - 50 x)/(1 - 100 x) = 1/2 and a bit."""
    value = {"num": ["1/2", "-51"], "den": ["1", "-100"]}
    about: dict[str, Any] = {"parameter": "delta", "range": ["1/20", "1/10"]}
    assert judged(library, FIVE, "success-probability", "upper-bound", value, **about).verdict == "certified"
    assert judged(library, FIVE, "success-probability", "lower-bound", value, **about).verdict == "refuted"


def test_one_form() -> None:
    def form(num: Any, den: Any) -> RationalFunction:
        return ratio({"num": num, "den": den})

    assert form(["-5"], ["-1"]) == form(["5"], ["1"]) == form(["10", "20"], ["2", "4"])
    assert form(["0", "1"], ["0", "1"]) == form(["1"], ["1"])
    assert form([["0", "2"], ["2"]], [["-2"]]) == form([["0", "-1"], ["-1"]], [["1"]])
    # (x + y)(x - y) / (x + y)
    square = [["0", "0", "-1"], ["0", "0"], ["1"]]
    assert form(square, [["0", "1"], ["1"]]) == form([["0", "-1"], ["1"]], [["1"]])
    assert form(["1"], ["3", "1"]).terms[1][0,] == 1


def test_a_function_over_a_huge_denominator_is_a_limit(library: Library) -> None:
    parts = [f"1/{10**200 + 2 * i + 1}" for i in range(500)]
    start = time.monotonic()
    row = judged(library, FIVE, "error-map", "exact", {"num": parts, "den": ["1"]}, parameter="delta")
    assert row.verdict == "limit", row
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("quantity", "mode", "value"),
    [
        ("error-map", "leading-order", {"num": ["0"], "den": ["1"]}),
        ("error-map", "leading-order", {"num": ["0", "0", "0"], "den": ["1", "5"]}),
        ("error-map", "leading-order", "0"),
        ("success-probability", "leading-order", 0),
        ("leading-term", "exact", {"coefficient": "0", "order": 3}),
        ("leading-term", "exact", {"num": ["0"], "den": ["1"]}),
        ("inputs-per-output", "leading-order", {"num": [], "den": ["1"]}),
    ],
)
def test_a_leading_order_of_0_is_none(library: Library, quantity: str, mode: str, value: Any) -> None:
    assert judged(library, "golay11-strange", quantity, mode, value, parameter="delta").verdict == "malformed"


# numbers


def test_a_ratio_of_logarithms_that_is_rational_is_that_number(library: Library) -> None:
    ququint: dict[str, Any] = {"success_probability": "left-out"}
    shown = {
        "1/2": ("exact", "certified"),
        "0.5": ("truncated", "certified"),
        "0.4": ("truncated", "refuted"),
        "0.49": ("exact", "refuted"),
    }
    for value, (mode, verdict) in shown.items():
        row = judged(library, "reed-muller-ququint", "yield-exponent", mode, value, **ququint)
        assert row.verdict == verdict
        assert verdict == "certified" or "1/2" in row.reason
        assert "0..." not in row.reason
    for log, base, verdict in (("3", "9", "certified"), ("8", "64", "certified"), ("3", "10", "refuted")):
        row = judged(library, "reed-muller-ququint", "yield-exponent", "exact", {"log": log, "base": base}, **ququint)
        assert row.verdict == verdict


@pytest.mark.parametrize(
    ("argument", "base", "value"),
    [
        ("4", "2", "2"),
        ("2", "4", "1/2"),
        ("8", "4", "3/2"),
        ("9/4", "3/2", "2"),
        ("6", "3", None),
        ("4/3", "16/9", "1/2"),
    ],
)
def test_logarithms_that_are_rational(argument: str, base: str, value: str | None) -> None:
    a, b = (fmpq(*map(int, x.split("/"))) for x in (argument, base))
    found = LogRatio(a, b).rational
    assert (None if found is None else str(found)) == value


def test_powers_are_found_without_factoring() -> None:
    large = (10**60 + 7) * (10**61 + 9)  # not to be factored in the time of a test
    start = time.monotonic()
    assert power(fmpq(large**6)) == 6
    assert power(fmpq(large)) == 1
    assert power(fmpq(2**36, 3**24)) == 12
    assert power(fmpq(large**2, 3**4)) == 2
    assert LogRatio(fmpq(large**6), fmpq(large**4)).rational == fmpq(3, 2)
    assert time.monotonic() - start < 2


def test_numbers_print_as_numbers() -> None:
    half = Algebraic(fmpz_poly([-1, 1, 2]), fmpq(1, 3), fmpq(2, 3), fmpq(1))  # 2 x^2 + x - 1 has the root 1/2
    assert decimal(half) == "0.5"
    third = Algebraic(fmpz_poly([-1, 2, 3]), fmpq(1, 4), fmpq(1, 2), fmpq(1))
    assert decimal(third, 5) == "0.33333..."
    assert decimal(Rational(fmpq(35, 10**30))) == "3.5e-29"
    assert decimal(Rational(fmpq(-1, 3 * 10**20)), 6) == "-3.333333...e-21"
    assert decimal(Rational(fmpq(1, 3 * 10**6)), 25).startswith("0.000000333")
    tiny = Algebraic(fmpz_poly([-2, 0, 10**60]), fmpq(0), fmpq(1), fmpq(1))
    assert decimal(tiny, 8) == "1.41421356...e-30"
    assert decimal(Between(fmpq(3, 10), fmpq(6, 10))) == "0.3... to 0.6..."
    assert decimal(LogRatio(fmpq(2), fmpq(4))) == "1/2"
    assert decimal(Rational(fmpq(0))) == "0"
    fidelity = Algebraic(fmpz_poly([-2, 0, 1]), fmpq(1), fmpq(2), fmpq(-1, 2), fmpq(1))  # 1 - sqrt(2)/2
    assert decimal(fidelity, 8) == "0.29289321..."
    assert [fidelity.side(fmpq(x, 10**8)) for x in (29289321, 29289322)] == [1, -1]


# units


def test_a_fidelity_is_1_less_the_infidelity(library: Library) -> None:
    about: dict[str, Any] = {"at": {"fidelity": "9/10"}}
    inside = judged(library, FIVE, "error-map", "exact", "0", at={"eps": "1/10"}).witness["exact"]
    value = str(1 - Fraction(inside))
    assert judged(library, FIVE, "error-map", "exact", value, **about).verdict == "certified"
    # an error or a fidelity: only the unit says which
    assert judged(library, FIVE, "error-map", "exact", inside, **about).verdict == "ambiguous"
    assert judged(library, FIVE, "error-map", "exact", inside, unit="fidelity", **about).verdict == "refuted"
    assert judged(library, FIVE, "error-map", "exact", inside, parameter="eps", **about).verdict == "certified"
    success = judged(library, FIVE, "success-probability", "exact", "0", at={"eps": "1/10"}).witness["exact"]
    assert judged(library, FIVE, "success-probability", "exact", success, **about).verdict == "certified"
    function = {"num": ["0", "1"], "den": ["1"]}
    assert judged(library, FIVE, "error-map", "exact", function, parameter="fidelity").verdict == "refuted"
    term = {"coefficient": "5", "order": 2}
    assert judged(library, FIVE, "leading-term", "exact", term, parameter="fidelity").verdict == "declined"
    norell: dict[str, Any] = {"parameter": "fidelity", "noise": "depolarizing"}
    value = str(1 - Fraction("0.32989") * 2 / 3)
    for tolerance, verdict in (("1/10000", "certified"), ("1/10000000000", "declined")):
        row = judged(library, "four-qutrit-norell", "threshold", "approximate", value, tolerance=tolerance, **norell)
        assert row.verdict == verdict, row


@pytest.mark.parametrize(
    ("value", "mode", "verdict"), [("0.82", "truncated", "certified"), ("0.82", "rounded", "refuted")]
)
def test_the_unit_may_be_said_under_its_own_name(library: Library, value: str, mode: str, verdict: str) -> None:
    assert judged(library, FIVE, "threshold", mode, value, unit="fidelity").verdict == verdict
    assert judged(library, FIVE, "threshold", mode, value, unit="fidelity", parameter="fidelity").verdict == verdict
    assert judged(library, FIVE, "threshold", mode, value, unit="fidelity", parameter="eps").where == "unit"


# protocols other than the certified one


@pytest.mark.parametrize("quantity", ["success-probability", "leading-term", "threshold", "inputs-per-output"])
def test_decoding_is_declined(library: Library, quantity: str) -> None:
    value = {"coefficient": "105", "order": 2} if quantity == "leading-term" else "1"
    rest: dict[str, Any] = {"at": {"eps": "1/100"}} if quantity == "success-probability" else {}
    rest |= {"parameter": "eps"} if quantity == "threshold" else {}
    for word in ("decoded", "corrected"):
        row = judged(library, FIFTEEN, quantity, "exact", value, syndromes=word, **rest)
        assert row.verdict == "declined", row
    row = judged(library, FIFTEEN, quantity, "exact", value, syndromes="clifford-corrected", **rest)
    assert row.verdict == "refuted"
    for word in ("decoded", "corrected", "clifford-corrected"):
        row = judged(library, "golay11-strange", quantity, "exact", value, syndromes=word, **rest)
        assert row.verdict == "declined", row


def test_outcomes_undone_by_a_clifford_are_certified_under_both_words(library: Library) -> None:
    for word in ("corrected", "clifford-corrected"):
        row = judged(library, FIFTEEN, "success-probability", "exact", "1", at={"eps": "0"}, syndromes=word)
        assert row.verdict == "certified"
    row = judged(library, FIFTEEN, "success-probability", "exact", "1", at={"eps": "0"}, syndromes="post-selected")
    assert row.verdict == "refuted"


def test_inputs_are_a_function_of_the_noise(library: Library) -> None:
    value = {"num": ["8", "64"], "den": ["1"]}
    about: dict[str, Any] = {"parameter": "eps"}
    small: dict[str, Any] = {**about, "range": ["0", "1/100"]}
    assert judged(library, "ccz8", "inputs-per-output", "leading-order", value, **about).verdict == "certified"
    assert judged(library, "ccz8", "inputs-per-output", "lower-bound", value, **small).verdict == "certified"
    row = judged(library, "ccz8", "inputs-per-output", "upper-bound", value, **small)
    assert (row.verdict, set(row.witness)) == ("refuted", {"at", "bound", "exact"})
    above, undone = {"num": ["8", "65"], "den": ["1"]}, {**small, "syndromes": "clifford-corrected"}
    assert judged(library, "ccz8", "inputs-per-output", "upper-bound", above, **small).verdict == "certified"
    assert judged(library, "ccz8", "inputs-per-output", "lower-bound", above, **undone).verdict == "refuted"
    negative = {"num": ["-1"], "den": ["1"]}
    assert judged(library, "ccz8", "inputs-per-output", "upper-bound", negative, **small).verdict == "refuted"
    assert judged(library, "ccz8", "inputs-per-output", "exact", value, **about).verdict == "refuted"
    nothing = judged(library, "ccz8", "inputs-per-output", "leading-order", value, success_probability="left-out")
    assert nothing.verdict == "declined"
    statement = json.loads((FIXTURES / "statements" / "ccz8.json").read_text())
    success = next(claim for claim in statement["claims"] if claim["kind"] == "outputs")["success"]
    kept: dict[str, Any] = {**about, "syndromes": "post-selected"}
    eight = {"num": [str(8 * Fraction(c)) for c in success["den"]], "den": success["num"]}
    assert judged(library, "ccz8", "inputs-per-output", "exact", eight, **kept).verdict == "certified"


# files


def code_file(code: str = "five-qubit", **change: Any) -> str:
    data = json.loads((FIXTURES / "codes" / f"{code}.json").read_text())
    return json.dumps({**data, **change})


def distance(path: str, value: int = 3, name: str = "one") -> dict[str, Any]:
    about = {"code": path, "state": "t"}
    return {"id": name, "protocol": about, "quantity": "distance", "as": "exact", "value": value}


def test_codes_of_one_name_keep_their_certificates_apart(tmp_path: Path) -> None:
    long = "a" * 64
    for path, text in {
        "a.json": code_file(),
        "b.json": code_file("steane7", name="five-qubit"),
        "c.json": code_file(name=long),
        "d.json": code_file("steane7", name=long),
        "again.json": code_file(),
    }.items():
        (tmp_path / path).write_text(text)
    claims = [distance(f"{x}.json", name=x) for x in ("a", "b", "c", "d", "again")]
    claims += [{**claims[0], "id": "map", "quantity": "suppression-order", "value": 2}]
    kept = tmp_path / "kept"
    code, report = gate(tmp_path, *claims, options=("--certificates", str(kept)))
    assert code == 0, report
    digests = [row["backing"]["certificate"] for row in report["claims"]]
    assert len(set(digests)) == 5
    assert digests[0] == digests[4]
    statements = list((kept / "statements").iterdir())
    assert len(statements) == len(list((kept / "certificates").iterdir())) == 5
    assert len(list((kept / "codes").iterdir())) == 4
    found = run_isolated_checker(kept, kept / "certificates")
    assert found.code == 0, found.out + found.err


def test_paths_stay_in_the_folder_of_the_claims(tmp_path: Path) -> None:
    folder, secret = tmp_path / "claims", tmp_path / "secret.json"
    folder.mkdir()
    secret.write_text('{"secret": "word"}')
    (folder / "inside").mkdir()
    (folder / "inside" / "code.json").write_text(code_file())
    (folder / "link.json").symlink_to(secret)
    (folder / "good.json").symlink_to(folder / "inside" / "code.json")
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop.json").symlink_to(folder / "loop.json")
    os.mkfifo(folder / "pipe.json")
    bad = [
        "../secret.json", str(secret), "link.json", "up/secret.json", "inside/../../secret.json", "loop.json",
        "pipe.json", "/dev/zero", ".", "\0", "inside", "/etc/passwd", "../missing.json", "missing.json",
    ]  # fmt: skip
    states = ["../secret.json", "link.json", "../codes/golay11", "../../secret", "t/../t", str(secret)[:-5], "T"]
    claims = [distance(path, name=f"code-{i}") for i, path in enumerate(bad)]
    for i, state in enumerate(states):
        about = {"code": "inside/code.json", "state": state}
        claims.append(
            {**distance("", name=f"state-{i}"), "protocol": about, "quantity": "suppression-order", "value": 2}
        )
    claims += [distance("good.json", name="good"), distance("inside/code.json", name="inside")]
    code, report = gate(folder, *claims)
    assert code == 12
    text = json.dumps(report)
    assert "word" not in text
    assert "root:" not in text
    verdicts = {row["id"]: row["verdict"] for row in report["claims"]}
    assert verdicts.pop("good") == verdicts.pop("inside") == "certified"
    assert set(verdicts.values()) == {"malformed"}
    # a file outside is not looked for, either
    reasons = [row["reason"].replace(path, "") for row, path in zip(report["claims"], bad, strict=False)]
    assert reasons[0] == reasons[bad.index("../missing.json")]


def test_an_empty_ensemble_is_one_sentence(tmp_path: Path) -> None:
    state = json.loads((FIXTURES / "states" / "t.json").read_text())
    (tmp_path / "empty.json").write_text(json.dumps({**state, "ensemble": []}))
    (tmp_path / "code.json").write_text(code_file())
    about = {"code": "code.json", "state": "empty.json"}
    code, report = gate(tmp_path, {**distance(""), "protocol": about, "quantity": "suppression-order", "value": 2})
    assert code == 12
    (row,) = report["claims"]
    assert "ensemble: expected at least one member" in row["reason"]
    done = stillproof("certify", tmp_path / "code.json", "--state", tmp_path / "empty.json")
    assert (done.returncode, done.stderr.count("\n")) == (12, 1)
    assert "ensemble: expected at least one member" in done.stderr


@pytest.mark.parametrize("p", [11, 23])
def test_a_large_p_is_a_limit_except_for_its_distance(tmp_path: Path, p: int) -> None:
    code = {
        "format": "stillproof-code/1",
        "n": 2,
        "name": "z",
        "p": p,
        "source": "test",
        "stabilizers": [[[0, 0], [1, p - 1]]],
    }
    (tmp_path / "z.json").write_text(json.dumps(code))
    about = {"code": "z.json", "state": "t"}
    claims = [
        {"id": "A", "protocol": about, "quantity": "enumerator-A", "as": "exact", "value": [1, 0, p - 1]},
        {"id": "s", "protocol": about, "quantity": "suppression-order", "as": "exact", "value": 2},
    ]
    exit_code, report = gate(tmp_path, *claims)
    assert exit_code == 13
    assert [row["verdict"] for row in report["claims"]] == ["limit", "limit"]
    code_only = {"protocol": {"code": "z.json"}}
    exit_code, report = gate(
        tmp_path, *claims, {**distance("", 1), **code_only}, {**distance("", 2, "two"), **code_only}
    )
    assert exit_code == 10
    assert [row["verdict"] for row in report["claims"]] == ["limit", "limit", "certified", "refuted"]
    assert gate(tmp_path, *claims, {**distance("", 1), **code_only})[0] == 0
    assert gate(tmp_path, *claims, {**distance("", 1), **code_only}, options=("--require-all",))[0] == 13


def test_the_largest_p_is_that_of_the_checker() -> None:
    from stillproof.gating.known import MAX_P as OURS
    from stillproof_check.subject.state import MAX_P

    assert OURS == MAX_P


def test_an_unknown_protocol_is_declined(library: Library) -> None:
    row = judged(library, "golay12-strange", "distance", "exact", 5)
    assert row.verdict == "declined"
    assert "golay11-strange" in row.reason


# our own faults


def faulty(error: Exception) -> Callable[..., Any]:
    def fault(*_: object, **__: object) -> None:
        raise error

    return fault


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("judge.readings", KeyError("of")),
        ("judge.readings", StopIteration()),
        ("known.stated_protocol", RecursionError()),
        ("judge.read_claim", MemoryError()),
    ],
)
def test_one_claim_cannot_take_the_others_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, place: str
) -> None:
    import importlib

    from stillproof.gating.command import gate_command
    from test_gate_reports import Bar

    module = importlib.import_module(f"stillproof.gating.{place.partition('.')[0]}")
    name = place.partition(".")[2]
    right = getattr(module, name)

    def sometimes(*found: Any, **more: Any) -> Any:
        text = str(found)
        fault = "five-qubit" in text or "five-qubit" in str(getattr(found[-1], "name", ""))
        return faulty(error)() if fault else right(*found, **more)

    monkeypatch.setattr(module, name, sometimes)
    claims = [
        {"id": protocol, "protocol": protocol, "quantity": "distance", "as": "exact", "value": value}
        for protocol, value in (("golay11-strange", 5), (FIVE, 3), ("steane7-h", 4))
    ]
    path, output = tmp_path / "claims.jsonl", tmp_path / "report.json"
    path.write_text("".join(json.dumps(x) + "\n" for x in [HEADER, *claims, {"end": 3}]))
    assert gate_command(FIXTURES, path, form="json", output=output, timeout=9.0, bar=Bar()) == 14
    report = json.loads(output.read_text())
    assert [row["verdict"] for row in report["claims"]] == ["certified", "broken", "refuted"]
    assert report["counts"]["broken"] == 1
    broken = report["claims"][1]
    assert type(error).__name__ in broken["reason"]
    assert "Traceback" not in capsys.readouterr().out
    for form in ("text", "junit", "sarif", "github") if isinstance(error, KeyError) else ():
        gate_command(FIXTURES, path, form=form, output=output, timeout=9.0, bar=Bar())
        assert "broken" in output.read_text()


@pytest.mark.parametrize("code", [11, 13])
def test_a_claim_that_the_checker_does_not_decide_takes_no_other_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """As if the enumerator were over a limit: the map is certified, in a certificate without it."""
    from stillproof.gating import known

    right = known.checked

    def limited(name: str, files: dict[str, str]) -> Any:
        if '"kind":"enumerator"' not in files[f"statements/{name}.json"]:
            return right(name, files)
        return code, [{"claim": "enumerator", "code": code, "message": "too much", "verdict": "limit"}], ""

    (tmp_path / "code.json").write_text(code_file())
    monkeypatch.setattr(known, "checked", limited)
    library, about = library_over(tmp_path), {"code": "code.json", "state": "t"}
    assert judged(library, about, "suppression-order", "exact", 2).verdict == "certified"
    row = judged(library, about, "enumerator-A", "exact", [1, 0, 0, 0, 15, 0])
    assert row.verdict == "declined"
    assert "too much" in row.reason
    assert judged(library, about, "distance", "exact", 3).verdict == "certified"

    def refusing(name: str, files: dict[str, str]) -> Any:
        return 10, [{"claim": "enumerator", "code": 10, "message": "wrong", "verdict": "refuted"}], ""

    monkeypatch.setattr(known, "checked", refusing)
    assert judged(library_over(tmp_path), about, "suppression-order", "exact", 2).verdict == "declined"


def test_a_line_over_the_limit_keeps_the_verdicts_before_it(tmp_path: Path) -> None:
    claims = [{"id": "d", "protocol": FIVE, "quantity": "distance", "as": "exact", "value": 3}]
    path = tmp_path / "claims.jsonl"
    long = json.dumps({**claims[0], "id": "l", "source": "x" * (1 << 20)})
    path.write_text("\n".join([json.dumps(HEADER), json.dumps(claims[0]), long, '{"end":2}']) + "\n")
    done = stillproof("gate", path)
    assert done.returncode == 13
    assert "certified  d: 3 is the exact value" in done.stdout
    assert "a line of more than 1048576 bytes" in done.stderr


def test_malformed_says_which_key_is_missing() -> None:
    with pytest.raises(Malformed, match="missing"):
        read_claim(1, {"id": "x"})
