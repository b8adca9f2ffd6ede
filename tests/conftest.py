"""What the tests share: the places, and running the checker as a referee does."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--kinds`: of which claim kinds forgeries are run, separated by commas; `all` by default, none if empty."""
    parser.addoption("--kinds", default="all", help="forgeries of these claim kinds only, for `make quick`")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With several processes the tests of a file stay in one, as what they share is made there once.

    Tests marked `spread` share nothing: they come last, and fill the cores that are free.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") is None and item.get_closest_marker("spread") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    kinds = config.getoption("--kinds")
    if kinds != "all":
        wanted = set(kinds.split(","))
        left = [item for item in items if forged_kind(item) not in {"", *wanted}]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


def forged_kind(item: pytest.Item) -> str:
    """The claim kind whose forgery a test lays out, `core` for a check of no kind, nothing for another test."""
    from stillproof_check.rules.table import RULES

    callspec = getattr(item, "callspec", None)
    check = getattr(callspec.params.get("case"), "check", "") if callspec else ""
    first = str(check).partition(".")[0]
    return first if first in RULES or not first else "core"


class Verdict:
    """What one run of the checker said."""

    def __init__(self, code: int, out: str, err: str):
        self.code, self.err = code, err
        self.rows: list[dict[str, Any]] = json.loads(out)["rows"] if out else []

    @property
    def first_failure(self) -> str:
        """The id of the first check that failed."""
        failed = [row["message"] for row in self.rows if row["code"] != 0]
        return failed[0].partition(":")[0] if failed else ""

    def claim(self, identifier: str) -> dict[str, Any]:
        """The row of one claim."""
        return next(row for row in self.rows if row["claim"] == identifier)


def run_isolated_checker(fixtures: Path, certificates: Path, *names: str) -> Verdict:
    """`python3 -I -S proofs`, in a process without site-packages."""
    command = [sys.executable, "-I", "-S", str(ROOT / "proofs"), str(fixtures), str(certificates), *names, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return Verdict(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def checker() -> Callable[..., Verdict]:
    """The isolated checker."""
    return run_isolated_checker


def copied(folder: Path, name: str) -> Path:
    """A copy of the codes, the states, and one statement with its certificate."""
    for part in ("codes", "states"):
        shutil.copytree(ROOT / "fixtures" / part, folder / "fixtures" / part)
    for source, target in (("fixtures/statements", f"fixtures/statements/{name}.json"),
                           ("proofs/certificates", f"certificates/{name}.jsonl")):  # fmt: skip
        (folder / target).parent.mkdir(parents=True)
        shutil.copy(ROOT / source / Path(target).name, folder / target)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the codes, the states, and the flagship's statement and certificate, to be spoiled."""
    return copied(tmp_path, "golay11-strange")


def stillproof(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command line, in a process of its own."""
    command = [sys.executable, "-m", "stillproof", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=cwd)


@pytest.fixture(scope="session")
def flagship_supplement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The supplement of the flagship, written once."""
    from stillproof.supplements.command import supplement

    found = tmp_path_factory.mktemp("supplement") / "anc"
    supplement(ROOT / "fixtures", ROOT / "proofs" / "certificates", ["golay11-strange"], found)
    return found


def needed(program: str) -> str:
    """The path of a program that a test needs; without it the test is skipped, but in CI it fails."""
    return shutil.which(program) or lacking(program)


def lacking(what: str) -> NoReturn:
    """Skip a test for want of something; in CI fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed, and this is CI")
    pytest.skip(f"{what} is not installed")
