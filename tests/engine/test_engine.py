"""The engine's mathematics against other roads: brute force, SymPy without FLINT, and the checker's own algorithms."""

import json
import os
import random
import subprocess
import sys
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from flint import Ordering, fmpq, fmpq_mpoly_ctx, fmpq_poly, fmpz_poly
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import ROOT
from random_protocols import random_code
from stillproof.claims import term_weights
from stillproof.codes.clifford import Clifford, group_order
from stillproof.codes.code import find_logicals, read_code
from stillproof.codes.phase_space import PhaseVector, displacement, phase_order, product_phase
from stillproof.enumerators import coset_enumerator, macwilliams, weight_enumerator
from stillproof.exact import algebraic
from stillproof.exact.cyclotomic import adjoint, cyclotomic_field, matrix_product
from stillproof.exact.rational_function import RationalFunction, cofactors
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import read_state
from stillproof_check.entry.work import Work
from stillproof_check.numbers.polynomial import Ring
from stillproof_check.operators.listing import class_counts

STRANGE = ROOT / "fixtures" / "states" / "strange.json"


def listed(p: int, n: int, vectors: list[PhaseVector], offset: PhaseVector) -> list[int]:
    """The weight enumerator of offset + span, one element at a time."""
    counts = [0] * (n + 1)
    for coefficients in product(range(p), repeat=len(vectors)):
        element = offset
        for c, a in zip(coefficients, vectors, strict=True):
            element = element + a * c
        counts[element.weight()] += 1
    return counts


@pytest.mark.parametrize(("p", "n"), [(2, 4), (2, 6), (3, 2), (3, 4), (3, 5), (5, 3), (7, 3)])
def test_enumerators_agree_with_listing_and_with_the_checker(p: int, n: int) -> None:
    chance = random.Random(p * 100 + n)
    for _ in range(3):
        stabilizers = list(random_code(chance, p, n, 1).stabilizers)
        (x,), (z,) = find_logicals(p, n, stabilizers)
        zero = x * 0
        inside = weight_enumerator(p, n, stabilizers)
        assert inside == listed(p, n, stabilizers, zero)
        assert macwilliams(p, inside) == weight_enumerator(p, n, [*stabilizers, x, z])
        plain = [((a.u, a.v), 0) for a in stabilizers]
        coset = coset_enumerator(p, n, stabilizers, inside, x + z)
        assert coset == listed(p, n, stabilizers, x + z)
        classes = [[(0, 0)], [site for site in product(range(p), repeat=2) if any(site)]]
        found = class_counts(p, n, plain, (((x + z).u, (x + z).v), 0), classes, Work())
        assert coset == [sum(found.get((n - w, w), {}).values()) for w in range(n + 1)]


def test_macwilliams_refuses_what_is_no_enumerator() -> None:
    with pytest.raises(ValueError, match="is not the enumerator"):
        macwilliams(3, [1, 0, 1])


@given(st.sampled_from([3, 4, 5, 8, 12, 24]), st.data())
def test_cyclotomic_fields_are_fields(m: int, data: st.DataObject) -> None:
    field = cyclotomic_field(m)
    coordinates = st.lists(st.integers(-9, 9), min_size=field.degree, max_size=field.degree)
    a, b, c = (field(data.draw(coordinates)) for _ in range(3))
    assert a * (b + c) == a * b + a * c
    assert (a * b).conjugate() == a.conjugate() * b.conjugate()
    assert field.zeta(1) ** m == field(1)
    assume(bool(a))
    assert a * a.inverse() == field(1)


@pytest.mark.parametrize("p", [3, 5, 7, 11])
def test_square_root_of_a_prime(p: int) -> None:
    field = cyclotomic_field(4 * p)
    root = field.sqrt_of_prime(p)
    assert root * root == field(p)
    assert root.conjugate() == root


@pytest.mark.parametrize("p", [2, 3, 5])
def test_displacement_operators_multiply_as_stated(p: int) -> None:
    order = phase_order(p)
    field = cyclotomic_field(order)
    for a, b in product(product(range(p), repeat=2), repeat=2):
        one, other = PhaseVector.of(p, [a[0]], [a[1]]), PhaseVector.of(p, [b[0]], [b[1]])
        left = matrix_product(displacement(field, p, *a), displacement(field, p, *b))
        right = matrix_product(displacement(field, p, *b), displacement(field, p, *a))
        assert left == [[field.root_of_unity(p, one.form(other)) * x for x in row] for row in right]
        total = displacement(field, p, (a[0] + b[0]) % p, (a[1] + b[1]) % p)
        phase = field.root_of_unity(order, product_phase(one, other))
        assert left == [[phase * x for x in row] for row in total]


