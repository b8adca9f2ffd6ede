"""`State`: a family of one-qudit states, its target and its noise, as an object that cannot be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flint import fmpq

from ..codes.clifford import Clifford
from ..errors import InputError
from ..exact.cyclotomic import Matrix
from ..files.places import fixtures_folder, named_state, state_paths
from ..files.text import dumps, write_atomic
from ..protocols import built
from ..protocols.state import StateFamily, family_of, read_state
from .arguments import path as place
from .numbers import exact_number

PAULIS = {"X": (1, 0), "Y": (1, 1), "Z": (0, 1)}
NOISES = {"depolarizing": "delta", "dephasing": "x"}


@dataclass(frozen=True, repr=False)
class State:
    """A mixture of pure states with weights that are affine in its parameters; the target comes first.

    The parameter is `delta` for the depolarizing rate and `eps` for the infidelity to the target.  All numbers are
    exact: texts such as `"1/sqrt(2)"`, `"exp(2 pi i/8)"`, `"cos(pi/8)"`, or integers.  A float is refused.

    >>> State.named("t")
    State(t: p = 2, parameter delta, target T)
    >>> State.ket([1, "exp(2 pi i/8)"], noise="dephasing", parameter="eps")
    State(ket: p = 2, parameter eps, target target)
    """

    family: StateFamily

    def __repr__(self) -> str:
        names = self.family.parameters
        return (
            f"State({self.name}: p = {self.p}, parameter{'s' * (len(names) > 1)} {', '.join(names)}, "
            f"target {self.target})"
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and other.family.data == self.family.data

    def __hash__(self) -> int:
        return hash(self.family.sha256())

    @property
    def name(self) -> str:
        """The name of the family.

        >>> State.named("strange").name
        'strange'
        """
        return self.family.name

    @property
    def p(self) -> int:
        """The dimension of a qudit.

        >>> State.named("strange").p
        3
        """
        return self.family.p

    @property
    def target(self) -> str:
        """The name of the state to be distilled.

        >>> State.named("strange").target
        'S'
        """
        return self.family.target

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters: delta is the depolarizing rate, eps the infidelity.

        >>> State.named("norell").parameters
        ('eps0', 'epsS')
        """
        return tuple(self.family.parameters)

    @staticmethod
    def names() -> list[str]:
        """The families that come with the package.

        >>> State.names()[:3]
        ['h', 'h-qutrit', 'h-qutrit-twirled']
        """
        return sorted(state_paths(fixtures_folder()))

    @staticmethod
    def named(name: str) -> State:
        """A family that comes with the package, by its name.  Raises InputError, or Declined with the nearest names.

        >>> State.named("strange")
        State(strange: p = 3, parameter delta, target S)
        """
        if name.endswith(".json"):
            raise InputError("state", "the name of a family; State.read reads a file", name)
        return State(read_state(named_state(name)))

    @staticmethod
    def read(path: str | Path) -> State:
        """A state file (docs/formats/state.md).  Raises InputError, and OverBudget for p above 7.

        >>> State.read("fixtures/states/t.json") == State.named("t")
        True
        """
        return State(read_state(place("path", path)))

    @staticmethod
    def of(state: State | str | Path) -> State:
        """A state as it is; a path that ends in .json; or the name of a family of ours.

        >>> State.of("t") == State.of("fixtures/states/t.json") == State.of(State.named("t"))
        True
        """
        return state if isinstance(state, State) else State(read_state(named_state(str(place("state", state)))))

    @staticmethod
    def ket(
        entries: Sequence[object],
        noise: str = "depolarizing",
        *,
        parameter: str | None = None,
        pauli: Mapping[str | tuple[int, int], object] | None = None,
        name: str = "ket",
    ) -> State:
        """The target with these p entries, which need not be normalized, and noise on it.

        `noise` is "depolarizing", that is (1 - delta) target + delta I/p, with the parameter `delta`, or the infidelity
        `eps` of the same states; or "dephasing": with probability x one of Z, .., Z^(p-1), all equally likely.
        `pauli` is for other noise: which errors there are, as "X", "Y", "Z" for p = 2 or (u, v) for T(u|v), and with
        what probability, per unit of the parameter.  `parameter` is its name.  For p = 2 and 3 the Cliffords that fix
        the target are found.  Raises InputError.

        >>> State.ket([0, 1, -1]).family.infidelity
        (0, 2/3)
        >>> State.ket([1, "exp(2 pi i/8)"], pauli={"X": "1/4", "Z": "3/4"}, parameter="x").family.infidelity
        (0, 7/8)
        """
        return _state(built.ket_projector(entries), noise, parameter, pauli, name, f"the ket {list(entries)}")

    @staticmethod
    def bloch(
        x: object,
        y: object,
        z: object,
        noise: str = "depolarizing",
        *,
        parameter: str | None = None,
        pauli: Mapping[str | tuple[int, int], object] | None = None,
        name: str = "bloch",
    ) -> State:
        """The qubit with this Bloch vector, of length 1, as the target; the rest is as for `ket`.

        >>> t = State.bloch("1/sqrt(3)", "1/sqrt(3)", "1/sqrt(3)")
        >>> t.family.projectors["target"] == State.named("t").family.projectors["T"]
        True
        """
        target = built.bloch_projector(x, y, z)
        return _state(target, noise, parameter, pauli, name, f"the Bloch vector ({x}, {y}, {z})")

    @staticmethod
    def eigenstate_of(
        symplectic: Sequence[Sequence[int]],
        shift: Sequence[int] = (0, 0),
        *,
        p: int,
        eigenvalue: object = None,
        noise: str = "depolarizing",
        parameter: str | None = None,
        pauli: Mapping[str | tuple[int, int], object] | None = None,
        name: str = "eigenstate",
    ) -> State:
        """An eigenstate of the Clifford V_F T(shift) as the target; the rest is as for `ket`.

        `symplectic` is F, in SL(2, p).  If several eigenvalues belong to one state each, the one that is meant has to
        be given; the message has them all.  They are those of the unitary with this phase: for p = 2 the first entry of
        V|0> that is not 0 is positive; for p > 2 it is V_F T(shift) with the V_F of Appleby et al. 2008.
        Raises InputError, and Declined if every eigenvalue belongs to several states.

        >>> State.eigenstate_of([[0, 1], [1, 0]], p=2, eigenvalue=1, name="h-plus")
        State(h-plus: p = 2, parameter delta, target target)
        """
        clifford = _clifford(p, symplectic, shift)
        found, target = built.eigenprojector(clifford, eigenvalue)
        which = f"F = {clifford.symplectic} and shift {clifford.shift}"
        source = f"the eigenstate with eigenvalue {found} of the Clifford with {which}; its phase: State.eigenstate_of"
        return _state(target, noise, parameter, pauli, name, source)

    def to_dict(self) -> dict[str, Any]:
        """The family in the form of a state file.

        >>> State.named("t").to_dict()["parameters"]
        ['delta']
        """
        return dict(self.family.data)

    def save(self, path: str | Path) -> Path:
        """Write a state file, whole or not at all; returns the path.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     State.read(State.named("t").save(Path(folder) / "mine.json")) == State.named("t")
        True
        """
        write_atomic(Path(path), dumps(self.family.data) + "\n")
        return Path(path)


