"""Files in, verdicts out: every statement is paired with its certificate, and every claim is counted.

    python3 -I -S proofs FIXTURES CERTIFICATES [NAME ...] [--json]

FIXTURES holds codes/, states/ and statements/; CERTIFICATES holds NAME.jsonl for statements/NAME.json.
Exit code: 0 all claims certified; 10 something refuted or refused; 11 declined or missing; 12 malformed;
13 a limit; anything else, 1 and 2 included, means that the tool broke or was misused.  A claim on which it broke is a
row by itself ("broken"), the other verdicts stay, and the exit code is 1.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .entry import loader
from .entry.loader import constant, dumps, name, record, small, text, unread_object
from .entry.verdict import CERTIFIED, DECLINED, GRAVEST, Refusal, broken, require, supported, wellformed, within
from .entry.work import Work
from .lemmas import FORMAL, LEMMAS
from .rules.table import RULES
from .subject.state import State
from .subject.statement import Code, Facts, read_subject

USAGE = "usage: python3 -I -S proofs FIXTURES CERTIFICATES [NAME ...] [--json]"
Row = dict[str, Any]
MAX_CLAIMS = 256  # of a statement


@contextmanager
def blame(path: str, line: int = 1) -> Iterator[None]:
    """Say in a refusal which file, and which line of it, is at fault, unless it says so already.

    Any other exception is turned into a refusal that says so: one claim does not take the others down.
    """
    try:
        yield
    except Exception as fault:
        refusal = fault if isinstance(fault, Refusal) else broken(fault)
        if not refusal.file:
            refusal.file, refusal.line = path, max(line, refusal.line)
        raise refusal from None


def check_pair(fixtures: str, certificates: str, label: str) -> list[Row]:
    """One row for every claim of the statement, or one row for what keeps it from being read."""
    statement = os.path.join(fixtures, "statements", label + ".json")
    certificate = os.path.join(certificates, label + ".jsonl")
    try:
        with blame(statement):
            value, statement_hash = loader.read_statement(statement)
            own_name, code_at, state_at, claims = read_subject(value)
            wellformed(own_name == label, "statement.name", label, own_name)
            wellformed(len(claims) > 0, "statement.claims.inhabited", "at least one claim", 0)
            within(len(claims) <= MAX_CLAIMS, "statement.claims.count", f"at most {MAX_CLAIMS}", len(claims))
            ids = [read_id(claim, line) for line, claim in enumerate(claims, 2)]
            wellformed(len(set(ids)) == len(ids), "statement.claims.distinct", "distinct ids", ids)
            facts = read_facts(fixtures, code_at, state_at)
        with blame(certificate):
            supported(os.path.lexists(certificate), "certificate.present", certificate, "nothing")
            lines = loader.read_certificate(certificate)
            bind(lines, statement_hash, ids)
    except Refusal as refusal:
        return [row(label, {}, refusal)]
    rows = []
    for number, (claim, line) in enumerate(zip(claims, lines[1:]), 2):
        try:
            with blame(statement, number):
                check_claim(claim, line["witness"], facts, (statement, certificate), number)
            rows.append(row(label, claim, None))
        except Refusal as refusal:
            rows.append(row(label, claim, refusal))
    return rows


def read_facts(fixtures: str, code_at: dict[str, str], state_at: dict[str, str]) -> Facts:
    """The code and the state that the statement names, by name and hash."""
    work = Work()
    code, state = (
        read_subject_file(os.path.join(fixtures, folder, at["name"] + ".json"), at, kind)
        for folder, at, kind in (("codes", code_at, Code), ("states", state_at, lambda value: State(value, work)))
    )
    return Facts(code, state, work)


def read_subject_file(path: str, at: dict[str, str], kind: Callable[[Any], Any]) -> Any:
    """A code or a state, from a file with this name and this hash."""
    with blame(path):
        value, sha256 = loader.read_free(path)
        require(sha256 == at["sha256"], "statement.subject.sha256", at["sha256"], sha256)
        found = kind(value)
        wellformed(found.name == at["name"], "statement.subject.name", at["name"], found.name)
    return found


def read_id(claim: Any, line: int) -> str:
    """The id of a claim."""
    try:
        wellformed(isinstance(claim, dict), "claim.object", "an object", claim)
        return name(claim.get("id"))
    except Refusal as refusal:
        refusal.line = line
        raise


def rule_of(claim: dict[str, Any]) -> Any:
    """The rule of a claim's kind."""
    kind = claim.get("kind")
    supported(isinstance(kind, str) and kind in RULES, "claim.kind", sorted(RULES), kind)
    return RULES[str(kind)]


def bind(lines: list[Any], statement_hash: str, ids: list[str]) -> None:
    """The certificate is for this statement, has one line for every claim in its order, and is whole."""
    wellformed(len(lines) >= 2, "certificate.lines", "a header and a last line", len(lines))
    header = {"format": constant("stillproof-certificate/1"), "statement": text}
    found = record(lines[0], header)["statement"]
    require(found == "sha256:" + statement_hash, "certificate.witness.statement", statement_hash, found)
    end = record(lines[-1], {"end": small(0, 1 << 20)})["end"]
    body = []
    for number, line in enumerate(lines[1:-1], 2):
        with blame("", number):
            body.append(record(line, {"claim": name, "witness": unread_object})["claim"])
    require(end == len(body), "certificate.witness.end", len(body), end)
    require(body == ids, "certificate.witness.claims", ids, body)


