"""`stillproof vectors`: test vectors for programs in any language, from what the checker has certified.

Every number is a certified claim, or the value of a certified function at a rational point.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from ..errors import Declined
from ..exact.decimals import to_digits
from ..exact.reading import rational
from ..files.places import statement_names
from ..files.text import new_folder, require_new, sha256
from ..operation.certified import require_certified
from ..statements.stated import read_named
from ..words.progress import Progress, unheard
from .exact import Algebraic, simplest
from .known import Known, known_of, rationals
from .values import value_at

FORMAT = "stillproof-vectors/1"
DIGITS = 15
POINTS = ("0", "1/1000", "1/100", "1/20", "1/10", "1/5")
CONVENTIONS = {
    "code": "T(u|v) is a product over the sites; for odd p of w^(u v / 2) X^u Z^v with w = exp(2 pi i / p), X|j> "
    "= |j+1>, Z|j> = w^j |j>, 1/2 taken mod p; for p = 2 of i^(u v) X^u Z^v, so that T(1|1) = Y. w = -1 "
    "for p = 2. A stabilizer [u, v] is w^s T(u|v), s its entry of signs, 0 where there are none; accepted"
    " is the joint +1 eigenspace.",
    "state": "rho = sum of weight times projector over the ensemble; weights are [c0, c1, ..] for c0 + c1 x1 + c2 "
    "x2 in the parameters, in order. An entry of a matrix is the list of the coefficients of 1, z, z^2, "
    ".. with z = exp(2 pi i / m), divided by den.",
    "functions": "num and den are coefficients by power of the parameter, low degree first; with two parameters rows "
    "by power of the first, entries by power of the second.",
    "quantities": "parameter: the output has the form of the family with these parameters, and is a state of the "
    "family where they are not negative and add up to at most 1. overlap: it has the overlap with the target that the "
    "family has at this parameter, and may be another state. infidelity: 1 - the overlap of the output with its "
    "target; nothing more is said about the state.",
    "success": "the probability of the outcome +1 of every stabilizer, every site in the same state of the family.",
    "outputs": "the output, given that outcome, after decoding; quantities says what each function measures. The label "
    "is the parameter; with several encoded qudits any is the infidelity of all of them together, and 1, 2, .. that of "
    "one, each to its part of the target.",
    "leading": "output = coefficient x^order + O(x^(order+1)) for x to 0.",
    "threshold": "0 < output < input below it and output > input above it up to bound; the one root x of the "
    "polynomial, integer coefficients, low degree first, in the interval, as a value of the parameter; infidelity: the "
    "interval of the infidelity of the input there. The input is the parameter x where the output is one, and the "
    "infidelity of one state of the family where the output is an infidelity.",
    "bounds": "for every x inside the range the function, an output or success, is in this relation to the value. "
    "Where the range begins at 0, the value is the input, and the relation is above or equal to, nothing is improved "
    "there.",
    "basin-threshold": "of two parameters: along start + x (end - start), with iteration, points up to the first end "
    "of the interval flow to the attractor in the region and points from the second end on do not; a shorter interval "
    "is right, too.",
    "decimal": f"{DIGITS} significant digits, correctly rounded, a half upwards.",
}
README = f"""Test vectors for magic-state distillation, format {FORMAT}.

index.json lists the protocols with the SHA-256 of their files; <id>.json has one protocol: its code, its state, its
conventions in words, and values.  All rationals are texts, p/q or p.

How to compare
  1. Read the stabilizers and the state, and the conventions beside them; compute with your own program.
  2. Exact arithmetic: compare with "exact", with "num" and "den" after cancelling, and with the enumerators.
  3. Floating point: compare with "decimal", which has {DIGITS} significant digits, correctly rounded; a program in
     double precision should agree to about 12 of them, or fewer where it subtracts nearly equal numbers.
  4. A threshold is the one root of its polynomial between the ends of its interval: compare with "decimal", or put
     your own value's neighbours into the polynomial and see the sign change.

How to judge a disagreement
  "corrected" has the success probability where some stabilizers are measured and their outcomes corrected instead of
  post-selected.  Other papers count the noise by the infidelity eps instead of by the rate delta of depolarizing
  noise; "state" says which parameter is meant here, "scales" by what to multiply it for the others.

What backs the values
  Every claim that a value rests on was certified by the independent checker of stillproof before these files were
  written; "backing" has the SHA-256 of the statement and of the certificate, and the ids of the claims.  A value at a
  point is the certified function at that rational, computed exactly.
