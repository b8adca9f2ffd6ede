"""What a circuit of stim measures: each measured product is followed back to the input, through the gates before it.

The input is arbitrary on the data qubits.  All other qubits begin in |0>, and a reset puts a new qubit in |0> into the
place of the old one.  With outcome 0 accepted everywhere, the products that came back are the stabilizers, if

- they commute with each other and with Z of the qubits in |0> (else an outcome is random, whatever the input is), and
- a qubit that is reset, or that is no data qubit in the end, is in a state that the outcomes fix (else it takes
  something of the code with it).

The gates that remain act on the code and choose logical operators only; they are left out, and the record says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...errors import Declined, InputError, NoCode, OverBudget
from ..code import find_logicals
from ..phase_space import PhaseVector
from .asked import Asked, question
from .build import few
from .rows import Rows

NOTES = {"TICK", "QUBIT_COORDS", "DETECTOR", "OBSERVABLE_INCLUDE", "SHIFT_COORDS"}
NOISE = {
    *("DEPOLARIZE1", "DEPOLARIZE2", "X_ERROR", "Y_ERROR", "Z_ERROR", "PAULI_CHANNEL_1", "PAULI_CHANNEL_2", "E"),
    *("CORRELATED_ERROR", "ELSE_CORRELATED_ERROR", "I_ERROR", "II_ERROR"),
    *("HERALDED_ERASE", "HERALDED_PAULI_CHANNEL_1"),
}
MEASURED = {"M": "Z", "MX": "X", "MY": "Y", "MR": "Z", "MRX": "X", "MRY": "Y"}
PAIRS = {"MXX": "X", "MYY": "Y", "MZZ": "Z"}
RESETS = {"R": "Z", "RX": "X", "RY": "Y", "MR": "Z", "MRX": "X", "MRY": "Y"}
PAULIS = {"X", "Y", "Z"}
OUTCOME = "outcome 0 of every measurement is the accepted one"
MAX_QUBITS, MAX_INSTRUCTIONS = 1024, 1 << 16
MAX_TARGETS = 1 << 20


@dataclass(frozen=True)
class Product:
    """i^phase X^x Z^z, with a bit of x and z for each qubit of the input."""

    x: int
    z: int
    phase: int = 0

    def __mul__(self, other: Product) -> Product:
        twice = 2 * (self.z & other.x).bit_count()
        return Product(self.x ^ other.x, self.z ^ other.z, (self.phase + other.phase + twice) % 4)

    def times_i(self, power: int) -> Product:
        """i^power times this."""
        return Product(self.x, self.z, (self.phase + power) % 4)

    def commutes(self, other: Product) -> bool:
        """Whether the two commute."""
        return ((self.x & other.z).bit_count() + (self.z & other.x).bit_count()) % 2 == 0

    def minus(self) -> int:
        """1 for - of a Hermitian Pauli, else 0."""
        return (self.phase - (self.x & self.z).bit_count()) % 4 // 2


@dataclass
class Space:
    """Vectors over F_2, as integers, reduced."""

    pivots: dict[int, int] = field(default_factory=dict)

    def rest(self, vector: int) -> int:
        """0 if the vector is in the space."""
        while vector and (pivot := self.pivots.get(vector.bit_length())) is not None:
            vector ^= pivot
        return vector

    def add(self, vector: int) -> bool:
        """Add a vector; whether it was not in the space."""
        rest = self.rest(vector)
        if rest:
            self.pivots[rest.bit_length()] = rest
        return bool(rest)


class Followed:
    """A circuit up to some place: X and Z of every qubit there, followed back to the input."""

    def __init__(self, place: str, qubits: int, data: list[int]):
        self.place, self.data = place, data
        self.data_bits = sum(1 << q for q in data)
        self.width = self.size = qubits  # qubits of the input: those of the circuit, then one for each reset
        self.x = [Product(1 << q, 0) for q in range(qubits)]
        self.z = [Product(0, 1 << q) for q in range(qubits)]
        self.rows: list[tuple[str, Product]] = []  # measured, restricted to the data qubits
        self.independent: list[tuple[str, Product]] = []
        self.space = Space()
        self.count = 0

    def gate(self, name: str, targets: list[int]) -> None:
        """One of H, S, CX on targets."""
        if name == "H":
            for q in targets:
                self.x[q], self.z[q] = self.z[q], self.x[q]
        elif name == "S":
            for q in targets:  # S^-1 X S = -Y = -i X Z
                self.x[q] = (self.x[q] * self.z[q]).times_i(3)
        else:
            for control, target in zip(targets[::2], targets[1::2], strict=True):
                self.x[control] = self.x[control] * self.x[target]
                self.z[target] = self.z[control] * self.z[target]

    def letter(self, letter: str, q: int) -> Product:
        """A Pauli of a qubit as it is now."""
        return {"X": self.x[q], "Z": self.z[q], "Y": (self.x[q] * self.z[q]).times_i(1)}[letter]

    def bits(self, product: Product) -> int:
        """A product without its sign, on the data qubits, as one vector."""
        return (product.x & self.data_bits) << self.width | product.z & self.data_bits

    def measure(self, letters: list[tuple[str, int]], inverted: bool) -> None:
        """Measure a product.  Raises NoCode where its outcome is random for every input, or never 0."""
        self.count += 1
        shown = "!" * inverted + "*".join(f"{letter}{q}" for letter, q in letters)
        where = f"measurement {self.count}, {shown}"
        product = Product(0, 0, 2 * inverted)
        for letter, q in letters:
            product = product * self.letter(letter, q)
        if (product.phase - (product.x & product.z).bit_count()) % 2:
            raise InputError(f"{self.place}: {where}", "a Hermitian product", shown)
        if product.x & ~self.data_bits:
            raise NoCode(f"{self.place}: {where}", "an outcome that the input fixes", "one that is random by itself")
        for other, earlier in self.independent:
            if not product.commutes(earlier):
                raise NoCode(f"{self.place}: {other} and {where}", "commuting products", "anticommuting ones")
        product = Product(product.x, product.z & self.data_bits, product.phase)  # Z of a qubit in |0> is 1
        if not product.x | product.z:
            if product.minus():
                raise NoCode(f"{self.place}: {where}", "an outcome that can be 0", "one that is always 1")
            return
        self.rows.append((where, product))
        if self.space.add(self.bits(product)):
            self.independent.append(self.rows[-1])

    def fixed(self, q: int) -> bool:
        """Whether X, Y or Z of a qubit is fixed by the outcomes."""
        known = (self.letter(letter, q) for letter in "XYZ")
        return any(not a.x & ~self.data_bits and not self.space.rest(self.bits(a)) for a in known)

    def reset(self, q: int, letter: str) -> None:
        """A new qubit in the eigenstate 0 of a letter.  Raises NoCode where the old one is not in a fixed state."""
        if not self.fixed(q):
            found = f"a reset of qubit {q} that nothing has measured"
            raise NoCode(self.place, "resets of qubits in a state that the outcomes fix", found)
        new = 1 << self.size
        self.size += 1
        self.x[q], self.z[q] = Product(new, 0), Product(0, new)
        if letter != "Z":
            self.gate("H", [q])
        if letter == "Y":
            self.gate("S", [q])

    def moved(self) -> bool:
        """Whether the gates that remain move stabilizers or logical operators of the code, signs aside."""
        n = len(self.data)
        rows = [vector_of(a, self.data) for _, a in self.independent]
        x, z = find_logicals(2, n, rows)
        for operator in [*rows, *x, *z]:
            now, then = Product(0, 0), Product(0, 0)
            for q, u, v in zip(self.data, operator.u, operator.v, strict=True):
                now = now * (self.x[q] if u else Product(0, 0)) * (self.z[q] if v else Product(0, 0))
                then = then * Product(u << q, v << q)
            if now.x & ~self.data_bits or self.space.rest(self.bits(now) ^ self.bits(then)):
                return True
        return False


def vector_of(product: Product, data: list[int]) -> PhaseVector:
    """A product on the data qubits as a vector (u|v)."""
    return PhaseVector(2, tuple(product.x >> q & 1 for q in data), tuple(product.z >> q & 1 for q in data))


def from_circuit(place: str, circuit: Any, asked: Asked) -> Rows:
    """The group of the Paulis that a circuit measures on its data qubits.

    Raises Declined where --data is needed or a gate is not known, NoCode where the outcomes are not those of a code.
    """
    asked.agreed("p", place, 2)
    if circuit.num_qubits > MAX_QUBITS or size(circuit) > MAX_INSTRUCTIONS or targets_of(circuit) > MAX_TARGETS:
        raise OverBudget(f"{place}: a circuit of more than {MAX_QUBITS} qubits or {MAX_INSTRUCTIONS} instructions")
    listed = list(flat(circuit))
    for instruction in listed:
        if tag := getattr(instruction, "tag", ""):
            name = f"{instruction.name}[{tag}]"
            raise Declined(f"{place}: the tag {name} may stand for a gate that stim does not know")
    least, n = circuit.num_qubits, asked.get("n") or circuit.num_qubits
    if n < least and asked.get("data") is None:
        raise InputError("--n", f"{least} or more, as {place} has that many qubits", n)
    data = qubits_of_code(place, least, listed, asked) or list(range(n))
    few(place, len(data), 0)
    followed = Followed(place, max(least, *data, 1) + 1, data)
    said = [OUTCOME, *noise(listed)]
    if set(range(least)) - set(data):
        said.append("qubits that are not in --data begin in |0>, as stim has it")
    pauli = False
    for instruction in listed:
        step(followed, instruction, type(circuit))
        pauli |= instruction.name in PAULIS
    if any(t.is_measurement_record_target for x in listed if x.name not in NOTES for t in x.targets_copy()):
        said.append("gates that an outcome controls are not applied, as the outcome is 0")
    for q in range(least):
        if q not in data and not followed.fixed(q):
            raise NoCode(place, "a fixed state of every qubit that is not in --data", f"qubit {q} entangled in the end")
    if pauli or followed.moved():
        said.append("the gates that remain act on the code, choose logical operators only, and are left out")
    if not followed.rows:
        raise InputError(place, "measured Pauli products on the data qubits", "none")
    if asked.get("data") is None and asked.get("n") is None:
        said.append(f"n = {len(data)}: the qubits from 0 to the last one that is named")
    few(place, len(data), len(followed.independent))
    return rows_of_products(followed, data, said)


def rows_of_products(followed: Followed, data: list[int], said: list[str]) -> Rows:
    """The measured products as rows.  A repeated one is kept once: syndromes are measured round after round."""
    distinct: dict[tuple[int, int, int], str] = {}
    for where, a in followed.rows:
        distinct.setdefault((a.x, a.z, a.minus()), where)
    vectors = [vector_of(Product(x, z), data) for x, z, _ in distinct]
    few(followed.place, len(data), len(vectors))
    return Rows(2, len(data), vectors, list(distinct.values()), [s for _, _, s in distinct], None, None, said)


def qubits_of_code(place: str, n: int, listed: list[Any], asked: Asked) -> list[int] | None:
    """The data qubits in their order, None for all.  Raises Declined where they have to be asked for."""
    data = asked.get("data")
    if data is not None:
        if not data or max(data) >= n or len(set(data)) != len(data):
            raise InputError("--data", f"distinct qubits below {n}", data)
        return list(data)
    joined = False
    for instruction in listed:
        name = instruction.name
        if name in RESETS:
            why = "the circuit resets qubits, and which ones hold the code is not in it"
            raise question(place, why, f"--data, such as 0,1,2, of the qubits below {n}")
        if joined and name in MEASURED | PAIRS | {"MPP": ""}:
            why = "the circuit measures after gates of two qubits, and which qubits hold the code is not in it"
            raise question(place, why, f"--data, such as 0,1,2, of the qubits below {n}")
        joined |= name not in NOTES | NOISE | MEASURED.keys() | PAIRS.keys() | {"MPP", "MPAD"} and several(instruction)
    return None


def several(instruction: Any) -> bool:
    """Whether a gate joins qubits."""
    groups = instruction.target_groups()
    return any(len([t for t in group if t.value is not None and not t.is_combiner]) > 1 for group in groups)


def step(followed: Followed, instruction: Any, empty: type) -> None:
    """Follow one instruction.  Raises Declined for what the input does not fix."""
    name, targets = instruction.name, instruction.targets_copy()
    if name in NOTES | NOISE:
        return
    if name == "MPAD":
        followed.count += len(targets)
        if any(t.value for t in targets):
            raise NoCode(followed.place, "outcomes that can be 0", "MPAD 1, which is always 1")
        return
    if any(t.is_sweep_bit_target for t in targets):
        raise Declined(f"{followed.place}: {name} with a sweep bit: its value is not in the circuit")
    if name in MEASURED | RESETS:
        for t in targets:
            if name in MEASURED:
                followed.measure([(MEASURED[name], t.value)], t.is_inverted_result_target)
            if name in RESETS:
                followed.reset(t.value, RESETS[name])
    elif name in PAIRS:
        for a, b in zip(targets[::2], targets[1::2], strict=True):
            inverted = a.is_inverted_result_target != b.is_inverted_result_target
            followed.measure([(PAIRS[name], a.value), (PAIRS[name], b.value)], inverted)
    elif name == "MPP":
        for group in instruction.target_groups():
            paulis = [t for t in group if not t.is_combiner]
            inverted = sum(t.is_inverted_result_target for t in paulis) % 2 == 1
            followed.measure([(t.pauli_type, t.value) for t in paulis], inverted)
    else:
        unitary(followed, instruction, empty)


def unitary(followed: Followed, instruction: Any, empty: type) -> None:
    """A gate, as stim writes it with H, S and CX; one that an outcome controls is not applied."""
    circuit = empty()
    for group in instruction.target_groups():
        if not any(t.is_measurement_record_target for t in group):
            circuit.append(instruction.name, group)
    for one in circuit.decomposed():
        if one.name not in ("H", "S", "CX"):
            raise Declined(f"{followed.place}: {instruction.name} is not read")
        followed.gate(one.name, [t.value for t in one.targets_copy()])


def noise(listed: list[Any]) -> list[str]:
    """What is left out, in words."""
    found = dict.fromkeys(
        shown(x.name, x.gate_args_copy())
        for x in listed
        if x.name in NOISE or (x.name in MEASURED | PAIRS | {"MPP": "", "MPAD": ""} and any(x.gate_args_copy()))
    )
    return said_noise(list(found))


def said_noise(found: list[str]) -> list[str]:
    """The sentence on noise, or none; at most four kinds are named."""
    more = f" and {len(found) - 4} more" * (len(found) > 4)
    return [f"noise is left out: {', '.join(found[:4])}{more}"] if found else []


def shown(name: str, arguments: list[float]) -> str:
    """An instruction with its probabilities."""
    return f"{name}({','.join(f'{x:g}' for x in arguments)})" if arguments else name


def flat(circuit: Any) -> Iterator[Any]:
    """The instructions in the order in which they happen."""
    for x in circuit:
        if x.name == "REPEAT":
            if getattr(x, "tag", ""):
                yield x
            for _ in range(x.repeat_count):
                yield from flat(x.body_copy())
        else:
            yield x


def size(circuit: Any) -> int:
    """The number of instructions, those that are repeated counted as often."""
    return sum(x.repeat_count * max(1, size(x.body_copy())) if x.name == "REPEAT" else 1 for x in circuit)


def targets_of(circuit: Any) -> int:
    """The number of targets, those that are repeated counted as often."""
    return sum(
        x.repeat_count * targets_of(x.body_copy()) if x.name == "REPEAT" else len(x.targets_copy()) for x in circuit
    )
