"""The command line: `stillproof certify | check | verify`.

Exit codes everywhere: 0 all claims certified; 10 something refuted; 11 declined or missing; 12 malformed input;
13 a limit; anything else means that the tool broke or was misused.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .errors import InputError, StillproofError

if TYPE_CHECKING:
    from collections.abc import Callable


def fixtures_folder() -> Path:
    """The fixtures: beside an installed package, or at the root of a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "fixtures"
    return inside if inside.is_dir() else here.parents[1] / "fixtures"


def guarded(action: Callable[[], int]) -> None:
    """Run, and leave with the exit code; failures are one line on stderr."""
    try:
        code = action()
        sys.stdout.flush()
    except StillproofError as error:
        click.echo(f"stillproof: {error}", err=True)
        code = error.code
    except OSError as error:
        click.echo(f"stillproof: {error.filename or 'output'}: {error.strerror}", err=True)
        code = 1
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stillproof")
def main() -> None:
    """Exact, checked facts about magic-state distillation."""


@main.command()
@click.argument("code", type=click.Path(path_type=Path))
@click.option("--state", required=True, help="A state family: a name from fixtures/states, or a file.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write statement and certificate.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def certify(code: Path, state: str, output: Path | None, as_json: bool) -> None:
    """Find and certify everything about CODE and a state family.

    Example: stillproof certify fixtures/codes/golay11.json --state strange --json -o out
    """

    def action() -> int:
        from .certify import certify as run

        path = Path(state) if state.endswith(".json") else fixtures_folder() / "states" / f"{state}.json"
        if not state.endswith(".json") and not path.is_file():
            known = sorted(x.stem for x in path.parent.glob("*.json"))
            raise InputError("--state", f"a .json file or one of {known}", state)
        summary, exit_code = run(code, path, output, progress)
        click.echo(dumps_with_null(summary) if as_json else show(summary))
        return exit_code

    guarded(action)


def progress(line: str) -> None:
    """What is being done, for people who wait at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"stillproof: {line}", err=True)


def dumps_with_null(value: Any) -> str:
    """JSON for programs: as our files, but with null for what does not exist."""
    import json

    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def show(summary: dict[str, Any]) -> str:
    """The summary for people."""
    code, reasons = summary["code"], summary["reasons"]
    lines = [
        f"code         [[{code['n']},{code['k']},{code['distance']}]]_{code['p']}, logicals {code['logicals']}",
        f"A            {' '.join(map(str, summary['enumerators']['A']))}",
        f"B            {' '.join(map(str, summary['enumerators']['B']))}",
        f"p_succ       {function(summary['success_probability'])}",
        f"delta_out    {function(next(iter(summary['map'].values())))}",
        f"             delta = depolarizing rate; conditioned on acceptance; output twirl {summary['output_twirl']}",
    ]
    leading = summary["suppression"]
    lines.append(
        f"suppression  delta_out = {leading['coefficient']} delta^{leading['order']} + O(delta^{leading['order'] + 1})"
        if leading
        else f"suppression  none: {reasons['suppression']}"
    )
    threshold = summary["threshold"]
    lines.append(
        f"threshold    {threshold['decimal']} (rounded), root of {polynomial(threshold['polynomial'])}"
        if threshold
        else f"threshold    none: {reasons['threshold']}"
    )
    lines += [
        f"not claimed  {name}: {reason}" for name, reason in reasons.items() if name not in ("suppression", "threshold")
    ]
    lines += [f"error        {message}" for message in summary.get("errors", [])]
    if summary["certificate"]:
        lines.append(f"certificate  {summary['certificate']}")
    counts = summary["claims"]
    lines.append(f"{summary['verdict'].upper()}: {counts['certified']} of {counts['total']} claims, by the checker")
    return "\n".join(lines)


def function(value: dict[str, list[str]]) -> str:
    """A rational function as text."""
    num, den = polynomial(value["num"]), polynomial(value["den"])
    return f"({num})" if den == "1" else f"({num}) / ({den})"


def polynomial(coefficients: list[str]) -> str:
    """A polynomial in delta as text, low degree first."""
    terms = []
    for k, c in enumerate(coefficients):
        if c != "0":
            power = "" if k == 0 else "delta" if k == 1 else f"delta^{k}"
            size = c.lstrip("-")
            factors = [size] * (size != "1" or k == 0) + [power] * (k > 0)
            terms.append(("- " if c.startswith("-") else "+ ") + " ".join(factors))
    text = " ".join(terms) or "+ 0"
    return "-" + text[2:] if text.startswith("- ") else text[2:]


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
@click.option("--fixtures", type=click.Path(path_type=Path), default=Path("fixtures"), show_default=True)
@click.option("--certificates", type=click.Path(path_type=Path), default=Path("proofs/certificates"), show_default=True)
@click.option("--build", type=click.Path(path_type=Path), default=Path("build/certificates"), show_default=True)
@click.option("--update", is_flag=True, help="Write the certificates to the committed folder.")
def verify(fixtures: Path, certificates: Path, build: Path, update: bool) -> None:
    """Recompute every statement, compare with the committed certificates, and run the checker.

    Example: stillproof verify
    """

    def action() -> int:
        from .verify import verify as run

        return run(fixtures, certificates, build, click.echo, update)

    guarded(action)
