"""A correction that a code file lacks: what is offered accepts, by exact sums, and nothing is offered in vain."""

import json
import random
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq, nmod_mat

from conftest import ROOT, stillproof
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.errors import Declined
from stillproof.protocols.missing import conjugated, offer
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import StateFamily, read_state

CODES, STATES = ROOT / "fixtures" / "codes", ROOT / "fixtures" / "states"
STATE_OF = {2: "t-gate", 3: "m-qutrit-depolarizing", 5: "m-ququint"}


def family(p: int) -> StateFamily:
    """The state that a diagonal gate of degree 3 makes of |+>."""
    return read_state(STATES / f"{STATE_OF[p]}.json")


def at_zero(code: StabilizerCode, state: StateFamily) -> fmpq:
    """The success probability of targets, by sums over the stabilizer group."""
    try:
        return Protocol(code, state, state.cliffords).success.at(fmpq(0))
    except Declined:
        return fmpq(0)


def z_rank(code: StabilizerCode) -> int:
    """The number of independent Z products in the group."""
    return len(code.stabilizers) - nmod_mat([list(g.u) for g in code.stabilizers], code.p).rank()


def random_css(chance: random.Random, p: int, n: int, folder: Path) -> StabilizerCode:
    """A code with one or two X stabilizers, random signs, and every Z stabilizer that commutes but k."""
    zero = [0] * n
    while True:
        xs = [[chance.randrange(p) for _ in range(n)] for _ in range(chance.randint(1, 2))]
        kernel, nullity = nmod_mat(xs, p).nullspace()
        zs = [[int(kernel[i, j]) for i in range(n)] for j in range(nullity)]
        if nmod_mat(xs, p).rank() == len(xs) and nullity >= 2:
            break
    chance.shuffle(zs)
    rows = [*([x, zero] for x in xs), *([zero, z] for z in zs[: nullity - 1])]
    value = {
        "format": "stillproof-code/1", "name": "css", "p": p, "n": n, "stabilizers": rows,
        "signs": [chance.randrange(p) for _ in rows],
    }  # fmt: skip
    (folder / "code.json").write_text(json.dumps(value))
    return read_code(folder / "code.json")


@pytest.mark.parametrize(("p", "n", "tries"), [(2, 6, 100), (2, 8, 100), (3, 4, 300), (3, 6, 100), (5, 3, 60)])
def test_with_the_correction_x_always_accepts_when_z_does(tmp_path: Path, p: int, n: int, tries: int) -> None:
    chance, state = random.Random(f"{p} {n}"), family(p)
    gates = signs = needless = 0
    for _ in range(tries):
        code = random_css(chance, p, n, tmp_path)
        found, best = offer(code, state), fmpq(1, p ** z_rank(code))
        now = at_zero(code, state)
        assert now <= best
        if found is None or not found.accepts:
            needless += now == best
            continue
        assert now < best == found.success == at_zero(found.code, state)
        assert (found.code.n, found.code.k) == (code.n, code.k)
        assert found.code.name == "css-corrected"
        assert offer(found.code, state) is None or not offer(found.code, state).accepts  # type: ignore[union-attr]
        gates += bool(found.sites)
        signs += not found.sites
    assert gates
    assert signs or p == 5
    assert needless or p > 2


def test_where_nothing_is_offered_no_gates_and_signs_would_do(tmp_path: Path) -> None:
    chance, state = random.Random(7), family(2)
    refused = 0
    for _ in range(12):
        code = random_css(chance, 2, 5, tmp_path)
        found, best = offer(code, state), fmpq(1, 2 ** z_rank(code))
        if (found is None or not found.accepts) and at_zero(code, state) < best:
            refused += 1
            free = [i for i, g in enumerate(code.stabilizers) if any(g.u)]
            for gates in product(range(2), repeat=5):
                for flips in product(range(2), repeat=len(free)):
                    changed = list(code.signs)
                    for i, flip in zip(free, flips, strict=True):
                        changed[i] = (changed[i] + flip) % 2
                    assert at_zero(conjugated(replace(code, signs=tuple(changed)), gates), state) < best
    assert refused


