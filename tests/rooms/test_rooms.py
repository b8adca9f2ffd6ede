"""The rules of the rooms: who imports whom and how often, what the checker may use, and which words both share."""

import ast
import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from stillproof.claims import KINDS
from stillproof.cli import main
from stillproof_check.lemmas import LEMMAS
from stillproof_check.rules import RULES

pytestmark = pytest.mark.quick

CHECKER = sorted((ROOT / "proofs" / "stillproof_check").rglob("*.py"))
PRODUCER = sorted((ROOT / "verify").rglob("*.py"))
DRAWN = runpy.run_path(str(ROOT / "dev" / "rooms.py"))
ALLOWED = {
    "collections",
    "contextlib",
    "dataclasses",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "itertools",
    "json",
    "math",
    "os",
    "re",
    "stat",
    "sys",
    "typing",
}
ALIASES = {
    "Action",
    "Box",
    "Element",
    "Enclosure",
    "Form",
    "Interval",
    "Key",
    "Kind",
    "Masks",
    "Matrix",
    "Operator",
    "Point",
    "Poly",
    "Reader",
    "Row",
    "Value",
    "Vector",
    "Word",
}


def imports(path: Path) -> set[str]:
    """The top-level modules that a file imports from outside its package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("path", CHECKER, ids=[x.name for x in CHECKER])
def test_the_checker_keeps_to_its_rules(path: Path) -> None:
    assert imports(path) <= ALLOWED
    for node in ast.walk(ast.parse(path.read_text())):
        assert not isinstance(node, ast.Assert | ast.Global | ast.Nonlocal), f"line {node.lineno}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"float", "eval", "exec", "open", "__import__"}, f"line {node.lineno}"


def test_the_checker_is_small() -> None:
    code_lines = runpy.run_path(str(ROOT / "docs" / "generate.py"))["code_lines"]
    assert code_lines(ROOT / "proofs" / "stillproof_check") < 3450


def test_module_state_is_constant() -> None:
    for path in CHECKER:
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    name = ast.unparse(target)
                    assert name.isupper() or "," in name or name in ALIASES, f"{path.name}: {name}"


def test_the_rooms_meet_only_in_files() -> None:
    for path in PRODUCER:
        assert "stillproof_check" not in imports(path), path
    for path in CHECKER:
        assert "stillproof" not in imports(path), path


def test_the_producer_is_not_more_tangled_than_it_was() -> None:
    committed = json.loads((ROOT / "dev" / "rooms.json").read_text())
    found = DRAWN["figures"](DRAWN["rooms_of"](DRAWN["PACKAGE"]))
    assert found.keys() == committed.keys()
    more = {what: count for what, count in found.items() if count > committed[what]}
    assert not more, f"more than {committed}: see `python3 dev/rooms.py`"


@pytest.mark.parametrize(
    ("line", "arrows", "circles"),
    [
        ("", 2, 0),
        ("import c.room", 2, 0),  # another package
        ("from .room import inner", 2, 0),  # the room itself
        ("from .. import __version__", 2, 0),  # no room
        ("from ..floor import x", 2, 0),  # an arrow that is there
        ("from ..roof import x", 3, 1),
        ("from .. import roof", 3, 1),
        ("import house.roof.tiles", 3, 1),
        ("from house import roof", 3, 1),
        ("def f():\n    from ..roof import x", 3, 1),
        ("if TYPE_CHECKING:\n    from ..roof.tiles import x", 3, 1),
    ],
)
def test_an_import_is_an_arrow_wherever_it_stands(tmp_path: Path, line: str, arrows: int, circles: int) -> None:
    """A roof on a room on a floor, and what a line in the room changes."""
    files = {"roof": "from .room import inner", "floor": "", "room/__init__": "", "room/inner": "from ..floor import x"}
    for name, text in {"__init__": "", **files, "room/own": line}.items():
        path = tmp_path / "house" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n")
    rooms = DRAWN["rooms_of"](tmp_path / "house")
    assert DRAWN["figures"](rooms) == {"arrows": arrows, "circles": circles, "rooms": 3}
    assert DRAWN["circles_of"](rooms) == [{"roof", "room"}][:circles]


def test_no_room_has_the_name_of_a_command() -> None:
    """A command is a function too, and `stillproof.gate` can be only one of a function and a room."""
    assert not main.commands.keys() & DRAWN["rooms_of"](DRAWN["PACKAGE"]).keys()


def test_both_rooms_use_the_same_words() -> None:
    assert list(KINDS) == list(RULES) == sorted(RULES)
    for kind, rule in RULES.items():
        assert KINDS[kind].CONVENTION == rule.CONVENTION
        assert rule.LEMMAS
        assert set(rule.LEMMAS) <= LEMMAS.keys()
    assert {lemma for rule in RULES.values() for lemma in rule.LEMMAS} == LEMMAS.keys()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["certify", "--help"],
        ["basin", "--help"],
        ["plan", "--help"],
        ["expect", "--help"],
        ["gate", "--help"],
        ["supplement", "--help"],
        ["vectors", "--help"],
        ["plot", "--help"],
    ],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom stillproof.cli import main\n"
        f"sys.argv = ['stillproof', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'flint', 'jinja2', 'matplotlib', 'msgspec', 'numpy', 'sympy'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
