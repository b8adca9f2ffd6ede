"""What is released: one version everywhere, an archive of what git tracks, and an exit code when something is wrong.

Building, installing and running is `make dist`, a lane of CI.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import stillproof
from conftest import ROOT

sys.path.append(str(ROOT / "dev"))

import dist
import lanes
import touched

PLACES = ("verify/stillproof/__init__.py", "CHANGELOG.md", "CITATION.cff")


@pytest.fixture
def copied_places(tmp_path: Path) -> Path:
    for name in PLACES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_version_changelog_and_citation_agree() -> None:
    assert dist.agreement() == stillproof.__version__


@pytest.mark.parametrize("place", PLACES)
def test_a_version_that_differs_in_one_place_is_said(place: str, copied_places: Path) -> None:
    path, version = copied_places / place, stillproof.__version__
    path.write_text(re.sub(re.escape(version), "9.9.9", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    with pytest.raises(dist.Failed, match=rf"{re.escape(place)} has 9\.9\.9"):
        dist.agreement(copied_places)
    path.write_text("", encoding="utf-8")
    with pytest.raises(dist.Failed, match=rf"{re.escape(place)} has none"):
        dist.agreement(copied_places)


def test_the_newest_version_of_the_changelog_counts(copied_places: Path) -> None:
    path = copied_places / "CHANGELOG.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n## ", "\n## 9.9.9 (unreleased)\n\n- new\n\n## ", 1), encoding="utf-8")
    with pytest.raises(dist.Failed, match=r"CHANGELOG\.md has 9\.9\.9"):
        dist.agreement(copied_places)


def test_a_program_that_fails_is_a_failure_with_its_last_lines() -> None:
    with pytest.raises(dist.Failed, match=r"(?s)exit code 3 from: .*\nthe reason"):
        dist.run(sys.executable, "-c", "print('the reason'); raise SystemExit(3)")
    assert dist.run(sys.executable, "-c", "import os; print(os.environ['SAID'])", SAID="word") == "word\n"


def test_what_is_packed_is_what_git_tracks(tmp_path: Path) -> None:
    dist.tracked(tmp_path)
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()) == sorted(names)
    assert (tmp_path / "README.md").read_bytes() == (ROOT / "README.md").read_bytes()


def test_the_time_in_the_archives_is_set_or_that_of_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert dist.epoch() == "1700000000"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert int(dist.epoch()) > dist.NO_GIT


def test_three_lines_print_what_is_expected_of_a_wheel(tmp_path: Path) -> None:
    """With the package of this checkout; `make dist` does it with the wheel."""
    assert dist.run(sys.executable, "-c", dist.THREE_LINES, cwd=tmp_path) == dist.PRINTED
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(line in readme for line in dist.THREE_LINES.splitlines()[:2])


def test_ci_builds_and_installs_on_every_version() -> None:
    """The lane is never left out, and `make dist` tries all versions that the project supports."""
    for scope in (touched.Scope("nothing"), touched.Scope("all", everything=True)):
        assert [lane.command for lane in lanes.plan(scope) if lane.name == "dist"] == ["make dist"]
    makefile = (ROOT / "Makefile").read_text(encoding="ascii")
    assert re.search(r"^TRY \?= (.*)$", makefile, re.MULTILINE)[1].split(",") == list(dist.versions.VERSIONS)  # type: ignore[index]
