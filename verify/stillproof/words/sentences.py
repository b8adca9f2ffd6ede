"""Sentences that a command prints: templates with named fields, all of one command in one table.

A field is written `{name:kind}`.  Its value is refused unless it is of that kind, so a printed line always matches its
template.  Tests read the tables: every printed line matches a template, and every template has been printed.
"""

from __future__ import annotations

import re

KINDS = {
    "cells": r"\S+( \S+)*( {2,}\S+( \S+)*)+",  # of a row of several columns
    "change": r"[A-Z0-9^ -]+ for X",  # of an operator
    "code": r"\[\[\d+,\d+,\d+\]\]_\d+",  # [[n,k,d]]_p
    "count": r"\d+",
    "dashes": r"-+(  -+)*",
    "decimal": r"\d+\.\d+( to \d+\.\d+)?",  # or an interval
    "formula": r"[-+^/() A-Za-z0-9.]+",
    "gate": r"diag\([-^/(), a-z0-9]+\)",
    "label": r"[A-Za-z0-9.-]+_out *",
    "mark": r"certified    |NOT certified",
    "matrix": r"[\[\]0-9, ]+",
    "name": r"[A-Za-z0-9][A-Za-z0-9.-]*",
    "names": r"[A-Za-z0-9][A-Za-z0-9.-]*(, [A-Za-z0-9][A-Za-z0-9.-]*)*",
    "number": r"-?\d+(/\d+)?",
    "numbers": r"-?\d+([./]\d+)?(,? -?\d+([./]\d+)?)*",
    "points": r"\d+(\.\d+( to \d+\.\d+)?)?(, \d+(\.\d+( to \d+\.\d+)?)?)*",
    "quote": r'[^"\n]+',  # of a file, between quotation marks
    "twirl": r"no twirl|twirl over [A-Za-z0-9][A-Za-z0-9.-]*(, [A-Za-z0-9][A-Za-z0-9.-]*)*",
    "text": r"[^\n]+",
}
FREE = ("quote", "text")  # kinds of what others may have written, such as paths
FIELD = re.compile(r"\{(\w+):(\w+)\}")


def printable(value: object) -> str:
    """Text on one line of a terminal: backslash escapes, as in Python, for line feeds and what is not printable."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(value))


class Sentences:
    """A table of templates by id."""

    def __init__(self, templates: dict[str, str]):
        self.templates = templates
        self.patterns = {identifier: re.compile(pattern(text)) for identifier, text in templates.items()}

    def say(self, identifier: str, **fields: object) -> str:
        """The sentence with its fields.  Raises KeyError for an id, and ValueError for a field, that is not in it."""
        template = self.templates[identifier]
        kinds = dict(FIELD.findall(template))
        if kinds.keys() != fields.keys():
            raise ValueError(f"{identifier}: the fields are {sorted(kinds)}, not {sorted(fields)}")
        spelled = {name: printable(value) if kinds[name] in FREE else str(value) for name, value in fields.items()}
        for name, kind in kinds.items():
            if not re.fullmatch(KINDS[kind], spelled[name]):
                raise ValueError(f"{identifier}: the field {name} is a {kind}, not {fields[name]!r}")
        return FIELD.sub(lambda field: spelled[field[1]], template)

    def which(self, line: str) -> list[str]:
        """The ids of the templates that a printed line matches."""
        return [identifier for identifier, compiled in self.patterns.items() if compiled.fullmatch(line)]


def pattern(template: str) -> str:
    """The regular expression of the lines that a template gives."""
    found = ""
    for part in re.split(r"(\{\w+:\w+\})", template):
        field = FIELD.fullmatch(part)
        found += f"(?:{KINDS[field[2]]})" if field else re.escape(part)
    return found
