"""All sentences that a supplement can print, those of the kinds among them, and which of them a printed line is."""

from __future__ import annotations

import re

from ..words.sentences import FIELD
from ..words.sentences import KINDS as FIELDS
from .kinds import MODULES
from .prose import INSIDE, MARKS, SHARED

CATALOGUE = {
    identifier: template
    for prose in (SHARED, *(module.PROSE for module in MODULES))
    for identifier, template in prose.templates.items()
}


def pattern(template: str) -> str:
    """The regular expression of the lines that a template gives."""
    found = ""
    for part in re.split(r"(\{\w+:\w+\})", template):
        field = FIELD.fullmatch(part)
        if field is None:
            found += re.escape(part)
        elif field[2] in INSIDE:
            found += f"(?:{'|'.join(pattern(CATALOGUE[identifier]) for identifier in inner(field[2]))})"
        elif field[2] == "typeset":
            found += r"[^\n]+"
        else:
            found += MARKS.get(field[2]) or f"(?:{FIELDS[field[2]]})"
    return found


def inner(kind: str) -> list[str]:
    """The ids of the sentences that may stand inside others as a field of this kind."""
    return [identifier for identifier in CATALOGUE if identifier.startswith(INSIDE[kind])]


PATTERNS = {identifier: re.compile(pattern(template)) for identifier, template in CATALOGUE.items()}


def which(line: str) -> list[str]:
    """The ids of the sentences that a printed line may be, the one with the most words of its own first."""
    found = [identifier for identifier, compiled in PATTERNS.items() if compiled.fullmatch(line)]
    return sorted(found, key=lambda identifier: -len(FIELD.sub("", CATALOGUE[identifier])))
