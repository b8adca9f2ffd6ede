"""Matrices of Magma, GAP, Sage and Lean over F_p, and rows over GF(4), GF(9) and other GF(p^2).

Over GF(p^2) three things are asked that every file leaves open: which elements are X and Z, for p > 2 the polynomial of
w, and whether the rows alone generate the group (additive) or also their multiples by w (linear).
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from ..code import StabilizerCode
from ..phase_space import PhaseVector
from .asked import Asked, prime, question
from .build import same_group
from .fields import CONWAY, GAP_ROOT, Element, ElementMap, QuadraticField, element_map, quadratic
from .literals import Program, Words, program_of
from .matrices import attempt
from .numpy_files import named
from .rows import Loose, Matrix, Read, Rows
from .source import Source


def read_algebra(source: Source, asked: Asked) -> Read:
    """The matrix or matrices of a program, or rows over GF(p^2).  Raises InputError or Declined."""
    program = program_of(source)
    if not program.matrices:
        raise InputError(source.name, "a matrix such as [[1,0],[0,1]]", "none")
    letters = any(re.search(r"[wvaz](?![a-z(])|omega", word) for rows in all_rows(program) for word in rows)
    field = dimension(source, program, letters, asked)
    if isinstance(field, tuple):
        if len(program.matrices) > 1:
            raise InputError(source.name, "one matrix over GF(p^2)", ", ".join(program.matrices))
        words = next(iter(program.matrices.values()))
        return over_extension(source.name, words, field[0], program, asked)
    read: dict[str, Matrix] = {}
    for name, words in program.matrices.items():
        p = field
        read[name] = [
            [prime_entry(word, p, f"{source.name}: row {i}, column {j}") for j, word in enumerate(row, 1)]
            for i, row in enumerate(words, 1)
        ]
    loose = named(source.name, read, asked)
    only_x = [name for name in read if re.fullmatch(r"h_?x", name.lower())]
    if len(read) == 1 and only_x and asked.get("layout") is None:
        why = f"{only_x[0]} is there and no hz"
        raise question(source.name, why, "--layout both (it is used for X and for Z), or --hz FILE")
    return Loose(loose.readings, loose.z, field, loose.layout, None, loose.assumed)


def all_rows(program: Program) -> Words:
    """The rows of all matrices."""
    return [row for matrix in program.matrices.values() for row in matrix]


def dimension(source: Source, program: Program, letters: bool, asked: Asked) -> int | tuple[int] | None:
    """p for a matrix over F_p, (p,) for rows over GF(p^2), None if the text does not say it."""
    place, fields = source.name, sorted(program.fields)
    squares = {q: p for q in fields for p in range(2, 98) if p * p == q and prime(p)}
    others = [q for q in fields if q not in squares and not prime(q)]
    if others:
        raise Declined(f"{place}: the field GF({others[0]}): only GF(p) and GF(p^2) with a prime p are read")
    bases = {squares.get(q, q) for q in fields}
    if len(bases) > 1 or len(squares) > 1:
        raise InputError(place, "one field", ", ".join(f"GF({q})" for q in fields))
    stated = next(iter(bases), None)
    if squares or letters:
        if stated is None and any("v" in word for row in all_rows(program) for word in row):
            stated = 2
        p = asked.agreed("p", place, stated)
        if p is None:
            raise question(place, "whether w is an element of GF(4) or of GF(9) is not in the file", "--p 2 or 3")
        return (int(p),)
    found = asked.agreed("p", place, stated)
    return None if found is None else int(found)


def prime_entry(word: str, p: int | None, where: str) -> int:
    """An integer, or Z(p)^k of GAP.  Raises InputError."""
    if re.fullmatch(r"-?[0-9]{1,4}", word):
        return int(word)
    if p in GAP_ROOT and p is not None:
        found = QuadraticField(p, *CONWAY[p]).gap(word)
        if found is not None and found[1] == 0:
            return found[0]
    raise InputError(where, "an integer or Z(p)^k", repr(word))


def over_extension(place: str, words: Words, p: int, program: Program, asked: Asked) -> Rows:
    """Rows over GF(p^2), after the questions.  Raises Declined with the options to give."""
    conway = CONWAY.get(p)
    written = "x^2+{}x+{}".format(*conway) if conway else "x^2+cx+d"
    stated = f"x^2+{conway[0]}x+{conway[1]}" if program.gap and conway and p > 2 else None
    polynomial, elements = asked.get("polynomial") or stated, asked.get("elements")
    missing = ["--elements, such as X=1,Z=w"] * (elements is None)
    missing += [f"--polynomial, such as {written}"] * (polynomial is None and p > 2)
    if missing:
        what = "which elements are X and Z" if p == 2 else "which elements are X and Z, and the polynomial of w,"
        raise question(place, f"{what} {'is' if p == 2 else 'are'} not in the file", *missing)
    field = quadratic(p, polynomial)
    read = [
        [field.parsed(word, f"{place}: row {i}, column {j}") for j, word in enumerate(row, 1)]
        for i, row in enumerate(words, 1)
    ]
    return element_rows(place, read, element_map(field, elements), asked, program.kind)


def element_rows(
    place: str, read: list[list[Element]], used: ElementMap, asked: Asked, stated: str | None = None
) -> Rows:
    """The rows that elements of GF(p^2) stand for; additive or linear is asked where it makes a difference."""
    for i, row in enumerate(read, 1):
        if len(row) != len(read[0]):
            raise InputError(f"{place}: row {i}", f"{len(read[0])} entries, as in row 1", len(row))
    additive = Rows(used.field.p, len(read[0]), *named_vectors(read, used, False))
    linear = Rows(used.field.p, len(read[0]), *named_vectors(read, used, True))
    asked.agreed("n", place, additive.n)
    kind = asked.agreed("kind", place, stated)
    if kind is None:
        one, other = attempt(place, additive, asked), attempt(place, linear, asked)
        if isinstance(one, StabilizerCode) and isinstance(other, StabilizerCode) and same_group(one, other):
            return additive
        shown = [
            f"{word}: " + (f"a [[{x.n},{x.k}]]_{x.p} code" if isinstance(x, StabilizerCode) else "no code")
            for word, x in (("additive", one), ("linear", other))
        ]
        why = f"whether the rows are additive generators or linear ones is not in the file ({'; '.join(shown)})"
        raise question(place, why, "--kind additive or linear")
    return additive if kind == "additive" else linear


def named_vectors(read: list[list[Element]], used: ElementMap, linear: bool) -> tuple[list[PhaseVector], list[str]]:
    """Vectors and names of the rows, and for a linear code of their multiples by w."""
    vectors, names = [], []
    for i, row in enumerate(read, 1):
        for factor, name in (((1, 0), f"row {i}"), ((0, 1), f"w times row {i}"))[: 1 + linear]:
            sites = [used.vector(used.field.times(factor, x)) for x in row]
            vectors.append(PhaseVector.of(used.field.p, [u for u, _ in sites], [v for _, v in sites]))
            names.append(name)
    return vectors, names
