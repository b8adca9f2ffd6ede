"""Forgeries of basins and fixed points."""

from __future__ import annotations

from forge import Case

from .edits import added, certificate, statement

TRAPPING = {"contraction": "15/16", "of": "map", "point": ["1/3", "1/3"], "ratio": "1/32"}

ZERO = '"id":"zero","kind":"trapping","of":"map","place":"test","point":["1","0"],"ratio":"5/8"'

EDGE = '"end":["0","1/2"],"id":"edge","interval":["1333333333/2000000000","6666666669/10000000000"]'

BASINS = [
    added("triangle.parameters", "golay-threshold", "trapping", TRAPPING, "one parameter"),
    added("triangle.signs", "steep", "trapping", TRAPPING, "points of the triangle that are no states"),
    added("triangle.accepted", "hidden", "trapping", TRAPPING, "the target is never accepted"),
    statement("trapping.point", "twins-basin", ZERO, ZERO.replace('"0"]', '"1/2"]'), "a point outside"),
    statement("trapping.point", "twins-basin", ZERO, ZERO.replace('"1","0"', '"-1","0"'), "a negative coordinate"),
    statement("trapping.ratio", "twins-basin", ZERO, ZERO.replace("5/8", "9/8"), "beyond the triangle"),
    statement("trapping.ratio", "twins-basin", ZERO, ZERO.replace("5/8", "0"), "only the point"),
    added("trapping.contraction", "twins-basin", "trapping", TRAPPING | {"contraction": "1"}, "it does not contract"),
    added("trapping.contraction", "twins-basin", "trapping", TRAPPING | {"contraction": "-1"}, "a negative factor"),
    statement("trapping.denominator", "twins-basin", ZERO, ZERO.replace("5/8", "5/1048583"), "over the bound"),
    statement("trapping.contracts", "twins-basin", ZERO, ZERO.replace("5/8", "3/4"), "a widened region"),
    statement("trapping.contracts", "twins-basin", ZERO, ZERO.replace('"1","0"', '"31/32","1/32"'), "no fixed point"),
    added("trapping.contracts", "twins-basin", "trapping", TRAPPING, "a saddle"),
    added(
        "basin.regions.count",
        "twins-basin",
        "basin",
        {"areas": [], "level": 0, "of": "map", "regions": [f"r{i}" for i in range(27)], "steps": 0, "undecided": "1"},
        "more regions than letters",
        '{"cover":"."}',
    ),
    statement("basin.regions.distinct", "twins-basin", '["zero","half"]', '["zero","zero"]', "a region twice"),
    statement("basin.regions.points", "twins-basin", '["zero","half"]', '["inner","half"]', "a region in a region"),
    statement(
        "basin-threshold.denominator",
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/10000000000", f"6666666669{'0' * 30}1/1{'0' * 41}"),
        "a long end",
    ),
    statement(
        "basin.regions.map",
        "twins-basin",
        '"of":"map","place":"test","regions"',
        '"of":"again","place":"test","regions"',
        "regions of another map",
    ),
    certificate("cover.level", "twins-basin", '"cover":"+', '"cover":"' + "+" * 49, "cells that are too small"),
    certificate("cover.mark", "twins-basin", '"cover":"++++++.', '"cover":"++++++,', "no mark"),
    certificate("cover.region", "twins-basin", '"cover":"++++++...', '"cover":"++++++c1..', "a third region"),
    certificate("cover.mark", "twins-basin", '+...."}', '+..."}', "a cover that breaks off"),
    certificate("cover.mark", "twins-basin", '+...."}', '+...b"}', "no number of steps"),
    certificate("cover.mark", "twins-basin", "b7.+b6", "b-.+b6", "another sign for the steps"),
    certificate("cover.mark", "twins-basin", '+...."}', '+...bZ"}', "steps that go on and do not end"),
    certificate("cover.end", "twins-basin", '+...."}', '+....."}', "one cell more than the triangle has"),
    certificate("basin.witness.reaches", "twins-basin", '"cover":"++++++.', '"cover":"++++++b9', "a cell on the edge"),
    certificate("basin.witness.reaches", "twins-basin", "b7.+b6", "a7.+b6", "a cell that reaches another region"),
    certificate("basin.witness.reaches", "twins-basin", "b6b6b5b6", "b6b6.b6", "a gap of one cell that others need"),
    certificate("basin.witness.steps", "twins-basin", "b7.+b6", "b6.+b6", "one step fewer"),
    certificate("basin.witness.steps", "twins-basin", "b7.+b6", "b8.+b6", "one step more"),
    certificate("basin.witness.steps", "twins-basin", "b7b5b7a0", "b7b5b7a1", "a step for a cell in the region"),
    certificate("basin.areas", "twins-basin", "b7.+b6", "..+b6", "a gap of one cell that no other needs"),
    statement("basin.areas", "twins-basin", '"areas":["', '"areas":["1', "a larger basin"),
    statement("basin.undecided", "twins-basin", '"undecided":"', '"undecided":"1', "more undecided"),
    statement("basin.level", "twins-basin", '"level":6', '"level":5', "larger undecided cells"),
    statement("basin.level", "twins-basin", '"level":6', '"level":7', "smaller undecided cells"),
    statement("basin.steps", "twins-basin", '"steps":42', '"steps":43', "more steps"),
    statement("basin.steps", "twins-basin", '"steps":42', '"steps":41', "fewer steps"),
    statement(
        "basin-threshold.region",
        "twins-basin",
        '"place":"test","region":"zero","start"',
        '"place":"test","region":"map","start"',
        "no region",
    ),
    statement(
        "basin-threshold.interval",
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/", "-1333333333/"),
        "below the segment",
    ),
    statement(
        "basin-threshold.interval",
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/", "16666666669/"),
        "beyond the segment",
    ),
    statement(
        "basin-threshold.width", "twins-basin", EDGE, EDGE.replace("1333333333/2000000000", "1/2"), "a wide interval"
    ),
    statement("basin-threshold.segment", "twins-basin", EDGE, EDGE.replace('"1/2"]', '"3/2"]'), "an end outside"),
    statement("basin-threshold.segment", "twins-basin", EDGE, EDGE.replace('"0","1/2"', '"1","0"'), "a point"),
    statement(
        "basin-threshold.below",
        "twins-basin",
        EDGE,
        '"end":["0","1/2"],"id":"edge","interval":["9/10","9000000001/10000000000"]',
        "beyond the edge",
    ),
    statement(
        "basin-threshold.above",
        "twins-basin",
        EDGE,
        '"end":["0","1/2"],"id":"edge","interval":["1/3","1666666667/5000000000"]',
        "half way to the edge",
    ),
    statement(
        "basin-threshold.decided",
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/2000000000", "6666666667/10000000000"),
        "above the edge",
    ),
    statement(
        "basin-threshold.decided",
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/10000000000", "3333333333/5000000000"),
        "below the edge",
    ),
    statement(
        "flow.point", "twins-basin", '"point":["1/2","0"],"region"', '"point":["1/2","1"],"region"', "a point outside"
    ),
    statement(
        "flow.region",
        "twins-basin",
        '"point":["1/2","0"],"region":"zero"',
        '"point":["1/2","0"],"region":"half"',
        "another fixed point",
    ),
    statement(
        "flow.decided", "twins-basin", '"point":["1/2","0"],"region"', '"point":["1/3","0"],"region"', "on the edge"
    ),
    added(
        "quotient.units",
        "twins-basin",
        "quotient",
        {"of": "other-edge", "over": "edge", "unit": "x", "value": ["0", "1"]},
        "places on two segments",
    ),
]


