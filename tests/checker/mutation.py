"""Mutation testing of the checker: is there a check that no test needs?

    python tests/checker/mutation.py [--all] [FILE ...]

Every check is deleted, and every check's condition negated; each of these mutants has to be killed.  `--all` changes
the rest too, comparisons, operators and constants: it reports the survivors that have no reason.  With names of files
only these are changed.

Every mutant is the checker with one change of its syntax tree, loaded as a fresh package and run over the stored
forgeries and their honest twins.  It is killed when a forgery is no longer refused by its own check first, with its
exit code, or when an honest base is no longer certified.  A mutant that fails to import is void; one that runs into
the time limit is killed by time-out, and counted apart.  A survivor has to be equivalent to the checker, for a reason
in `mutation_equivalent.json`, under a key that holds the text of the line: a changed line has to be argued again.

Left alone: what only writes messages (`MESSAGES`, and everything after the id of a check), annotations, text, and what
counts operations (`COSTS`): only a limit depends on it, and test_work.py compares the counts with stored ones.

A trial that does not enter the mutated function behaves as it does without the mutation, and is left out; the others
run in an order that puts those first that killed the last mutants of the same function.  Nothing else is kept from
one mutant to the next.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import json
import multiprocessing
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]

import all_forgeries  # noqa: E402
import units  # noqa: E402
from judge import EXITS, Trial, bases, forged_trial, full_trial, honest_trial, judge, nothing_trial  # noqa: E402

ROOT = HERE.parents[1]
PACKAGE = ROOT / "proofs" / "stillproof_check"
EQUIVALENT = HERE / "mutation_equivalent.json"
SUMMARY = ROOT / "docs" / "mutation.md"
ARITHMETIC = "## The arithmetic around the checks"
BUILD = ROOT / "build" / "mutation.json"
PROCESSES = 2
SECONDS = 10.0  # of processor time for one trial, and at most WAIT seconds in all: others may use the machine
WAIT = 120.0
MEMORY = 2 << 30

SOURCES = {path: path.read_text() for path in sorted(PACKAGE.rglob("*.py"))}  # read once: what is mutated
FILES = sorted(path for path in SOURCES if path.stem not in ("__init__", "__main__", "lemmas", "table"))
MESSAGES = {
    "brief",
    "first_difference",
    "float_free",
    "__str__",
    "report",
    "row",
    "main",
    "blame",
    "Refusal",
    "plain",
    "at_a_point",
    "first_coefficients",
}
COSTS = {"more", "products"}  # the methods of the counter

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Add,), ast.Div: (ast.Mult,), ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Add,), ast.Pow: (ast.Mult,), ast.LShift: (ast.RShift,), ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,), ast.BitOr: (ast.BitAnd,), ast.BitXor: (ast.BitOr,),
}  # fmt: skip
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}

Change = tuple[str, Callable[[], None], Callable[[], None]]  # what, do, undo


class Mutant(NamedTuple):
    """One change of one file: where it is, what it is, and the check that it is in, if it is in one."""

    file: str
    line: int
    function: str
    key: str
    what: str
    check: str


def fields(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """The children of a node, each with the place that it is in."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield node, name, None, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield node, name, index, item


def put(parent: ast.AST, name: str, index: int | None, value: Any) -> Callable[[], None]:
    """Put a value in a place, later."""

    def action() -> None:
        if index is None:
            setattr(parent, name, value)
        else:
            getattr(parent, name)[index] = value

    return action


def negated(test: ast.expr) -> ast.expr:
    """not test."""
    return ast.copy_location(ast.UnaryOp(ast.Not(), test), test)


