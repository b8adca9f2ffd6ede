"""Where files are looked for: in a checkout, in an installed package, and in a folder that `certify -o` wrote."""

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT
from stillproof.errors import Declined, InputError
from stillproof.files import places
from stillproof.statements.kernel_list import own_list

OURS = ROOT / "fixtures"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """`places` of a copy of the package, which stands in a folder `copied`."""
    home = Path(places.__file__).parents[1]
    (tmp_path / "copied" / "files").mkdir(parents=True)
    for module in ("__init__.py", "errors.py", "files/__init__.py", "files/named.py", "files/places.py"):
        shutil.copy(home / module, tmp_path / "copied" / module)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("copied.files.places")
    for name in [name for name in sys.modules if name.split(".")[0] == "copied"]:
        del sys.modules[name]


def test_a_checkout_has_its_fixtures_at_the_root_and_an_installed_package_inside(
    copied: ModuleType, tmp_path: Path
) -> None:
    assert places.root() == ROOT
    assert copied.root() == tmp_path.parent
    (tmp_path / "copied" / "fixtures").mkdir()
    assert copied.root() == tmp_path / "copied"
    assert copied.fixtures_folder() == tmp_path / "copied" / "fixtures"
    assert copied.certificates_of(copied.fixtures_folder()) == tmp_path / "copied" / "proofs" / "certificates"


def test_certificates_inside_a_folder_come_before_those_beside_it(tmp_path: Path) -> None:
    assert places.certificates_of(OURS) == ROOT / "proofs" / "certificates"
    (tmp_path / "certificates").write_text("no folder\n")
    assert places.certificates_of(tmp_path) == tmp_path.parent / "proofs" / "certificates"
    (tmp_path / "certificates").unlink()
    (tmp_path / "certificates").mkdir()
    assert places.certificates_of(tmp_path) == tmp_path / "certificates"


def test_names_are_those_of_json_files_sorted(tmp_path: Path) -> None:
    assert places.statement_names(tmp_path) == []
    assert places.state_paths(tmp_path) == {}
    for folder in ("statements", "states"):
        (tmp_path / folder).mkdir()
        for name in ("b.json", "a.json", "a-b.json", "c.jsonl", "README"):
            (tmp_path / folder / name).touch()
    assert places.statement_names(tmp_path) == ["a", "a-b", "b"]
    assert sorted(places.state_paths(tmp_path)) == ["a", "a-b", "b"]
    assert all(path == places.statement_path(OURS, path.stem) for path in (OURS / "statements").glob("*.json"))


def test_a_state_is_a_path_or_a_name_of_ours() -> None:
    assert places.named_state("strange") == OURS / "states" / "strange.json"
    assert places.named_state("nowhere/mine.json") == Path("nowhere/mine.json")
    for name in ("stranger", "strange.jsonl"):
        with pytest.raises(Declined, match=f"--state: no state family is called {name}; the nearest name: strange"):
            places.named_state(name)
    for name in ("", "../states/strange", "|S>"):
        with pytest.raises(InputError, match=r"--state: expected the name of a state family"):
            places.named_state(name)


def test_only_our_own_certificates_have_a_list_of_what_the_kernel_checked(tmp_path: Path) -> None:
    listed = ROOT / "proofs" / "theory" / "instances" / "claims.json"
    assert own_list(ROOT / "proofs" / "certificates") == listed
    assert listed.is_file()
    theirs = tmp_path / "proofs" / "theory" / "instances" / "claims.json"
    theirs.parent.mkdir(parents=True)
    shutil.copy(listed, theirs)
    (tmp_path / "proofs" / "certificates").mkdir()
    assert own_list(tmp_path / "proofs" / "certificates") is None
