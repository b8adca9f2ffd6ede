"""The signed permutations that preserve a ternary code, by partition refinement.

The words and the 2n signed coordinates are the vertices of a graph: a word is joined to +j where it has a 1, to -j
where it has a 2.  Colours of both are refined by their neighbours' colours until nothing changes (McKay and Piperno,
*Practical graph isomorphism, II*, 2014); a search over what the refinement leaves open finds one automorphism for
every point that some automorphism reaches.  The checker compares counts of words instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Colours = npt.NDArray[np.int64]
SignedPermutation = tuple[int, ...]  # point 2j is +j and 2j+1 is -j, j = 0..n-1; images of all 2n points
SCRAMBLE = np.array([0x2545F4914F6CDD1D, 0x1B873593CC9E2D51, 0x2127599BF4325C37], dtype=np.int64)


class Pair(NamedTuple):
    """Colours of the points and of the words, twice: row 0 for the preimages, row 1 for the images."""

    points: Colours
    words: Colours


def scrambled(colours: Colours) -> Colours:
    """A fixed pseudorandom number for every colour."""
    with np.errstate(over="ignore"):
        mixed: Colours = (colours + 1) * SCRAMBLE[0]
        mixed = (mixed ^ (mixed >> 29)) * SCRAMBLE[1]
        mixed = (mixed ^ (mixed >> 32)) * SCRAMBLE[2]
    return mixed


def renumbered(signatures: Colours) -> Colours:
    """Colours 0, 1, ... in the order of the signatures."""
    _, colours = np.unique(signatures, return_inverse=True)
    return colours.reshape(signatures.shape).astype(np.int64)


class Matcher:
    """Searches for automorphisms of the code with these words (shape (3^k, n), entries 0, 1, 2)."""

    def __init__(self, words: npt.NDArray[np.int64]):
        self.n = words.shape[1]
        self.known = {tuple(row) for row in words.tolist()}
        self.words = words
        self.joined = np.stack([words == 1, words == 2], axis=2).reshape(len(words), 2 * self.n).astype(np.int64)
        self.opposite = np.arange(2 * self.n) ^ 1

    def refined(self, pair: Pair) -> Pair | None:
        """The coarsest stable refinement, or None if preimages and images come apart."""
        points, words = pair
        while True:
            with np.errstate(over="ignore"):
                words_next = renumbered(scrambled(words) + scrambled(points) @ self.joined.T)
                apart = scrambled(points) + 3 * scrambled(points[:, self.opposite])
                points_next = renumbered(apart + 5 * (scrambled(words_next) @ self.joined))
            if any((np.sort(x[0]) != np.sort(x[1])).any() for x in (points_next, words_next)):
                return None
            if points_next.max() == points.max() and words_next.max() == words.max():
                return Pair(points_next, words_next)
            points, words = points_next, words_next

    def start(self) -> Pair:
        """No point told apart from another."""
        return Pair(np.zeros((2, 2 * self.n), dtype=np.int64), np.zeros((2, len(self.words)), dtype=np.int64))

    def sent(self, pair: Pair, point: int, image: int) -> Pair | None:
        """Refined further, under the condition that the point goes to the image."""
        points = pair.points.copy()
        points[0, point] = points[1, image] = points.max() + 1
        return self.refined(Pair(points, pair.words))

    def search(self, pair: Pair | None) -> SignedPermutation | None:
        """An automorphism that agrees with the colours, if there is one."""
        if pair is None:
            return None
        colours, sizes = np.unique(pair.points[0], return_counts=True)
        if sizes.max() == 1:
            found = np.empty(2 * self.n, dtype=np.int64)
            found[np.argsort(pair.points[0])] = np.argsort(pair.points[1])
            images = tuple(map(int, found))
            return images if self.preserves(images) else None
        cell = colours[np.flatnonzero(sizes > 1)[0]]
        point = int(np.flatnonzero(pair.points[0] == cell)[0])
        for image in np.flatnonzero(pair.points[1] == cell):
            found_below = self.search(self.sent(pair, point, int(image)))
            if found_below is not None:
                return found_below
        return None

    def preserves(self, images: SignedPermutation) -> bool:
        """Whether the points' images make a signed permutation that maps the code to itself."""
        if any(images[x ^ 1] != images[x] ^ 1 for x in range(2 * self.n)):
            return False
        moved = np.empty_like(self.words)
        for j in range(self.n):
            moved[:, images[2 * j] >> 1] = self.words[:, j] * (1 + images[2 * j] % 2) % 3
        return all(tuple(row) in self.known for row in moved.tolist())


def orbit(point: int, generators: Sequence[SignedPermutation]) -> set[int]:
    """The points that products of the generators take this point to."""
    reached, waiting = {point}, [point]
    for x in waiting:
        for g in generators:
            if g[x] not in reached:
                reached.add(g[x])
                waiting.append(g[x])
    return reached


def stabilizer_chain(words: npt.NDArray[np.int64]) -> tuple[int, list[SignedPermutation]]:
    """The order of the group of the code, and generators for the stabilizers of +1, ..., +i, the deepest first.

    Every generator enlarges the orbit of the first point that it moves.  On a coordinate where the code is zero, only
    the change of that one sign has a sign.
    """
    matcher, n = Matcher(words), words.shape[1]
    idle = [j for j in range(n) if not words[:, j].any()]
    fixed = [matcher.refined(matcher.start())]
    for j in range(n):
        fixed.append(matcher.sent(_some(fixed[j]), 2 * j, 2 * j))
    order, generators = 1, list[SignedPermutation]()
    for j in reversed(range(n)):
        reached, impossible = orbit(2 * j, generators), set[int]()
        for x in range(2 * j + 1, 2 * n):
            if x in reached or x in impossible:
                continue
            if j in idle and x == 2 * j + 1:
                found: SignedPermutation | None = tuple(y ^ (y >> 1 == j) for y in range(2 * n))
            else:
                found = matcher.search(matcher.sent(_some(fixed[j]), 2 * j, x))
            if found is None:
                impossible |= orbit(x, generators)
                continue
            if x != 2 * j + 1 or j not in idle:
                found = tuple(y & ~1 | (k & 1) if k >> 1 in idle else y for k, y in enumerate(found))
            generators.append(found)
            reached = orbit(2 * j, generators)
        order *= len(reached)
    return order, generators


def _some(pair: Pair | None) -> Pair:
    """A colouring that cannot be None: the identity agrees with it."""
    if pair is None:
        raise ValueError("the identity does not preserve the colours")
    return pair