def check_of(node: ast.AST) -> str:
    """The id, if the node is a call of a check."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXITS and len(node.args) > 1:
        given = node.args[1]
        return str(given.value) if isinstance(given, ast.Constant) else ""
    return ""


def changes(parent: ast.AST, name: str, index: int | None, node: ast.AST) -> Iterator[Change]:
    """The mutations of one node in its place."""

    def swap(what: str, value: Any) -> Change:
        return what, put(parent, name, index, value), put(parent, name, index, node)

    def inside(what: str, at: str, value: Any) -> Change:
        return what, put(node, at, None, value), put(node, at, None, getattr(node, at))

    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield swap("deleted", ast.copy_location(ast.Pass(), node))
    if isinstance(node, ast.Raise) and node.exc and check_of(node.exc):
        yield swap("deleted", ast.copy_location(ast.Pass(), node))
    if (
        check_of(node)
        and isinstance(node, ast.Call)
        and not (isinstance(node.func, ast.Name) and node.func.id == "Refusal")
    ):
        first = node.args[0]
        yield "condition negated", put(node, "args", 0, negated(first)), put(node, "args", 0, first)
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield inside(f"{type(node).__name__.lower()} negated", "test", negated(node.test))
    if isinstance(node, ast.comprehension):
        for i, test in enumerate(node.ifs):
            yield "filter negated", put(node, "ifs", i, negated(test)), put(node, "ifs", i, test)
    if isinstance(node, ast.Compare):
        for i, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                what = f"{type(operator).__name__} to {other.__name__}"
                yield what, put(node, "ops", i, other()), put(node, "ops", i, operator)
    if isinstance(node, ast.BoolOp):
        other_word = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield inside(f"{type(node.op).__name__} to {type(other_word).__name__}", "op", other_word)
        for i in range(len(node.values)):
            rest = [x for j, x in enumerate(node.values) if j != i]
            left = rest[0] if len(rest) == 1 else ast.copy_location(ast.BoolOp(node.op, rest), node)
            yield swap(f"operand {i} left out", left)
    if isinstance(node, ast.BinOp | ast.AugAssign):
        for kind in OPERATORS[type(node.op)]:
            yield inside(f"{type(node.op).__name__} to {kind.__name__}", "op", kind())
    if isinstance(node, ast.UnaryOp):
        yield swap(f"{type(node.op).__name__} left out", node.operand)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        for value in (node.value + 1, node.value - 1):
            yield inside(f"{node.value} to {value}", "value", value)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in NAMES:
        yield inside(f"{node.id} to {NAMES[node.id]}", "id", NAMES[node.id])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
        last = len(node.args) - 1
        for kind, word in ((ast.Add, "one more"), (ast.Sub, "one less")):
            bound = ast.copy_location(
                ast.BinOp(node.args[last], kind(), ast.copy_location(ast.Constant(1), node)), node
            )
            ast.fix_missing_locations(bound)
            yield f"range {word}", put(node, "args", last, bound), put(node, "args", last, node.args[last])


def walk(
    parent: ast.AST, name: str, index: int | None, node: ast.AST, function: str, check: str, statement: ast.AST
) -> Iterator[tuple[ast.AST, ast.AST, str, str, Change]]:
    """All mutations below a node: the node, its statement, its function, the check it is in, and the change."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        if node.name in MESSAGES:
            return
        if isinstance(node, ast.FunctionDef) and not function.endswith(")"):
            function = f"{function}{node.name}()"
        elif isinstance(node, ast.ClassDef):
            function = f"{node.name}."
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        if isinstance(called, ast.Attribute) and called.attr in COSTS:
            return
    if isinstance(node, ast.stmt):
        statement = node
    inner = check_of(node)
    check = inner or check
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        check = check_of(node.value) or check
    for change in changes(parent, name, index, node):
        yield node, statement, function, check, change
    for below in fields(node):
        _, at, i, child = below
        if isinstance(child, ast.JoinedStr) or at in ("annotation", "returns", "decorator_list"):
            continue
        if inner and at == "args" and i is not None and i >= (0 if isinstance(parent, ast.Raise) else 1):
            continue
        yield from walk(node, at, i, child, function, check, statement)


def mutations(path: Path, tree: ast.Module) -> Iterator[tuple[Mutant, Change]]:
    """The mutants of one file, in order; do the change, compile the tree, undo it."""
    lines = SOURCES[path].splitlines()
    seen: Counter[str] = Counter()
    file = str(path.relative_to(PACKAGE))
    for below in list(fields(tree)):
        for node, statement, function, check, change in walk(*below, "", "", below[3]):
            if isinstance(statement, ast.ImportFrom | ast.Import):
                continue
            line = int(getattr(node, "lineno", getattr(statement, "lineno", 0)))
            text = f"{file}: {function.rstrip('()')}: {lines[line - 1].strip()}: {change[0]}"
            seen[text] += 1
            key = text if seen[text] == 1 else f"{text} ({seen[text]})"
            yield Mutant(file, line, function.removesuffix("()"), key, change[0], check), change


