"""The flagship: every claim is certified, reproduced byte for byte, and a false one is refuted with a witness."""

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, Verdict, stillproof
from stillproof.commands.verify import verify

pytestmark = pytest.mark.quick

NAME = "golay11-strange"
Checker = Callable[..., Verdict]


@pytest.fixture
def copy(copy: Path) -> Path:
    """A copy to be spoiled, with this one statement."""
    return only(copy, NAME)


def only(copy: Path, *names: str) -> Path:
    """A copy without the other statements."""
    for path in (*copy.glob("fixtures/statements/*.json"), *copy.glob("certificates/*.jsonl")):
        if path.stem not in names:
            path.unlink()
    return copy


def statement(copy: Path) -> Path:
    return copy / "fixtures" / "statements" / f"{NAME}.json"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new))


def rebind(copy: Path) -> None:
    """Make the certificate name the edited statement: what a forger would do."""
    path = copy / "certificates" / f"{NAME}.jsonl"
    digest = hashlib.sha256(statement(copy).read_bytes()).hexdigest()
    path.write_text(re.sub("sha256:[0-9a-f]{64}", "sha256:" + digest, path.read_text()))


@pytest.mark.sample
@pytest.mark.long
def test_every_committed_claim_is_certified(checker: Checker) -> None:
    """But for the longest statements, which `make check` and `make verify` do."""
    long = ("qr23-strange", "qr17-strange", "bravyi-haah20-t")
    paths = [path for path in (ROOT / "fixtures" / "statements").glob("*.json") if path.stem not in long]
    verdict = checker(ROOT / "fixtures", ROOT / "proofs" / "certificates", *sorted(path.stem for path in paths))
    assert verdict.code == 0
    assert verdict.rows
    assert {row["verdict"] for row in verdict.rows} == {"certified"}
    assert len(verdict.rows) == sum(path.read_text().count('"id":') for path in paths)


