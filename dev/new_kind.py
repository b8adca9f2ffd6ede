"""Lay out a new claim kind: its files in every room, each to be filled in, and its lines in the registries.

    .venv/bin/python dev/new_kind.py NAME --room codes      (codes, headline, iteration, numbers or symmetry)

A kind is one name in one place per room.  What has to be written by hand is marked with MARK, and as long as a mark is
left tests/rooms/test_kinds.py fails.  CONTRIBUTING.md, "Add a claim kind", says in which order to write it.
"""

from __future__ import annotations

import argparse
import builtins
import json
import keyword
import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARK = "TO" + "DO"  # in two halves: this file has no mark
ROOMS = ("codes", "headline", "iteration", "numbers", "symmetry")
RULES = "proofs/stillproof_check/rules"
PLACES = (  # where the files of kinds lie, as patterns of paths
    f"{RULES}/*/*.py",
    "verify/stillproof/claims/*.py",
    "verify/stillproof/supplements/kinds/*.py",
    "docs/claims/*.md",
    "tests/kinds/*/*.py",
    "tests/bases/statements/*.json",
)
REGISTRIES = {  # the packages of the producer with one module per kind
    "verify/stillproof/claims": "MODULES: tuple[Kind, ...]",
    "verify/stillproof/supplements/kinds": "MODULES: tuple[Kind, ...]",
}
WIDTH = 116
LINE = 120

RULE = '''\
"""`{kind}`: {mark} in one sentence, what a claim says."""

from typing import Any

from ...entry.loader import Reader, no_witness, rational
from ...entry.verdict import require
from ...subject.established import Established
from ...subject.statement import Facts

CONVENTION = "{mark}: what the fields mean, as every claim of the kind carries it"
LEMMAS = ("{mark}",)


def fields(facts: Facts) -> dict[str, Reader]:
    """{mark}: the fields of a claim, each with its reader."""
    return {{"value": rational}}


witness = no_witness  # {mark}: or a function with the readers of the witness


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    facts.work.more(1)  # {mark}: the work of this check
    require(claim["value"] == 0, "{kind}.value", "0", claim["value"])  # {mark}
    return Established()
'''

PRODUCER = '''\
"""`{kind}`: {mark} how the answer and the witness are found."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = "{mark}: what the fields mean, as every claim of the kind carries it"
QUESTION: tuple[str, ...] = ()  # {mark}: the fields that ask


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """{mark}: the other fields, as JSON."""
    return {{"value": "0"}}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {{}}
'''

TOLD = '''\
"""`{kind}`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import flow, number

WORDS = {{
    "{kind}": "{mark}: what a claim says, in one sentence.",
}}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """{mark}: the claim in words and formulas."""
    return Told([PROSE.say("{kind}")], [flow(number(claim["value"]))])


values = no_values  # {mark}: or a function that yields them

self_tests = no_tests  # {mark}: or a function that yields them
'''

PAGE = """\
# {kind}

{mark}: what a claim says, with its formula.

**Convention**

```text
{mark}: what the fields mean, as every claim of the kind carries it
```

**Fields**

| key | value | meaning |
| --- | --- | --- |
| `value` | rational | {mark} |

**Witness**

None: {mark}.

**Checks**

| id | verdict | what fails |
| --- | --- | --- |
| `{kind}.value` | refuted | {mark} |

**Lemmas:** {mark}

**Rests on:** {mark}

**Establishes:** nothing further.

**Example**

```json
{mark}
```
"""

FORGERIES = '''\
"""Forgeries of `{kind}` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import statement
from forge import REFUSED

FORGERIES = [
    statement("{kind}.value/1", REFUSED, "{kind}", '"value":"{mark}"', '"value":"1"', "{mark}"),
]
'''

STATEMENT = """\
{{"claims":[
{code},
{{"convention":"{mark}","id":"{kind}","kind":"{kind}","place":"test","value":"{mark}"}}
],"code":{{"name":"{name}","sha256":"{digest}"}},"format":"stillproof-statement/1","name":"{kind}",\
"source":"a small protocol for the tests of the checker","state":{state}}}
"""


def stem(kind: str) -> str:
    """The name of the files of a kind, with one more `_` where it is a word of Python."""
    name = kind.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) or hasattr(builtins, name) else name


def taken(root: Path) -> set[str]:
    """The names of kinds that are in use, or were."""
    pages = {path.stem for path in (root / "docs" / "claims").glob("*.md")}
    retired = (root / "docs" / "claims" / "retired.md").read_text(encoding="utf-8").partition("\n\n<!--")[0]
    return pages | set(re.findall(r"^\| `([a-z-]+)` \|", retired, re.MULTILINE))