def all_mutants() -> list[Mutant]:
    """Every mutant of every file."""
    return [mutant for path in FILES for mutant, _ in mutations(path, ast.parse(SOURCES[path]))]


class Loader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the checker from code objects."""

    def __init__(self, codes: dict[str, tuple[CodeType, bool]]):
        self.codes = codes

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """The modules of the checker only."""
        if name not in self.codes:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=self.codes[name][1])

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """An ordinary module."""

    def exec_module(self, module: Any) -> None:
        """Run the module's code."""
        exec(self.codes[module.__name__][0], module.__dict__)  # noqa: S102


def module_name(path: Path) -> str:
    """The dotted name of a file of the checker."""
    parts = ("stillproof_check", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def originals() -> dict[str, tuple[CodeType, bool]]:
    """The checker as it is, compiled."""
    return {
        module_name(path): (compile(source, str(path), "exec"), path.stem == "__init__")
        for path, source in SOURCES.items()
    }


def load(codes: dict[str, tuple[CodeType, bool]]) -> Callable[[], None]:
    """A fresh copy of the checker: its `main`.  Whatever importing it raises is raised."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "stillproof_check"]:
        del sys.modules[name]
    loader = Loader(codes)
    sys.meta_path.insert(0, loader)
    try:
        main: Callable[[], None] = importlib.import_module("stillproof_check.run").main
        return main
    finally:
        sys.meta_path.remove(loader)


class OutOfTime(BaseException):
    """The time for one trial is over."""


def out_of_time(_signal: int, _frame: FrameType | None) -> None:
    """The alarm."""
    raise OutOfTime


def limit(seconds: float) -> None:
    """Raise `OutOfTime` after so much processor time, or after `WAIT` seconds; 0 for never."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, WAIT if seconds else 0)


def limited(main: Callable[[], None], trial: Trial) -> str:
    """How a trial ends: "passed", "failed" or "time-out"."""
    limit(SECONDS)
    try:
        return "passed" if judge(main, trial) == trial.expected else "failed"
    except OutOfTime:
        return "time-out"
    except BaseException:
        return "failed"
    finally:
        limit(0)


def units_hold(file: str) -> bool:
    """Whether the facts of `units.py` hold for the checker that was loaded last, first those about this file."""
    limit(SECONDS)
    try:
        room = "rules." if file.startswith("rules/") else ""
        return not units.failing(importlib.import_module, f"{room}{Path(file).stem}.")
    except BaseException:
        return False
    finally:
        limit(0)


def lay_out_trials(root: Path) -> list[Trial]:
    """All forgeries and honest bases."""
    trials = [honest_trial(base, root / "honest" / base) for base in bases()]
    trials += [full_trial(root / "full"), nothing_trial(root / "nothing")]
    return trials + [forged_trial(case, root / "forged" / case.id) for case in all_forgeries.cases()]


def check_mutants() -> list[Mutant]:
    """Every check deleted, and every check's condition negated."""
    return [mutant for mutant in all_mutants() if mutant.check and mutant.what in ("deleted", "condition negated")]


def entered(main: Callable[[], None], trial: Trial) -> set[str]:
    """The functions of the checker that a trial enters, as `file: function`."""
    codes: dict[int, CodeType] = {}

    def trace(frame: FrameType, _event: str, _argument: object) -> None:
        codes[id(frame.f_code)] = frame.f_code

    sys.settrace(trace)
    try:
        judge(main, trial)
    finally:
        sys.settrace(None)
    start = f"{PACKAGE}/"
    inside = [code for code in codes.values() if code.co_filename.startswith(start)]
    return {f"{code.co_filename.removeprefix(start)}: {code.co_qualname.partition('.<locals>')[0]}" for code in inside}


def hunt(mutants: list[Mutant], trials: list[Trial], enters: dict[str, set[str]]) -> Iterator[tuple[Mutant, str, str]]:
    """What becomes of these mutants of one file: "killed", "time-out", "void" or "survived"; and which trial did it."""
    codes = originals()
    recent: dict[str, list[Trial]] = {}
    wanted = {mutant.key for mutant in mutants}
    path = PACKAGE / mutants[0].file
    name, tree = module_name(path), ast.parse(SOURCES[path])
    for mutant, (_, do, undo) in mutations(path, tree):
        if mutant.key not in wanted:
            continue
        do()
        mutated = compile(tree, str(path), "exec")
        undo()
        try:
            main = load({**codes, name: (mutated, codes[name][1])})
        except BaseException:
            yield mutant, "void", ""
            continue
        place = f"{mutant.file}: {mutant.function}"
        own = [trial for trial in trials if trial.expected[1] == mutant.check and mutant.check]
        last = recent.setdefault(place, []) + recent.setdefault("", [])
        outcome = ("survived", "") if units_hold(mutant.file) else ("killed", "units")
        for trial in () if outcome[0] == "killed" else dict.fromkeys([*own, *last, *trials]):
            if mutant.function and place not in enters[trial.name]:
                continue
            end = limited(main, trial)
            if end != "passed":
                outcome = ("killed" if end == "failed" else end), trial.name
                for queue in (recent[place], recent[""]):
                    if trial in queue:
                        queue.remove(trial)
                    queue.insert(0, trial)
                    del queue[8:]
                break
        yield mutant, *outcome


def worker(job: tuple[list[Mutant], list[Trial], dict[str, set[str]]]) -> list[tuple[Mutant, str, str]]:
    """One part of the work, in a process of its own."""
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, out_of_time)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    return list(hunt(*job))


