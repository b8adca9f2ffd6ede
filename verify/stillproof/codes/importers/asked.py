"""The questions that a file may leave open, and the answers of the user.

An answer is never guessed.  A reader that lacks one raises Declined with the option to give; an answer that no reader
has looked at is refused, as it would change nothing and the user thinks that it does.  The option `--layout` of the
commands is the argument `layout=` of `Code.read`, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import Declined, InputError

QUESTIONS = {
    "p": "the dimension of a site, a prime",
    "layout": "where X and Z stand in a row: xz, zx, interleaved; both: one matrix, used for X and for Z",
    "product": "what X and Z on one site mean: displacement, xz for X^u Z^v, zx for Z^v X^u",
    "n": "the number of sites",
    "signs": "the signs of the rows: -+++, exponents such as 1,0,0,0, or + for all +1",
    "pair": "the pair of an MTXE file of integers: 1 for interleaved, 2 for (X|Z)",
    "order": "which size an alist file begins with: columns (as MacKay) or rows (as ldpc)",
    "elements": "which elements of GF(p^2) are X and Z, such as X=1,Z=w",
    "polynomial": "the primitive polynomial of w, such as x^2+2x+2",
    "kind": "what the rows over GF(p^2) generate: additive or linear",
    "base": "the index of the first site in sparse text: 0 or 1",
    "data": "the qubits of a circuit that hold the code, such as 0,1,2",
    "index": "which one of several codes in the file, counted from 0",
    "hz": "the file with the Z stabilizers; the other one then has the X stabilizers",
    "name": "the name of the code",
}
CHOICES = {
    "layout": ("xz", "zx", "interleaved", "both"),
    "product": ("displacement", "xz", "zx"),
    "kind": ("additive", "linear"),
    "order": ("columns", "rows"),
}
INTEGERS = {"p": 97, "n": 1 << 16, "pair": 3, "base": 1, "index": 1 << 16}


class Asked:
    """The answers of a user, and which of them were used."""

    def __init__(self, given: Mapping[str, Any]):
        """Raises InputError for an answer that is none."""
        self.given = {name: value for name, value in given.items() if value is not None}
        self.used: set[str] = set()
        self.stated: dict[str, tuple[Any, str]] = {}
        for name, value in self.given.items():
            if name not in QUESTIONS:
                raise InputError(f"--{name}", f"one of the answers {', '.join(QUESTIONS)}", name)
            self.given[name] = checked(name, value)

    def get(self, name: str) -> Any:
        """The answer, what the file states where no reader but its own looks, or None."""
        if name in self.given:
            self.used.add(name)
            return self.given[name]
        return self.stated[name][0] if name in self.stated else None

    def where(self, name: str) -> str:
        """Where an answer stands, for a message: an option, or a place in the file."""
        return self.stated[name][1] if name in self.stated else f"--{name}"

    def state(self, name: str, place: str, value: Any) -> None:
        """What a file states, for whatever its rows are.  Raises InputError if an answer or another file differs."""
        if self.agreed(name, place, value) == value:
            self.stated[name] = (value, f"{place}: {name}")

    def agreed(self, name: str, place: str, stated: Any) -> Any:
        """What a file states, or the answer.  Raises InputError if they differ."""
        given = self.get(name)
        if stated is not None and given is not None and given != stated:
            raise InputError(self.where(name), f"{stated}, as in {place}", given)
        return given if stated is None else stated

    def record(self) -> dict[str, str]:
        """The answers that were used, in words."""
        found = {name: self.given[name] for name in QUESTIONS if name in self.used}
        if "signs" in found:
            found["signs"] = [abs(s) for s in found["signs"]]  # `-` is 1 for the only p that has it
        return {name: worded(value) for name, value in found.items()}

    def finish(self, place: str, kind: str) -> None:
        """Raises InputError if an answer has no use."""
        for name in self.given:
            if name not in self.used:
                raise InputError(f"--{name}", f"no such option, as {place} ({kind}) does not need it", self.given[name])


def worded(value: Any) -> str:
    """An answer as a user may write it: a file by its name without the folder."""
    if isinstance(value, list | tuple):
        return ",".join(map(str, value)) or "+"
    return value.name if isinstance(value, Path) else str(value)


def checked(name: str, value: Any) -> Any:
    """An answer with its type.  Raises InputError."""
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise InputError(f"--{name}", f"one of {', '.join(CHOICES[name])}", value)
        return value
    if name in INTEGERS:
        digits = str(value)
        if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,6}", digits) or int(digits) > INTEGERS[name]:
            raise InputError(f"--{name}", f"an integer from 0 to {INTEGERS[name]}", value)
        number = int(digits)
        if name == "p" and not prime(number):
            raise InputError("--p", "a prime up to 97", number)
        if name == "n" and number < 1:
            raise InputError("--n", "1 or more", number)
        return number
    if name == "signs":
        return exponents(value)
    if name == "data":
        text = value if isinstance(value, str) else ",".join(map(str, value))
        if not re.fullmatch(r"[0-9]{1,6}(,[0-9]{1,6})*", text):
            raise InputError("--data", "qubits such as 0,1,2", text)
        return [int(x) for x in text.split(",")]
    if name == "hz":
        return Path(value)
    if not isinstance(value, str) or not value:
        raise InputError(f"--{name}", QUESTIONS[name], value)
    return value


def exponents(value: Any) -> list[int]:
    """Signs as exponents of w, -1 for `-`; `+` alone is the empty list, for all +1.  Raises InputError."""
    if isinstance(value, str) and re.fullmatch(r"[+-]+", value):
        return [] if value == "+" else [-int(c == "-") for c in value]
    parts = value.split(",") if isinstance(value, str) else list(value)
    if not all(re.fullmatch(r"-?[0-9]{1,4}", str(x).strip()) for x in parts):
        raise InputError("--signs", "signs such as -+++, or exponents such as 1,0,0,0", value)
    return [int(str(x)) for x in parts]


def prime(p: int) -> bool:
    """Whether p is a prime."""
    return p >= 2 and all(p % d for d in range(2, min(p, 1 << 10)))


def question(place: str, why: str, *options: str) -> Declined:
    """The sentence that asks: what is not in the file, and the options to give."""
    return Declined(f"{place}: {why}: give {' and '.join(options)}")
