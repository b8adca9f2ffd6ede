"""Tables of a terminal: columns that do not fit side by side follow below, with the names of the rows again."""

from __future__ import annotations

import shutil

GAP = "  "
WIDTH = 80  # where nothing says how wide


def width() -> int:
    """The columns that a line may have: COLUMNS, or those of the terminal, or 80."""
    return shutil.get_terminal_size((WIDTH, 24)).columns


def blocks(rows: list[tuple[str, ...]], limit: int, keys: int = 1) -> list[list[str]]:
    r"""The lines of each block: its head, dashes, and a line for every further row.

    The first `keys` columns begin every block.  A block takes as many further columns as fit into `limit` characters,
    and at least one, so a line is longer only where the keys and one cell are.  Raises ValueError for a cell that holds
    two spaces in a row: it would be read as two cells.

    >>> for block in blocks([("id", "code", "threshold"), ("a", "[[5,1,3]]_2", "0.345 delta")], 20):
    ...     print("\n".join(block), end="\n\n")
    id  code
    --  -----------
    a   [[5,1,3]]_2
    <BLANKLINE>
    id  threshold
    --  -----------
    a   0.345 delta
    <BLANKLINE>
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    groups = [list(range(keys))]
    for i in range(keys, len(widths)):
        if len(groups[-1]) > keys and sum(widths[j] + len(GAP) for j in (*groups[-1], i)) > limit + len(GAP):
            groups.append(list(range(keys)))
        groups[-1].append(i)
    return [lines([tuple(row[i] for i in group) for row in rows]) for group in groups]


def lines(rows: list[tuple[str, ...]]) -> list[str]:
    """The lines of a table whose columns all stand side by side.  Raises ValueError as `blocks` does."""
    for cell in (cell for row in rows for cell in row if GAP in cell):
        raise ValueError(f"{cell!r} would be read as two cells")
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = [GAP.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [padded[0], GAP.join("-" * size for size in widths), *padded[1:]]