@pytest.mark.sample
def test_certificates_are_reproduced_byte_for_byte(tmp_path: Path) -> None:
    """Of this and of small protocols; `make verify` does the same with all of them."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    shutil.copytree(ROOT / "proofs" / "certificates", tmp_path / "certificates")
    small = only(tmp_path, NAME, "five-qubit-t", "five-qutrit-h", "ccz8", "reed-muller-ququint")
    done = stillproof("verify", "--fixtures", small / "fixtures", "--certificates", small / "certificates",
                      "--build", tmp_path / "build")  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "reproduced byte for byte" in done.stdout
    assert re.search(r"\nVERIFIED: (\d+) of \1 claims certified", done.stdout)
    assert "no second road" not in done.stdout
    for built in (tmp_path / "build").glob("*.jsonl"):
        assert built.read_bytes() == (ROOT / "proofs" / "certificates" / built.name).read_bytes()


FALSE_STATEMENTS = [
    ('"13365","-71280"', '"13365","-71281"', "map.output", "map"),
    ('"den":["3779136"]', '"den":["3779137"]', "map.success", "map"),
    ('"528","0","7920"', '"528","1","7920"', "enumerator.counts", "enumerator"),
    ('"distance":5', '"distance":4', "code.distance", "code"),
    ('"coefficient":"55/18"', '"coefficient":"55/17"', "suppression.coefficient", "suppression"),
    ('"order":3', '"order":2', "suppression.order", "suppression"),
    ('"order":24', '"order":48', "twirl.order", "twirl"),
    ('"value":{"den":"1728"', '"value":{"den":"1729"', "projection.values", "projection-S"),
    ('"143/432"', '"144/433"', "term-weights.value", "term-weights"),
    ('"r":"-11924"', '"r":"-11923"', "radicals.witness.cube-root", "closed-form"),
    ('"inputs":"19008"', '"inputs":"19009"', "yield.inputs", "yield"),
    ('"63/565"', '"94/843"', "interval.order", "yield"),
    ('"bound":"3/4"', '"bound":"4/5"', "wigner.bound.needed", "wigner"),
    ('"value":"0.38715"', '"value":"0.38716"', "printed.rounding.low", "printed-threshold-5"),
    ('"value":"0.112"', '"value":"0.111"', "printed.rounding.high", "printed-yield"),
    ('"sends":{"S":"S","minus":"plus"', '"sends":{"S":"S","minus":"minus"', "clifford.sends", "H-prime"),
    ('"logical-eigenvalue":{"den":"1","m":12,"num":["0","0","1","0"]}',
     '"logical-eigenvalue":{"den":"1","m":12,"num":["0","0","-1","0"]}', "logical-action.eigenvalue", "logical-N"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "check", "claim"), FALSE_STATEMENTS, ids=[x[2] for x in FALSE_STATEMENTS])
def test_a_false_statement_is_refuted(copy: Path, checker: Checker, old: str, new: str, check: str, claim: str) -> None:
    edit(statement(copy), old, new)
    rebind(copy)
    verdict = checker(copy / "fixtures", copy / "certificates", NAME)
    assert verdict.first_failure == check, verdict.rows
    assert verdict.claim(claim)["code"] in (10, 12)
    assert verdict.code in (10, 12)


def test_verify_refutes_a_changed_coefficient_with_a_witness(copy: Path) -> None:
    for folder, name in (("fixtures/statements", "five-qubit-t.json"), ("certificates", "five-qubit-t.jsonl")):
        shutil.copy(ROOT / ("proofs" if name.endswith("l") else ".") / folder / name, copy / folder)
    only(copy, "five-qubit-t")
    edit(copy / "fixtures" / "statements" / "five-qubit-t.json", '["4","-14","7"]', '["4","-13","7"]')
    done = stillproof("verify", "--fixtures", copy / "fixtures", "--certificates", copy / "certificates",
                      "--build", copy / "build")  # fmt: skip
    assert done.returncode == 10, done.stdout + done.stderr
    assert "threshold: polynomial[1]: claimed -13, recomputed -14" in done.stdout
    assert "threshold.polynomial.sign" in done.stdout
    assert "NOT VERIFIED (10)" in done.stdout


def test_a_changed_certificate_is_refused_by_name(copy: Path, checker: Checker) -> None:
    edit(copy / "certificates" / f"{NAME}.jsonl", '"cube-root":["-524"]', '"cube-root":["-523"]')
    verdict = checker(copy / "fixtures", copy / "certificates")
    assert verdict.code == 10
    assert verdict.first_failure == "radicals.witness.cube-root"
    row = verdict.claim("closed-form")
    assert row["verdict"] == "refused"
    assert row["file"].endswith(f"{NAME}.jsonl")
    assert row["line"] == 25


def test_the_statement_hash_binds_the_certificate(copy: Path, checker: Checker) -> None:
    edit(statement(copy), '"order":3', '"order":2')
    assert checker(copy / "fixtures", copy / "certificates").first_failure == "certificate.witness.statement"


def test_vacuity_is_never_success(copy: Path, checker: Checker) -> None:
    certificate = copy / "certificates" / f"{NAME}.jsonl"
    lines = certificate.read_text().splitlines(keepends=True)
    certificate.write_text("".join(lines[:-1]))
    assert checker(copy / "fixtures", copy / "certificates").code == 12
    certificate.write_text(lines[0] + '{"end":0}\n')
    assert checker(copy / "fixtures", copy / "certificates").code == 10
    certificate.unlink()
    assert checker(copy / "fixtures", copy / "certificates").code == 11
    statement(copy).unlink()
    assert checker(copy / "fixtures", copy / "certificates").code == 11
    done = stillproof("verify", "--fixtures", copy / "fixtures", "--certificates", copy / "certificates",
                      "--build", copy / "build")  # fmt: skip
    assert done.returncode == 11


def test_verify_fails_without_the_committed_certificate(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    only(tmp_path, "five-qubit-t")
    done = stillproof("verify", "--fixtures", tmp_path / "fixtures", "--certificates", tmp_path / "certificates",
                      "--build", tmp_path / "build")  # fmt: skip
    assert done.returncode == 11
    assert "DIFFERS" in done.stdout


def test_a_statement_that_is_declined_takes_no_other_one_down(tmp_path: Path) -> None:
    bases = ROOT / "tests" / "bases"
    for folder in ("codes", "states"):
        shutil.copytree(bases / folder, tmp_path / folder)
    (tmp_path / "statements").mkdir()
    for name in ("four-two-t-gate", "octet", "steep"):  # the engine has no rational success probability for `octet`
        shutil.copy(bases / "statements" / f"{name}.json", tmp_path / "statements")
    said: list[str] = []
    code = verify(tmp_path, bases / "certificates", tmp_path / "build", said.append)
    assert code == 11
    assert any(line.startswith(f"{tmp_path}/statements/octet.json: ") for line in said)
    assert {line.split()[1] for line in said if line.startswith("certified ")} == {"four-two-t-gate", "steep"}
    assert said[-1].startswith("NOT VERIFIED (11): ")
    assert said[-1].endswith("statements read: 2")
