"""Matrices over F_p become rows (u|v): which columns are X and which are Z is asked, never inferred.

Two readings of one file, such as xz and zx, may both be codes: an X stabilizer for Z passes every check.  So the
sentence that asks says which readings are codes.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product as pairs

import numpy as np

from ...errors import InputError, StillproofError
from ..code import MAX_SITES, StabilizerCode
from ..phase_space import PhaseVector
from .asked import Asked, prime, question
from .build import MAX_ROWS, build, few, same_group
from .rows import Loose, Matrix, Rows, product_sign
from .source import Source

SINGLE = ("xz", "zx", "interleaved")


def entries(place: str, matrix: Matrix, p: int) -> tuple[Matrix, list[str]]:
    """The matrix over F_p, and a sentence if negative entries were reduced.  Raises InputError for entries beyond p."""
    negative = False
    for i, row in enumerate(matrix, 1):
        if len(row) != len(matrix[0]):
            raise InputError(f"{place}: row {i}", f"{len(matrix[0])} entries, as in row 1", len(row))
        for j, entry in enumerate(row, 1):
            negative |= entry < 0
            if not -p < entry < p:
                raise InputError(f"{place}: row {i}, column {j}", f"an entry from {1 - p} to {p - 1}", entry)
    said = [f"negative entries are taken modulo {p}"] if negative else []
    return [[x % p for x in row] for row in matrix], said


def split(place: str, matrix: Matrix, p: int, layout: str) -> list[PhaseVector]:
    """The rows (u|v).  Raises InputError for an odd width."""
    width = len(matrix[0]) if matrix else 0
    if layout == "both":
        zero = [0] * width
        return [PhaseVector.of(p, row, zero) for row in matrix] + [PhaseVector.of(p, zero, row) for row in matrix]
    if width % 2 or not width:
        raise InputError(place, "an even number of columns, n for X and n for Z", width)
    n = width // 2
    if layout == "interleaved":
        return [PhaseVector.of(p, row[0::2], row[1::2]) for row in matrix]
    halves = [(row[:n], row[n:]) for row in matrix]
    return [PhaseVector.of(p, *(half if layout == "xz" else half[::-1])) for half in halves]


def rows_of(source: Source, loose: Loose, asked: Asked) -> Rows:
    """The rows of the one reading that is meant.  Raises Declined, with the options, where the user has to say it."""
    place = source.name
    if not loose.readings[0][1] or not loose.readings[0][1][0]:
        raise InputError(place, "a matrix with rows and columns", "an empty one")
    halves = 1 if loose.z is not None else 2
    loose = replace(loose, readings=small(place, loose.readings, halves), z=loose.z and small(place, loose.z, 1))
    p = asked.agreed("p", place, loose.p)
    if loose.z is not None:
        return css(place, loose, p, asked)
    product = asked.get("product")
    layout = asked.agreed("layout", place, loose.layout)
    if p is None or layout is None:
        missing = ["--p"] * (p is None) + [f"--layout {', '.join(SINGLE)} or both"] * (layout is None)
        what = ["the dimension p of a site"] * (p is None)
        what += ["which columns are X and which are Z"] * (layout is None)
        why = f"{' and '.join(what)} {'is' if len(what) == 1 else 'are'} not in the file"
        if p is not None:
            why += f" ({tried(place, loose, p, asked)})"
        raise question(place, why, *missing)
    readings = [(label, single(place, loose, matrix, p, layout, product)) for label, matrix in loose.readings]
    return chosen(place, readings, asked)


def small(place: str, readings: list[tuple[str, Matrix]], halves: int) -> list[tuple[str, Matrix]]:
    """The readings that are not too large.  Raises OverBudget if all of them are."""
    fitting = [x for x in readings if max(map(len, x[1]), default=0) <= halves * MAX_SITES and len(x[1]) <= MAX_ROWS]
    if not fitting:
        few(place, max(map(len, readings[0][1]), default=0) // halves, len(readings[0][1]))
    return fitting or readings


def single(
    place: str, loose: Loose, matrix: Matrix, p: int, layout: str, product: str | None = None
) -> Rows | InputError:
    """One matrix in one layout, its rows T(u|v) or products of X and Z; or why it is no code."""
    where = [f"row {i}" for i in range(1, len(matrix) + 1)]
    if layout == "both":
        where = [f"{row}, as {letter}" for letter in "XZ" for row in where]
    try:
        plain, said = entries(place, matrix, p)
        vectors = split(place, plain, p, layout)
        named_rows = zip(vectors, where, strict=True)
        shifts = [product_sign(a, product or "displacement", f"{place}: {name}") for a, name in named_rows]
    except InputError as error:
        return error
    n = len(vectors[0].u)
    return Rows(p, n, vectors, where, loose.signs, None, None, [*loose.assumed, *said], loose.title, shifts)


def tried(place: str, loose: Loose, p: int, asked: Asked) -> str:
    """What every layout makes of the matrix, in words."""
    found = []
    for layout in SINGLE:
        for label, matrix in loose.readings:
            rows = single(place, loose, matrix, p, layout)
            code = rows if isinstance(rows, InputError) else attempt(place, rows, asked)
            named = f"as {layout}{f', {label},' if label else ''}"
            if isinstance(code, StabilizerCode):
                found.append(f"{named} it is a [[{code.n},{code.k}]]_{p} code")
            else:
                found.append(f"{named} it is no code")
    return "; ".join(found)


def attempt(place: str, rows: Rows, asked: Asked) -> StabilizerCode | StillproofError:
    """The code of some rows with the signs that they will have, or why there is none."""
    try:
        return build(signed(rows, asked, place), place, "reading", "a reading")[0]
    except StillproofError as error:
        return error


def chosen(place: str, alternatives: list[tuple[str, Rows | InputError]], asked: Asked) -> Rows:
    """The one reading that is a code.  Raises Declined if two are and differ, and the first error if none is one."""
    n = asked.get("n")
    good: list[tuple[str, Rows, StabilizerCode]] = []
    errors: list[StillproofError] = []
    for label, rows in alternatives:
        if isinstance(rows, InputError):
            errors.append(rows)
            continue
        if n is not None and rows.n != n:
            errors.append(InputError(asked.where("n"), f"{rows.n}, as {place} has that many sites", n))
            continue
        code = attempt(place, rows, asked)
        if not isinstance(code, StabilizerCode):
            errors.append(code)
        elif not any(same_group(code, other) for _, _, other in good):
            good.append((label, rows, code))
    if not good:
        raise errors[0]
    if len(good) > 1:
        shown = " and ".join(f"a [[{code.n},{code.k}]]_{code.p} code {label}" for label, _, code in good)
        raise question(place, f"the file can be read in two ways, {shown}", "--order columns or rows")
    label, rows, _ = good[0]
    if len(alternatives) == 1 or not label:
        return rows
    why = "no other reading is a code" if len(errors) == len(alternatives) - 1 else "no other reading is another code"
    why += f" with n = {n}" if n is not None else ""
    return replace(rows, assumed=[*rows.assumed, f"read {label}: {why}"])


def css(place: str, loose: Loose, p: int | None, asked: Asked) -> Rows:
    """X stabilizers from one matrix and Z stabilizers from another one."""
    combined = [(x, z) for x, z in pairs(loose.readings, loose.z or [])]
    said: list[str] = []
    if p is None:
        fitting = {q for (_, hx), (_, hz) in combined for q in commuting(hx, hz)}
        if len(fitting) != 1 or 0 in fitting:
            why = "the dimension p of a site is not in the file"
            raise question(place, f"{why}, and more than one fits" if fitting - {0} else why, "--p")
        (p,) = fitting
        said = [f"p = {p}: for no other prime above all entries do the rows commute"]
    alternatives = []
    for (x_label, hx), (z_label, hz) in combined:
        labels = [f"X {x_label}"] * bool(x_label) + [f"Z {z_label}"] * bool(z_label)
        alternatives.append((" and ".join(labels), both(place, loose, hx, hz, p, said)))
    return chosen(place, alternatives, asked)


def both(place: str, loose: Loose, hx: Matrix, hz: Matrix, p: int, said: list[str]) -> Rows | InputError:
    """The rows of two matrices, or why they have none."""
    try:
        x, reduced = entries(f"{place}: X", hx, p)
        z, also = entries(f"{place}: Z", hz, p) if hz else ([], [])
        if z and len(z[0]) != len(x[0]):
            raise InputError(f"{place}: Z", f"{len(x[0])} columns, as X has", len(z[0]))
    except InputError as error:
        return error
    zero = [0] * len(x[0])
    vectors = [PhaseVector.of(p, row, zero) for row in x] + [PhaseVector.of(p, zero, row) for row in z]
    where = [f"X row {i + 1}" for i in range(len(x))] + [f"Z row {i + 1}" for i in range(len(z))]
    notes = [*loose.assumed, *said, *dict.fromkeys([*reduced, *also])]
    return Rows(p, len(x[0]), vectors, where, loose.signs, None, None, notes, loose.title)


def commuting(hx: Matrix, hz: Matrix) -> list[int]:
    """The primes up to 97 for which X and Z stabilizers commute and all entries are below p; 0 if larger ones fit."""
    if not hz or any(len(row) != len(hx[0]) for row in [*hx, *hz]):
        return []
    largest = max(abs(x) for row in [*hx, *hz] for x in row)
    if largest >= 97:
        return []
    common = int(np.gcd.reduce(np.array(hx) @ np.array(hz).T, axis=None))
    beyond = abs(common)
    for q in filter(prime, range(2, 98)):
        while beyond and beyond % q == 0:
            beyond //= q
    if beyond != 1 or not common:  # primes above 97 fit, too
        return [q for q in range(largest + 1, 98) if prime(q) and common % q == 0] + [0] * bool(common)
    return [q for q in range(largest + 1, 98) if prime(q) and common % q == 0]


def signed(rows: Rows, asked: Asked, place: str) -> Rows:
    """The rows with the signs that the user gave, or with +1 for all, which is then said."""
    given = asked.get("signs")
    if rows.signs is not None and len(rows.signs) != len(rows.vectors):
        raise InputError(f"{place}: signs", f"{len(rows.vectors)} signs, one for each row", len(rows.signs))
    if given is None:
        if rows.signs is not None:
            return rows
        said = "all signs are +1" + (", of the products as they stand" if any(rows.shifts or []) else "")
        return replace(rows, signs=[0] * len(rows.vectors), assumed=[*rows.assumed, said])
    if rows.signs is not None and any(rows.signs):
        raise InputError("--signs", f"no signs, as {place} has its own", given)
    if given == []:
        return replace(rows, signs=[0] * len(rows.vectors))
    if rows.p > 2 and -1 in given:
        raise InputError(
            "--signs", f"exponents of exp(2 pi i/{rows.p}), such as 1,0,2, as -1 is none of its powers", "-"
        )
    given = [abs(s) for s in given] if rows.p == 2 else given
    if len(given) != len(rows.vectors):
        raise InputError("--signs", f"{len(rows.vectors)} signs, one for each row", len(given))
    if any(not 0 <= s < rows.p for s in given):
        raise InputError("--signs", f"exponents from 0 to {rows.p - 1}", given)
    return replace(rows, signs=list(given))
