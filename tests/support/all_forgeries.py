"""All forgeries, from the tables.

    python tests/support/all_forgeries.py        writes the manifest: `make forge`
    python tests/support/all_forgeries.py ID     lays one out: `make forgery ID=...`

The tables are `tests/kinds/KIND/forgeries.py`, for the checks of one claim kind, and `tests/checker/forgeries/`, for
the others.  Nothing else is stored of a forgery; but `tests/forged.json` has the verdict of each and the SHA-256 of
every file that differs from its base, and a test compares it, so that nothing changes unseen.

An id is never used again: `tests/retired.json` has the checks and the forgeries that were, each with its successors.
"""

from __future__ import annotations

import difflib
import functools
import importlib.util
import json
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":
    sys.path[:0] = [str(HERE), str(HERE.parents[1] / "proofs")]

from forge import WORDS, Case, base_paths, changed, lay_out, sha256  # noqa: E402

TESTS = HERE.parent
MANIFEST = TESTS / "forged.json"
RETIRED = TESTS / "retired.json"
BUILT = TESTS.parent / "build" / "forgery"
SHOWN = 200  # letters of an edit


def tables() -> list[Path]:
    """The files with forgeries, in order."""
    return sorted([*(TESTS / "checker" / "forgeries").glob("*.py"), *(TESTS / "kinds").glob("*/forgeries.py")])


def rows(table: Path) -> list[Case]:
    """The forgeries of one table."""
    name = "_".join(table.relative_to(TESTS).with_suffix("").parts)
    spec = importlib.util.spec_from_file_location(name, table)
    if spec is None or spec.loader is None:
        raise ImportError(f"{table} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: list[Case] = module.FORGERIES
    return found


@functools.cache
def cases() -> tuple[Case, ...]:
    """All forgeries, by their ids."""
    found = [case for table in tables() for case in rows(table)]
    return tuple(sorted(found, key=lambda case: (case.check, case.number)))


def retired() -> dict[str, dict[str, list[str]]]:
    """What was retired, `checks` and `forgeries`, each with its successors."""
    found: dict[str, dict[str, list[str]]] = json.loads(RETIRED.read_text())
    return found


def entry(case: Case) -> dict[str, Any]:
    """What the manifest says of a forgery."""
    files = {} if case.builder else {path: sha256(data) for path, data in sorted(changed(case).items())}
    return ({"built": case.builder} if case.builder else {"files": files}) | {"verdict": WORDS[case.verdict]}


def manifest() -> str:
    """The manifest that belongs to the tables, a forgery on every line."""
    lines = (f'"{case.id}":{json.dumps(entry(case), separators=(",", ":"), sort_keys=True)}' for case in cases())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def gone(committed: dict[str, Any]) -> list[str]:
    """Forgeries of a manifest that are in no table, and not retired either."""
    known, old = {case.id for case in cases()}, retired()
    return [
        identifier
        for identifier in committed
        if identifier not in known | old["forgeries"].keys() and identifier.rpartition("/")[0] not in old["checks"]
    ]


def told(case: Case, root: Path) -> str:
    """What a forgery is, for a reader."""
    target = base_paths(case.base)[case.file]
    how = [f"old: {cut(case.old) or 'all of it'}", f"new: {cut(case.new)}"]
    if case.builder:
        how = [f"made by `{case.builder}` of tests/support/forge.py"]
    return "\n".join([
        f"{case.id}: {WORDS[case.verdict]} (exit code {case.verdict}), first by the check {case.check}",
        f"false: {case.why}",
        f"edit of {target}:",
        *how,
        f"python3 -I -S proofs {root} {root / 'certificates'}",
    ])  # fmt: skip


def cut(text: str) -> str:
    """The beginning of a text, on one line."""
    shown = json.dumps(text)[1:-1].replace('\\"', '"')
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}... ({len(shown)} letters)"


def show(wanted: str) -> str:
    """Lay out one forgery, or all of one check, in build/forgery/; what they are.  Exits with 2 if there is none."""
    chosen = [case for case in cases() if wanted in (case.id, case.check)]
    if not chosen:
        old = retired()
        after = old["forgeries"].get(wanted) or old["checks"].get(wanted.partition("/")[0])
        near = difflib.get_close_matches(wanted, [case.id for case in cases()])
        said = (
            f"retired; after it came {', '.join(after)}" if after else f"no forgery; near: {', '.join(near) or 'none'}"
        )
        print(f"{wanted}: {said}", file=sys.stderr)
        sys.exit(2)
    parts = []
    for case in chosen:
        root = BUILT / f"{case.check}-{case.number}"
        shutil.rmtree(root, ignore_errors=True)
        lay_out(case, root)
        parts.append(told(case, root.relative_to(TESTS.parent)))
    return "\n\n".join(parts)


def main() -> None:
    """Write the manifest, or lay out the forgeries that are asked for."""
    if sys.argv[1:]:
        print("\n\n".join(show(wanted) for wanted in sys.argv[1:]))
        return
    if lost := gone(json.loads(MANIFEST.read_text()) if MANIFEST.exists() else {}):
        print(f"in no table: {', '.join(lost)}: {RETIRED.name} has to name what came after", file=sys.stderr)
        sys.exit(1)
    MANIFEST.write_text(manifest())
    print(f"{len(cases())} forgeries of {len({case.check for case in cases()})} checks")


if __name__ == "__main__":
    main()
