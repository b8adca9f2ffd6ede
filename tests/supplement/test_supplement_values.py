"""The scripts for other systems: PARI/GP and Python run them, Python runs those of Sage, and two parsers read the rest.

A self-test must be able to fail: numbers are spoiled one by one, in the functions and in the statement.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import parsers
import sage_stand_in
from conftest import ROOT, needed
from stillproof.errors import Declined
from stillproof.statements.stated import Stated, read_stated
from stillproof.supplements.functions import functions
from stillproof.supplements.systems import JULIA, MATHEMATICA, PARI, PYTHON, SAGE, SYSTEMS, System, script

FIXTURES, BASES = ROOT / "fixtures", ROOT / "tests" / "bases"
NAMES = sorted(path.stem for path in (FIXTURES / "statements").glob("*.json"))
SOME = ["ccz8", "five-qubit-t", "golay11-norell", "golay11-strange", "reed-muller15-t"]
BRACKETS = {"[": "]", "(": ")"}


def every(fixtures: Path) -> list[Stated]:
    return [read_stated(fixtures, path.stem) for path in sorted((fixtures / "statements").glob("*.json"))]


def own(*names: str) -> list[Stated]:
    return [read_stated(FIXTURES, name) for name in names]


def lines_of(text: str) -> list[str]:
    """The lines of a script that are tests."""
    return re.findall(r'^ *test[(\[]".*$', text, re.M)


def executed(text: str, system: System, folder: Path) -> subprocess.CompletedProcess[str]:
    """A script in PARI/GP or in Python."""
    (folder / system.file).write_text(text)
    command = {PARI: [needed("gp"), "-qf"], PYTHON: [sys.executable, "-I", "-S"]}[system]
    return subprocess.run(
        [*command, system.file],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=300, cwd=folder,
    )  # fmt: skip


def passes(text: str, system: System, folder: Path) -> None:
    """Every test of a script passes, and there are some."""
    done, count = executed(text, system, folder), len(lines_of(text))
    assert done.stdout.strip() == f"{count} of {count} tests passed"
    assert (done.returncode, done.stderr.strip()) == (0, "")


def imported(text: str) -> dict[str, Any]:
    """What somebody has who imports the script of Python."""
    names: dict[str, Any] = {"__name__": "stillproof_values"}
    exec(text, names)  # noqa: S102 - it is what is tested
    return names


@pytest.mark.parametrize("fixtures", [FIXTURES, BASES])  # bases have what no fixture has: equal sides, idle sites
@pytest.mark.parametrize("system", [PARI, PYTHON], ids=["gp", "python"])
@pytest.mark.spread
def test_a_system_agrees_about_every_statement(system: System, fixtures: Path, tmp_path: Path) -> None:
    text = script(every(fixtures), system)
    assert len(lines_of(text)) > 400
    assert text.count("from the enumerator") > 5
    passes(text, system, tmp_path)


@pytest.mark.parametrize("name", SOME)
def test_the_script_of_sage_agrees_where_python_runs_it(name: str) -> None:
    text = script(own(name), SAGE)
    count = len(lines_of(text))
    assert sage_stand_in.run(text) == (f"{count} of {count} tests passed", 0)


def test_all_systems_have_the_same_functions_and_tests() -> None:
    sources = own(*SOME)
    texts = {system.file: script(sources, system) for system in SYSTEMS}
    words = {file: [re.findall('"(.*?)"', line)[0] for line in lines_of(text)] for file, text in texts.items()}
    assert len(words) == 5
    assert all(found == words["stillproof-values.gp"] for found in words.values())
    names = [row.name for rows in functions(sources).values() for row in rows]
    assert {"deltaOutGolay11Strange", "pSuccGolay11Strange", "eps0OutGolay11Norell", "pSuccCorrectedCcz8"} <= set(names)
    for text in texts.values():
        for name in names:
            assert len(re.findall(rf"^(?:def |function )?{name}[(\[]", text, re.M)) == 1
            assert f"{name}: " in text  # the comment that says what it is


def test_each_says_at_its_beginning_whether_it_was_executed() -> None:
    heads = {system.file: " ".join(script([], system).splitlines()[:4]) for system in SYSTEMS}
    for system in (JULIA, MATHEMATICA):
        assert "NOT EXECUTED" in heads[system.file]
    assert "NOT EXECUTED BY SAGE" in heads[SAGE.file]
    for system in (PARI, PYTHON):
        assert "NOT" not in heads[system.file]
        assert "tests execute such a script" in heads[system.file]


# Functions


def test_the_functions_of_the_flagship_in_python() -> None:
    names = imported(script(own("golay11-strange"), PYTHON))
    output, success = names["deltaOut"], names["pSucc"]
    assert success(0) == Fraction(1, 1728)  # Prakash 2020, section 7
    assert output("0.38715") < Fraction("0.38715")
    assert output("0.38716") > Fraction("0.38716")
    small = Fraction(1, 10**6)
    assert abs(output(small) / small**3 - Fraction(55, 18)) < Fraction(1, 10**4)
    with pytest.raises(TypeError, match=re.escape("a float is not exact: write '0.1', or a fraction, for 0.1")):
        output(0.1)


def test_integers_are_not_divided_as_floats_and_not_too_large() -> None:
    for system in (PYTHON, JULIA):
        text = script(own("golay11-strange"), system)
        bodies = "\n".join(line for line in text.splitlines() if re.match(r" *(test|def [a-zA-Z]*(Out|Succ))\(", line))
        bodies = re.sub(r'"[^"]*"', "", bodies)
        assert not re.search(r"(?<![\w(^*.])\d+(?!\))", bodies)
        assert not re.search(r"(?<!Q)\(\d+\)", bodies)


def test_two_functions_of_a_statement_have_the_names_of_their_claims() -> None:
    (stated,) = own("golay11-strange")
    twin = {**stated.by_id["map"], "id": "twin", "output-match": "fidelity"}
    found = functions([replace(stated, claims=[*stated.claims, twin])])
    assert [row.name for row in found["golay11-strange"]] == ["deltaOutMap", "pSucc", "deltaOutTwin"]


def test_two_functions_with_one_name_are_refused() -> None:
    (stated,) = own("golay11-strange")
    other = replace(stated, name="golay11.strange")
    with pytest.raises(Declined, match=r"golay11-strange and golay11.strange: two functions would have the name delta"):
        functions([stated, other])


# Every test can fail


def spoiled(text: str, system: System) -> list[str]:
    """A script with one number of its functions changed, for every number of them."""
    found = []
    for definition in re.finditer(r"^.*(?:Out|pSucc|infidelityOf)\w*[(\[]x.*(?:return|=) .*$", text, re.M):
        body = definition[0].rpartition("return " if system is PYTHON else "= ")[2]
        start = definition.end() - len(body)
        for number in re.finditer(r"(?<![\w^*])\d+|(?<=Q\()\d+", body):
            at = start + number.start()
            found.append(text[:at] + str(int(number[0]) + 1) + text[at + len(number[0]) :])
    return found


@pytest.mark.parametrize("name", ["golay11-strange", "ccz8", "four-qutrit-norell"])
def test_python_notices_another_number_in_a_function(name: str) -> None:
    text = script(own(name), PYTHON)
    found = spoiled(text, PYTHON)
    assert len(found) > 20
    for one in [text, *found]:
        lines = [
            line for line in lines_of(one) if re.search(r": (\w*Out|pSucc|infidelityOf)\w* (at|below|above)", line)
        ]
        names = imported(one[: one.index("def tests():")] + "\n".join(line.strip() for line in lines))
        assert len(names["passed"]) + len(names["failed"]) == len(lines)
        assert bool(names["failed"]) == (one != text)


def test_pari_and_sage_notice_another_number_in_a_function(tmp_path: Path) -> None:
    for system in (PARI, SAGE):
        found = spoiled(script(own("five-qubit-t"), system), system)
        assert len(found) > 10
        for one in found:
            if system is PARI:
                done = executed(one, system, tmp_path)
                printed, code = done.stdout, done.returncode
            else:
                printed, code = sage_stand_in.run(one)
            assert code == 10
            assert "FAILED: five-qubit-t map: " in printed


@pytest.mark.parametrize("system", [PARI, PYTHON], ids=["gp", "python"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"55/18"', '"55/17"'),
        ('"19008"', '"19007"'),
        ('"0.38715"', '"0.38716"'),
        ('"-11924"', '"-11925"'),
        ('"13365"', '"13366"'),
        ('"2187","-16038"', '"2187","-16039"'),
        ('"528"', '"529"'),
        ('"33","-31"', '"33","-30"'),
        ('"1265/46656"', '"1265/46657"'),
        ('"79/3456"', '"79/3457"'),
        ('"63/565"', '"95/843"'),
    ],
)
def test_a_system_notices_another_number_in_a_statement(tmp_path: Path, system: System, old: str, new: str) -> None:
    text = (FIXTURES / "statements" / "golay11-strange.json").read_text()
    (stated,) = own("golay11-strange")
    claims = json.loads(text.replace(old, new).replace("-" + old.strip('"'), "-" + new.strip('"')))["claims"]
    assert claims != stated.claims
    done = executed(script([replace(stated, claims=claims)], system), system, tmp_path)
    assert done.returncode == 10
    assert "FAILED: golay11-strange" in done.stdout


# Scripts that are only parsed


def broken(text: str) -> dict[str, str]:
    """A script with a fault, by the fault."""
    line = next(line for line in lines_of(text) if "at 1/7" in line)
    closing = BRACKETS[line[line.index("test") + 4]]
    return {
        "a bracket is missing": text.replace(line, line.replace(closing, "", 1)),
        "an operator is missing an operand": text.replace(line, line.replace(" == ", " == == ")),
        "a quote is missing": text.replace(line, line.replace('"', "", 1)),
        "a bracket too many": text.replace(line, line + closing),
        "another bracket": text.replace(line, line.replace(closing, "}", 1)),
        "a letter of no language": text.replace(line, line.replace("==", "\u2260")),
    }


@pytest.mark.parametrize(
    ("system", "parse"), [(MATHEMATICA, parsers.mathematica), (JULIA, parsers.julia)], ids=["wl", "jl"]
)
def test_a_script_that_is_not_executed_is_parsed(system: System, parse: Any) -> None:
    sources: Sequence[Stated] = own(*NAMES)
    text = script(sources, system)
    assert parse(text) > 5 * len(lines_of(text))
    for fault, one in broken(script(own("golay11-strange"), system)).items():
        with pytest.raises(parsers.Unparsed):
            pytest.fail(f"{fault}: {parse(one)}")


def test_the_parsers_know_blocks_and_calls() -> None:
    assert parsers.julia("function f(x)\n return x + 1\nend\n") == 3
    for text in ("function f(x)\n return x + 1\n", "f(x) = (x\n", "if a\n b\n", "x y\n", "end end\n"):
        with pytest.raises(parsers.Unparsed):
            parsers.julia(text)
    assert parsers.mathematica("f[x_] := x^2; g[y_] := 2 y;\n") == 4
    for text in ("f[x_] := ;", "f[x", "x + * y;", '"open', "f[x]]"):
        with pytest.raises(parsers.Unparsed):
            parsers.mathematica(text)
