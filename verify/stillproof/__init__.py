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
    from .errors import Declined, InputError, NotCertified, OverBudget, StillproofError
    from .interface.code import Code
    from .interface.functions import certify
    from .interface.results import Result
    from .interface.state import State

__version__ = "0.1.0"
__all__ = [
    "Code",
    "Declined",
    "InputError",
    "NotCertified",
    "OverBudget",
    "Result",
    "State",
    "StillproofError",
    "certify",
]
HOMES = {
    "Code": "interface.code",
    "Result": "interface.results",
    "State": "interface.state",
    "certify": "interface.functions",
    **dict.fromkeys(("Declined", "InputError", "NotCertified", "OverBudget", "StillproofError"), "errors"),
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
