"""Your own code in every command: the same numbers as for its id, from a code file, a foreign file, and a folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from stillproof.cli import main
from stillproof.codes.code import read_code
from stillproof.commands.subject import listed, protocol_of, subjects
from stillproof.errors import Declined, InputError
from stillproof.files.named import PROTOCOLS, STATES, aliased
from stillproof.files.places import state_paths, statement_names
from stillproof.interface.code import Code
from stillproof.interface.state import State
from stillproof.protocols.state import read_state

FIXTURES = ROOT / "fixtures"
CODE = FIXTURES / "codes" / "five-qubit.json"
PAULIS = "XZZXI\nIXZZX\nXIXZZ\nZXIXZ\n"
WAYS = ("code file", "foreign file", "folder", "statement file")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder: Pauli text, a code file, and a folder that `certify -o` wrote."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "[[5,1,3]].txt").write_text(PAULIS)
    shutil.copy(CODE, folder / "mine.json")
    done = run("certify", folder / "[[5,1,3]].txt", "--state", "t", "-o", folder / "out")
    assert done.exit_code == 0, done.output
    return folder


def run(*arguments: object) -> Result:
    """A command in this process; stdout and stderr apart."""
    return CliRunner().invoke(main, [str(x) for x in arguments])


def named(home: Path, way: str) -> list[object]:
    """The arguments that name the five-qubit code with T states."""
    return {
        "id": ["five-qubit-t"],
        "code file": [home / "mine.json", "--state", "t"],
        "foreign file": [home / "[[5,1,3]].txt", "--state", FIXTURES / "states" / "t.json"],
        "folder": [home / "out"],
        "statement file": [home / "out" / "statements" / "5-1-3-t.json"],
    }[way]


def answer(*arguments: object) -> dict[str, Any]:
    """The JSON of a command that succeeds."""
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("way", WAYS)
def test_expect_and_plan_give_the_numbers_of_the_id(home: Path, way: str) -> None:
    before = sorted(home.rglob("*"))
    asked = ("--at", "eps=1/30", "--runs", 1000)
    ours, own = (answer("expect", *named(home, one), *asked) for one in ("id", way))
    assert own["success_probability"] == ours["success_probability"]
    # the stabilizers: 1 of weight 0 and 15 of weight 4, each with the value ((1 - delta)/sqrt 3)^4, delta = 1/15
    assert Fraction(own["success_probability"]["exact"]) == (1 + 15 * Fraction(14, 15) ** 4 / 9) / 16
    assert (own["band"], ours["read"]) == (ours["band"], [])
    asked = ("--input", "delta=1/100", "--target", "1e-9")
    ours, own = (answer("plan", *named(home, one), *asked) for one in ("id", way))
    keys = ("error", "inputs_per_output", "success_probability", "infidelity")
    assert [[x[key] for key in keys] for x in own["levels"]] == [[x[key] for key in keys] for x in ours["levels"]]
    assert own["read"][0].startswith("read           ")
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("way", ["id", *WAYS])
def test_every_other_command_takes_it(home: Path, way: str, tmp_path: Path) -> None:
    subject = named(home, way)
    found = answer("basin", *subject)
    low, high = (Fraction(x) for x in (found["flows_below"], found["fixed_points"][1]["interval"][1]))
    assert 7 * low**2 - 14 * low + 4 > 0 > 7 * high**2 - 14 * high + 4  # 1 - sqrt(3/7) is between
    (row,) = answer("show", *subject)
    assert (row["order"], row["coefficient"], row["success_probability_at_zero"]) == (2, "5/2", "1/6")
    done = run("questions", *subject)
    assert done.exit_code == 0, done.output
    names = {json.loads(line)["protocol"] for line in done.stdout.splitlines()}
    assert len(names) == 1
    done = run("vectors", *subject, "-o", tmp_path / "v")
    assert done.exit_code == 0, done.output
    (entry,) = json.loads((tmp_path / "v" / "index.json").read_text())["protocols"]
    vector = json.loads((tmp_path / "v" / entry["file"]).read_text())
    assert vector["leading"] == [{"coefficient": "5/2", "order": 2, "output": "delta"}]
    assert {entry["id"]} == names
    done = run("plot", *subject, "-o", tmp_path / "p")
    assert done.exit_code == 0, done.output
    assert f"map-{entry['id']}.svg" in {path.name for path in (tmp_path / "p").iterdir()}


@pytest.mark.parametrize("way", ["foreign file", "folder"])
def test_a_supplement_of_it_is_checked_in_its_folder(home: Path, way: str, tmp_path: Path) -> None:
    found = answer("supplement", *named(home, way), "-o", tmp_path / "anc")
    assert found["protocols"] == ["5-1-3-t"]
    assert (tmp_path / "anc" / "certificates.5-1-3-t.jsonl").is_file()


def test_several_ways_at_once_and_a_chain(home: Path) -> None:
    found = answer("show", "golay11-strange", home / "out", home / "mine.json", "--state", "t")
    assert [row["id"] for row in found] == ["golay11-strange", "5-1-3-t", "five-qubit-t"]
    chain = f"{FIXTURES / 'codes' / 'reed-muller15.json'},ccz8"
    levels = answer("plan", chain, "--state", "t-gate", "--input", "eps=1e-3", "--target", "1e-12")["levels"]
    ours = answer("plan", "reed-muller15-t,ccz8", "--input", "eps=1e-3", "--target", "1e-12")["levels"]
    assert [x["infidelity"] for x in levels] == [x["infidelity"] for x in ours]
    assert listed(f"{home / '[[5,1,3]].txt'},ccz8") == [str(home / "[[5,1,3]].txt"), "ccz8"]


def test_the_title_is_kept_beside_the_name(home: Path) -> None:
    lines = answer("expect", home / "[[5,1,3]].txt", "--state", "t", "--at", "eps=0.1", "--runs", 9)["read"]
    assert "title          [[5,1,3]], as a name 5-1-3" in lines
    assert lines[-1] == "certified      5-1-3-t: 12 of 12 claims, by the checker"


def test_no_statement_about_a_code_of_yours_has_an_id_of_ours(tmp_path: Path) -> None:
    """Another code called golay11, and our reed-muller15 with our state t: the id reed-muller15-t is about t-gate."""
    other = {**json.loads((FIXTURES / "codes" / "four-qutrit.json").read_text()), "name": "golay11"}
    (tmp_path / "golay11.json").write_text(json.dumps(other))
    with subjects([tmp_path / "golay11.json", "golay11-strange"], "strange") as found:
        (own, ours) = found.each
        assert own.startswith("golay11-")
        assert own != ours == "golay11-strange"
    with subjects([FIXTURES / "codes" / "reed-muller15.json"], "t") as found:
        assert found.each[0] not in statement_names(FIXTURES)


def test_a_path_comes_before_an_id_and_the_answer_says_so(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(home / "out", tmp_path / "golay11-strange")
    monkeypatch.chdir(tmp_path)
    found = answer("expect", "golay11-strange", "--at", "delta=0.1", "--runs", 9)
    assert found["protocol"] == "5-1-3-t"
    assert found["read"] == ["read           golay11-strange, the statement 5-1-3-t"]


def test_objects_of_python_are_taken_and_nothing_stays(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pair = Code.from_paulis(PAULIS.split(), name="five"), State.named("t")
    engine = read_code(CODE), read_state(FIXTURES / "states" / "t.json")
    with subjects([pair, engine, home / "out"]) as found:
        assert found.each == ["five-t", "five-qubit-t", "5-1-3-t"]
        assert found.fixtures.is_dir()
        assert found.fixtures.is_relative_to(tmp_path)
    assert not list(tmp_path.iterdir())
    own = protocol_of(pair)
    assert (own.code, own.family) == (pair[0].stabilizer_code, pair[1].family)


def test_each_alias_is_one_id_or_one_family() -> None:
    assert {aliased(name, statement_names(FIXTURES), PROTOCOLS) for name in PROTOCOLS} <= set(statement_names(FIXTURES))
    assert set(STATES.values()) <= set(state_paths(FIXTURES))
    # n to k of the codes that they name: a number of inputs that is another one would be another protocol
    for alias, name in PROTOCOLS.items():
        inputs = "".join(c for c in alias.partition("-to-")[0] if c.isdigit())
        statement = json.loads((FIXTURES / "statements" / f"{name}.json").read_text())
        code = next(claim for claim in statement["claims"] if claim["kind"] == "code")
        outputs = {"1": 1, "4": 4, "ccz": 3}[alias.partition("-to-")[2]]
        assert (code["n"], code["k"]) == (int(inputs), outputs), alias
    found = answer("expect", "15-to-1", "--at", "eps=0.01", "--runs", 9)
    assert (found["protocol"], found["read"]) == ("reed-muller15-t", ["read           15-to-1 is reed-muller15-t"])


BAD: dict[str, tuple[list[str], int, str]] = {
    "misspelled": (
        ["golay11-strang"],
        11,
        "no protocol is called golay11-strang; the nearest names: golay11-strange, ",
    ),
    "near an alias": (["15-to-2"], 11, "15-to-1 (reed-muller15-t)"),
    "far": (["nope"], 11, "no name is near; there are bravyi-haah20-t, "),
    "no name": (["|T>"], 12, "PROTOCOL: expected the name of a protocol: letters, digits, . and -, found |T>"),
    "state misspelled": (["mine.json", "--state", "h-qutri"], 11, "the nearest names: h-qutrit"),
    "no state": (["mine.json"], 11, "mine.json: a code needs a state family: give --state"),
    "two states": (
        ["five-qubit-t", "--state", "t"],
        12,
        "--state: expected no such option, as five-qubit-t is a statem",
    ),
    "answer for an id": (["five-qubit-t", "--p", "2"], 12, "--p: expected no such option, as five-qubit-t is"),
    "answer for our file": (["mine.json", "--state", "t", "--layout", "xz"], 12, "--layout: expected no such option"),
    "open question": (["rows.csv", "--state", "t"], 11, "--layout"),
    "other p": (["mine.json", "--state", "strange"], 12, "expected p = "),
    "no file": (["absent.json", "--state", "t"], 12, "absent.json: expected a regular file, found nothing to read"),
    "no code": (["empty", "--state", "t"], 12, "empty: expected a regular file, or a folder with one file hx"),
    "no statements": (["five-qubit-t", "--fixtures", "empty"], 12, "--fixtures: expected a folder with statements/"),
    "certificates alone": (["five-qubit-t", "--certificates", "empty"], 12, "--certificates: expected --fixtures"),
    "folders twice": (["out", "--fixtures", "out"], 12, "--fixtures: expected no such option, as out has statements"),
    "several": (
        ["two"],
        11,
        "one protocol is asked for, and the folder has 5-1-3-t, five-qubit-t: give one of its files",
    ),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("command", ["expect", "plan"])
def test_bad_subjects_are_one_sentence(
    case: str, command: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(home / "out", tmp_path / "out")
    shutil.copytree(home / "out", tmp_path / "two")
    shutil.copy(FIXTURES / "statements" / "five-qubit-t.json", tmp_path / "two" / "statements")
    shutil.copy(CODE, tmp_path / "mine.json")
    (tmp_path / "rows.csv").write_text("1,0,0,1\n0,1,1,0\n")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    subject, code, message = BAD[case]
    more = ["--at", "eps=0.1", "--runs", 9] if command == "expect" else ["--input", "eps=0.1", "--target", "1e-9"]
    done = run(command, *subject, *more)
    assert (done.exit_code, done.stdout) == (code, ""), done.output
    assert done.stderr.startswith("stillproof: ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_spoiled_certificate_is_not_believed(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "out", tmp_path / "out")
    path = tmp_path / "out" / "certificates" / "5-1-3-t.jsonl"
    path.write_text(path.read_text().replace("witness", "witnes", 1))
    for command in (["expect", "--at", "eps=0.1", "--runs", 9], ["plan", "--input", "eps=0.1", "--target", "1e-9"]):
        done = run(command[0], tmp_path / "out", *command[1:])
        assert (done.exit_code, done.stdout) == (11, "")
        assert done.stderr.startswith("stillproof: not certified: 5-1-3-t: ")


def test_what_raises_is_ours() -> None:
    for given, error in (("golay11-strang", Declined), ("|T>", InputError), (Path("absent"), InputError)):
        with pytest.raises(error), subjects([given]):
            pass


def test_a_point_of_basin_can_be_on_the_way_to_the_maximally_mixed_state() -> None:
    """The mixed state of the Norell triangle is (1/3, 1/3), and a Pauli of probability 8/9 is the whole way."""
    found = answer("basin", "golay11-norell", "--level", 4, "--at", "delta=1/100", "--at", "pauli=2/75", "--at", "0,0")
    assert [x["point"] for x in found["flows"]] == [["1/300", "1/300"], ["1/100", "1/100"], ["0", "0"]]
    assert [line.split(",")[0] for line in found["read"]] == [
        "given        delta = 1/100 on the way from the target to the maximally mixed state",
        "given        pauli = 2/75",
    ]
    done = run("basin", "golay11-norell", "--at", "eps=1/100")
    assert (done.exit_code, done.stderr.count("one of delta, p, pauli, found eps=1/100")) == (12, 1)
