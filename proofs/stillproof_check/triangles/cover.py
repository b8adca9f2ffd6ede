"""A triangle cut into cells, and what is known of each: the region that its points reach, and in how many steps.

A cell of level l is the set of points with corner_i <= 2^l x_i <= corner_i + 1, where the
coordinates x_0 + x_1 + x_2 = 1 and the integers corner add up to 2^l - 1 (upright) or 2^l - 2 (upside down).

A cover is spelled depth first: `+` and the four parts of a cell, those at its corners first; `.` for a cell of which
nothing is said; or the letter of a region and a number of steps, for a cell whose points reach it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from ..entry.verdict import wellformed, within
from ..entry.work import Work
from .triangle import Point, TriangleMap

LETTERS = "abcdefghijklmnopqrstuvwxyz"
STEPS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"
MARK = re.compile(r"[+.]|([a-z])(Z*)([0-9a-zA-Y])")  # Z: as many steps as STEPS has characters
MAX_LEVEL = 48
GRID = 64  # images are bounded on the grid of width 2^-GRID
COARSE = 5  # the level at which second derivatives are bounded; larger cells have no image
SPLIT = 64  # operations for cutting a cell; each of the four parts takes half a kilobyte at most
MIXED = -1  # the region of a cell of which nothing is said, or whose parts differ


class Cell:
    """A cell; `region` and `steps` are those of a leaf, or of all its parts, the greatest number of steps."""

    __slots__ = ("corner", "level", "parts", "region", "steps")

    def __init__(self, level: int, corner: Point):
        self.level, self.corner = level, corner
        self.parts: list[Cell] = []
        self.region, self.steps = MIXED, 0

    @property
    def corners(self) -> list[Point]:
        """Its three corners, as integers over 2^level."""
        low = self.corner
        up = sum(low) == (1 << self.level) - 1
        return [tuple(x + (up == (i == k)) for i, x in enumerate(low)) for k in range(3)]

    def split(self) -> None:
        """Make the four parts."""
        up = sum(self.corner) == (1 << self.level) - 1
        moved = [tuple(2 * x + (up == (i == k)) for i, x in enumerate(self.corner)) for k in range(3)]
        middle = tuple(2 * x + (not up) for x in self.corner)
        self.parts = [Cell(self.level + 1, corner) for corner in (*moved, middle)]

    def summarise(self) -> None:
        """Take region and steps from the parts."""
        regions = {part.region for part in self.parts}
        self.region = regions.pop() if len(regions) == 1 else MIXED
        self.steps = max(part.steps for part in self.parts)

    def leaves(self) -> Iterator["Cell"]:
        """The cells below it that are not split, in the order of the spelling."""
        todo = [self]
        while todo:
            cell = todo.pop()
            if cell.parts:
                todo.extend(reversed(cell.parts))
            else:
                yield cell


def read_cover(text: str, regions: int, work: Work) -> Cell:
    """The whole triangle as a cell, from the spelling of its cover."""
    root = Cell(0, (0, 0, 0))
    todo, split, place = [root], [], 0
    while todo:
        cell, mark = todo.pop(), MARK.match(text, place)
        if mark is None:
            wellformed(False, "cover.mark", "+, . or a letter and a number of steps", text[place : place + 9])
            break
        place = mark.end()
        if mark[0] == "+":
            within(cell.level < MAX_LEVEL, "cover.level", f"at most {MAX_LEVEL}", cell.level + 1)
            work.more(SPLIT)
            cell.split()
            split.append(cell)
            todo.extend(reversed(cell.parts))
        elif mark[0] != ".":
            cell.region = LETTERS.index(mark[1])
            cell.steps = len(STEPS) * len(mark[2]) + STEPS.index(mark[3])
            wellformed(cell.region < regions, "cover.region", f"one of {LETTERS[:regions]}", mark[0])
    wellformed(place == len(text), "cover.end", f"{place} characters", len(text))
    for cell in reversed(split):
        cell.summarise()
    return root


Box = tuple[Sequence[int], Sequence[int]]


class Images:
    """Bounds for the image of a cell under one map."""

    def __init__(self, function: TriangleMap):
        self.function = function
        self.values: dict[tuple[int, Point], list[int]] = {}
        self.bounds: dict[Point, list[int]] = {}
        self.fixed: list[Cell] | None = None

    def at(self, level: int, point: Point) -> list[int]:
        """The four forms at a corner of a cell."""
        key = level, point
        if key not in self.values:
            self.values[key] = self.function.at(point)
        return self.values[key]

    def bends(self, cell: Cell) -> list[int]:
        """The bounds of second derivatives for the cell of level COARSE that contains this one."""
        low = tuple(x >> (cell.level - COARSE) for x in cell.corner)
        if low not in self.bounds:
            self.bounds[low] = self.function.bends(low, tuple(x + 1 for x in low))
        return self.bounds[low]

    def of(self, cell: Cell) -> Box | None:
        """Least and greatest coordinates of the image, times 2^GRID, rounded outwards; None if it has no bound.

        On the cell a form differs from the affine function with its values at the corners by 2/9 of the bound of its
        second derivatives (`affine-patch`), and a quotient of affine functions is extremal at a corner.
        """
        if cell.level < COARSE:
            return None
        shift = max(self.function.degree - 2, 0) * (cell.level - COARSE)  # below degree 2 nothing bends
        slack = [-((-2 * bend << shift) // 9) for bend in self.bends(cell)]
        values = [self.at(cell.level, corner) for corner in cell.corners]
        size = values[0][3].bit_length() + GRID
        self.function.work.products(20, size, GRID)
        least = [row[3] - slack[3] for row in values]
        if min(least) <= 0:
            return None
        low, high = [], []
        for i in range(3):
            low.append(max(0, min(((row[i] - slack[i]) << GRID) // (row[3] + slack[3]) for row in values)))
            high.append(max(-((-(row[i] + slack[i]) << GRID) // d) for row, d in zip(values, least)))
        return low, high

    def may_be_fixed(self, root: Cell) -> list[Cell]:
        """The undecided leaves of the cover whose image may meet them, so that a point of theirs may be fixed."""
        if self.fixed is None:
            self.fixed = [cell for cell in root.leaves() if cell.region == MIXED and may_stay(cell, self.of(cell))]
        return self.fixed


def may_stay(cell: Cell, box: Box | None) -> bool:
    """Whether a cell meets the bounds of its image, or has none."""
    if box is None:
        return True
    shift = GRID - cell.level
    return all(x << shift <= b and x + 1 << shift >= a for x, a, b in zip(cell.corner, *box))


def meeting(root: Cell, box: Box, work: Work, skip: Callable[[Cell], bool] = lambda cell: False) -> Iterator[Cell]:
    """The leaves that meet a box of coordinates times 2^GRID; nothing below a cell that `skip` accepts."""
    (a, b, c), (d, e, f) = box
    todo = [root]
    while todo:
        cell = todo.pop()
        shift, (x, y, z) = GRID - cell.level, cell.corner
        if x << shift > d or y << shift > e or z << shift > f:
            continue
        if x + 1 << shift < a or y + 1 << shift < b or z + 1 << shift < c or skip(cell):
            continue
        if cell.parts:
            work.more(len(cell.parts))
            todo.extend(cell.parts)
        else:
            yield cell


def exact_steps(root: Cell, cell: Cell, images: Images) -> int | None:
    """One more than the steps of the cells that the image of a cell meets; None unless all reach its region."""
    box = images.of(cell)
    if box is None:
        return None
    most = [-1]
    for other in meeting(root, box, images.function.work, lambda x: x.region == cell.region and x.steps <= most[-1]):
        if other.region != cell.region:
            return None
        most.append(other.steps)
    return most[-1] + 1
