"""The commands as functions, with the same names, arguments and defaults."""

from __future__ import annotations

from pathlib import Path

from ..codes.importers.record import notable
from ..commands.certify import certified_about
from ..commands.report import NOTE, notes
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
    made = code if isinstance(code, Code) else Code.read(code)
    stabilizer, family = made.stabilizer_code, State.of(state).family
    folder, file = (None if path is None else Path(path) for path in (output, corrected))
    summary, _, files = certified_about(stabilizer, family, folder, progress, budget, file)
    known = units(Protocol(stabilizer, family)) if len(family.parameters) == 1 else {}
    if not isinstance(code, Code) and made.record is not None and notable(made.record):
        summary["imported"] = made.record.json()
    said = [line.removeprefix(NOTE) for line in notes(summary)]
    return result_of(summary, files, known, [*made.notes, *said])
