"""Distillation units of the resource estimator: their language of formulas, their file, and what is said of each."""

# ruff: noqa: E501 - a case stands on one line

from __future__ import annotations

import json
import random
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, stillproof
from libraries import library_over
from stillproof.errors import Declined, OverBudget
from stillproof.files.text import MAX_BYTES
from stillproof.gating.judge import Row
from stillproof.gating.lines import Malformed, WrongFile
from stillproof.gating.sentences import SENTENCES
from stillproof.gating.units.file import MAX_UNITS, NAMES, Unit, is_units, read_units
from stillproof.gating.units.formula import entries, read_formula
from stillproof.gating.units.judging import unit_rows
from stillproof.gating.units.said import read_said
from test_gate_sentences import meanings

SEEN: set[str] = set()
EXACT = "(1 - 15*(1-2*z)^7 + 15*(1-2*z)^8 - (1-2*z)^15) / (2*(1 + 15*(1-2*z)^8))"  # Bravyi and Kitaev 2005, eq. (36)
SUCCESS = "(1 + 15*(1-2*z)^8)/16"
EPS = ("parameter=eps", "protocol=reed-muller15-t")


def value(text: str, z: Fraction, c: Fraction = Fraction(0), r: Fraction = Fraction(0)) -> Fraction:
    """A formula at a point, from its coefficients."""
    found = read_formula("f", text)
    parts = []
    for poly in (found.num, found.den):
        rows = [(e, Fraction(int(k.p), int(k.q))) for e, k in entries(poly)]
        parts.append(sum((k * z ** e[0] * c ** e[1] * r ** e[2] for e, k in rows), Fraction(0)))
    return parts[0] / parts[1]


# the language


@pytest.mark.parametrize(
    ("text", "expected"),  # as the estimator itself evaluates them
    [
        ("-2^2", 4), ("0-2^2", -4), ("2^3^2", 512), ("8/4/2", 1), ("10-4-3", 3), ("[1+1]", 2), ("2^-1", "1/2"),
        ("3m", "3/1000"), ("2K", 2000), ("5n", "5/1000000000"), ("1E-1", "1/10"), (".5", "1/2"), ("5.", 5),
        ("-z^2", "1/9"), ("-z^3", "-1/27"), ("1 - z^2", "8/9"), ("+z", "1/3"), ("--z", "1/3"), ("2*-z", "-2/3"), ("7.1*c", "71/50"),
        ("inputErrorRate + cliffordErrorRate + readoutErrorRate", "31/30"), ("z/(c+r)", "10/21"), ("2u", "1/500000"),
        ("35.0 * inputErrorRate ^ 3 + 7.1 * cliffordErrorRate", "3667/1350"), ("2^(3-1)", 4), ("z^0", 1),
    ],
)  # fmt: skip
def test_a_formula_is_read_as_the_estimator_reads_it(text: str, expected: Any) -> None:
    assert value(text, Fraction(1, 3), Fraction(1, 5), Fraction(1, 2)) == Fraction(expected)


