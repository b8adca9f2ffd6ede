"""Circuits of stim: those that only measure Pauli products (MPP) are read here, others by stim, if it is installed.

`MPP !X0*Z1` measures -XZ with outcome 0 for +1, so that `!` is the sign.  That outcome 0 is the accepted one is
assumed, and said.  A tag such as `S[T]` stands for a gate that stim does not know: such a circuit is declined.
"""

from __future__ import annotations

import importlib
import re
from typing import Any

from ...errors import Declined, InputError
from ..phase_space import PhaseVector
from .asked import Asked
from .build import few
from .rows import Rows
from .source import Source
from .stim_circuit import NOISE, NOTES, from_circuit, said_noise

OTHERS = {
    *("MPP", "M", "MX", "MY", "MZ", "MR", "MRX", "MRY", "MRZ", "R", "RX", "RY", "RZ", "MXX", "MYY", "MZZ", "MPAD"),
    *("I", "X", "Y", "Z", "H", "H_XY", "H_XZ", "H_YZ", "S", "S_DAG", "C_XYZ", "C_ZYX", "SPP", "SPP_DAG", "REPEAT"),
    *("SQRT_X", "SQRT_X_DAG", "SQRT_Y", "SQRT_Y_DAG", "SQRT_Z", "SQRT_Z_DAG", "SQRT_XX", "SQRT_YY", "SQRT_ZZ"),
    *("SQRT_XX_DAG", "SQRT_YY_DAG", "SQRT_ZZ_DAG", "SWAP", "ISWAP", "ISWAP_DAG", "CXSWAP", "SWAPCX", "CZSWAP"),
    *("CX", "CY", "CZ", "CNOT", "ZCX", "ZCY", "ZCZ", "XCX", "XCY", "XCZ", "YCX", "YCY", "YCZ", "E"),
    *("II", *NOISE),
}
LINE = re.compile(r"\s*([A-Za-z][A-Za-z0-9_]*)(\[[^\]]*\])?(\([^)]*\))?((?:\s+[^\s{]+)*)\s*(\{)?\s*")
TARGET = re.compile(r"!?[XYZ]?[0-9]{1,6}|rec\[-[0-9]+\]|sweep\[[0-9]+\]|\*")
Instruction = tuple[int, str, str | None, str, str]


def instructions(source: Source) -> list[Instruction] | None:
    """Line, name, tag, arguments and targets of every instruction, or None for a text that is no circuit."""
    found = []
    for number, line in enumerate(source.text().splitlines(), 1):
        text = line.partition("#")[0]
        if not text.strip() or text.strip() == "}":
            continue
        match = LINE.fullmatch(text)
        if not match or match[1].upper() not in NOTES | OTHERS:
            return None
        found.append((number, match[1].upper(), match[2], match[3] or "", match[4].strip()))
    return found


def is_stim(source: Source) -> bool:
    """Whether every line is an instruction of stim, and some line has a target."""
    found = instructions(source)
    if not found:
        return False
    words = [(name, word) for _, name, _, _, targets in found for word in re.split(r"\s+|\*", targets) if word]
    return any(name == "MPP" for _, name, _, _, _ in found) or bool(
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
    for number, name, tag, _, _ in found:
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


def measured(source: Source, found: list[Instruction], asked: Asked) -> Rows:
    """The rows of a circuit that has nothing but MPP."""
    operators: list[tuple[str, int, dict[int, str]]] = []
    noisy: dict[str, None] = {}
    last = -1
    for number, name, _, arguments, targets in found:
        if name == "QUBIT_COORDS":
            last = max([last, *(int(word) for word in targets.split() if re.fullmatch("[0-9]{1,6}", word))])
        if name != "MPP":
            continue
        if re.search("[1-9]", arguments):
            noisy.setdefault(f"MPP{arguments}")
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
    assumed = ["outcome 0 of every MPP is the accepted one", *said_noise(list(noisy))]
    if asked.get("n") is None:
        assumed.append(f"n = {n}: the qubits from 0 to the last one that is named")
    return Rows(2, n, vectors, [x[0] for x in operators], [x[1] for x in operators], None, None, assumed)


def needed(where: str, why: str) -> Any:
    """The module stim.  Raises Declined if it is not installed."""
    try:
        return importlib.import_module("stim")
    except ImportError:
        raise Declined(f"{where}: the file {why}; without stim only MPP is read: pip install stim") from None


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
