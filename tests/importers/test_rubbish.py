"""Spoiled files end with a sentence of ours, and what is still read is a code that our own reader takes."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from stillproof.codes.code import StabilizerCode, read_code
from stillproof.codes.importers.read import read
from stillproof.errors import StillproofError
from test_formats import CODES
from writers import FORMATS

PIECES = (
    b"-", b"9", b"[", b"]", b"{", b'"', b"\n", b" ", b"X", b"w", b"^", b"999999999999", b"1e400", b"nan", b"\x00", b",",
    b"|", b"%", b"0", b"*", b"Z(3)", b"\xff", b"#", b"(", b")",
)  # fmt: skip


def spoiled(chance: random.Random, data: bytes) -> bytes:
    """The bytes cut off, or with a few changes: another byte, one less, a piece more, a part twice or not at all."""
    if chance.randrange(5) == 0:
        return data[: chance.randrange(len(data) + 1)]
    found = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        if not found:
            break
        at, kind = chance.randrange(len(found)), chance.randrange(4)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at]
        elif kind == 2:
            found[at:at] = chance.choice(PIECES)
        else:
            start, end = sorted((chance.randrange(len(found) + 1), chance.randrange(len(found) + 1)))
            found[start:end] = found[start:end] * chance.choice((0, 2))
    return bytes(found)


def outcome(path: Path, answers: dict[str, Any]) -> StabilizerCode | StillproofError:
    """The code of a file, or the error that is ours."""
    try:
        return read(path, answers).code
    except StillproofError as error:
        return error


@pytest.mark.parametrize("name", FORMATS)
def test_a_spoiled_file_ends_with_a_sentence(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    written = [file for code in CODES.values() if (file := FORMATS[name](code)) is not None]
    for _ in range(120):
        file, data, answers = chance.choice(written)
        given = {key: value for key, value in answers.items() if chance.random() < 0.8}
        path = tmp_path / file
        path.write_bytes(spoiled(chance, data))
        found = outcome(path, given)
        if isinstance(found, StillproofError):
            assert found.code in (11, 12, 13)
            assert "\n" not in str(found)
        else:
            (tmp_path / "own.json").write_text(json.dumps(found.json()), encoding="ascii")
            assert read_code(tmp_path / "own.json").stabilizers == found.stabilizers
