"""Circuits of stim: those that only measure Pauli products (MPP) are read here, others by stim, if it is installed.

`MPP !X0*Z1` measures -XZ with outcome 0 for +1, so that `!` is the sign.  That outcome 0 is the accepted one is
assumed, and said.  A tag such as `S[T]` stands for a gate that stim does not know: such a circuit is declined.
"""

from __future__ import annotations

import importlib
import re
from typing import Any

from ...errors import Declined, InputError, OverBudget
from ..phase_space import PhaseVector
from .asked import Asked, question
from .build import few
from .rows import Rows
from .source import Source

NOTES = {"TICK", "QUBIT_COORDS", "DETECTOR", "OBSERVABLE_INCLUDE", "SHIFT_COORDS"}
OTHERS = {
    *("MPP", "M", "MX", "MY", "MZ", "MR", "MRX", "MRY", "MRZ", "R", "RX", "RY", "RZ", "MXX", "MYY", "MZZ", "MPAD"),
    *("I", "X", "Y", "Z", "H", "H_XY", "H_XZ", "H_YZ", "S", "S_DAG", "C_XYZ", "C_ZYX", "SPP", "SPP_DAG", "REPEAT"),
    *("SQRT_X", "SQRT_X_DAG", "SQRT_Y", "SQRT_Y_DAG", "SQRT_Z", "SQRT_Z_DAG", "SQRT_XX", "SQRT_YY", "SQRT_ZZ"),
    *("SQRT_XX_DAG", "SQRT_YY_DAG", "SQRT_ZZ_DAG", "SWAP", "ISWAP", "ISWAP_DAG", "CXSWAP", "SWAPCX", "CZSWAP"),
    *("CX", "CY", "CZ", "CNOT", "ZCX", "ZCY", "ZCZ", "XCX", "XCY", "XCZ", "YCX", "YCY", "YCZ", "E"),
    *("DEPOLARIZE1", "DEPOLARIZE2", "X_ERROR", "Y_ERROR", "Z_ERROR", "PAULI_CHANNEL_1", "PAULI_CHANNEL_2"),
    "CORRELATED_ERROR",
}
NOISE = {"DEPOLARIZE1", "DEPOLARIZE2", "X_ERROR", "Y_ERROR", "Z_ERROR", "PAULI_CHANNEL_1", "PAULI_CHANNEL_2", "E"}
MAX_QUBITS, MAX_INSTRUCTIONS = 1024, 1 << 16
RESETS = {"R", "RX", "RY", "RZ", "MR", "MRX", "MRY", "MRZ"}
LINE = re.compile(r"\s*([A-Za-z][A-Za-z0-9_]*)(\[[^\]]*\])?(\([^)]*\))?((?:\s+[^\s{]+)*)\s*(\{)?\s*")
TARGET = re.compile(r"!?[XYZ]?[0-9]{1,6}|rec\[-[0-9]+\]|sweep\[[0-9]+\]|\*")


def instructions(source: Source) -> list[tuple[int, str, str | None, str]] | None:
    """Line, name, tag and targets of every instruction, or None for a text that is no circuit."""
    found = []
    for number, line in enumerate(source.text().splitlines(), 1):
        text = line.partition("#")[0]
        if not text.strip() or text.strip() == "}":
            continue
        match = LINE.fullmatch(text)
        if not match or match[1].upper() not in NOTES | OTHERS:
            return None
        found.append((number, match[1].upper(), match[2], match[4].strip()))
    return found


def is_stim(source: Source) -> bool:
    """Whether every line is an instruction of stim, and some line has a target."""
    found = instructions(source)
    if not found:
        return False
    words = [(name, word) for _, name, _, targets in found for word in re.split(r"\s+|\*", targets) if word]
    return any(name == "MPP" for _, name, _, _ in found) or bool(
        words and all(TARGET.fullmatch(word) for name, word in words if name not in NOTES | {"REPEAT"})
    )


def read_stim(source: Source, asked: Asked) -> Rows:
    """The measured group.  Raises InputError with the line, or Declined where stim is needed and missing."""
    found = instructions(source)
    if not found:
        for number, line in enumerate(source.text().splitlines(), 1):
            text = line.partition("#")[0]
            match = LINE.fullmatch(text)
            if text.strip() not in ("", "}") and (not match or match[1].upper() not in NOTES | OTHERS):
                raise InputError(source.at(number), "an instruction of stim", text.strip())
        raise InputError(source.name, "a circuit with measurements", "no instruction")
    for number, name, tag, _ in found:
        if tag:
            raise Declined(f"{source.at(number)}: the tag {name}{tag} may stand for a gate that stim does not know")
    other = next((x for x in found if x[1] not in NOTES | {"MPP"}), None)
    if other is not None or asked.get("data") is not None:
        where = source.name if other is None else source.at(other[0])
        circuit = needed(where, "is a circuit with more than MPP" if other is None else f"has {other[1]}")
        try:
            return from_circuit(source.name, circuit.Circuit(source.text()), asked)
        except ValueError as error:
            raise InputError(source.name, "a circuit of stim", " ".join(str(error).split())) from None
    return measured(source, found, asked)


