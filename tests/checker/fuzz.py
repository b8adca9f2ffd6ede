"""Coverage-guided fuzzing of the loader and of the rules' readers, with atheris (libFuzzer): `make fuzz`.

    python tests/checker/fuzz.py CORPUS -max_total_time=600

Every input is tried as a JSON text, a certificate, a statement, a code file, a state file, and a line of the flagship's
certificate under the claim that it names.  Only a `Refusal` may come out; what the loader accepts is its own spelling.
The inputs that reached new code are kept in tests/checker/fuzz_corpus/, and test_fuzz_corpus.py replays them.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "proofs")]

from stillproof_check import run  # noqa: E402
from stillproof_check.entry import loader  # noqa: E402
from stillproof_check.entry.verdict import Refusal  # noqa: E402
from stillproof_check.entry.work import Work  # noqa: E402
from stillproof_check.subject.state import State  # noqa: E402
from stillproof_check.subject.statement import Code, Facts, read_subject  # noqa: E402

NAME = "golay11-strange"
SCRATCH = Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))  # noqa: S108


def flagship() -> tuple[dict[str, tuple[object, dict[str, object]]], Facts]:
    """For every claim: the claim, and the facts before it."""
    value, _ = loader.read_statement(str(ROOT / "fixtures" / "statements" / f"{NAME}.json"))
    _, code_at, state_at, claims = read_subject(value)
    facts = run.read_facts(str(ROOT / "fixtures"), code_at, state_at)
    lines = loader.read_certificate(str(ROOT / "proofs" / "certificates" / f"{NAME}.jsonl"))
    before = {}
    for claim, line in zip(claims, lines[1:], strict=False):
        before[claim["id"]] = (claim, dict(facts.by_id))
        run.check_claim(claim, line["witness"], facts)
    return before, facts


BEFORE, FACTS = flagship()


def as_json(path: str, data: bytes) -> None:
    """A text that parses."""
    value = loader.parse_json(data)
    if loader.parse_json(loader.dumps(value).encode()) != value:
        raise AssertionError("the one spelling reads back as another value")


def as_certificate(path: str, data: bytes) -> None:
    """A certificate that is its own spelling."""
    lines = loader.read_certificate(path)
    if "".join(loader.dumps(line) + "\n" for line in lines).encode() != data:
        raise AssertionError("accepted a second spelling")
    run.bind(lines, "0" * 64, ["a"])


def as_statement(path: str, data: bytes) -> None:
    """A statement up to the heads of its claims."""
    value, _ = loader.read_statement(path)
    for line, claim in enumerate(read_subject(value)[3], 2):
        run.read_id(claim, line)


def as_code(path: str, data: bytes) -> None:
    """A code file."""
    Code(loader.read_free(path)[0])


def as_state(path: str, data: bytes) -> None:
    """A state file."""
    State(loader.read_free(path)[0], Work())


def as_line(path: str, data: bytes) -> None:
    """A line of the flagship's certificate; a claim that rests on a false witness would be found by the attack."""
    value = loader.parse_json(data)
    if isinstance(value, dict) and isinstance(value.get("claim"), str) and value["claim"] in BEFORE:
        claim, known = BEFORE[value["claim"]]
        loader.record(value, {"claim": loader.name, "witness": loader.unread_object})
        run.check_claim(claim, value["witness"], Facts(FACTS.code, FACTS.state, FACTS.work, dict(known)))


ROADS: list[Callable[[str, bytes], None]] = [as_json, as_certificate, as_statement, as_code, as_state, as_line]


def try_input(data: bytes) -> None:
    """Every road on one input; anything but a Refusal is a defect of the checker."""
    path = SCRATCH / "input"
    path.write_bytes(data)
    for road in ROADS:
        try:
            road(str(path), data)
        except Refusal:
            continue


def main() -> None:
    """Fuzz until libFuzzer stops."""
    import atheris

    atheris.instrument_all()
    atheris.Setup(sys.argv, try_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
