"""The evidence: statements, codes, states and certificates, the checker, and what the checker says of them there."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Declined, InputError, NotCertified
from ..files.named import PROTOCOLS, require_known
from ..files.places import root, statement_names, statement_path
from ..files.text import parsed, read_bytes, sha256
from ..statements.kernel_list import kernel_theorems, own_list
from ..statements.stated import Stated, parse_stated

CHECKER = "stillproof_check"
LICENCE = "LICENSE.txt"
SCRIPT = "check.py"
MANIFEST = "MANIFEST.sha256"
NOT_FORMAL = "not yet formal"
Files = dict[str, bytes]


class Lemma(NamedTuple):
    """A lemma of the checker, and the theorem that proves it, if it is formal."""

    text: str
    theorem: str | None


class Evidence(NamedTuple):
    """Files by flat names, ids and digests of the statements and certificates, lemmas, and theorems about claims."""

    files: Files
    names: list[str]
    certificates: dict[str, str]
    statements: dict[str, str]
    lemmas: dict[str, Lemma]
    theorems: dict[str, dict[str, list[str]]]


def flat(path: Path) -> str:
    """The name of a file in a folder without subfolders: a dot for every slash."""
    return ".".join(path.parts)


def gather(fixtures: Path, certificates: Path, names: list[str]) -> Evidence:
    """The evidence for some statements.  Raises Declined for an unknown one or a missing certificate."""
    known = statement_names(fixtures)
    if not known:
        raise Declined(f"{fixtures / 'statements'}: no statement")
    chosen = sorted(set(names)) or known
    for name in chosen:
        require_known("PROTOCOL", name, "protocol", known, PROTOCOLS)
    files: Files = {}
    digests: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name in chosen:
        path = statement_path(fixtures, name)
        files[f"fixtures.statements.{name}.json"] = data = read_bytes(path)
        statement = parsed(path, data)
        digests[1][name] = hashlib.sha256(data).hexdigest()
        for folder in ("code", "state"):
            try:
                own = str(statement[folder]["name"])
            except (KeyError, TypeError):
                raise InputError(str(path), f"a {folder} with a name", "none") from None
            subject = fixtures / f"{folder}s" / f"{own}.json"
            files[f"fixtures.{folder}s.{own}.json"] = read_bytes(subject)
            parsed(subject, files[f"fixtures.{folder}s.{own}.json"])
        answer = certificates / f"{name}.jsonl"
        if not answer.is_file():
            raise Declined(f"{answer}: no certificate for the statement {name}")
        files[f"certificates.{name}.jsonl"] = data = answer.read_bytes()
        digests[0][name] = hashlib.sha256(data).hexdigest()
    checker = checker_files()
    lemmas = lemma_table(checker[f"{CHECKER}.lemmas.py"].decode("ascii"))
    files.update(checker)
    files[LICENCE] = (root() / "LICENSE").read_bytes()
    files[SCRIPT] = Path(__file__).with_name(SCRIPT).read_bytes()
    theorems = kernel_theorems(own_list(certificates), digests[1]) or {}
    return Evidence(files, chosen, *digests, lemmas, theorems)


def statements(found: Evidence, rows: list[dict[str, Any]], fixtures: Path) -> dict[str, Stated]:
    """The statements of the evidence by id, with what these rows of the checker say of them."""
    return {
        name: parse_stated(
            fixtures, name, found.files[f"fixtures.statements.{name}.json"], found.files[f"certificates.{name}.jsonl"]
        ).passing(rows)
        for name in found.names
    }


def checker_files() -> Files:
    """The checker's own files, byte for byte."""
    spec = PathFinder.find_spec(CHECKER)  # the files, whatever is imported
    if spec is None or not spec.submodule_search_locations:
        raise Declined(f"the package {CHECKER} is not installed")
    root = Path(next(iter(spec.submodule_search_locations)))
    return {flat(path.relative_to(root.parent)): path.read_bytes() for path in sorted(root.rglob("*.py"))}


def lemma_table(source: str) -> dict[str, Lemma]:
    """The lemmas of the checker, read from its source: nothing of it is imported here."""
    tables: dict[str, dict[str, str]] = {}
    for node in ast.parse(source).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(target, ast.Name) and node.value is not None:
            tables[target.id] = ast.literal_eval(node.value)
    return {name: Lemma(text, tables["FORMAL"].get(name)) for name, text in tables["LEMMAS"].items()}


def manifest(folder: Path) -> str:
    """The lines of a manifest, as `sha256sum` writes them, for all files of a folder."""
    rows = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    ]
    return "".join(rows)


def seal(folder: Path) -> str:
    """Write the manifest of a folder; its own SHA-256."""
    text = manifest(folder)
    (folder / MANIFEST).write_text(text, encoding="ascii", newline="\n")
    return sha256(text)


def verdicts(folder: Path) -> list[dict[str, Any]]:
    """What the script of a sealed folder says, in a process without environment: a row for every claim.

    Raises NotCertified unless every claim is certified.
    """
    command = [sys.executable, "-I", "-S", str(folder / SCRIPT), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={}, cwd=folder)
    try:
        rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    except (ValueError, KeyError):
        rows = []
    if done.returncode or not rows:
        failed = [f"{x['file']}:{x['line']}: {x['claim']}: {x['message']}" for x in rows if x["verdict"] != "certified"]
        raise NotCertified(done.returncode or 1, (failed or [done.stderr.strip()])[0])
    return rows


def last_line(rows: list[dict[str, Any]]) -> str:
    """The last line that the checker prints when all claims are certified."""
    return f"CERTIFIED: {len(rows)} of {len(rows)} claims, statements read: {len({x['statement'] for x in rows})}"