def test_random_formulas_have_the_values_of_their_parts() -> None:
    """Texts are built with their values, by other arithmetic; brackets stand around every part."""
    rng = random.Random(16)
    point = {"z": Fraction(1, 7), "c": Fraction(2, 11), "r": Fraction(3, 13)}

    def made(depth: int) -> tuple[str, Fraction]:
        kind = rng.randrange(7) if depth else rng.randrange(2)
        if kind == 0:
            name = rng.choice("zcr")
            return name, point[name]
        if kind == 1:
            text = rng.choice(["3", "0.25", "1e-2", "12.50", "7m"])
            return text, {"7m": Fraction(7, 1000)}.get(text) or Fraction(text)
        left, a = made(depth - 1)
        if kind == 2:
            k = rng.randrange(4)
            return f"({left})^{k}", a**k
        right, b = made(depth - 1)
        if kind == 3 and b:
            return f"({left}) / [{right}]", a / b
        return rng.choice(
            [(f"({left}) + ({right})", a + b), (f"({left})-({right})", a - b), (f"({left})*({right})", a * b)]
        )

    for _ in range(400):
        text, expected = made(4)
        try:
            assert value(text, *point.values()) == expected, text
        except OverBudget:
            assert len(text) > 60
        except Malformed:
            assert "/ [" in text  # a divisor that is the polynomial 0


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "a formula"), ("2**3", "a number, a rate or a bracket at character 3"), ("2z", "an operator at character 2"),
        ("2 3", "an operator at character 3"), ("1,5", "an operator at character 2"), ("0x10", "an operator"),
        ("15\u00b7z", "a number, a rate or an operator at character 3"), ("x", "one of inputErrorRate, z"), ("Z", "one of"),
        ("sqrt(4)", "one of inputErrorRate"), ("exp(1)", "one of"), ("(z", "an operator or ) at character 3"), ("(z]", "an operator or )"),
        ("z+", "a number, a rate or a bracket at character 3"), ("z/0", "a divisor that is not 0"), ("0^-1", "a divisor"), (")", "a number"),
        ("1" * 300, "a number of at most 200 digits"), ("z^", "a number"), ("3mz", "an operator"),
        ("__import__('os')", "a number, a rate or an operator at character 12"), ("z;z", "a number, a rate or an operator at character 2"),
    ],
)  # fmt: skip
def test_what_is_no_formula_is_malformed_with_its_place(text: str, where: str) -> None:
    with pytest.raises(Malformed) as error:
        read_formula("f", text)
    assert error.value.expected.startswith(where), error.value.expected
    with pytest.raises(Malformed):
        read_formula("f", 15)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2*3%4", "%"), ("2<3", "<"), ("7 && 0", "&&"), ("!0", "!"), ("log(100)", "log"), ("e()", "e"), ("pi()", "pi"),
        ("max(z, c)", "max"), ("sin(z)", "sin"), ("z^0.5", "exponent at character 3"), ("z^z", "exponent"), ("(z>1)", ">"),
    ],
)  # fmt: skip
def test_what_has_no_exact_value_is_declined_by_name(text: str, word: str) -> None:
    with pytest.raises(Declined) as error:
        read_formula("f", text)
    assert f"{word}" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000 + "z", "(" * 70 + "z" + ")" * 70, "(z+c+r+1)^400", "((((1e999)^500)^500)^500)", "z^501", "z^(10^9)",
        "(z+1)^500*(z+1)^500", "^".join(["2"] * 70), "z" + "+z" * 3000, "*".join(["(z+c+r+1)^30"] * 20),
    ],
)  # fmt: skip
def test_large_formulas_are_a_limit_and_quick(text: str) -> None:
    with pytest.raises(OverBudget):
        read_formula("f", text)


def test_the_terms_without_inputs_are_named() -> None:
    assert (
        read_formula("f", "35*z^3 + 7.1*c - 2*z*r^2").rest
        == "7.1 * cliffordErrorRate - 2 * inputErrorRate * readoutErrorRate^2"
    )
    assert read_formula("f", "z/(1+c)").rest == "cliffordErrorRate"
    assert read_formula("f", "z + 0*c + c - c").others == []
    with pytest.raises(Declined, match="no value where cliffordErrorRate is 0"):
        read_formula("f", "z/c").of_inputs()


# units


def unit(failure: str = "15*z", output: str = "35*z^3", **rest: Any) -> dict[str, Any]:
    named = {"displayName": "u", "numInputTs": 15, "numOutputTs": 1}
    return {**named, "failureProbabilityFormula": failure, "outputErrorRateFormula": output, **rest}


def job(*units: Any, **rest: Any) -> dict[str, Any]:
    return {**rest, "distillationUnitSpecifications": list(units)}


def rows(folder: Path, document: Any, *said: str) -> dict[str, Row]:
    """The rows of a file, by their ids; what they say is remembered."""
    path = folder / "units.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document, indent=1))
    assert is_units(path)
    found = list(unit_rows(path, library_over(folder), read_said(said)))
    for row in found:
        words = meanings(row.reason)
        assert words, row.reason
        SEEN.update(one for parts in words for one in parts)
    assert len({row.id for row in found}) == len(found)
    return {str(row.id): row for row in found}


def verdicts(found: dict[str, Row]) -> dict[str, str]:
    return {key.split("/", 1)[1]: row.verdict for key, row in found.items()}


