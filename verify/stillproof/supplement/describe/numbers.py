"""Claims about single numbers."""

from __future__ import annotations

from typing import Any

from ...algebraic import rational
from ...gate.exact import decimal as shown_decimal
from ..tree import (
    Flow,
    Name,
    Over,
    Power,
    Row,
    Sign,
    Text,
    Tree,
    Word,
    decimal,
    flow,
    joined,
    matrix,
    number,
    polynomial,
    variable,
)
from ..values import of_claim, radicals
from .codes import WIDE
from .subject import Subject, Told

Claim = dict[str, Any]


def star(subject: Subject) -> Tree:
    """The threshold."""
    return Power(subject.x, Name("*"))


def between(name: Tree, interval: list[str]) -> Flow:
    """low < x < high, in decimals where they are exact."""
    low, high = (number(decimal(end)) for end in interval)
    return joined(flow(low), flow("less", name, "less"), flow(high))


def threshold(claim: Claim, subject: Subject) -> Told:
    """The one root."""
    x, out = star(subject), subject.output(claim["output"])
    words: list[Text] = [
        ("There is a definite threshold: below it distillation improves the state, above it not, up to ",
         flow(subject.x, "equals", number(claim["bound"])), "; on that range the denominators are positive. It is the "
         "one root of a polynomial in an interval:"),
    ]  # fmt: skip
    shown = [
        joined(
            flow(0, "less", out, "less", subject.x),
            flow("space", Word("for"), "space", "(", number(0), "comma", x, ")"),
        ),
        joined(
            flow(out, "more", subject.x),
            flow("space", Word("for"), "space", "(", x, "comma", number(claim["bound"]), ")"),
        ),
        joined(polynomial(claim["polynomial"], [x]), flow("equals", 0)),
        between(x, claim["interval"]),
    ]
    return Told(words, shown)


def radical(claim: Claim, subject: Subject) -> Told:
    """A root in radicals."""
    real = " Cube roots are real." if claim["kind"] == "closed-form" else ""
    return Told(
        [(f"The number of the claim {claim['of']} in radicals.{real}",)],
        [joined(flow(star(subject), "equals"), radicals(claim))],
    )


def fraction(claim: Claim, subject: Subject) -> Told:
    """A threshold in units of the bound."""
    bound = subject.known[claim["bound-of"]]["bound"]
    factor = str(1 / rational(bound))
    ratio = star(subject) if factor == "1" else Row((number(factor), star(subject)))
    words: Text = (f"The threshold of the claim {claim['of']}, divided by the bound of the claim {claim['bound-of']}:",)
    return Told([words], [between(ratio, claim["value"])])


def yield_(claim: Claim, subject: Subject) -> Told:
    """Inputs per output, and the exponent."""
    order = subject.known[claim["of"]]["order"]
    log = Over(*(Row((Word("log"), Sign("("), number(x), Sign(")"))) for x in (order, claim["inputs"])))
    low, high = map(number, claim["exponent"])
    words: Text = (
        "At zero noise, success probability included, one output takes ", flow(number(claim["inputs"])),
        " inputs. The exponent of the yield is",
    )  # fmt: skip
    return Told([words], [joined(flow(low, "less", log), flow("less", high))])


def wigner(claim: Claim, subject: Subject) -> Told:
    """The Wigner function."""
    cells = [[polynomial(cell, [subject.x]) for cell in line] for line in claim["function"]]
    x = subject.x
    name = Row((variable("W"), Sign("("), variable("u"), Sign("comma"), variable("v"), Sign(")")))
    words: list[Text] = [
        ("The discrete Wigner function of the family, row u, column v, counted from 0, has a negative value for ",
         flow(number(0), "most", x, "less", number(claim["bound"])), " and none for ",
         flow(x, "least", number(claim["bound"])), ". No protocol of stabilizer operations has a threshold beyond."),
    ]  # fmt: skip
    widest = max(sum(6 * len(cell.pieces) for cell in line) for line in cells)
    if widest <= WIDE + 10:
        table = matrix([[Row(cell.pieces) for cell in line] for line in cells])
        return Told(words, [flow(name, "equals", table)])
    rows: list[tuple[Text, ...]] = [
        ((flow(u),), (flow(v),), (cell,)) for u, line in enumerate(cells) for v, cell in enumerate(line)
    ]
    return Told(words, [], (("u", "v", "W(u,v)"), rows))


def printed(claim: Claim, subject: Subject) -> Told:
    """A decimal in print is the correct rounding."""
    words: Text = ("The printed value ", flow(number(claim["value"])), " is the correct rounding of the exact one.")
    exact = exact_of(claim, subject)
    return Told(
        [words],
        [joined(flow(number(claim["value"])), flow("about" if len(exact) > 1 else "equals", *exact))] if exact else [],
    )


def exact_of(claim: Claim, subject: Subject) -> list[Tree]:
    """The exact value that a printed one is compared with, as a decimal that is cut off."""
    source = subject.known.get(claim["of"])
    if source is None:
        return []
    for value in of_claim(source, subject.known):
        if claim["value"] in value.printed:
            shown = shown_decimal(value.exact)
            digits = shown.removesuffix("...")
            if " to " not in digits:
                return [number(digits), *([Sign("dots")] if shown.endswith("...") else [])]
    return []


def comparison(claim: Claim, subject: Subject) -> Told:
    """One number is smaller than another."""
    left, right = (subject.known[claim[side]] for side in ("left", "right"))
    ends = []
    for source, i in ((left, 1), (right, 0)):
        interval = source["interval" if "interval" in source else "value"]
        ends.append(number(decimal(interval[i])))
    words: Text = (f"The number of the claim {claim['left']} is smaller than that of the claim {claim['right']}: the "
                   "first one is below the smaller, the second one above the larger of",)  # fmt: skip
    return Told([words], [flow(ends[0], "less", ends[1])])
