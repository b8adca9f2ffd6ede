"""The supplement: its evidence is checked on a copy, with nothing but Python, and nothing is left of a failure."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, stillproof
from stillproof.errors import Declined, InputError, NotCertified
from stillproof.files import text as files
from stillproof.supplements import templates
from stillproof.supplements.command import supplement

NAME = "golay11-strange"
CERTIFICATES = ROOT / "proofs" / "certificates"


@pytest.fixture
def referee(flagship_supplement: Path, tmp_path: Path) -> Path:
    """A copy of it in an empty directory."""
    return Path(shutil.copytree(flagship_supplement, tmp_path / "copy"))


def checked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python3 -I -S check.py`, with no environment."""
    command = [sys.executable, "-I", "-S", "check.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env={}, timeout=120)


def resealed(folder: Path) -> None:
    """Write the manifest again, as a forger would."""
    rows = []
    for path in sorted(folder.iterdir()):
        if path.name != "MANIFEST.sha256":
            rows.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (folder / "MANIFEST.sha256").write_text("".join(rows))


def test_a_copy_says_the_same_as_the_checker_here(referee: Path) -> None:
    here = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "proofs", ROOT / "fixtures", CERTIFICATES, NAME],
        capture_output=True,
        text=True,
        check=False,
    )
    there = checked(referee)
    assert there.returncode == here.returncode == 0
    assert there.stdout == here.stdout
    assert there.stderr == ""


def test_a_statement_that_is_not_there_is_not_counted_as_read(referee: Path) -> None:
    done = checked(referee, "none")
    assert done.returncode == 12
    last = done.stdout.splitlines()[-1]
    assert last.endswith(": 0 of 0 claims checked, statements read: 0, refused as a whole: 1")


def test_the_readme_names_the_command_and_the_last_line(referee: Path) -> None:
    text = (referee / "README.txt").read_text()
    assert "python3 -I -S check.py" in text
    assert f"    {checked(referee).stdout.splitlines()[-1]}\n" in text


def test_the_folder_is_flat_and_small_and_its_checker_is_ours(referee: Path) -> None:
    assert all(path.is_file() for path in referee.iterdir())
    assert sum(path.stat().st_size for path in referee.iterdir()) < 10_000_000
    assert all(re.fullmatch("[A-Za-z0-9_+.,=-]+", path.name) for path in referee.iterdir())
    assert (referee / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    own = ROOT / "proofs" / "stillproof_check"
    sources = {".".join(path.relative_to(own.parent).parts): path for path in own.rglob("*.py")}
    assert sources.keys() == {path.name for path in referee.glob("stillproof_check.*")}
    for name, path in sources.items():
        assert (referee / name).read_bytes() == path.read_bytes()


def test_sha256sum_reads_the_manifest(referee: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "--quiet", "MANIFEST.sha256"], cwd=referee, check=False)
    assert done.returncode == 0
    listed = {line.partition("  ")[2] for line in (referee / "MANIFEST.sha256").read_text().splitlines()}
    assert listed == {path.name for path in referee.iterdir()} - {"MANIFEST.sha256"}


def test_a_damaged_certificate_is_refused_with_and_without_a_new_manifest(referee: Path) -> None:
    path = referee / f"certificates.{NAME}.jsonl"
    path.write_text(path.read_text().replace('"-486"', '"-487"'))
    done = checked(referee)
    assert done.returncode == 12
    assert f"certificates.{NAME}.jsonl: differs from MANIFEST.sha256" in done.stderr
    resealed(referee)
    done = checked(referee)
    assert done.returncode == 10
    assert "threshold.witness.cofactor" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("NOT CERTIFIED (10)")


def test_a_changed_statement_is_refused_with_a_new_manifest(referee: Path) -> None:
    path = referee / f"fixtures.statements.{NAME}.json"
    path.write_text(path.read_text().replace('"55/18"', '"55/17"'))
    resealed(referee)
    assert checked(referee).returncode == 10


@pytest.mark.parametrize("name", [f"certificates.{NAME}.jsonl", "MANIFEST.sha256", "README.txt"])
def test_a_missing_file_is_named(referee: Path, name: str) -> None:
    (referee / name).unlink()
    done = checked(referee)
    assert done.returncode == 11
    assert f"{name}: no such file" in done.stderr


def test_a_statement_outside_the_manifest_is_not_passed_over(referee: Path) -> None:
    shutil.copy(ROOT / "fixtures" / "statements" / "steane7-h.json", referee / "fixtures.statements.steane7-h.json")
    done = checked(referee)
    assert done.returncode == 12
    assert "fixtures.statements.steane7-h.json: not in MANIFEST.sha256" in done.stderr


def test_a_manifest_reaches_no_file_elsewhere(referee: Path) -> None:
    with (referee / "MANIFEST.sha256").open("a") as stream:
        stream.write(f"{'0' * 64}  ../README.txt\n")
    assert checked(referee).returncode == 11


def test_own_files_from_certify(tmp_path: Path) -> None:
    code = ROOT / "fixtures" / "codes" / "steane7.json"
    assert stillproof("certify", code, "--state", "h", "-o", tmp_path / "own").returncode == 0
    done = stillproof("supplement", "--all", "--fixtures", tmp_path / "own", "-o", tmp_path / "anc", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["protocols"] == ["steane7-h"]
    assert said["manifest"] == hashlib.sha256((tmp_path / "anc" / "MANIFEST.sha256").read_bytes()).hexdigest()
    assert checked(tmp_path / "anc").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no-such-thing"], 11, "no protocol is called no-such-thing"),
        ([], 12, "neither"),
        (["--all", NAME], 12, "both"),
    ],
)
def test_bad_requests(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    done = stillproof("supplement", *arguments, "-o", tmp_path / "anc")
    assert done.returncode == code
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_with_files_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    done = stillproof("supplement", NAME, "-o", tmp_path)
    assert done.returncode == 12
    assert "a folder that is new or empty, found files in it" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    with pytest.raises(InputError, match="no folder"):
        supplement(ROOT / "fixtures", CERTIFICATES, [NAME], tmp_path / "mine")


def test_an_uncertified_claim_makes_no_supplement(copy: Path) -> None:
    path = copy / "certificates" / f"{NAME}.jsonl"
    path.write_text(path.read_text().replace('"-486"', '"-487"'))
    output = copy / "out" / "anc"
    with pytest.raises(NotCertified, match=r"certificates/golay11-strange.jsonl:\d+: threshold: ") as caught:
        supplement(copy / "fixtures", copy / "certificates", [NAME], output)
    assert caught.value.code == 10
    assert not list(output.parent.iterdir())
    path.unlink()
    with pytest.raises(Declined, match="no certificate for the statement"):
        supplement(copy / "fixtures", copy / "certificates", [NAME], output)


@pytest.mark.parametrize("module", ["docutils.utils.math.latex2mathml", "jinja2", "matplotlib"])
def test_a_missing_extra_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Declined, match=f"{module} is missing, which is in the extra `paper`") as caught:
        supplement(ROOT / "fixtures", CERTIFICATES, [NAME], tmp_path / "anc")
    assert caught.value.code == 11
    assert templates.INSTALL in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_of_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        supplement(ROOT / "fixtures", CERTIFICATES, [NAME], tmp_path / "anc")
    assert not list(tmp_path.iterdir())
