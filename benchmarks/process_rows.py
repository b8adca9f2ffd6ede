"""The rows about whole processes: starting the command line, and the checker as a referee runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

from harness import BUILD, ROOT, Disagreement, Row, bare, compare, process, within
from stillproof.files.text import statement_text

HEAVY = {"flint", "numpy", "sympy"}
CHECKER = (sys.executable, "-I", "-S", str(ROOT / "proofs"))


def help_row() -> Row:
    """`stillproof --help` against a bare interpreter; it loads none of FLINT, NumPy and SymPy."""
    program = str(Path(sys.executable).with_name("stillproof"))
    command = [sys.executable, "-X", "importtime", program, "--help"]
    traced = subprocess.run(command, capture_output=True, text=True, check=False)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in traced.stderr.splitlines()}
    if traced.returncode or "stillproof" not in loaded or loaded & HEAVY:
        raise Disagreement(f"stillproof --help: exit code {traced.returncode}, loaded {sorted(loaded & HEAVY)}")

    def same(mine: Any, _: object) -> bool:
        return bool(mine == (0, traced.stdout) and mine[1].startswith("Usage: stillproof"))

    return compare(
        "`stillproof --help`",
        process(program, "--help"),
        "bare interpreter",
        bare(),
        within(2.5),
        same=same,
        compared="its text; loads no flint, numpy, sympy",
        note="Importing click, which reads the command line, is most of the time beyond the interpreter's start.",
        rounds=15,
    )


def excerpt(name: str, kinds: tuple[str, ...]) -> tuple[Path, Path]:
    """Fixtures and certificates in build/bench for the statement cut down to claims of these kinds."""
    folder = BUILD / f"{name}-excerpt"
    rmtree(folder, ignore_errors=True)
    fixtures, certificates = folder / "fixtures", folder / "certificates"
    for part in ("codes", "states"):
        copytree(ROOT / "fixtures" / part, fixtures / part)
    value = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())
    value["claims"] = [claim for claim in value["claims"] if claim["kind"] in kinds]
    (fixtures / "statements").mkdir()
    (fixtures / "statements" / f"{name}.json").write_text(statement_text(value))
    options = ["--fixtures", fixtures, "--certificates", certificates, "--build", folder / "build", "--update"]
    command = [sys.executable, "-m", "stillproof", "verify", *map(str, options)]
    subprocess.run(command, capture_output=True, check=False)  # exit code: nothing committed to compare with
    return fixtures, certificates


def certified(number: int) -> Any:
    """Whether a run of the checker certified this many claims and nothing else."""

    def same(mine: Any, _: object) -> bool:
        code, out = mine
        rows = json.loads(out)["rows"] if out else []
        return bool(code == 0 and [row["verdict"] for row in rows] == ["certified"] * number)

    return same


def checker_rows() -> list[Row]:
    """The checker on the flagship, on its enumerator alone, and on the residue codes where they are fixtures."""
    start = bare("-I", "-S")
    fixtures, certificates = excerpt("golay11-strange", ("code", "enumerator"))
    rows = [
        compare("checker, Golay, claims `code` and `enumerator`",
                process(*CHECKER, str(fixtures), str(certificates), "--json"), "bare interpreter", start, within(5),
                same=certified(2), compared="2 claims certified", rounds=15,
                note="The statement of golay11-strange cut down to these two claims. Importing the checker takes "
                "more than half of the time."),
    ]  # fmt: skip
    for name in ("golay11", "qr17", "qr23"):
        paths = sorted((ROOT / "fixtures" / "statements").glob(f"{name}-*.json"))
        if not paths:
            rows.append(Row(f"checker, {name}", "bare interpreter", "", note=f"skipped: no statement about {name} yet"))
        for path in paths:
            number = len(json.loads(path.read_text())["claims"])
            command = (*CHECKER, str(ROOT / "fixtures"), str(ROOT / "proofs" / "certificates"), path.stem, "--json")
            rows.append(
                compare(f"checker, all {number} claims of {path.stem}", process(*command), "bare interpreter", start,
                        None, same=certified(number), compared=f"{number} claims certified", rounds=3)
            )  # fmt: skip
    return rows