def fixed(check: str, old: str, new: str, why: str) -> Case:
    """An edit of a list of fixed points."""
    return statement(check, "twins-fixed", old, new, why)


REPELLER = '{"at":["1/3","0"],"eigenvalues":["2","2"],"type":"repeller"},'

DECIMAL = '{"at":["0.333333333333","0.333333333333"],"eigenvalues":["0.000000","2.000000"],"type":"saddle"},'

ORIGIN = '{"at":["0","0"],"eigenvalues":["0","2"],"type":"saddle"},'

HALF = '{"at":["0","1/2"],"eigenvalues":["0","0"],"type":"attractor"},'

LAST = ',{"at":["1","0"],"eigenvalues":["0","0"],"type":"attractor"}]'

ALL = ORIGIN + HALF + DECIMAL + REPELLER[:-1] + LAST

EXACT = DECIMAL.replace("0.333333333333", "1/3")

BESIDE = DECIMAL.replace("0.333333333333", "0.333333333334", 1)

FIXED = [
    fixed("fixed-points.count", ALL, "]", "no fixed point at all"),
    fixed("fixed-points.count", ALL, ORIGIN * 64 + ALL, "69 points, most of them one"),
    fixed("fixed-points.order", DECIMAL + REPELLER, REPELLER + DECIMAL, "1/3 before the decimal below it"),
    fixed("fixed-points.order", ORIGIN + HALF, HALF + ORIGIN, "e_2 = 1/2 before 0"),
    fixed("fixed-points.distinct", HALF, HALF * 2, "a point twice"),
    fixed("fixed-points.distinct", REPELLER, REPELLER + EXACT, "exactly and as a decimal"),
    fixed("fixed-points.distinct", REPELLER, REPELLER + BESIDE, "enclosures with an end in common"),
    fixed("fixed-points.attractors", HALF, "", "half and half left out"),
    fixed("fixed-points.attractors", '"1/2"],"eig', '"0.500000000000"],"eig', "a decimal for the point of a region"),
    fixed("fixed-points.triangle", '["1/3","0"]', '["1/3","3/4"]', "e_1 + e_2 = 13/12"),
    fixed("fixed-points.triangle", '"at":["0","0"]', '"at":["0","-1/2"]', "e_2 below 0"),
    fixed("fixed-points.triangle", '"at":["0","0"]', '"at":["0","0.000000000000"]', "an enclosure across an edge"),
    fixed("fixed-points.exists", '"0.333333333333"],"eig', '"0.333333333334"],"eig', "the neighbouring decimal"),
    fixed("fixed-points.exists", '["0.333333333333",', '["0.333333333332",', "the neighbouring decimal"),
    fixed("fixed-points.exists", '["1/3","0"]', '["1/2","0"]', "a point that moves along an edge"),
    fixed("fixed-points.exists", '["1/3","0"]', '["1/3","1/6"]', "a point that moves in e_2 alone"),
    fixed("fixed-points.exists", '"at":["0","0"]', '"at":["0","0.250000000000"]', "none on this part of an edge"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["0","3"]', "3 for 2"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["1","2"]', "1 for 0"),
    fixed("fixed-points.eigenvalues", '"2.000000"', '"2.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues", '"0.000000"', '"-0.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues", '"0.000000"', '"0"', "an enclosure does not show that it is 0"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["0","2.000000"]', "2 as a decimal, though it is seen to be exact"),
    fixed("fixed-points.eigenvalues", '["2","2"]', '["2.000000","3"]', "2 is a double root: no change of sign"),
    fixed("fixed-points.eigenvalues.order", '["0","2"]', '["2","0"]', "the greater one first"),
    fixed("fixed-points.eigenvalues.order", '"2.000000"', '"0.000000"', "an enclosure of one eigenvalue twice"),
    fixed("fixed-points.eigenvalues.double", '["0","2"]', '["0","0"]', "0 twice for 0 and 2"),
    fixed("fixed-points.eigenvalues.double", '["0","2"]', '["2","2"]', "2 twice for 0 and 2"),
    fixed("fixed-points.type", '"2"],"type":"saddle"', '"2"],"type":"repeller"', "a saddle called repeller"),
    fixed("fixed-points.type", '"2"],"type":"repeller"', '"2"],"type":"saddle"', "a repeller called saddle"),
    fixed(
        "fixed-points.type",
        '["1","0"],"eigenvalues":["0","0"],"type":"attractor"',
        '["1","0"],"eigenvalues":["0","0"],"type":"saddle"',
        "an attractor called saddle",
    ),
    fixed("fixed-points.complete", DECIMAL, "", "the saddle inside left out"),
    fixed("fixed-points.complete", REPELLER, "", "the repeller left out"),
    fixed("fixed-points.complete", ORIGIN, "", "the saddle at a corner left out"),
    fixed("fixed-points.digits", '"0.333333333333"],"eig', '"0.33333333333"],"eig', "11 decimals"),
    fixed("fixed-points.digits", '"2.000000"', '"2.0000000"', "7 decimals of an eigenvalue"),
    fixed("fixed-points.denominator", '["1/3","0"]', '["333334/1000003","0"]', "a fraction near 1/3"),
    fixed("fixed-points.denominator", '["2","2"]', '["2","2000001/1000001"]', "a fraction near 2"),
]