def test_a_sign_of_15_to_1_is_found_again() -> None:
    code, state = read_code(CODES / "reed-muller15.json"), family(2)
    assert offer(code, state) is None
    numbers = [i for i, g in enumerate(code.stabilizers) if any(g.u)][:2]
    wrong = replace(code, signs=tuple(int(i in numbers) for i in range(14)))
    assert at_zero(wrong, state) == 0
    found = offer(wrong, state)
    assert found is not None
    assert (found.sites, found.flipped, found.success) == ({}, [i + 1 for i in numbers], fmpq(1, 1024))
    assert found.code.signs == code.signs == (0,) * 14


def test_signs_for_a_symmetry_are_found_again() -> None:
    code, state = read_code(CODES / "five-qubit.json"), read_state(STATES / "t.json")
    assert offer(code, state) is None
    wrong = replace(code, signs=(1, 0, 1, 0))
    found = offer(wrong, state)
    assert found is not None
    assert (found.accepts, found.symmetries, found.flipped) == (False, ("cycle",), [1, 3])
    assert found.code.signs == code.signs


@pytest.mark.parametrize("path", sorted(CODES.glob("*.json")), ids=lambda path: path.stem)
def test_no_protocol_of_the_fixtures_lacks_anything(path: Path) -> None:
    code = read_code(path)
    for other in sorted(STATES.glob("*.json")):
        state = read_state(other)
        if state.p == code.p:
            assert offer(code, state) is None


def test_a_family_that_does_not_start_pure_gets_no_offer(tmp_path: Path) -> None:
    value = json.loads((STATES / "t-gate.json").read_text())
    value["parameters"] = ["x"]
    for member, weight in zip(value["ensemble"], (["1/2", "1/2"], ["1/2", "-1/2"]), strict=True):
        member["weight"] = weight
    (tmp_path / "state.json").write_text(json.dumps(value))
    code = read_code(CODES / "reed-muller15.json")
    wrong = replace(code, signs=tuple(int(any(g.u)) for g in code.stabilizers))
    assert offer(wrong, family(2)) is not None
    assert offer(wrong, read_state(tmp_path / "state.json")) is None


# the X rows of a triorthogonal matrix of which two overlap on 2 sites more than a multiple of 4
FOUR = [[[1, 1, 1, 1, 0, 0], [0] * 6], [[0, 0, 1, 1, 1, 1], [0] * 6]]


def lacking(**changes: Any) -> dict[str, Any]:
    """Two X stabilizers of weight 4 that overlap on two sites, and the Z stabilizers that commute but one."""
    rows = [*FOUR, *([[0] * 6, z] for z in ([1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1]))]
    return {"format": "stillproof-code/1", "name": "lacking", "p": 2, "n": 6, "stabilizers": rows, **changes}


