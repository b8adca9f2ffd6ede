"""`dev/new_kind.py` in a copy of the tree: what it lays out is refused until it is filled in, and that takes 8 files.

The kind that is filled in is trivial: `rate`, k/n of the code.  Its claim is certified, its forgery refused, and the
supplement tells it.
"""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = pytest.mark.spread

NEW = runpy.run_path(str(ROOT / "dev" / "new_kind.py"))
MARK = NEW["MARK"]
MOST = 8  # files that are written by hand for a kind
COPIED = (
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "dev",
    "docs",
    "fixtures",
    "proofs",
    "pyproject.toml",
    "tests",
    "verify",
)
CONVENTION = "rate = k/n, the encoded qudits of the code by its sites"
CLAIM = f'{{"convention":"{CONVENTION}","id":"rate","kind":"rate","place":"test","value":"1"}}'
LEMMA = "[`displacement-group`](../lemmas/operators.md#displacement-group)"

Edits = list[tuple[str, str]]  # old and new, each old text once
FILLED: dict[str, Edits] = {
    "proofs/stillproof_check/rules/codes/rate.py": [
        (f"{MARK} in one sentence, what a claim says.", "the encoded qudits of the code by its sites."),
        (f"{MARK}: what the fields mean, as every claim of the kind carries it", CONVENTION),
        (f'("{MARK}",)', '("displacement-group",)'),
        (f"{MARK}: the fields of a claim, each with its reader.", "The rate."),
        (f"  # {MARK}: or a function with the readers of the witness", "  # a quotient of two numbers of the code"),
        (f"  # {MARK}: the work of this check", ""),
        (f'claim["value"] == 0, "rate.value", "0", claim["value"])  # {MARK}',
         'claim["value"] == rate, "rate.value", rate, claim["value"])'),
        ("    facts.work.more(1)", "    rate = Fraction(facts.code.k, facts.code.n)\n    facts.work.more(1)"),
        ("from typing import Any", "from fractions import Fraction\nfrom typing import Any"),
    ],
    "verify/stillproof/claims/rate.py": [
        (f"{MARK} how the answer and the witness are found.", "k/n, from the code."),
        (f"{MARK}: what the fields mean, as every claim of the kind carries it", CONVENTION),
        (f"  # {MARK}: the fields that ask", ""),
        (f"{MARK}: the other fields, as JSON.", "The rate."),
        ('{"value": "0"}', '{"value": str(fmpq(protocol.code.k, protocol.code.n))}'),
        ("from ..protocols", "from flint import fmpq\n\nfrom ..protocols"),
    ],
    "verify/stillproof/supplements/kinds/rate.py": [
        (f"{MARK}: what a claim says, in one sentence.", "The encoded qudits of the code by its sites are"),
        (f"{MARK}: the claim in words and formulas.", "The rate."),
        (f"no_values  # {MARK}: or a function that yields them", "no_values"),
        (f"no_tests  # {MARK}: or a function that yields them", "no_tests"),
    ],
    "docs/claims/rate.md": [
        (f"{MARK}: what a claim says, with its formula.", "The rate $k/n$ of the code."),
        (f"{MARK}: what the fields mean, as every claim of the kind carries it", CONVENTION),
        (f"| rational | {MARK} |", "| rational | $k/n$ |"),
        (f"None: {MARK}.", "None: a quotient of two numbers of the code file."),
        (f"| refuted | {MARK} |", "| refuted | the value is not $k/n$ |"),
        (f"**Lemmas:** {MARK}", f"**Lemmas:** {LEMMA}"),
        (f"**Rests on:** {MARK}", "**Rests on:** no other claim."),
        (f"```json\n{MARK}\n", f"```json\n{CLAIM}\n"),
    ],
    "tests/kinds/rate/forgeries.py": [
        (f"'\"value\":\"{MARK}\"', '\"value\":\"1\"', \"{MARK}\"",
         "'\"value\":\"1\"', '\"value\":\"1/2\"', \"another rate\""),
    ],
    "tests/bases/statements/rate.json": [
        (f'"convention":"{MARK}"', f'"convention":"{CONVENTION}"'),
        (f'"value":"{MARK}"', '"value":"1"'),
    ],
    "tests/rooms/test_kinds.py": [
        (f'    "{room}": {{\n', f'    "{room}": {{\n        "it is a quotient of two numbers of `code`": ("rate",),\n')
        for room in ("values", "self-tests", "kernel", "native")
    ],
    "CHANGELOG.md": [("## 0.1.0 (unreleased)\n", "## 0.1.0 (unreleased)\n\n- Claim kind `rate`: k/n of a code.\n")],
}  # fmt: skip
WRITTEN = {  # by programs
    "docs/lemmas/operators.md",
    "proofs/native/others.ml",
    "tests/bases/certificates/rate.jsonl",
    "tests/forged.json",
}
QUICK = [
    "tests/rooms/test_kinds.py",
    "tests/rooms/test_rooms.py::test_both_rooms_use_the_same_words",
    "tests/checker/test_forged.py::test_checks_and_forgeries_are_in_bijection",
    "tests/checker/test_forged.py::test_the_manifest_is_that_of_the_tables",
    "tests/checker/test_forged.py::test_a_forgery_is_refused_by_its_check[rate.value/1]",
    "tests/checker/test_forged.py::test_an_honest_twin_is_certified[rate]",
    "tests/pages/test_docs.py::test_a_claim_kind_lists_its_convention_lemmas_and_checks[rate]",
    "tests/pages/test_docs.py::test_a_claim_kind_lists_its_fields_and_witness[rate]",
    "tests/pages/test_docs.py::test_the_example_of_a_claim_kind_is_a_certified_claim[rate]",
    "tests/pages/test_docs.py::test_a_lemma_says_who_uses_it_and_whether_it_is_formal",
]


