"""What the road to the kernel reads: a statement with its code, its state and its certificate.

The readers and the hashes are those of the Python checker (`stillproof_check.entry.loader`): strict bytes, one
spelling, and ids for what is wrong.  The statement names code and state by name and SHA-256, the certificate names the
statement by SHA-256; each is compared with the file.  Every claim has the convention of its kind.  What is handed on is
the JSON that was read; `whole` and `rational` turn its texts into numbers, and only numbers are ever written into Coq.
"""

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "proofs"))

from stillproof_check import run  # noqa: E402
from stillproof_check.entry import loader  # noqa: E402
from stillproof_check.entry.verdict import Refusal, require, supported, wellformed  # noqa: E402
from stillproof_check.entry.work import Work  # noqa: E402
from stillproof_check.rules.table import RULES  # noqa: E402
from stillproof_check.subject.state import State  # noqa: E402
from stillproof_check.subject.statement import Code, Facts, read_subject  # noqa: E402

__all__ = ["RULES", "Refusal", "require", "supported", "wellformed"]  # of the checker, for the other files here
blame = run.blame
HEAD = ("convention", "id", "kind", "place")  # of every claim: the convention is compared here, the rest is for people


@dataclass(frozen=True)
class Places:
    """The folders that the road starts from."""

    fixtures: Path = ROOT / "fixtures"
    certificates: Path = ROOT / "proofs" / "certificates"

    def statement(self, name):
        """The path of a statement."""
        return str(self.fixtures / "statements" / f"{name}.json")


COMMITTED = Places()


@dataclass(frozen=True)
class Subject:
    """A statement, its SHA-256, its code and state, and the witnesses of its certificate by claim id."""

    name: str
    sha256: str
    claims: list
    code: dict
    state: dict
    witness: dict
    path: str
    noise: Fraction | None  # the infidelity of one input over the family's parameter, for one parameter

    def blame(self, number):
        """Say in a refusal that the claim of this number, counted from 1, is at fault."""
        return blame(self.path, number + 1)


def read(name, kinds, places):
    """The statement of this name; the fields of claims of these kinds are read strictly, too."""
    path = places.statement(name)
    with blame(path):
        value, sha256 = loader.read_statement(path)
        own, code_at, state_at, claims = read_subject(value)
        wellformed(own == name, "statement.name", name, own)
        wellformed(len(claims) > 0, "statement.claims.inhabited", "at least one claim", 0)
        ids = [run.read_id(claim, line) for line, claim in enumerate(claims, 2)]
        wellformed(len(set(ids)) == len(ids), "statement.claims.distinct", "distinct ids", ids)
    work = Work()
    code, code_read = part(places.fixtures / "codes", code_at, Code)
    state, state_read = part(places.fixtures / "states", state_at, lambda value: State(value, work))
    certificate = str(places.certificates / f"{name}.jsonl")
    with blame(certificate):
        supported(Path(certificate).exists(), "certificate.present", certificate, "nothing")
        lines = loader.read_certificate(certificate)
        run.bind(lines, sha256, ids)
    facts = Facts(code_read, state_read, work)
    for number, (claim, line) in enumerate(zip(claims, lines[1:-1], strict=True), 2):
        with blame(path, number):
            rule = run.rule_of(claim)
            loader.constant(rule.CONVENTION)(claim.get("convention"))
            if claim["kind"] in kinds:
                loader.record(claim, {**dict.fromkeys(HEAD, loader.text), **rule.fields(facts)})
        if claim["kind"] in kinds:
            with blame(certificate, number):
                loader.record(line["witness"], rule.witness(facts))
    witness = {line["claim"]: line["witness"] for line in lines[1:-1]}
    noise = facts.noise() if len(state_read.parameters) == 1 else None
    return Subject(name, sha256, claims, code, state, witness, path, noise)


@contextmanager
def shaped(path):
    """Say in a refusal which statement is at fault; one of a shape that a generator stumbles over is declined."""
    with blame(path):
        try:
            yield
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise Refusal(11, "kernel.shape", "a statement of the shape that its instance has", repr(error)) from error


def part(folder, at, kind):
    """A code or a state from the file with this name and this hash: its JSON, and as the checker reads it."""
    path = str(folder / f"{at['name']}.json")
    with blame(path):
        value, sha256 = loader.read_free(path)
        require(sha256 == at["sha256"], "statement.subject.sha256", at["sha256"], sha256)
        found = kind(value)
        wellformed(found.name == at["name"], "statement.subject.name", at["name"], found.name)
    return value, found


def whole(value):
    """An integer from a JSON number or from a string of digits; never text."""
    return value if type(value) is int else loader.integer(value)


def rational(value):
    """A rational number from a string."""
    return loader.rational(value)
