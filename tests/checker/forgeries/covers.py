"""Forgeries of covers of the triangle and of points in it."""

from __future__ import annotations

from edits import TRAPPING, added, certificate
from forge import DECLINED, LIMIT, MALFORMED

FORGERIES = [
    added("triangle.parameters/1", DECLINED, "golay-threshold", "trapping", TRAPPING, "one parameter"),
    added("triangle.signs/1", DECLINED, "steep", "trapping", TRAPPING, "points of the triangle that are no states"),
    added("triangle.accepted/1", DECLINED, "hidden", "trapping", TRAPPING, "the target is never accepted"),
    certificate(
        "cover.level/1", LIMIT, "twins-basin", '"cover":"+', '"cover":"' + "+" * 49, "cells that are too small"
    ),
    certificate("cover.mark/1", MALFORMED, "twins-basin", '"cover":"++++++.', '"cover":"++++++,', "no mark"),
    certificate("cover.mark/2", MALFORMED, "twins-basin", '+...."}', '+..."}', "a cover that breaks off"),
    certificate("cover.mark/3", MALFORMED, "twins-basin", '+...."}', '+...b"}', "no number of steps"),
    certificate("cover.mark/4", MALFORMED, "twins-basin", "b7.+b6", "b-.+b6", "another sign for the steps"),
    certificate("cover.mark/5", MALFORMED, "twins-basin", '+...."}', '+...bZ"}', "steps that go on and do not end"),
    certificate(
        "cover.region/1", MALFORMED, "twins-basin", '"cover":"++++++...', '"cover":"++++++c1..', "a third region"
    ),
    certificate("cover.end/1", MALFORMED, "twins-basin", '+...."}', '+....."}', "one cell more than the triangle has"),
]