def run(copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A program with the packages of the copy."""
    paths = os.pathsep.join(str(copy / part) for part in ("verify", "proofs"))
    return subprocess.run(
        [sys.executable, *command], cwd=copy, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip


def content(copy: Path) -> dict[str, bytes]:
    """All files of the copy."""
    skipped = ("__pycache__", "build")
    paths = [path for path in copy.rglob("*") if path.is_file() and not set(path.parts) & set(skipped)]
    return {path.relative_to(copy).as_posix(): path.read_bytes() for path in paths}


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The files that differ, or are in one only."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tree without what is built, and a kind laid out in it."""
    folder = tmp_path / "copy"
    for name in COPIED:
        skipped = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info")
        copier = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        folder.mkdir(exist_ok=True)
        copier(ROOT / name, folder / name, **({"ignore": skipped} if (ROOT / name).is_dir() else {}))
    done = run(folder, "dev/new_kind.py", "rate", "--room", "codes")
    assert done.returncode == 0, done.stderr
    return folder


def test_a_new_kind_takes_few_files_by_hand(copy: Path) -> None:
    laid = content(copy)
    marked = {name for name, data in laid.items() if name in FILLED and MARK.encode() in data}
    assert marked == set(FILLED) - {"tests/rooms/test_kinds.py", "CHANGELOG.md"}
    refused = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rooms/test_kinds.py")
    assert refused.returncode == 1
    assert "FAILED tests/rooms/test_kinds.py::test_no_kind_is_half_done" in refused.stdout
    for name, edits in FILLED.items():
        text = (copy / name).read_text()
        for old, new in edits:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        assert MARK not in text
        (copy / name).write_text(text)
    assert differing(laid, content(copy)) == set(FILLED)
    assert len(FILLED) <= MOST
    programs = (
        ["tests/support/certify_base.py", "rate"],
        ["tests/support/all_forgeries.py"],
        ["-I", "-S", "proofs/native/others.py"],
        ["-c", "import pathlib, runpy; filled = runpy.run_path('docs/generate.py')['filled'];"
               "[path.write_text(filled(path.read_text())) for path in pathlib.Path('docs/lemmas').glob('o*.md')]"],
    )  # fmt: skip
    for command in programs:
        done = run(copy, *command)
        assert done.returncode == 0, done.stderr
    assert differing(laid, content(copy)) == set(FILLED) | WRITTEN
    done = run(copy, "-I", "-S", "proofs", "tests/bases", "tests/bases/certificates", "rate", "--json")
    assert done.returncode == 0, done.stdout
    rows = json.loads(done.stdout)["rows"]
    assert [row["verdict"] for row in rows if row["claim"] == "rate"] == ["certified"]
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *QUICK)
    assert done.returncode == 0, done.stdout
    done = run(copy, "-m", "stillproof", "supplement", "rate", "--fixtures", "tests/bases", "-o", "build/told")
    assert done.returncode == 0, done.stderr
    assert (
        "The encoded qudits of the code by its sites are" in (copy / "build" / "told" / "supplement.html").read_text()
    )


def test_the_name_of_a_kind_is_new_and_spelled_as_the_others() -> None:
    for name in ("map", "fraction", "index", "Rate", "k-", "rate2"):
        with pytest.raises(ValueError, match=f"^{name}: "):
            NEW["lay_out"](ROOT, name, "codes")


def test_a_long_row_of_modules_is_wrapped_as_the_formatter_wants_it() -> None:
    table = (ROOT / "proofs" / "stillproof_check" / "rules" / "table.py").read_text()
    for name in ("a" * 20, "b" * 20):
        table = NEW["in_table"](table, "codes", name)
    assert f"    {'a' * 20},\n    {'b' * 20},\n    class_enumerator,\n" in table
    formatted = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--line-length", "120", "-"], input=table, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert formatted.stdout == table
