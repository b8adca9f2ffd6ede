"""A table in a terminal: no line is wider than asked unless two cells are, and no cell is lost."""

import doctest
import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from stillproof.cli import main
from stillproof.words import tables
from stillproof.words.tables import blocks, lines

CELL = st.text("ab c", min_size=1, max_size=9).map(lambda cell: re.sub(" +", " ", cell).strip() or "-")
TABLES = st.integers(2, 7).flatmap(lambda n: st.lists(st.tuples(*[CELL] * n), min_size=1, max_size=5))


@given(TABLES, st.integers(1, 60), st.integers(1, 2))
def test_the_blocks_hold_every_cell_and_are_no_wider_than_asked(
    rows: list[tuple[str, ...]], limit: int, keys: int
) -> None:
    found = blocks(rows, limit, keys)
    joined = [[re.split(" {2,}", line) for line in (block[0], *block[2:])] for block in found]
    for i, row in enumerate(rows):
        assert [*row[:keys], *(cell for block in joined for cell in block[i][keys:])] == list(row)
        assert all(block[i][:keys] == list(row[:keys]) for block in joined)
    for block in found:
        columns = block[1].split("  ")
        assert max(map(len, block)) <= limit or len(columns) <= keys + 1
        assert {len(column) for column in columns if set(column) != {"-"}} == set()


def test_a_table_that_fits_is_one_block() -> None:
    rows = [("id", "code"), ("a", "[[5,1,3]]_2")]
    assert blocks(rows, 15) == [lines(rows)]
    assert len(blocks([(*row, "x") for row in rows], 15)) == 2


def test_a_cell_that_would_be_read_as_two_is_refused() -> None:
    with pytest.raises(ValueError, match="'a  b' would be read as two cells"):
        lines([("a  b",)])


@pytest.mark.parametrize("columns", [80, 100, 300])
def test_show_fits_the_columns_that_are_said(columns: int) -> None:
    """The notes below the table are running text, which every terminal wraps."""
    done = CliRunner().invoke(main, ["show"], env={"COLUMNS": str(columns)})
    table = done.output.partition("\np_succ(0): ")[0].splitlines()
    assert done.exit_code == 0
    assert max(map(len, table)) <= columns
    assert sum(line.startswith("id ") for line in table) == {80: 4, 100: 3, 300: 1}[columns]


def test_the_example_of_the_docstring() -> None:
    assert doctest.testmod(tables) == (0, 1)
