"""The protocol golay11-strange from the generator of its code alone, in plain Fractions: the honest part of all.

It reads nothing but questions, so that the gate's certified values and these have only the mathematics in common.
"""

import itertools
import json
import sys
from collections import Counter
from fractions import Fraction
from functools import cache
from math import comb

N, PROTOCOL = 11, "golay11-strange"
CHECK = (1, 2, 2, 2, 1, 0, 1)  # of the cyclic [11,5,6]_3 code; the logical word is all ones
ROWS = [(0,) * i + CHECK + (0,) * (N - len(CHECK) - i) for i in range(5)]
A_SIGN = -1  # chi of the strange state is -1/2 off 0, so that z = -(1-delta)/2


def supports(rows):
    """How many words of a ternary code have which support."""
    found = Counter()
    for coefficients in itertools.product(range(3), repeat=len(rows)):
        word = [sum(c * x for c, x in zip(coefficients, column)) % 3 for column in zip(*rows)]
        found[sum(1 << i for i, x in enumerate(word) if x)] += 1
    return found


@cache
def enumerator(logical):
    """A (stabilizers) or B (with the logical operators), by going through all pairs of supports."""
    found = supports([*ROWS, (1,) * N] if logical else ROWS)
    weights = [0] * (N + 1)
    for (u, many), (v, more) in itertools.product(found.items(), repeat=2):
        weights[(u | v).bit_count()] += many * more
    return weights


def in_delta(weights, sign):
    """The sum of weights[w] z^w at z = sign (1-delta)/2, by power of delta."""
    found = [Fraction(0)] * (N + 1)
    for w, many in enumerate(weights):
        for k in range(w + 1):
            found[k] += many * Fraction(sign, 2) ** w * comb(w, k) * (-1) ** k
    return found


@cache
def functions(sign=A_SIGN):
    """Success probability and output error (3A+B)/(4A), as numerator and denominator."""
    a, b = (in_delta(enumerator(logical), sign) for logical in (False, True))
    return {
        "success-probability": (a, [Fraction(3**10)]),
        "error-map": ([3 * x + y for x, y in zip(a, b)], [4 * x for x in a]),
    }


def at(polynomial, x):
    """The value of a polynomial."""
    return sum(c * x**i for i, c in enumerate(polynomial))


def crossing(slope):
    """The first root of output = slope delta between hundredths: an integer polynomial and an interval."""
    num, den = functions()["error-map"]
    size = 2 ** (N + 1)
    rest = [int(size * (x - slope * y)) for x, y in zip([*num, 0], [0, *den])]
    k = next(k for k in range(1, 99) if at(rest, Fraction(k, 100)) * at(rest, Fraction(k + 1, 100)) < 0)
    return {"polynomial": rest, "interval": [f"{k}/100", f"{k + 1}/100"]}


def distance():
    """The least weight of a logical operator that is no stabilizer."""
    return next(w for w, (a, b) in enumerate(zip(enumerator(False), enumerator(True))) if a != b)


def answer(question, sign=A_SIGN, slope=Fraction(1)):
    """The value that a question asks for; None if it is about something else."""
    quantity = question["quantity"]
    if question["protocol"] != PROTOCOL:
        return None
    if quantity in functions(sign):
        num, den = functions(sign)[quantity]
        if "at" in question:
            x = Fraction(question["at"]["delta"])
            return str(at(num, x) / at(den, x))
        return {"num": [str(c) for c in num], "den": [str(c) for c in den]}
    if quantity.startswith("enumerator-"):
        return enumerator(quantity == "enumerator-B")
    if quantity == "leading-term":
        num, den = functions(sign)["error-map"]
        order = next(i for i, c in enumerate(num) if c)
        return {"coefficient": str(num[order] / den[0]), "order": order}
    if quantity == "threshold":
        return crossing(slope)
    if quantity == "inputs-per-output":
        num, den = functions(sign)["success-probability"]
        return str(N * den[0] / num[0])
    return distance() if quantity == "distance" else None


def reply(question, value):
    """A line that answers a question, or declines it."""
    body = {"declined": "not about this protocol"} if value is None else {"value": value}
    return json.dumps({"id": question["id"], **body})


def serve(answered):
    """Answer every question with what a function makes of it."""
    for line in sys.stdin:
        print(answered(json.loads(line)), flush=True)
