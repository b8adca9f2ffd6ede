"""Where things are: the fixtures, their statements and states, and the certificates of statements.

A folder of fixtures has `codes/`, `states/` and `statements/`.  Ours is at the root of a checkout, or inside an
installed package; everything else that comes with it is beside it in the same way.
"""

from __future__ import annotations

from pathlib import Path

from .named import STATES, aliased, require_known


def root() -> Path:
    """The folder that has `fixtures/` and `proofs/`: an installed package itself, or the root of a checkout."""
    package = Path(__file__).resolve().parents[1]
    return package if (package / "fixtures").is_dir() else package.parents[1]


def fixtures_folder() -> Path:
    """Our own fixtures."""
    return root() / "fixtures"


def certificates_of(fixtures: Path) -> Path:
    """Where the certificates of a folder of fixtures are: in it, as `certify -o` writes them, or beside it."""
    inside = fixtures / "certificates"
    return inside if inside.is_dir() else fixtures.parent / "proofs" / "certificates"


def statement_path(fixtures: Path, name: str) -> Path:
    """The file of the statement with this id, whether there is one or not."""
    return fixtures / "statements" / f"{name}.json"


def code_path(fixtures: Path, name: str) -> Path:
    """The file of the code with this name, whether there is one or not."""
    return fixtures / "codes" / f"{name}.json"


def state_path(fixtures: Path, name: str) -> Path:
    """The file of the state with this name, whether there is one or not."""
    return fixtures / "states" / f"{name}.json"


def statement_names(fixtures: Path) -> list[str]:
    """The ids of all statements of a folder, sorted."""
    return sorted(path.stem for path in (fixtures / "statements").glob("*.json"))


def state_paths(fixtures: Path) -> dict[str, Path]:
    """The files of all states of a folder by their names, sorted."""
    return {path.stem: path for path in sorted((fixtures / "states").glob("*.json"))}


def named_state(state: str) -> Path:
    """A state file by its path, or by its name in our fixtures.

    A text is a path if it ends in .json, or if there is such a file.  Raises Declined for a name that is not known,
    with the nearest ones, and InputError for what is no name.
    """
    if state.endswith(".json") or Path(state).is_file():
        return Path(state)
    known = state_paths(fixtures_folder())
    name = aliased(state, known, STATES)
    require_known("--state", name, "state family", known, STATES)
    return known[name]