def test_the_twirling_group_is_sl23() -> None:
    h, n = Clifford(3, ((0, 2), (1, 0))), Clifford(3, ((2, 0), (1, 2)))
    assert group_order([h, n]) == 24
    assert group_order([h]) == 4
    assert group_order([n]) == 6


def test_the_plain_swap_of_the_hadamard_eigenstates_is_not_clifford() -> None:
    """docs/divergences.md: |S><S| + |+><-| + |-><+| with real states; its phases matter."""
    field = cyclotomic_field(24)
    r3 = field.root_of_unity(12, 1) * 2 - field.root_of_unity(12, 3)
    r2 = field.root_of_unity(8, 1) + field.root_of_unity(8, -1)
    one, zero = field(1), field(0)
    plus, minus = [one + r3, one, one], [one - r3, one, one]
    scale = (r2 * r3 * 2).inverse()  # |plus| |minus| = sqrt(24)
    strange = [[zero, zero, zero], [zero, one, zero - one], [zero, zero - one, one]]

    def swap(c: object) -> list[list[object]]:
        return [
            [strange[i][j] * fmpq(1, 2) + scale * c * (plus[i] * minus[j] + minus[i] * plus[j]) for j in range(3)]
            for i in range(3)
        ]

    for k in range(24):
        v = swap(field.zeta(k))
        assert matrix_product(v, adjoint(v)) == displacement(field, 3, 0, 0)
        image = matrix_product(matrix_product(v, displacement(field, 3, 1, 0)), adjoint(v))
        # a displacement operator has one non-zero entry in every row
        assert any(sum(bool(x) for x in row) > 1 for row in image)


def test_the_coset_of_every_logical_operator_gives_the_map() -> None:
    """delta_out = (3A + B)/(4A) against the definition, chi_out(L) = sum over L + S, at rational points."""
    protocol = Protocol(read_code(ROOT / "fixtures" / "codes" / "golay11.json"), read_state(STRANGE))
    code = protocol.code
    (inside, _), (x_bar,), (z_bar,) = protocol.enumerator, code.logical_x, code.logical_z
    for u, v in ((0, 1), (1, 0), (1, 1), (2, 1)):
        coset = coset_enumerator(3, 11, list(code.stabilizers), inside, x_bar * u + z_bar * v)
        for delta in (Fraction(0), Fraction(1, 7), Fraction(1, 2), Fraction(1)):
            z = -(1 - delta) / 2
            a, c = (sum(count * z**w for w, count in enumerate(counts)) for counts in (inside, coset))
            assert -(1 - value(protocol.outputs["delta"], delta)) / 2 == c / a
            assert value(protocol.success, delta) == a / 3**10


def value(function: RationalFunction, x: Fraction) -> Fraction:
    """The value of a rational function of one parameter."""
    return Fraction(str(function.at(fmpq(x.numerator, x.denominator))))


def test_the_term_weights_summed_with_the_noise_are_the_map() -> None:
    """sum_k W_k(e) (1 - eps)^(11-k) (eps/2)^k against p_succ times the output state, for each logical state e."""
    protocol = Protocol(read_code(ROOT / "fixtures" / "codes" / "golay11.json"), read_state(STRANGE))
    weights = term_weights.answer({"of": "map"}, protocol)["weights"]
    for delta in (Fraction(0), Fraction(1, 9), Fraction(2, 5), Fraction(1)):
        eps = 2 * delta / 3
        success = value(protocol.success, delta)
        eps_out = 2 * value(protocol.outputs["delta"], delta) / 3
        for name, share in (("S", 1 - eps_out), ("plus", eps_out / 2), ("minus", eps_out / 2)):
            total = sum(Fraction(w) * (1 - eps) ** (11 - k) * (eps / 2) ** k for k, w in enumerate(weights[name]))
            assert total == success * share


@given(st.lists(st.integers(-20, 20), min_size=2, max_size=7).filter(any))
def test_root_counts_agree_with_sympy(coefficients: list[int]) -> None:
    from sympy import Poly, Symbol

    x = Symbol("x")
    exact = Poly(coefficients[::-1], x)
    assume(exact.degree() > 0)
    intervals = algebraic.roots_in_unit(fmpz_poly(coefficients))
    expected = len({root for root in exact.real_roots() if 0 < root < 1})
    assert len(intervals) == expected
    squarefree = Poly(exact.quo(exact.gcd(exact.diff())), x).clear_denoms()[1]
    assert Ring(Work()).roots_in_unit([int(c) for c in squarefree.all_coeffs()[::-1]]) == expected