def test_the_units_of_the_estimator(tmp_path: Path) -> None:
    """35 z^3 + 7.1 c and 15 z + 356 c: leading orders; an upper bound of the failure, a lower one of the output."""
    found = rows(tmp_path, job({"name": "15-1 RM"}, {"name": "15-to-1 space efficient"}), "parameter=eps")
    expected = {
        "counts": "certified",
        "failure/leading-order": "certified", "failure/upper-bound": "certified", "failure/lower-bound": "refuted",
        "failure/exact": "refuted", "failure/clifford": "declined",
        "output/leading-order": "certified", "output/upper-bound": "refuted", "output/lower-bound": "ambiguous",
        "output/exact": "refuted", "output/clifford": "declined",
    }  # fmt: skip
    for name in ("15-to-1-RM-prep", "15-to-1-space-efficient"):
        assert verdicts({k: row for k, row in found.items() if k.startswith(name)}) == expected
    row = found["15-to-1-RM-prep/output/lower-bound"]
    assert "on (0, 1/5), by a sign certificate, and not on (0, 1): at eps = 1/2" in row.reason
    assert "35/8" in str(row.witness)
    assert "7.1 * cliffordErrorRate in outputErrorRateFormula" in found["15-to-1-RM-prep/output/clifford"].reason
    assert "356 * cliffordErrorRate in failureProbabilityFormula" in found["15-to-1-RM-prep/failure/clifford"].reason
    z = Fraction(1, 1001)
    right = {"failure": 1 - (1 + 15 * (1 - 2 * z) ** 8) / 16, "output": value(EXACT, z)}
    for key, mode in (("failure", "lower-bound"), ("output", "upper-bound")):
        witness = found[f"15-to-1-RM-prep/{key}/{mode}"].witness
        assert (witness["at"], witness["exact"]) == ({"eps": str(z)}, str(right[key]))


def test_a_formula_that_is_exact_is_right_in_every_way(tmp_path: Path) -> None:
    found = rows(tmp_path, job(unit(f"1 - {SUCCESS}", EXACT)), *EPS)
    assert set(verdicts(found).values()) == {"certified"}
    found = rows(tmp_path, job(unit(f"1 - {SUCCESS}", EXACT.replace("15*(1-2*z)^7", "14*(1-2*z)^7"))), *EPS)
    assert verdicts(found)["output/exact"] == "refuted"


@pytest.mark.parametrize(
    ("failure", "output", "wrong"),
    [
        ("14*z", "35*z^3", "failure/leading-order"), ("15*z/(1+z)", "34*z^3", "output/leading-order"),
        ("14*z/(1+z)", "35*z^3", "failure/leading-order"), ("0.1", "35*z^3", "failure/leading-order"),
        ("0", "35*z^3", "failure/leading-order"), ("15*z", "0", "output/leading-order"), ("15*z", "35*z^2", "output/leading-order"),
        ("15*z - 106*z^2", "35*z^3", "failure/leading-order"), ("0-1", "35*z^3", "failure/leading-order"),
        ("15*z", "0-1", "output/leading-order"), ("5", "35*z^3", "failure/leading-order"),
    ],
)  # fmt: skip
def test_a_wrong_leading_order_is_refuted(failure: str, output: str, wrong: str, tmp_path: Path) -> None:
    found = verdicts(rows(tmp_path, job(unit(failure, output)), *EPS, "as=leading-order"))
    assert {key for key, verdict in found.items() if verdict != "certified"} == {wrong}
    assert found[wrong] == "refuted"


@pytest.mark.parametrize(
    ("failure", "output"),
    [("15*z/(1+z)", "35*z^3"), ("15*z-105*z^2", "35*z^3+105*z^4"), ("1-(1-z)^15", "35*z^3/(1+3*z)")],
)
def test_a_right_leading_order_is_certified(failure: str, output: str, tmp_path: Path) -> None:
    """1-(1-z)^15 is 15 z - 105 z^2 + 455 z^3, and the exact one has 420 z^3: so it is right as far as 15 z - 105 z^2."""
    found = verdicts(rows(tmp_path, job(unit(failure, output)), *EPS, "as=leading-order"))
    wrong = {"failure/leading-order"} if "15)" in failure or "^15" in failure else set()
    assert {key for key, verdict in found.items() if verdict != "certified"} == wrong


def test_what_the_file_leaves_open_is_asked_for(tmp_path: Path) -> None:
    row = rows(tmp_path, job(unit()))["u/protocol"]
    assert row.verdict == "ambiguous"
    assert "--say protocol=ID" in row.reason
    assert row.reason.endswith("for qubits: reed-muller15-t")
    assert rows(tmp_path, job(unit(numInputTs=9)))["u/protocol"].reason.endswith("none")
    found = rows(tmp_path, job(unit(), {"name": "15-1 RM"}), "u.protocol=reed-muller15-t", "as=leading-order")
    for key in ("u/output/leading-order", "15-to-1-RM-prep/failure/leading-order"):
        assert found[key].verdict == "ambiguous"
        assert "--say parameter=NAME" in found[key].reason
    found = rows(
        tmp_path, job(unit("15*z/2", "35*z^3/4")), "parameter=delta", "protocol=reed-muller15-t", "as=leading-order"
    )
    assert set(verdicts(found).values()) == {"certified"}


