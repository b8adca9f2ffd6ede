"""`radicals`: how it is told, and its self-tests."""

from __future__ import annotations

from ...statements.stated import Stated
from ..expressions import Test, Tests, call, poly
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, star
from ..subject import Subject, Told
from ..tree import Flow, Root, Row, Tree, bracketed, flow, joined, number, terms

WORDS = {
    "radicals": "The threshold of the claim {of:name}, in the parameter {x:name}, in radicals:",
    "radicals.cubic": "The threshold of the claim {of:name}, in the parameter {x:name}, in radicals, where cube roots"
    " are real:",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """A root in radicals."""
    said = PROSE.say("radicals.cubic" if claim["degree"] == 3 else "radicals", of=claim["of"], x=subject.parameters[0])
    return Told([said], [joined(flow(star(subject), "equals"), radicals(claim))])


def radicals(claim: Claim) -> Flow:
    """A root in radicals, as a claim of the kind `radicals` states it."""
    root = Root(number(claim["D"]), 2)
    size = claim["s"].lstrip("-")
    part: Tree = root if size == "1" else Row((number(size), root))
    minus = claim["s"].startswith("-")
    center, r = ([(False, number(claim[key]))] if claim[key] != "0" else [] for key in ("center", "r"))
    if claim["degree"] == 2:
        above = terms([*center, (minus, part)])
    else:
        cubes = [Root(Row(terms([*r, (minus != flip, part)]).pieces), 3) for flip in (0, 1)]
        above = terms([*center, *((False, cube) for cube in cubes)])
    return above if claim["scale"] == "1" else joined(flow(number(f"1/{claim['scale']}")), bracketed(above))


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The polynomial of the threshold is that of the radicals, and the radicals are in its interval."""
    source = stated.by_id[claim["of"]]
    own, d = poly(source["polynomial"]), claim["D"]
    r, s, center, scale = (claim[key] for key in ("r", "s", "center", "scale"))
    moved = call("moved", own, center, scale)
    if claim["degree"] == 2:
        target = f"(x^2-({s})^2*{d})"
        yield Test("the polynomial is that of the square root", call("rest", moved, target), "zero", "0")
        below = call("at", own, source["interval"][0])  # a quadratic rises through the larger one of its roots
        yield Test("the sign of the square root", below, ">" if s.startswith("-") else "<", "0")
        return
    cube = round_cube(int(r) ** 2 - int(s) ** 2 * int(d))
    yield Test("r^2 - s^2 D is a cube", f"({r})^2-({s})^2*{d}", "==", f"({cube})^3")
    yield Test("the polynomial is that of the cube roots", call("rest", moved, f"(x^3-3*({cube})*x-2*({r}))"), "zero",
               "0")  # fmt: skip


def round_cube(value: int) -> int:
    """The integer whose cube is nearest to 0 from a number: its cube root, if it is a cube."""
    low, high = 0, 1 << (abs(value).bit_length() // 3 + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**3 <= abs(value) else (low, middle)
    return -low if value < 0 else low
