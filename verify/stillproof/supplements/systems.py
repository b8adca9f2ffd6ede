"""The exact values once more, as self-tests for PARI/GP, Mathematica and Sage: a third opinion.

A test is a comparison of two expressions, and an expression is text that all three systems read alike, but for calls:
those are `Call`, which PARI and Sage write with parentheses and Mathematica with brackets.  Polynomials are in x, or
in x and y.  Nothing here is taken from the certificates: the systems compute, and compare with the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..exact.as_text import ALGEBRA, terms, written
from ..exact.reading import Spelling, rational, read_number
from ..statements.stated import Stated, at_zero, outputs

Claim = dict[str, Any]
Known = dict[str, Claim]
PRINTED = Spelling(digits=1000, signed=True, powers="")


class Call(NamedTuple):
    """A function of the preamble, called."""

    name: str
    arguments: tuple[Expression, ...]


class Infix(NamedTuple):
    """Two expressions with a sign of arithmetic between them, in parentheses."""

    left: Expression
    sign: str
    right: Expression


Expression = str | Call | Infix


class Test(NamedTuple):
    """A comparison: what it says, and both sides."""

    words: str
    left: Expression
    relation: str
    right: Expression


def call(name: str, *arguments: Expression | int) -> Call:
    """A function, called."""
    return Call(name, tuple(str(x) if isinstance(x, int) else x for x in arguments))


def poly(coefficients: list[Any]) -> str:
    """A polynomial in x, low degree first, or in x and y, in parentheses."""
    names = ["x", "y"] if any(isinstance(row, list) for row in coefficients) else ["x"]
    return f"({written(terms(coefficients, names, graded=False), ALGEBRA)})"


def times(*factors: Expression) -> Expression:
    """A product."""
    first, *rest = factors
    for factor in rest:
        first = Infix(first, "*", factor)
    return first


def minus(left: Expression, right: Expression) -> Infix:
    """A difference."""
    return Infix(left, "-", right)


def self_tests(stated: Stated) -> Iterator[Test]:
    """The self-tests of a statement about a protocol."""
    known, protocol, chi = stated.by_id, stated.protocol, uniform(stated)
    for claim in stated.claims:
        found = list(KINDS.get(claim["kind"], nothing)(claim, known))
        if claim["kind"] == "yield":
            found += of_sites(claim, known, protocol.sites(protocol.output_of(claim["of"])))
        if claim["kind"] == "map" and chi is not None:
            found += of_uniform(claim, known, chi)
        for test in found:
            yield test._replace(words=f"{stated.name} {claim['id']}: {test.words}")


def nothing(claim: Claim, known: Known) -> Iterator[Test]:
    """No test for a claim of this kind."""
    yield from ()


def uniform(stated: Stated) -> list[str] | None:
    """The one rational value c0 + c1 x of a family's chi off 0; None where there is none, or phases matter."""
    if not stated.protocol.channel.uniform or len(stated.state.parameters) > 1:
        return None
    value = next(iter(stated.state.classes))
    return None if any(c.poly.degree() > 0 for c in value) else [str(c.rational()) for c in value]


def of_uniform(claim: Claim, known: Known, chi: list[str]) -> Iterator[Test]:
    """The map once more, from the enumerators: p_succ = p^(k-n) A(z), chi of the output (B - A)/((p^2 - 1) A) at z.

    The second formula is the average of chi over all points, which is chi where neither the frame of the output nor
    the twirl has a shift: a shift multiplies chi by roots of unity, and the average is another one.
    """
    counted = next((other for other in known.values() if other["kind"] == "enumerator"), None)
    code = next(other for other in known.values() if other["kind"] == "code")
    if counted is None or code["k"] != 1:
        return
    p, n = code["p"], code["n"]
    z = poly(chi)
    a, b = (call("compose", poly(counted[letter]), z) for letter in ("A", "B"))
    num, den = function(claim, "success")
    yield Test("p_succ from the enumerator", minus(times(f"{p}^{n - 1}", num), times(den, a)), "zero", "0")
    moves = [claim["output-clifford"], *(known[name] for name in claim["output-twirl"])]
    averaged = claim["output-match"] == "state" and not any(any(move["shift"]) for move in moves)
    for label in claim["parameters"] if averaged else ():
        num, den = function(claim, label)
        out = Infix(times(f"({chi[0]})", den), "+", times(f"({chi[1]})", num))
        yield Test("the output from the enumerators", minus(times(f"{p**2 - 1}", out, a), times(den, minus(b, a))),
                   "zero", "0")  # fmt: skip


