"""The command line, `stillproof --help`: each command loads what it needs when it runs.

Exit codes everywhere: 0 all claims certified; 10 something refuted; 11 declined or missing; 12 malformed input;
13 a limit; anything else means that the tool broke or was misused.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .codes.importers.asked import CHOICES, QUESTIONS
from .errors import InputError, StillproofError
from .files.places import fixtures_folder
from .words.sentences import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def guarded(action: Callable[[], int]) -> None:
    """Run, and leave with the exit code; failures are one line on stderr."""
    try:
        code = action()
        sys.stdout.flush()
    except StillproofError as error:
        # a function names its argument, a command its option
        said = error.said(error.where) if isinstance(error, InputError) else error
        click.echo(f"stillproof: {printable(said)}", err=True)
        code = error.code
    except OSError as error:
        click.echo(f"stillproof: {printable(error.filename or 'output')}: {error.strerror}", err=True)
        code = 1
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stillproof")
def main() -> None:
    """Exact, checked facts about magic-state distillation."""


def answering(command: Callable[..., None]) -> Callable[..., None]:
    """The options that answer what the file of a code leaves open; the command gets them as `**answers`."""
    for name, what in reversed(QUESTIONS.items()):
        metavar = "|".join(CHOICES[name]) if name in CHOICES else "FILE" if name == "hz" else None
        command = click.option(f"--{name}", name, metavar=metavar, help=f"{what[0].upper()}{what[1:]}.")(command)
    return command


def naming(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what a PROTOCOL is; the command gets them as `**named`, for `chosen`."""
    for option in (
        answering,
        click.option("--certificates", type=click.Path(path_type=Path), help="With --fixtures: the certificates."),
        click.option("--fixtures", type=click.Path(path_type=Path), help="The folder of codes, states and statements."),
        click.option("--state", help="With a code file: a state family, a name from fixtures/states or a file."),
    ):
        command = option(command)
    return command


def chosen(protocols: Sequence[str], named: dict[str, Any], bar: Bar, basins: bool = False) -> Any:
    """The subjects of a command (commands/subject.py), to be used in a `with` block."""
    from .commands.subject import subjects

    state, folders, answers = parts(named)
    return subjects(protocols, state, folders=folders, answers=answers, basins=basins, progress=bar)


def parts(named: dict[str, Any]) -> tuple[str | None, tuple[Path | None, Path | None], dict[str, str | None]]:
    """What `naming` gave: the state; folders of statements and certificates; the answers about code files."""
    answers = dict(named)
    return answers.pop("state"), (answers.pop("fixtures"), answers.pop("certificates")), answers


def told(lines: Sequence[str]) -> None:
    """Say on stderr where the subjects are from, so that stdout is for programs."""
    for line in lines:
        click.echo(printable(line), err=True)


@main.command()
@click.argument("protocol")
@naming
@click.option("--level", help="Split cells down to this level, each into four; for two parameters.  [default: 8]")
@click.option(
    "--at",
    "points",
    multiple=True,
    metavar="E1,E2",
    help="Where does this point go?  Or delta=D, on the way to the maximally mixed state.  May be repeated.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write statement and certificate.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def basin(
    protocol: str, level: str | None, points: tuple[str, ...], output: Path | None, as_json: bool, **named: Any
) -> None:
    """Which states flow where when PROTOCOL is applied again and again.

    PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof basin golay11-norell --level 9 --at 1/10,1/10
    """

    def action() -> int:
        from .commands.basin import basin as run
        from .commands.basin import read_level, read_point
        from .commands.report import basin_report
        from .commands.subject import protocol_of
        from .interface.arguments import placed

        split = None if level is None else read_level(level)
        plain = {point: read_point(point) for point in points if "=" not in point}
        own = protocol_of(protocol, *parts(named))
        asked, lines = placed(points, plain, own)
        bar = Bar("basin")
        try:
            summary, exit_code = run(own.code, own.family, split, asked, output, bar)
        finally:
            bar.close()
        summary["read"] = [*own.lines, *lines]
        click.echo(dumps_with_null(summary) if as_json else "\n".join([basin_report(summary), *summary["read"]]))
        return exit_code

    guarded(action)


