"""`expansion`: how it is told, and its self-tests."""

from __future__ import annotations

from ...statements.stated import Stated
from ..expressions import Infix, Test, Tests, call, function, minus, one_parameter, poly, times
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Word, flow, joined, power, variable

WORDS = {
    "expansion": "Every term through total degree {degree:count} of {what:what}:",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """The first terms of a series."""
    degree = claim["degree"] + 1
    name = subject.output(claim["of"], claim["function"])
    x = subject.x if len(subject.parameters) == 1 else Word("degree")
    rest = flow("plus", variable("O"), "(", power(x, degree), ")")
    if len(subject.parameters) > 1:
        rest = flow("plus", "dots")
    said = PROSE.say("expansion", degree=claim["degree"], what=subject.what(claim["of"], claim["function"]))
    return Told([said], [joined(flow(name, "equals"), subject.polynomial(claim["coefficients"]), rest)])


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """num = den times the series, up to its degree."""
    source = stated.by_id[claim["of"]]
    if not one_parameter(source):
        return
    num, den = function(source, claim["function"])
    series = poly(claim["coefficients"])
    yield Test(f"the series through degree {claim['degree']}",
               call("low", Infix(minus(num, times(den, series)), "+", f"x^{claim['degree'] + 40}")), ">",
               str(claim["degree"]))  # fmt: skip
