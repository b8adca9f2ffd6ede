"""Pauli text: a generator on every line, in one of four grammars; the whole file is in one of them.

    dense    XZZXI   -XZZX_   + X_XZZ            a letter for every site, p = 2
    sparse   X0*Z3   X_0 Z_3   X0 Z2^-1          letters with the index of a site
    powers   X(1) Z(2) I   X(1)*Z(2) I           a token for every site, as qldpc writes qudits
    tokens   X Z Z^-1 X^-1 I                     a token for every site

Site 0 is the leftmost one.  The letter Y is the Hermitian Pauli iXZ, for p = 2 only; Y(a) is X(a)*Z(a).  Where X and Z
meet on one site, the user says which operator is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...errors import InputError
from ..phase_space import PhaseVector
from .asked import Asked, question
from .build import few
from .rows import Rows, product_sign
from .source import Source

SIGN = r"(?P<sign>[+-]?)\s*"
POWER = r"(?:\^\{?(-?[0-9]{1,4})\}?)?"
SPARSE_FACTOR = re.compile(rf"([XYZI])_?([0-9]{{1,4}}){POWER}|([XZ])\^\{{?(-?[0-9]{{1,4}})\}}?_([0-9]{{1,4}})")
POWERS_FACTOR = re.compile(r"([XYZ])\(([0-9]{1,4})\)")
TOKEN_FACTOR = re.compile(rf"([XYZ])(\u2020)?{POWER}")
BETWEEN = re.compile(r"\s*\*\s*(?=\S)|\s+")
GRAMMARS = {
    "dense": re.compile(rf"{SIGN}(?P<body>[IXYZ_]+|[xyz_][ixyz_]*)"),
    "sparse": re.compile(rf"{SIGN}(?P<body>(?:{SPARSE_FACTOR.pattern})(?:\s*\*\s*|\s*)(?:.*))"),
    "powers": re.compile(rf"{SIGN}(?P<body>(?:(?:I|\S*\([0-9]{{1,4}}\))\s+)*(?:I|\S*\([0-9]{{1,4}}\)))"),
    "tokens": re.compile(rf"{SIGN}(?P<body>[IXYZ]\S*(?:\s+[IXYZ]\S*)+)"),
}


@dataclass
class Operator:
    """One line: exponents of X and Z by site, the letters Y, and the order in which X and Z of a site are written."""

    where: str
    sign: int
    x: dict[int, int] = field(default_factory=dict)
    z: dict[int, int] = field(default_factory=dict)
    y: set[int] = field(default_factory=set)
    orders: dict[int, str] = field(default_factory=dict)  # xz or zx, of sites with both
    sites: int = 0

    def put(self, letter: str, site: int, power: int, place: str, at_once: bool = False) -> None:
        """Multiply by a letter.  Raises InputError for a letter that a site has already."""
        self.sites = max(self.sites, site + 1)
        if letter == "I":
            return
        if letter == "Y" and not at_once:
            if site in self.x or site in self.z:
                raise InputError(place, f"one operator on site {site}", "Y and another letter")
            self.y.add(site)
            self.x[site] = self.z[site] = power
            return
        for one in "XZ" if letter == "Y" else letter:
            mine, other = (self.x, self.z) if one == "X" else (self.z, self.x)
            if site in mine:
                raise InputError(place, f"one power of {one} on site {site}", "two of them")
            if site in other and not at_once:
                self.orders[site] = "zx" if one == "X" else "xz"
            mine[site] = power


def lines_of(source: Source) -> list[tuple[int, str]]:
    """The lines with something on them, with their numbers; `#` begins a comment."""
    numbered = enumerate(source.text().splitlines(), 1)
    return [(number, text) for number, line in numbered if (text := line.partition("#")[0].rstrip()).strip()]


def grammar_of(text: str) -> str | None:
    """The grammar of a line, or None."""
    stripped = text.strip()
    return next((name for name, pattern in GRAMMARS.items() if pattern.fullmatch(stripped)), None)


def read_pauli_text(source: Source, asked: Asked) -> Rows:
    """The generators of a text.  Raises InputError with line and column."""
    lines = [(source.at(number), f"line {number}", text) for number, text in lines_of(source)]
    return read_lines(source.name, lines, asked)


def read_lines(name: str, lines: list[tuple[str, str, str]], asked: Asked, title: str | None = None) -> Rows:
    """Generators, each with its place for messages and its short name, such as `line 3`."""
    if not lines:
        raise InputError(name, "a Pauli operator on every line", "no line")
    few(name, 1, len(lines))
    grammar = grammar_of(lines[0][2])
    if grammar is None:
        raise InputError(*objection(lines[0][0], lines[0][2]))
    operators = []
    for place, where, text in lines:
        if grammar_of(text) != grammar:
            if grammar_of(text) is None:
                raise InputError(*objection(place, text))
            raise InputError(
                place, f"the grammar of the first line ({grammar})", f"{text.strip()} ({grammar_of(text)})"
            )
        operators.append(operator(place, where, text, grammar))
    return rows_from(name, operators, grammar, asked, title)


def objection(place: str, text: str) -> tuple[str, str, str]:
    """What is wrong with a line that is in no grammar: the first odd letter, with its column."""
    imaginary = re.match(r"\s*[+-]?\s*[ij]\s*[IXYZ_]", text)
    if imaginary:
        return place, "a Hermitian operator, with the sign + or -", text.strip()
    if re.fullmatch(r"\s*[+-]?\s*i[ixyz_]*\s*", text):
        return place, "I or _ at the start, as i may be the imaginary unit", text.strip()
    odd = next((i for i, c in enumerate(text) if c not in "IXYZ_+-*^(){}\u2020 \t0123456789"), None)
    if odd is None:
        return place, "a Pauli operator such as XZZXI, X0*Z3 or X Z^-1 I", text.strip()
    return f"{place}:{odd + 1}", "one of the letters I, X, Y, Z, _", repr(text[odd])


def operator(place: str, where: str, text: str, grammar: str) -> Operator:
    """One line, in a grammar that it matches."""
    match = GRAMMARS[grammar].fullmatch(text.strip())
    if match is None:  # the caller has looked
        raise InputError(*objection(place, text))
    found = Operator(where, int(match["sign"] == "-"))
    body = match["body"]
    if grammar == "dense":
        for site, letter in enumerate(body.upper().replace("_", "I")):
            found.put(letter, site, 1, place)
    elif grammar == "sparse":
        at = 0
        while at < len(body):
            factor = SPARSE_FACTOR.match(body, at)
            if not factor:
                raise InputError(place, "factors such as X0, Z_3 or X1^2", body[at : at + 20])
            letter, index, power = (factor[1], factor[2], factor[3]) if factor[1] else (factor[4], factor[6], factor[5])
            found.put(letter, int(index), 1 if power is None else int(power), place)
            between = BETWEEN.match(body, factor.end())
            at = between.end() if between else factor.end()
    else:
        for site, token in enumerate(body.split()):
            found.sites = site + 1
            put_token(found, token, site, place, grammar)
    return found


def put_token(found: Operator, token: str, site: int, place: str, grammar: str) -> None:
    """The token of a site: I, or factors with or without `*`."""
    if token == "I":  # noqa: S105
        return
    pattern = POWERS_FACTOR if grammar == "powers" else TOKEN_FACTOR
    rest = token
    while rest:
        factor = pattern.match(rest)
        if not factor:
            raise InputError(place, "X(1)*Z(2)" if grammar == "powers" else "a token such as X, Z^-1 or X^2Z", token)
        if grammar == "powers":
            found.put(factor[1], site, int(factor[2]), place, at_once=factor[1] == "Y")
        else:
            power = -1 if factor[2] else int(factor[3] or 1)
            found.put(factor[1], site, power, place)
        rest = rest[factor.end() :].removeprefix("*")


def rows_from(name: str, operators: list[Operator], grammar: str, asked: Asked, title: str | None) -> Rows:
    """The operators as rows, after the questions that the grammar leaves open."""
    assumed: list[str] = []
    p = dimension(name, operators, grammar, asked)
    given = asked.get("p") is not None
    if not given:
        assumed.append("p = 2, as the letters have no exponents")
    base = first_index(name, operators, asked) if grammar == "sparse" else 0
    n = sites(name, operators, grammar, base, asked, assumed)
    few(name, n, len(operators))
    vectors, shifts = [], []
    asked.get("product")  # an answer that turns out not to matter is no mistake
    for found in operators:
        u, v = ([part.get(i + base, 0) for i in range(n)] for part in (found.x, found.z))
        for site, power in [*found.x.items(), *found.z.items()]:
            if not -p < power < p:
                raise InputError(f"{name}: {found.where}", f"exponents from {1 - p} to {p - 1}", f"{power} on {site}")
        if p > 2 and found.y:
            raise InputError(f"{name}: {found.where}", "X and Z only, as p is not 2", "the letter Y")
        vectors.append(PhaseVector.of(p, u, v))
        shifts.append(shift(name, found, p, base, asked))
    if p > 2 and any(found.sign for found in operators):
        bad = next(found for found in operators if found.sign)
        raise InputError(
            f"{name}: {bad.where}", f"no sign, as -1 is no power of exp(2 pi i/{p}); --signs has exponents", "-"
        )
    signs = [found.sign for found in operators]
    return Rows(
        p,
        n,
        vectors,
        [found.where for found in operators],
        signs if any(signs) else None,
        None,
        None,
        assumed,
        title,
        shifts,
    )


def dimension(name: str, operators: list[Operator], grammar: str, asked: Asked) -> int:
    """2 for letters without exponents, else what the user says."""
    powers = {power for found in operators for power in [*found.x.values(), *found.z.values()]}
    open_ = grammar in ("powers", "tokens") or powers - {1}
    p = asked.get("p")
    if p is None and open_:
        raise question(name, "powers of X and Z are those of sites of any dimension p, which is not in the file", "--p")
    return p or 2


def first_index(name: str, operators: list[Operator], asked: Asked) -> int:
    """0 if a site 0 occurs, which proves it; else what the user says."""
    if any(0 in part for found in operators for part in (found.x, found.z)):
        return int(asked.agreed("base", name, 0))
    base = asked.get("base")
    if base is None:
        raise question(name, "no site has the index 0, so sites may be counted from 0 or from 1", "--base 0 or 1")
    return int(base)


def sites(name: str, operators: list[Operator], grammar: str, base: int, asked: Asked, assumed: list[str]) -> int:
    """The length of every line; in sparse text the last index plus 1, unless the user says more."""
    longest = max(found.sites for found in operators)
    if grammar == "sparse":
        least = longest - base
        n = asked.get("n")
        if n is None:
            assumed.append(f"n = {least}: no site after the last index")
            return least
        if n < least:
            raise InputError(asked.where("n"), f"{least} or more, as {name} has that many sites", n)
        return int(n)
    for found in operators:
        if found.sites != operators[0].sites:
            raise InputError(f"{name}: {found.where}", f"{operators[0].sites} sites, as in the first line", found.sites)
    return int(asked.agreed("n", name, longest))


def shift(name: str, found: Operator, p: int, base: int, asked: Asked) -> int:
    """The sign of the row that comes from sites with both X and Z, the letter Y apart."""
    both = sorted(found.x.keys() & found.z.keys() - found.y)
    matters = sum(found.x[i] * found.z[i] for i in both) % p if p > 2 else len(both)
    if not matters:
        return 0
    product = asked.get("product")
    if product is None:
        why = f"{found.where} has X and Z on site {both[0]}, and the file does not say which operator is meant"
        raise question(name, why, "--product displacement, xz or zx")
    for site, order in found.orders.items():
        if product not in ("displacement", order):
            first = f"{order[0].upper()} before {order[1].upper()}"
            raise InputError(f"{name}: {found.where}", f"--product {order}, as site {site} has {first}", product)
    vector = PhaseVector(p, tuple(found.x[i] for i in both), tuple(found.z[i] for i in both))
    return product_sign(vector, product, f"{name}: {found.where}")