def test_the_report_says_so_and_writes_the_corrected_code(tmp_path: Path) -> None:
    (tmp_path / "code.json").write_text(json.dumps(lacking()))
    arguments = ["certify", "code.json", "--state", "t-gate", "--corrected", "corrected.json"]
    done = stillproof(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("CERTIFIED")
    assert lines[1].startswith(
        "note           a Clifford correction seems to be missing: with the gate diag(1, i) on the "
    )
    assert "not certified: `--corrected FILE` writes that code" in done.stdout
    assert "corrected code corrected.json" in lines
    now, then = (at_zero(read_code(tmp_path / name), family(2)) for name in ("code.json", "corrected.json"))
    assert now < then == fmpq(1, 8)
    assert f"the success probability at 0 would then be {then}; it is {now}" in done.stdout
    again = stillproof(*arguments[:1], "corrected.json", *arguments[2:4], cwd=tmp_path)
    assert again.returncode == 0, again.stdout + again.stderr
    assert "note" not in again.stdout


def test_a_limit_comes_with_the_offer(tmp_path: Path) -> None:
    (tmp_path / "code.json").write_text(json.dumps(lacking()))
    done = stillproof("certify", "code.json", "--state", "t-gate", "--budget", "1", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (13, "", 1)
    assert "; a Clifford correction seems to be missing: with the gate diag(1, i) on the inputs of " in done.stderr


def test_without_an_offer_no_file_is_written(tmp_path: Path) -> None:
    done = stillproof("certify", CODES / "five-qubit.json", "--state", "t", "--corrected", "x.json", cwd=tmp_path)
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert "corrected" not in done.stdout


def test_a_corrected_code_replaces_no_other_file(tmp_path: Path) -> None:
    text = json.dumps(lacking())
    (tmp_path / "code.json").write_text(text)
    arguments = ["certify", "code.json", "--state", "t-gate", "--corrected"]
    done = stillproof(*arguments, "code.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (12, "", 1)
    assert "code.json: expected a new file, found another one, which is not overwritten" in done.stderr
    assert (tmp_path / "code.json").read_text() == text
    for _ in range(2):  # its own file is written again
        assert stillproof(*arguments, "corrected.json", cwd=tmp_path).returncode == 0


def dense_success(code: StabilizerCode, single: list[Any]) -> float:
    """The success probability of a product of pure states: of the projector of stabilizers, by matrices."""
    omega, p = np.exp(2j * np.pi / code.p), code.p
    ket = np.array([1.0 + 0j])
    for one in single:
        ket = np.kron(ket, one)
    axes = (p,) * code.n
    points = np.indices(axes).reshape(code.n, -1)
    for g, sign in zip(code.stabilizers, code.signs, strict=True):
        total, moved = ket.copy(), ket
        for _ in range(p - 1):  # sum over the powers of omega^sign T(g)
            after = moved * omega ** (np.array(g.v) @ points)
            shifted = np.ravel_multi_index(tuple((points + np.array(g.u)[:, None]) % p), axes)
            turned = np.empty_like(after)
            turned[shifted] = after
            half = sum(x * y for x, y in zip(g.u, g.v, strict=True))
            phase = 1j**half if p == 2 else omega ** (half * (p + 1) // 2)
            moved = omega**sign * phase * turned
            total = total + moved
        ket = total / p
    return float(np.vdot(ket, ket).real)


@pytest.mark.parametrize("p", [2, 3])
def test_the_note_taken_literally_gives_that_success(p: int, tmp_path: Path) -> None:
    """Change the signs that it lists, put its gate on the inputs of its sites, and measure the code that was given."""
    chance, seen = random.Random(16 + p), 0
    e = np.arange(p)
    phases = [0, 1 / 8] if p == 2 else [1 / 9, 0, -1 / 9]
    target = np.exp(2j * np.pi * np.array(phases))
    gate = np.array([1, 1j]) if p == 2 else np.exp(2j * np.pi / 3 * (2 * e * e % 3))
    (tmp_path / "lacking.json").write_text(json.dumps(lacking()))
    while seen < 12:
        code = random_css(chance, p, 5 if p == 2 else 4, tmp_path)
        if p == 2 and not seen:
            code = read_code(tmp_path / "lacking.json")
        found = offer(code, family(p))
        if found is None or not found.accepts or not found.sites:
            continue
        seen += 1
        single = [target / np.sqrt(p) * gate ** found.sites.get(i, 0) for i in range(1, code.n + 1)]
        wanted = float(found.success or 0)
        reached = []
        for change in product(range(1, p), repeat=len(found.flipped)):  # the note lists whose sign is another one
            signs = list(code.signs)
            for i, x in zip(found.flipped, change, strict=True):
                signs[i - 1] = (signs[i - 1] + x) % p
            reached.append(dense_success(replace(code, signs=tuple(signs)), single))
        assert min(abs(value - wanted) for value in reached) < 1e-9