def function(claim: Claim, label: str) -> tuple[str, str]:
    """num and den of a function of a `map`, `outputs` or `correction` claim."""
    whole = label == "success" or claim["kind"] == "correction"
    value = claim["success"] if whole else outputs(claim)[label]
    return poly(value["num"]), poly(value["den"])


def one_parameter(claim: Claim) -> bool:
    """Whether a map has one parameter."""
    return claim["kind"] != "map" or len(claim["parameters"]) == 1


def of_enumerator(claim: Claim, known: Known) -> Iterator[Test]:
    """The group has p^(n-k) elements, and B is the transform of A."""
    code = next(other for other in known.values() if other["kind"] == "code")
    p, n, k = code["p"], code["n"], code["k"]
    a, b = poly(claim["A"]), poly(claim["B"])
    yield Test("the stabilizer group is as large as it must be", call("at", a, 1), "==", f"{p}^{n - k}")
    transformed = call("macwilliams", a, n, p)
    yield Test("B is the MacWilliams transform of A", minus(times(f"{p}^{n - k}", b), transformed), "zero", "0")
    yield Test("the first weight at which B exceeds A is the distance", call("low", minus(b, a)), "==",
               str(code["distance"]))  # fmt: skip


def of_map(claim: Claim, known: Known) -> Iterator[Test]:
    """The success probability is one where it must be."""
    if not one_parameter(claim):
        return
    num, den = function(claim, "success")
    yield Test("the success probability at 0", Infix(call("at", num, 0), "/", call("at", den, 0)), "==",
               str(at_zero(claim["success"])))  # fmt: skip
    value = Infix(call("at", num, "1/2"), "/", call("at", den, "1/2"))
    yield Test("the success probability at 1/2 is positive", value, ">", "0")
    yield Test("the success probability at 1/2 is at most 1", value, "<=", "1")


def of_expansion(claim: Claim, known: Known) -> Iterator[Test]:
    """num = den times the series, up to its degree."""
    source = known[claim["of"]]
    if not one_parameter(source):
        return
    num, den = function(source, claim["function"])
    series = poly(claim["coefficients"])
    yield Test(f"the series through degree {claim['degree']}",
               call("low", Infix(minus(num, times(den, series)), "+", f"x^{claim['degree'] + 40}")), ">",
               str(claim["degree"]))  # fmt: skip


def of_suppression(claim: Claim, known: Known) -> Iterator[Test]:
    """The first coefficient of num that is not 0, divided by den at 0."""
    num, den = function(known[claim["of"]], claim["output"])
    yield Test("the order of the leading term", call("low", num), "==", str(claim["order"]))
    yield Test("its coefficient", Infix(call("coefficient", num, claim["order"]), "/", call("at", den, 0)), "==",
               claim["coefficient"])  # fmt: skip


def of_threshold(claim: Claim, known: Known) -> Iterator[Test]:
    """The polynomial divides input den - num, has one root in the range, and the other factor has none."""
    source = known[claim["of"]]
    num, den = function(source, claim["output"])
    own, (low, high), bound = poly(claim["polynomial"]), claim["interval"], claim["bound"]
    slope = str(rational(claim["infidelity"][0]) / rational(low))  # of the infidelity of an input
    whole = minus(times(poly(["0", slope] if source["kind"] == "outputs" else ["0", "1"]), den), num)
    for other in known.values():
        if other["kind"] == "twirl":
            yield Test("the infidelity of an input is that of the twirl", slope, "==", other["infidelity"][1])
    yield Test("the interval of the infidelity ends with that of the parameter", f"({slope})*({high})", "==",
               claim["infidelity"][1])  # fmt: skip
    yield Test("its polynomial divides input den - num", call("rest", whole, own), "zero", "0")
    yield Test("the polynomial has one root in the interval", call("roots", own, low, high), "==", "1")
    yield Test("it has no other one in the range", call("inside", own, bound), "==", "1")
    yield Test("input den - num has no other one either", call("inside", whole, bound), "==", "1")
    below, above = (Infix(call("at", whole, end), "/", call("at", den, end)) for end in (low, high))
    yield Test("the output is smaller below", below, ">", "0")
    yield Test("and larger above", above, "<", "0")


