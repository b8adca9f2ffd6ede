"""`stillproof plan` and `expect`: levels, costs and bands against enumerators, decimals and binomials in fractions."""

from __future__ import annotations

import json
import re
import shutil
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import comb
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flint import arb, ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, stillproof
from stillproof.cli import main
from stillproof.errors import Declined
from stillproof.exact.decimals import bounded, significant
from stillproof.files.text import statement_text
from stillproof.operation.certified import Operated, read_operated, require_certified
from stillproof.operation.correlated import without_independence
from stillproof.operation.expect import band, prometheus
from stillproof.operation.reading import read_number

FIXTURES = ROOT / "fixtures"


def answer(*arguments: str) -> dict[str, Any]:
    """The JSON of a command that succeeds."""
    done = stillproof(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def claim(name: str, kind: str) -> dict[str, Any]:
    value = json.loads((FIXTURES / "statements" / f"{name}.json").read_text())
    return next(c for c in value["claims"] if c["kind"] == kind)


def at(part: dict[str, list[str]], x: Any) -> Any:
    """A fraction of a claim in one parameter."""
    num, den = (sum(int(c) * x**i for i, c in enumerate(part[key])) for key in ("num", "den"))
    return num / den


def shown(value: Fraction | Decimal, digits: int = 6) -> Decimal:
    """Six significant digits, by the decimal module."""
    with localcontext() as context:
        context.prec = 400
        exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
        return exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), ROUND_HALF_UP)


def test_the_levels_are_those_of_the_weight_enumerators() -> None:
    # delta_out = (3A + B)/(4A) and p_succ = A/3^10 at z = -(1 - delta)/2, from the counts of the `enumerator` claim
    counts = claim("golay11-strange", "enumerator")
    delta, cost = Fraction(1, 100), Fraction(1)
    found = answer("plan", "golay11-strange", "--input", "delta=1/100", "--target", "1e-15")
    assert len(found["levels"]) == 2
    for level in found["levels"]:
        z = -(1 - delta) / 2
        a, b = (sum(int(c) * z**w for w, c in enumerate(counts[key])) for key in "AB")
        delta, cost = (3 * a + b) / (4 * a), cost * 11 * 3**10 / a
        assert Fraction(level["success_probability"]["exact"]) == a / 3**10
        assert Fraction(level["output"]["delta"]["exact"]) == Fraction(level["error"]["exact"]) == delta
        assert Fraction(level["inputs_per_output"]["exact"]) == cost
        assert Decimal(level["error"]["decimal"]) == shown(delta)
        assert Decimal(level["inputs_per_output"]["decimal"]) == shown(cost)
    assert delta <= Fraction(1, 10**15) < Fraction(found["levels"][0]["error"]["exact"])


def test_long_numbers_become_enclosures_with_right_digits() -> None:
    part, success = claim("golay11-strange", "map")["output"]["delta"], claim("golay11-strange", "map")["success"]
    found = answer("plan", "golay11-strange", "--input", "delta=0.387", "--target", "1e-30")
    assert found["levels"][0]["error"]["exact"] is not None
    assert found["levels"][-1]["error"]["exact"] is None
    with localcontext() as context:
        context.prec = 300
        delta, cost = Decimal("0.387"), Decimal(1)
        for level in found["levels"]:
            cost *= 11 / at(success, delta)
            delta = at(part, delta)
            assert Decimal(level["error"]["decimal"]) == shown(delta)
            assert Decimal(level["inputs_per_output"]["decimal"]) == shown(cost)
    assert len(found["levels"]) == 11


