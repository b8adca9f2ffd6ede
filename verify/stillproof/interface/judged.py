"""What `check` and `gate` return: a row for every claim, and the verdict on all of them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..errors import CERTIFIED
from ..files.text import write_atomic
from ..gating.command import form_of
from ..gating.run import Summary
from .display import sentence, table

SHOWN = 50  # rows in a notebook
Rows = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, repr=False)
class CheckResult:
    """What the checker says of certificates: `verdict`, `exit_code`, and one row for every claim.

    A row has the keys of `stillproof check --json`: statement, claim, place, file, line, code, verdict, message and
    lemmas.

    >>> from stillproof import check
    >>> check("fixtures", "proofs/certificates", "five-qubit-t")
    CheckResult(certified: 15 of 15 rows)
    """

    verdict: str
    exit_code: int
    rows: Rows

    @property
    def refused(self) -> tuple[str, ...]:
        """Which claims are not certified, and why.

        >>> from stillproof import check
        >>> check("fixtures", "proofs/certificates", "five-qubit-t").refused
        ()
        """
        return tuple(f"{row['statement']}: {row['claim']}: {row['message']}" for row in self.rows if row["code"])

    def to_dict(self) -> dict[str, Any]:
        """What `stillproof check --json` prints.

        >>> from stillproof import check
        >>> sorted(check("fixtures", "proofs/certificates", "five-qubit-t").to_dict())
        ['code', 'rows']
        """
        return {"code": self.exit_code, "rows": [copy.deepcopy(dict(row)) for row in self.rows]}

    def __repr__(self) -> str:
        good = sum(row["code"] == CERTIFIED for row in self.rows)
        return f"CheckResult({self.verdict}: {good} of {len(self.rows)} rows)"

    def _repr_html_(self) -> str:
        """The verdict, and the claims with theirs."""
        rows = [(str(row["verdict"]), row["statement"], row["claim"], row["message"]) for row in self.rows[:SHOWN]]
        return sentence(repr(self)) + table(rows, ("verdict", "statement", "claim", "message")) + left_out(self.rows)


@dataclass(frozen=True, repr=False)
class GateResult:
    """What the gate says of somebody's numbers: `verdict` ("passed" or "failed"), `counts`, and a row for every claim.

    `errors` are about the file as a whole, `deviations` from known verdicts.  A row has the keys of a claim in the JSON
    report (docs/formats/claims.md).

    >>> from stillproof import gate
    >>> gate([{"protocol": "five-qubit-t", "quantity": "distance", "as": "exact", "value": 3}])
    GateResult(passed: 1 of 1 claims certified)
    """

    verdict: str
    exit_code: int
    counts: Mapping[str, int]
    rows: Rows
    errors: tuple[str, ...]
    deviations: tuple[str, ...]
    _summary: Summary = field(compare=False)

    def report(self, form: str = "text") -> str:
        """The report that the command writes: "text", "json", "junit", "sarif" or "github".  Raises InputError.

        >>> from stillproof import gate
        >>> claim = {"protocol": "five-qubit-t", "quantity": "distance", "as": "exact", "value": 4}
        >>> print(gate([claim]).report().splitlines()[-1])
        FAILED: 0 of 1 claims certified, 1 refuted (exit code 10)
        """
        rows: Any = [copy.deepcopy(dict(row)) for row in self.rows]  # a report goes through them, and no more
        return "".join(form_of(form)(copy.deepcopy(self._summary), rows))

    def save(self, path: str | Path, form: str = "json") -> Path:
        """Write a report, whole or not at all; returns the path.

        >>> import tempfile
        >>> from stillproof import gate
        >>> claim = {"protocol": "five-qubit-t", "quantity": "distance", "as": "exact", "value": 3}
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     gate([claim]).save(Path(folder) / "report.json").name
        'report.json'
        """
        write_atomic(Path(path), self.report(form))
        return Path(path)

    def to_dict(self) -> dict[str, Any]:
        """What `stillproof gate --report json` prints.

        >>> from stillproof import gate
        >>> claim = {"protocol": "five-qubit-t", "quantity": "distance", "as": "exact", "value": 3}
        >>> gate([claim]).to_dict()["coverage"]
        '1 of 1 claims certified'
        """
        rows = [copy.deepcopy(dict(row)) for row in self.rows]
        return {"claims": rows, **copy.deepcopy(self._summary.json())}

    def __repr__(self) -> str:
        return f"GateResult({self.verdict}: {self._summary.coverage})"

    def _repr_html_(self) -> str:
        """The verdict, and the claims with theirs."""
        rows = [(row["verdict"], row["id"] or f"line {row['line']}", row["reason"]) for row in self.rows[:SHOWN]]
        said = [repr(self), *self.errors, *self.deviations]
        return "".join(map(sentence, said)) + table(rows, ("verdict", "claim", "reason")) + left_out(self.rows)


def left_out(rows: Rows) -> str:
    """A sentence about rows that are not shown."""
    return sentence(f"The table has the first {SHOWN} of {len(rows)} rows.") if len(rows) > SHOWN else ""


def check_result(exit_code: int, rows: list[dict[str, Any]]) -> CheckResult:
    """The result of the rows of the checker."""
    verdict = "certified" if exit_code == CERTIFIED else "not certified"
    return CheckResult(verdict, exit_code, tuple(map(MappingProxyType, rows)))


def gate_result(summary: Summary, rows: list[dict[str, Any]]) -> GateResult:
    """The result of a run of the gate."""
    return GateResult(
        verdict="passed" if summary.passed else "failed",
        exit_code=summary.exit_code,
        counts=MappingProxyType(dict(summary.counts)),
        rows=tuple(map(MappingProxyType, rows)),
        errors=tuple(map(str, summary.errors)),
        deviations=tuple(map(str, summary.deviations)),
        _summary=summary,
    )
