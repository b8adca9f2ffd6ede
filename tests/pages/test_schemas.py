"""The JSON Schemas of the formats: what is generated now, true of every file of ours, and false of spoiled ones."""

import copy
import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import ROOT

FOLDERS = {"code": "codes", "state": "states", "statement": "statements"}
SCHEMAS = {name: json.loads((ROOT / "docs" / "formats" / f"{name}.schema.json").read_text()) for name in FOLDERS}
FILES = [
    (name, path)
    for name, folder in FOLDERS.items()
    for root in (ROOT / "fixtures", ROOT / "tests" / "bases")
    for path in sorted((root / folder).glob("*.json"))
]


def wrong(name: str, value: Any) -> bool:
    """Whether a schema refuses a value."""
    return not jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(value)


def test_the_schemas_are_those_of_the_types() -> None:
    written = runpy.run_path(str(ROOT / "docs" / "schemas.py"))["written"]()
    assert {path.name: path.read_text() for path in (ROOT / "docs" / "formats").glob("*.json")} == {
        path.name: text for path, text in written.items()
    }
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "path"), FILES, ids=[f"{path.parent.name}-{path.stem}" for _, path in FILES])
def test_a_file_of_ours_has_the_shape(name: str, path: Path) -> None:
    assert not wrong(name, json.loads(path.read_text()))


def without(*keys: str) -> Callable[[Any], None]:
    """Leave a key out."""

    def edit(value: Any) -> None:
        for key in keys[:-1]:
            value = value[int(key)] if isinstance(value, list) else value[key]
        del value[keys[-1]]

    return edit


@pytest.mark.parametrize(
    ("name", "file", "edit"),
    [
        ("code", "golay11", without("stabilizers")),
        ("code", "golay11", lambda value: value.update(distance=5)),
        ("code", "golay11", lambda value: value.update(n="11")),
        ("code", "golay11", lambda value: value.update(format="stillproof-state/1")),
        ("state", "strange", without("ensemble", "0", "weight")),
        ("state", "strange", lambda value: value["ensemble"][0].update(weight=[1, -1])),
        ("state", "strange", lambda value: value["cliffords"][0].update(matrix=[])),
        ("statement", "golay11-strange", without("claims", "0", "place")),
        ("statement", "golay11-strange", without("claims", "0", "distance")),
        ("statement", "golay11-strange", lambda value: value["claims"][0].update(kind="no-such-kind")),
        ("statement", "golay11-strange", lambda value: value["claims"][0].update(convention="nicer words")),
        ("statement", "golay11-strange", lambda value: value["code"].update(sha256=0)),
    ],
)
def test_another_shape_is_refused(name: str, file: str, edit: Callable[[Any], None]) -> None:
    value = json.loads((ROOT / "fixtures" / FOLDERS[name] / f"{file}.json").read_text())
    spoiled = copy.deepcopy(value)
    edit(spoiled)
    assert spoiled != value
    assert wrong(name, spoiled)
