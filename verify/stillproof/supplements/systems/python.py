"""Python, with nothing but its standard library: exact fractions, and polynomials as lists of them."""

from __future__ import annotations

from .system import System, exact

PREAMBLE = '''import sys
from fractions import Fraction as Q

passed = []
failed = []


def number(x):
    """An exact number: an integer, a fraction, or text such as "1/10".  A float is none: 0.1 is not 1/10."""
    if isinstance(x, float):
        raise TypeError(f"a float is not exact: write {str(x)!r}, or a fraction, for {x!r}")
    return Q(x)


class Polynomial:
    """A polynomial in x with rational coefficients, low degree first."""

    def __init__(self, coefficients):
        self.c = [Q(a) for a in coefficients]
        while self.c and self.c[-1] == 0:
            self.c.pop()

    def __add__(self, other):
        a, b = self.c, polynomial(other).c
        size = max(len(a), len(b))
        return Polynomial(u + v for u, v in zip(a + [0]*(size - len(a)), b + [0]*(size - len(b))))

    def __mul__(self, other):
        a, b = self.c, polynomial(other).c
        product = [Q(0)]*(len(a) + len(b))
        for i, u in enumerate(a):
            for j, v in enumerate(b):
                product[i + j] += u*v
        return Polynomial(product)

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self):
        return self*-1

    def __sub__(self, other):
        return self + -polynomial(other)

    def __rsub__(self, other):
        return polynomial(other) + -self

    def __truediv__(self, number):
        return self*(1/Q(number))

    def __pow__(self, exponent):
        power = Polynomial([1])
        for _ in range(int(exponent)):
            power = power*self
        return power

    def __call__(self, v):
        value = Q(0)
        for a in reversed(self.c):
            value = value*v + a
        return value


def polynomial(f):
    return f if isinstance(f, Polynomial) else Polynomial([f])


def division(f, g):
    """Quotient and remainder."""
    quotient, rest = [Q(0)]*len(f.c), f
    while len(rest.c) >= len(g.c):
        place, factor = len(rest.c) - len(g.c), rest.c[-1]/g.c[-1]
        quotient[place] = factor
        rest = rest - Polynomial([0]*place + [factor*a for a in g.c])
    return Polynomial(quotient), rest


def sturm(f):
    """The sequence of Sturm, which ends with the greatest common divisor of f and its derivative."""
    sequence = [f, Polynomial(i*a for i, a in enumerate(f.c) if i)]
    while sequence[-1].c:
        sequence.append(-division(sequence[-2], sequence[-1])[1])
    return sequence[:-1]


def changes(sequence, v):
    """The changes of sign at a point, zeros left out."""
    signs = [value > 0 for value in (f(v) for f in sequence) if value != 0]
    return sum(a != b for a, b in zip(signs, signs[1:]))


x = Polynomial([0, 1])


def at(f, v): return polynomial(f)(v)
def compose(f, g): return polynomial(polynomial(f)(polynomial(g)))
def low(f): return next(i for i, a in enumerate(polynomial(f).c) if a != 0)
def coefficient(f, k): return (polynomial(f).c + [Q(0)]*(int(k) + 1))[int(k)]
def rest(f, g): return division(polynomial(f), polynomial(g))[1]
def zero(f, g): return not (polynomial(f) - polynomial(g)).c
def moved(f, c, s): return compose(f, (x + c)/s)


def strip(f, a):
    """f without its roots at a."""
    while f.c and f(a) == 0:
        f = division(f, x - a)[0]
    return f


def roots(f, a, b):
    """How many different roots are in [a, b]."""
    ends = sum(polynomial(f)(end) == 0 for end in {a, b})
    f = strip(strip(polynomial(f), a), b)
    if len(f.c) < 2:
        return ends
    sequence = sturm(f)
    return ends + changes(sequence, a) - changes(sequence, b)


def inside(f, b):
    """How many different roots are in (0, b)."""
    f = strip(strip(polynomial(f), Q(0)), b)
    return roots(f, Q(0), b) if f.c else 0


def macwilliams(f, n, p):
    n = int(n)
    terms = (coefficient(f, w)*(1 - x)**w*(1 + (p**2 - 1)*x)**(n - w) for w in range(n + 1))
    return sum(terms, Polynomial([]))


def test(words, holds):
    (passed if holds else failed).append(words)
    if not holds:
        print("FAILED:", words)

'''


def definition(name: str, variables: list[str], num: str, den: str) -> str:
    """A function."""
    made = "; ".join(f"{x} = number({x})" for x in variables)
    return f"def {name}({', '.join(variables)}): {made}; return {num}/{den}"


PYTHON = System(
    "stillproof_values.py",
    ("(", ")"),
    ("# ", ""),
    ("stillproof's tests execute such a script with Python, for every statement of its own.",
     "To use the functions: import stillproof_values, or from stillproof_values import a name."),
    PREAMBLE,
    definition,
    'test("{words}", {left} {relation} {right})',
    """    print(len(passed), "of", len(passed) + len(failed), "tests passed")


if __name__ == "__main__":
    tests()
    sys.exit(10 if failed else 0)
""",
    text=exact("**"),
    opening="\n\ndef tests():\n",
    indent="    ",
)  # fmt: skip
