"""Weight enumerators: A of a stabilizer group by listing it, B of its normalizer by MacWilliams' identity.

A CSS group is a product of two linear codes, X type and Z type; then only the two codes are listed.  The producer
counts subspaces by their support instead (docs/lemmas: `listing`, `macwilliams`).
"""

from collections import Counter
from collections.abc import Sequence
from math import comb

from ..entry.work import Work
from .listing import INNER_BITS, blocks
from .symplectic import Vector, identity

MAX_SPLIT = 1 << 18  # elements of each half of a CSS group that is listed by halves, at most

Word = tuple[int, ...]


def weight_counts(p: int, n: int, stabilizers: Sequence[Vector], work: Work) -> list[int]:
    """How many elements of the span of independent vectors have weight 0..n."""
    x_type = [u for u, v in stabilizers if not any(v)]
    z_type = [v for u, v in stabilizers if not any(u)]
    listed = p ** max(len(x_type), len(z_type))
    if len(x_type) + len(z_type) == len(stabilizers) and listed <= MAX_SPLIT:
        return split_counts(p, n, x_type, z_type, work)
    counts = [0] * (n + 1)
    for block in blocks(p, n, [(g, 0) for g in stabilizers], identity(n), work):
        for w, mask in enumerate(block.by_weight()):
            counts[w] += mask.bit_count()
    return counts


def split_counts(p: int, n: int, first: Sequence[Word], second: Sequence[Word], work: Work) -> list[int]:
    """The same for all (u|v) with u, v in two codes: the weight is |supp u| + |supp v outside supp u|.

    The first code is listed by support, the second is laid out as bits; both up to the p - 1 non-zero factors.
    """
    outside = Counter(tuple(i for i, x in enumerate(word) if not x) for word in lines(p, n, first, work))
    inner = lines(p, n, second, work)
    work.more(n * len(inner) // 8)
    nonzero = [int("0" + "".join("1" if word[i] else "0" for word in inner), 2) for i in range(n)]
    multiples = sorted([(tuple(range(n)), 1), *((zeros, (p - 1) * number) for zeros, number in outside.items())])
    counts = [0] * (n + 1)
    path: list[tuple[int, list[int]]] = []  # sites outside a support, each with the masks by weight on them so far
    for zeros, multiplicity in multiples:
        shared = 0
        while shared < min(len(path), len(zeros)) and path[shared][0] == zeros[shared]:
            shared += 1
        del path[shared:]
        for site in zeros[shared:]:
            layers = path[-1][1] if path else [(1 << len(inner)) - 1]
            work.more(2 * len(layers) * (1 + len(inner) // INNER_BITS))
            moved = [mask & nonzero[site] for mask in layers]
            kept = [mask ^ more for mask, more in zip(layers, moved)]
            path.append((site, [a | b for a, b in zip([*kept, 0], [0, *moved])]))
        support = n - len(zeros)
        counts[support] += multiplicity
        for w, mask in enumerate(path[-1][1] if path else [(1 << len(inner)) - 1]):
            counts[support + w] += multiplicity * (p - 1) * mask.bit_count()
    return counts


def lines(p: int, n: int, generators: Sequence[Word], work: Work) -> list[Word]:
    """The non-zero elements of the span, one out of every p - 1 that differ by a factor."""
    work.more(n * p ** len(generators) // 8)
    span, found = [(0,) * n], []
    for generator in generators:
        leading = [tuple((x + y) % p for x, y in zip(word, generator)) for word in span]
        found += leading
        multiples = [tuple(c * y % p for y in generator) for c in range(2, p)]
        span += leading + [tuple((x + y) % p for x, y in zip(word, m)) for m in multiples for word in span]
    return found


def macwilliams(p: int, counts: Sequence[int], work: Work) -> list[int]:
    """The enumerator of the symplectic complement: B_j = sum_w A_w K_j(w) / sum_w A_w, with Krawtchouk's K_j."""
    n, others = len(counts) - 1, p * p - 1
    work.more(n**3)
    result = []
    for j in range(n + 1):
        total = 0
        for w, count in enumerate(counts):
            terms = ((-1) ** s * others ** (j - s) * comb(w, s) * comb(n - w, j - s) for s in range(min(w, j) + 1))
            total += count * sum(terms)
        result.append(total // sum(counts))
    return result