def test_a_unit_is_no_other_protocol(tmp_path: Path) -> None:
    found = rows(tmp_path, job(unit()), "protocol=five-qubit-t", "parameter=eps")
    assert verdicts(found) == {"counts": "refuted", "failure": "declined", "output": "declined"}
    assert "15-to-1, and five-qubit-t is 5-to-1" in found["u/counts"].reason
    assert verdicts(rows(tmp_path, job(unit()), "protocol=no-such", "parameter=eps"))["counts"] == "declined"
    assert verdicts(rows(tmp_path, job(unit()), "protocol=no.json,t", "parameter=eps"))["counts"] == "malformed"
    found = rows(tmp_path, job(unit()), "protocol=reed-muller15-t", "parameter=banana", "as=exact")
    assert set(verdicts(found).values()) == {"declined"}  # the counts alone do not open the gate


def test_other_words_about_formulas(tmp_path: Path) -> None:
    found = rows(tmp_path, job({"name": "15-1 RM", "numInputTs": 3, "displayName": "x"}), *EPS, "as=leading-order")
    assert found["15-to-1-RM-prep/ignored"].reason.endswith("numInputTs, displayName")
    found = rows(tmp_path, job(unit("15*z", "log(z)"), unit("z/c", "35*z^3"), unit("15*z", "x")), *EPS, "as=exact")
    assert [found[f"{name}"].verdict for name in ("u/output", "u-2/failure", "u-3/output")] == [
        "declined",
        "declined",
        "malformed",
    ]
    found = rows(
        tmp_path, job(unit("15*z", "-z^2"), unit("15*z", "z^0.5"), unit("1" + "+1" * 3000)), *EPS, "as=leading-order"
    )
    assert "a sign comes before a power" in found["u/output/leading-order"].reason
    assert found["u-3/failure"].verdict == "limit"
    found = rows(tmp_path, job(unit("z", "(" * 99 + "z")), *EPS, "as=leading-order")
    assert found["u/output"].verdict == "limit"
    found = rows(tmp_path, job(unit("z", "z^999")), *EPS, "as=leading-order")
    assert found["u/output"].verdict == "limit"
    row = rows(tmp_path, job(unit("15*z", "35*z^3 + r")), *EPS, "as=lower-bound", "range=0,1/10")[
        "u/output/lower-bound"
    ]
    assert (row.verdict, "readoutErrorRate is 0" in row.reason) == ("certified", True)
    row = rows(tmp_path, job(unit()), *EPS, "as=lower-bound", "range=0,1/2")["u/output/lower-bound"]
    assert row.verdict == "refuted"


def test_several_outputs(tmp_path: Path) -> None:
    """20-to-4: 22 eps^2 for any output and 13 eps^2 for each; without --say output= that is left open."""
    code = json.loads((ROOT / "fixtures" / "codes" / "bravyi-haah20.json").read_text())
    document = job(unit("20*z", "22*z^2", numInputTs=code["n"], numOutputTs=4))
    said = ("protocol=bravyi-haah20-t", "parameter=eps", "as=leading-order")
    assert rows(tmp_path, document, *said)["u/output/leading-order"].verdict == "ambiguous"
    assert rows(tmp_path, document, *said, "output=any")["u/output/leading-order"].verdict == "certified"
    assert rows(tmp_path, document, *said, "output=each")["u/output/leading-order"].verdict == "refuted"


@pytest.mark.parametrize(
    ("one", "field"),
    [
        ({"name": "15-1 rm"}, ".name"), ({"name": 3}, ".name"), (unit(numInputTs="15"), ".numInputTs"), (unit(numInputTs=0), ".numInputTs"),
        ({k: v for k, v in unit().items() if k != "displayName"}, ".displayName"), ({}, ".displayName"), ("15-1 RM", ""),
        (unit(outputErrorRateFormula=3), ".outputErrorRateFormula"), (unit(numOutputTs=True), ".numOutputTs"),
    ],
)  # fmt: skip
def test_a_unit_that_is_none_is_malformed(one: Any, field: str, tmp_path: Path) -> None:
    (row,) = rows(tmp_path, job(one)).values()
    assert (row.verdict, row.where) == ("malformed", f"distillationUnitSpecifications[0]{field}")
    assert (
        rows(tmp_path, job(one, {"name": "15-1 RM"}), "as=exact", "parameter=eps")["15-to-1-RM-prep/counts"].verdict
        == "certified"
    )


def test_lines_are_those_of_the_formulas(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "gate" / "units" / "job.json").read_text()
    found = rows(tmp_path, text, *EPS, "as=leading-order")
    lines = text.splitlines()
    for row in found.values():
        short = {"failure": "failureProbabilityFormula", "output": "outputErrorRateFormula"}.get(
            str(row.id).split("/")[1]
        )
        assert (short or "") in lines[row.line - 1]
    assert {row.line for row in found.values()} == {6, 9, 10, 14, 17, 18}


