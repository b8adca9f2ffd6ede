"""Figures of certified statements, as SVG and PDF: the same bytes for the same files, readable without colour.

Every coordinate is an exact rational, of a claim or of a claimed function at a rational point, until it is drawn.
Drawing checks nothing: whoever calls has the checker certify the statements first (`stillproof plot` does).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ..errors import Declined
from ..statements.stated import Stated
from ..words.progress import Progress, unheard
from .prose import say
from .source import alike, basin_of, curves_of, is_compared, is_ours, read_source
from .style import Drawing, files

COMPARED = {"golay23-t": ["five-qubit-t"]}  # drawn into the figure of a map too, if they are among the names
IN_PRINT = {
    "wigner": 1,
    "basins-golay11-norell": 2,
    "graph-golay11-graph": 3,
    "map-golay11-strange": 4,
    "map-golay23-t": 5,
}  # the figures of Prakash 2020 by ours


def drawings(sources: Sequence[Stated]) -> dict[str, tuple[str, Drawing]]:
    """Caption and drawing by file stem, of all figures that these statements have."""
    from . import basins, curve, graph, protocols, wigner

    by_name = {source.name: source for source in sources}
    found: dict[str, tuple[str, Drawing]] = {}
    functions = {
        source.state.name: source
        for source in reversed(sources)
        if source.of_kind("wigner") and source.state.starts_pure
    }
    if functions:
        shown = [functions[name] for name in sorted(functions, reverse=True)]
        found["wigner"] = wigner.caption(shown), partial(wigner.draw, shown)
    for source in sources:
        if basin_of(source):
            found[f"basins-{source.name}"] = basins.caption(source), partial(basins.draw, source)
        if source.of_kind("graph-form"):
            found[f"graph-{source.name}"] = graph.caption(source), partial(graph.draw, source)
        if curves_of(source):
            others = [by_name[name] for name in COMPARED.get(source.name, []) if name in by_name]
            others = [other for other in others if alike(other, source)]
            found[f"map-{source.name}"] = curve.caption(source, others), partial(curve.draw, source, others)
    compared = [source for source in sources if is_compared(source) and protocols.points(source)]
    if len(compared) > 1:
        found["protocols"] = protocols.caption(compared), partial(protocols.draw, compared)
    return found


def captions(sources: Sequence[Stated]) -> dict[str, str]:
    """Captions by file stem, with the number of the figure in print, if there is one and all statements are ours."""
    ours = all(map(is_ours, sources))
    return {
        stem: say("paper", caption=text, number=IN_PRINT[stem]) if ours and stem in IN_PRINT else text
        for stem, (text, _) in drawings(sources).items()
    }


def require_matplotlib() -> None:
    """Raises Declined where matplotlib is not installed."""
    try:
        import matplotlib  # noqa: F401 - is it there?
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise Declined("matplotlib is missing: pip install 'stillproof[paper]'") from None


def picture(source: Stated) -> tuple[str, bytes] | None:
    """Caption and SVG of the map of one statement; None where it has none.  Raises Declined without matplotlib."""
    stem = f"map-{source.name}"
    caption, drawing = drawings([source]).get(stem, ("", None))
    if drawing is None:
        return None
    require_matplotlib()
    return caption, files(stem, caption, drawing, ("svg",))[f"{stem}.svg"]


def rendered(sources: Sequence[Stated], progress: Progress = unheard) -> dict[str, bytes]:
    """All files by name: two for each figure.  Raises Declined where there is nothing to draw, or no matplotlib."""
    require_matplotlib()
    asked, titles = drawings(sources), captions(sources)
    if not asked:
        raise Declined(f"{', '.join(source.name for source in sources)}: no claim that a figure shows")
    found: dict[str, bytes] = {}
    for done, (stem, (_, drawing)) in enumerate(asked.items(), 1):
        found |= files(stem, titles[stem], drawing)
        progress(done, len(asked))
    return found


def draw_all(
    names: list[str], directory: Path, fixtures: Path | None = None, certificates: Path | None = None
) -> list[Path]:
    """Draw all figures of these statements into a folder, if there are any; the paths, sorted.

    Statements are those of `fixtures`, by default the stored ones; that they are certified is for the caller to see to.
    Raises InputError, and Declined without matplotlib, before anything is written.
    """
    from ..files.text import write_atomic

    sources = [read_source(name, fixtures, certificates) for name in names]
    found = rendered(sources) if drawings(sources) else {}
    for name, content in found.items():
        write_atomic(directory / name, content)
    return sorted(directory / name for name in found)


__all__ = ["captions", "draw_all", "drawings", "picture", "read_source", "rendered"]
