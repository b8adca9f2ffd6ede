"""Sentences of `plan` and `expect` under adversarial families, from tests/meaning/operation/.

A file is one family: qudits beside the code, a reversed or a renamed parameter, several targets, a state that is not
pure, another unit.  Its cases say which templates are printed, and what must and what must not be said.
"""

import ast
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from flint import arb, ctx, fmpq

from conftest import ROOT
from families import code, state
from stillproof.cli import main
from stillproof.errors import Declined, OverBudget, StillproofError
from stillproof.exact.rational_function import RationalFunction
from stillproof.operation import expect, feeding, plan
from stillproof.operation.certified import Quantity, operated, read_operated
from stillproof.operation.family import slopes
from stillproof.operation.reading import Given, Goal
from stillproof.operation.sentences import SENTENCES
from stillproof.operation.text import plan_report

FOLDER = ROOT / "tests" / "meaning" / "operation"
FAMILIES = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}
CASES = [(name, number) for name, family in FAMILIES.items() for number in range(len(family["cases"]))]
NAMED = {"frame", "impure", "junk", "outside", "renamed", "reversed", "targets", "unit"}
REASONS = ("Declined", "OverBudget")
VERIFY = ROOT / "verify" / "stillproof"
MALFORMED = re.compile(r"[^ ]+: expected .+, found .+")


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The protocols of a family, certified once; their statements bear the names of the codes."""
    made: dict[str, Path] = {}

    def folder(family: str) -> Path:
        if family not in made:
            made[family] = tmp_path_factory.mktemp(family)
            for name, protocol in FAMILIES[family]["protocols"].items():
                paths = [made[family] / f"{part}-{name}.in.json" for part in ("code", "state")]
                for path, value in zip(paths, (code(name, protocol["code"]), state(protocol["state"])), strict=True):
                    path.write_text(json.dumps(value))
                output = str(made[family] / "out")
                done = CliRunner().invoke(main, ["certify", str(paths[0]), "--state", str(paths[1]), "-o", output])
                assert done.exit_code == 0, done.output
        return made[family] / "out"

    return folder


def printed(family: str, number: int, certified: Callable[[str], Path], spoiled: Path) -> tuple[int, list[str]]:
    """The exit code of a case, and its lines; a family's protocol NAME is the statement NAME-STATE."""
    case = FAMILIES[family]["cases"][number]
    command, names, *rest = case["run"]
    if case.get("fixtures"):
        return run([command, names, *rest])
    folder, protocols = certified(family), FAMILIES[family]["protocols"]
    if case.get("spoil"):
        (spoiled / "certificates").mkdir()
        for path in (folder / "certificates").iterdir():
            (spoiled / "certificates" / path.name).write_text(path.read_text().replace('"end":', '"end":1'))
        rest += ["--certificates", str(spoiled / "certificates")]
    wanted = ",".join(f"{name}-{state(protocols[name]['state'])['name']}" for name in names.split(","))
    return run([command, wanted, *rest, "--fixtures", str(folder)])


def run(arguments: list[str]) -> tuple[int, list[str]]:
    """The exit code and the lines of a command; without the word before a message."""
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, [line.removeprefix("stillproof: ") for line in done.output.splitlines()]


