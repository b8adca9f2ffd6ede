"""One counter bounds what a statement costs: nothing slow is left out of it, and nobody can forget it.

Inputs that once took minutes are made here and counted, not timed; the loops of the checker are read off its syntax
tree; and every kind of claim has to count something.
"""

from __future__ import annotations

import ast
import json
import random
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import gcd
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from forge import BASES
from stillproof_check import run
from stillproof_check.entry.loader import read_certificate, read_statement
from stillproof_check.entry.verdict import Refusal
from stillproof_check.entry.work import MAX_WORK, SQUARE, Work
from stillproof_check.numbers.multivariate import in_one
from stillproof_check.rules.headline import threshold, yield_
from stillproof_check.rules.iteration import fixed_points
from stillproof_check.rules.iteration.basin import Basin
from stillproof_check.rules.numbers import bound, expansion
from stillproof_check.rules.symmetry import symmetry
from stillproof_check.subject.established import Function, Map, Outputs, Quantity, Suppression
from stillproof_check.subject.statement import Facts, read_subject
from stillproof_check.triangles.cover import Cell, Images, read_cover
from stillproof_check.triangles.triangle import TriangleMap

CHECKER = ROOT / "proofs" / "stillproof_check"
LOOPS = ast.For | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

# Functions with a loop in a loop, a `while` or recursion that do not touch the counter, by the reason why.
FREE = {
    "linear in what it is given, which a file of bounded size holds or what made it counted": {
        "class_enumerator.check", "cover.corners", "cover.leaves", "cover.split", "loader.check_shape",
        "lowest.coefficients", "multivariate.terms", "statement.used", "enumerator.check",
    },
    "what it calls counts each of its steps": {
        "clifford.check", "cosets.monomial", "cyclotomic.adjoint", "cyclotomic.product", "cyclotomic.sum",
        "listing.by_weight", "map_.at_a_point", "outputs.target_chi", "polynomial.roots_in_unit", "state.check",
        "state.family", "term_weights.check", "triangle.second", "wigner.check",
    },
    "a few steps for every site or level of one operator; rules that call it in a loop count it": {
        "listing.moved_phases", "symplectic.combination", "symplectic.ordered_product",
    },
    "its caller counts it": {"classification.automorphism"},
    "at most 26 codes of length 13": {"classification.check_generator"},
    "few steps: p, m, the parameters, the members of the ensemble or the list itself have small bounds": {
        "class_enumerator.all_digits", "conjugation.action", "cyclotomic.cyclotomic_polynomial", "cyclotomic.identity",
        "cyclotomic.read_matrix", "fixed_points.check_eigenvalues", "newton.less",
        "newton.times", "outputs.on_one", "ensemble.is_basis", "state.varies",
        "trapping.piece",
    },
    "reads folders or writes the report, once": {"run.all_names", "run.main", "run.report", "verdict.broken"},
}  # fmt: skip
STORED = ROOT / "tests" / "checker" / "work.json"
# Kinds of claims whose check is a few comparisons or reads off what is known.
FEW = {"enumerator", "expansion", "printed", "quotient"}


def deep(node: ast.AST, depth: int = 0) -> int:
    """How many loops are inside one another below a node; `while` counts for two."""
    below = [depth]
    for child in ast.iter_child_nodes(node):
        inner = depth + (1 + isinstance(child, ast.While) if isinstance(child, LOOPS) else 0)
        inner += max(len(getattr(child, "generators", [])) - 1, 0)
        below.append(deep(child, inner))
    return max(below)


