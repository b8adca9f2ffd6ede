"""Draw docs/delta-out.svg from the committed statement: delta_out against delta, the diagonal, the threshold.

Exact values, rounded to a hundredth of a pixel at the last moment: same statement, same bytes.
"""

import json
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT, TOP, SIZE = 70, 20, 400
STEPS = 200


def read_claims() -> dict[str, dict[str, object]]:
    """The claims of the flagship by id."""
    statement = json.loads((ROOT / "fixtures" / "statements" / "golay11-strange.json").read_text())
    return {claim["id"]: claim for claim in statement["claims"]}


def point(x: Fraction, y: Fraction) -> str:
    """A point of the unit square in pixels, with two decimals."""
    pixels = (LEFT + SIZE * x, TOP + SIZE * (1 - y))
    hundredths = [int(100 * value + Fraction(1, 2)) for value in pixels]
    return ",".join(f"{value // 100}.{value % 100:02}" for value in hundredths)


def draw() -> str:
    """The picture."""
    claims = read_claims()
    output: dict[str, list[str]] = claims["map"]["output"]  # type: ignore[assignment]
    num, den = ([int(c) for c in output["delta"][key]] for key in ("num", "den"))
    low, _ = map(Fraction, claims["threshold"]["interval"])  # type: ignore[call-overload]

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


if __name__ == "__main__":
    (ROOT / "docs" / "delta-out.svg").write_text(draw(), encoding="ascii", newline="\n")
