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
from stillproof_check.rules.table import RULES

pytestmark = pytest.mark.quick

HOME = ROOT / "proofs" / "stillproof_check"
CHECKER = sorted(HOME.rglob("*.py"))
PRODUCER = sorted((ROOT / "verify").rglob("*.py"))
DRAWN = runpy.run_path(str(ROOT / "dev" / "rooms.py"))
GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))
# Lines of code, never more: in all, and for the rules in `rules/headline/`.
MOST = {"all": 3320, "headline": 1140, "headline, and from files to verdicts": 1763}
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
    "Enclosure",
    "Exponents",
    "Interval",
    "Key",
    "Kind",
    "Masks",
    "Matrix",
    "Operator",
    "Point",
    "Coefficients",
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


@pytest.mark.parametrize("path", CHECKER, ids=[str(x.relative_to(HOME)) for x in CHECKER])
def test_the_checker_keeps_to_its_rules(path: Path) -> None:
    assert imports(path) <= ALLOWED
    for node in ast.walk(ast.parse(path.read_text())):
        assert not isinstance(node, ast.Assert | ast.Global | ast.Nonlocal), f"line {node.lineno}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"float", "eval", "exec", "open", "__import__"}, f"line {node.lineno}"


def test_the_ruler_counts_code_only(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(
        '"""One.\n\nTwo.\n"""\n\n# three\nX = """a\nb"""  # four\n\n\nclass Y:\n    """Five.\n\n    Six."""\n\n'
        '    def z(self):\n        """Seven."""\n        return 8\n'
    )
    assert GENERATE["lines_of_code"](path) == 5  # X takes two; a class, a function, what it returns


def test_the_checker_is_small() -> None:
    assert GENERATE["code_lines"](HOME) <= MOST["all"]


def test_the_rooms_of_the_checker_stand_on_one_another() -> None:
    for folder in (HOME, HOME / "rules"):
        assert DRAWN["circles_of"](DRAWN["rooms_of"](folder)) == []


def read_with(start: set[Path]) -> set[Path]:
    """These files of the checker, and all of its files that they import, or that those import, and so on."""
    todo = sorted(start)
    for path in todo:  # grows
        place = path.relative_to(HOME.parent).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = HOME.parent.joinpath(*place[: -node.level], *(node.module or "").split("."))
                files = [base.with_suffix(".py"), *(base / f"{alias.name}.py" for alias in node.names)]
                todo += [file for file in files if file.is_file() and file not in todo]
    return set(todo)


def test_who_believes_the_headline_reads_little() -> None:
    """What later kinds of claims need goes into files beside what these rules read."""
    headline = set((HOME / "rules" / "headline").glob("*.py"))
    read = read_with(headline)
    assert {path.relative_to(HOME).parts[0] for path in read} == {"entry", "numbers", "operators", "rules", "subject"}
    assert {path for path in read if "rules" in path.parts} == headline
    lines = {path: GENERATE["lines_of_code"](path) for path in read | read_with({HOME / "run.py"})}
    apart = [path for path in read if path.parent.name == "entry" or path.stem == "statement"]
    found = sum(lines[path] for path in read), sum(lines[path] for path in read if path not in apart)
    assert found[1] <= MOST["headline"]
    assert found[0] + lines[HOME / "run.py"] + lines[HOME / "lemmas.py"] <= MOST["headline, and from files to verdicts"]


def test_the_headline_loads_what_it_is_said_to_read() -> None:
    rules = sorted(path.stem for path in (HOME / "rules" / "headline").glob("*.py") if path.stem != "__init__")
    program = (
        f"import sys\nfrom stillproof_check.rules.headline import {', '.join(rules)}\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('stillproof_check')), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {Path(line) for line in done.stdout.splitlines()}
    assert {path for path in loaded if path.stem != "__init__"} == {
        path for path in read_with(set((HOME / "rules" / "headline").glob("*.py"))) if path.stem != "__init__"
    }


def test_module_state_is_constant() -> None:
    for path in CHECKER:
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    name = ast.unparse(target)
                    assert name.isupper() or "," in name or name in ALIASES or name == "witness", f"{path.name}: {name}"


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
        ["convert", "--help"],
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
