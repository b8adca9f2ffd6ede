"""Cut the triangle into cells and find which of them reach a region, and in how many steps.

A cell reaches a region in 0 steps if it lies in it, and in s + 1 steps if its image is bounded by cells that all reach
it, the last of them in s steps.  So one application of the map per cell is enough, however long an orbit is, and
errors do not add up.  Cells of which nothing is known are split, all of them down to some level, and below it those
that a segment needs: the cells on it, and the cells that bound the images of such cells.

What is known depends on the cells alone, not on the order in which they were split: a cover that goes on from its
spelling ends as the one that was never interrupted.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from flint import fmpq

from ..errors import Declined, OverBudget
from ..files.text import sha256, write_atomic
from ..words.progress import Progress
from .forms import Forms, Point

LETTERS = "abcdefghijklmnopqrstuvwxyz"
STEPS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"
MORE = "Z"  # as many steps as STEPS has characters
GRID = 64  # images are bounded on the grid of width 2^-GRID
COARSE = 5  # the level at which second derivatives are bounded; larger cells have no image
MAX_LEVEL = 48
MAX_CELLS = 1 << 19  # about 1 GB of memory; a certificate has at most 4 MB
RATIOS = 3  # rounds from which the next ones are foreseen
UNKNOWN = -1

Box = tuple[list[int], list[int]]


class Cell:
    """The points with corner_i <= 2^level x_i <= corner_i + 1; upright or upside down."""

    __slots__ = ("box", "corner", "level", "parts", "region", "steps", "waiting")

    def __init__(self, level: int, corner: Point):
        self.level, self.corner = level, corner
        self.region, self.steps = UNKNOWN, 0
        self.parts: list[Cell] = []
        self.box: Box = [], []  # bounds of the image, if there are any
        self.waiting: list[Cell] = []  # cells whose images meet this one

    @property
    def corners(self) -> list[Point]:
        """The three corners, over 2^level."""
        a, b, c = self.corner
        if a + b + c == (1 << self.level) - 1:
            return [(a + 1, b, c), (a, b + 1, c), (a, b, c + 1)]
        return [(a, b + 1, c + 1), (a + 1, b, c + 1), (a + 1, b + 1, c)]

    def split(self) -> list[Cell]:
        """The four parts: those at the corners, and the middle one."""
        a, b, c = self.corner
        upright = a + b + c == (1 << self.level) - 1
        middle = 0 if upright else 1
        corners = [(x + a, y + b, z + c) for x, y, z in self.corners]
        self.parts = [
            Cell(self.level + 1, corner) for corner in (*corners, (2 * a + middle, 2 * b + middle, 2 * c + middle))
        ]
        return self.parts


def counted(steps: int) -> str:
    """A number of steps as a cover spells it."""
    more, rest = divmod(steps, len(STEPS))
    return MORE * more + STEPS[rest]


def expected(sizes: Sequence[int], rounds: int) -> int:
    """How many cells so many rounds split in all, from the next one on, whose size is the last one given.

    As if every round split as many times more cells as the last ones did, by the least of the last three ratios; 0
    while there are fewer.
    """
    if len(sizes) <= RATIOS:
        return 0
    ratios = [fmpq(after, before) for before, after in zip(sizes[-1 - RATIOS : -1], sizes[-RATIOS:], strict=True)]
    growth, total, step = max(fmpq(1), min(ratios)), fmpq(0), fmpq(sizes[-1])
    for _ in range(rounds):
        total += step
        step = fmpq((step * growth).ceil())
    return int(total.ceil())


def rough(count: int) -> str:
    """A large number, as a power of 2 rounded down."""
    return f"2^{count.bit_length() - 1}"


class Segment(NamedTuple):
    """The points start + x (end - start), x in [0, 1]; to be decided up to `width` for one region."""

    start: tuple[fmpq, fmpq, fmpq]
    end: tuple[fmpq, fmpq, fmpq]
    region: int
    width: fmpq


class Cover:
    """The cells of one map and its regions, each given by its least coordinates."""

    def __init__(self, forms: Forms, regions: Sequence[Sequence[fmpq]]):
        self.forms = forms
        self.regions = [[(int(x.p), int(x.q)) for x in region] for region in regions]
        self.root, self.count = Cell(0, (0, 0, 0)), 1
        self.values: dict[tuple[int, Point], list[int]] = {}
        self.bends: dict[Point, list[int]] = {}

    def leaves(self) -> Iterator[Cell]:
        """The cells, in the order in which they are spelled."""
        stack = [self.root]
        while stack:
            cell = stack.pop()
            if cell.parts:
                stack.extend(reversed(cell.parts))
            else:
                yield cell

    def unknown(self) -> list[Cell]:
        """The cells of which nothing is known."""
        return [cell for cell in self.leaves() if cell.region == UNKNOWN]

    def spelled(self) -> str:
        """All cells depth first: `+` and the four parts, `.`, or a region's letter and the steps."""
        found = []
        stack = [self.root]
        while stack:
            cell = stack.pop()
            if cell.parts:
                found.append("+")
                stack.extend(reversed(cell.parts))
            else:
                found.append("." if cell.region == UNKNOWN else LETTERS[cell.region] + counted(cell.steps))
        return "".join(found)

    def take(self, text: str) -> None:
        """Go on from what `spelled` gave earlier.  Raises ValueError where it is none, and changes nothing."""
        self.read(text)
        self.settle(self.unknown())

    def read(self, text: str) -> None:
        """The cells of a spelling.  Raises ValueError where it is none, and changes nothing.

        Regions and steps are taken as they are: whether they are right is for the checker.
        """
        characters = iter(text)
        root, count = Cell(0, (0, 0, 0)), 1
        stack = [root]
        try:
            while stack:
                cell, mark = stack.pop(), next(characters)
                if mark == "+":
                    stack.extend(reversed(cell.split()))
                    count += 3
                elif mark != ".":
                    cell.region, digit = LETTERS.index(mark, 0, len(self.regions)), next(characters)
                    while digit == MORE:
                        cell.steps, digit = cell.steps + len(STEPS), next(characters)
                    cell.steps += STEPS.index(digit)
        except StopIteration:
            raise ValueError("a spelling that breaks off") from None
        if next(characters, None) is not None:
            raise ValueError("a spelling that goes on")
        self.root, self.count = root, count

    def image(self, cell: Cell) -> Box | None:
        """Bounds of the coordinates of the image on the grid, rounded outwards; None where there are none.

        On the cell a form is within 2/9 of the bound of its second derivatives of the affine function with its values
        at the corners; a quotient of affine functions is extremal at a corner.
        """
        if cell.level < COARSE:
            return None
        low = tuple(x >> (cell.level - COARSE) for x in cell.corner)
        if low not in self.bends:
            self.bends[low] = self.forms.bends(low, tuple(x + 1 for x in low))
        shift = max(0, self.forms.degree - 2) * (cell.level - COARSE)  # forms of degree 0 or 1 have no bends
        slack = [((2 * bend << shift) + 8) // 9 for bend in self.bends[low]]
        rows = []
        for corner in cell.corners:
            key = cell.level, corner
            if key not in self.values:
                self.values[key] = self.forms.at(corner)
            rows.append(self.values[key])
        least = [row[3] - slack[3] for row in rows]
        if min(least) <= 0:
            return None
        bounds: Box = [], []
        for i in range(3):
            bounds[0].append(max(0, min(((row[i] - slack[i]) << GRID) // (row[3] + slack[3]) for row in rows)))
            bounds[1].append(
                max((((row[i] + slack[i]) << GRID) + d - 1) // d for row, d in zip(rows, least, strict=True))
            )
        return bounds

    def meeting(self, box: Box) -> Iterator[Cell]:
        """The leaves that meet a box."""
        (a, b, c), (d, e, f) = box
        stack = [self.root]
        while stack:
            cell = stack.pop()
            x, y, z = cell.corner
            shift = GRID - cell.level
            if (
                x << shift <= d and y << shift <= e and z << shift <= f
                and x + 1 << shift >= a and y + 1 << shift >= b and z + 1 << shift >= c
            ):  # fmt: skip
                if cell.parts:
                    stack.extend(cell.parts)
                else:
                    yield cell

    def settle(self, cells: Iterable[Cell]) -> None:
        """Find out what is known of these cells, and of those that wait for them."""
        known = deque(cell for cell in cells if self.start(cell))
        while known:
            for cell in known.popleft().waiting:
                if cell.region == UNKNOWN and not cell.parts and self.follow(cell):
                    known.append(cell)

    def start(self, cell: Cell) -> bool:
        """Whether a new cell lies in a region, or is seen to reach one; else it waits until more is known."""
        for number, region in enumerate(self.regions):
            if all(
                x * q >= p << cell.level for corner in cell.corners for x, (p, q) in zip(corner, region, strict=True)
            ):
                cell.region, cell.steps = number, 0
                return True
        bounds = self.image(cell)
        if bounds is None:
            return False
        cell.box = bounds
        return self.follow(cell)

    def follow(self, cell: Cell) -> bool:
        """Whether all cells that the image meets reach one region; else the cell waits for one of them."""
        region, steps = UNKNOWN, 0
        blocking = None
        for other in self.meeting(cell.box):
            if other.region == UNKNOWN:
                blocking = other
            elif region == UNKNOWN:
                region = other.region
            elif region != other.region:
                return False  # what is known does not change: this cell has to be split
            steps = max(steps, other.steps)
        if blocking is not None:
            blocking.waiting.append(cell)
            return False
        cell.region, cell.steps = region, steps + 1
        return True

    def refine(self, cells: Sequence[Cell]) -> None:
        """Split these cells and find out what is known then.  Raises Declined or OverBudget and splits none."""
        if self.count + 3 * len(cells) > MAX_CELLS:
            raise OverBudget(
                f"a cover of {self.count + 3 * len(cells)} cells, of at most {MAX_CELLS}; a lower level needs fewer"
            )
        if any(cell.level == MAX_LEVEL for cell in cells):
            raise Declined(f"cells smaller than those of level {MAX_LEVEL} are needed")
        self.count += 3 * len(cells)
        fresh = []
        for cell in cells:
            fresh += cell.split()
        for cell in cells:
            fresh += [other for other in cell.waiting if other.region == UNKNOWN and not other.parts]
            cell.waiting, cell.box = [], ([], [])
        self.settle(fresh)

    def along(self, segment: Segment) -> Iterator[tuple[Cell, fmpq, fmpq]]:
        """The leaves that share more than a point with a segment, and the part of [0, 1] for which they do."""
        stack = [self.root]
        while stack:
            cell = stack.pop()
            first, last = fmpq(0), fmpq(1)
            for x, a, b in zip(cell.corner, segment.start, segment.end, strict=True):
                low, high = fmpq(x, 1 << cell.level) - a, fmpq(x + 1, 1 << cell.level) - a
                if a == b:
                    last = last if low <= 0 <= high else first
                    continue
                ends = low / (b - a), high / (b - a)
                first, last = max(first, min(ends)), min(last, max(ends))
            if first < last:
                if cell.parts:
                    stack.extend(cell.parts)
                else:
                    yield cell, first, last

    def bracket(self, segment: Segment) -> tuple[fmpq, fmpq]:
        """low and high: for x <= low all cells reach the region, for x >= high all reach another one."""
        low, high = fmpq(1), fmpq(0)
        for cell, first, last in self.along(segment):
            if cell.region != segment.region:
                low = min(low, first)
            if cell.region in (segment.region, UNKNOWN):
                high = max(high, last)
        return low, high

    def needed(self, segment: Segment) -> list[Cell]:
        """The unknown cells on a segment, and those that decide what is known of them."""
        found = {cell: None for cell, _, _ in self.along(segment) if cell.region == UNKNOWN}
        todo = list(found)
        while todo:
            box = todo.pop().box
            for other in self.meeting(box) if box[0] else ():
                if other.region == UNKNOWN and other not in found:
                    found[other] = None
                    todo.append(other)
        return list(found)

    def at(self, point: Sequence[fmpq]) -> int:
        """The region that a point reaches, or UNKNOWN."""
        scaled = [x * (1 << GRID) for x in point]
        box = [int(x.floor()) for x in scaled], [int(x.ceil()) for x in scaled]
        found = {cell.region for cell in self.meeting(box)}
        return found.pop() if len(found) == 1 else UNKNOWN

    def resolve(self, segment: Segment, most: int = MAX_CELLS) -> None:
        """Split what a segment needs until its bracket is narrow, adding at most so many cells.

        Raises Declined where no bracket gets narrow, and OverBudget where that takes too many cells, or would by the
        rounds so far: each halves the bracket.
        """
        start, sizes = self.count, list[int]()
        while True:
            low, high = self.bracket(segment)
            if low >= high:
                raise Declined("the segment leaves the basin and comes back, or never leaves it")
            if high - low <= segment.width:
                return
            cells = self.needed(segment)
            sizes.append(len(cells))
            rounds = int(((high - low) / segment.width).ceil() - 1).bit_length()
            total = self.count - start + 3 * expected(sizes, rounds)
            if total > most:
                width = f"a bracket of width {segment.width}"
                raise OverBudget(f"{width} would take about {rough(total)} cells more; a line gets {most}")
            self.refine(cells)

    def build(self, level: int, segments: Sequence[Segment], keep: Path, hear: Progress) -> None:
        """Split down to a level, then for the segments; `keep` has the state after each round, to go on from."""
        if not self.resume(keep):
            self.settle([self.root])
        done, sizes = min((cell.level for cell in self.unknown()), default=level), list[int]()
        while done < level and (cells := [cell for cell in self.unknown() if cell.level < level]):
            hear(2**done, 2**level)
            sizes = [*sizes, len(cells)] if done > COARSE else []  # larger cells have no image
            total = self.count + 3 * expected(sizes, level - done)
            if total > MAX_CELLS:
                message = f"level {level} would take about {rough(total)} cells, of at most {MAX_CELLS}"
                raise OverBudget(f"{message}; a lower level needs fewer")
            self.refine(cells)
            done += 1
            self.save(keep)
        for segment in segments:
            self.resolve(segment)
            self.save(keep)
        hear(2**level, 2**level)
        with contextlib.suppress(OSError):
            keep.unlink(missing_ok=True)

    def save(self, keep: Path) -> None:
        """Write the spelling, after its hash; where nothing can be written, an interrupted run starts again."""
        text = self.spelled()
        with contextlib.suppress(OSError):
            write_atomic(keep, f"{sha256(text)}\n{text}\n")

    def resume(self, keep: Path) -> bool:
        """Go on from a file that `save` wrote; False, and nothing is changed, where it is not as it was written."""
        try:
            found, text = keep.read_text(encoding="ascii").removesuffix("\n").split("\n")
            if found != sha256(text):
                return False
            self.take(text)
        except (OSError, ValueError):
            return False
        return True