def _clifford(p: int, symplectic: Sequence[Sequence[int]], shift: Sequence[int]) -> Clifford:
    """V_F T(shift).  Raises InputError unless F is in SL(2, p)."""
    if p not in (2, 3, 5, 7):
        raise InputError("p", "2, 3, 5 or 7", p)
    rows = [[int(x) % p for x in row] for row in symplectic]
    if [len(row) for row in rows] != [2, 2] or len(shift) != 2:
        raise InputError(
            "symplectic and shift", "two rows of two entries, and two entries", f"{symplectic} and {shift}"
        )
    (a, b), (c, d) = rows
    if (a * d - b * c) % p != 1:
        raise InputError("symplectic", f"determinant 1 mod {p}", (a * d - b * c) % p)
    return Clifford(p, ((a, b), (c, d)), (int(shift[0]) % p, int(shift[1]) % p))


def _state(
    target: Matrix,
    noise: str,
    parameter: str | None,
    pauli: Mapping[str | tuple[int, int], object] | None,
    name: str,
    source: str,
) -> State:
    """The family of a target and its noise, read as a state file is."""
    p = len(target)
    if pauli is None and noise not in NOISES:
        raise InputError("noise", f"one of {', '.join(NOISES)}, or pauli={{...}}", noise)
    if pauli is not None and noise != "depolarizing":
        raise InputError("noise", "one noise", f"{noise} and pauli")
    word = parameter or ("x" if pauli is not None else NOISES[noise])
    if pauli is not None:
        errors, said = built.displaced(target, _rates(pauli, p)), f"the errors {dict(pauli)}"
    elif noise == "dephasing":
        errors, said = built.displaced(target, {(0, k): fmpq(1, p - 1) for k in range(1, p)}), "dephasing"
    elif word in ("delta", "eps"):
        errors, said = built.depolarizing(target, word), "depolarizing noise"
    else:
        raise InputError("parameter", "delta, the depolarizing rate, or eps, the infidelity", word)
    if all(state == target for _, state, _ in errors):
        raise InputError("noise", "errors that change the target", said)
    found = {built.clifford_name(x): x for x in built.fixing(target)}
    data = built.state_data(name, word, target, errors, found, f"{source} with {said}, as stillproof built it")
    return State(family_of(f"the state {name}", data))


def _rates(pauli: Mapping[str | tuple[int, int], object], p: int) -> dict[tuple[int, int], fmpq]:
    """The rates of displacement errors, by (u, v).  Raises InputError."""
    found: dict[tuple[int, int], fmpq] = {}
    for label, rate in pauli.items():
        site = PAULIS.get(label) if isinstance(label, str) and (p == 2 or label != "Y") else label
        if not (isinstance(site, tuple) and len(site) == 2 and all(type(x) is int for x in site)):
            raise InputError("pauli", f"{'X, Y, Z, or ' if p == 2 else 'X, Z, or '}(u, v) for T(u|v)", repr(label))
        site = site[0] % p, site[1] % p
        if site == (0, 0) or site in found:
            raise InputError("pauli", "each error once, and none that is the identity", repr(label))
        found[site] = exact_number("pauli, exact rates", rate)
    return found