def base(root: Path, kind: str) -> str:
    """A statement about the smallest base, with its `code` claim, and a claim of the kind to be filled in."""
    lines = (root / "tests" / "bases" / "statements" / "one.json").read_text(encoding="ascii").splitlines()
    whole = json.loads("".join(lines))
    code, state = whole["code"], json.dumps(whole["state"], separators=(",", ":"))
    return STATEMENT.format(
        code=lines[1].rstrip(","), kind=kind, mark=MARK, name=code["name"], digest=code["sha256"], state=state
    )


def files(root: Path, kind: str, room: str) -> dict[str, str]:
    """The new files of a kind, by their paths below the root."""
    module, folder = stem(kind), kind.replace("-", "_")
    meaning = {
        "about": f"a claim of the kind {kind}",
        "run": "statement",
        "folder": "forged",
        "name": kind,
        "noise": True,
        "says": [kind],
        "never": ["threshold*", "yield*", "radicals*"],
    }
    return {
        f"{RULES}/{room}/{module}.py": RULE.format(kind=kind, mark=MARK),
        f"verify/stillproof/claims/{module}.py": PRODUCER.format(kind=kind, mark=MARK),
        f"verify/stillproof/supplements/kinds/{module}.py": TOLD.format(kind=kind, mark=MARK),
        f"docs/claims/{kind}.md": PAGE.format(kind=kind, mark=MARK),
        f"tests/kinds/{folder}/forgeries.py": FORGERIES.format(kind=kind, mark=MARK),
        f"tests/bases/statements/{kind}.json": base(root, kind),
        f"tests/meaning/supplement/{kind}.json": json.dumps(meaning, indent=1) + "\n",
    }


def wrapped(names: list[str]) -> str:
    """Names of modules on lines, as they stand in a tuple."""
    return textwrap.fill(", ".join(names) + ",", WIDTH, initial_indent="    ", subsequent_indent="    ")


def in_table(text: str, room: str, module: str) -> str:
    """`rules/table.py` with a module more in a room: in its imports, and in its tuple."""
    found = re.search(rf"^{room.upper()} = \(([\w,\s]+)\)$", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{RULES}/table.py: no tuple {room.upper()}")
    names = sorted([*re.findall(r"\w+", found[1]), module])
    text = text.replace(found[0], on_a_line(f"{room.upper()} = (", names, ")"))
    old = re.compile(rf"^from \.{room} import (\([\w,\s]+\)|[\w, ]+)$", re.MULTILINE)
    return old.sub(lambda _: on_a_line(f"from .{room} import ", names, ""), text)


def on_a_line(start: str, names: list[str], end: str) -> str:
    """Names on one line, or on a line each in parentheses, as `ruff format` wants them."""
    line = f"{start}{', '.join(names)}{end}"
    if len(line) <= LINE:
        return line
    return f"{start.rstrip('(')}(\n" + "".join(f"    {name},\n" for name in names) + ")"


def in_registry(text: str, declared: str, module: str) -> str:
    """The `__init__` of a package of the producer with a module more: in its imports, and in the tuple."""
    match = re.search(r"^from \. import \(\n(.*?)^\)", text, re.MULTILINE | re.DOTALL)
    if match is None:
        raise ValueError("expected the modules of the kinds in one import")
    names = sorted([*re.findall(r"\w+", match[1]), module])
    text = text.replace(match[1], "".join(f"    {name},\n" for name in names))
    return re.sub(
        rf"({re.escape(declared)} = \(\n).*?(\n\))",
        lambda found: found[1] + wrapped(names) + found[2],
        text,
        flags=re.DOTALL,
    )


def lay_out(root: Path, kind: str, room: str) -> list[str]:
    """Write the files of a kind and its lines; the paths that have to be filled in.  Raises ValueError for a name."""
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", kind):
        raise ValueError(f"{kind}: expected small letters, in words with a hyphen between two")
    if kind in taken(root):
        raise ValueError(f"{kind}: the name of a kind, or of a retired one, or of another page of docs/claims/")
    table = root / RULES / "table.py"
    changed = {table: in_table(table.read_text(encoding="utf-8"), room, stem(kind))}
    for folder, declared in REGISTRIES.items():
        path = root / folder / "__init__.py"
        changed[path] = in_registry(path.read_text(encoding="utf-8"), declared, stem(kind))
    new = files(root, kind, room)
    for name, text in new.items():
        changed[root / name] = text
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [name for name, text in new.items() if MARK in text]


def main() -> int:
    """Lay out the kind that is asked for, and say what to write."""
    parser = argparse.ArgumentParser(description="lay out a new claim kind")
    parser.add_argument("name", help="the name of the kind, such as graph-form")
    parser.add_argument("--room", choices=ROOMS, required=True, help="the room of its rule")
    asked = parser.parse_args()
    try:
        todo = lay_out(ROOT, asked.name, asked.room)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"to be written, where it says {MARK}:", *todo, sep="\n  ")
    print(
        f"then `make base NAME={asked.name}` writes the certificate of tests/bases/statements/{asked.name}.json, and",
        "tests/rooms/test_kinds.py wants a reason for every room that has nothing of the kind",
        sep="\n",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
