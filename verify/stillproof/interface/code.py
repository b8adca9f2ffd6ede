"""A stabilizer code as an object: made from what people have, and never with operators that do not fit together.

A `Code` is a `StabilizerCode` (codes/code.py) with the ways in.  Nothing is guessed: what the rows do not say, such as
which columns are X and which are Z, is an argument without a default.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..codes.code import StabilizerCode
from ..codes.importers.algebra import element_rows
from ..codes.importers.asked import Asked
from ..codes.importers.build import Signed, independent, reduced
from ..codes.importers.fields import Element, element_map, quadratic
from ..codes.importers.json_shapes import matrix
from ..codes.importers.pauli_text import read_lines
from ..codes.importers.read import Imported, imported, read
from ..codes.importers.rows import Loose, Read, Rows
from ..codes.importers.source import Source, source_of
from ..codes.importers.stim_circuit import from_circuit
from ..codes.importers.stim_text import from_tableau, read_stim
from ..codes.importers.triorthogonal import triorthogonal_rows
from ..codes.phase_space import PhaseVector, phase_order, product_phase
from ..errors import InputError, NoCode
from ..files.text import dumps, write_atomic

NAMELESS = "code"


@dataclass(frozen=True, repr=False, eq=False)
class Code:
    """A stabilizer code over F_p, p prime: n sites, k encoded qudits, stabilizers with signs, and logical operators.

    The operators are those of docs/formats/code.md: a row (u|v) with sign s means w^s T(u|v), for p = 2 with
    T(1|1) = Y.  Two codes are equal if they have the same stabilizer group, signs included, and the same logical
    operators up to stabilizers; names do not count.

    >>> code = Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"], name="five")
    >>> code
    Code('five', [[5,1]]_2)
    >>> code.n, code.k, code.p
    (5, 1, 2)
    """

    stabilizer_code: StabilizerCode
    record: Imported | None = field(default=None)

    def __post_init__(self) -> None:
        """Raises NoCode for operators of no code, as a program could give them; all ways in check them, too."""
        code = self.stabilizer_code
        where = [f"stabilizer {i}" for i in range(len(code.stabilizers))]
        rows = Rows(code.p, code.n, list(code.stabilizers), where, list(code.signs))
        _, dropped = independent(rows, "the code")
        if dropped:
            raise NoCode("the code", "independent stabilizers", dropped[0])

    @property
    def n(self) -> int:
        """The number of sites.

        >>> Code.from_paulis(["XX", "ZZ", "XX"][:1]).n
        2
        """
        return self.stabilizer_code.n

    @property
    def k(self) -> int:
        """The number of encoded qudits.

        >>> Code.from_paulis(["XXXX", "ZZZZ"]).k
        2
        """
        return self.stabilizer_code.k

    @property
    def p(self) -> int:
        """The dimension of a site, a prime.

        >>> Code.css([[1, 1, 1]], [[1, 1, 1]], p=3).p
        3
        """
        return self.stabilizer_code.p

    @property
    def name(self) -> str:
        """The name, of letters, digits, `.` and `-`; from another name by the rule of codes/importers/code_name.py.

        >>> Code.from_paulis(["ZZ"], name="[[2,1,1]]").name
        '2-1-1'
        """
        return self.stabilizer_code.name

    @property
    def title(self) -> str:
        """The name as it was given.

        >>> Code.from_paulis(["ZZ"], name="[[2,1,1]]").title
        '[[2,1,1]]'
        """
        return self.record.title if self.record else self.name

    @property
    def notes(self) -> tuple[str, ...]:
        """What was assumed, and which rows were dropped because they depend on others.

        >>> Code.from_paulis(["ZZI", "IZZ", "ZIZ"]).notes[-1]
        'entry 2 is the product of entry 0, entry 1'
        """
        return (*self.record.assumed, *self.record.dropped) if self.record else ()

    @staticmethod
    def from_paulis(
        rows: Any,
        *,
        p: int | None = None,
        n: int | None = None,
        signs: Any = None,
        product: str | None = None,
        base: int | None = None,
        name: str | None = None,
    ) -> Code:
        """A code from Pauli operators, one string each.

        The strings are all in one of the grammars of docs/howto-import.md: `XZZXI` and `-XZ_` for qubits, `X0*Z3` and
        `X_0 Z_3` with indices from 0, `X(1)*Z(2) I` and `X Z Z^-1 I` for qudits of dimension `p`.  Objects whose `str`
        is such a string are taken as well (`stim.PauliString`); one string may hold several lines.  `n` is the number
        of sites, for sparse strings; `product` says what X and Z on one site mean ("displacement", "xz" for X^u Z^v,
        "zx" for Z^v X^u); `signs` are exponents of w, one for each row, or a string such as "-+++".

        Raises InputError (NoCode where operators do not commute or contradict each other), or Declined with the
        argument that is missing.

        >>> Code.from_paulis(["XXI", "ZII"])
        Traceback (most recent call last):
        ...
        stillproof.errors.NoCode: the rows: entry 0 and entry 1: expected commuting operators, found symplectic form 1
        >>> Code.from_paulis(["X Z Z^-1 X^-1 I", "I X Z Z^-1 X^-1", "X^-1 I X Z Z^-1", "Z^-1 X^-1 I X Z"], p=3)
        Code('code', [[5,1]]_3)
        """
        words = rows.splitlines() if isinstance(rows, str) else [str(row) for row in items(rows)]
        asked = Asked({"p": p, "n": n, "signs": signs, "product": product, "base": base, "name": name})
        lines = [(f"the rows: entry {i}", f"entry {i}", word) for i, word in enumerate(words)]
        return made(read_lines("the rows", lines, asked), asked, "Pauli operators")

    @staticmethod
    def css(hx: Any, hz: Any, p: int = 2, *, signs: Any = None, name: str | None = None) -> Code:
        """A CSS code from its X stabilizers and its Z stabilizers.

        `hx` and `hz` are matrices of n columns with entries modulo `p`: numpy arrays, scipy sparse matrices, or lists
        of lists or of strings of digits.  `signs` has one exponent for each row of `hx`, then of `hz`.

        Raises InputError for other entries, with row and column; NoCode where rows do not commute.

        >>> hamming = ["0001111", "0110011", "1010101"]
        >>> Code.css(hamming, hamming, name="steane")
        Code('steane', [[7,1]]_2)
        >>> Code.css([[1, 0.5]], [[1, 1]])
        Traceback (most recent call last):
        ...
        stillproof.errors.InputError: hx: row 1, column 2: expected an integer, or a float that is one, found 0.5
        """
        asked = Asked({"p": p, "signs": signs, "name": name})
        loose = Loose([("", table("hx", hx))], [("", table("hz", hz))])
        return made(loose, asked, "CSS matrices")

    @staticmethod
    def from_matrix(
        rows: Any, p: int, *, layout: str, signs: Any = None, product: str | None = None, name: str | None = None
    ) -> Code:
        """A code from a matrix with 2n columns and entries modulo `p`.

        `layout` says where X and Z stand: "xz" for (u|v), "zx" for (v|u), "interleaved" for u_1 v_1 u_2 v_2 and so on.
        Nothing can find this out, so there is no default.  A row means T(u|v), for p = 2 a Hermitian Pauli; with
        `product="xz"` it means X^u Z^v on every site, with "zx" Z^v X^u.  The rest is as for `css`.

        >>> Code.from_matrix([[1, 1, 0, 0], [0, 0, 1, 1]], 2, layout="interleaved")
        Traceback (most recent call last):
        ...
        stillproof.errors.Declined: the rows: the code encodes nothing: 2 independent stabilizers on 2 sites
        >>> Code.from_matrix([[1, 0, 0, 0, 1, 1]], 3, layout="xz") == Code.from_paulis(["X Z Z"], p=3)
        True
        """
        asked = Asked({"p": p, "layout": layout, "signs": signs, "product": product, "name": name})
        return made(Loose([("", table("the rows", rows))]), asked, "a matrix")

    @staticmethod
    def from_gf4(rows: Any, *, x: str, z: str, kind: str, signs: Any = None, name: str | None = None) -> Code:
        """A qubit code from rows over GF(4) = {0, 1, w, w^2}.

        `x` and `z` are the elements that stand for X and Z, such as "1" and "w"; every choice gives commuting rows, and
        another one may give another code.  `kind` is "additive", or "linear" where the multiples of the rows by w are
        stabilizers, too.  Entries are strings such as "w^2", or the integers 0 to 3 of the package galois (2 is w, 3 is
        w^2).

        >>> rows = [["1", "w", "w", "1", "0"], ["0", "1", "w", "w", "1"]]
        >>> Code.from_gf4(rows, x="1", z="w", kind="linear") == Code.from_paulis(["XZZXI", "ZYYZI", "IXZZX", "IZYYZ"])
        True
        """
        return over(2, rows, f"X={x},Z={z}", None, kind, signs, name)

    @staticmethod
    def from_gf9(
        rows: Any, *, x: str, z: str, polynomial: str, kind: str, signs: Any = None, name: str | None = None
    ) -> Code:
        """A qutrit code from rows over GF(9), with w a root of the primitive `polynomial`, such as "x^2+2x+2".

        `x` and `z` are the basis: u x + v z stands for (u|v).  With Magma's G = A + lambda B they are "1" and lambda.
        Entries are strings such as "w^5", "2" or "-w", or the integers 0 to 8 of galois (3 is w).  The rest is as for
        `from_gf4`.

        >>> rows = [["1", "w", "w^5", "2", "0"], ["0", "1", "w", "w^5", "2"]]
        >>> Code.from_gf9(rows, x="1", z="w", polynomial="x^2+2x+2", kind="additive")
        Code('code', [[5,3]]_3)
        >>> Code.from_gf9(rows, x="1", z="w", polynomial="x^2+1", kind="additive")
        Traceback (most recent call last):
        ...
        stillproof.errors.InputError: --polynomial: expected a primitive polynomial over F_3, found x^2+1
        """
        return over(3, rows, f"X={x},Z={z}", polynomial, kind, signs, name)

    @staticmethod
    def from_stim(
        source: Any,
        *,
        data: Sequence[int] | None = None,
        n: int | None = None,
        k: int | None = None,
        name: str | None = None,
    ) -> Code:
        """A qubit code from stim: a list of Pauli strings, a circuit (object or text), or a tableau.

        Of a circuit it is the group of all Paulis that it measures, with outcome 0 accepted for each, on an arbitrary
        input of the qubits `data`, by default all; `data` is asked for where ancillas are possible.  Text that has only
        MPP is read without stim.  Of a tableau it is the group of the first n - k outputs of Z: a tableau does not say
        how many of its last qubits are encoded, so `k` has to be given.

        Raises InputError, or Declined where stim is needed and not installed, or the circuit has tags such as `S[T]`.

        >>> Code.from_stim("MPP !X0*Z1*Z2*X3 X1*Z2*Z3*X4 X0*X2*Z3*Z4 Z0*X1*X3*Z4").to_dict()["signs"]
        [1, 0, 0, 0]
        """
        asked = Asked({"data": data, "n": n, "name": name})
        if isinstance(source, str):
            return made(read_stim(source_of("the circuit", source.encode()), asked), asked, "a stim circuit")
        if hasattr(source, "flow_generators"):
            return made(from_circuit("the circuit", source, asked), asked, "a stim circuit")
        if hasattr(source, "z_output"):
            return made(from_tableau(source, k), asked, "a stim tableau")
        return Code.from_paulis(source, n=n, name=name)

    @staticmethod
    def from_triorthogonal(matrix: Any, logical_rows: Iterable[int], *, name: str | None = None) -> Code:
        """The CSS code of a triorthogonal matrix of 0 and 1; `logical_rows` has the indices of its odd rows, from 0.

        X stabilizers are the even rows, Z stabilizers the vectors orthogonal to all rows, logical operators the odd
        rows (Bravyi and Haah, Phys. Rev. A 86 (2012) 052329).  No Clifford correction is looked for.

        Raises InputError with the rows whose weight or overlap has the wrong parity.

        >>> rows = ["111111111111111", "111111110000000", "111100001111000", "110011001100110", "101010101010101"]
        >>> Code.from_triorthogonal(rows, [0])
        Code('code', [[15,1]]_2)
        >>> Code.from_triorthogonal(rows, [1])
        Traceback (most recent call last):
        ...
        stillproof.errors.InputError: the matrix: row 0: expected even weight, as it is not logical, found weight 15
        """
        asked = Asked({"name": name})
        rows = triorthogonal_rows("the matrix", table("the matrix", matrix), [int(i) for i in logical_rows])
        return made(rows, asked, "a triorthogonal matrix")

    @staticmethod
    def read(path: str | Path, **answers: Any) -> Code:
        """The code of a file in any format of docs/howto-import.md, or of a folder with a file hx and a file hz.

        `answers` are the options of `stillproof convert` by their names: p, layout, product, n, signs, pair, elements,
        polynomial, kind, base, data, index, hz, name.

        Raises InputError for what is malformed, Declined where an answer is missing (the message names it).

        >>> Code.read("fixtures/codes/steane7.json")
        Code('steane7', [[7,1]]_2)
        """
        record = read(Path(path), answers)
        return Code(record.code, record)

    def save(self, path: str | Path) -> Path:
        """Write the code as a file (`stillproof-code/1`), whole or not at all; returns the path.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     code = Code.from_paulis(["ZZ"])
        ...     Code.read(code.save(Path(folder) / "zz.json")) == code
        True
        """
        write_atomic(Path(path), dumps(self.to_dict()) + "\n")
        return Path(path)

    def to_dict(self) -> dict[str, Any]:
        """The code as the JSON object of a code file, logical operators included; `signs` only if one is not 0.

        >>> Code.from_paulis(["ZZ"]).to_dict()["stabilizers"]
        [[[0, 0], [1, 1]]]
        """
        return self.stabilizer_code.json()

    def __repr__(self) -> str:
        return f"Code({self.name!r}, [[{self.n},{self.k}]]_{self.p})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Code) and canonical(self.stabilizer_code) == canonical(other.stabilizer_code)

    def __hash__(self) -> int:
        return hash(canonical(self.stabilizer_code))


def canonical(code: StabilizerCode) -> tuple[Any, ...]:
    """What two equal codes have in common: p, n, reduced stabilizers, signs, and reduced logical operators."""
    group = reduced(code)
    logicals = tuple(lowered(group, operator) for operator in code.logicals)
    return code.p, code.n, tuple(group.vectors), tuple(group.signs), logicals


def lowered(group: Signed, operator: PhaseVector) -> tuple[PhaseVector, int]:
    """T(operator) times stabilizers, as (c, e) for r^e T(c) with c zero where the reduced stabilizers have a pivot."""
    phase, order = 0, phase_order(operator.p)
    for g, sign in zip(group.vectors, group.signs, strict=True):
        pivot = next(i for i, x in enumerate(g.row()) if x)
        for _ in range(-operator.row()[pivot] % operator.p):
            phase += product_phase(operator, g) + sign * (order // operator.p)
            operator = operator + g
    return operator, phase % order


def items(rows: Any) -> list[Any]:
    """A list of rows.  Raises InputError."""
    try:
        return list(rows)
    except TypeError:
        raise InputError("the rows", "a list", repr(rows)) from None


def made(found: Read, asked: Asked, kind: str) -> Code:
    """The code of rows that came from no file."""
    source = Source("the rows", b"", "")
    record = imported(found, [source], kind, asked, NAMELESS)
    return Code(record.code, record)


def table(place: str, rows: Any) -> list[list[int]]:
    """A matrix of integers from an array, a sparse matrix, lists, or strings of digits.  Raises InputError."""
    if hasattr(rows, "toarray"):
        rows = rows.toarray()
    if hasattr(rows, "tolist"):
        rows = rows.tolist()
    if isinstance(rows, str):
        rows = rows.split()
    lists = [plain(row, place) for row in items(rows)]
    return matrix(place, lists)


def plain(row: Any, place: str) -> list[Any]:
    """A row as a list; numbers of numpy become those of Python."""
    if isinstance(row, str) and row.isascii() and row.isdigit():
        return [int(c) for c in row]
    if isinstance(row, str) or not hasattr(row, "__iter__"):
        raise InputError(place, "rows of integers", repr(row))
    return [x.item() if hasattr(x, "item") else x for x in row]


def over(p: int, rows: Any, elements: str, polynomial: str | None, kind: str, signs: Any, name: str | None) -> Code:
    """A code from rows over GF(p^2)."""
    asked = Asked({"kind": kind, "signs": signs, "name": name})
    used = quadratic(p, polynomial)
    if hasattr(rows, "tolist"):
        rows = rows.tolist()
    read_rows: list[list[Element]] = []
    for i, row in enumerate(items(rows), 1):
        entries = row.replace(",", " ").split() if isinstance(row, str) else items(row)
        read_rows.append([])
        for j, entry in enumerate(entries, 1):
            where = f"the rows: row {i}, column {j}"
            value = entry.item() if hasattr(entry, "item") else entry
            if isinstance(value, str):
                read_rows[-1].append(used.parsed(value, where))
            elif type(value) is int and 0 <= value < p * p:
                read_rows[-1].append(used.of_integer(value))
            else:
                raise InputError(where, f"an element of GF({p * p})", repr(value))
    if not read_rows:
        raise InputError("the rows", "a list of rows", "an empty one")
    return made(
        element_rows("the rows", read_rows, element_map(used, elements), asked), asked, f"rows over GF({p * p})"
    )