def of_radical(claim: Claim, known: Known) -> Iterator[Test]:
    """The polynomial of the threshold is that of the radicals, and the radicals are in its interval."""
    source = known[claim["of"]]
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


def of_yield(claim: Claim, known: Known) -> Iterator[Test]:
    """Integer powers: p/q < log k/log N if and only if N^p < k^q."""
    order, inputs = known[claim["of"]]["order"], claim["inputs"]
    for end, relation in zip(claim["exponent"], ("<", ">"), strict=True):
        p, q = end.split("/")
        yield Test(f"the exponent is {'above' if relation == '<' else 'below'} {end}", f"({inputs})^{p}", relation,
                   f"{order}^{q}")  # fmt: skip


def of_sites(claim: Claim, known: Known, sites: int) -> Iterator[Test]:
    """The inputs are the sites that stabilizers and the logical operators of the outputs act on, for each output."""
    num, den = function(known[claim["success-of"]], "success")
    accepted = Infix(call("at", num, 0), "/", call("at", den, 0))
    yield Test("inputs times outputs times p_succ(0) are the sites that are used",
               times(f"({claim['inputs']})", str(claim["outputs"]), accepted), "==", str(sites))  # fmt: skip


def of_quotient(claim: Claim, known: Known) -> Iterator[Test]:
    """The quotient of two intervals, or numbers, is between the two ends."""
    source, other = known[claim["of"]], known[claim["over"]]
    low, high = claim["value"]
    above, below = (number.get("interval", [number.get("bound")] * 2) for number in (source, other))
    yield Test("the quotient is above the first end", f"({low})*({below[1]})", "<", above[0])
    yield Test("the quotient is below the second end", above[1], "<", f"({high})*({below[0]})")


def of_printed(claim: Claim, known: Known) -> Iterator[Test]:
    """The exact value is within half a unit of the last digit."""
    source = known[claim["of"]]
    said, unit = read_number(claim["value"], PRINTED)
    value, half = str(said), "1/2" if unit is None else str(unit / 2)
    quantity = claim["quantity"]
    if quantity in ("infidelity", "threshold"):
        low, high = source["infidelity" if quantity == "infidelity" else "interval"]
        yield Test(f"its lower end rounds to {claim['value']}", f"(({low})-({value}))", ">", f"-({half})")
        yield Test(f"its upper end rounds to {claim['value']}", f"(({high})-({value}))", "<", half)
    elif quantity in ("inputs-per-output", "coefficient"):
        exact = source["inputs" if quantity == "inputs-per-output" else "coefficient"]
        yield Test(f"rounds to {claim['value']}", f"((({exact})-({value}))^2)", "<", f"({half})^2")
    elif quantity == "yield-exponent":
        low, high = source["exponent"]
        yield Test(f"its lower end rounds to {claim['value']}", f"(({low})-({value}))", ">", f"-({half})")
        yield Test(f"its upper end rounds to {claim['value']}", f"(({high})-({value}))", "<", half)


def of_wigner(claim: Claim, known: Known) -> Iterator[Test]:
    """The values add up to 1; at the bound none is negative and one vanishes."""
    cells = [cell for line in claim["function"] for cell in line]
    yield Test("the values add up to 1", "+".join(poly(cell) for cell in cells), "zero", "1")
    at = [rational(cell[0]) + rational(cell[1]) * rational(claim["bound"]) for cell in cells]
    least = cells[at.index(min(at))]
    yield Test("the least value at the bound", call("at", poly(least), claim["bound"]), ">=", "0")


