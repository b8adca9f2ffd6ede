"""The benchmarks: the table, and that no row states a ratio of a wrong result.  Nothing is timed here."""

import ast
import importlib
import re
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from stillproof.errors import OverBudget

FOLDER = ROOT / "benchmarks"
ROW_FILES = sorted(FOLDER.glob("*_rows.py"))
sys.path.insert(0, str(FOLDER))
harness: Any = importlib.import_module("harness")
codes: Any = importlib.import_module("codes")
gap: Any = importlib.import_module("gap")
modules: dict[str, Any] = {path.stem: importlib.import_module(path.stem) for path in ROW_FILES}


def answers(*pairs: tuple[float, object]) -> Callable[[], tuple[float, object]]:
    """A job that returns these samples in turn."""
    left = iter(pairs)
    return lambda: next(left)


def compare(ours: Any, peers: Any, target: Any, **options: Any) -> Any:
    """`harness.compare` of equal results."""
    options = {"same": lambda a, b: a == b, "compared": "x", "rounds": 3, **options}
    return harness.compare("w", ours, "p", peers, target, **options)


def test_medians_of_the_rounds_after_the_first() -> None:
    ours = answers((99, 5), (1, 5), (2, 5), (1, 5))
    peers = answers((1, 5), (8, 5), (10, 5), (30, 5))
    row = compare(ours, peers, harness.faster(8))
    assert (row.ours, row.peers, row.ratio, row.met) == ("1 s", "10 s", "8 (5 to 30)", "yes")


def test_targets_in_both_directions() -> None:
    sides = answers((2.0, 0)), answers((1.0, 0))
    assert compare(*sides, harness.within(2.5), rounds=1).met == "yes"
    assert harness.within(2.5).met(2.6) is False
    assert harness.faster(3).met(2.9) is False
    assert (str(harness.within(2.5)), str(harness.faster(3))) == ("<= 2.5", ">= 3")
    stated = compare(answers((2.0, 0)), answers((1.0, 0)), None, rounds=1)
    assert (stated.ratio, stated.target, stated.met) == ("2 (one round)", "", "")


def test_a_difference_in_any_round_is_no_row() -> None:
    with pytest.raises(harness.Disagreement, match="w: stillproof has 6, p has 5"):
        compare(answers((1, 5), (1, 5), (1, 5), (1, 6)), answers(*[(1, 5)] * 4), harness.faster(1))
    with pytest.raises(harness.Disagreement):
        harness.bounded("w", "q", lambda: (1.0, 5), 2, same=lambda a, b: a == b, reference=6, compared="x")


def raising(error: Exception) -> Callable[[], Any]:
    """A job that fails."""

    def job() -> Any:
        raise error

    return job


def test_absent_and_declined_have_no_ratio() -> None:
    absent = compare(answers((1, 5)), raising(harness.Absent("not here")), harness.faster(2))
    assert (absent.ratio, absent.met, absent.note) == ("", "", "skipped: not here")
    declined = compare(raising(OverBudget("too large")), answers((1, 5)), harness.faster(2))
    assert (declined.ratio, declined.met, declined.note) == ("", "no", "stillproof declines: too large")


def test_the_table() -> None:
    rows = [
        harness.Row("a", "b", ">= 2", "1 ms", "3 ms", "3 (2 to 4)", "yes", "A"),
        harness.Row("c|d", "e", "<= 5", note="skipped: f"),
    ]
    assert harness.table(rows).splitlines()[2:] == [
        "| a | 1 ms | b | 3 ms | 3 (2 to 4) | >= 2 | yes | A |",
        "| c\\|d [1] | - | e | - | - | <= 5 | - | - |",
        "",
        "1. skipped: f",
    ]
    assert [harness.duration(x) for x in (12.3456, 0.0123456, 1e-5)] == ["12.3 s", "12.3 ms", "0.01 ms"]


def test_the_machine_is_not_named() -> None:
    import platform

    text = str(harness.machine())
    assert platform.node() not in text
    assert str(Path.home()) not in text


def test_a_peer_that_is_not_there_or_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "gap"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(gap.shutil, "which", lambda name: str(program) if name == "gap" else None)
    with gap.Gap(limit=0.1) as silent, pytest.raises(harness.Absent, match="did not answer"):
        silent.weights([[1, 1]], 3)
    monkeypatch.setattr(gap.shutil, "which", lambda name: None)
    with gap.Gap() as missing, pytest.raises(harness.Absent, match="gap is not installed"):
        missing.weights([[1, 1]], 3)


def wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """stillproof finds nothing; every peer and every reference is quick."""

    class Peer:
        def weights(self, *_: object, **__: object) -> tuple[float, list[int]]:
            return 1.0, [1, 2]

        def surface(self, _: int) -> tuple[float, list[int]]:
            return 1.0, [1, 2]

    monkeypatch.setitem(PEERS, "gap", Peer())
    monkeypatch.setitem(PEERS, "planqtn", Peer())
    rows, sizes, cosets, processes = (
        modules[f"{name}_rows"] for name in ("enumerator", "size", "coset", "process")
    )  # fmt: skip
    for module in (rows, sizes, cosets):
        monkeypatch.setattr(module, "weight_enumerator", lambda p, n, generators: [1] + [0] * n)
    for module in (rows, sizes):
        monkeypatch.setattr(module, "macwilliams", lambda p, counts: counts)
    monkeypatch.setattr(rows, "plain_enumeration", lambda p, generators: [1, 2])
    monkeypatch.setattr(rows, "wigner_at_origin", lambda p, generators: [Fraction(1)])
    monkeypatch.setattr(cosets, "class_enumerators", lambda *_: [{(11, 0, 0): (1, 0, 0)}] * 9)
    monkeypatch.setattr(cosets, "listed", lambda generators, start: {(11, 0, 0): 2})
    for module in (rows, sizes):
        monkeypatch.setattr(module, "process", lambda *_: lambda: (1.0, (0, '{"counts":[1,0],"peak_mib":1}')))
    monkeypatch.setattr(sizes, "SIZES", range(5, 8, 2))
    monkeypatch.setattr(processes, "excerpt", lambda *_: (tmp_path, tmp_path))
    monkeypatch.setattr(processes, "process", lambda *_: lambda: (1.0, (0, '{"rows":[{"verdict":"refuted"}]}')))


PEERS: dict[str, Any] = {}
ROWS = [
    (module, node.name, [x.arg for x in node.args.args])
    for module in modules
    for node in ast.parse((FOLDER / f"{module}.py").read_text()).body
    if isinstance(node, ast.FunctionDef) and node.name.endswith(("_row", "_rows"))
]


@pytest.mark.parametrize(("module", "function", "peers"), ROWS, ids=[name for _, name, _ in ROWS])
def test_every_row_compares_results(
    module: str, function: str, peers: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wrong(monkeypatch, tmp_path)
    with pytest.raises(harness.Disagreement):
        getattr(modules[module], function)(*[PEERS[name] for name in peers])


def test_every_row_is_run_and_made_by_the_harness() -> None:
    run = (FOLDER / "run.py").read_text()
    assert len(ROWS) >= 12
    for _, name, _ in ROWS:
        assert len(re.findall(rf"\b{name}\b", run)) == 2, f"{name} is imported and added once"
    for path in ROW_FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names = {keyword.arg for keyword in node.keywords}
                assert node.func.id not in {"compare", "bounded"} or {"same", "compared"} <= names, path.name
                assert node.func.id != "Row" or not {"ratio", "met"} & names, path.name


def test_the_codes_are_what_they_are_called() -> None:
    from stillproof.enumerators import macwilliams, weight_enumerator

    surface = codes.rotated_surface(3)
    assert weight_enumerator(2, 9, surface) == [1, 0, 4, 0, 22, 0, 100, 0, 129, 0]
    generic = codes.generic(3, 5, 1)
    counts = weight_enumerator(3, 5, generic)
    low, transform = codes.low_weights(3, 5, generic), macwilliams(3, counts)
    assert codes.plausible(3, 5, counts, low, transform)
    assert not codes.plausible(3, 5, [*counts[:-2], counts[-1], counts[-2]], low, transform[::-1])
    for name, made, n, size in (("surface", codes.rotated_surface(7), 49, 48), ("qubit", codes.residue(2, 23), 23, 22)):
        assert len(made) == size, name
        assert all(a.form(b) == 0 for a in made for b in made), name
        assert all(len(a.u) == n for a in made), name
    assert weight_enumerator(3, 11, codes.residue(3, 11)) == weight_enumerator(3, 11, codes.golay11())


def test_the_concatenation_multiplies_weights_by_p() -> None:
    for p in (2, 3):
        generators = codes.generic(p, 5, 3)
        for row, generator in zip(gap.concatenated(p, generators), generators, strict=True):
            assert sum(map(bool, row)) == p * generator.weight()
