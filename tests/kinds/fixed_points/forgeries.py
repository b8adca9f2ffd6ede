"""Forgeries of `fixed-points` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED, Case


def fixed(identifier: str, verdict: int, old: str, new: str, why: str) -> Case:
    """An edit of a list of fixed points."""
    return statement(identifier, verdict, "twins-fixed", old, new, why)


REPELLER = '{"at":["1/3","0"],"eigenvalues":["2","2"],"type":"repeller"},'

DECIMAL = '{"at":["0.333333333333","0.333333333333"],"eigenvalues":["0.000000","2.000000"],"type":"saddle"},'

ORIGIN = '{"at":["0","0"],"eigenvalues":["0","2"],"type":"saddle"},'

HALF = '{"at":["0","1/2"],"eigenvalues":["0","0"],"type":"attractor"},'

LAST = ',{"at":["1","0"],"eigenvalues":["0","0"],"type":"attractor"}]'

ALL = ORIGIN + HALF + DECIMAL + REPELLER[:-1] + LAST

EXACT = DECIMAL.replace("0.333333333333", "1/3")

BESIDE = DECIMAL.replace("0.333333333333", "0.333333333334", 1)

FORGERIES = [
    fixed("fixed-points.count/1", LIMIT, ALL, "]", "no fixed point at all"),
    fixed("fixed-points.count/2", LIMIT, ALL, ORIGIN * 64 + ALL, "69 points, most of them one"),
    fixed("fixed-points.order/1", MALFORMED, DECIMAL + REPELLER, REPELLER + DECIMAL, "1/3 before the decimal below it"),
    fixed("fixed-points.order/2", MALFORMED, ORIGIN + HALF, HALF + ORIGIN, "e_2 = 1/2 before 0"),
    fixed("fixed-points.distinct/1", MALFORMED, HALF, HALF * 2, "a point twice"),
    fixed("fixed-points.distinct/2", MALFORMED, REPELLER, REPELLER + EXACT, "exactly and as a decimal"),
    fixed("fixed-points.distinct/3", MALFORMED, REPELLER, REPELLER + BESIDE, "enclosures with an end in common"),
    fixed("fixed-points.attractors/1", DECLINED, HALF, "", "half and half left out"),
    fixed(
        "fixed-points.attractors/2",
        DECLINED,
        '"1/2"],"eig',
        '"0.500000000000"],"eig',
        "a decimal for the point of a region",
    ),
    fixed("fixed-points.triangle/1", MALFORMED, '["1/3","0"]', '["1/3","3/4"]', "e_1 + e_2 = 13/12"),
    fixed("fixed-points.triangle/2", MALFORMED, '"at":["0","0"]', '"at":["0","-1/2"]', "e_2 below 0"),
    fixed(
        "fixed-points.triangle/3",
        MALFORMED,
        '"at":["0","0"]',
        '"at":["0","0.000000000000"]',
        "an enclosure across an edge",
    ),
    fixed(
        "fixed-points.exists/1",
        DECLINED,
        '"0.333333333333"],"eig',
        '"0.333333333334"],"eig',
        "the neighbouring decimal",
    ),
    fixed("fixed-points.exists/2", DECLINED, '["0.333333333333",', '["0.333333333332",', "the neighbouring decimal"),
    fixed("fixed-points.exists/3", DECLINED, '["1/3","0"]', '["1/2","0"]', "a point that moves along an edge"),
    fixed("fixed-points.exists/4", DECLINED, '["1/3","0"]', '["1/3","1/6"]', "a point that moves in e_2 alone"),
    fixed(
        "fixed-points.exists/5",
        DECLINED,
        '"at":["0","0"]',
        '"at":["0","0.250000000000"]',
        "none on this part of an edge",
    ),
    fixed("fixed-points.eigenvalues/1", DECLINED, '["0","2"]', '["0","3"]', "3 for 2"),
    fixed("fixed-points.eigenvalues/2", DECLINED, '["0","2"]', '["1","2"]', "1 for 0"),
    fixed("fixed-points.eigenvalues/3", DECLINED, '"2.000000"', '"2.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues/4", DECLINED, '"0.000000"', '"-0.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues/5", DECLINED, '"0.000000"', '"0"', "an enclosure does not show that it is 0"),
    fixed(
        "fixed-points.eigenvalues/6",
        DECLINED,
        '["0","2"]',
        '["0","2.000000"]',
        "2 as a decimal, though it is seen to be exact",
    ),
    fixed(
        "fixed-points.eigenvalues/7", DECLINED, '["2","2"]', '["2.000000","3"]', "2 is a double root: no change of sign"
    ),
    fixed("fixed-points.eigenvalues.order/1", MALFORMED, '["0","2"]', '["2","0"]', "the greater one first"),
    fixed(
        "fixed-points.eigenvalues.order/2",
        MALFORMED,
        '"2.000000"',
        '"0.000000"',
        "an enclosure of one eigenvalue twice",
    ),
    fixed("fixed-points.eigenvalues.double/1", DECLINED, '["0","2"]', '["0","0"]', "0 twice for 0 and 2"),
    fixed("fixed-points.eigenvalues.double/2", DECLINED, '["0","2"]', '["2","2"]', "2 twice for 0 and 2"),
    fixed("fixed-points.type/1", REFUSED, '"2"],"type":"saddle"', '"2"],"type":"repeller"', "a saddle called repeller"),
    fixed("fixed-points.type/2", REFUSED, '"2"],"type":"repeller"', '"2"],"type":"saddle"', "a repeller called saddle"),
    fixed(
        "fixed-points.type/3",
        REFUSED,
        '["1","0"],"eigenvalues":["0","0"],"type":"attractor"',
        '["1","0"],"eigenvalues":["0","0"],"type":"saddle"',
        "an attractor called saddle",
    ),
    fixed("fixed-points.complete/1", DECLINED, DECIMAL, "", "the saddle inside left out"),
    fixed("fixed-points.complete/2", DECLINED, REPELLER, "", "the repeller left out"),
    fixed("fixed-points.complete/3", DECLINED, ORIGIN, "", "the saddle at a corner left out"),
    fixed("fixed-points.digits/1", MALFORMED, '"0.333333333333"],"eig', '"0.33333333333"],"eig', "11 decimals"),
    fixed("fixed-points.digits/2", MALFORMED, '"2.000000"', '"2.0000000"', "7 decimals of an eigenvalue"),
    fixed("fixed-points.denominator/1", LIMIT, '["1/3","0"]', '["333334/1000003","0"]', "a fraction near 1/3"),
    fixed("fixed-points.denominator/2", LIMIT, '["2","2"]', '["2","2000001/1000001"]', "a fraction near 2"),
]
