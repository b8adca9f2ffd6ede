"""The methods of two factories of Qualtran 0.7.0, with its names and arguments, where only input states are noisy.

`make nightly` runs the same test with the real classes: there p_out and p_fail come from a density matrix.
"""

from __future__ import annotations

from typing import Any

T_ERRORS, CCZ_ERRORS = 35, 28  # undetected triples of 15 T states, pairs of 8


class CCZ2TFactory:
    """15 T states to one, then 8 of these to a CCZ state."""

    def l1_distillation_error(self, error_model: Any) -> Any:
        """Of a T state, by the physical error."""
        return T_ERRORS * (error_model.physical_error + 100 * error_model(code_distance=7)) ** 3

    def l1_error(self, error_model: Any) -> Any:
        """The same with what the code adds."""
        return 1100 * error_model(code_distance=15) + self.l1_distillation_error(error_model)

    def l2_error(self, error_model: Any) -> Any:
        """Of a CCZ state."""
        return 1000 * error_model(31) + CCZ_ERRORS * self.l1_error(error_model) ** 2


class FifteenToOne:
    """15 rotations on five qubits; Bravyi and Kitaev 2005, section V, by m = 1 - 2 (2p/3)."""

    def __init__(self, d_X: int, d_Z: int, d_m: int):  # noqa: N803 - the names of the real one
        self.distances = d_X, d_Z, d_m

    def p_fail(self, logical_error_model: Any) -> float:
        """The probability that the attempt is thrown away."""
        m = 1 - 4 * logical_error_model.physical_error / 3
        return float(15 * (1 - m**8) / 16)

    def p_out(self, logical_error_model: Any) -> float:
        """The infidelity of what is accepted."""
        m = 1 - 4 * logical_error_model.physical_error / 3
        return float((1 - 15 * m**7 + 15 * m**8 - m**15) / (2 + 30 * m**8))
