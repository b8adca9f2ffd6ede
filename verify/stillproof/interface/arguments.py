"""What a caller gives to a function, as the texts and paths that the command line has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from os import PathLike, fspath
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from ..errors import InputError
from ..operation.reading import read_point
from ..operation.text import as_given
from .numbers import exact_number

Place = str | PathLike[str]
P = ParamSpec("P")
T = TypeVar("T")


def in_python(function: Callable[P, T]) -> Callable[P, T]:
    """The same function, whose messages name an argument as Python does: `significance`, not `--significance`."""

    @wraps(function)
    def called(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(*args, **kwargs)
        except InputError as error:
            error.args = (error.said(error.field),)
            raise

    return called


def path(where: str, value: object) -> Path:
    """A path.  Raises InputError for anything but a text or a path."""
    if isinstance(value, str) or (isinstance(value, PathLike) and isinstance(fspath(value), str)):
        return Path(fspath(value))
    raise InputError(where, "a path, as a text or a Path", f"{type(value).__name__} {value}")


def path_or_none(where: str, value: object) -> Path | None:
    """A path, or None."""
    return None if value is None else path(where, value)


def number(where: str, value: object) -> str:
    """A number as a text; a text is left as it is, to be read where it is used.  Raises InputError, for a float too.

    >>> from fractions import Fraction
    >>> number("significance", Fraction(1, 1000)), number("significance", "0.1 %")
    ('1/1000', '0.1 %')
    """
    return value if isinstance(value, str) else str(exact_number(where, value))


def named(where: str, value: object) -> str:
    """Numbers by name, as `delta=1/100,eps=..`: from that text, or from a mapping.  Raises InputError.

    >>> from fractions import Fraction
    >>> named("input", {"delta": Fraction(1, 100)}), named("target", "1e-15")
    ('delta=1/100', '1e-15')
    """
    if not isinstance(value, Mapping):
        return number(where, value)
    if not value:
        raise InputError(where, 'a number by name, such as {"delta": "1/100"}', "an empty mapping")
    return ",".join(f"{name}={number(f'{where}, {name}', x)}" for name, x in value.items())


def count(where: str, value: object) -> int:
    """An integer.  Raises InputError.

    >>> count("runs", 10.0)
    Traceback (most recent call last):
    ...
    stillproof.errors.InputError: runs: expected an integer, found float 10.0
    """
    if hasattr(value, "__index__") and not isinstance(value, bool):
        return int(value.__index__())
    raise InputError(where, "an integer", f"{type(value).__name__} {value}")


def placed(points: Sequence[str], plain: dict[str, Any], own: Any) -> tuple[list[Any], list[str]]:
    """The points of `basin --at`, those without a unit read already, and lines that say how units are converted."""
    asked, lines = [], []
    for text in points:
        if text in plain:
            asked.append(plain[text])
            continue
        given = read_point("--at", text, own.protocol)
        asked.append(tuple(given.point.values()))
        if given.unit:
            lines.append(as_given("given", {x: str(value) for x, value in given.point.items()}, given.json()))
    return asked, lines