def test_a_chain_of_two_protocols_with_several_outputs() -> None:
    found = answer("plan", "reed-muller15-t,bravyi-haah20-t", "--input", "eps=0.01", "--target", "1e-15")
    assert [level["protocol"] for level in found["levels"]] == ["reed-muller15-t", *["bravyi-haah20-t"] * 3]
    eps = at(claim("reed-muller15-t", "map")["output"]["eps"], Fraction(1, 100))
    cost = 15 / at(claim("reed-muller15-t", "correction")["success"], Fraction(1, 100))
    assert Fraction(found["levels"][0]["inputs_per_output"]["exact"]) == cost
    outputs = claim("bravyi-haah20-t", "outputs")["each"]
    assert len(outputs) == 4
    after = max(at(part, eps) for part in outputs)
    assert Fraction(found["levels"][1]["error"]["exact"]) == after
    cost *= 20 / (4 * at(claim("bravyi-haah20-t", "correction")["success"], eps))
    assert Fraction(found["levels"][1]["inputs_per_output"]["exact"]) == cost
    assert found["accepted"]["reed-muller15-t"] == "4 of 14 stabilizers +1, the others corrected"
    assert [level["independence"] for level in found["levels"]] == ["given", "given", "assumed", "assumed"]
    assert [level["without_independence"] is not None for level in found["levels"]] == [False, False, True, False]
    # union bound: 20 inputs of infidelity `after`, of a code that accepts pure targets always
    bound = found["levels"][2]["without_independence"]
    assert Fraction(bound["infidelity_at_most"]["exact"]) == 20 * after
    assert Fraction(bound["success_probability_at_least"]["exact"]) == 1 - 20 * after
    assert Fraction(bound["inputs_per_output_at_most"]["exact"]) == cost * 20 / (4 * (1 - 20 * after))
    assert Decimal(bound["infidelity_at_most"]["decimal"]) >= 20 * Decimal(after.numerator) / after.denominator


def test_a_last_level_with_another_target() -> None:
    """15-to-1, then 8-to-CCZ: the outputs of the first are inputs of the second, and none of the second is fed on."""
    found = answer("plan", "reed-muller15-t,ccz8", "--input", "eps=1e-3", "--target", "1e-12")
    assert (found["single"], found["unit"]) == ("ccz8", "infidelity")
    eps = at(claim("reed-muller15-t", "map")["output"]["eps"], Fraction(1, 1000))
    first, second = found["levels"]
    assert Fraction(first["output"]["eps"]["exact"]) == eps
    assert second["output"] == {}
    assert Fraction(second["infidelity"]["exact"]) == at(claim("ccz8", "outputs")["any"], eps)
    assert second["infidelity"]["decimal"] == "3.45069e-14"
    cost = 15 / at(claim("reed-muller15-t", "correction")["success"], Fraction(1, 1000))
    assert Fraction(second["inputs_per_output"]["exact"]) == cost * 8 / at(claim("ccz8", "correction")["success"], eps)


@pytest.mark.parametrize(
    "unit", ["eps=1/30", "p=0.05", "delta=1/15", "pauli=0.05", "infidelity=1/30", "fidelity=29/30"]
)
def test_units_of_the_noise_are_converted_exactly(unit: str) -> None:
    """A T state of infidelity eps, or with a Pauli error of rate p, is depolarized by delta = 2 eps = 4 p / 3."""
    found = answer("expect", "five-qubit-t", "--at", unit, "--runs", "100")
    assert found["at"] == {"delta": "1/15"}
    assert Fraction(found["success_probability"]["exact"]) == at(
        claim("five-qubit-t", "map")["success"], Fraction(1, 15)
    )


def test_correlated_inputs_stay_within_the_bound_that_needs_no_independence(tmp_path: Path) -> None:
    """Three bits of even parity, two of them kept, level by level, by sums over all bits: the worst arrangement."""
    code = {"format": "stillproof-code/1", "n": 3, "name": "parity", "p": 2, "stabilizers": [[[0, 0, 0], [1, 1, 1]]]}
    bit = json.loads((ROOT / "tests" / "meaning" / "operation" / "targets.json").read_text())
    for name, value in (("code", code), ("state", bit["protocols"]["two-and-three"]["state"])):
        (tmp_path / f"{name}.json").write_text(json.dumps(value))
    done = stillproof("certify", tmp_path / "code.json", "--state", tmp_path / "state.json", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stdout
    used = read_operated(tmp_path / "out", "parity-bit")
    x = Fraction(1, 20)
    first = kept([product_of(bits, x) for bits in BITS], used)
    # two inputs are the outputs of one block, the third is one of another block
    single = [sum(first[bits] for bits in first if bits[0] == b) for b in (0, 1)]
    second = kept([first[bits[:2]] * single[bits[2]] for bits in BITS], used)
    worst = max(sum(first[bits] for bits in first if bits[j]) for j in (0, 1))
    bound = without_independence(used, used.outputs, fmpq(worst.numerator, worst.denominator), fmpq(1), 2)
    assert bound is not None
    limit, success = (Fraction(int(v.p), int(v.q)) for v in (bound.infidelity, bound.success))
    assert 1 - second[0, 0] <= limit
    assert sum(first[bits[:2]] * single[bits[2]] for bits in BITS if sum(bits) % 2 == 0) >= success
    free = kept([product_of(bits, worst) for bits in BITS], used)
    assert 1 - free[0, 0] < 1 - second[0, 0]  # independent inputs would be better


BITS = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)]


