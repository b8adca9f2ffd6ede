"""The classification of maximal self-orthogonal ternary codes against counting, Schreier-Sims and direct listing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import product
from math import factorial, prod
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flint import fmpz_poly
from sympy.combinatorics import Permutation, PermutationGroup

from conftest import ROOT, Verdict, copied, stillproof
from stillproof.claims import classification as producer
from stillproof.codes.code import read_code
from stillproof.errors import Declined, OverBudget
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import read_state
from stillproof.ternary.self_orthogonal import classification, maximal, neighbours, tetracodes, weights
from stillproof_check.entry.work import MAX_WORK, Work
from stillproof_check.operators.monomial import Words, extends
from stillproof_check.rules.codes import classification as rule

EXPECTED = ROOT / "tests" / "oracles"
CODES = sorted((ROOT / "fixtures" / "codes").glob("self-orthogonal-*.json"))
STRANGE = ROOT / "fixtures" / "states" / "strange.json"
Word = tuple[int, ...]
Space = frozenset[Word]


def dot(x: Word, y: Word) -> int:
    return sum(map(int.__mul__, x, y)) % 3


def maximal_spaces(n: int) -> set[Space]:
    """Every self-orthogonal code of length n that is in no larger one, as the set of its words: one by one."""
    isotropic = [x for x in product(range(3), repeat=n) if any(x) and dot(x, x) == 0]
    level, ends = {frozenset({(0,) * n})}, set[Space]()
    while level:
        larger = set()
        for space in level:
            outside = [x for x in isotropic if x not in space and all(dot(x, w) == 0 for w in space)]
            if not outside:
                ends.add(space)
            while outside:
                x = outside[0]
                grown = frozenset(
                    tuple((a + c * b) % 3 for a, b in zip(w, x, strict=True)) for w in space for c in (0, 1, 2)
                )
                larger.add(grown)
                outside = [y for y in outside if y not in grown]
        level = larger
    return ends


def classes(n: int, spaces: set[Space]) -> list[set[Space]]:
    """The orbits under signed permutations, which neighbouring transpositions and one change of sign generate."""
    found, rest = [], set(spaces)
    while rest:
        first = rest.pop()
        orbit, waiting = {first}, [first]
        for space in waiting:
            images = [frozenset((*w[:i], w[i + 1], w[i], *w[i + 2 :]) for w in space) for i in range(n - 1)]
            for image in [*images, frozenset((-w[0] % 3, *w[1:]) for w in space)]:
                if image not in orbit:
                    orbit.add(image)
                    waiting.append(image)
        rest -= orbit
        found.append(orbit)
    return found


@pytest.mark.parametrize("n", range(1, 8))
def test_all_codes_of_a_small_length_one_by_one(n: int) -> None:
    spaces = maximal_spaces(n)
    dimension, count = maximal(n)
    assert {len(space) for space in spaces} == {3**dimension}
    assert len(spaces) == count
    assert (dimension, count) == rule.maximal(n)
    orbits = classes(n, spaces)
    listed = classification(n)
    assert len(listed) == len(orbits)
    for one in listed:
        words = frozenset(Words(one.generator, n, Work()).all)
        (home,) = [orbit for orbit in orbits if words in orbit]
        assert len(home) * one.order == 2**n * factorial(n)


@pytest.mark.parametrize("n", range(3, 8))
def test_neighbours_meet_in_a_hyperplane(n: int) -> None:
    code = tetracodes(n)
    words = set(Words(code, n, Work()).all)
    expected = {space for space in maximal_spaces(n) if 3 * len(space & words) == len(words)}
    found = [(key, frozenset(Words(rows, n, Work()).all)) for key, rows in neighbours(code, n)]
    assert len(found) == len(expected)
    assert {space for _, space in found} == expected
    for key, space in found:
        assert key == tuple(sum(1 for w in space if n - w.count(0) == k) for k in range(n + 1))


def asked(n: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the producer says for a length: the claim and its witness."""
    protocol: Any = SimpleNamespace(code=SimpleNamespace(p=3))
    return {"length": n, **producer.answer({"length": n}, protocol)}, producer.witness({"length": n}, protocol)