def uncounted() -> set[str]:
    """The functions of the checker with more than one simple loop that do not touch the counter."""
    found = set()
    for path in sorted(CHECKER.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text())):
            if not isinstance(function, ast.FunctionDef):
                continue
            names = {node.attr if isinstance(node, ast.Attribute) else node.id
                     for node in ast.walk(function) if isinstance(node, ast.Attribute | ast.Name)}  # fmt: skip
            calls = {node.func.id for node in ast.walk(function)
                     if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
            heavy = deep(function) > 1 or function.name in calls
            if heavy and not names & {"work", "ring", "multiply"}:
                found.add(f"{path.stem}.{function.name}")
    return found


def test_a_function_with_loops_takes_the_counter_or_has_a_reason() -> None:
    listed = [name for names in FREE.values() for name in names]
    assert len(listed) == len(set(listed))
    assert uncounted() == set(listed)


def subject(name: str, root: Path = ROOT / "fixtures", certificates: Path = ROOT / "proofs" / "certificates") -> Any:
    """The facts of a statement, its claims and their witnesses."""
    value, _ = read_statement(str(root / "statements" / f"{name}.json"))
    _, code_at, state_at, claims = read_subject(value)
    lines = read_certificate(str(certificates / f"{name}.jsonl"))
    return run.read_facts(str(root), code_at, state_at), claims, [line["witness"] for line in lines[1:-1]]


def test_every_kind_counts() -> None:
    counted: dict[str, list[int]] = {}
    cases = [(path.stem, BASES, BASES / "certificates") for path in sorted((BASES / "statements").glob("*.json"))]
    cases += [(name, ROOT / "fixtures", ROOT / "proofs" / "certificates") for name in ("golay11-strange", "ccz8")]
    for case in cases:
        facts, claims, witnesses = subject(*case)
        for claim, witness in zip(claims, witnesses, strict=True):
            before = facts.work.done
            run.check_claim(claim, witness, facts)
            counted.setdefault(claim["kind"], []).append(facts.work.done - before)
    assert {kind for kind, counts in counted.items() if min(counts) == 0} == FEW
    assert max(map(max, counted.values())) < MAX_WORK // 100


def counts() -> dict[str, int]:
    """How many operations each base takes."""
    found = {}
    for path in sorted((BASES / "statements").glob("*.json")):
        facts, claims, witnesses = subject(path.stem, BASES, BASES / "certificates")
        for claim, witness in zip(claims, witnesses, strict=True):
            run.check_claim(claim, witness, facts)
        found[path.stem] = facts.work.done
    return found


def test_the_counts_are_those_that_are_stored() -> None:
    """A line that no longer counts, or counts otherwise, shows here: `make counts` stores them again."""
    assert counts() == json.loads(STORED.read_text())


def charges() -> set[tuple[str, int]]:
    """The file and line of everything that counts."""
    found = set()
    for path in sorted(CHECKER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                called = node.value.func
                if isinstance(called, ast.Attribute) and called.attr in ("more", "products"):
                    found.add((str(path), node.lineno))
    return found


def test_every_line_that_counts_is_in_a_stored_count(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, int]] = set()
    plain = Work.more, Work.products

    def place() -> None:
        frame: Any = sys._getframe(2)
        while frame.f_code.co_filename.endswith("work.py") and "stillproof_check" in frame.f_code.co_filename:
            frame = frame.f_back
        seen.add((frame.f_code.co_filename, frame.f_lineno))

    def more(self: Work, count: int) -> None:
        place()
        plain[0](self, count)

    def products(self: Work, count: int, first: int, second: int) -> None:
        place()
        plain[1](self, count, first, second)

    monkeypatch.setattr(Work, "more", more)
    monkeypatch.setattr(Work, "products", products)
    counts()
    wanted = {(path, line) for path, line in charges() if not path.endswith("/work.py")}
    assert sorted((Path(path).name, line) for path, line in wanted - seen) == []


def test_what_is_left_is_what_counts() -> None:
    """Many cheap claims add up: with the counter nearly full, a claim that passed is a limit."""
    facts, claims, witnesses = subject("golay11-strange")
    for claim, witness in zip(claims, witnesses, strict=True):
        run.check_claim(claim, witness, facts)
    again, first = claims[1] | {"id": "again"}, facts.work.done
    run.check_claim(again, witnesses[1], facts)
    cost = facts.work.done - first
    facts.work.done = MAX_WORK - cost
    run.check_claim(again, witnesses[1], facts)
    with pytest.raises(Refusal, match=r"work\.operations"):
        run.check_claim(again, witnesses[1], facts)


def test_long_numbers_cost_more() -> None:
    work = Work()
    work.products(3, 100, 100)
    assert work.done == 3
    work.products(2, 1 << SQUARE, 5)
    assert work.done == 3 + 2 * 6
    with pytest.raises(Refusal, match=f"at most {MAX_WORK} operations, 0 of them done got {MAX_WORK + 1} more"):
        Work().more(MAX_WORK + 1)


# Inputs within the bounds on size that took minutes.


@pytest.fixture(autouse=True)
def digits() -> Iterator[None]:
    """Messages may hold long numbers, as in the checker's own `main`."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    yield
    sys.set_int_max_str_digits(before)


def golay(num: list[int], den: list[int], success: tuple[list[int], list[int]] = ([1], [1])) -> Facts:
    """The facts of golay11-strange, with another map."""
    facts: Facts = subject("golay11-strange")[0]
    functions = {"delta": Function(Quantity.PARAMETER, num, den, "map")}
    accepted = Function(Quantity.SUCCESS, *success, "map")
    facts.by_id |= {"map": Map(accepted, functions, {}), "one": Suppression(functions["delta"], 3, Fraction(1))}
    facts.work.done = 0
    return facts


def outcome(check: Callable[..., Any], claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> str:
    """The id of the check that fails, or `certified`."""
    try:
        check(claim, line, facts)
    except Refusal as refusal:
        return refusal.check
    return "certified"


def long_list(chance: random.Random, size: int = 128, digits: int = 3990) -> list[int]:
    """Positive integers of so many digits."""
    return [chance.randrange(10 ** (digits - 1), 10**digits) for _ in range(size)]


@pytest.mark.parametrize(("m", "scale", "most"), [(10, 20, 1 / 50), (20, 20, 1 / 6), (20, 36, 1 / 3)])
def test_a_denominator_with_nearly_double_roots(m: int, scale: int, most: float) -> None:
    """prod_i (10^K p^2 + 1) - 2 10^K p q x + 10^K q^2 x^2, p = 2i + 1, q = 2m + 1: 84 s for m = 20, like m^4."""
    q = 2 * m + 1
    den: list[int] = [1]
    for p in range(1, 2 * m, 2):
        factor = [10**scale * p * p + 1, -2 * 10**scale * p * q, 10**scale * q * q]
        den = [int(c) for c in in_one(Work(), den, factor).listed]
    den = [c // gcd(*den) for c in den]
    facts = golay([0, 1], [1])
    claim = {"function": "delta", "of": "map", "range": (Fraction(0), Fraction(1)), "relation": "at least",
             "value": ([-1], den)}  # fmt: skip
    found = outcome(bound.check, claim, {}, facts)
    assert found == "certified"
    assert facts.work.done < most * MAX_WORK


def test_thresholds_with_thousands_of_digits() -> None:
    """128 coefficients of 3,990 digits took 33 s a claim: now a dozen of them are a limit."""
    chance = random.Random(1)
    p, q = [-4 * 10**3989, *long_list(chance, 127)], long_list(chance)
    facts = golay(long_list(chance), long_list(chance))
    claim = {"bound": Fraction(1), "infidelity": (0, 0), "interval": (Fraction(1, 3), Fraction(1, 2)), "of": "map",
             "output": "delta", "polynomial": p}  # fmt: skip
    assert outcome(threshold.check, claim, {"cofactor": q}, facts) == "threshold.witness.cofactor"
    assert MAX_WORK / 100 < facts.work.done < MAX_WORK / 5
    facts.work.done = MAX_WORK - MAX_WORK // 100
    assert outcome(threshold.check, claim, {"cofactor": q}, facts) == "work.operations"


def test_powers_and_series_with_thousands_of_digits() -> None:
    chance = random.Random(2)
    num, den = long_list(chance), long_list(chance)
    exact: list[Fraction] = []
    for d in range(13):
        known = sum((den[i] * exact[d - i] for i in range(1, d + 1)), Fraction(0))
        exact.append((num[d] - known) / den[0])
    claim: dict[str, Any] = {"coefficients": exact, "of": "map", "function": "delta", "degree": 12}
    facts = golay(num, den)
    assert outcome(expansion.check, claim, {}, facts) == "work.operations"
    (above,), (below,) = long_list(chance, 1), long_list(chance, 1)
    facts = golay([0, 0, 0, 1], [1], ([above], [below]))
    claim = {"exponent": (Fraction(998, 999), Fraction(999, 1000)), "inputs": Fraction(11 * below, above), "of": "one",
             "outputs": 1, "success-of": "map"}  # fmt: skip
    assert outcome(yield_.check, claim, {}, facts) == "work.operations"


def test_a_generator_many_times() -> None:
    """20,000 equal generators of a group took 29 s, quadratically many steps."""
    facts, (claim,), (witness,) = subject("self-orthogonal-11")
    spent = []
    for times in (1000, 20_000):
        facts.work.done = 0
        groups = [witness["groups"][0] + witness["groups"][0][:1] * times, *witness["groups"][1:]]
        with pytest.raises(Refusal, match=r"classification\.witness\.generators"):
            run.check_claim(claim, {"groups": groups}, facts)
        spent.append(facts.work.done)
    assert spent[1] < 21 * spent[0] < MAX_WORK


def test_many_claims_about_one_cover() -> None:
    """250 `fixed-points` claims over one undecided cover of level 6: the cells are looked at once."""
    facts, claims, witnesses = subject("five-qutrit-h-twirled")
    for claim, witness in zip(claims, witnesses, strict=True):
        run.check_claim(claim, witness, facts)
    (found,) = (x for x in facts.by_id.values() if isinstance(x, Basin))
    text = "."
    for _ in range(6):
        text = "+" + 4 * text
    root = read_cover(text, 0, facts.work)
    assert sum(1 for _ in root.leaves()) == 4**6
    images = Images(found.images.function)
    facts.work.done = 0
    cells = images.may_be_fixed(root)
    once = facts.work.done
    assert once > 4**6
    assert images.may_be_fixed(root) is cells
    assert facts.work.done == once
    facts.by_id["undecided"] = Basin(root, images, [])
    claim = {"of": "undecided", "points": [{"at": [(Fraction(0),) * 2] * 2, "eigenvalues": [(Fraction(0),) * 2] * 2,
                                           "type": "attractor"}]}  # fmt: skip
    for _ in range(2):
        before = facts.work.done
        outcome(fixed_points.check, claim, {}, facts)
        assert facts.work.done - before < once


def test_cells_cost_memory() -> None:
    """A cover that fills a file is a limit."""
    work = Work()
    read_cover("+" * 9 + "." * 28, 0, work)
    assert work.done == 9 * 64
    work.done = MAX_WORK - 63
    with pytest.raises(Refusal, match=r"work\.operations"):
        read_cover("+....", 0, work)


def test_symmetries_of_many_sites() -> None:
    """M has up to 63 rows of 63 exponents: a product for each of them."""
    facts, claims, witnesses = subject("golay11-strange")
    for claim, witness in zip(claims, witnesses, strict=True):
        run.check_claim(claim, witness, facts)
    claim = next(claim for claim in claims if claim["kind"] == "symmetry")
    rank = len(facts.code.stabilizers)
    before = facts.work.done
    assert outcome(symmetry.check, claim, {"matrix": [[2] * rank] * rank}, facts) == "symmetry.witness.matrix"
    assert facts.work.done - before >= 11 * 2 * rank


def test_the_checker_has_one_counter() -> None:
    """What holds a counter holds that of the statement."""
    facts, claims, witnesses = subject("five-qutrit-h-twirled")
    for claim, witness in zip(claims, witnesses, strict=True):
        run.check_claim(claim, witness, facts)
    (found,) = (x for x in facts.by_id.values() if isinstance(x, Basin))
    function: TriangleMap = found.images.function
    fields = facts.state.fields
    holders = [facts, facts.ring, fields, *fields.known.values(), facts.sums, function]
    assert all(holder.work is facts.work for holder in holders)
    assert isinstance(found.cover, Cell)
    assert any(isinstance(x, Outputs) for x in facts.by_id.values())


if __name__ == "__main__":
    STORED.write_text(json.dumps(counts(), indent=1, sort_keys=True) + "\n")