def product_of(bits: tuple[int, ...], x: Fraction) -> Fraction:
    """The probability of these bits, each flipped with probability x."""
    return x ** sum(bits) * (1 - x) ** (3 - sum(bits))


def kept(weights: list[Fraction], used: Operated) -> dict[tuple[int, int], Fraction]:
    """The distribution of the encoded bits, of three that have even parity: on which sites logical Z acts."""
    places = [logical.v for logical in used.protocol.code.logical_z]
    found = dict.fromkeys([(0, 0), (0, 1), (1, 0), (1, 1)], Fraction(0))
    for bits, weight in zip(BITS, weights, strict=True):
        if sum(bits) % 2 == 0:
            first, second = (sum(x * y for x, y in zip(place, bits, strict=True)) % 2 for place in places)
            found[first, second] += weight
    total = sum(found.values())
    return {bits: weight / total for bits, weight in found.items()}


def test_two_parameters_and_the_cells_of_their_basin() -> None:
    found = answer("plan", "golay11-norell", "--input", "eps0=1/100,epsS=1/50", "--target", "1e-9")
    assert [float(level["output"]["eps0"]["decimal"]) > 0 for level in found["levels"]] == [True] * len(found["levels"])
    first = found["levels"][0]
    total = sum(Fraction(first["output"][label]["exact"]) for label in ("eps0", "epsS"))
    assert Fraction(first["error"]["exact"]) == total


def test_a_target_that_is_reached_needs_no_level() -> None:
    found = answer("plan", "golay11-strange", "--input", "delta=1e-20", "--target", "1e-15")
    assert found["levels"] == []
    done = stillproof("plan", "golay11-strange", "--input", "delta=1e-20", "--target", "1e-15")
    assert "0      input" in done.stdout