@pytest.mark.parametrize("n", range(1, 14))
def test_the_checker_certifies_every_length_within_its_bound(n: int) -> None:
    claim, witness = asked(n)
    facts: Any = SimpleNamespace(code=SimpleNamespace(p=3), work=Work())
    read = {key: reader(claim[key]) for key, reader in rule.fields(facts).items()}
    shown = {key: reader(witness[key]) for key, reader in rule.witness(facts).items()}
    rule.check(read, shown, facts)
    assert facts.work.done < MAX_WORK // 50


def test_the_lists_of_the_literature() -> None:
    """Mallows, Pless, Sloane 1976: the numbers of self-dual codes up to length 12; then the lengths of the claims."""
    assert [len(classification(n)) for n in (4, 8, 12)] == [1, 1, 3]
    eleven, thirteen = classification(11), classification(13)
    assert [one.order for one in eleven] == [55296, 5184, 15840]
    assert [one.order for one in thirteen] == [1327104, 124416, 124416, 10368, 8640, 380160, 11232]
    for listed, n in ((eleven, 11), (thirteen, 13)):
        mass = sum(2**n * factorial(n) // one.order for one in listed)
        assert mass == prod(3**i + 1 for i in range(1, n // 2 + 1))
    assert 2 * 7920 in [one.order for one in eleven]  # M11 and -1
    assert 2 * 95040 * 2 in [one.order for one in thirteen]  # 2.M12 and the sign of the zero coordinate


@pytest.mark.parametrize("n", [9, 11, 13])
def test_orders_by_schreier_and_sims(n: int) -> None:
    for one in classification(n):
        group = PermutationGroup([Permutation(list(images)) for images in one.generators])
        assert group.order() == one.order


def test_the_golay_code_is_in_the_list() -> None:
    golay = json.loads((ROOT / "fixtures" / "codes" / "golay11.json").read_text())
    first = Words([u for u, v in golay["stabilizers"] if not any(v)], 11, Work())
    for letter, same in (("a", False), ("b", False), ("c", True)):
        data = json.loads((ROOT / "fixtures" / "codes" / f"self-orthogonal-11-{letter}.json").read_text())
        other = Words([u for u, v in data["stabilizers"] if not any(v)], 11, Work())
        assert extends(first, other, other.colours[0], ()) is same


def test_the_producer_says_what_it_does_not_do() -> None:
    with pytest.raises(OverBudget, match="length 14"):
        classification(14)
    with pytest.raises(Declined, match="p = 2"):
        producer.answer({"length": 5}, SimpleNamespace(code=SimpleNamespace(p=2)))  # type: ignore[arg-type]


@pytest.mark.parametrize("n", [11, 13])
def test_the_code_files_are_those_of_the_statement(n: int) -> None:
    (claim,) = json.loads((ROOT / "fixtures" / "statements" / f"self-orthogonal-{n}.json").read_text())["claims"]
    zero = [0] * n
    for letter, entry in zip("abcdefg", claim["codes"], strict=False):
        data = json.loads((ROOT / "fixtures" / "codes" / f"self-orthogonal-{n}-{letter}.json").read_text())
        rows = entry["generator"]
        assert data["stabilizers"] == [[row, zero] for row in rows] + [[zero, row] for row in rows]
    assert len(claim["codes"]) == sum(path.name.startswith(f"self-orthogonal-{n}-") for path in CODES)


def test_the_expected_maps_are_those_of_the_listing() -> None:
    done = subprocess.run(
        [sys.executable, str(EXPECTED / "self_orthogonal.py")],
        capture_output=True, text=True, check=True, env={**os.environ, "SYMPY_GROUND_TYPES": "python"},
    )  # fmt: skip
    assert done.stdout == (EXPECTED / "self_orthogonal.json").read_text()


@pytest.mark.parametrize("path", CODES, ids=lambda path: path.stem)
def test_the_engine_counts_as_the_listing_does(path: Path) -> None:
    known = json.loads((EXPECTED / "self_orthogonal.json").read_text())[path.stem]
    protocol = Protocol(read_code(path), read_state(STRANGE))
    inside, normalizer = protocol.enumerator
    assert [list(map(str, x)) for x in (inside, normalizer)] == [known["A"], known["B"]]
    assert protocol.distance == known["distance"]


@pytest.mark.parametrize("path", CODES, ids=lambda path: path.stem)
def test_the_engine_finds_the_map_of_the_listing(path: Path) -> None:
    known = json.loads((EXPECTED / "self_orthogonal.json").read_text())[path.stem]
    protocol = Protocol(read_code(path), read_state(STRANGE))
    assert protocol.frame.twirl == ()
    assert protocol.outputs["delta"].json() == known["map"]
    assert protocol.success.json() == known["success"]
    if known["crossings"]:
        (crossing,) = known["crossings"]
        assert protocol.threshold("delta").polynomial == fmpz_poly([int(c) for c in crossing["polynomial"]])
        assert list(map(str, protocol.suppression("delta"))) == list(map(str, known["first-term"]))
    else:
        with pytest.raises(Declined):
            protocol.threshold("delta")


def test_one_code_distils() -> None:
    known = json.loads((EXPECTED / "self_orthogonal.json").read_text())
    verdicts = {name: row["verdict"].partition(":")[0] for name, row in known.items()}
    assert {name for name, word in verdicts.items() if word != "does not distil"} == {"self-orthogonal-11-c"}
    assert verdicts["self-orthogonal-11-c"] == "distils"


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ('"15840"', '"31680"', "classification.automorphisms"),
        ('"dimension":5', '"dimension":6', "classification.dimension"),
    ],
)
def test_a_false_list_is_refuted(tmp_path: Path, old: str, new: str, check: str) -> None:
    copy = copied(tmp_path, "self-orthogonal-11")
    path = copy / "fixtures" / "statements" / "self-orthogonal-11.json"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    done = stillproof("verify", "--fixtures", copy / "fixtures", "--certificates", copy / "certificates",
                      "--build", copy / "build")  # fmt: skip
    assert done.returncode == 10, done.stdout + done.stderr
    assert f"claimed {new.strip(chr(34)).rpartition(':')[2]}, recomputed" in done.stdout
    assert check in done.stdout


def test_weights_are_counted() -> None:
    import numpy as np

    assert list(weights(np.array([[0, 0, 3], [1, 2, 4], [0, 3, 5]]), 3)) == [1, 1, 0, 1]


def test_no_class_is_left_out_by_the_checker(tmp_path: Path, checker: Any) -> None:
    """Drop each class in turn, the witness following: the mass shows it."""
    copy = copied(tmp_path, "self-orthogonal-13")
    from hashlib import sha256

    statement = copy / "fixtures" / "statements" / "self-orthogonal-13.json"
    certificate = copy / "certificates" / "self-orthogonal-13.jsonl"
    value, lines = json.loads(statement.read_text()), certificate.read_text().splitlines()
    compact = {"sort_keys": True, "separators": (",", ":")}
    for missing in range(7):
        claim, line = json.loads(json.dumps(value["claims"][0])), json.loads(lines[1])
        del claim["codes"][missing], line["witness"]["groups"][missing]
        rest = {key: x for key, x in value.items() if key != "claims"}
        text = '{"claims":[\n' + json.dumps(claim, **compact) + "\n]," + json.dumps(rest, **compact)[1:] + "\n"
        statement.write_text(text)
        header = json.loads(lines[0]) | {"statement": "sha256:" + sha256(text.encode()).hexdigest()}
        body = [header, line, json.loads(lines[2])]
        certificate.write_text("".join(json.dumps(x, **compact) + "\n" for x in body))
        verdict: Verdict = checker(copy / "fixtures", copy / "certificates", "self-orthogonal-13")
        assert (verdict.code, verdict.first_failure) == (10, "classification.mass")
