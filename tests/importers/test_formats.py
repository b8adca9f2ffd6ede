"""One code in every format is read as one code: the same group, its signs included, by rows and by dense projectors."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from dense_operators import of_code, same
from random_protocols import random_code
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.codes.importers.build import same_group
from stillproof.codes.importers.read import Imported, read
from writers import FORMATS


def fixture(name: str, *signs: int) -> StabilizerCode:
    """A code of the fixtures, with other signs if there are some."""
    code = read_code(ROOT / "fixtures" / "codes" / f"{name}.json")
    return replace(code, signs=signs or code.signs)


CODES = {
    "five-qubit": fixture("five-qubit"),
    "five-qubit, signed": fixture("five-qubit", 1, 0, 1, 1),
    "steane7": fixture("steane7"),
    "five-qutrit": fixture("five-qutrit"),
    "five-qutrit, signed": fixture("five-qutrit", 2, 0, 1, 0),
    "with Y": random_code(random.Random(3), 2, 4, 2),
    "with XZ, p = 3": random_code(random.Random(4), 3, 4, 1),
    "with XZ, p = 5": random_code(random.Random(5), 5, 3, 1),
    "CSS": random_code(random.Random(1), 2, 5, 1, css=True),
}


def imported(folder: Path, name: str, code: StabilizerCode) -> Imported | None:
    """The code written and read, or None where the format cannot hold it."""
    file = FORMATS[name](code)
    if file is None:
        return None
    path = folder / file[0]
    path.write_bytes(file[1])
    return read(path, file[2])


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
@pytest.mark.parametrize("name", FORMATS)
def test_a_code_in_a_format_is_that_code(name: str, code: StabilizerCode, tmp_path: Path) -> None:
    found = imported(tmp_path, name, code)
    if found is None:
        return
    assert [g.row() for g in found.code.stabilizers] == [g.row() for g in code.stabilizers]
    assert found.code.signs == code.signs
    assert same(of_code(found.code), of_code(code))
    assert found.dropped == ()
    assert found.sources[0][0] == FORMATS[name](code)[0]  # type: ignore[index]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_one_of_the_codes(name: str) -> None:
    assert any(FORMATS[name](code) for code in CODES.values())


@pytest.mark.parametrize("p", [2, 3, 5])
@given(seed=st.integers(0, 10**6), n=st.integers(2, 5), css=st.booleans(), data=st.data())
def test_random_codes_come_back(
    p: int, seed: int, n: int, css: bool, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    code = random_code(random.Random(seed), p, n, data.draw(st.integers(1, n - 1)), css=css)
    name = data.draw(st.sampled_from(sorted(FORMATS)))
    found = imported(tmp_path_factory.mktemp("format"), name, code)
    if found is not None:
        assert same_group(found.code, code)
        assert found.code.k == code.k


@pytest.mark.parametrize("p", [2, 3, 5])
@given(seed=st.integers(0, 10**6))
def test_products_of_rows_are_dropped_and_their_negatives_refused(
    p: int, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The sign of a product of rows is that of the product of matrices."""
    import numpy as np

    from dense_operators import site, tensor
    from stillproof.codes.importers.build import build
    from stillproof.codes.importers.rows import Rows
    from stillproof.codes.phase_space import PhaseVector
    from stillproof.errors import NoCode

    chance = random.Random(seed)
    code = random_code(chance, p, 3, 1)
    w = np.exp(2j * np.pi / p)
    powers = [chance.randrange(p) for _ in code.stabilizers]
    product, total = np.eye(p**3, dtype=complex), PhaseVector(p, (0, 0, 0), (0, 0, 0))
    for g, sign, power in zip(code.stabilizers, code.signs, powers, strict=True):
        operator = w**sign * tensor([site(p, u, v) for u, v in zip(g.u, g.v, strict=True)])
        product = product @ np.linalg.matrix_power(operator, power)
        total = total + g * power
    plain = tensor([site(p, u, v) for u, v in zip(total.u, total.v, strict=True)])
    signs = [s for s in range(p) if np.allclose(w**s * plain, product)]
    assert len(signs) == 1
    for s in range(p):
        vectors, where = [*code.stabilizers, total], ["row 1", "row 2", "row 3"]
        rows = Rows(p, 3, vectors, where, [*code.signs, s])
        if s == signs[0]:
            found, dropped = build(rows, "rows", "x", "a test")
            assert len(dropped) == 1
            assert found.stabilizers == code.stabilizers
        else:
            with pytest.raises(NoCode, match="times this product"):
                build(rows, "rows", "x", "a test")