@pytest.mark.parametrize(("family", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_what_is_said_and_what_is_not(
    family: str, number: int, certified: Callable[[str], Path], tmp_path: Path
) -> None:
    case = FAMILIES[family]["cases"][number]
    exit_code, lines = printed(family, number, certified, tmp_path)
    output = "\n".join(lines)
    assert exit_code == case["exit"], output
    for line in filter(None, lines):
        parts = [line] if SENTENCES.which(line) else line.split("; ")  # several outputs, each with its reason
        assert all(SENTENCES.which(part) or MALFORMED.fullmatch(part) for part in parts), line
    for identifier in case["says"]:
        assert SENTENCES.patterns[identifier].search(output), (identifier, output)
    for pattern in case["must"]:
        assert re.search(pattern, output), (pattern, output)
    for pattern in case["never"]:
        assert not re.search(pattern, output), (pattern, output)


def test_every_template_has_a_family() -> None:
    assert FAMILIES.keys() == NAMED
    said = {identifier for family in FAMILIES.values() for case in family["cases"] for identifier in case["says"]}
    assert said | DIRECT.keys() | {"gates"} == SENTENCES.templates.keys()
    assert not said & DIRECT.keys()


def test_the_twirl_of_a_map_is_said() -> None:
    """Of the committed maps only that of a code of 23 qutrits is twirled, which takes the checker a while."""
    used = read_operated(ROOT / "fixtures", "qr23-strange")
    found = plan.plan([used], Given({"delta": fmpq(1, 50)}), Goal("delta", fmpq(1, 1000), fmpq(1)))
    lines = plan_report(found).splitlines()
    assert (
        "qr23-strange: the output of a block is fed on, a state of strange after the twirl, a random gate of the "
        "group of H, N" in lines
    )
    assert all(SENTENCES.which(line) for line in lines if line)


def test_only_sentences_of_the_catalogue_are_reasons() -> None:
    """Declined and OverBudget are raised in operation/ with sentences of the catalogue, or what `feeding` joins."""
    for path in (VERIFY / "operation").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REASONS:
                (text,) = node.args
                texts = [x for x in ast.walk(text) if isinstance(x, ast.Constant | ast.JoinedStr)]
                said = any(isinstance(x, ast.Call) and getattr(x.func, "id", "") == "say" for x in ast.walk(text))
                assert said, (path.name, ast.unparse(node))
                assert not any(isinstance(x, ast.JoinedStr) for x in texts), ast.unparse(node)


def ask(name: str = "five-qubit-t", **at: fmpq) -> None:
    """A plan of a committed protocol."""
    plan.plan([read_operated(ROOT / "fixtures", name)], Given(dict(at)), Goal("delta", fmpq(1, 10**9), fmpq(1)))


def undecided() -> None:
    with ctx.workprec(64):
        used = read_operated(ROOT / "fixtures", "five-qubit-t")
        plan.above(used, {"delta": arb(fmpq(1, 10), fmpq(1, 100))}, Goal("delta", fmpq(1, 10), fmpq(1)))


def too_long() -> None:
    used = read_operated(ROOT / "fixtures", "five-qutrit-h-twirled")
    feeding.outside_basin(used, {"epsMinus": arb(fmpq(1, 100)), "epsS": arb(fmpq(1, 100))})


def undecided_family() -> None:
    """A parameter of an output between -1/100 and 1/100."""
    used = read_operated(ROOT / "fixtures", "five-qutrit-h-twirled")
    (output,) = used.outputs
    x = RationalFunction.stated({"num": [["0"], ["1"]], "den": [["1"]]})
    wide = replace(output, functions=dict.fromkeys(output.functions, x))
    feeding.outside_family(used, wide, {"epsMinus": arb(0, fmpq(1, 100)), "epsS": arb(fmpq(1, 100))})


def no_noise() -> None:
    protocol = read_operated(ROOT / "fixtures", "golay11-norell").protocol
    protocol.state.__dict__["infidelity"] = (fmpq(0), fmpq(1), fmpq(0))
    slopes(protocol)


def not_rising() -> None:
    """Level 2 of outputs that differ, with a success probability that would grow with the noise."""
    used = read_operated(ROOT / "fixtures", "bravyi-haah20-t")
    first = used.outputs[0]
    worse = first.functions["infidelity"].times(fmpq(2))
    used.outputs[1] = type(first)("2", Quantity.INFIDELITY, {"infidelity": worse})
    object.__setattr__(used, "success", RationalFunction.stated({"num": ["1", "1"], "den": ["2"]}))
    plan.plan([used], Given({"eps": fmpq(1, 1000)}), Goal("eps", fmpq(1, 10**9), fmpq(1)))


def none_accepted() -> None:
    used = read_operated(ROOT / "fixtures", "five-qubit-t")
    object.__setattr__(used, "success", RationalFunction.stated({"num": ["0", "1", "-10"], "den": ["1"]}))
    plan.plan([used], Given({"delta": fmpq(1, 10)}), Goal("delta", fmpq(1, 10**9), fmpq(1)))


def tail() -> None:
    """P(fewer than 1 of 2) = 4/9 is the tail exactly, and enclosures do not decide it."""
    kept = expect.EXACT_BITS
    try:
        expect.EXACT_BITS = 0  # type: ignore[misc]
        expect.band(fmpq(1, 3), 2, fmpq(4, 9))
    finally:
        expect.EXACT_BITS = kept  # type: ignore[misc]


DIRECT: dict[str, Callable[[], None]] = {
    "no-noise": no_noise,
    "no-worst": lambda: feeding.greatest([arb(1, 1), arb(fmpq(1, 2), 1)]) and None,  # type: ignore[func-returns-value]
    "none-accepted": none_accepted,
    "not-rising": not_rising,
    "tail": tail,
    "too-long": too_long,
    "undecided": undecided,
    "undecided-family": undecided_family,
}


@pytest.mark.parametrize("identifier", DIRECT)
def test_a_sentence_that_no_small_file_brings_about(identifier: str) -> None:
    with pytest.raises(StillproofError) as found:
        DIRECT[identifier]()
    assert isinstance(found.value, Declined | OverBudget)
    assert SENTENCES.patterns[identifier].search(str(found.value))


def test_outputs_that_are_no_better_are_never_fed_on(certified: Callable[[str], Path]) -> None:
    """Beside 5, the untouched qubit changes nothing but the number of inputs: 6/5 of them for each level."""
    alone = read_operated(ROOT / "fixtures", "five-qubit-t")
    beside = read_operated(certified("junk"), "five-plus-1-t")
    goal = Goal("delta", fmpq(1, 10**9), fmpq(1))
    one, other = (plan.plan([used], Given({"delta": fmpq(1, 50)}), goal)["levels"] for used in (alone, beside))
    assert len(one) == len(other)
    for number, (first, second) in enumerate(zip(one, other, strict=True), 1):
        assert second["outputs"] == ["1"]
        for key in ("infidelity", "success_probability", "output", "error"):
            assert first[key] == second[key]
        costs = [fmpq(*map(int, level["inputs_per_output"]["exact"].split("/"))) for level in (first, second)]
        assert costs[1] / costs[0] == fmpq(6, 5) ** number


def test_a_threshold_of_another_claim_is_no_threshold_of_this_one() -> None:
    """One source: what is certified of another map, in another frame say, is not used."""
    used = read_operated(ROOT / "fixtures", "five-qubit-t")
    (threshold,) = used.stated.about("threshold")
    assert feeding.not_below(used, used.outputs[0], {"delta": fmpq(1, 10)}) == ""
    claims = [{**claim, "of": "map-2"} if claim is threshold else claim for claim in used.stated.claims]
    other = replace(used, stated=replace(used.stated, claims=claims))
    reason = feeding.not_below(other, other.outputs[0], {"delta": fmpq(1, 10)})
    assert SENTENCES.which(reason) == ["no-threshold"]


def test_of_two_maps_the_one_with_the_threshold_is_planned() -> None:
    """And a wide certified interval is said as one, not as a number or a traceback."""
    used = read_operated(ROOT / "fixtures", "five-qubit-t")
    other = {**used.source, "id": "other", "success": {"den": ["1"], "num": ["1"]}}
    again = operated(replace(used.stated, claims=[other, *used.stated.claims]))
    assert again.source == used.source
    assert again.success == used.success
    wide = {"infidelity": ["1/20", "9/20"], "interval": ["1/10", "9/10"]}
    claims = [{**claim, **wide} if claim["kind"] == "threshold" else claim for claim in used.stated.claims]
    again = operated(replace(used.stated, claims=claims))
    (output,) = again.outputs
    reason = feeding.not_below(again, output, {"delta": fmpq(1, 5)})
    assert "threshold of output delta, delta = 0.10 to 0.90, infidelity 0.05 to 0.45" in reason
