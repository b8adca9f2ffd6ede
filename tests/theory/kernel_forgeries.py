"""Forgeries for the road from JSON to "kernel-checked": one edit each of the files that `make prove` starts from.

What names the edited file by its hash follows the edit, unless the case says that it does not.  `check` is the reason
that the road gives.  Some are found while reading, before Coq is asked.  `kernel.theorem` is Coq's own: what the claim
then says is not what the theorem of the instance says.  `kernel.generated` means that the files which are committed
are no longer those that are generated.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import forge
from conftest import ROOT

COQ = "kernel.theorem"
COMMITTED = "kernel.generated"


@dataclass(frozen=True)
class Case:
    """One edit: the statement, the file, what is replaced by what, and how the road refuses it."""

    check: str
    code: int
    base: str
    file: str  # "statement", "code", "state" or "certificate"
    old: str  # a pattern that occurs once in the line; empty: the whole file
    new: str
    line: str = ""  # the id of the claim that is edited, if the file is the statement
    follow: bool = True


GOLAY, NORELL, FIVE, RM = "golay11-strange", "golay11-norell", "five-qubit-t", "reed-muller15-t"


def whole_file(folder: str, name: str, called: str, *edits: tuple[str, str]) -> str:
    """The text of a fixture under another name, with edits."""
    text = (ROOT / "fixtures" / folder / f"{name}.json").read_text()
    for old, new in edits:
        if old not in text:
            raise ValueError(f"{old} is not in {name}")
        text = text.replace(old, new)
    return re.sub(rf'"name": ?"{name}"', f'"name": "{called}"', text, count=1)


# states that a forger would put into the place of another: the noise of other weights, two members exchanged, the
# family upside down, the antipode of the target
OTHER_NOISE = whole_file("states", "strange", "strange", ("-2/3", "-1"), ("1/3", "1/2"))
EXCHANGED = whole_file("states", "strange", "strange", ('"minus"', "W"), ('"plus"', '"minus"'), ("W", '"plus"'))
REVERSED = whole_file("states", "t", "t", ('"1", "-1/2"', "W"), ('"0", "1/2"', '"1", "-1/2"'), ("W", '"0", "1/2"'))
ANTIPODE = whole_file(
    "states", "t", "t",
    ('"3","2","0","-1"', "W"), ('"3","-2","0","1"', '"3","2","0","-1"'), ("W", '"3","-2","0","1"'),
    ('"1","2","-2","-1"', "W"), ('"1","-2","-2","1"', '"1","2","-2","-1"'), ("W", '"1","-2","-2","1"'),
    ('"-1","2","2","-1"', "W"), ('"-1","-2","2","1"', '"-1","2","2","-1"'), ("W", '"-1","-2","2","1"'),
)  # fmt: skip

CASES = [
    # hashes: statement, code, state, certificate
    Case("statement.subject.sha256", 10, FIVE, "code", r"\[0, ?1, ?1, ?0, ?0\]", "[0,1,1,0,1]", follow=False),
    Case("statement.subject.sha256", 10, FIVE, "state", '"-1/2"', '"-1/3"', follow=False),
    Case("statement.subject.sha256", 10, GOLAY, "state", "", whole_file("states", "norell", "strange"), follow=False),
    Case("statement.subject.name", 12, GOLAY, "state", "", whole_file("states", "norell", "norell")),
    Case("certificate.witness.statement", 10, FIVE, "statement", '"distance":3', '"distance":4', "code", False),
    Case(
        "certificate.witness.statement", 10, GOLAY, "certificate", "",
        (ROOT / "proofs" / "certificates" / "qr17-strange.jsonl").read_text(),
    ),
    Case("certificate.witness.claims", 10, FIVE, "certificate", '"claim":"cycle"', '"claim":"circle"'),
    Case("certificate.witness.claims", 10, FIVE, "statement", '"id":"threshold"', '"id":"threshole"', "threshold"),
    Case("certificate.witness.end", 10, FIVE, "certificate", '"end":15', '"end":14'),
    # families: by what the file states, not by the name
    Case("polynomial.list", 12, GOLAY, "state", "", whole_file("states", "norell", "strange")),
    Case("projection.others.known", 12, GOLAY, "state", "", whole_file("states", "norell-depolarizing", "strange")),
    Case("state.parameters.meaning", 12, GOLAY, "state", "", OTHER_NOISE),
    Case(COQ, 10, GOLAY, "state", "", EXCHANGED),
    Case("state.parameters.meaning", 12, FIVE, "state", "", REVERSED),
    Case(COQ, 10, FIVE, "state", "", ANTIPODE),
    Case("state.projector.hermitian", 10, FIVE, "state", '\\["-1", ?"2", ?"2", ?"-1"\\]', '["1","2","2","-1"]'),
    # code
    Case("code.n", 10, FIVE, "statement", '"n":5', '"n":6', "code"),
    Case("code.k", 10, FIVE, "statement", '"k":1', '"k":2', "code"),
    Case("code.p", 10, FIVE, "statement", '"p":2', '"p":3', "code"),
    Case(COQ, 10, FIVE, "statement", '"distance":3', '"distance":4', "code"),
    Case(COQ, 10, GOLAY, "statement", '"distance":5', '"distance":7', "code"),
    Case(COQ, 10, FIVE, "code", r"\[0, ?1, ?1, ?0, ?0\]", "[0,1,1,0,1]"),
    # conventions, kinds and fields
    Case("text.constant", 12, FIVE, "statement", r"output < input on \(0, x\*\)", "output on (0, x*)", "threshold"),
    Case("text.constant", 12, GOLAY, "statement", "= 1, or 1 and 0", "= 2, or 1 and 0", "code"),
    Case("text.constant", 12, FIVE, "statement", '"kind":"threshold"', '"kind":"printed"', "threshold"),
    Case("claim.kind", 11, FIVE, "statement", '"kind":"threshold"', '"kind":"thresholds"', "threshold"),
    Case("object.keys", 12, FIVE, "statement", '"-14","7".}', '"-14","7"],"unit":"eps"}', "threshold"),
    Case("kernel.claim.rests-on", 11, FIVE, "statement", '"of":"map"', '"of":"enumerator"', "suppression"),
    Case("kernel.claim.rests-on", 11, FIVE, "statement", '"of":"threshold"', '"of":"suppression"', "square-root"),
    Case("kernel.claim.output", 12, FIVE, "statement", '"output":"delta"', '"output":"eps"', "threshold"),
    # values
    Case("projection.values", 10, GOLAY, "statement", '"count":11', '"count":10', "projection-plus"),
    Case("projection.others.known", 12, GOLAY, "statement", '."plus".,"place"', '["zero"],"place"', "projection-plus"),
    Case(COQ, 10, GOLAY, "statement", '"den":"1728"', '"den":"1727"', "projection-S"),
    Case(COQ, 10, GOLAY, "statement", r'"entries":\[\[\["0","2"', '"entries":[[["0","-2"', "H"),
    Case(COQ, 10, FIVE, "statement", r'"entries":\[\[\["0","1"', '"entries":[[["0","-1"', "cycle"),
    Case("kernel.clifford.field", 11, FIVE, "statement", '"m":24', '"m":16', "cycle"),
    Case(COQ, 10, FIVE, "statement", '"15","0"]', '"16","0"]', "enumerator"),
    Case(COQ, 10, FIVE, "statement", '"num":."0","0","20"', '"num":["0","0","21"', "map"),
    Case(COQ, 10, FIVE, "statement", '"den":."48".', '"den":["49"]', "map"),
    Case(COQ, 10, FIVE, "statement", '"5/2"', '"7/2"', "suppression"),
    Case(COQ, 10, FIVE, "statement", '"order":2', '"order":1', "suppression"),
    Case("suppression.coefficient", 10, FIVE, "statement", '"5/2"', '"0"', "suppression"),
    Case("threshold.infidelity", 10, FIVE, "statement", '"infidelity":."345', '"infidelity":["344', "threshold"),
    Case("yield.outputs", 10, FIVE, "statement", '"outputs":1', '"outputs":2', "yield"),
    Case("yield.exponent.range", 12, FIVE, "statement", '"exponent":."43/211"', '"exponent":["0"', "yield"),
    Case(COQ, 10, FIVE, "statement", '"bound":"1"', '"bound":"1/2"', "threshold"),
    Case(COQ, 10, FIVE, "statement", '"4","-14","7"', '"4","-13","7"', "threshold"),
    Case("threshold.infidelity", 10, FIVE, "statement", "57140504268859383/2", "57140504268859387/2", "threshold"),
    Case(COQ, 10, FIVE, "statement", '"s":"-1"', '"s":"1"', "square-root"),
    Case(COQ, 10, FIVE, "statement", '"inputs":"30"', '"inputs":"29"', "yield"),
    Case(COQ, 10, FIVE, "statement", '"161/790"', '"161/789"', "yield"),
    Case(COQ, 10, RM, "statement", '"at least"', '"at most"', "bound-low"),
    Case(COQ, 10, RM, "statement", '"1/10"', '"1/9"', "bound-high"),
    Case("kernel.bound", 11, RM, "statement", '"range":."0"', '"range":["1/20"', "bound-low"),
    Case(COQ, 10, NORELL, "statement", '"coefficients":.."1/1728"', '"coefficients":[["1/864"', "expansion-success"),
    Case(COQ, 10, NORELL, "statement", '"function":"eps0"', '"function":"epsS"', "expansion-eps0"),
    Case("expansion.shape", 12, NORELL, "statement", '"degree":3', '"degree":2', "expansion-eps0"),
    # what is then proved no more, and so no longer on the list
    Case(COMMITTED, 10, GOLAY, "statement", '"output-match":"state"', '"output-match":"fidelity"', "map"),
    Case(COMMITTED, 10, GOLAY, "statement", '"output-twirl":..', '"output-twirl":["H","N"]', "map"),
    Case("kernel.map.frame", 11, FIVE, "statement", r'"shift":.0,0.,"symplectic"', '"shift":[1,0],"symplectic"', "map"),
    # spelling
    Case("statement.canonical", 12, FIVE, "statement", '"k":1,', '"k":1, ', "code"),
    Case("integer.spelling", 12, FIVE, "statement", '"15","0"]', '"15","0)"]', "enumerator"),
    Case("integer.spelling", 12, FIVE, "certificate", '"0","2","-3","1"', '"0","2","-3","1]. Axiom"'),
]  # fmt: skip


def honest(base: str) -> tuple[forge.Files, dict[str, str]]:
    """The four files of a statement, and their paths by what they are."""
    statement = json.loads((ROOT / "fixtures" / "statements" / f"{base}.json").read_text())
    paths = {
        "code": f"codes/{statement['code']['name']}.json",
        "state": f"states/{statement['state']['name']}.json",
        "statement": f"statements/{base}.json",
    }
    files = {path: (ROOT / "fixtures" / path).read_bytes() for path in paths.values()}
    paths["certificate"] = f"certificates/{base}.jsonl"
    files[paths["certificate"]] = (ROOT / "proofs" / paths["certificate"]).read_bytes()
    return files, paths


def lay_out(case: Case, root: Path) -> None:
    """The files of a case below a folder: fixtures are `root`, certificates `root/certificates`."""
    files, paths = honest(case.base)
    target = paths[case.file]
    if case.old:
        lines = files[target].decode().splitlines(keepends=True)
        at = [i for i, line in enumerate(lines) if not case.line or f'"id":"{case.line}"' in line]
        text = "".join(lines[i] for i in at)
        edited, count = re.subn(case.old, lambda _: case.new, text, count=1)
        if count != 1 or edited == text:
            raise ValueError(f"{case.check}: {case.old} is not in {case.base}, {case.line}")
        lines[at[0] : at[-1] + 1] = [edited]
        files[target] = "".join(lines).encode()
    else:
        files[target] = case.new.encode()
    if case.follow:
        forge.follow(files, paths, case.file, "")
    forge.write(files, root)