def test_the_table_says_how_it_counts() -> None:
    done = stillproof("plan", "reed-muller15-t", "--input", "eps=0.01", "--target", "1e-20")
    assert done.returncode == 0
    assert re.search(r"^3 +reed-muller15-t +1 - 2\.5e-11 +1\.55828e-34 +3926\.13$", done.stdout, re.MULTILINE)
    assert "4 of 14 stabilizers +1" in done.stdout
    assert "rejected blocks included" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["golay11-strange", "delta=0.388", "1e-9"],
            11,
            "not certified to be below the threshold of output delta, delta = 0.387154346472, infidelity 0.2581028",
        ),
        (["five-qutrit-h-twirled", "epsMinus=0.2,epsS=0.2", "1e-9"], 11, "flows to (1/3, 1/3), not to the target"),
        (["five-qutrit-h-twirled", "epsMinus=0.0775111,epsS=0.0775111", "1e-9"], 11, "in no cell of the cover"),
        (["golay23-h", "delta=1/100", "1e-9"], 11, "it is above the input, which is delta, for 0 < delta < 119/1000"),
        (["five-qutrit-h", "delta=1/100", "1e-9"], 11, "known by its infidelity only"),
        (["ccz8", "eps=1/100", "1e-9"], 11, "ccz8 reaches the infidelity 0.00284929"),
        (["ccz8,reed-muller15-t", "eps=1/100", "1e-9"], 11, "ccz8 can only be the last level"),
        (["reed-muller15-t,ccz8", "eps=1/100", "1e-12"], 11, "as in A,A,ccz8"),
        (["self-orthogonal-11", "delta=1/100", "1e-9"], 11, "states no map"),
        (["reed-muller15-t,golay11-strange", "eps=1/100", "1e-9"], 12, "golay11-strange: strange"),
        (["golay12", "delta=1/100", "1e-9"], 11, "no protocol is called golay12; the nearest names: "),
        (
            ["golay11-strange", "x=1/100", "1e-9"],
            12,
            "or one of eps, p, pauli, infidelity, fidelity",
        ),
        (["golay11-strange", "fidelity=0.3", "1e-9"], 12, "delta at most 1, found fidelity=0.3, where delta = 21/20"),
        (
            ["golay11-strange", "fidelity=1.01", "1e-9"],
            12,
            "found fidelity=1.01, where delta = -3/200",
        ),
        (["golay11-strange", "delta=1/100", "fidelity=1"], 12, "between 0 and 1, found fidelity=1"),
        (
            ["golay11-norell", "eps=1/100", "1e-9"],
            12,
            "eps0=1/100,epsS=1/100, or one of delta, p, pauli, found",
        ),
        (["golay11-norell", "pauli=9/10", "1e-9"], 12, "delta at most 1, found pauli=9/10, where delta = 81/80"),
        (["ccz8", "eps=1/100", "pauli=1e-9"], 12, "a number in eps or infidelity or fidelity"),
        (["golay11-strange", "eps=3/4", "1e-9"], 12, "delta at most 1"),
        (["golay11-strange", "delta=1/100", "x=1e-9"], 12, "a number in delta or eps or p"),
        (["ccz8", "eps=1/100", "delta=1e-9"], 12, "a number in eps"),
        (["golay11-strange", "delta=1/0", "1e-9"], 12, "found 1/0"),
        (["golay11-strange", "delta=-0.1", "1e-9"], 12, "found -0.1"),
        (["golay11-strange", "delta=nan", "1e-9"], 12, "found nan"),
        (["golay11-strange", "delta=3/2", "1e-9"], 12, "at most 1"),
        (["golay11-norell", "eps0=0.1", "1e-9"], 12, "eps0=1/100,epsS=1/100"),
        (["golay11-strange", "delta=1/100", "0"], 12, "between 0 and 1"),
        (["golay11-strange", "delta=1/100", "1e-9x"], 12, "found 1e-9x"),
    ],
)
def test_what_cannot_be_planned(arguments: list[str], code: int, message: str) -> None:
    name, start, target = arguments
    done = stillproof("plan", name, "--input", start, "--target", target)
    assert done.returncode == code
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_nothing_is_planned_with_what_the_checker_refuses(tmp_path: Path) -> None:
    shutil.copytree(FIXTURES, tmp_path / "fixtures")
    shutil.copytree(ROOT / "proofs" / "certificates", tmp_path / "proofs" / "certificates")
    path = tmp_path / "proofs" / "certificates" / "golay11-strange.jsonl"
    path.write_text(path.read_text().replace('"-486"', '"-487"'))
    with pytest.raises(Declined, match=r"not certified: golay11-strange: threshold: threshold\.witness\.cofactor"):
        require_certified(tmp_path / "fixtures", ["golay11-strange"])
    path.unlink()
    with pytest.raises(Declined, match=r"not certified: .*certificate\.present"):
        require_certified(tmp_path / "fixtures", ["golay11-strange"])


