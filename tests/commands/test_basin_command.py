"""`stillproof basin`: certified basins of other maps, what is declined, bad input, and interrupted covers."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT, run_isolated_checker, stillproof
from stillproof.basins import cover as covers
from stillproof.basins.cover import UNKNOWN, Cover, Segment
from stillproof.basins.forms import forms_of
from stillproof.basins.regions import attractors, ratio
from stillproof.basins.stated import barycentric
from stillproof.codes.code import read_code
from stillproof.errors import Declined, OverBudget
from stillproof.files.text import sha256
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import StateFamily, read_state
from stillproof.statements.stated import read_stated

FIXTURES = ROOT / "fixtures"
CODES, STATES = FIXTURES / "codes", FIXTURES / "states"


def certified(folder: Path, *arguments: object) -> dict[str, Any]:
    """The JSON summary of a run that succeeds, in a folder of its own."""
    done = stillproof("basin", *arguments, "--json", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    summary: dict[str, Any] = json.loads(done.stdout)
    assert summary["verdict"] == "certified"
    assert summary["claims"]["certified"] == summary["claims"]["total"] > 0
    return summary


def shares(summary: dict[str, Any]) -> list[Fraction]:
    """The shares of the attractors, and the undecided one."""
    return [Fraction(x) for x in (*(found["share"] for found in summary["attractors"]), summary["undecided"])]


def test_the_norell_map_at_a_low_level(tmp_path: Path) -> None:
    points = ["1/10,1/10", "0.3, 0.3", "0,1/2", "2/5,0"]
    asked = [word for point in points for word in ("--at", point)]
    summary = certified(tmp_path, "golay11-norell", "--level", "5", *asked, "-o", "out")
    by_id = {found["id"]: found for found in summary["attractors"]}
    assert {x: found["point"] for x, found in by_id.items()} == {
        "trapping-N": ["0", "0"],
        "trapping-S": ["0", "1"],
        "trapping-a": ["0", "1/2"],
        "trapping-mixed": ["1/3", "1/3"],
        "trapping-zero": ["1", "0"],
    }
    assert sum(shares(summary)) == 1
    assert all(share > 0 for share in shares(summary))
    assert [flow["region"] for flow in summary["flows"]] == ["trapping-N", "trapping-mixed", "trapping-a", None]
    assert summary["reasons"]["flow-4"] == "(2/5, 0) is undecided at level 5"
    # the thresholds are those of the committed statement, whose cover is finer
    stated = json.loads((FIXTURES / "statements" / "golay11-norell.json").read_text())["claims"]
    starts = {tuple(claim["start"]): claim["interval"] for claim in stated if claim["kind"] == "basin-threshold"}
    assert len(summary["thresholds"]) == len(starts) == 3
    for found in summary["thresholds"]:
        low, high = map(Fraction, found["interval"])
        other_low, other_high = map(Fraction, starts[tuple(found["start"])])
        assert max(low, other_low) < min(high, other_high)
        assert high - low <= Fraction(1, 10**6)
        assert round(low, 5) == round(high, 5) == Fraction(found["decimal"])
    # what was written is complete: the checker accepts it without us, and `verify` finds the same bytes again
    assert summary["certificate"] == "out/certificates/golay11-norell-basin.jsonl"
    verdict = run_isolated_checker(tmp_path / "out", tmp_path / "out" / "certificates")
    assert (verdict.code, len(verdict.rows)) == (0, summary["claims"]["total"])
    done = stillproof("verify", "--fixtures", "out", "--certificates", "out/certificates", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "certificate reproduced byte for byte" in done.stdout
    assert done.stderr == ""
    assert not list((tmp_path / "build" / "covers").iterdir())


def test_a_map_that_takes_each_of_three_states_to_itself(tmp_path: Path) -> None:
    summary = certified(tmp_path, CODES / "reed-muller8-qutrit.json", "--state", "m-qutrit", "--level", "6")
    assert sorted(found["id"] for found in summary["attractors"]) == [
        "trapping-M",
        "trapping-ZM",
        "trapping-ZZM",
        "trapping-mixed",
    ]
    assert sum(shares(summary)) == 1
    # on the line of depolarizing noise this is the one-parameter family of another statement
    stated = json.loads((FIXTURES / "statements" / "reed-muller-qutrit.json").read_text())["claims"]
    low, high = map(Fraction, next(claim["interval"] for claim in stated if claim["kind"] == "threshold"))
    assert len(summary["thresholds"]) == 3
    for found in summary["thresholds"]:
        below, above = map(Fraction, found["interval"])
        assert below <= low < high <= above


def test_a_slow_saddle_needs_many_steps(tmp_path: Path) -> None:
    summary = certified(tmp_path, "five-qutrit-h-twirled", "--level", "6")
    found = {threshold["id"]: map(Fraction, threshold["interval"]) for threshold in summary["thresholds"]}
    low, high = found["threshold-plus"]
    assert Fraction("0.2325332") <= low < high <= Fraction("0.2325338")
    assert max(attractor["steps"] for attractor in summary["attractors"]) > 61  # more than one character
    assert sum(shares(summary)) == 1


def test_a_level_that_the_lines_split_is_not_claimed(tmp_path: Path) -> None:
    summary = certified(tmp_path, "golay11-norell", "--level", "0")
    assert summary["level"] > 0
    assert sum(shares(summary)) == 1


def test_a_family_of_one_parameter_flows_below_its_threshold(tmp_path: Path) -> None:
    summary = certified(tmp_path, "golay11-strange")
    stated = json.loads((FIXTURES / "statements" / "golay11-strange.json").read_text())["claims"]
    interval = next(claim["interval"] for claim in stated if claim["kind"] == "threshold")
    assert [found["interval"] for found in summary["fixed_points"]] == [["0", "0"], interval, ["1", "1"]]
    assert summary["flows_below"] == interval[0]
    assert summary["target"] == "S"
    done = stillproof("basin", "golay11-strange")
    assert "every delta in [0, 0.387154346471" in done.stdout
    assert "nothing is claimed about the others" in done.stdout


def test_without_a_threshold_nothing_is_claimed_to_flow(tmp_path: Path) -> None:
    summary = certified(tmp_path, "golay23-h")
    assert summary["flows_below"] is None
    assert summary["reasons"]["threshold"].startswith("close to 0 the output, 1127/1089 delta + ..., is above")
    assert len(summary["fixed_points"]) == 4
    summary = certified(tmp_path, "self-orthogonal-13-f-strange")
    assert (summary["fixed_points"], summary["flows_below"]) == (None, None)


@pytest.mark.parametrize("name", ["basin", "expect", "plan"])
def test_the_example_on_the_page_is_what_is_printed(name: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "cli.md").read_text()
    ((command, shown),) = re.findall(rf"^\$ stillproof ({name} .*)\n((?:.*\n)+?)```$", page, flags=re.MULTILINE)
    done = stillproof(*command.split(), cwd=tmp_path)
    assert done.returncode == (10 if "OUTSIDE" in shown else 0)
    assert done.stdout == shown


def part_of_the_triangle() -> dict[str, Any]:
    """A family of a part of the Norell triangle; the map leads out of it, so that a form has a negative coefficient."""
    state = json.loads((STATES / "norell.json").read_text())
    weights = (["0", "1/2", "1"], ["1/2", "-1/2", "-1/2"], ["1/2", "0", "-1/2"])
    ensemble = [{**member, "weight": weight} for member, weight in zip(state["ensemble"], weights, strict=True)]
    return {**state, "name": "part", "ensemble": ensemble}


def test_a_map_with_a_negative_coefficient_is_declined(tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text(json.dumps(part_of_the_triangle()))
    done = stillproof("basin", CODES / "golay11.json", "--state", "part.json", "-o", "out", cwd=tmp_path)
    assert done.returncode == 11, done.stdout + done.stderr
    assert done.stderr == "stillproof: the map's forms have negative coefficients\n"
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()


GOLAY = str(CODES / "golay11.json")
BAD = {
    "unknown id": (["golay11-norel"], 11, "PROTOCOL: no protocol is called golay11-norel", "names: golay11-norell, "),
    "no such file": (["absent.json", "--state", "norell"], 12, "expected a regular file", "absent.json"),
    "no state": ([GOLAY], 11, "a code needs a state family: give --state", "golay11.json: "),
    "unknown state": ([GOLAY, "--state", "norel"], 11, "--state: no state family is called norel", "nearest name"),
    "two states": (
        ["golay11-norell", "--state", "norell"],
        12,
        "--state: expected no such option, as golay11-norell is a statement",
        "found norell",
    ),
    "other p": ([str(CODES / "steane7.json"), "--state", "norell"], 12, "expected p = 3", "found 2"),
    "level below": (["golay11-norell", "--level", "-1"], 12, "--level: expected an integer from 0 to 48", "found -1"),
    "level above": (["golay11-norell", "--level", "49"], 12, "--level: expected an integer from 0 to 48", "found 49"),
    "no level": (["golay11-norell", "--level", "2.5"], 12, "--level: expected an integer", "found 2.5"),
    "outside": (["golay11-norell", "--at", "1,1/3"], 12, "--at: expected e_1 + e_2 <= 1", "found 1,1/3"),
    "negative": (["golay11-norell", "--at", "-1/3,0"], 12, "--at: expected two rationals", "found -1/3,0"),
    "one number": (["golay11-norell", "--at", "1/3"], 12, "--at: expected two rationals", "found 1/3"),
    "no number": (["golay11-norell", "--at", "x,0"], 12, "--at: expected two rationals", "found x,0"),
    "over zero": (["golay11-norell", "--at", "1/0,0"], 12, "--at: expected two rationals", "found 1/0,0"),
    "exponent": (["golay11-norell", "--at", "1e-3,0"], 12, "--at: expected two rationals", "found 1e-3,0"),
    "level of one": (["golay11-strange", "--level", "4"], 12, "expected two parameters, with --level", "strange"),
    "point of one": (["golay11-strange", "--at", "0,0"], 12, "expected two parameters, with --at", "strange"),
    "overlap": (["five-qutrit-h"], 11, "only the overlap of the output with the target", "no map is iterated"),
    "several qudits": (["ccz8"], 11, "3 encoded qudits", "no map is iterated"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_clear_line(case: str, tmp_path: Path) -> None:
    arguments, code, message, found = BAD[case]
    done = stillproof("basin", *arguments, "-o", "out", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert found in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "stillproof", "basin", "golay11-norell", "--level", "8", "-o", "out"]
    whole = tmp_path / "whole"
    broken = tmp_path / "broken"
    for folder in (whole, broken):
        folder.mkdir()
    assert subprocess.run(command, cwd=whole, capture_output=True, timeout=200, check=False).returncode == 0
    with subprocess.Popen(command, cwd=broken, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        limit = time.monotonic() + 100
        while not list(broken.glob("build/covers/*.cover")) and process.poll() is None and time.monotonic() < limit:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    assert list(broken.glob("build/covers/*.cover"))
    assert not (broken / "out").exists()
    assert subprocess.run(command, cwd=broken, capture_output=True, timeout=200, check=False).returncode == 0
    for path in (whole / "out").rglob("*.json*"):
        assert (broken / path.relative_to(whole)).read_bytes() == path.read_bytes()
    assert not list(broken.glob("build/covers/*.cover"))


class Interrupted(Exception):
    """Raised in the middle of a cover."""


def protocol() -> Protocol:
    """The Golay code and the Norell states."""
    state = read_state(STATES / "norell.json")
    return Protocol(read_code(CODES / "golay11.json"), state, state.cliffords)


@pytest.fixture(scope="module")
def norell() -> Any:
    """Makes a new cover of the Norell map, and the segments of its corners."""
    forms = forms_of(list(protocol().outputs.values()), protocol().success)
    points = attractors(forms)
    regions = [[(1 - ratio(forms, point)) * x for x in barycentric(point)] for point in points]
    third, width = fmpq(1, 3), fmpq(1, 10**4)
    segments = [
        Segment(barycentric(point), (third, third, third), i, width)
        for i, point in enumerate(points)
        if max(barycentric(point)) == 1
    ]
    return lambda: (Cover(forms, regions), segments)


def quiet(done: int, total: int) -> None:
    """Hears progress."""


def test_a_cover_goes_on_to_the_same_bytes_from_any_round(norell: Any, tmp_path: Path) -> None:
    whole, segments = norell()
    whole.build(7, segments, tmp_path / "whole", quiet)
    assert not (tmp_path / "whole").exists()
    for stop in range(1, 8):
        keep = tmp_path / f"keep{stop}"

        def hear(done: int, total: int, stop: int = stop) -> None:
            if done == 2**stop and done < total:
                raise Interrupted

        broken, _ = norell()
        if stop < 7:
            with pytest.raises(Interrupted):
                broken.build(7, segments, keep, hear)
        else:  # all levels, and the first segment
            broken.build(7, segments[:1], keep, quiet)
            broken.save(keep)
        assert keep.is_file()
        again, _ = norell()
        again.build(7, segments, keep, quiet)
        assert again.spelled() == whole.spelled()
        assert not keep.exists()


def test_what_is_taken_is_spelled_again(norell: Any, tmp_path: Path) -> None:
    cover, segments = norell()
    cover.build(6, segments[:1], tmp_path / "keep", quiet)
    other, _ = norell()
    other.take(cover.spelled())
    assert other.spelled() == cover.spelled()
    assert other.count == cover.count == sum(1 for _ in cover.leaves())


MALFORMED = {
    "empty": "",
    "breaks off": "+..",
    "goes on": "+.....",
    "no region": "+...z0",
    "no letter": "+...!",
    "no steps": "+...a",
    "odd steps": "+...a~",
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_spelling_is_refused_and_changes_nothing(case: str, norell: Any) -> None:
    cover, _ = norell()
    before = cover.spelled()
    with pytest.raises(ValueError, match=r"spelling|substring"):
        cover.take(MALFORMED[case])
    assert (cover.spelled(), cover.count) == (before, 1)


def kept_files() -> dict[str, bytes]:
    """Contents that `save` did not write, or that were spoiled later."""
    good = "+" + "+...." * 4
    return {
        "empty": b"",
        "no hash": good.encode(),
        "another hash": f"{sha256('+....')}\n{good}\n".encode(),
        "a label changed": f"{sha256(good)}\n{good[:-1]}a0\n".encode(),
        "cut off": f"{sha256(good)}\n{good[:-3]}".encode(),
        "a line more": f"{sha256(good)}\n{good}\n\n".encode(),
        "not ASCII": f"{sha256(good)}\n{good}\u00e9\n".encode(),
        "malformed": f"{sha256('+..')}\n+..\n".encode(),
    }


@pytest.mark.parametrize("case", kept_files())
def test_a_spoiled_file_is_ignored(case: str, norell: Any, tmp_path: Path) -> None:
    whole, segments = norell()
    whole.build(6, segments[:1], tmp_path / "whole", quiet)
    keep = tmp_path / "keep"
    keep.write_bytes(kept_files()[case])
    cover, _ = norell()
    assert not cover.resume(keep)
    cover.build(6, segments[:1], keep, quiet)
    assert cover.spelled() == whole.spelled()
    assert not keep.exists()


def test_where_nothing_can_be_kept_the_cover_is_built(norell: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for keep in (tmp_path / "file" / "keep", tmp_path / "folder"):
        cover, _ = norell()
        cover.build(5, [], keep, quiet)
        assert any(cell.region != UNKNOWN for cell in cover.leaves())


def test_too_many_cells_are_a_limit(norell: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covers, "MAX_CELLS", 2000)
    cover, _ = norell()
    with pytest.raises(OverBudget, match="of at most 2000"):
        cover.build(9, [], tmp_path / "keep", quiet)
    assert cover.count <= 2000


def test_a_segment_that_fails_leaves_the_cover_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stated = read_stated(FIXTURES, "golay11-norell")
    claims, subject = stated.claims, stated.protocol
    known = {claim["id"]: dict(claim) for claim in claims if claim["kind"] in ("basin", "trapping")}
    known["basin"]["level"] = 6
    lines = [claim for claim in claims if claim["kind"] == "basin-threshold"]
    basins = Protocol(subject.code, subject.state, subject.cliffords, claims=known, scratch=tmp_path).basins
    before = basins.cover("basin").spelled()
    with monkeypatch.context() as patched:
        patched.setattr(covers, "MAX_CELLS", basins.cover("basin").count + 200)
        with pytest.raises(Declined, match="of at most"):
            basins.extend(lines[0])
    assert basins.cover("basin").spelled() == before
    basins.extend(lines[0])
    alone, other = {**known, "one": lines[0]}, Protocol(subject.code, subject.state, subject.cliffords)
    assert (
        Protocol(other.code, other.state, other.cliffords, claims=alone, scratch=tmp_path)
        .basins.cover("basin")
        .spelled()
        == basins.cover("basin").spelled()
    )


def test_a_long_name_of_a_member_is_no_part_of_an_id(tmp_path: Path) -> None:
    state = json.loads((STATES / "norell.json").read_text())
    names = [name * 64 for name in "nsz"]
    ensemble = [{**member, "name": name} for member, name in zip(state["ensemble"], names, strict=True)]
    (tmp_path / "long.json").write_text(json.dumps({**state, "name": "long", "ensemble": ensemble}))
    found = certified(tmp_path, CODES / "golay11.json", "--state", tmp_path / "long.json", "--level", "4")
    assert {attractor["id"] for attractor in found["attractors"]} >= {"trapping-a", "trapping-mixed"}


def test_the_maximally_mixed_state_of_a_family(tmp_path: Path) -> None:
    def mixed(name: str) -> list[fmpq]:
        family: StateFamily = read_state(STATES / f"{name}.json")
        return family.maximally_mixed

    assert mixed("norell") == mixed("m-qutrit") == mixed("h-qutrit-twirled") == [fmpq(1, 3)] * 2
    assert mixed("strange") == [fmpq(1)]
    value = json.loads((STATES / "norell.json").read_text())
    for member, weight in zip(value["ensemble"], (["1", "0", "-1"], ["0", "0", "0"], ["0", "0", "1"]), strict=True):
        member["weight"] = weight
    (tmp_path / "line.json").write_text(json.dumps(value))
    with pytest.raises(Declined, match="no one maximally mixed state"):
        _ = read_state(tmp_path / "line.json").maximally_mixed


def on_a_terminal(*words: object, cwd: Path) -> str:
    """What a command that succeeds writes to stderr where that is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "stillproof", *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, cwd=cwd, timeout=200, check=False)
    os.close(theirs)
    seen = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == 0
    return seen


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    arguments = [CODES / "reed-muller8-qutrit.json", "--state", "m-qutrit", "--level", "5", "-o", "out"]
    seen = on_a_terminal("basin", *arguments, cwd=tmp_path)
    assert "basin  [" in seen
    assert "1000/1000" in seen
    seen = on_a_terminal("verify", "--fixtures", "out", "--certificates", "out/certificates", cwd=tmp_path)
    assert "cover  [" in seen
    assert "32/32" in seen
