"""What certified claims have established: functions and numbers that know what they measure.

A function is a quotient of polynomials in the parameters of the family, and says which quantity it is, for which
target, under which acceptance, and from which claim.  A number says in which unit it is.  Rules name the classes that
they take, so that a rate is never compared with an infidelity, nor the success of one claim with the order of another.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from ..numbers.cyclotomic import Element, Field, Matrix


class Quantity(Enum):
    """What a function measures; the words are those of messages and pages."""

    PARAMETER = "a parameter of the family, by match of the state"
    OVERLAP = "the parameter of the family, by overlap with the target"
    INFIDELITY = "the infidelity of one output to its target"
    JOINT = "the infidelity of all outputs together to their target"
    SUCCESS = "the success probability"


INFIDELITIES = (Quantity.INFIDELITY, Quantity.JOINT)


@dataclass(frozen=True)
class Function:
    """num / den in the parameters of the family, as lists of coefficients, low degree first."""

    quantity: Quantity
    num: Any
    den: Any
    source: str  # the id of the `map` or `outputs` claim
    target: tuple[Element, ...] = ()  # chi of the target, one value for every displacement operator
    corrected: tuple[int, ...] = ()  # the stabilizers whose outcomes are corrected; all others are +1

    @property
    def order(self) -> int | None:
        """The exponent of its leading term at 0, for one parameter; None where it is 0 throughout, or not 0 there."""
        return (next((i for i, c in enumerate(self.num) if c), 0) or None) if self.den[0] else None


@dataclass(frozen=True)
class Number:
    """An exact number, known to lie from `low` to `high`."""

    low: Fraction
    high: Fraction
    unit: str  # a parameter's name, `infidelity`, a place on a segment, or `1`


@dataclass(frozen=True)
class Established:
    """What a certified claim hands on to later ones; of itself nothing."""


@dataclass(frozen=True)
class CodeParameters(Established):
    """That the code is one, of this distance."""

    distance: int


@dataclass(frozen=True)
class Clifford(Established):
    """A matrix over a field, and what it does to displacement operators and to members of the ensemble."""

    field: Field
    matrix: Matrix
    symplectic: list[list[int]]
    shift: list[int]
    sends: dict[str, str]


@dataclass(frozen=True)
class Accepted(Established):
    """What is accepted, and with which probability."""

    success: Function


@dataclass(frozen=True)
class Outputs(Accepted):
    """The functions of several encoded qudits: `any`, and each by its number where the target is a product."""

    functions: dict[str, Function]


@dataclass(frozen=True)
class Map(Outputs):
    """The functions of one encoded qudit by parameter, and the frame in which it is decoded."""

    frame: dict[str, Any]


@dataclass(frozen=True)
class Suppression(Established):
    """The leading term of a function."""

    function: Function
    order: int
    coefficient: Fraction


@dataclass(frozen=True)
class Measured(Established):
    """A number above 0 with its unit."""

    number: Number


@dataclass(frozen=True)
class Crossing(Measured):
    """Up to where distillation works: on a segment of the triangle, or for one parameter."""


@dataclass(frozen=True)
class Threshold(Crossing):
    """Where a function crosses the input in the same quantity, in the family's parameter and as an infidelity."""

    function: Function
    polynomial: list[int]
    infidelity: Number


@dataclass(frozen=True)
class Yield(Established):
    """Inputs for one output, and the yield exponent."""

    inputs: Fraction
    exponent: Number
