"""Draw the pictures of docs/ from committed files: same files, same bytes.

delta-out.svg: delta_out against delta, the diagonal, the threshold, from the statement; exact values, rounded to a
hundredth of a pixel at the last moment.

basins.svg: the triangle of Norell states with every cell that is certified to flow to one attractor, from the cover
in the certificate.  Cells smaller than those of level DRAWN are drawn together, as the cell of that level that holds
them: in the colour of an attractor only if all of them flow to it, else as undecided.  So undecided area is drawn too
large, by a pixel, and never too small.
"""

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LEFT, TOP, SIZE = 70, 20, 400
STEPS = 200


def read_claims(name: str) -> dict[str, dict[str, Any]]:
    """The claims of a statement by id."""
    statement = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())
    return {claim["id"]: claim for claim in statement["claims"]}


def point(x: Fraction, y: Fraction) -> str:
    """A point of the unit square in pixels, with two decimals."""
    pixels = (LEFT + SIZE * x, TOP + SIZE * (1 - y))
    hundredths = [int(100 * value + Fraction(1, 2)) for value in pixels]
    return ",".join(f"{value // 100}.{value % 100:02}" for value in hundredths)


def draw() -> str:
    """The picture."""
    claims = read_claims("golay11-strange")
    output = claims["map"]["output"]
    num, den = ([int(c) for c in output["delta"][key]] for key in ("num", "den"))
    low, _ = map(Fraction, claims["threshold"]["interval"])

    def delta_out(x: Fraction) -> Fraction:
        value = [sum(c * x**k for k, c in enumerate(poly)) for poly in (num, den)]
        return Fraction(value[0]) / value[1]

    grid = [Fraction(i, STEPS) for i in range(STEPS + 1)]
    curve = " ".join(point(x, delta_out(x)) for x in grid)
    x, y = point(low, low).split(",")
    ticks = []
    for i in range(0, 11, 2):
        at = Fraction(i, 10)
        px, py = point(at, Fraction(0)).split(",")[0], point(Fraction(0), at).split(",")[1]
        ticks.append(f'<path d="M{px},{TOP + SIZE}v6M{LEFT},{py}h-6" class="axis"/>')
        ticks.append(f'<text x="{px}" y="{TOP + SIZE + 22}" text-anchor="middle">{i / 10:.1f}</text>')
        ticks.append(f'<text x="{LEFT - 11}" y="{py}" dy="5" text-anchor="end">{i / 10:.1f}</text>')
    start, end = point(Fraction(0), Fraction(0)), point(Fraction(1), Fraction(1))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 480" width="500" height="480" role="img">
