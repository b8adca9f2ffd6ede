"""Draw the pictures of docs/ from committed files, as `stillproof plot` does: same files, same bytes."""

from pathlib import Path

from stillproof.figures import read_source, rendered

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {  # file: statements, and the figure's stem
    "basins.svg": (["golay11-norell"], "basins-golay11-norell"),
    "delta-out.svg": (["golay11-strange"], "map-golay11-strange"),
}


def draw(name: str) -> bytes:
    """A picture."""
    statements, stem = PICTURES[name]
    sources = [read_source(statement, ROOT / "fixtures") for statement in statements]
    return rendered(sources)[f"{stem}.svg"]


if __name__ == "__main__":
    for name in PICTURES:
        (ROOT / "docs" / name).write_bytes(draw(name))