def check_claim(
    claim: Any, witness: Any, facts: Facts, files: tuple[str, str] = ("statement", "certificate"), line: int = 1
) -> None:
    """Read one claim and its witness by its kind's rule, and check it; `files` are the statement and certificate."""
    try:
        with blame(files[0], line):
            rule = rule_of(claim)
            head = {"convention": constant(rule.CONVENTION), "id": name, "kind": text, "place": text}
            read = record(claim, {**head, **rule.fields(facts)})
        with blame(files[1], line):
            shown = record(witness, rule.witness(facts))
        established = rule.check(read, shown, facts)
    except Refusal as refusal:
        with blame(files[".witness." in refusal.check], line):
            raise
    facts.by_id[read["id"]] = established


def row(label: str, claim: Any, refusal: Refusal | None) -> Row:
    """One line of the report."""
    rule = RULES.get(str(claim.get("kind", "")))
    return {
        "statement": label,
        "claim": claim.get("id", ""),
        "place": claim.get("place", ""),
        "file": refusal.file if refusal else "",
        "line": refusal.line if refusal else 0,
        "code": refusal.code if refusal else CERTIFIED,
        "verdict": refusal.word if refusal else "certified",
        "message": str(refusal or ""),
        "lemmas": list(rule.LEMMAS) if rule else [],
    }


def exit_code(rows: list[Row]) -> int:
    """The gravest verdict; no row at all is a refusal to say yes."""
    codes = {entry["code"] for entry in rows} or {DECLINED}
    return next((code for code in GRAVEST if code in codes), CERTIFIED)


def plain(line: str) -> str:
    """A line in printable ASCII, whatever the names of files are."""
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in line)


def report(rows: list[Row]) -> list[str]:
    """The report as lines; the last one is the verdict."""
    lines = []
    for entry in rows:
        lines.append(f"{entry['verdict']:<10} {entry['statement']}  {entry['claim']}  [{entry['place']}]")
        if entry["message"]:
            lines.append(f"{entry['file']}:{entry['line']}: {entry['message']}")
        if entry["lemmas"]:
            lines.append(f"           rests on {', '.join(entry['lemmas'])}")
    footprint = sorted({lemma for entry in rows for lemma in entry["lemmas"]})
    lines += ["", "In brackets: where the statement's author places a claim; nobody checks that."]
    lines += ["", "Footprint:", *(f"  {x}: {LEMMAS[x]} [{FORMAL.get(x, 'not yet formal')}]" for x in footprint), ""]
    good = sum(entry["code"] == CERTIFIED for entry in rows)
    code = exit_code(rows)
    # a statement that is not there or not of the format has one row, about no claim, which blames the statement's file
    read = {x["statement"] for x in rows if x["claim"] or not x["file"].endswith(f"statements/{x['statement']}.json")}
    whole = sum(not entry["claim"] for entry in rows)
    counted = f"{good} of {len(rows) - whole} claims{' checked' * bool(whole)}, statements read: {len(read - {''})}"
    counted += f", refused as a whole: {whole}" * bool(whole)
    lines.append(f"CERTIFIED: {counted}" if code == CERTIFIED else f"NOT CERTIFIED ({code}): {counted}")
    return lines


def all_names(fixtures: str, certificates: str) -> list[str]:
    """The names of all statements; a statement or a certificate that would be passed over is a refusal."""
    found = []
    for folder, suffix in ((os.path.join(fixtures, "statements"), ".json"), (certificates, ".jsonl")):
        entries = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        with blame(folder):
            odd = [entry for entry in entries if not entry.endswith(suffix)]
            wellformed(not odd, "folder.suffix", f"files with the suffix {suffix} only", odd)
        found.append([entry.removesuffix(suffix) for entry in entries])
    with blame(certificates):
        stray = sorted(set(found[1]) - set(found[0]))
        supported(not stray, "folder.stray", "a statement for every certificate", stray)
    return found[0]


def main() -> None:
    """The command line."""
    sys.set_int_max_str_digits(0)  # `loader` bounds the digits itself
    words = [word for word in sys.argv[1:] if word != "--json"]
    if len(words) < 2 or any(word.startswith("-") for word in words):
        print(__doc__ if "--help" in words else USAGE, file=sys.stderr)
        sys.exit(2)
    fixtures, certificates, *asked = words
    try:
        names = sorted(set(asked)) or all_names(fixtures, certificates)
        rows = [entry for label in names for entry in check_pair(fixtures, certificates, label)]
    except Refusal as refusal:
        rows = [row("", {}, refusal)]
    except OSError as error:  # a folder that cannot be listed
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        sys.exit(1)
    as_json = "--json" in sys.argv
    shown = dumps({"code": exit_code(rows), "rows": rows}) if as_json else "\n".join(map(plain, report(rows)))
    try:
        os.fstat(1)
        print(shown, flush=True)
    except OSError as error:  # nobody hears the verdict: that is not success
        print(f"stdout: {error.strerror}", file=sys.stderr, flush=True)
        os._exit(1)
    sys.exit(exit_code(rows))