def run(mutants: list[Mutant]) -> Iterator[tuple[Mutant, str, str]]:
    """What becomes of the mutants, in order, each as soon as it is known."""
    with tempfile.TemporaryDirectory() as scratch:
        trials = lay_out_trials(Path(scratch))
        main = load(originals())
        if units.failing(importlib.import_module):
            raise SystemExit(f"without any mutation: {units.failing(importlib.import_module)}")
        took: dict[str, float] = {}
        wrong = []
        for trial in trials:
            start = time.perf_counter()
            if judge(main, trial) != trial.expected:
                wrong.append(trial.name)
            took[trial.name] = time.perf_counter() - start
        trials.sort(key=lambda trial: took[trial.name])
        if wrong:
            raise SystemExit(f"without any mutation these fail: {wrong}")
        enters = {trial.name: entered(main, trial) for trial in trials}
        jobs = []
        for file in dict.fromkeys(mutant.file for mutant in mutants):
            part = [mutant for mutant in mutants if mutant.file == file]
            jobs += [(part[i : i + 12], trials, enters) for i in range(0, len(part), 12)]
        with multiprocessing.get_context("fork").Pool(PROCESSES, maxtasksperchild=1) as pool:
            for rows in pool.imap(worker, jobs):
                yield from rows


def verdict(rows: list[tuple[Mutant, str, str]]) -> tuple[list[str], list[str]]:
    """Survivors without a reason, and reasons without a survivor."""
    reasons = json.loads(EQUIVALENT.read_text()) if EQUIVALENT.exists() else {}
    survivors = {mutant.key for mutant, end, _ in rows if end == "survived"}
    ran = {mutant.key for mutant, _, _ in rows}
    known = {mutant.key for mutant in all_mutants()}
    stale = [key for key in reasons if key not in known or (key in ran and key not in survivors)]
    return sorted(survivors - set(reasons)), sorted(stale)