@main.command()
@click.argument("path", metavar="IN", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@answering
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
def convert(path: Path, output: Path, as_json: bool, **answers: str | None) -> None:
    """Write the code file OUT from IN: Pauli text, a matrix, or what another program saved.

    What IN leaves open is asked, never guessed: the message names the option to give.

    Example: stillproof convert five.npy five.json --p 2 --layout xz
    """

    def action() -> int:
        from .codes.importers.record import sentences
        from .commands.convert import convert as run

        record = run(path, output, answers)
        if as_json:
            click.echo(dumps_with_null({**record.json(), "output": str(output)}))
        else:
            click.echo("\n".join(sentences(record.json(), output)))
        return 0

    guarded(action)


@main.command()
@click.argument("code", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--state", required=True, help="A state family: a name from fixtures/states, or a file.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write statement and certificate.")
@click.option("--budget", help="Largest predicted WORK or WORK,MEMORY: array operations (about 1 ns each), bytes.")
@click.option(
    "--corrected", type=click.Path(path_type=Path), help="Where to write the corrected code that the report offers."
)
@answering
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def certify(
    code: Path,
    state: str,
    output: Path | None,
    budget: str | None,
    corrected: Path | None,
    as_json: bool,
    **answers: str | None,
) -> None:
    """Find and certify everything about CODE and a state family.

    CODE is a code file, or a file of another program, with the options that answer what it leaves open.

    Example: stillproof certify fixtures/codes/golay11.json --state strange --json -o out
    """

    def action() -> int:
        from .interface.functions import certify as run

        with Bar("certify") as bar:
            found = run(code, state, output=output, budget=budget, corrected=corrected, progress=bar, **answers)
        click.echo(dumps_with_null(found.to_dict()) if as_json else found.report())
        return found.exit_code

    guarded(action)


class Bar:
    """A progress bar with an estimate of the time left, on a terminal only; it appears with the first step.

    After the last step it is closed; a step after that begins a new one.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self.bar: Any = None
        self.done = 0

    def __call__(self, done: int, total: int) -> None:
        """Steps that are done, of how many."""
        if not sys.stderr.isatty():
            return
        if self.bar is None:
            self.bar = click.progressbar(length=total, label=self.label, file=sys.stderr, show_pos=True)
            self.bar.__enter__()
        self.bar.update(done - self.done)
        self.done = done
        if done == total:
            self.close()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the cursor back."""
        if self.bar is not None:
            self.bar.__exit__(None, None, None)
        self.bar, self.done = None, 0


def dumps_with_null(value: Any) -> str:
    """JSON for programs: as our files, but with null for what does not exist."""
    import json

    return json.dumps(value, sort_keys=True, separators=(",", ":"))


@main.command()
@click.argument("fixtures", type=click.Path(path_type=Path))
@click.argument("certificates", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
def check(fixtures: Path, certificates: Path, names: tuple[str, ...], as_json: bool) -> None:
    """Run the checker, in a process of its own, on statements of FIXTURES and on CERTIFICATES.

    Example: stillproof check fixtures proofs/certificates golay11-strange
    """

    def action() -> int:
        import subprocess

        command = [sys.executable, "-I", "-m", "stillproof_check", str(fixtures), str(certificates), *names]
        return subprocess.run(command + ["--json"] * as_json, check=False).returncode

    guarded(action)


@main.command()
@click.argument("protocol")
@click.option("--input", "start", required=True, metavar="PARAMETER=VALUE", help="The state that is put in.")
@click.option("--target", required=True, help="The error to reach, such as 1e-15, or eps=1e-15 for the infidelity.")
@naming
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON, with exact rationals.")
def plan(protocol: str, start: str, target: str, as_json: bool, **named: Any) -> None:
    """How many levels of PROTOCOL a target needs, and what an output costs then.

    PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote; or several, as A,B:
    A for the first level, B for all further ones.

    Example: stillproof plan golay11-strange --input delta=1/100 --target 1e-15
    """

    def action() -> int:
        from .interface.functions import plan as run

        with Bar("plan") as bar:
            found = run(protocol, input=start, target=target, progress=bar, **named)
        click.echo(dumps_with_null(found.to_dict()) if as_json else found.report())
        return 0

    guarded(action)


@main.command()
@click.argument("protocol")
@click.option("--at", "point", required=True, metavar="PARAMETER=VALUE", help="The state that is put in.")
@click.option("--runs", required=True, type=int, help="How many blocks are run.")
@click.option("--significance", default="1/1000", show_default=True, help="Of the band, both sides together.")
@click.option("--accepted", type=int, help="An observed count; outside the band the exit code is 10.")
@naming
@click.option("--prometheus", "as_metrics", is_flag=True, help="Print metrics in the text format of Prometheus.")
@click.option("--json", "as_json", is_flag=True, help="Print the band as JSON.")
def expect(
    protocol: str,
    point: str,
    runs: int,
    significance: str,
    accepted: int | None,
    as_metrics: bool,
    as_json: bool,
    **named: Any,
) -> None:
    """How many of so many runs of PROTOCOL are accepted, between two counts, at a stated significance.

    PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof expect golay11-strange --at delta=1/100 --runs 10000
    """

    def action() -> int:
        from .interface.functions import expect as run

        if as_json and as_metrics:
            raise InputError("--json", "one of --json and --prometheus", "both")
        with Bar("expect") as bar:
            found = run(
                protocol, at=point, runs=runs, significance=significance, accepted=accepted, progress=bar, **named
            )
        if as_metrics:
            told(found.notes)
        click.echo(
            found.prometheus() if as_metrics else dumps_with_null(found.to_dict()) if as_json else found.report()
        )
        return found.exit_code

    guarded(action)


@main.command()
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--report", "form", default="text", show_default=True, help="text, json, junit, sarif or github.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the report here; text goes to stdout.")
@click.option("--require-all", is_flag=True, help="A declined claim fails, too.")
@click.option("--expect", "expected", type=click.Path(path_type=Path), help="Known verdicts; any other one fails.")
@click.option("--run", "command", help="Ask this program instead; CLAIMS is then a file of questions, or left out.")
@click.option("--timeout", default=10.0, show_default=True, help="Seconds for an answer, with --run.")
@click.option("--certificates", type=click.Path(path_type=Path), help="Write certificates of code files here.")
@click.option("--say", "said", multiple=True, metavar="KEY=VALUE", help="For distillation units: what is left open.")
def gate(
    claims: Path | None,
    form: str,
    output: Path | None,
    require_all: bool,
    expected: Path | None,
    command: str | None,
    timeout: float,
    certificates: Path | None,
    said: tuple[str, ...],
) -> None:
    """Judge what another program, paper or catalogue says: the claims of a file, or the answers of a program.

    Example: stillproof gate fixtures/claims/paper.jsonl --report json
    """

    def action() -> int:
        from .gating.command import gate_command

        return gate_command(
            fixtures_folder(),
            claims,
            bar=Bar("gate"),
            form=form,
            output=output,
            require_all=require_all,
            expected=expected,
            command=command,
            timeout=timeout,
            certificates=certificates,
            said=said,
        )

    guarded(action)


@main.command()
@click.argument("protocols", nargs=-1)
@naming
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A folder, new or empty.")
def plot(protocols: tuple[str, ...], output: Path, **named: Any) -> None:
    """Draw what is certified about some PROTOCOLS, or about all.

    A PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.  Every figure is
    written as SVG and as PDF.  The checker runs first.

    Example: stillproof plot golay11-strange golay11-norell -o figures
    """

    def action() -> int:
        from .interface.functions import plot as run

        with Bar("plot") as bar:
            found = run(*protocols, output=output, progress=bar, **named)
        told(found.notes)
        for name in sorted(found.files):
            click.echo(printable(output / name))
        return 0

    guarded(action)


@main.command()
@click.argument("protocols", nargs=-1)
@naming
def questions(protocols: tuple[str, ...], **named: Any) -> None:
    """Print the questions that `gate --run` asks a program, about some PROTOCOLS or about all.

    A PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof questions golay11-strange
    """

    def action() -> int:
        from .gating.questions import questions as run
        from .gating.questions import spelled

        with chosen(protocols, named, Bar("questions")) as used:
            asked = list(run(used.fixtures, used.names))
        told(used.lines)
        for question in asked:
            click.echo(spelled(question))
        return 0

    guarded(action)


@main.command()
@click.argument("protocols", nargs=-1)
@naming
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
def show(protocols: tuple[str, ...], as_json: bool, **named: Any) -> None:
    """Some PROTOCOLS, or all, side by side: code, state, leading term, threshold, success probability, yield exponent.

    A PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof show
    """

    def action() -> int:
        from .commands.show import rows, table

        with chosen(protocols, named, Bar("show")) as used:
            found = rows(used.fixtures, used.names)
        source = str((named["fixtures"] or Path("fixtures")) / "statements") if not used.lines else None
        click.echo(dumps_with_null(found) if as_json else "\n".join([table(found, source), *used.lines]))
        return 0

    guarded(action)


@main.command()
@click.argument("protocols", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All protocols.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A folder, new or empty.")
@naming
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def supplement(
    protocols: tuple[str, ...],
    everything: bool,
    output: Path,
    as_json: bool,
    **named: Any,
) -> None:
    """Write the supplement of a paper about some PROTOCOLS: evidence, checker and documents in one flat folder.

    A PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof supplement golay11-strange -o anc
    """

    def action() -> int:
        from .interface.functions import supplement as run

        with Bar("supplement") as bar:
            found = run(*protocols, output=output, all=everything, progress=bar, **named)
        click.echo(dumps_with_null(found.to_dict()) if as_json else found.report())
        return 0

    guarded(action)


@main.command()
@click.argument("protocols", nargs=-1)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A folder, new or empty.")
@naming
def vectors(protocols: tuple[str, ...], output: Path, **named: Any) -> None:
    """Write test vectors, for programs in any language, of some PROTOCOLS or of all.

    A PROTOCOL is the id of a statement, a code file with --state, or a folder that certify -o wrote.

    Example: stillproof vectors -o vectors golay11-strange
    """

    def action() -> int:
        from .files.text import require_new
        from .gating.vectors import vectors as run

        require_new(output)
        bar = Bar("vectors")
        try:
            with chosen(protocols, named, bar) as used:
                found = run(used.fixtures, used.names, output, bar, used.certificates)
        finally:
            bar.close()
        told(used.lines)
        click.echo(f"{printable(output)}: test vectors of {len(found)} protocol{'s' * (len(found) != 1)}")
        return 0

    guarded(action)


@main.command()
@click.option("--fixtures", type=click.Path(path_type=Path), default=Path("fixtures"), show_default=True)
@click.option("--certificates", type=click.Path(path_type=Path), default=Path("proofs/certificates"), show_default=True)
@click.option("--build", type=click.Path(path_type=Path), default=Path("build/certificates"), show_default=True)
@click.option("--update", is_flag=True, help="Write the certificates to the committed folder.")
def verify(fixtures: Path, certificates: Path, build: Path, update: bool) -> None:
    """Recompute every statement, compare with the committed certificates, and run the checker.

    Example: stillproof verify
    """

    def action() -> int:
        from .commands.verify import verify as run

        bar = Bar("cover")
        try:
            return run(fixtures, certificates, build, click.echo, update, bar)
        finally:
            bar.close()

    guarded(action)
