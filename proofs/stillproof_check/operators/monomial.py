"""Signed permutations and ternary codes: orbits, and a complete search for a map between two codes.

The point 2j stands for the signed coordinate +j, 2j + 1 for -j.  A signed permutation that takes a code C to a code D
keeps, for any points x_1 ... x_t, the multiset of (weight of w, values of w at x_1 ... x_t) over the words w; and if
it keeps this multiset for one point of every coordinate, it takes C to D (docs/lemmas: `stabilizer-chain`).
The producer refines partitions instead.
"""

from collections.abc import Sequence

from ..entry.work import Work


class Words:
    """The words of a ternary code, and what is known of them along the points +1, ..., +n."""

    def __init__(self, generator: Sequence[Sequence[int]], n: int, work: Work):
        work.more(n * 3 ** len(generator))
        self.n, self.work = n, work
        self.all = [(0,) * n]
        for row in generator:
            self.all = [tuple((x + c * y) % 3 for x, y in zip(word, row)) for word in self.all for c in range(3)]
        self.columns = [[sign * word[j] % 3 for word in self.all] for j in range(n) for sign in (1, 2)]
        self.colours = [[n - word.count(0) for word in self.all]]
        for j in range(n):
            self.colours.append(refined(self.colours[j], self.columns[2 * j]))
        self.profiles = [sorted(colours) for colours in self.colours]


def refined(colours: list[int], column: list[int]) -> list[int]:
    """Colours that also tell the words apart by their values at one more point."""
    return [3 * colour + value for colour, value in zip(colours, column)]


def extends(source: Words, target: Words, colours: list[int], taken: tuple[int, ...]) -> bool:
    """Whether some signed permutation takes source to target and the first points to those that gave the colours.

    `taken` are the coordinates of these points.  Every point is tried, and a branch is left only where a profile
    differs.
    """
    source.work.more(1 + len(colours) // 8)
    level = len(taken)
    if sorted(colours) != source.profiles[level]:
        return False
    if level == source.n:
        return True
    return any(
        attempt(source, target, colours, taken, point) for point in range(2 * source.n) if point // 2 not in taken
    )


def attempt(source: Words, target: Words, colours: list[int], taken: tuple[int, ...], point: int) -> bool:
    """The same, with this point as the image of the next one."""
    return extends(source, target, refined(colours, target.columns[point]), (*taken, point // 2))


def orbit(point: int, generators: Sequence[list[int]], work: Work) -> list[int]:
    """The points that products of the generators (lists of the images of the 2n points) take this point to."""
    reached = [point]
    for x in reached:
        work.more(1 + len(generators))
        reached += {g[x] for g in generators} - set(reached)
    return reached


def first_moved(images: list[int]) -> int:
    """The first coordinate j with +j not fixed; n for the identity."""
    return next((j for j in range(len(images) // 2) if images[2 * j] != 2 * j), len(images) // 2)