def summary(rows: list[tuple[Mutant, str, str]]) -> str:
    """The first part of docs/mutation.md: the checks."""
    total = Counter(end for _, end, _ in rows)
    judged = total["killed"] + total["time-out"]
    lines = [
        "# Mutation testing of the checker",
        "",
        "Generated by `make mutants` (`tests/checker/mutation.py`, which says what a mutant is and when it is killed).",
        "",
        "Every check of the checker is deleted once, and its condition negated once.",
        "",
        f"Mutants {sum(total.values())}, void {total['void']}, survived {total['survived']}; "
        f"of the others {judged} of {judged} are killed.",
        "",
        "| file | mutants | killed | void | survived |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join([*lines, *rows_of(rows)]) + "\n"


def rows_of(rows: list[tuple[Mutant, str, str]]) -> list[str]:
    """The rows of the table of the checks."""
    count: dict[str, Counter[str]] = {}
    for mutant, end, _ in rows:
        count.setdefault(mutant.file, Counter())[end] += 1
    cells = {
        file: [sum(ends.values()), ends["killed"] + ends["time-out"], ends["void"], ends["survived"]]
        for file, ends in sorted(count.items())
    }
    return [f"| `{file}` | {' | '.join(map(str, numbers))} |" for file, numbers in cells.items()]


def arithmetic(rows: list[tuple[Mutant, str, str]]) -> str:
    """The second part of docs/mutation.md: all mutants of some files, each file as it was when it was run."""
    total = Counter(end for _, end, _ in rows)
    judged = total["killed"] + total["time-out"]
    files = list(dict.fromkeys(mutant.file for mutant, _, _ in rows))
    lines = [
        ARITHMETIC,
        "",
        "Generated by `python tests/checker/mutation.py --all [FILE ...]`: comparisons, operators, constants,",
        "conditions, ranges and calls of these files are changed as well, one at a time; facts about single functions",
        "(`tests/checker/units.py`) are tried before the forgeries. Each file is the one with the given hash.",
        "",
        f"Files {len(files)} of {len(FILES)}, mutants {len(rows)}, void {total['void']}, survived {total['survived']}; "
        "every survivor has its reason in",
        f"`tests/checker/mutation_equivalent.json`. Of the others {judged} of {judged} are killed, "
        f"{total['time-out']} of them by the time limit.",
        "",
        "| file | SHA-256 | mutants | killed | void | survived |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for file in files:
        ends = Counter(end for mutant, end, _ in rows if mutant.file == file)
        cells = [sum(ends.values()), ends["killed"] + ends["time-out"], ends["void"], ends["survived"]]
        lines.append(f"| `{file}` | `{digest(file)}` | {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def digest(file: str) -> str:
    """The first digits of the SHA-256 of a file of the checker."""
    return hashlib.sha256(SOURCES[PACKAGE / file].encode()).hexdigest()[:12]


def keep(rows: list[tuple[Mutant, str, str]], every: list[Mutant], merged: bool) -> list[tuple[Mutant, str, str]]:
    """Write these results into build/mutation.json, merged into those of earlier runs if this is said; return all."""
    known: dict[str, tuple[str, str]] = {}
    if merged and BUILD.exists():
        known = {row["key"]: (row["end"], row["trial"]) for row in json.loads(BUILD.read_text())["mutants"]}
    known |= {mutant.key: (end, trial) for mutant, end, trial in rows}
    whole = [(mutant, *known[mutant.key]) for mutant in every if mutant.key in known]
    table = [{"end": end, "file": x.file, "key": x.key, "line": x.line, "trial": trial} for x, end, trial in whole]
    BUILD.parent.mkdir(exist_ok=True)
    BUILD.write_text(
        json.dumps({"count": Counter(row[1] for row in whole), "mutants": table}, indent=1, sort_keys=True) + "\n"
    )
    return whole


def main() -> None:
    """Run the mutants and fail if a survivor has no reason; the summary is that of the checks.

    Of some files, the rows of the summary are compared.
    With `--all` the results are merged into those of earlier runs, in build/mutation.json, whenever a file is done, and
    the second part of docs/mutation.md is written if no survivor of all these runs is without a reason.
    """
    whole_text, only = "--all" in sys.argv, [word for word in sys.argv[1:] if word != "--all"]
    every = all_mutants() if whole_text else check_mutants()
    wanted = [mutant for mutant in every if not only or mutant.file in only]
    rows: list[tuple[Mutant, str, str]] = []
    whole: list[tuple[Mutant, str, str]] = []
    for row in run(wanted):
        rows.append(row)
        if len(rows) == len(wanted) or row[0].file != wanted[len(rows)].file:
            whole = keep(rows, every, whole_text)
    unexplained, stale = verdict(rows)
    count = Counter(end for _, end, _ in rows)
    first, mark, second = SUMMARY.read_text().partition(ARITHMETIC)
    if only and not whole_text:
        stated = first.splitlines()
        stale += [line for line in rows_of(rows) if line not in stated]
    elif not whole_text:
        SUMMARY.write_text(summary(whole) + (f"\n{mark}{second}" if mark else ""))
    elif verdict(whole) == ([], []):
        SUMMARY.write_text(f"{first.rstrip()}\n\n{arithmetic(whole)}")
    for key in unexplained:
        print(f"survived: {key}")
    for key in stale:
        print(f"no such survivor, or row of docs/mutation.md: {key}")
    print(f"{len(rows)} mutants: {dict(count)}, unexplained {len(unexplained)}, stale reasons {len(stale)}")
    sys.exit(10 if unexplained or stale else 0)


if __name__ == "__main__":
    main()
