"""Numbers and functions as people read them, from the spelling that claims have."""

from __future__ import annotations

from typing import Any


def function(value: dict[str, list[Any]], parameters: list[str]) -> str:
    """A rational function as text."""
    num, den = (polynomial(value[key], parameters) for key in ("num", "den"))
    return f"({num})" if den == "1" else f"({num}) / ({den})"


def polynomial(coefficients: list[Any], parameters: list[str]) -> str:
    """A polynomial in the parameters as text, low degree first."""
    by_degree: list[tuple[list[int], str]] = []
    for i, row in enumerate(coefficients):
        if isinstance(row, list):
            by_degree += [([i, j], c) for j, c in enumerate(row)]
        else:
            by_degree.append(([i], row))
    terms = []
    for exponents, c in sorted(by_degree, key=lambda term: (sum(term[0]), term[0])):
        if c != "0":
            powers = [name if e == 1 else f"{name}^{e}" for name, e in zip(parameters, exponents, strict=True) if e > 0]
            size = c.lstrip("-")
            factors = [size] * (size != "1" or not powers) + powers
            terms.append(("- " if c.startswith("-") else "+ ") + " ".join(factors))
    text = " ".join(terms) or "+ 0"
    return "-" + text[2:] if text.startswith("- ") else text[2:]