def of_basin(claim: Claim, known: Known) -> Iterator[Test]:
    """The parts of the triangle add up to 1."""
    yield Test("the areas add up to 1", "+".join(f"({x})" for x in (*claim["areas"], claim["undecided"])), "==", "1")


def of_term_weights(claim: Claim, known: Known) -> Iterator[Test]:
    """The weights add up to the rank of the projector."""
    code = next(other for other in known.values() if other["kind"] == "code")
    total = "+".join(f"({x})" for values in claim["weights"].values() for x in values)
    yield Test("the weights add up to the rank of the projector", total, "==", f"{code['p']}^{code['k']}")


def of_bound(claim: Claim, known: Known) -> Iterator[Test]:
    """The difference is zero, or has the right sign in the middle of the range, and no root inside."""
    num, den = function(known[claim["of"]], claim["function"])
    above, below = poly(claim["value"]["num"]), poly(claim["value"]["den"])
    low, high = claim["range"]
    whole = minus(times(above, den), times(num, below))
    if claim["relation"] == "equal to":
        yield Test("the two sides are equal", whole, "zero", "0")
        return
    size = str(rational(high) - rational(low))
    shifted = call("compose", whole, f"(({low})+({size})*x)")
    middle = str((rational(low) + rational(high)) / 2)
    scale = times(call("at", den, middle), call("at", below, middle))
    words = "the difference of the two sides changes its sign nowhere in the range"
    yield Test(words, call("inside", shifted, 1), "==", "0")
    sign = {"at most": ">=", "below": ">", "at least": "<=", "above": "<"}[claim["relation"]]
    yield Test("in its middle the bound is on its side", Infix(call("at", whole, middle), "/", scale), sign, "0")


KINDS: dict[str, Callable[[Claim, Known], Iterator[Test]]] = {
    "basin": of_basin,
    "bound": of_bound,
    "enumerator": of_enumerator,
    "expansion": of_expansion,
    "map": of_map,
    "outputs": of_map,
    "printed": of_printed,
    "quotient": of_quotient,
    "radicals": of_radical,
    "suppression": of_suppression,
    "term-weights": of_term_weights,
    "threshold": of_threshold,
    "wigner": of_wigner,
    "yield": of_yield,
}


class System(NamedTuple):
    """How one system is written."""

    suffix: str
    brackets: tuple[str, str]
    comment: tuple[str, str]
    preamble: str
    line: str
    ending: str


