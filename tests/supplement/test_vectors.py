"""Test vectors: recomputed here from the stabilizers alone, with the rationals of Python."""

import hashlib
import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, stillproof
from stillproof.errors import Declined, InputError
from stillproof.files import text as files
from stillproof.gating import vectors as module
from stillproof.gating.known import known_of, stated_protocol
from stillproof.gating.vectors import vectors
from stillproof.statements.stated import read_stated
from stillproof.supplements.kinds.map_ import WORDS

NAMES = ("bravyi-haah20-t", "five-qubit-t", "golay11-norell", "golay11-zero", "steane7-h")
Signed = tuple[tuple[int, ...], tuple[int, ...], int]  # u, v and the power of i


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("vectors") / "out"
    assert vectors(ROOT / "fixtures", NAMES, found) == list(NAMES)
    return found


def read(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="ascii"))
    return found


def times(a: Signed, b: Signed) -> Signed:
    """The product of i^s T(u|v), with T(u|v) = i^(u.v) X^u Z^v."""
    u, v = (tuple((x + y) % 2 for x, y in zip(a[i], b[i], strict=True)) for i in (0, 1))
    power = a[2] + b[2] + dot(a[0], a[1]) + dot(b[0], b[1]) + 2 * dot(a[1], b[0]) - dot(u, v)
    return u, v, power % 4


def dot(u: tuple[int, ...], v: tuple[int, ...]) -> int:
    return sum(x * y for x, y in zip(u, v, strict=True))


def pauli(vector: list[list[int]], sign: int = 0) -> Signed:
    return tuple(vector[0]), tuple(vector[1]), 2 * sign


def group(code: dict[str, Any]) -> Iterator[Signed]:
    """Every product of the stabilizers, with its sign."""
    signs = code.get("signs", [0] * len(code["stabilizers"]))
    generators = [pauli(g, s) for g, s in zip(code["stabilizers"], signs, strict=True)]
    for chosen in product((False, True), repeat=len(generators)):
        found: Signed = ((0,) * code["n"], (0,) * code["n"], 0)
        for take, g in zip(chosen, generators, strict=True):
            found = times(found, g) if take else found
        yield found


def weight(a: Signed) -> int:
    return sum(1 for site in zip(a[0], a[1], strict=True) if any(site))


