"""No dead leaf: change everything that can be changed in committed statements and certificates; all must be refused.

    python tests/checker/attack.py [--attempts N] [--seed S]

An attempt spoils a good pair of files: up to three leaves of one line get other well-formed values, or a line is
dropped, doubled, swapped, moved, or taken from another certificate, or a certificate is put under another statement.
When a statement is spoiled, the certificate is made to name it, as a forger would: so the checks refuse it, not the
hash.  What is left alone then is what a claim does not say: `place` and `source`; and a bound may be spoiled only so
that it becomes false (a wider bracket is a weaker truth).  A logical operator of weight 1 or 2 is left alone too, and
the destabilizer of two sites: others on its site, and its products with the stabilizer, are as good.

An attempt runs the loader on the bytes and then the rules from the first spoiled claim on, with the facts of the
claims before it; one attempt in a hundred also runs the whole checker on files and must agree.
"""

import argparse
import copy
import hashlib
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

from stillproof_check import run
from stillproof_check.entry.loader import read_certificate, read_statement
from stillproof_check.entry.verdict import Refusal
from stillproof_check.subject.statement import Facts, read_subject

ROOT = Path(__file__).resolve().parents[2]
FREE_TEXT = {"place", "source"}
LOW = 0
WORKERS = 2
BOUNDS = {("basin-threshold", "interval"), ("threshold", "interval"), ("yield", "exponent"), ("quotient", "value")}
RANGES = {("bound", "range"), ("threshold", "bound")}  # inside (0, 1); a smaller one is as true
TRUE_TOO = {
    ("basin-threshold", "end"),  # a segment a little further on
    ("basin-threshold", "start"),
    ("flow", "point"),  # a point nearby
    ("map", "output-clifford"),  # another frame may have the same output
}
Path_ = tuple[Any, ...]


def dumps(value: Any) -> str:
    """The one spelling."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def statement_bytes(value: dict[str, Any]) -> bytes:
    """A statement in its one spelling."""
    rest = {key: item for key, item in value.items() if key != "claims"}
    return ('{"claims":[\n' + ",\n".join(map(dumps, value["claims"])) + "\n]," + dumps(rest)[1:] + "\n").encode()


class Pair:
    """A good statement and certificate, and the facts that hold before each claim."""

    def __init__(self, fixtures: Path, certificates: Path, name: str):
        self.fixtures, self.name = fixtures, name
        self.statement: dict[str, Any] = json.loads((fixtures / "statements" / f"{name}.json").read_text())
        self.lines: list[Any] = [json.loads(x) for x in (certificates / f"{name}.jsonl").read_text().splitlines()]
        _, code_at, state_at, claims = read_subject(copy.deepcopy(self.statement))
        facts = run.read_facts(str(fixtures), code_at, state_at)
        found = next((claim for claim in self.statement["claims"] if claim["kind"] == "code"), {"distance": 0, "n": 0})
        self.as_good = {"logical"} if found["distance"] in (1, 2) else set()
        self.as_good |= {"destabilizers"} if found["n"] == 2 else set()
        self.before: list[dict[str, Any]] = []
        for claim, line in zip(claims, self.lines[1:], strict=False):
            self.before.append(dict(facts.by_id))
            run.check_claim(claim, line["witness"], facts)
        self.facts = facts

    def refusal(self, statement: bytes, certificate: bytes, first: int, scratch: Path) -> str | None:
        """The id of the first check that refuses these bytes, or None if they are accepted.

        `first` is the number of the first claim that may differ from the good one.
        """
        (scratch / "s.json").write_bytes(statement)
        (scratch / "c.jsonl").write_bytes(certificate)
        try:
            value, statement_hash = read_statement(str(scratch / "s.json"))
            own_name, code_at, state_at, claims = read_subject(value)
            if own_name != self.name:
                return "statement.name"
            if (code_at, state_at) != (self.statement["code"], self.statement["state"]):
                run.read_facts(str(self.fixtures), code_at, state_at)
            ids = [run.read_id(claim, line) for line, claim in enumerate(claims, 2)]
            if not ids or len(set(ids)) < len(ids):
                return "statement.claims"
            lines = read_certificate(str(scratch / "c.jsonl"))
            run.bind(lines, statement_hash, ids)
            first = min(first, len(self.before) - 1)
            self.facts.work.done = 0
            facts = Facts(self.facts.code, self.facts.state, self.facts.work, dict(self.before[first]))
            for claim, line in list(zip(claims, lines[1:], strict=False))[first:]:
                run.check_claim(claim, line["witness"], facts)
        except Refusal as refusal:
            return refusal.check
        return None

    def whole(self, statement: bytes, certificate: bytes, scratch: Path) -> bool:
        """Whether the checker's own entry point accepts these bytes."""
        fixtures = scratch / "fixtures"
        (fixtures / "statements").mkdir(parents=True, exist_ok=True)
        for folder in ("codes", "states"):
            if not (fixtures / folder).exists():
                (fixtures / folder).symlink_to((self.fixtures / folder).resolve())
        (fixtures / "statements" / f"{self.name}.json").write_bytes(statement)
        (scratch / f"{self.name}.jsonl").write_bytes(certificate)
        return run.exit_code(run.check_pair(str(fixtures), str(scratch), self.name)) == 0


def leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The paths of all leaves, keys of empty containers included."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inner = list(items)
    if not inner:
        yield path
    for key, item in inner:
        yield from leaves(item, (*path, key))


def at(value: Any, path: Path_) -> Any:
    """The value at a path."""
    for key in path:
        value = value[key]
    return value


def put(value: Any, path: Path_, item: Any) -> None:
    """Replace the value at a path."""
    at(value, path[:-1])[path[-1]] = item


def other_values(value: Any, chance: random.Random) -> Any:
    """A well-formed value of the same or of a neighbouring sort, different from the given one."""
    while True:
        found = _some_value(value, chance)
        if found != value or type(found) is not type(value):
            return found


def _some_value(value: Any, chance: random.Random) -> Any:
    if isinstance(value, int):
        return chance.choice([0, 1, 2, value + 1, max(0, value - 1), chance.randrange(100), str(value), [value]])
    if isinstance(value, str):
        try:
            number = Fraction(value)
        except (ValueError, ZeroDivisionError):
            return chance.choice([value + "x", value[:-1] or "y", value[::-1], "S", "map", "H", "threshold", 0])
        step = Fraction(chance.randrange(1, 9), chance.choice([1, 1, 2, 10, 10**40]))
        choices = [number + step, number - step, -number, 2 * number, number / 2, 1 / number if number else 1, 10**60]
        return chance.choice([*map(str, choices), "0", "1", int(number) if abs(number) < 99 else 7])
    return chance.choice([[], {}, [value], "0", 0, "x", ["0"], {"x": 0}])


def false_bound(value: str, side: int, chance: random.Random) -> str:
    """A bound moved well past the value that it bounds."""
    step = Fraction(1, chance.choice([3, 10, 200]))
    return str(Fraction(value) + (step if side == LOW else -step))


def false_value(value: str, upper: bool, part: str, chance: random.Random) -> str:
    """A coefficient of a rational bound moved so far that an upper one is too low somewhere, a lower one too high."""
    step = 10 ** chance.choice([6, 7, 20])
    return str(int(value) + (step if upper == (part == "den") else -step))


def other_decimal(value: str, chance: random.Random) -> str:
    """A decimal with as many digits that is off by some units of the last one: no rounding of the same number."""
    digits = value.replace(".", "")
    found = str(max(0, int(digits) + chance.choice([-9, -2, -1, 1, 2, 9]))).zfill(len(digits))
    places = len(value.partition(".")[2])
    return found[:-places] + "." + found[-places:] if places else found


