"""`fixed-points`: all fixed points of a two-parameter map, and the eigenvalues of its Jacobian at each."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, decimal, listed, name, no_witness, one_of, rational, record
from ...entry.verdict import require, supported, wellformed, within
from ...subject.established import Established
from ...subject.statement import Facts
from ...triangles.newton import Box, Slopes, sign
from .basin import Basin
from .trapping import Trapping

CONVENTION = (
    "points = all fixed points of the map in the triangle, sorted by the lower ends of e_1, then e_2; at = e_1 and "
    "e_2; eigenvalues = those of the Jacobian of the outputs by (e_1, e_2), sorted; a decimal is within half a unit of "
    "its last digit; type = attractor, saddle, repeller: two, one, none of the eigenvalues of absolute value below 1"
)
LEMMAS = ("affine-patch", "basin-cover", "newton-box", "trapping-region")
TYPES = ("repeller", "saddle", "attractor")
MAX_POINTS = 64
MAX_DENOMINATOR = 10**6  # of what is stated exactly

Enclosure = tuple[Fraction, Fraction]


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `basin` claim, and the points."""
    point = {"at": listed(number(12), 2), "eigenvalues": listed(number(6), 2), "type": one_of(TYPES)}
    return {"of": name, "points": listed(lambda value: record(value, point))}


def number(digits: int) -> Reader:
    """An enclosure: of a rational by itself, or of a number by half a unit on both sides of a decimal."""

    def reader(value: Any) -> Enclosure:
        if "." not in str(value):
            exact = rational(value)
            size = exact.denominator
            within(size <= MAX_DENOMINATOR, "fixed-points.denominator", f"at most {MAX_DENOMINATOR}", size)
            return exact, exact
        middle, half = decimal(value)
        wellformed(half * 10**digits == Fraction(1, 2), "fixed-points.digits", f"{digits} decimals", value)
        return middle - half, middle + half

    return reader


witness = no_witness  # the cells of the basin are gone through


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    found, points = facts.of(claim["of"], Basin), claim["points"]
    images = found.images
    within(0 < len(points) <= MAX_POINTS, "fixed-points.count", f"1 to {MAX_POINTS}", len(points))
    places = [point["at"] for point in points]
    wellformed(places == sorted(places), "fixed-points.order", "sorted points", [point["at"] for point in points])
    pairs = [(a, b) for i, a in enumerate(places) for b in places[:i]]
    apart = all(any(c[1] < d[0] or d[1] < c[0] for c, d in zip(a, b)) for a, b in pairs)
    wellformed(apart, "fixed-points.distinct", "enclosures that do not meet", "two that do")
    for label in found.regions:
        point = [(x, x) for x in facts.of(label, Trapping).point]
        supported(point in places, "fixed-points.attractors", f"the point of {label}, exactly", "not among them")
    boxes = [barycentric(place) for place in places]
    for box, point in zip(boxes, points):
        wellformed(min(box[0]) >= 0, "fixed-points.triangle", "an enclosure in the triangle", point["at"])
        slopes = Slopes(images.function, box)
        supported(slopes.at_least_one(), "fixed-points.exists", f"a fixed point in {shown(box)}", "not shown")
        check_eigenvalues(slopes, point)
    around = list(boxes)
    for cell in images.may_be_fixed(found.cover):
        facts.work.more(8 * len(boxes))
        corner = [Fraction(x, 1 << cell.level) for x in cell.corner]
        near = min(range(len(boxes)), key=lambda i: sum(abs(x - a) for x, a in zip(corner, boxes[i][0])))
        low, high = around[near]
        end = [x + Fraction(1, 1 << cell.level) for x in corner]
        around[near] = list(map(min, low, corner)), list(map(max, high, end))
    for box in around:
        unique = Slopes(images.function, box).at_most_one()
        supported(unique, "fixed-points.complete", f"at most one fixed point in {shown(box)}", "not shown")
    return Established()


def check_eigenvalues(slopes: Slopes, point: dict[str, Any]) -> None:
    """The eigenvalues and the type of one fixed point."""
    first, second = point["eigenvalues"]
    wellformed(first[1] <= second[0], "fixed-points.eigenvalues.order", "the smaller one first", (first, second))
    for low, high in (first, second):
        below, inside, above = (slopes.characteristic(x) for x in (low, (low + high) / 2, high))
        exact = inside == (0, 0)  # then it has to be said
        good = exact if low == high else sign(below) * sign(above) < 0 and not exact
        least, most = sorted(map(abs, (low, high)))
        good = good and (most < 1 or least > 1)  # away from absolute value 1
        supported(good, "fixed-points.eigenvalues", f"an eigenvalue in [{low}, {high}], exactly if seen", "not shown")
    (a, _), (_, d) = slopes.less(first[0])
    double = first != second or (a[0] + d[0], a[1] + d[1]) == (0, 0)
    supported(double, "fixed-points.eigenvalues.double", f"twice the eigenvalue {first[0]}", "not shown")
    known = TYPES[sum(max(map(abs, value)) < 1 for value in (first, second))]
    require(point["type"] == known, "fixed-points.type", known, point["type"])


def barycentric(place: list[Enclosure]) -> Box:
    """The least and the greatest coordinates x_0, x_1, x_2 of an enclosure of e_1 and e_2."""
    (a, b), (c, d) = place
    return [1 - b - d, a, c], [1 - a - c, b, d]


def shown(box: Box) -> str:
    """A box in a message."""
    return " x ".join(f"[{low}, {high}]" for low, high in list(zip(*box))[1:])