def expectation(elements: list[Signed], r: Fraction, axes: set[tuple[int, int]], odd: int) -> Fraction:
    """The sum of sign times (r/sqrt d)^weight, divided by 1/sqrt d for odd weights; d axes share the Bloch vector."""
    total = Fraction(0)
    for u, v, power in elements:
        assert power % 2 == 0
        sites = [site for site in zip(u, v, strict=True) if any(site)]
        if all(site in axes for site in sites):
            assert len(sites) % 2 == odd
            total += (-1) ** (power // 2) * r ** len(sites) / Fraction(len(axes)) ** (len(sites) // 2)
    return total


@pytest.mark.parametrize(
    ("name", "axes"), [("five-qubit-t", {(1, 0), (1, 1), (0, 1)}), ("steane7-h", {(1, 0), (0, 1)})]
)
def test_brute_force_over_the_stabilizer_group(folder: Path, name: str, axes: set[tuple[int, int]]) -> None:
    found = read(folder, name)
    code = found["code"]
    elements = list(group(code))
    assert len(elements) == 2 ** (code["n"] - code["k"])
    by_weight = [sum(weight(g) == w for g in elements) for w in range(code["n"] + 1)]
    assert list(map(int, found["enumerators"]["A"])) == by_weight
    x, z = pauli(code["logical_x"]), pauli(code["logical_z"])
    y = times(x, z)
    logicals = {(1, 0): x, (0, 1): z, (1, 1): (*y[:2], (y[2] + 1) % 4)}
    assert min(weight(times(a, g)) for a in logicals.values() for g in elements) == code["distance"]
    assert len(found["points"]) == 6
    for point in found["points"]:
        delta = Fraction(point["at"]["delta"])
        accepted = expectation(elements, 1 - delta, axes, 0)
        assert Fraction(point["success"]["exact"]) == accepted / len(elements)
        for axis in axes:
            r = expectation([times(logicals[axis], g) for g in elements], 1 - delta, axes, 1) / accepted
            assert Fraction(point["outputs"]["delta"]["exact"]) == 1 - r


def value(function: dict[str, Any], at: list[Fraction]) -> Fraction:
    """num/den by the convention of the files."""
    parts = []
    for key in ("num", "den"):
        rows = [row if isinstance(row, list) else [row] for row in function[key]]
        x, y = at[0], at[-1]
        parts.append(sum(Fraction(c) * x**i * y**j for i, row in enumerate(rows) for j, c in enumerate(row)))
    return Fraction(parts[0], parts[1])


@pytest.mark.parametrize("name", NAMES)
def test_values_are_those_of_the_functions_and_decimals_are_rounded(folder: Path, name: str) -> None:
    found = read(folder, name)
    for point in found["points"]:
        at = [Fraction(point["at"][key]) for key in found["state"]["parameters"]]
        pairs = [(found["success"], point["success"])]
        pairs += [(function, point["outputs"][label]) for label, function in found["outputs"].items()]
        if "corrected" in found:
            pairs.append((found["corrected"]["success"], point["success-corrected"]))
        for function, stated in pairs:
            exact = Fraction(stated["exact"])
            assert exact == value(function, at)
            context = Context(prec=15, rounding=ROUND_HALF_UP)
            assert Decimal(stated["decimal"]) == context.divide(exact.numerator, exact.denominator)
    for threshold in found.get("thresholds", []):
        shown = Fraction(threshold["decimal"])
        half = Fraction(1, 2) / 10 ** -int(Decimal(threshold["decimal"]).as_tuple().exponent)
        low, high = map(Fraction, threshold["interval"])
        ends = [sum(int(c) * x**i for i, c in enumerate(threshold["polynomial"])) for x in (shown - half, shown + half)]
        assert low < shown + half
        assert high > shown - half
        assert ends[0] * ends[1] < 0


def test_leading_terms_and_thresholds_are_there(folder: Path) -> None:
    found = read(folder, "five-qubit-t")
    assert found["leading"] == [{"coefficient": "5/2", "order": 2, "output": "delta"}]
    assert found["thresholds"][0]["decimal"] == "0.345346329292023"
    assert read(folder, "golay11-norell")["basin-thresholds"]
    assert {"any", "1", "4"} <= read(folder, "bravyi-haah20-t")["outputs"].keys()
    assert set(read(folder, "bravyi-haah20-t")["quantities"].values()) == {"infidelity"}
    assert found["quantities"] == {"delta": "parameter"}
    ends, halves = ([Fraction(x) for x in found["thresholds"][0][key]] for key in ("interval", "infidelity"))
    assert halves == [x / 2 for x in ends]


def test_bounds_are_those_of_the_claims() -> None:
    found = module.vector(stated_protocol(ROOT / "fixtures", "self-orthogonal-11-a-strange"))
    assert found["bounds"] == [
        {"function": "delta", "range": ["0", "1"], "relation": "above", "value": {"den": ["1"], "num": ["0", "1"]}}
    ]
    assert "thresholds" not in found


def test_a_statement_is_known_only_if_the_checker_has_certified_all_of_it() -> None:
    stated = read_stated(ROOT / "fixtures", "five-qubit-t")
    rows = [
        {"claim": claim["id"], "lemmas": ["l"], "statement": stated.name, "verdict": "certified"}
        for claim in stated.claims
    ]
    assert known_of(stated.passing(rows)).name == stated.name
    others = [{**row, "statement": "other"} for row in rows]
    declined = [*rows[:-1], {**rows[-1], "verdict": "declined"}]
    for said in ([], rows[1:], others, declined):
        with pytest.raises(ValueError, match="is not certified"):
            known_of(stated.passing(said))


def test_the_index_and_the_certificates_have_these_digests(folder: Path) -> None:
    index = json.loads((folder / "index.json").read_text())
    assert [row["id"] for row in index["protocols"]] == list(NAMES)
    for row in index["protocols"]:
        assert hashlib.sha256((folder / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        backing = read(folder, row["id"])["backing"]
        for key, path in (
            ("certificate", "proofs/certificates/{}.jsonl"),
            ("statement", "fixtures/statements/{}.json"),
        ):
            content = (ROOT / path.format(row["id"])).read_bytes()
            assert backing[key] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert (folder / "README.txt").read_text(encoding="ascii").startswith("Test vectors")
    assert len(list(folder.iterdir())) == len(NAMES) + 2


def test_the_page_of_the_format_has_every_key_and_no_other(folder: Path) -> None:
    page = (ROOT / "docs/formats/vectors.md").read_text(encoding="ascii")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    documented = [key for row in rows for key in re.findall("`([^`]+)`", row)]
    others = (
        module.vector(stated_protocol(ROOT / "fixtures", name)) for name in ("ccz8", "self-orthogonal-11-a-strange")
    )
    found = {key for protocol in (*others, *(read(folder, name) for name in NAMES)) for key in protocol}
    assert sorted(documented) == sorted(found)


def test_same_input_same_bytes(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = stillproof("vectors", "-o", empty, *reversed(NAMES), NAMES[0])
    assert (done.returncode, done.stdout) == (0, f"{empty}: test vectors of 5 protocols\n")
    assert {x.name: x.read_bytes() for x in empty.iterdir()} == {x.name: x.read_bytes() for x in folder.iterdir()}
    assert [x.name for x in tmp_path.iterdir()] == ["empty"]


def test_a_folder_with_files_and_unknown_names_are_refused(folder: Path, tmp_path: Path) -> None:
    before = {x.name: x.read_bytes() for x in folder.iterdir()}
    done = stillproof("vectors", "-o", folder, "five-qubit-t")
    assert done.returncode == 12
    assert done.stderr == f"stillproof: {folder}: expected a folder that is new or empty, found files in it\n"
    assert {x.name: x.read_bytes() for x in folder.iterdir()} == before
    (tmp_path / "file").write_text("")
    for output, name, error in (
        (tmp_path / "file", "five-qubit-t", InputError),
        (tmp_path / "new", "no-such-thing", Declined),
        (tmp_path / "new", "self-orthogonal-11", Declined),
    ):
        with pytest.raises(error):
            vectors(ROOT / "fixtures", [name], output)
    assert [x.name for x in tmp_path.iterdir()] == ["file"]


def test_nothing_is_left_of_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        vectors(ROOT / "fixtures", ["five-qubit-t"], tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_uncertified_claims_make_no_vectors(copy: Path) -> None:
    fixtures = copy / "fixtures"
    (copy / "proofs").mkdir()
    (copy / "certificates").rename(copy / "proofs" / "certificates")
    path = copy / "proofs" / "certificates" / "golay11-strange.jsonl"
    path.write_text(path.read_text().replace('"end":', '"end":1', 1))
    with pytest.raises(Declined, match="not certified"):
        vectors(fixtures, [], copy / "out")
    assert not (copy / "out").exists()


def test_a_threshold_halfway_between_two_decimals_is_rounded_up() -> None:
    exact = Fraction(1234567890123455, 10**16)
    claim = {
        "bound": "1",
        "infidelity": ["1/15", "2/15"],
        "interval": ["1/10", "2/10"],
        "output": "delta",
        "polynomial": [str(-exact.numerator), str(exact.denominator)],
    }
    assert module.threshold(claim)["decimal"] == "0.123456789012346"


def test_a_parameter_is_no_state_where_it_is_outside() -> None:
    """Of self-orthogonal-11-a-strange delta_out is above 1: vectors and supplement say where it is a state."""
    assert "where they are not negative and add up to at most 1" in module.CONVENTIONS["quantities"]
    assert "where the parameters below are not negative and add up to at most 1" in WORDS["map.state"]