"""


def vectors(
    fixtures: Path,
    names: Sequence[str],
    output: Path,
    progress: Progress = unheard,
    certificates: Path | None = None,
) -> list[str]:
    """Write the vectors of some protocols, or of all, to a new folder: all files or nothing.  Returns their ids.

    Raises Declined for an unknown protocol or for what has no map, InputError for a folder that is not empty.
    """
    require_new(output)
    chosen_names = sorted(set(names)) or statement_names(fixtures)
    read = [read_named(fixtures, name, certificates) for name in chosen_names]
    for stated in read if names else ():
        if stated.source is None:
            raise Declined(f"{stated.name} is about no single protocol: there is no map to make vectors of")
    found, chosen = {}, [stated for stated in read if stated.source is not None]
    if not chosen:
        raise Declined(f"{fixtures / 'statements'}: no protocol to make vectors of")
    rows = require_certified(fixtures, [stated.name for stated in chosen], certificates)
    for done, stated in enumerate(chosen, 1):
        found[stated.name] = text(vector(known_of(stated.passing(rows))))
        progress(done, len(chosen))
    listed = [{"file": f"{name}.json", "id": name, "sha256": sha256(content)} for name, content in found.items()]
    files = {f"{name}.json": content for name, content in found.items()}
    write(output, {**files, "index.json": text({"format": FORMAT, "protocols": listed}), "README.txt": README})
    return list(found)


def write(output: Path, files: dict[str, str]) -> None:
    """All files or none."""
    with new_folder(output) as scratch:
        for name, content in files.items():
            (scratch / name).write_text(content, encoding="ascii", newline="\n")


def text(value: Any) -> str:
    """A file for people and programs: sorted keys, lists of plain values on one line."""
    return "".join(spelled(value, "\n")) + "\n"


def spelled(value: Any, margin: str) -> Iterator[str]:
    """The parts of an indented JSON text."""
    nested = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(x, dict) for x in value))
    if not value or not nested:
        yield json.dumps(value, separators=(", ", ": "))
        return
    pairs = sorted(value.items()) if isinstance(value, dict) else [(None, x) for x in value]
    yield "{" if isinstance(value, dict) else "["
    for number, (key, part) in enumerate(pairs):
        yield ("," if number else "") + margin + "  " + ("" if key is None else json.dumps(key) + ": ")
        yield from spelled(part, margin + "  ")
    yield margin + ("}" if isinstance(value, dict) else "]")


def vector(known: Known) -> dict[str, Any]:
    """Everything about one protocol."""
    code, source, state = known.one("code"), known.source, known.protocol.state
    corrections, functions = known.stated.about("correction"), known.stated.outputs
    used = [code, source, *corrections]
    found: dict[str, Any] = {
        "code": {**known.protocol.code.json(), **{key: code[key] for key in ("distance", "k", "n", "p")}},
        "format": FORMAT,
        "id": known.name,
        "outputs": functions,
        "quantities": dict.fromkeys(functions, known.stated.measured),
        "points": [at for x in POINTS if (at := point(known, functions, x)) is not None],
        "state": {
            "definition": state.data,
            "name": state.name,
            "parameters": known.parameters,
            "scales": {name: str(scale) for name, scale in known.scales.items()},
        },
        "success": source["success"],
    }
    for key in ("output-clifford", "output-match", "output-twirl", "target"):
        if key in source:
            found[key] = source[key]
    if corrections:
        found["corrected"] = {key: corrections[0][key] for key in ("convention", "stabilizers", "success")}
    for claim in known.stated.of_kind("enumerator")[:1]:
        found["enumerators"] = {key: claim[key] for key in ("A", "B", "convention")}
        used.append(claim)
    for key, kind, make in (
        ("leading", "suppression", leading),
        ("bounds", "bound", bound),
        ("thresholds", "threshold", threshold),
        ("basin-thresholds", "basin-threshold", basin),
    ):
        if rows := known.stated.of_kind(kind):
            found[key] = [make(claim) for claim in rows]
            used += rows
    found["conventions"] = {
        **{key: claim["convention"] for key, claim in (("code-claim", code), ("source-claim", source))},
        **CONVENTIONS,
    }
    found["backing"] = {**known.digests, "claims": sorted(claim["id"] for claim in used)}
    return found


def point(known: Known, functions: dict[str, Any], x: str) -> dict[str, Any] | None:
    """Success probability and outputs where every parameter is x; None for no state, or where nothing is accepted."""
    at = dict.fromkeys(known.parameters, rational(x))
    if sum(at.values(), fmpq(0)) > 1:
        return None
    if value_at(known.source["success"], at) == 0:
        return None
    values = {label: number(value_at(function, at)) for label, function in functions.items()}
    found: dict[str, Any] = {
        "at": dict.fromkeys(known.parameters, x),
        "outputs": values,
        "success": number(value_at(known.source["success"], at)),
    }
    for claim in known.stated.about("correction")[:1]:
        found["success-corrected"] = number(value_at(claim["success"], at))
    return found


def number(value: fmpq) -> dict[str, str]:
    """A rational, exactly and as a decimal."""
    return {"decimal": to_digits(value, DIGITS), "exact": str(value)}


def leading(claim: dict[str, Any]) -> dict[str, Any]:
    """A leading term."""
    return {key: claim[key] for key in ("coefficient", "order", "output")}


def bound(claim: dict[str, Any]) -> dict[str, Any]:
    """A bound of an output, or of the success probability."""
    return {key: claim[key] for key in ("function", "range", "relation", "value")}


def threshold(claim: dict[str, Any]) -> dict[str, Any]:
    """A threshold.  A rational one is found as such, so that one halfway between two decimals is rounded, too."""
    low, high = rationals(claim["interval"])
    polynomial = fmpz_poly([int(c) for c in claim["polynomial"]])
    exact, digits = Algebraic(polynomial, low, high, fmpq(1)), DIGITS
    while len(shown := {to_digits(x, DIGITS) for x in (low, high)}) > 1:
        digits *= 2
        low, high = exact.bracket(digits)
        middle = simplest(low, high)
        if fmpq_poly(polynomial)(middle) == 0:
            low = high = middle
    return {
        **{key: claim[key] for key in ("bound", "infidelity", "interval", "output", "polynomial")},
        "decimal": shown.pop(),
    }


def basin(claim: dict[str, Any]) -> dict[str, Any]:
    """An enclosure of the edge of a basin."""
    return {key: claim[key] for key in ("end", "interval", "region", "start")}