def test_a_spoiled_statement_of_ones_own_is_malformed(tmp_path: Path) -> None:
    """Spoiled in every field of its claims, one at a time: a sentence, and an exit code of ours."""
    for folder, name in (("codes", "five-qubit.json"), ("states", "t.json"), ("statements", "five-qubit-t.json")):
        (tmp_path / folder).mkdir()
        shutil.copy(FIXTURES / folder / name, tmp_path / folder / name)
    path = tmp_path / "statements" / "five-qubit-t.json"
    good = path.read_text()
    value = json.loads(good)
    source = next(x for x in value["claims"] if x["kind"] == "map")
    for key in source:
        for other in (None, [], {}, "x", 7):
            path.write_text(statement_text({**value, "claims": [{**source, key: other}]}))
            done = CliRunner().invoke(main, ["expect", "five-qubit-t", "--at", "delta=1/9", "--runs", "9",
                                             "--fixtures", str(tmp_path)])  # fmt: skip
            assert done.exit_code in (10, 11, 12), (key, other, done.output)
            assert isinstance(done.exception, SystemExit), (key, other, done.exception)
    done = stillproof("plan", "x", "--input", "delta=1/9", "--target", "1e-9", "--fixtures", tmp_path / "codes")
    assert (done.returncode, done.stderr) == (
        12, f"stillproof: --fixtures: expected a folder with statements/, found {tmp_path / 'codes'}\n"
    )  # fmt: skip


def binomial_band(success: Fraction, runs: int, tail: Fraction) -> tuple[int, int]:
    """By summing fractions."""
    weights = [comb(runs, k) * success**k * (1 - success) ** (runs - k) for k in range(runs + 1)]
    low = max(k for k in range(runs + 1) if sum(weights[:k], Fraction(0)) <= tail)
    high = min(k for k in range(runs + 1) if sum(weights[k + 1 :], Fraction(0)) <= tail)
    return low, high


@given(
    success=st.fractions(0, 1, max_denominator=50), runs=st.integers(1, 40), tail=st.fractions(0, 1, max_denominator=99)
)
def test_the_band_is_that_of_exact_tails(success: Fraction, runs: int, tail: Fraction) -> None:
    if not 0 < tail < Fraction(1, 2):
        return
    found = band(fmpq(success.numerator, success.denominator), runs, fmpq(tail.numerator, tail.denominator))
    assert found == binomial_band(success, runs, tail)


def test_a_tail_that_is_the_significance_exactly_is_decided() -> None:
    # P(fewer than 1 of 2) = 4/9: a comparison of equal numbers
    assert band(fmpq(1, 3), 2, fmpq(4, 9)) == binomial_band(Fraction(1, 3), 2, Fraction(4, 9)) == (1, 1)


def test_a_band_and_what_lies_outside() -> None:
    arguments = ["expect", "reed-muller15-t", "--at", "eps=0.01", "--runs", "10000"]
    found = answer(*arguments)
    success = at(claim("reed-muller15-t", "correction")["success"], Fraction(1, 100))
    assert Fraction(found["success_probability"]["exact"]) == success
    assert Fraction(found["mean"]["exact"]) == 10000 * success
    low, high = found["band"]
    assert low < 10000 * success < high
    spread = 10000 * success * (1 - success)
    assert 3**2 * spread < (high - low) ** 2 / Fraction(4) < 4**2 * spread  # 3.29 standard deviations each way
    for count, code, text in (
        (low, 0, "inside"),
        (high, 0, "inside"),
        (low - 1, 10, "OUTSIDE"),
        (high + 1, 10, "OUTSIDE"),
    ):
        done = stillproof(*arguments, "--accepted", str(count))
        assert done.returncode == code
        assert f"{count} accepted: {text} the band" in done.stdout


def test_metrics_have_the_text_format() -> None:
    arguments = ["expect", "five-qutrit-h-twirled", "--at", "epsMinus=1/100,epsS=1/50", "--runs", "1000000"]
    done = stillproof(*arguments, "--prometheus")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 9
    values = []
    for help_line, type_line, sample in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        name = help_line.split()[2]
        assert type_line == f"# TYPE {name} gauge"
        match = re.fullmatch(r'(\w+)\{(\w+="[^"]*")(,\w+="[^"]*")*\} (\d+\.\d+(e-\d+)?)', sample)
        assert match
        assert match[1] == name
        values.append(Fraction(match[4]))
    assert values[1] < values[0] < values[2]