def test_the_threshold_against_sympy_without_flint() -> None:
    """SymPy on its own integers: factors of delta den - num, the root to 40 digits, and the closed form."""
    protocol = Protocol(read_code(ROOT / "fixtures" / "codes" / "golay11.json"), read_state(STRANGE))
    program = """
import json, sys
from sympy import Poly, Symbol, cbrt, sqrt, Rational, factor_list
from sympy.external.gmpy import GROUND_TYPES
assert GROUND_TYPES == "python", GROUND_TYPES
A, B = json.load(sys.stdin)
d = Symbol("d")
z = -(1 - d) / 2
a, b = (Poly(sum(c * z**w for w, c in enumerate(x)), d) for x in (A, B))
gain = Poly(4 * d, d) * a - (3 * a + b)
roots = [r for f, _ in factor_list(gain.as_expr())[1] for r in Poly(f, d).real_roots() if 0 < r < 1]
value = (31 + cbrt(1620 * sqrt(109) - 11924) - cbrt(11924 + 1620 * sqrt(109))) / 45
print(json.dumps([str(r.n(40)) for r in roots] + [str(value.n(40))]))
"""
    environment = {**os.environ, "SYMPY_GROUND_TYPES": "python"}
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(protocol.enumerator), capture_output=True, text=True,
        check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    root, closed = json.loads(done.stdout)
    assert root == closed
    threshold = protocol.threshold("delta")
    assert Fraction(str(threshold.low)) < Fraction(root) < Fraction(str(threshold.high))


def test_yield_bracket_against_the_definition() -> None:
    low, high = algebraic.log_ratio_bracket(3, fmpq(19008), 1000)
    assert 19008 ** int(low.p) < 3 ** int(low.q)
    assert 19008 ** int(high.p) > 3 ** int(high.q)
    assert int(high.p) * int(low.q) - int(low.p) * int(high.q) == 1  # neighbours: nothing simpler in between
    assert algebraic.log_ratio_bracket(2, fmpq(8), 100) == (fmpq(33, 100), fmpq(33, 98))


@given(st.integers(-30, 30), st.integers(1, 20), st.integers(-40, 40), st.integers(-30, -1))
def test_cardano_gives_back_the_cubic(center: int, scale: int, r: int, cube: int) -> None:
    y = fmpz_poly([-center, scale])
    cubic = y**3 - 3 * cube * y - 2 * r
    form = algebraic.cardano(cubic / cubic.content())
    assert form is not None
    assert form["cube-root"] ** 3 == form["r"] ** 2 - form["s"] ** 2 * form["D"] < 0
    y = fmpz_poly([-form["center"], form["scale"]])
    again = y**3 - 3 * form["cube-root"] * y - 2 * form["r"]
    assert again * cubic[3] == cubic * again[3]


@pytest.mark.parametrize("p", [2, 3, 5, 7])
def test_random_codes_are_read_as_written(tmp_path: Path, p: int) -> None:
    chance = random.Random(p)
    for n, k in ((1, 1), (2, 1), (3, 2), (6, 1), (6, 3)):
        code = random_code(chance, p, n, k)
        for i, g in enumerate(code.stabilizers):
            assert [g.form(d) for d in code.destabilizers] == [int(i == j) for j in range(n - k)]
        assert not any(x.form(d) for x in code.logicals for d in code.destabilizers)
        path = tmp_path / "c.json"
        path.write_text(json.dumps(code.json()))
        assert read_code(path) == code


def test_rational_functions_of_two_parameters_are_reduced() -> None:
    ring = fmpq_mpoly_ctx.get(("x", "y"), Ordering.lex)
    x, y = ring.gens()
    found = RationalFunction.of((x + y) * (x - 2 * y) / 3, (x + y) * (-1 - y), 2)
    assert found.json() == {"den": [["3", "3"]], "num": [["0", "2"], ["-1"]]}
    assert found.at(fmpq(1), fmpq(1, 2)) == 0
    (pair,), line = cofactors([found])
    t = [fmpq_poly([fmpq(Fraction(c).numerator, Fraction(c).denominator) for c in part]) for part in line]
    num, den = (sum((t[0] ** i * t[1] ** j * int(c) for i, row in enumerate(rows) for j, c in enumerate(row)),
                    fmpq_poly()) for rows in (found.json()["num"], found.json()["den"]))  # fmt: skip
    total = fmpq_poly([int(c) for c in pair["num"]]) * num + fmpq_poly([int(c) for c in pair["den"]]) * den
    assert total.degree() == 0


def test_a_rational_root_gets_an_interval_around_it() -> None:
    """Isolated as a point: on the decimal grid, two cells; off it, the one cell that has it inside."""
    for numerator, denominator, width in ((1, 2, 2), (1, 3, 1)):
        root, polynomial = fmpq(numerator, denominator), fmpz_poly([-numerator, denominator])
        for ends in ((root, root), (fmpq(1, 10), fmpq(9, 10))):
            low, high = algebraic.decimal_interval(polynomial, *ends, 5)
            assert low < root < high
            assert high - low == fmpq(width, 10**5)
