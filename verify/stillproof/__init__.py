"""The producer of stillproof: finds exact facts about magic-state distillation and writes down why they hold.

Nothing here has to be trusted: the checker, which shares no code with it, decides.  The public names are loaded when
they are first used.

>>> import stillproof as sp
>>> sp.Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]).k
1
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import Declined, InputError, NoCode, NotCertified, OverBudget, StillproofError
    from .interface.code import Code
    from .interface.functions import certify, check, expect, gate, plan, plot, supplement
    from .interface.judged import CheckResult, GateResult
    from .interface.operated import Amount, ExpectResult, Level, PlanResult
    from .interface.results import Result
    from .interface.state import State
    from .interface.values import Function, Leading, Output, Threshold
    from .interface.written import PlotResult, SupplementResult

__version__ = "0.1.0"
__all__ = [
    "Amount",
    "CheckResult",
    "Code",
    "Declined",
    "ExpectResult",
    "Function",
    "GateResult",
    "InputError",
    "Leading",
    "Level",
    "NoCode",
    "NotCertified",
    "Output",
    "OverBudget",
    "PlanResult",
    "PlotResult",
    "Result",
    "State",
    "StillproofError",
    "SupplementResult",
    "Threshold",
    "certify",
    "check",
    "expect",
    "gate",
    "plan",
    "plot",
    "supplement",
]
HOMES = {
    "interface.code": ("Code",),
    "interface.functions": ("certify", "check", "expect", "gate", "plan", "plot", "supplement"),
    "interface.judged": ("CheckResult", "GateResult"),
    "interface.operated": ("Amount", "ExpectResult", "Level", "PlanResult"),
    "interface.results": ("Result",),
    "interface.state": ("State",),
    "interface.values": ("Function", "Leading", "Output", "Threshold"),
    "interface.written": ("PlotResult", "SupplementResult"),
    "errors": ("Declined", "InputError", "NoCode", "NotCertified", "OverBudget", "StillproofError"),
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    for module, names in HOMES.items():
        if name in names:
            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