PARI = System(
    "gp",
    ("(", ")"),
    ("\\\\ ", ""),
    r"""failed = 0; passed = 0;
at(f, v) = subst(f + 0*x, x, v);
compose(f, g) = subst(f + 0*x, x, g);
low(f) = valuation(f + 0*x, x);
coefficient(f, k) = polcoef(f + 0*x, k, x);
rest(f, g) = (f + 0*x) % g;
zero(f, g) = (f + 0*x) == g;
roots(f, a, b) = polsturm(f/gcd(f, f'), [a, b]);
strip(f, a) = if(f != 0, while(at(f, a) == 0, f = f \ (x - a))); f;
inside(f, b) = f = strip(strip(f + 0*x, 0), b); if(poldegree(f) < 1, 0, roots(f, 0, b));
moved(f, c, s) = subst(f + 0*x, x, (x + c)/s);
macwilliams(f, n, p) = sum(w = 0, n, coefficient(f, w)*(1 - x)^w*(1 + (p^2 - 1)*x)^(n - w));
test(words, holds) = if(holds, passed++, failed++; print("FAILED: ", words));
""",
    'test("{words}", {left} {relation} {right});',
    """print(passed, " of ", passed + failed, " tests passed");
quit(if(failed, 10, 0));
""",
)
MATHEMATICA = System(
    "wl",
    ("[", "]"),
    ("(* ", " *)"),
    """failed = 0; passed = 0;
at[f_, v_] := f /. x -> v;
compose[f_, g_] := f /. x -> g;
low[f_] := Exponent[Expand[f], x, Min];
coefficient[f_, k_] := Coefficient[Expand[f], x, k];
rest[f_, g_] := PolynomialRemainder[f, g, x];
zero[f_, g_] := Expand[f - g] === 0;
roots[f_, a_, b_] := CountRoots[squarefree[f], {x, a, b}];
squarefree[f_] := PolynomialQuotient[f, PolynomialGCD[f, D[f, x]], x];
strip[f_, a_] := NestWhile[PolynomialQuotient[#, x - a, x] &, Expand[f], # =!= 0 && at[#, a] === 0 &];
inside[f_, b_] := With[{g = strip[strip[f, 0], b]}, If[Exponent[g, x] < 1, 0, roots[g, 0, b]]];
moved[f_, c_, s_] := Expand[f /. x -> (x + c)/s];
macwilliams[f_, n_, p_] := Sum[coefficient[f, w] (1 - x)^w (1 + (p^2 - 1) x)^(n - w), {w, 0, n}];
test[words_, holds_] := If[TrueQ[holds], passed++, failed++; Print["FAILED: ", words]];
""",
    'test["{words}", {left} {relation} {right}];',
    """Print[passed, " of ", passed + failed, " tests passed"];
Exit[If[failed > 0, 10, 0]]
""",
)
SAGE = System(
    "sage",
    ("(", ")"),
    ("# ", ""),
    """import sys
R = PolynomialRing(QQ, "x")
x = R.gen()
passed = []
failed = []
def at(f, v): return R(f)(QQ(v))
def compose(f, g): return R(f)(R(g))
def low(f): return R(f).valuation()
def coefficient(f, k): return R(f)[k]
def rest(f, g): return R(f) % R(g)
def zero(f, g): return R(f) == R(g)
def roots(f, a, b): return sum(1 for r in R(f).roots(AA, multiplicities=False) if a <= r <= b)
def inside(f, b): return sum(1 for r in R(f).roots(AA, multiplicities=False) if 0 < r < b) if R(f) else 0
def moved(f, c, s): return R(f)((x + c)/s)
def macwilliams(f, n, p): return sum(R(f)[w]*(1 - x)^w*(1 + (p^2 - 1)*x)^(n - w) for w in range(n + 1))
def test(words, holds):
    (passed if holds else failed).append(words)
    if not holds:
        print("FAILED:", words)
""",
    'test("{words}", {left} {relation} {right})',
    """print(len(passed), "of", len(passed) + len(failed), "tests passed")
sys.exit(10 if failed else 0)
""",
)
SYSTEMS = (PARI, MATHEMATICA, SAGE)


def spelled(expression: Expression, system: System) -> str:
    """An expression in a system's language."""
    match expression:
        case Call(name, arguments):
            opening, closing = system.brackets
            return f"{name}{opening}{', '.join(spelled(x, system) for x in arguments)}{closing}"
        case Infix(left, sign, right):
            return f"({spelled(left, system)}{sign}{spelled(right, system)})"
        case _:
            return expression


def line(test: Test, system: System) -> str:
    """One self-test."""
    left, right = spelled(test.left, system), spelled(test.right, system)
    if test.relation == "zero":
        opening, closing = system.brackets
        left, relation, right = f"zero{opening}{left}, {right}{closing}", "", ""
    else:
        relation = test.relation
    shown = system.line.format(words=test.words, left=left, relation=relation, right=right)
    return shown.replace("  ", " ").replace(" )", ")").replace(" ]", "]")


def script(found: list[Test], system: System) -> str:
    """All self-tests for one system."""
    start, end = system.comment
    head = [
        "Certified values as self-tests: every line computes and compares; exit code 0 if all tests pass, else 10.",
        "Polynomials are in x, the parameter of the family.",
    ]
    comments = "".join(f"{start}{words}{end}\n" for words in head)
    return comments + system.preamble + "".join(line(test, system) + "\n" for test in found) + system.ending
