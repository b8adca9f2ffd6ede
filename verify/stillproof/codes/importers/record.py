"""What `stillproof convert` prints: where a code is from, as plain sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...words.sentences import Sentences
from .detect import OURS
from .read import Imported

SENTENCES = Sentences(
    {
        "read": "read           {file:text}, {format:text}, SHA-256 {digest:text}",
        "answered": "answered       --{option:name} {value:text}",
        "assumed": "assumed        {what:text}",
        "dropped": "dropped        {what:text}",
        "code": "code           {code:text}, independent stabilizers: {count:count}, logical operators {logicals:name}",
        "title": "title          {title:text}, as a name {name:name}",
        "written": "written        {path:text}",
    }
)


def sentences(record: dict[str, Any], output: Path | None = None) -> list[str]:
    """The lines for a record (`Imported.json`), in order."""
    say, code = SENTENCES.say, record["code"]
    lines = [say("read", file=one["file"], format=record["format"], digest=one["sha256"]) for one in record["sources"]]
    lines += [say("answered", option=option, value=value) for option, value in record["answers"].items()]
    lines += [say("assumed", what=what) for what in record["assumed"]]
    lines += [say("dropped", what=what) for what in record["dropped"]]
    parameters = f"[[{code['n']},{code['k']}]]_{code['p']}"
    lines.append(say("code", code=parameters, count=code["n"] - code["k"], logicals=record["logicals"]))
    if record["title"] != record["name"]:
        lines.append(say("title", title=record["title"], name=record["name"]))
    if output is not None:
        lines.append(say("written", path=output))
    return lines


def notable(record: Imported) -> bool:
    """Whether there is anything to say about a record: not for a code file of ours."""
    return record.format != OURS
