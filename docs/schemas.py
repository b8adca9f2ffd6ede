"""Write the JSON Schemas of the formats, docs/formats/NAME.schema.json, from the types that files are read into.

    .venv/bin/python docs/schemas.py

A schema has the shape of a file: keys, which of them must be there, and types.  What is true beyond the shape (one
spelling, bounds, sizes that fit together) is on the page of the format.  A test compares the committed files.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from stillproof.codes.code import CodeFile
from stillproof.protocols.state import StateFile
from stillproof.statements.stated import StatementFile
from stillproof_check.entry.loader import read_free
from stillproof_check.entry.work import Work
from stillproof_check.rules.table import RULES
from stillproof_check.subject.state import State
from stillproof_check.subject.statement import Code, Facts

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ROOT / "docs" / "formats"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def claim(kind: str, facts: Facts) -> dict[str, Any]:
    """The shape of a claim of one kind: its convention word for word, and its fields."""
    rule = RULES[kind]
    fields: dict[str, Any] = {key: {} for key in rule.fields(facts)}
    fields |= {"convention": {"const": rule.CONVENTION}, "id": {"type": "string"}, "kind": {"const": kind}}
    fields["place"] = {"minLength": 1, "type": "string"}
    return {
        "additionalProperties": False,
        "properties": fields,
        "required": sorted(fields),
        "title": kind,
        "type": "object",
    }


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by the names of their formats."""
    found = {}
    for name, kind in (("code", CodeFile), ("state", StateFile), ("statement", StatementFile)):
        found[name] = {"$schema": DIALECT, **msgspec.json.schema(kind)}
    work = Work()
    files = (str(ROOT / "fixtures" / folder) for folder in ("codes/golay11.json", "states/strange.json"))
    code, state = (read_free(path)[0] for path in files)
    facts = Facts(Code(code), State(state, work), work)
    shapes = found["statement"]["$defs"]["StatementFile"]["properties"]
    shapes["claims"]["items"] = {"oneOf": [claim(kind, facts) for kind in sorted(RULES)]}
    return found


def written() -> dict[Path, str]:
    """The files with their texts."""
    return {
        FORMATS / f"{name}.schema.json": json.dumps(schema, indent=1, sort_keys=True) + "\n"
        for name, schema in schemas().items()
    }


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="ascii")
