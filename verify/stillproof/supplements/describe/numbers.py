"""Claims about single numbers."""

from __future__ import annotations

from typing import Any

from ...exact.decimals import outwards, terminating
from ...exact.reading import rational
from ..prose import say
from ..subject import Subject, Told
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
    flow,
    joined,
    matrix,
    number,
    polynomial,
    spelled,
)
from ..values import QUANTITIES, Value, cut_off, of_claim, radicals
from .codes import WIDE
from .maps import frame

Claim = dict[str, Any]
PLACES = 20  # of the ends of the infidelity at a threshold


def star(subject: Subject) -> Tree:
    """The threshold."""
    return Power(subject.x, Name("*"))


def between(name: Tree, interval: list[str]) -> Flow:
    """low < x < high, in decimals where they are exact."""
    low, high = (number(terminating(rational(end), 3 * len(end.partition("/")[2]) + 8) or end) for end in interval)
    return joined(flow(low), flow("less", name, "less"), flow(high))


def threshold(claim: Claim, subject: Subject) -> Told:
    """The one root."""
    x, of = star(subject), claim["of"]
    out = subject.output(of, claim["output"])
    slope, bound = rational(claim["infidelity"][0]) / rational(claim["interval"][0]), claim["bound"]
    several = subject.known[of]["kind"] == "outputs"
    factor = str(slope) if several else "1"
    size = [] if factor == "1" else [number(factor)]
    told = [
        compared(claim, subject),
        *frame(of, subject),
        say("threshold.root", x=subject.parameters[0]),
    ]
    shown = [
        joined(
            flow(0, "less", out, "less", *size, subject.x),
            flow("space", Word("for"), "space", "(", number(0), "comma", x, ")"),
        ),
        joined(
            flow(out, "more", *size, subject.x),
            flow("space", Word("for"), "space", "(", x, "comma", number(bound), ")"),
        ),
        joined(polynomial(claim["polynomial"], [x]), flow("equals", 0)),
        between(x, claim["interval"]),
        between(scaled(str(slope), x), outward(claim["infidelity"])),
    ]
    return Told(told, shown)


def outward(interval: list[str]) -> list[str]:
    """An interval with ends of PLACES decimals around one."""
    low, high = map(rational, interval)
    return [str(end) for end in outwards(low, high, PLACES)]


def scaled(factor: str, x: Tree) -> Tree:
    """A multiple of x."""
    return x if factor == "1" else Row((number(factor), x))


def compared(claim: Claim, subject: Subject) -> Text:
    """What is smaller below a threshold: of which output, to which target, compared with which input."""
    source, output = subject.known[claim["of"]], claim["output"]
    at: dict[str, Any] = {
        "x": subject.parameters[0],
        "state": subject.first,
        "bound": flow(subject.x, "equals", number(claim["bound"])),
    }
    if source["kind"] == "map":
        return say("threshold.map", of=claim["of"], **at)
    if output != "any":
        return say("threshold.one", output=output, of=claim["of"], **at)
    if source["each"]:
        return say("threshold.product", count=subject.encoded, of=claim["of"], **at)
    return say("threshold.joint", count=subject.encoded, of=claim["of"], **at)


def radical(claim: Claim, subject: Subject) -> Told:
    """A root in radicals."""
    told = say("radicals.cubic" if claim["degree"] == 3 else "radicals", of=claim["of"], x=subject.parameters[0])
    return Told([told], [joined(flow(star(subject), "equals"), radicals(claim))])


def quotient(claim: Claim, subject: Subject) -> Told:
    """One number divided by another one in its unit."""
    told = [say("quotient", of=claim["of"], over=claim["over"], unit=claim["unit"])]
    if rational(claim["value"][1]) <= 1:
        told.append(say("quotient.smaller"))
    return Told(told, [between(Word("quotient"), claim["value"])])


def yield_(claim: Claim, subject: Subject) -> Told:
    """Inputs per output, and the exponent."""
    leading, inputs = subject.known[claim["of"]], flow(number(claim["inputs"]))
    order, source = leading["order"], subject.known[leading["of"]]
    log = Over(*(Row((Word("log"), Sign("("), number(x), Sign(")"))) for x in (order, claim["inputs"])))
    low, high = map(number, claim["exponent"])
    taken: dict[str, Any] = {"inputs": inputs, "success": claim["success-of"], "source": leading["of"]}
    if source["kind"] == "map":
        told = [say("yield.inputs", **taken)]
    elif subject.joint(leading["of"]):
        told = [say("yield.inputs.joint", count=subject.encoded, **taken)]
    elif claim["outputs"] == 1:
        told = [say("yield.inputs.single", output=leading["output"], **taken)]
    else:
        told = [say("yield.inputs.several", count=claim["outputs"], of=claim["of"], **taken)]
    told.append(say("yield.exponent", order=order, what=subject.what(leading["of"], leading["output"])))
    if source["kind"] == "outputs":
        told += recursion(claim, subject)
    return Told(told, [joined(flow(low, "less", log), flow("less", high))])


def recursion(claim: Claim, subject: Subject) -> list[Text]:
    """Whether the exponent is that of a recursion in which outputs of a block are inputs again."""
    leading = subject.known[claim["of"]]
    if subject.joint(leading["of"]):
        return [say("yield.once")]
    reason = subject.recurs(leading["of"], leading["output"])
    if reason:
        return [say(f"yield.{reason}")]
    return [say("yield.apart")] if claim["outputs"] > 1 else []


def wigner(claim: Claim, subject: Subject) -> Told:
    """The Wigner function."""
    cells = [[polynomial(cell, [subject.x]) for cell in line] for line in claim["function"]]
    x = subject.x
    w, u, v = subject.letter("W", "F", "G"), subject.letter("u", "a", "b"), subject.letter("v", "c", "d")
    name = Row((w, Sign("("), u, Sign("comma"), v, Sign(")")))
    below = flow(number(0), "most", x, "less", number(claim["bound"]))
    above = flow(x, "least", number(claim["bound"]))
    told = [say("wigner", below=below, above=above, u=flow(u), v=flow(v))]
    widest = max(sum(6 * len(cell.pieces) for cell in line) for line in cells)
    if widest <= WIDE + 10:
        table = matrix([[Row(cell.pieces) for cell in line] for line in cells])
        return Told(told, [flow(name, "equals", table)])
    rows: list[tuple[Text, ...]] = [
        ((flow(i),), (flow(j),), (cell,)) for i, line in enumerate(cells) for j, cell in enumerate(line)
    ]
    head = (spelled(u), spelled(v), f"{spelled(w)}({spelled(u)},{spelled(v)})")
    return Told(told, [], (head, rows))


def printed(claim: Claim, subject: Subject) -> Told:
    """A decimal in print is the correct rounding."""
    shown = flow(number(claim["value"]))
    source = subject.known[claim["of"]]
    (value,) = [x for x in of_claim(source, subject) if x.label == QUANTITIES[claim["quantity"]]]
    exact = exact_of(value)
    same = len(exact) == 1 and exact[0] == number(claim["value"])
    equation = [joined(shown, flow("equals" if same else "about", *exact))] if exact else []
    return Told([say("printed", value=shown, words=value.words, of=claim["of"])], equation)


def exact_of(value: Value) -> list[Tree]:
    """The exact value that a printed one is compared with, as a decimal that is cut off."""
    cut = cut_off(value.exact)
    return [] if cut is None else [number(cut[0]), *([Sign("dots")] if cut[1] else [])]
