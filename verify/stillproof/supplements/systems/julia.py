"""Julia, with nothing but its base library: rationals of big integers, and polynomials as vectors of them."""

from __future__ import annotations

from .system import System, exact

PREAMBLE = """const Q = Rational{BigInt}
const passed = String[]
const failed = String[]

struct Polynomial
    c::Vector{Q}
end
function polynomial(c::Vector)
    last = findlast(!iszero, c)
    return Polynomial(Q[a for a in c[1:(last === nothing ? 0 : last)]])
end
polynomial(f::Polynomial) = f
polynomial(a::Real) = polynomial(Q[a])
coefficient(f, k) = get(polynomial(f).c, Int(k) + 1, Q(0))
degree(f::Polynomial) = length(f.c) - 1

function Base.:+(f::Polynomial, g::Polynomial)
    return polynomial(Q[coefficient(f, k) + coefficient(g, k) for k in 0:max(degree(f), degree(g))])
end
function Base.:*(f::Polynomial, g::Polynomial)
    product = zeros(Q, length(f.c) + length(g.c))
    for i in 1:length(f.c), j in 1:length(g.c)
        product[i + j - 1] += f.c[i]*g.c[j]
    end
    return polynomial(product)
end
Base.:+(f::Polynomial, a::Real) = f + polynomial(a)
Base.:+(a::Real, f::Polynomial) = f + polynomial(a)
Base.:*(f::Polynomial, a::Real) = f*polynomial(a)
Base.:*(a::Real, f::Polynomial) = f*polynomial(a)
Base.:-(f::Polynomial) = f*Q(-1)
Base.:-(f::Polynomial, g::Polynomial) = f + (-g)
Base.:-(f::Polynomial, a::Real) = f + polynomial(-a)
Base.:-(a::Real, f::Polynomial) = polynomial(a) + (-f)
Base.:/(f::Polynomial, a::Real) = f*(1//Q(a))
Base.:^(f::Polynomial, n::Integer) = n == 0 ? polynomial(Q(1)) : f*f^(n - 1)

function compose(f, v)
    value = v*Q(0)
    for a in reverse(polynomial(f).c)
        value = value*v + a
    end
    return value
end
const x = polynomial(Q[0, 1])
at(f, v) = compose(f, v)
low(f) = findfirst(!iszero, polynomial(f).c) - 1
zero(f, g) = isempty((polynomial(f) - polynomial(g)).c)
moved(f, c, s) = compose(f, (x + c)/s)

function division(f::Polynomial, g::Polynomial)
    quotient, left = polynomial(Q(0)), f
    while degree(left) >= degree(g)
        term = polynomial(Q(left.c[end]/g.c[end]))*x^(degree(left) - degree(g))
        quotient, left = quotient + term, left - term*g
    end
    return quotient, left
end
rest(f, g) = division(polynomial(f), polynomial(g))[2]

function changes(sequence, v)
    signs = [sign(at(f, v)) for f in sequence if at(f, v) != 0]
    return count(i -> signs[i] != signs[i + 1], 1:(length(signs) - 1))
end
function strip(f::Polynomial, a)
    while !isempty(f.c) && at(f, a) == 0
        f = division(f, x - a)[1]
    end
    return f
end
function roots(f, a, b)
    ends = (at(f, a) == 0) + (a != b && at(f, b) == 0)
    f = strip(strip(polynomial(f), a), b)
    if degree(f) < 1
        return ends
    end
    sequence = [f, polynomial(Q[k*coefficient(f, k) for k in 1:degree(f)])]
    while !isempty(sequence[end].c)
        push!(sequence, -rest(sequence[end - 1], sequence[end]))
    end
    pop!(sequence)
    return ends + changes(sequence, a) - changes(sequence, b)
end
function inside(f, b)
    f = strip(strip(polynomial(f), Q(0)), b)
    return isempty(f.c) ? 0 : roots(f, Q(0), b)
end
function macwilliams(f, n, p)
    return sum(coefficient(f, w)*(1 - x)^w*(1 + (p^2 - 1)*x)^(Int(n) - w) for w in 0:Int(n))
end
function test(words, holds)
    push!(holds ? passed : failed, words)
    if !holds
        println("FAILED: ", words)
    end
end
"""


def definition(name: str, variables: list[str], num: str, den: str) -> str:
    """A function; a float is no argument of it."""
    taken = ", ".join(f"{x}::Union{{Integer,Rational}}" for x in variables)
    made = "; ".join(f"{x} = Q({x})" for x in variables)
    return f"function {name}({taken}); {made}; return {num}/{den}; end"


JULIA = System(
    "stillproof-values.jl",
    ("(", ")"),
    ("# ", ""),
    ("NOT EXECUTED: stillproof's tests only parse such a script; no Julia has run it.",
     'To use the functions: include("stillproof-values.jl")'),
    PREAMBLE,
    definition,
    'test("{words}", {left} {relation} {right})',
    """println(length(passed), " of ", length(passed) + length(failed), " tests passed")
if !isempty(failed)
    exit(10)
end
""",
    text=exact("^"),
)  # fmt: skip
