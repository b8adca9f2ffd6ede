"""`stillproof show`: all protocols of the fixtures side by side, as stated; whether that holds is for `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .algebraic import rational, rounded_decimal
from .errors import Declined, InputError
from .files import read_json
from .sentences import Sentences

DIGITS, SHORT = 25, 12  # of a threshold: in a row, in the table


def rows(fixtures: Path) -> list[dict[str, Any]]:
    """One row for every statement about a map or about several outputs, sorted by id.  Raises InputError, Declined."""
    found = []
    for path in sorted((fixtures / "statements").glob("*.json"), key=lambda path: path.stem):
        value = read_json(path)
        if not isinstance(value, dict) or not isinstance(value.get("claims"), list):
            raise InputError(str(path), "a statement", type(value).__name__)
        try:
            claims = {kind: of_kind(value["claims"], kind) for kind in ("map", "outputs", "code", "suppression")}
            if claims["map"] or claims["outputs"]:
                found.append(row(value, claims))
        except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
            raise InputError(str(path), "a statement (docs/formats/statement.md)", error) from None
    if not found:
        raise Declined(f"{fixtures / 'statements'}: no statement to show")
    return found


def of_kind(claims: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """The claims of a kind."""
    return [claim for claim in claims if claim["kind"] == kind]


def row(statement: dict[str, Any], claims: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The row of one statement, about its first output."""
    every = statement["claims"]
    source = (claims["map"] or claims["outputs"])[0]
    code = claims["code"][0]
    parameters = source["parameters"] if claims["map"] else [source["parameter"]]
    success = source["success"]
    start, below = (
        part[0] if len(parameters) == 1 else (*part[0], "0")[0] for part in (success["num"], success["den"])
    )
    known = {source["id"], *(claim["id"] for claim in every if claim.get("of") == source["id"])}
    every = [claim for claim in every if claim.get("of", source["id"]) in known]
    leading = next(iter(of_kind(every, "suppression")), None)
    output = leading["output"] if leading else None
    thresholds = [claim for claim in of_kind(every, "threshold") if claim["output"] == output]
    ids = {claim["id"] for claim in every if claim.get("output") == output}
    yields = [claim for claim in of_kind(every, "yield") if claim["of"] in ids]
    corrections = of_kind(every, "correction")
    found: dict[str, Any] = {
        "code": {"name": statement["code"]["name"], **{key: code[key] for key in ("distance", "k", "n", "p")}},
        "coefficient": leading["coefficient"] if leading else None,
        "conventions": {
            "accepted": "every stabilizer +1",
            "corrected": len(corrections[0]["stabilizers"]) if corrections else 0,
            "output": output,
            "quantity": quantity(source),
            "twirl": source.get("output-twirl", []),
        },
        "id": statement["name"],
        "order": leading["order"] if leading else None,
        "parameter": ", ".join(parameters),
        "state": statement["state"]["name"],
        "success_probability_at_zero": str(rational(start) / rational(below)),
        "threshold": None,
        "yield_exponent": yields[0]["exponent"] if yields else None,
    }
    if thresholds:
        low, high = (rational(x) for x in thresholds[0]["interval"])
        found["threshold"] = {
            "bound": thresholds[0]["bound"],
            "decimal": rounded_decimal(low, high, DIGITS),
            "infidelity": thresholds[0]["infidelity"],
            "interval": thresholds[0]["interval"],
            "polynomial": thresholds[0]["polynomial"],
        }
    edges = [claim for claim in of_kind(every, "basin-threshold") if claim["start"] == ["0", "0"]]
    if edges and not thresholds:
        low, high = (rational(x) for x in edges[0]["interval"])
        found["threshold"] = {
            "basin": edges[0]["region"],
            "decimal": rounded_decimal(low, high, DIGITS),
            "interval": edges[0]["interval"],
        }
    return found


def quantity(source: dict[str, Any]) -> str:
    """What the outputs of a `map` or `outputs` claim measure."""
    if source["kind"] == "outputs":
        return "infidelity"
    return "parameter" if source["output-match"] == "state" else "overlap"


COLUMNS = ("id", "code", "state", "output", "leading term", "threshold", "p_succ(0)", "xi")


def table(found: list[dict[str, Any]], source: str) -> str:
    """The rows as text, and where they are from.  Raises InputError where a row is no row."""
    try:
        return "\n".join(lines(found, source))
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        raise InputError(source, "statements (docs/formats/statement.md)", error) from None


def lines(found: list[dict[str, Any]], source: str) -> list[str]:
    """The lines of the table."""
    rows = [COLUMNS, *map(cells, found)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(COLUMNS))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in rows]
    dashes = SENTENCES.say("dashes", dashes="  ".join("-" * width for width in widths))
    head, *rest = (SENTENCES.say("row", cells=line) for line in shown)
    notes = [SENTENCES.say(note) for note in ("success", "yield", "iterated")]
    return [head, dashes, *rest, "", *notes, SENTENCES.say("source", folder=source)]


SENTENCES = Sentences(
    {
        "row": "{cells:cells}",
        "dashes": "{dashes:dashes}",
        "success": "p_succ(0): every stabilizer +1, all parameters 0; a star: some syndromes are corrected instead, "
        "and xi counts so.",
        "yield": "xi = log(order) / log(inputs per output at 0), rounded towards 0.  output: the parameter, or of "
        "several outputs.",
        "iterated": "iterated: the edge of the basin of the state at 0, on the line to the maximally mixed state, for "
        "two parameters.",
        "source": "As stated in {folder:text}; nothing is proved here: `stillproof verify` has every one of these "
        "numbers certified.",
    }
)


def cells(found: dict[str, Any]) -> tuple[str, ...]:
    """The cells of one row."""
    code, threshold, exponent = found["code"], found["threshold"], found["yield_exponent"]
    x = found["parameter"]
    corrected = "*" if found["conventions"]["corrected"] else ""
    order = found["order"]
    leading = "-" if order is None else f"{found['coefficient']} {x}" + (f"^{order}" if order > 1 else "")
    shown = "-"
    if threshold:
        low, high = (rational(end) for end in threshold["interval"])
        shown = f"{rounded_decimal(low, high, SHORT)} {'delta, iterated' if 'basin' in threshold else x}"
    xi = "-"
    if exponent:
        xi = f"0.{int((rational(exponent[0]) * 10**4).floor()):04d}"
    return (
        found["id"],
        f"[[{code['n']},{code['k']},{code['distance']}]]_{code['p']}",
        found["state"],
        found["conventions"]["output"] or x,
        leading,
        shown,
        found["success_probability_at_zero"] + corrected,
        xi,
    )