def measured(source: Source, found: list[tuple[int, str, str | None, str]], asked: Asked) -> Rows:
    """The rows of a circuit that has nothing but MPP."""
    operators: list[tuple[str, int, dict[int, str]]] = []
    last = -1
    for number, name, _, targets in found:
        if name != "MPP":
            continue
        for product in re.sub(r"\s*\*\s*", "*", targets).split():
            sign, letters = 0, dict[int, str]()
            for factor in product.split("*"):
                match = re.fullmatch(r"(!?)([XYZxyz])([0-9]{1,6})", factor)
                if not match:
                    raise InputError(source.at(number), "a product such as X0*Z1 or !X0*Z1", product)
                if int(match[3]) in letters:
                    raise InputError(source.at(number), f"one letter for qubit {match[3]}", product)
                sign ^= bool(match[1])
                letters[int(match[3])] = match[2].upper()
                last = max(last, int(match[3]))
            operators.append((f"line {number}, {product}", sign, letters))
    if not operators:
        raise InputError(source.name, "an MPP instruction with targets", "none")
    least = last + 1
    n = asked.get("n") or least
    if n < least:
        raise InputError("--n", f"{least} or more, as {source.name} has that many qubits", n)
    asked.agreed("p", source.name, 2)
    few(source.name, n, len(operators))
    vectors = [
        PhaseVector(
            2,
            tuple(int(letters.get(i, "I") in "XY") for i in range(n)),
            tuple(int(letters.get(i, "I") in "YZ") for i in range(n)),
        )
        for _, _, letters in operators
    ]
    assumed = ["outcome 0 of every MPP is the accepted one"]
    return Rows(2, n, vectors, [x[0] for x in operators], [x[1] for x in operators], None, None, assumed)


def needed(where: str, why: str) -> Any:
    """The module stim.  Raises Declined if it is not installed."""
    try:
        return importlib.import_module("stim")
    except ImportError:
        raise Declined(f"{where}: the file {why}; without stim only MPP is read: pip install stim") from None


def from_circuit(place: str, circuit: Any, asked: Asked) -> Rows:
    """The group of all P with a flow 1 -> P, by stim: measured, or prepared by resets; on the data qubits only."""
    asked.agreed("p", place, 2)
    strings, wheres = [], []
    for flow in circuit.flow_generators():
        start, end, records = flow.input_copy(), flow.output_copy(), flow.measurements_copy()
        if start.weight == 0 and end.weight:
            strings.append(end)
            wheres.append(f"{end}" + "".join(f" xor rec[{x}]" for x in records))
    if circuit.num_qubits > MAX_QUBITS or size(circuit) > MAX_INSTRUCTIONS:
        raise OverBudget(f"{place}: a circuit of more than {MAX_QUBITS} qubits or {MAX_INSTRUCTIONS} instructions")
    names = names_of(circuit)
    data = asked.get("data")
    if data is None and names & RESETS:
        why = "the circuit resets qubits, and which ones hold the code is not in it"
        raise question(place, why, f"--data, such as 0,1,2, of the qubits below {circuit.num_qubits}")
    data = data or list(range(circuit.num_qubits))
    assumed = ["outcome 0 of every measurement is the accepted one"]
    assumed += ["noise is left out"] if names & (NOISE | {"CORRELATED_ERROR"}) else []
    outside = [i for i in range(circuit.num_qubits) if i not in data]
    if max(data) >= circuit.num_qubits or len(set(data)) != len(data):
        raise InputError("--data", f"distinct qubits below {circuit.num_qubits}", data)
    strings = free_of(strings, outside)
    if not strings:
        raise InputError(place, "measured Pauli products on the data qubits", "none")
    return Rows(2, len(data), *rows_of_strings(strings, data), None, None, assumed)


def size(circuit: Any) -> int:
    """The number of instructions, those that are repeated counted as often."""
    return sum(x.repeat_count * size(x.body_copy()) if x.name == "REPEAT" else 1 for x in circuit)


def names_of(circuit: Any) -> set[str]:
    """The names of the instructions."""
    inner = [names_of(x.body_copy()) for x in circuit if x.name == "REPEAT"]
    return {x.name for x in circuit}.union(*inner)


def free_of(strings: list[Any], outside: list[int]) -> list[Any]:
    """Products of commuting Pauli strings that act on none of these qubits: Gauss elimination, letter by letter."""
    for qubit in outside:
        for letters in ((1, 2), (2, 3)):  # X or Y, then Y or Z
            pivot = next((x for x in strings if x[qubit] in letters), None)
            if pivot is not None:
                strings = [x * pivot if x[qubit] in letters else x for x in strings if x is not pivot]
    return [x for x in strings if x.weight]


def rows_of_strings(strings: list[Any], data: list[int]) -> tuple[list[PhaseVector], list[str], list[int]]:
    """Vectors, names and signs of Pauli strings of stim."""
    vectors = [
        PhaseVector(2, tuple(int(x[i] in (1, 2)) for i in data), tuple(int(x[i] in (2, 3)) for i in data))
        for x in strings
    ]
    return vectors, [str(x) for x in strings], [int(x.sign.real < 0) for x in strings]


def from_tableau(tableau: Any, k: int | None) -> Rows:
    """The first n - k outputs of Z: what a tableau does to the other k qubits is encoded.  Raises Declined without k.

    `Tableau.from_stabilizers` invents the last k outputs, so they are no stabilizers, and no logical operators either.
    """
    n = len(tableau)
    if k is None:
        raise Declined("the tableau: how many of its last outputs are encoded qubits is not in it: give k")
    if not 0 <= k <= n:
        raise InputError("k", f"an integer from 0 to {n}", k)
    strings = [tableau.z_output(i) for i in range(n - k)]
    return Rows(2, n, *rows_of_strings(strings, list(range(n))))