def test_results_and_lists_of_jobs_are_read(tmp_path: Path) -> None:
    for document in (
        [job({"name": "15-1 RM"}), job({"name": "15-1 RM"})],
        {"status": "success", "jobParams": job({"name": "15-1 RM"})},
    ):
        found = rows(tmp_path, document, "parameter=eps", "as=leading-order")
        assert len(found) == 5 * (2 if isinstance(document, list) else 1)
    assert not is_units(ROOT / "fixtures" / "claims" / "public.jsonl")
    assert not is_units(tmp_path / "none")


# the command


def gate(folder: Path, document: Any, *options: str) -> tuple[int, str, str]:
    path = folder / "units.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    done = stillproof("gate", path, *options)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_exit_codes(tmp_path: Path) -> None:
    eps = ("--say", "parameter=eps")
    code, text, _ = gate(tmp_path, job({"name": "15-1 RM"}), *eps, "--say", "as=leading-order")
    assert (code, text.splitlines()[-1]) == (0, "PASSED: 3 of 5 claims certified, 2 declined (exit code 0)")
    assert gate(tmp_path, job({"name": "15-1 RM"}), *eps, "--say", "as=leading-order", "--require-all")[0] == 11
    assert gate(tmp_path, job({"name": "15-1 RM"}), *eps, "--say", "as=exact")[0] == 10
    code, text, _ = gate(tmp_path, job({"name": "15-1 RM"}), *eps)
    assert code == 11  # an answer is missing: nobody said that it is exact
    assert "--say as=WORD" in text
    assert (
        gate(
            tmp_path,
            job(unit("14*z", "34*z^3")),
            *eps,
            "--say",
            "protocol=reed-muller15-t",
            "--say",
            "as=leading-order",
        )[0]
        == 10
    )
    assert gate(tmp_path, job({"name": "15-1 rm"}))[0] == 12
    assert gate(tmp_path, '{"distillationUnitSpecifications": [')[0] == 12
    assert gate(tmp_path, job())[0] == 12
    for report in ("json", "sarif", "junit", "github"):
        assert gate(tmp_path, job({"name": "15-1 RM"}), *eps, "--report", report)[0] == 11


@pytest.mark.parametrize("said", ["as", "as=about", "banana=1", "range=1", "parameter=", ".as=exact", "=x"])
def test_answers_that_are_none(said: str, tmp_path: Path) -> None:
    with pytest.raises(WrongFile):
        read_said([said])
    with pytest.raises(WrongFile):
        read_said(["as=exact", "as=exact"])


def test_answers_are_for_units_only() -> None:
    done = stillproof("gate", "fixtures/claims/public.jsonl", "--say", "as=exact")
    assert (done.returncode, done.stdout) == (12, "")
    assert done.stderr.startswith("stillproof: --say: expected a file of distillation units")


def test_large_files_are_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "units.json"
    path.write_text(json.dumps(job(*[{"name": "15-1 RM"}] * (MAX_UNITS + 1))))
    with pytest.raises(OverBudget, match="more than 1000 distillation units"):
        list(read_units(path))
    path.write_text(json.dumps(job({"name": "15-1 RM"})) + " " * MAX_BYTES)
    assert stillproof("gate", path).returncode == 12


def test_every_sentence_about_formulas_has_been_said(tmp_path: Path) -> None:
    for test in (
        test_the_units_of_the_estimator, test_what_the_file_leaves_open_is_asked_for, test_a_unit_is_no_other_protocol,
        test_other_words_about_formulas,
    ):  # fmt: skip
        test(tmp_path)
    rows(tmp_path, job(unit("15*z", "0")), *EPS, "as=leading-order")
    assert {key for key in SENTENCES if key.startswith("formula-")} <= SEEN


def test_the_reader_of_the_page() -> None:
    page = (ROOT / "docs" / "formats" / "distillation-units.md").read_text()
    (source,) = re.findall(r"^```python\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    found: dict[str, Any] = {}
    exec(source, found)  # noqa: S102 - the page's own program
    path = ROOT / "docs" / "tutorial" / "units.json"
    names = [unit.get("name") or unit.get("displayName") for unit in found["units"](path)]
    read = [unit for unit in read_units(path) if isinstance(unit, Unit)]
    assert names == ["15-1 RM", "five-to-one"]
    assert [unit.name for unit in read] == ["15-to-1 RM prep", "five-to-one"]
    assert [key for key in NAMES if f"`{key}`" in page] == [
        key for key in NAMES if key.endswith(("RM", "space efficient"))
    ]