@pytest.mark.parametrize("name", ["protocol", "significance", "instance", "at", "runs"])
def test_no_name_of_a_parameter_is_a_label_of_ours(name: str) -> None:
    found = {"at": {name: "1/100"}, "band": [0, 9], "protocol": "own", "runs": 10, "significance": "1/1000"}
    text = prometheus({**found, "success_probability": {"exact": "1/2"}})
    labels = f'{{protocol="own",at_{name}="1/100",significance="1/1000"}}'
    assert [line.split()[0].partition("{")[1:] for line in text.splitlines()[2::3]] == [("{", labels[1:])] * 3


def test_a_metric_is_a_number_also_just_below_1() -> None:
    """1 - 1.5e-17 is how people read it; a scraper reads no difference."""
    arguments = ["expect", "reed-muller15-t", "--at", "eps=1/1000000000000000000", "--runs", "100"]
    lines = stillproof(*arguments, "--prometheus").stdout.splitlines()
    assert float(lines[2].split("} ")[1]) == 1


@pytest.mark.parametrize("runs", [50, 1000003, 9999991])
def test_metrics_enclose_the_band_and_no_other_count(runs: int) -> None:
    arguments = ["expect", "reed-muller15-t", "--at", "eps=0.0123", "--runs", str(runs)]
    low, high = (Fraction(x, runs) for x in json.loads(stillproof(*arguments, "--json").stdout)["band"])
    lines = stillproof(*arguments, "--prometheus").stdout.splitlines()
    first, last = (Fraction(line.split()[-1]) for line in (lines[5], lines[8]))
    assert low - Fraction(1, runs) < first <= low < high <= last < high + Fraction(1, runs)
    assert not [line for line in lines if "exact" in line]


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--runs", "0"], 12, "--runs"),
        (["--runs", "100000000"], 13, "at most 10000000"),
        (["--runs", "10", "--accepted", "11"], 12, "from 0 to 10"),
        (["--runs", "10", "--significance", "0"], 12, "--significance"),
        (["--runs", "10", "--significance", "x"], 12, "--significance"),
        (["--runs", "10", "--json", "--prometheus"], 12, "--json"),
        (["--runs", "ten"], 2, "ten"),
    ],
)
def test_what_cannot_be_expected(options: list[str], code: int, message: str) -> None:
    done = stillproof("expect", "golay11-strange", "--at", "delta=1/100", *options)
    assert done.returncode == code
    assert message in done.stderr
    assert done.stdout == ""


@given(st.fractions(0, 10**9), st.integers(-30, 30))
def test_significant_digits_are_rounded_correctly(value: Fraction, power: int) -> None:
    value *= Fraction(10) ** power
    text = significant(fmpq(value.numerator, value.denominator))
    if not value:
        assert text == "0"
    elif text.startswith("1 - "):
        assert 1 - Fraction(5, 10**7) <= value < 1
        assert Decimal(text[4:]) == shown(1 - value, 2)
    else:
        assert Decimal(text) == shown(value)


@given(st.fractions(Fraction(1, 10**9), 10**9), st.integers(-30, 30))
def test_bounds_are_rounded_to_their_own_side(value: Fraction, power: int) -> None:
    value *= Fraction(10) ** power
    exact = fmpq(value.numerator, value.denominator)
    up, down = bounded(exact, True), bounded(exact, False)
    step = 1 + Fraction(1, 10**5)
    assert value <= Fraction(up) <= value * step
    low = 1 - Fraction(down[4:]) if down.startswith("1 - ") else Fraction(down)
    assert value / step <= low <= value


def test_an_enclosure_shows_the_digits_that_it_decides() -> None:
    with ctx.workprec(64):
        wide = arb(fmpq(1, 3), fmpq(1, 10**4))
        assert significant(wide) == "0.333"
        assert significant(arb(fmpq(1, 3))) == "0.333333"
        assert significant(arb(fmpq(1, 3), fmpq(1, 3))).startswith("0 to 0.66")


def test_numbers_are_read_as_they_are_written() -> None:
    for text, value in (
        ("1/3", fmpq(1, 3)),
        ("0.25", fmpq(1, 4)),
        ("1e-3", fmpq(1, 1000)),
        ("2.5E2", fmpq(250)),
        ("7", fmpq(7)),
    ):
        assert read_number("x", text) == value
