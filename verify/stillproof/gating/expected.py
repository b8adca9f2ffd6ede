"""Verdicts that are known beforehand, in the format `stillproof-expected/1`; a better one is a failure, too."""

from __future__ import annotations

from pathlib import Path

from .claim import NAME
from .judge import VERDICTS
from .lines import Malformed, Records, WrongFile, opened, parsed

FORMAT = "stillproof-expected/1"
MAX_LINES = 100_000


def read_expected(path: Path) -> dict[str, str]:
    """The expected verdicts by the ids of claims.  Raises WrongFile."""
    found: dict[str, str] = {}
    with opened(path) as stream:
        for number, line in Records(stream, str(path), FORMAT, ("source",), MAX_LINES):
            where = f"{path}:{number}"
            try:
                entry = parsed(line)
            except Malformed as error:
                raise WrongFile(where, "a line", error) from None
            if not {"id", "verdict"} <= set(entry) <= {"id", "verdict", "reason"}:
                raise WrongFile(where, "the keys id, verdict and, if any, reason", ascii(sorted(entry)))
            if not isinstance(entry["id"], str) or not NAME.fullmatch(entry["id"]):
                raise WrongFile(f"{where}: id", "the id of a claim", ascii(entry["id"]))
            if entry["verdict"] not in VERDICTS:
                raise WrongFile(f"{where}: verdict", f"one of {', '.join(VERDICTS)}", ascii(entry["verdict"]))
            if entry["id"] in found:
                raise WrongFile(f"{where}: id", "distinct ids", entry["id"])
            found[entry["id"]] = entry["verdict"]
    return found
