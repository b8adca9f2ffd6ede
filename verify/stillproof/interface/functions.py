"""The commands as functions, with the same names, arguments and defaults; each command calls its function and prints.

Paths are texts or Paths.  Numbers are texts, ints, Fractions or Decimals; a float is refused.  Every function raises
InputError for what is malformed, with the argument as `field`; Declined for what is unknown or left open; OverBudget;
NotCertified; and OSError where a file cannot be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..codes.importers.record import notable
from ..commands.certify import certified_about
from ..commands.report import NOTE, notes
from ..commands.subject import Given, Subjects, listed, subjects
from ..errors import Declined, InputError, StillproofError
from ..figures.command import of_statements
from ..files.places import fixtures_folder
from ..files.text import require_new, write_atomic
from ..gating.command import form_of, judged
from ..operation.certified import read_operated, require_certified
from ..operation.expect import expect as expected_band
from ..operation.family import units
from ..operation.plan import by_infidelity
from ..operation.plan import plan as planned
from ..operation.reading import read_goal, read_number, read_point
from ..protocols.protocol import Protocol
from ..statements.checking import run_checker
from ..supplements.command import supplement as write_supplement
from ..words.progress import Progress, unheard
from .arguments import Place, count, in_python, named, number, path, path_or_none
from .claims import Claims, claims_file
from .code import Code
from .judged import CheckResult, GateResult, check_result, gate_result
from .operated import ExpectResult, PlanResult, expect_result, plan_result
from .results import Result, result_of
from .state import State
from .written import PlotResult, SupplementResult, supplement_result

Named = str | Path | Code | tuple[Code, State | str | Path]
Number = object  # a text, an int, a Fraction or a Decimal


@in_python
def certify(
    code: Code | str | Path,
    state: State | str | Path,
    *,
    output: Place | None = None,
    budget: str | None = None,
    corrected: Place | None = None,
    progress: Progress = unheard,
    **answers: Any,
) -> Result:
    """Find and certify everything about a code and a state family.

    `code` is a Code, or the path of a file; `answers` are what that file leaves open, as for `Code.read`.  `state` is a
    State, the name of a family of ours, or the path of a state file.  What is certified is written below `output`, if
    it is given; `budget` bounds the predicted work, and `corrected` is where a corrected code is written that the
    result offers.

    >>> result = certify(Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]), "t")
    >>> result.threshold
    Threshold(delta = 0.3453463292920228562017075, root of 4 - 14 delta + 7 delta^2)
    >>> result.success(delta="1/10"), result.success(eps="1/20")
    (Fraction(4187, 32000), Fraction(4187, 32000))
    """
    given = {name: value for name, value in answers.items() if value is not None}
    if isinstance(code, Code) and given:
        raise InputError(f"--{next(iter(given))}", "no such option, as the code is a Code", next(iter(given.values())))
    made = code if isinstance(code, Code) else Code.read(path("code", code), **given)
    stabilizer, family = made.stabilizer_code, State.of(state).family
    summary, exit_code, files = certified_about(
        stabilizer, family, path_or_none("output", output), progress, budget, path_or_none("corrected", corrected)
    )
    known = units(Protocol(stabilizer, family)) if len(family.parameters) == 1 else {}
    if not isinstance(code, Code) and made.record is not None and notable(made.record):
        summary["imported"] = made.record.json()
    said = [line.removeprefix(NOTE) for line in notes(summary)]
    return result_of(summary, files, known, exit_code, [*made.notes, *said])


@in_python
def check(fixtures: Place, certificates: Place, *names: str) -> CheckResult:
    """Run the checker, in a process of its own, on statements of a folder of fixtures and on certificates.

    Without `names` it reads all statements.  That something is not certified is a result, not an exception.  Raises
    StillproofError where the checker could not be run.

    >>> check("fixtures", "proofs/certificates", "golay11-strange").verdict
    'certified'
    >>> check("fixtures", "proofs/certificates", "nothing").refused
    ('nothing: : file.readable: expected a regular file, not a link got No such file or directory',)
    """
    folders = path("fixtures", fixtures), path("certificates", certificates)
    exit_code, rows, errors = run_checker(*folders, [str(name) for name in names])
    if not rows:
        raise StillproofError(f"the checker gave no verdict: {' '.join(errors.split()) or f'exit code {exit_code}'}")
    return check_result(exit_code, rows)


@in_python
def gate(
    claims: Place | Claims | None = None,
    *,
    report: str = "text",
    output: Place | None = None,
    require_all: bool = False,
    expect: Place | None = None,
    run: str | None = None,
    timeout: float = 10.0,
    certificates: Place | None = None,
    say: str | Sequence[str] | None = None,
    progress: Progress = unheard,
) -> GateResult:
    """Judge what another program, paper or catalogue says: claims of a file or a list, or the answers of a program.

    `claims` is a file in the format of docs/formats/claims.md, or a list of its claims as dictionaries.  In a list a
    claim may do without an id, numbers may be Fractions and Decimals, and the protocol may be {"code": Code or path,
    "state": State, name or path}.  A report in the form `report` is written to `output`, if that is given.  `expect` is
    a file of known verdicts; with `require_all` a declined claim fails, too; `run` is a program to ask, with `timeout`
    in seconds; certificates of codes of yours are kept in `certificates`; `say` answers what distillation units leave
    open, as texts KEY=VALUE.

    >>> mine = {"protocol": "golay11-strange", "quantity": "distance", "as": "exact", "value": 4}
    >>> result = gate([mine])
    >>> result.verdict, result.rows[0]["verdict"], result.rows[0]["witness"]["exact"]
    ('failed', 'refuted', '5')
    """
    if report != "text" or output is not None:
        form_of(report)
    target, kept = path_or_none("output", output), path_or_none("certificates", certificates)
    with (
        claims_file(claims) as source,
        judged(
            fixtures_folder(),
            source,
            bar=Silent(progress),
            require_all=require_all,
            expected=path_or_none("expect", expect),
            command=run,
            timeout=timeout,
            certificates=kept,
            said=[say] if isinstance(say, str) else say or (),
        ) as (summary, rows),
    ):
        if source is not None and not isinstance(claims, str | Path):
            summary.source = "claims"
        if target is not None:
            write_atomic(target, form_of(report)(summary, rows))
        return gate_result(summary, list(rows))


@in_python
def plan(
    protocol: Named | list[Named],
    *,
    input: Number | Mapping[str, Number],  # noqa: A002 - the name of the option
    target: Number | Mapping[str, Number],
    state: State | str | Path | None = None,
    fixtures: Place | None = None,
    certificates: Place | None = None,
    progress: Progress = unheard,
    **answers: Any,
) -> PlanResult:
    """How many levels of a protocol a target needs, and what an output costs then.

    `protocol` is the id of a statement; the path of a code file, or a Code, with `state`; a pair of a Code and a State;
    or a folder that `save` wrote.  A list of them, or a text A,B, is a chain: A for the first level, B for all further
    ones.  `input` is the state that is put in, as "delta=1/100" or {"delta": Fraction(1, 100)}; `target` the error to
    reach, a number in the family's parameter, or by unit, as {"eps": "1e-15"}.

    >>> found = plan("golay11-strange", input={"delta": "1/100"}, target="1e-15")
    >>> len(found.levels), found.levels[-1].inputs_per_output.decimal
    (2, Decimal('3.88899E+8'))
    """
    chain: list[Named] = []
    for one in protocol if isinstance(protocol, list) else [protocol]:
        chain += listed(one) if isinstance(one, str) else [one]
    first, last = named("input", input), named("target", target)
    with chosen(chain, state, fixtures, certificates, answers, progress, basins=True) as used:
        steps = [read_operated(used.fixtures, name, used.certificates) for name in used.each]
        start = read_point("--input", first, steps[0].protocol)
        require_certified(used.fixtures, used.names, used.certificates)
        goal = read_goal("--target", last, steps[0].protocol, by_infidelity(steps[-1]))
        return plan_result({**planned(steps, start, goal), "read": used.lines})


@in_python
def expect(
    protocol: Named,
    *,
    at: Number | Mapping[str, Number],
    runs: int,
    significance: Number = "1/1000",
    accepted: int | None = None,
    state: State | str | Path | None = None,
    fixtures: Place | None = None,
    certificates: Place | None = None,
    progress: Progress = unheard,
    **answers: Any,
) -> ExpectResult:
    """How many of so many runs of a protocol are accepted, between two counts, at a stated significance.

    `protocol` is as for `plan`; `at` the state that is put in; `significance` that of the band, both sides together;
    `accepted` an observed count to judge.

    >>> found = expect("golay11-strange", at={"delta": "1/100"}, runs=10000)
    >>> found.low, found.high
    (0, 14)
    """
    level = read_number("--significance", number("significance", significance))
    point = named("at", at)
    many, seen = count("runs", runs), None if accepted is None else count("accepted", accepted)
    with chosen([protocol], state, fixtures, certificates, answers, progress) as used:
        one = read_operated(used.fixtures, used.each[0], used.certificates)
        place = read_point("--at", point, one.protocol)
        require_certified(used.fixtures, [one.name], used.certificates)
        return expect_result({**expected_band(one, place, many, level, seen), "read": used.lines})


@in_python
def plot(
    *protocols: Named,
    output: Place | None = None,
    state: State | str | Path | None = None,
    fixtures: Place | None = None,
    certificates: Place | None = None,
    progress: Progress = unheard,
    **answers: Any,
) -> PlotResult:
    """Draw what is certified about some protocols, or about all without any; the checker runs first.

    `protocols` are as for `plan`.  With `output`, a folder that is new or empty, the files are written; else `save`
    writes them.  Raises Declined where there is nothing to draw, or no matplotlib.

    >>> plot((Code.from_paulis(["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"], name="five"), "t")).figures
    ('map-five-t',)
    """
    target = path_or_none("output", output)
    if target is not None:
        require_new(target)
    with chosen(protocols, state, fixtures, certificates, answers, progress, basins=True) as used:
        files = of_statements(used.names, used.fixtures, used.certificates, progress)
        found = PlotResult(MappingProxyType(files), tuple(used.lines))
    if target is not None:
        found.save(target)
    return found


@in_python
def supplement(
    *protocols: Named,
    output: Place,
    all: bool = False,  # noqa: A002 - the name of the option
    state: State | str | Path | None = None,
    fixtures: Place | None = None,
    certificates: Place | None = None,
    progress: Progress = unheard,
    **answers: Any,
) -> SupplementResult:
    """Write the supplement of a paper about some protocols: evidence, checker and documents in one flat folder.

    `protocols` are as for `plan`; `all` of ours are meant by `all=True`.  `output` is a folder that is new or empty.

    >>> supplement(output="anc")
    Traceback (most recent call last):
    ...
    stillproof.errors.InputError: protocol: expected ids of protocols, or --all, found neither
    """
    if all == bool(protocols):
        raise InputError("PROTOCOL", "ids of protocols, or --all", "both" if protocols else "neither")
    target = path("output", output)
    require_new(target)
    with chosen(protocols, state, fixtures, certificates, answers, progress, basins=True) as used:
        found = write_supplement(used.fixtures, used.certificates, used.names, target, progress)
        return supplement_result(target, {**found, "read": used.lines})


@contextmanager
def chosen(
    protocols: Sequence[Named],
    state: State | str | Path | None,
    fixtures: Place | None,
    certificates: Place | None,
    answers: Mapping[str, Any],
    progress: Progress,
    basins: bool = False,
) -> Iterator[Subjects]:
    """The subjects of a function (commands/subject.py), as long as the block runs."""
    given: list[Given] = []
    for one in protocols:
        if isinstance(one, Code):
            if state is None:
                raise Declined("a Code needs a state family: state=, or the pair (code, state)")
            given.append((one, State.of(state)))
        elif isinstance(one, tuple):
            if len(one) != 2 or not isinstance(one[0], Code):
                raise InputError("protocol", "a pair (Code, State)", repr(one))
            given.append((one[0], State.of(one[1])))
        elif isinstance(one, str | Path):
            given.append(one)
        else:
            raise InputError(
                "protocol", "an id, a path, a Code, or a pair (Code, State)", f"{type(one).__name__} {one}"
            )
    folders = path_or_none("fixtures", fixtures), path_or_none("certificates", certificates)
    with subjects(given, state, folders=folders, answers=answers, basins=basins, progress=progress) as used:
        yield used


class Silent:
    """A progress for the gate, which ends by itself."""

    def __init__(self, progress: Progress):
        self.progress = progress

    def __call__(self, done: int, total: int) -> None:
        """Steps that are done, of how many."""
        self.progress(done, total)

    def close(self) -> None:
        """There is nothing to end."""
