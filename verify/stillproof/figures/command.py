"""`stillproof plot`: the checker first, then the figures; all files or none."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..errors import Declined, InputError, NotCertified
from ..files.places import certificates_of, fixtures_folder, named_state, statement_names
from ..files.text import new_folder, require_new
from ..statements.checking import refused, run_checker
from ..words.progress import Progress
from . import read_source, rendered

Folders = tuple[Path | None, Path | None]


def plot(
    protocols: Sequence[str],
    state: str | None,
    folders: Folders,
    output: Path,
    progress: Progress,
) -> list[str]:
    """Draw into a new folder; the names of the files.

    `folders` are statements and certificates of the user, both or none.  Raises InputError, Declined or OverBudget
    before anything is written.
    """
    require_new(output)
    files = [name for name in protocols if name.endswith(".json")]
    if files or state is not None:
        if len(protocols) != 1 or not files or folders != (None, None):
            raise InputError("PROTOCOLS", "one code file alone, with --state", " ".join(protocols) or "none")
        if state is None:
            raise InputError("--state", "a state family, with a code file", "none")
        found = of_code(Path(files[0]), named_state(state), progress)
    else:
        fixtures, certificates = folders
        if (fixtures is None) != (certificates is None):
            raise InputError("--fixtures", "a folder of statements and one of certificates", "one of them")
        fixtures = fixtures or fixtures_folder()
        found = of_statements(protocols, fixtures, certificates or certificates_of(fixtures), progress)
    with new_folder(output) as scratch:
        for name, content in found.items():
            (scratch / name).write_bytes(content)
    return sorted(found)


def of_statements(names: Sequence[str], fixtures: Path, certificates: Path, progress: Progress) -> dict[str, bytes]:
    """The figures of some statements, or of all.  Raises InputError, Declined, NotCertified."""
    chosen = sorted(set(names)) or statement_names(fixtures)
    if not chosen:
        raise Declined(f"{fixtures / 'statements'}: no statement to draw")
    sources = [read_source(name, fixtures, certificates) for name in chosen]
    exit_code, rows, errors = run_checker(fixtures, certificates, chosen)
    if exit_code:
        raise NotCertified(exit_code, (refused(rows) or errors.strip().splitlines() or ["the checker broke"])[0])
    return rendered(sources, progress)


def of_code(code: Path, state: Path, progress: Progress) -> dict[str, bytes]:
    """The figures of a code and a state family that nobody has stated anything about: certified first."""
    from ..commands.basin import basin, subject
    from ..commands.certify import certify

    read, family = subject(str(code), str(state), fixtures_folder())
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if len(family.parameters) == 1:
            summary, exit_code = certify(code, state, folder, progress)
        else:
            summary, exit_code = basin(read, family, None, [], folder, progress)
        if exit_code:
            raise NotCertified(exit_code, "; ".join(summary.get("errors", ["the checker broke"])))
        return rendered([read_source(name, folder, folder / "certificates") for name in statement_names(folder)])
