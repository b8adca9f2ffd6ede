"""Spoil the files of an honest statement, so that two readers can be compared on what comes out.

One or two edits of one file: a leaf, a key, the order of a list, the claims in both files at once, or bytes.  What
names the edited file by its hash follows, as a forger would see to; a spoiled file may still be true.
"""

import copy
import json
import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import forge

Place = tuple[Any, ...]
WORDS = ["x y", "", "a" * 65, "-a", "delta", "eps", "success", "any", "map", "S", "H", "code", "one", "state"]


def nodes(value: Any, path: Place = ()) -> Iterator[Place]:
    """The paths of everything inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from nodes(item, (*path, key))


def at(value: Any, path: Place) -> Any:
    """The value at a path."""
    for key in path:
        value = value[key]
    return value


def other(value: Any, chance: random.Random) -> Any:
    """Another value, mostly one of the same sort."""
    if isinstance(value, bool) or value is None or chance.random() < 0.04:
        return chance.choice([0, 1, "0", "1", "x", [], {}, True, None, 1.5, -1, 1 << 20, (1 << 20) + 1])
    if isinstance(value, int):
        return chance.choice([0, 1, 2, 3, 24, 25, 64, value + 1, abs(value - 1), 2 * value])
    if isinstance(value, str):
        try:
            number = Fraction(value)
        except (ValueError, ZeroDivisionError):
            return chance.choice([*WORDS, value + "x", value[:-1], value.upper(), value[::-1]])
        spelled = [value + "/1", "+" + value, value + ".0", "0" + value, " " + value, "-" + value, "1" + "0" * 399]
        values = [number + 1, number - 1, -number, 2 * number, number / 2, 3 * number, number + Fraction(1, 1000), 0, 1]
        return chance.choice([*map(str, values), chance.choice(spelled)])
    if isinstance(value, list):
        return chance.choice([[], value[:-1], [*value, *value[-1:]], value[::-1], [*value, 0], value[1:]])
    return chance.choice([{}, [value], {**value, "x": 0}, dict(list(value.items())[1:])])


def edit(value: Any, chance: random.Random) -> str:
    """Change one thing inside a value, and say what."""
    path = chance.choice(list(nodes(value)))
    holder, key = at(value, path[:-1]), path[-1]
    action = chance.choice(["other", "other", "other", "scale", "double", "swap", "drop", "rename"])
    if action == "scale" and isinstance(holder[key], dict | list):
        factor = chance.choice([-1, 2, 3, 5])
        for inner in nodes(holder[key]):
            found = at(holder[key], inner)
            if isinstance(found, str) and found.lstrip("-").isdigit():
                at(holder[key], inner[:-1])[inner[-1]] = str(factor * int(found))
    elif action == "double" and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif action == "swap" and isinstance(holder, list):
        i = chance.randrange(len(holder))
        holder[i], holder[key] = holder[key], holder[i]
    elif action == "drop":
        del holder[key]
    elif action == "rename" and isinstance(holder, dict):
        holder[chance.choice(WORDS)] = holder.pop(key)
    else:
        holder[key] = other(holder[key], chance)
    return f"{action} {'/'.join(map(str, path))}"


def statement_bytes(value: dict[str, Any]) -> bytes:
    """A statement in its one spelling, if it still has claims."""
    if not isinstance(value.get("claims"), list):
        return dumps(value)
    rest = dumps({key: item for key, item in value.items() if key != "claims"})
    return b'{"claims":[\n' + b",\n".join(dumps(x)[:-1] for x in value["claims"]) + b"\n]," + rest[1:]


def dumps(value: Any) -> bytes:
    """The one spelling, with a line feed."""
    return (json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n").encode()


def arranged(files: forge.Files, paths: dict[str, str], chance: random.Random) -> str:
    """The same claims, moved, doubled or left out, in the statement and in the certificate."""
    statement = json.loads(files[paths["statement"]])
    header, *body, _ = map(json.loads, files[paths["certificate"]].splitlines())
    pairs = list(zip(statement["claims"], body, strict=True))
    action = chance.choice(["move", "move", "reverse", "drop", "double"])
    i, j = chance.randrange(len(pairs)), chance.randrange(len(pairs))
    if action == "move":
        pairs.insert(j, pairs.pop(i))
    elif action == "reverse":
        pairs.reverse()
    elif action == "drop":
        del pairs[i]
    else:
        claim, line = copy.deepcopy(pairs[i])
        claim["id"] = line["claim"] = chance.choice(["again", claim["id"]])
        edit(chance.choice([claim, line]), chance)
        pairs.insert(j, (claim, line))
    statement["claims"] = [claim for claim, _ in pairs]
    files[paths["statement"]] = statement_bytes(statement)
    lines = [header, *(line for _, line in pairs), {"end": len(pairs)}]
    files[paths["certificate"]] = b"".join(map(dumps, lines))
    return f"{action} claims {i} {j}"


def bytewise(data: bytes, chance: random.Random) -> bytes:
    """Some bytes inserted, left out or replaced."""
    i = chance.randrange(len(data))
    piece = chance.choice(
        [b" ", b"\n", b"\t", b"\r\n", b"0", b"-", b'"', b",", b"{}", b"null", b"\\u0041", b"\xc3\xa9", b""]
    )
    return data[:i] + piece + data[i + chance.choice([0, 0, 1, 2]) :]


def spoil(base: forge.Files, paths: dict[str, str], chance: random.Random) -> tuple[forge.Files, str]:
    """The files spoiled, and what was done."""
    files, done = dict(base), []
    kind = chance.choices(["statement", "certificate", "state", "code", "claims"], [35, 20, 25, 10, 10])[0]
    if kind == "claims":
        done.append(arranged(files, paths, chance))
        kind = "statement"
    elif chance.random() < 0.08:
        files[paths[kind]] = bytewise(files[paths[kind]], chance)
        done.append("bytes")
    else:
        values = [json.loads(x) for x in files[paths[kind]].splitlines()] if kind == "certificate" else None
        value = values if values is not None else json.loads(files[paths[kind]])
        for _ in range(chance.choice([1, 1, 1, 2])):
            done.append(edit(value, chance))
        if values is not None:
            files[paths[kind]] = b"".join(map(dumps, values))
        else:
            files[paths[kind]] = statement_bytes(value) if kind == "statement" else dumps(value)
    forge.follow(files, paths, kind, "")
    return files, f"{kind}: {', '.join(done)}"


def litter(root: Path, name: str, chance: random.Random) -> str:
    """A file that does not belong in a folder, or one that is missing."""
    statement, certificate = root / "statements" / f"{name}.json", root / "certificates" / f"{name}.jsonl"
    action = chance.choice(["suffix", "note", "stray", "link", "no certificate", "no statement", "renamed", "dangling"])
    if action == "suffix":
        statement.with_suffix(".JSON").write_bytes(statement.read_bytes())
    elif action == "note":
        (certificate.parent / "note.txt").write_text("a note")
    elif action == "stray":
        (certificate.parent / "other.jsonl").write_bytes(certificate.read_bytes())
    elif action == "link":
        (statement.parent / "again.json").symlink_to(statement)
    elif action == "no certificate":
        certificate.unlink()
    elif action == "no statement":
        statement.unlink()
    elif action == "renamed":
        statement.rename(statement.with_name("other.json"))
        certificate.rename(certificate.with_name("other.jsonl"))
    else:
        certificate.unlink()
        certificate.symlink_to(root / "nothing")
    return action
