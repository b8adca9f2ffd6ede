"""Mathematics as a small tree, which `tex` and `mathml` render; and the trees of numbers, polynomials and matrices.

A `Flow` is a formula that may be broken between its pieces: a line of a long polynomial ends before a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..exact import as_text


class Number(NamedTuple):
    """Digits, with a decimal point or without; never a sign."""

    digits: str


class Name(NamedTuple):
    """A variable: a letter, or a Greek letter by its name."""

    letter: str


class Word(NamedTuple):
    """Upright letters: a function such as log, or a word in an index."""

    letters: str


class Sign(NamedTuple):
    """A relation, an operation or a bracket, by a key of `tex.SIGNS` and `mathml.SIGNS`."""

    key: str


class Row(NamedTuple):
    """One after the other."""

    parts: tuple[Tree, ...]


class Over(NamedTuple):
    """A fraction."""

    above: Tree
    below: Tree


class Power(NamedTuple):
    """A base with an exponent."""

    base: Tree
    exponent: Tree


class Index(NamedTuple):
    """A base with an index below."""

    base: Tree
    below: Tree


class Root(NamedTuple):
    """A square root, or a root of another degree."""

    inside: Tree
    degree: int


class Table(NamedTuple):
    """A matrix in brackets."""

    rows: tuple[tuple[Tree, ...], ...]


Tree = Number | Name | Word | Sign | Row | Over | Power | Index | Root | Table


class Flow(NamedTuple):
    """A formula in pieces; a line may end between two of them."""

    pieces: tuple[Tree, ...]


class Code(NamedTuple):
    """Letters as in a file: a name, a hash, a line."""

    letters: str


class Strong(NamedTuple):
    """Words in bold."""

    letters: str


class Emphasis(NamedTuple):
    """Words with emphasis, such as a title."""

    letters: str


class Tex(NamedTuple):
    """A formula that is written in TeX."""

    formula: str


class Link(NamedTuple):
    """The name of a lemma, with a link to it."""

    lemma: str


Inline = str | Flow | Code | Strong | Emphasis | Tex | Link
Text = tuple[Inline, ...]

GREEK = ("alpha", "beta", "gamma", "delta", "eps", "omega", "zeta", "Pi", "pi", "rho", "xi", "chi")


def row(*parts: Tree | str | int) -> Tree:
    """One after the other: a tree, a number, or the key of a sign."""
    found = tuple(number(part) if isinstance(part, int) else Sign(part) if isinstance(part, str) else part
                  for part in parts)  # fmt: skip
    return found[0] if len(found) == 1 else Row(found)


def flow(*parts: Tree | str | int) -> Flow:
    """A formula in one piece."""
    return Flow((row(*parts),))


def joined(*flows: Flow) -> Flow:
    """Formulas after each other, as one that may be broken between them."""
    return Flow(tuple(piece for part in flows for piece in part.pieces))


def number(value: int | str) -> Tree:
    """An integer, a rational p/q or a decimal, with a sign in front of the fraction; 1.5e-7 as a product."""
    text = str(value)
    if text.startswith("-"):
        return Row((Sign("minus"), number(text[1:])))
    above, slash, below = text.partition("/")
    if slash:
        return Over(Number(above), Number(below))
    mantissa, e, exponent = text.partition("e")
    if e:
        return Row((Number(mantissa), Sign("times"), Power(Number("10"), number(exponent))))
    return Number(text)


def variable(name: str) -> Tree:
    """A parameter of a family: delta, eps, eps0, epsS."""
    for greek in GREEK:
        if name == greek:
            return Name(greek)
        if name.startswith(greek) and len(name) == len(greek) + 1:
            rest = name[len(greek) :]
            return Index(Name(greek), Number(rest) if rest.isdigit() else Name(rest))
    return Name(name) if re.fullmatch("[A-Za-z]", name) else Word(name)


def spelled(letter: Tree) -> str:
    """A letter in the head of a table."""
    return letter.letter if isinstance(letter, Name) else ""


def indexed(base: Tree, label: str) -> Tree:
    """A base with a word as an index; a second index goes after a comma."""
    if isinstance(base, Index):
        return Index(base.base, Row((base.below, Sign("comma"), Word(label))))
    return Index(base, Number(label) if label.isdigit() else Word(label))


def polynomial(coefficients: Sequence[Any], names: Sequence[Tree]) -> Flow:
    """A polynomial with rational coefficients, low degree first; with two variables rows by power of the first."""
    known = {str(i): name for i, name in enumerate(names)}
    pieces: list[Tree] = []
    for minus, size, powers in as_text.terms(coefficients, list(known)):
        factors = [*([number(size)] if size else []), *(power(known[name], e) for name, e in powers)]
        sign = [Sign("minus")] if minus else [Sign("plus")] if pieces else []
        pieces.append(Row((*sign, *factors)))
    return Flow(tuple(pieces) or (Number("0"),))


def power(base: Tree, exponent: int) -> Tree:
    """base^exponent."""
    return base if exponent == 1 else Power(base, number(exponent))


def terms(pieces: Iterable[tuple[bool, Tree]]) -> Flow:
    """A sum of trees, each with whether it is subtracted."""
    found: list[Tree] = []
    for minus, tree in pieces:
        sign = [Sign("minus")] if minus else [Sign("plus")] if found else []
        found.append(Row((*sign, tree)))
    return Flow(tuple(found) or (Number("0"),))


def bracketed(inside: Flow) -> Flow:
    """A formula in parentheses that may be broken inside them."""
    first, *middle = inside.pieces
    if not middle:
        return Flow((Row((Sign("("), first, Sign(")"))),))
    return Flow((Row((Sign("("), first)), *middle[:-1], Row((middle[-1], Sign(")")))))


def cyclotomic(value: dict[str, Any]) -> Flow:
    """An element of Q(zeta_m)."""
    zeta = Index(Name("zeta"), Number(str(value["m"])))
    sum_ = polynomial(value["num"], [zeta])
    if value["den"] == "1" or sum_.pieces == (Number("0"),):
        return sum_
    if len(sum_.pieces) == 1 and sum_.pieces[0] == Row((Number("1"),)):
        return Flow((number(f"1/{value['den']}"),))
    return joined(flow(number(f"1/{value['den']}")), bracketed(sum_))


def listing(parts: Sequence[Tree]) -> Flow:
    """Trees between commas, in parentheses."""
    last = len(parts) - 1
    return Flow(
        tuple(
            Row((*([Sign("(")] * (i == 0)), part, Sign(")") if i == last else Sign("comma")))
            for i, part in enumerate(parts)
        )
    )


def matrix(rows: Sequence[Sequence[Tree]]) -> Tree:
    """A matrix."""
    return Table(tuple(tuple(line) for line in rows))


def edge(piece: Tree, last: bool = False) -> str:
    """The key of the sign that a piece begins, or ends, with; otherwise nothing."""
    while isinstance(piece, Row) and piece.parts:
        piece = piece.parts[-1 if last else 0]
    return piece.key if isinstance(piece, Sign) else ""


def continued(formula: Flow) -> list[tuple[Tree, bool]]:
    """The pieces of a formula, each with whether its first sign is an operation on what stands before it."""
    opening = ("(", "equals", "about", "less", "most", "more", "least", "comma", "times", "maps", "[", "{")
    found: list[tuple[Tree, bool]] = []
    for i, piece in enumerate(formula.pieces):
        operates = i > 0 and edge(piece) in ("plus", "minus") and edge(formula.pieces[i - 1], True) not in opening
        found.append((piece, operates))
    return found
