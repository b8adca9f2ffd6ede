"""The commands as functions, with the same names, arguments and defaults."""

from __future__ import annotations

from pathlib import Path

from ..codes.importers.read import read
from ..commands.certify import certified_about
from ..operation.family import units
from ..protocols.protocol import Protocol
from ..words.progress import Progress, unheard
from .code import Code
from .results import Result, result_of
from .state import State


def certify(
    code: Code | str | Path,
    state: State | str | Path,
    *,
    output: str | Path | None = None,
    budget: str | None = None,
    corrected: str | Path | None = None,
    progress: Progress = unheard,
) -> Result:
    """Find and certify everything about a code and a state family, as the command does.

    `code` is a Code, or the path of a file that leaves nothing open; `state` a State, the name of a family of ours, or
    the path of a state file.  `output`, `budget` and `corrected` are as for the command.  Raises InputError, Declined
    and OverBudget.

    >>> result = certify(Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]), "t")
    >>> result.threshold
    Threshold(delta = 0.3453463292920228562017075, root of 4 - 14 delta + 7 delta^2)
    >>> result.success(delta="1/10"), result.success(eps="1/20")
    (Fraction(4187, 32000), Fraction(4187, 32000))
    """
    stabilizer = code.stabilizer_code if isinstance(code, Code) else read(Path(code)).code
    family = State.of(state).family
    folder, file = (None if path is None else Path(path) for path in (output, corrected))
    summary, _, files = certified_about(stabilizer, family, folder, progress, budget, file)
    known = units(Protocol(stabilizer, family)) if len(family.parameters) == 1 else {}
    return result_of(summary, files, known)