<title>Output noise rate against input noise rate for the strange state and the ternary Golay code</title>
<style>
text {{ font: 15px sans-serif; fill: #222 }}
path, polyline, rect {{ fill: none; stroke: #222 }}
.axis {{ stroke-width: 1 }}
.same {{ stroke-dasharray: 6 5; stroke: #666 }}
.curve {{ stroke: #b2182b; stroke-width: 2.5 }}
.mark {{ stroke-dasharray: 2 3; stroke: #222 }}
</style>
<rect x="0" y="0" width="500" height="480" style="fill:#fff;stroke:none"/>
<rect x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}" class="axis"/>
{chr(10).join(ticks)}
<path d="M{start}L{end}" class="same"/>
<path d="M{x},{y}V{TOP + SIZE}" class="mark"/>
<polyline points="{curve}" class="curve"/>
<circle cx="{x}" cy="{y}" r="4.5" fill="#222"/>
<text x="{x}" y="{y}" dx="14" dy="22">threshold</text>
<text x="{x}" y="{y}" dx="14" dy="41">&#948;* = 0.{int(low * 10**5):05}&#8230;</text>
<text x="{LEFT + SIZE // 2}" y="{TOP + SIZE + 48}" text-anchor="middle">&#948; in (depolarizing rate)</text>
<text transform="translate(20,{TOP + SIZE // 2}) rotate(-90)" text-anchor="middle">&#948; out</text>
</svg>
"""


DRAWN = 10  # the level of the smallest cells that are drawn
SIDE = 1 << DRAWN
STEPS_SPELLED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHADES = (1, 2, 4, 8)  # a cell is a shade darker for each of these numbers of steps that it needs
UNDECIDED = ""
# name in the picture and colour, by the id of the trapping claim: no two colours are of one lightness
LOOK = {
    "trapping-norell": ("|N&#10217;", "#54278f"),
    "trapping-strange": ("|S&#10217;", "#1f65a3"),
    "trapping-half": ("&#189;(|N&#10217;&#10216;N| + |S&#10217;&#10216;S|)", "#4fae5f"),
    "trapping-zero": ("|0&#10217;", "#fbb04f"),
    "trapping-mixed": ("maximally mixed", "#dceef2"),
}
DARK = "#111"
WIDTH, BASE = 760, Fraction(866025403784, 10**12)  # of the triangle in pixels; its height over its width
AT = (60, 790)  # the lower left corner, the state |0>

Corner = tuple[int, int, int]
Lattice = tuple[int, int]
WAYS: tuple[Lattice, ...] = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
LETTERS = "hvl"


def certified_cells() -> tuple[list[str], str]:
    """The ids of the regions, and the cover of their basins."""
    lines = (ROOT / "proofs" / "certificates" / "golay11-norell.jsonl").read_text().splitlines()
    witness = next(line["witness"] for line in map(json.loads, lines) if line.get("claim") == "basin")
    return read_claims("golay11-norell")["basin"]["regions"], witness["cover"]


def drawn_cells(regions: list[str], cover: str) -> list[tuple[int, Corner, str, int]]:
    """Level, corner, region and steps of the cells to be drawn; a region of UNDECIDED where cells differ."""
    found = []
    place = 0

    def read(level: int, corner: Corner) -> tuple[str, int]:
        """Read a cell and what is in it; add what is to be drawn."""
        nonlocal place
        mark = cover[place]
        place += 1
        if mark == ".":
            region, steps = UNDECIDED, 0
        elif mark != "+":
            region, steps = regions[ord(mark) - ord("a")], STEPS_SPELLED.index(cover[place])
            place += 1
        else:
            parts = [read(level + 1, part) for part in parts_of(level, corner)]
            if level < DRAWN:
                return UNDECIDED, 0
            region = parts[0][0] if len({part[0] for part in parts}) == 1 else UNDECIDED
            steps = max(part[1] for part in parts)
        if level <= DRAWN:
            found.append((level, corner, region, steps))
        return region, steps

    read(0, (0, 0, 0))
    if place != len(cover):
        raise ValueError("a cover that goes on")
    return found


def upright(level: int, corner: Corner) -> bool:
    """Whether a cell stands on an edge, as the triangle does."""
    return sum(corner) == (1 << level) - 1


def parts_of(level: int, corner: Corner) -> list[Corner]:
    """The parts of a cell in the order of the spelling: at its corners, then the middle one."""
    a, b, c = (2 * x for x in corner)
    if upright(level, corner):
        return [(a + 1, b, c), (a, b + 1, c), (a, b, c + 1), (a, b, c)]
    return [(a, b + 1, c + 1), (a + 1, b, c + 1), (a + 1, b + 1, c), (a + 1, b + 1, c + 1)]


def outline(cells: Iterable[tuple[int, Corner]]) -> str:
    """A path around cells, in the lattice coordinates x_0 and x_2 over SIDE: edges between two of them cancel."""
    edges: set[tuple[Lattice, int]] = set()
    for level, corner in cells:
        size = SIDE >> level
        x, y = size * corner[0], size * corner[2]
        sides = ((x, y), 0), ((x + size, y), 2), ((x, y + size), 4)
        if not upright(level, corner):
            sides = ((x + size, y), 1), ((x + size, y + size), 3), ((x, y + size), 5)
        for (u, v), way in sides:
            right, up = WAYS[way]
            for k in range(size):
                start = u + k * right, v + k * up
                back = (start[0] + right, start[1] + up), (way + 3) % 6
                if back in edges:
                    edges.remove(back)
                else:
                    edges.add((start, way))
    return "".join(loops(edges))


def loops(edges: set[tuple[Lattice, int]]) -> Iterable[str]:
    """Closed paths along all edges, each a starting point and a way."""
    leaving: dict[Lattice, list[int]] = {}
    for start, way in sorted(edges, reverse=True):
        leaving.setdefault(start, []).append(way)
    for start in sorted(leaving):
        while leaving[start]:
            at, runs = start, [[leaving[start].pop(), 0]]
            while True:
                runs[-1][1] += 1
                at = at[0] + WAYS[runs[-1][0]][0], at[1] + WAYS[runs[-1][0]][1]
                if at == start:
                    break
                way = leaving[at].pop()
                if way != runs[-1][0]:
                    runs.append([way, 0])
            moves = "".join(f"{LETTERS[way % 3]}{moved(way, length)}" for way, length in runs[:-1])
            yield f"M{start[0]} {start[1]}{moves}z"


def moved(way: int, length: int) -> str:
    """The numbers of a move: along a coordinate, or both."""
    right, up = (length * x for x in WAYS[way])
    return f"{right}{'' if up < 0 else ' '}{up}" if right and up else str(right or up)


def place(x0: Fraction, x2: Fraction) -> tuple[Fraction, Fraction]:
    """A point of the triangle in pixels."""
    return AT[0] + WIDTH * (x0 + x2 / 2), AT[1] - WIDTH * BASE * x2


def tenths(*values: Fraction | int) -> list[str]:
    """Pixels with one decimal."""
    return [f"{value // 10}.{value % 10}" for value in (int(10 * x + Fraction(1, 2)) for x in values)]


def shown(value: Fraction, digits: int) -> str:
    """The first decimals of a number in [0, 1)."""
    return f"0.{int(value * 10**digits):0{digits}}"


def draw_basins() -> str:
    """The picture of the basins."""
    claims = read_claims("golay11-norell")
    regions, cover = certified_cells()
    cells = drawn_cells(regions, cover)
    paths = []
    for region in [UNDECIDED, *LOOK]:
        mine = [(level, corner, steps) for level, corner, name, steps in cells if name == region]
        colour = LOOK[region][1] if region else DARK
        paths.append(f'<path fill="{colour}" d="{outline((level, corner) for level, corner, _ in mine)}"/>')
        for least in SHADES if region else ():
            slow = outline((level, corner) for level, corner, steps in mine if steps >= least)
            paths.append(f'<path class="slow" d="{slow}"/>')
    scale = [f"{int(Fraction(x) / SIDE * 10**6)}e-6" for x in (WIDTH, Fraction(WIDTH, 2), -WIDTH * BASE)]
    matrix = f"matrix({scale[0]} 0 {scale[1]} {scale[2]} {AT[0]} {AT[1]})"
    marks = [mark(claims[name], *where) for name, where in LABELS.items()]
    dots = []
    for region in LOOK:
        first, second = map(Fraction, claims[region]["point"])
        x, y = tenths(*place(1 - first - second, second))
        dots.append(f'<circle cx="{x}" cy="{y}" r="5" fill="#fff" stroke="#111" stroke-width="2"/>')
    names = [f'<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>' for x, y, anchor, text in NAMES]
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 940 840" width="940" height="840" role="img">
<title>Where Norell states flow under distillation with the ternary Golay code</title>
<style>
text {{ font: 17px sans-serif; fill: #111 }}
.slow {{ fill: #000; fill-opacity: 0.045 }}
.line {{ stroke: #111; stroke-width: 1.3; stroke-dasharray: 7 5; fill: none }}
.halo {{ stroke: #fff; stroke-width: 5; stroke-linejoin: round; fill: #fff }}
</style>
<rect width="940" height="840" fill="#fff"/>
<g transform="{matrix}" fill-rule="evenodd">
{chr(10).join(paths)}
</g>
{chr(10).join([*marks, *dots, *names, *legend(claims["basin"])])}
</svg>
"""


NAMES = (
    (56, 818, "middle", "|0&#10217;"),
    (824, 818, "middle", "|N&#10217;"),
    (440, 118, "middle", "|S&#10217;"),
    (646, 452, "start", LOOK["trapping-half"][0]),
    (454, 566, "start", "&#8531;I"),
)
LABELS = {
    "threshold-norell": (-28, 28, "end"),
    "threshold-zero": (16, 28, "start"),
    "threshold-strange": (-16, 28, "end"),
}


def mark(claim: dict[str, Any], dx: int, dy: int, anchor: str) -> str:
    """A line of depolarizing noise, with a mark at its threshold."""
    ends = [(1 - first - second, second) for first, second in (map(Fraction, claim[key]) for key in ("start", "end"))]
    low, high = map(Fraction, claim["interval"])
    digits = next(n for n in range(9, 0, -1) if shown(low, n) == shown(high, n))
    (x, y), (u, v) = (tenths(*place(*end)) for end in ends)
    px, py = place(*(a + low * (b - a) for a, b in zip(*ends, strict=True)))
    text = f"&#948;* = {shown(low, min(digits, 6))}&#8230;"
    tx, ty = tenths(px + dx, py + dy)
    cross = f"M{tenths(px)[0]},{tenths(py)[0]}m-7,-7l14,14m-14,0l14,-14"
    return "\n".join(
        [
            f'<path d="M{x},{y}L{u},{v}" stroke="#fff" stroke-width="3" stroke-opacity="0.6"/>',
            f'<path d="M{x},{y}L{u},{v}" class="line"/>',
            f'<path d="{cross}" stroke="#fff" stroke-width="6"/><path d="{cross}" stroke="#111" stroke-width="3"/>',
            *(f'<text x="{tx}" y="{ty}" text-anchor="{anchor}"{k}>{text}</text>' for k in (' class="halo"', "")),
        ]
    )


def legend(claim: dict[str, Any]) -> Iterable[str]:
    """The attractors, each with the share of the triangle that is certified to flow to it."""
    shares = dict(zip(claim["regions"], map(Fraction, claim["areas"]), strict=True))
    rows = [(colour, name, shown(shares[region], 4)) for region, (name, colour) in LOOK.items()]
    rows.append((DARK, "undecided", shown(Fraction(claim["undecided"]), 4)))
    yield '<text x="20" y="34">flows to</text><text x="340" y="34" text-anchor="end">share</text>'
    for k, (colour, name, share) in enumerate(rows):
        y = 62 + 28 * k
        yield f'<rect x="20" y="{y - 14}" width="24" height="18" fill="{colour}" stroke="#111"/>'
        yield f'<text x="54" y="{y}">{name}</text><text x="340" y="{y}" text-anchor="end">{share}&#8230;</text>'
    yield '<text x="620" y="34">darker: more steps</text>'
    yield '<text x="620" y="62">dashed: depolarizing noise</text>'
    yield '<text x="620" y="90">&#215;: threshold on such a line</text>'


if __name__ == "__main__":
    (ROOT / "docs" / "delta-out.svg").write_text(draw(), encoding="ascii", newline="\n")
    (ROOT / "docs" / "basins.svg").write_text(draw_basins(), encoding="ascii", newline="\n")
