"""`stillproof show`: all protocols of the fixtures side by side, as stated; whether that holds is for `verify`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError
from ..exact.algebraic import log_ratio_floor
from ..exact.decimals import rounded_decimal, to_places
from ..exact.reading import rational
from ..files.places import statement_names
from ..protocols.state import StateFamily
from ..statements.stated import Stated, at_zero, read_stated, well_formed
from ..words.sentences import Sentences
from ..words.tables import blocks, width

DIGITS, SHORT = 25, 10  # of a threshold: in a row, in the table
PLACES = 4  # of a yield exponent


def rows(fixtures: Path, names: Sequence[str] = ()) -> list[dict[str, Any]]:
    """One row for every output of every statement about a map or about several outputs, sorted by the statement's id.

    `names` are the ids of the statements; without any, all of the folder.  An output has a row if a leading term or a
    threshold of it is stated; a statement without both has one row.  Raises InputError, Declined.
    """
    found, without = [], 0
    for name in names or statement_names(fixtures):
        with well_formed(fixtures, name):
            stated = read_stated(fixtures, name)
            if stated.source is None:
                without += 1
            else:
                found += [row(stated, stated.source, output) for output in with_a_claim(stated)]
    if not found:
        reason = f"none of {without} statements is about a map or about outputs" if without else "no statement to show"
        raise Declined(f"{fixtures / 'statements'}: {reason}")
    return found


def with_a_claim(stated: Stated) -> list[str | None]:
    """The outputs of the source that a leading term or a threshold is stated of; None without one."""
    known = [claim["output"] for kind in ("suppression", "threshold") for claim in stated.about(kind)]
    return list(dict.fromkeys(known)) or [None]


def row(stated: Stated, main: dict[str, Any], output: str | None) -> dict[str, Any]:
    """The row of one output of the source `main` of a statement; every claim in it rests on that source."""
    code = stated.code or dict.fromkeys(("distance", "k", "n", "p"))
    parameters = main["parameters"] if main["kind"] == "map" else [main["parameter"]]
    leading = next(iter(stated.about("suppression", output=output)), None)
    threshold = next(iter(stated.about("threshold", output=output)), None)
    counted = next(iter(stated.resting("yield", leading)), None) if leading else None
    return {
        "code": {"name": stated.protocol.code.name, **{key: code[key] for key in ("distance", "k", "n", "p")}},
        "coefficient": leading["coefficient"] if leading else None,
        "conventions": {
            "accepted": "every stabilizer +1",
            "corrected": len(stated.accepted(counted).get("stabilizers", [])),
            "output": output,
            "quantity": stated.measured,
            "twirl": main.get("output-twirl", []),
        },
        "id": stated.name,
        "magic": stated.magic(output),
        "inputs": counted["inputs"] if counted else None,
        "order": leading["order"] if leading else None,
        "parameter": ", ".join(parameters),
        "state": stated.state.name,
        "success_probability_at_zero": str(at_zero(main["success"])),
        "threshold": crossing(threshold) if threshold else edge(stated),
        "yield_exponent": counted["exponent"] if counted else None,
    }


def crossing(claim: dict[str, Any]) -> dict[str, Any]:
    """What a `threshold` claim says."""
    keys = ("bound", "infidelity", "interval", "polynomial")
    return {"decimal": decimal(claim, DIGITS), **{key: claim[key] for key in keys}}


def edge(stated: Stated) -> dict[str, Any] | None:
    """What a `basin-threshold` claim says, with its segment; one about depolarizing noise on the target first."""
    points = {claim["id"]: claim["point"] for claim in stated.about("trapping")}
    edges = [claim for basin in stated.about("basin") for claim in stated.resting("basin-threshold", basin)]
    if not edges:
        return None
    found = sorted(edges, key=lambda claim: not depolarized_target(claim, points, stated.state))[0]
    return {
        "basin": found["region"],
        "decimal": decimal(found, DIGITS),
        "depolarizing": depolarized_target(found, points, stated.state),
        "interval": found["interval"],
        "segment": [found["start"], found["end"]],
    }


def depolarized_target(claim: dict[str, Any], points: dict[str, list[str]], family: StateFamily) -> bool:
    """Whether the segment goes from the pure target at 0 to the maximally mixed state, and is about the target."""
    at_zero = claim["start"] == ["0", "0"] == points.get(claim["region"])
    try:
        return at_zero and family.starts_pure and list(map(rational, claim["end"])) == family.maximally_mixed
    except Declined:
        return False


def decimal(value: dict[str, Any], digits: int) -> str:
    """A number between the ends of its interval; where the interval is wide, both ends."""
    low, high = map(rational, value["interval"])
    return rounded_decimal(low, high, digits)


COLUMNS = ("id", "output", "code", "leading term", "state", "threshold", "p_succ(0)", "xi")


def table(found: list[dict[str, Any]], folder: str | None) -> str:
    """The rows as text, and where they are from: a folder, or None where others say it.

    Raises InputError where a row is no row.
    """
    try:
        return "\n".join(lines(found, folder))
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        raise InputError(folder or "the statements", "statements (docs/formats/statement.md)", error) from None


def lines(found: list[dict[str, Any]], folder: str | None) -> list[str]:
    """The lines of the table."""
    shown = []
    for head, dashes, *rest in blocks([COLUMNS, *map(cells, found)], width(), 2):
        shown += [SENTENCES.say("row", cells=head), SENTENCES.say("dashes", dashes=dashes)]
        shown += [*(SENTENCES.say("row", cells=line) for line in rest), ""]
    notes = [SENTENCES.say(note) for note in ("success", "magic", "yield", "output", "threshold", "iterated")]
    source = [] if folder is None else [SENTENCES.say("source", folder=folder)]
    return [*shown, *notes, *source]


SENTENCES = Sentences(
    {
        "row": "{cells:cells}",
        "dashes": "{dashes:dashes}",
        "success": "p_succ(0): every stabilizer +1, all parameters 0; a star: some syndromes are corrected instead, "
        "and xi counts so.",
        "magic": "no magic: the target of this output is a stabilizer state, which Clifford operations make without "
        "any input.",
        "yield": "xi = log(order) / log(inputs per output at 0), rounded towards 0; outputs in a joint target count as "
        "one.",
        "output": "output: the parameter (by overlap: where only its overlap with the target is known), "
        "or the infidelity of one of several outputs, or of any.",
        "threshold": "threshold: of this output, against the input in the same quantity, an infidelity against that of "
        "one input; on (0, b): nothing is said above b.",
        "iterated": "iterated: the edge of a basin on a segment, from a state at x = 0 to one at x = 1; delta: from "
        "the target to the maximally mixed state.",
        "source": "As stated in {folder:text}: `show` reads statements and checks nothing; `stillproof check` checks "
        "them against certificates.",
    }
)


def cells(found: dict[str, Any]) -> tuple[str, ...]:
    """The cells of one row."""
    code, threshold, exponent = found["code"], found["threshold"], found["yield_exponent"]
    x, conventions = found["parameter"], found["conventions"]
    corrected = "*" if conventions["corrected"] else ""
    overlap = " by overlap" if conventions["quantity"] == "overlap" else ""
    order = found["order"]
    leading = "-" if order is None else f"{found['coefficient']} {x}" + (f"^{order}" if order > 1 else "")
    xi = "-"
    if exponent:
        xi = to_places(fmpq(log_ratio_floor(order, rational(found["inputs"]), 10**PLACES), 10**PLACES), PLACES)
    return (
        found["id"],
        (conventions["output"] or x) + overlap + (" (no magic)" if found["magic"] is False else ""),
        "-" if code["n"] is None else f"[[{code['n']},{code['k']},{code['distance']}]]_{code['p']}",
        leading,
        found["state"],
        place(threshold, x) if threshold else "-",
        found["success_probability_at_zero"] + corrected,
        xi,
    )


def place(threshold: dict[str, Any], x: str) -> str:
    """A threshold in its unit, and where something is said of it."""
    shown = decimal(threshold, SHORT)
    if "segment" not in threshold:
        return f"{shown} {x}" + (f" on (0, {threshold['bound']})" if threshold["bound"] != "1" else "")
    if threshold["depolarizing"]:
        return f"{shown} delta, iterated"
    start, end = (f"({', '.join(point)})" for point in threshold["segment"])
    return f"{shown} from {start} to {end}, iterated"
