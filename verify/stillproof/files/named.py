"""Names that somebody gave: of protocols and of states, under other names of the field, or misspelled.

An alias stands for one id of our fixtures, and only for what a paper or a resource estimator calls so.  A name that is
close to others is never taken for one of them: the message has the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ..errors import Declined, InputError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
NEAR, CUTOFF = 3, 0.5
PROTOCOLS = {
    "5-to-1": "five-qubit-t",  # Bravyi and Kitaev 2005, section IV
    "7-to-1": "steane7-h",  # Reichardt 2005
    "8-to-ccz": "ccz8",  # resource estimators
    "8t-to-ccz": "ccz8",
    "11-to-1": "golay11-strange",  # Prakash 2020
    "15-to-1": "reed-muller15-t",  # Bravyi and Kitaev 2005, section V
    "15t-to-1": "reed-muller15-t",
    "20-to-4": "bravyi-haah20-t",  # Bravyi and Haah 2012, k = 4; Litinski 2019
}
STATES = {
    "h-type": "h",  # Bravyi and Kitaev 2005, section II
    "t-type": "t",
}


def aliased(name: str, known: Iterable[str], aliases: Mapping[str, str]) -> str:
    """The name, or what it is an alias of, upper and lower case alike, if that is known.

    >>> aliased("8T-to-CCZ", ["ccz8"], PROTOCOLS)
    'ccz8'
    """
    found, known = aliases.get(name.casefold(), name), set(known)
    return found if name not in known and found in known else name


def require_known(where: str, name: str, what: str, known: Iterable[str], aliases: Mapping[str, str]) -> None:
    """Raises Declined with the nearest names for a name that is not known, InputError for what can be no name.

    Near are also the names that go on after it, as `t-gate` after `T`.

    >>> require_known("--state", "strang", "state family", ["strange", "t"], STATES)
    Traceback (most recent call last):
    ...
    stillproof.errors.Declined: --state: no state family is called strang; the nearest name: strange
    """
    known = sorted(known)
    if name in known:
        return
    if not NAME.fullmatch(name):
        raise InputError(where, f"the name of a {what}: letters, digits, . and -", ascii(name)[1:-1] or "nothing")
    others = {alias: found for alias, found in aliases.items() if found in known}
    pool = {found.casefold(): found for found in known} | {alias: f"{alias} ({others[alias]})" for alias in others}
    longer = [found for found in pool if found.startswith(f"{name.casefold()}-") and found not in others]
    matches = list(dict.fromkeys([*get_close_matches(name.casefold(), pool, NEAR, CUTOFF), *longer]))
    near = [pool[match] for match in matches if others.get(match) not in matches]
    if not near:
        raise Declined(f"{where}: no {what} is called {name}, and no name is near; there are {', '.join(known)}")
    words = "the nearest name" if len(near) == 1 else "the nearest names"
    raise Declined(f"{where}: no {what} is called {name}; {words}: {', '.join(near)}")