def spoiled(pair: Pair, others: list[list[Any]], chance: random.Random) -> tuple[str, dict[str, Any], list[Any], int]:
    """One attempt: what was done, the statement, the certificate's lines, and the first claim that may differ."""
    statement, lines = copy.deepcopy(pair.statement), copy.deepcopy(pair.lines)
    kind = chance.choices(["leaf", "statement", "line", "splice"], [55, 35, 5, 5])[0]
    if kind == "leaf":
        number = chance.randrange(len(lines))
        where = [path for path in leaves(lines[number]) if not pair.as_good & set(path)]
        for path in chance.sample(where, min(len(where), chance.choice([1, 1, 2, 3]))):
            if path:
                put(lines[number], path, other_values(at(lines[number], path), chance))
        first = max(0, number - 1)
    elif kind == "statement":
        number = chance.randrange(-1, len(statement["claims"]))
        entry = statement["claims"][number] if number >= 0 else {k: v for k, v in statement.items() if k != "claims"}
        where = [path for path in leaves(entry) if path[0] not in FREE_TEXT]
        where = [path for path in where if (entry.get("kind"), path[0]) not in TRUE_TOO]
        path = chance.choice(where)
        bound = (entry.get("kind"), path[0]) in BOUNDS and len(path) == 2
        old = at(entry, path)
        if bound:
            new = false_bound(old, path[1], chance)
        elif (entry.get("kind"), path[0]) == ("basin-threshold", "width"):
            new = chance.choice(["-1", "0", "1/1000000000000"])
        elif (entry.get("kind"), path[0]) in RANGES:
            # a range of a bound may begin at 0 as well
            new = chance.choice(["-1", *(["0"] if entry["kind"] != "bound" else []), "2", "1001/1000"])
        elif (entry.get("kind"), path[0]) == ("bound", "value"):
            new = false_value(old, entry["relation"] in ("at most", "below"), path[1], chance)
        elif (entry.get("kind"), path[0]) == ("printed", "value"):
            new = other_decimal(old, chance)
        else:
            new = other_values(old, chance)
        put(entry, path, new)
        if number < 0:
            statement.update(entry)
        first = max(0, number)
    elif kind == "line":
        i, j = chance.sample(range(len(lines)), 2)
        action = chance.choice(["drop", "double", "swap", "move"])
        if action == "drop":
            del lines[i]
        elif action == "double":
            lines.insert(j, copy.deepcopy(lines[i]))
        elif action == "swap":
            lines[i], lines[j] = lines[j], lines[i]
        else:
            lines.insert(j, lines.pop(i))
        if chance.random() < 0.5 and "end" in lines[-1]:
            lines[-1]["end"] = len(lines) - 2  # a careful forger keeps the count
        first = max(0, min(i, j) - 1)
    else:
        other = chance.choice(others)
        i, j = chance.randrange(len(lines)), chance.randrange(len(other))
        mine = lines[i]
        lines[i] = copy.deepcopy(other[j])
        if "witness" in mine and "witness" in lines[i] and chance.random() < 0.7:
            lines[i]["claim"] = mine["claim"]
        first = max(0, i - 1)
    return kind, statement, lines, first


def attack(pairs: list[Pair], others: list[list[Any]], attempts: int, seed: int) -> tuple[Counter[str], list[str]]:
    """How many attempts of each kind were refused, and a description of each one that was accepted."""
    chance = random.Random(seed)
    refused: Counter[str] = Counter()
    accepted: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        while sum(refused.values()) + len(accepted) < attempts:
            pair = chance.choice(pairs)
            kind, statement, lines, first = spoiled(pair, others, chance)
            if statement == pair.statement and lines == pair.lines:
                continue
            text = statement_bytes(statement)
            if kind == "statement":
                lines[0]["statement"] = "sha256:" + hashlib.sha256(text).hexdigest()
            certificate = "".join(dumps(line) + "\n" for line in lines).encode()
            check = pair.refusal(text, certificate, first, scratch)
            if chance.random() < 0.01 and pair.whole(text, certificate, scratch) != (check is None):
                accepted.append(f"{kind}: the short way says {check}, the whole checker something else")
            elif check is None:
                changed = [x for x in statement["claims"] if x not in pair.statement["claims"]]
                changed += [x for x in lines if x not in pair.lines]
                accepted.append(f"{kind} {pair.name}: {dumps(changed)[:600]}")
            else:
                refused[kind] += 1
    return refused, accepted


QUICK = (
    "ccz8",
    "five-qubit-t",
    "five-qutrit-h-twirled",
    "golay11-graph",
    "golay11-strange",
    "reed-muller15-t",
    "self-orthogonal-11",
    "self-orthogonal-13-f-strange",
    "steane7-h",
)


BASES = ROOT / "tests" / "bases"
QUICK_BASES = ("bounded", "local", "twins-coarse")  # all sorts of bounds; a graph; basins with few cells


def good_pairs() -> tuple[list[Pair], list[list[Any]]]:
    """Committed pairs that are checked in a moment, all kinds among them; and lines of certificates to splice in."""
    pairs = [Pair(ROOT / "fixtures", ROOT / "proofs" / "certificates", name) for name in QUICK]
    pairs += [Pair(BASES, BASES / "certificates", name) for name in QUICK_BASES]
    return pairs, [pair.lines for pair in pairs]


def work(job: tuple[int, int]) -> tuple[Counter[str], list[str]]:
    """One worker's share: attempts and seed."""
    return attack(*good_pairs(), *job)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Spoil good files; every spoiled one must be refused.")
    parser.add_argument("--attempts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_200_187)
    options = parser.parse_args()
    share = -(-options.attempts // WORKERS)
    with ProcessPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(work, [(share, options.seed + i) for i in range(WORKERS)]))
    refused = sum((part[0] for part in parts), Counter())
    accepted = [line for part in parts for line in part[1]]
    for line in accepted[:20]:
        print("ACCEPTED", line)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(refused.items()))
    print(f"seeds from {options.seed}: {sum(refused.values())} of {share * WORKERS} attempts refused ({kinds})")
    print(f"{len(accepted)} accepted")
    return 1 if accepted or not refused else 0


if __name__ == "__main__":
    sys.exit(main())
