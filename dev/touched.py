"""What a change touches: from the paths that differ from a base to the checks that guard them.

`changed` asks git.  Where git cannot know, in a shallow clone or without a base, everything counts as touched.
`scope` is a function of the paths alone, so that tests can hold it to its word.  A path that it does not know touches
everything but the data; so do the build, the selection of tests, and this file.  Documents and the engine touch nothing
that a verdict rests on: the lanes that test them run always.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKER = "proofs/stillproof_check/"
THEORY = "proofs/theory/"

# What no verdict of the checker, of the kernel or of the native program depends on.
APART = re.compile(
    r"(docs|verify|benchmarks|\.github)/|tests/([\w-]+/)*test_\w+\.py$|tests/(meaning|oracles|gate|checker/controls)/"
    r"|tests/(support/(browser|families|random_protocols)|pages/running_text)\.py$|tests/(forged|retired|checker/work)\.json$"
    r"|fixtures/claims/|[A-Z]+\.md$|CITATION\.cff$|LICENSE$|action\.yml$"
    r"|\.gitignore$|\.pre-commit-hooks\.yaml$|proofs/theory/README\.md$"
)
HARNESS = re.compile(
    r"tests/(support/(all_forgeries|edits|forge|judge|spoil)\.py|checker/(forgeries|fuzz_corpus)/|bases/"
    r"|checker/(units|mutation|mutation_equivalent|attack|fuzz)\.\w+$|theory/kernel_forgeries\.py$)"
)
TABLE = re.compile(r"tests/kinds/(\w+)/forgeries\.py$")  # the forgeries of one claim kind


@dataclass(frozen=True)
class Scope:
    """What has to be looked at again.  `reason` says why it is everything, or since which commit the change is."""

    reason: str
    everything: bool = False
    core: bool = False  # the checker apart from its rules, or what holds the checker to its word
    kinds: frozenset[str] = frozenset()  # claim kinds whose rule, producer or forgeries changed
    rules: frozenset[str] = frozenset()  # those of them whose rule changed
    forged: bool = False  # whether forgeries of any kind changed
    theory: bool = False  # the theory or one of its generators
    instances: frozenset[str] = frozenset()  # statements with an instance of the theory whose inputs changed
    data: bool = False  # statements, codes, states or certificates
    native: bool = False  # the native program
    marked: frozenset[str] = frozenset()  # the markers in the tests that changed

    @property
    def checker(self) -> bool:
        """Whether a verdict of the checker may have changed."""
        return self.everything or self.core or self.forged or bool(self.rules)


def git(*words: str) -> str | None:
    """What git prints, or None if it fails."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def base() -> tuple[str | None, str]:
    """The commit that a change is measured from, and a sentence about it.

    `BASE` in the environment names it; otherwise it is where this branch left `origin/main`.
    """
    wanted = os.environ.get("BASE") or "origin/main"
    if git("rev-parse", "--is-shallow-repository") != "false":
        return None, "everything: the clone is shallow, or this is no clone"
    found = git("merge-base", "HEAD", wanted)
    if not found:
        return None, f"everything: there is no {wanted}"
    if found == git("rev-parse", "HEAD"):
        return None, f"everything: {wanted} has all commits of this branch"
    return found, f"what changed since {found[:8]}, where {wanted} was left"


def changed() -> tuple[list[str] | None, str]:
    """The paths that differ from the base, files that are not committed among them; and a sentence.

    None if the base is not known.
    """
    start, said = base()
    if start is None:
        return None, said
    listed = git("diff", "--name-only", "--no-renames", start)
    fresh = git("ls-files", "--others", "--exclude-standard")
    if listed is None or fresh is None:
        return None, "everything: git cannot compare with the base"
    return sorted({*listed.splitlines(), *fresh.splitlines()}), said


def of_kind(stem: str, kinds: Iterable[str]) -> str | None:
    """The claim kind that a file is named after."""
    name = stem.rstrip("_").replace("_", "-")
    return name if name in kinds else None


def inputs(folder: Path = ROOT) -> dict[str, set[str]]:
    """For every statement with an instance of the theory: the files that the instance is made of."""
    listed = json.loads((folder / THEORY / "instances" / "claims.json").read_text(encoding="ascii"))
    found = {}
    for name in listed:
        stated = json.loads((folder / "fixtures" / "statements" / f"{name}.json").read_text(encoding="ascii"))
        own = name.replace("-", "_")
        found[name] = {
            f"fixtures/statements/{name}.json",
            f"fixtures/codes/{stated['code']['name']}.json",
            f"fixtures/states/{stated['state']['name']}.json",
            f"proofs/certificates/{name}.jsonl",
            f"{THEORY}instances/{own}.v",
            f"{THEORY}claims/{own}.v",
        }
    return found


def markers(paths: Iterable[str], folder: Path = ROOT) -> frozenset[str]:
    """The markers in tests among these paths: a test that changed is run by its lane."""
    tests = [folder / path for path in paths if path.startswith("tests/") and path.endswith(".py")]
    text = "".join(path.read_text(encoding="utf-8") for path in tests if path.is_file())
    return frozenset(re.findall(r"pytest\.mark\.(\w+)", text))


def scope(
    paths: list[str] | None,
    said: str,
    kinds: Iterable[str],
    made_of: dict[str, set[str]],
    marked: frozenset[str] = frozenset(),
) -> Scope:
    """What these paths touch; None touches everything."""
    if paths is None:
        return Scope(said, everything=True)
    names, rules = set(), set()
    core, forged, theory, native, data = False, False, False, False, False
    instances = {name for name, files in made_of.items() if files & set(paths)}
    for path in paths:
        stem = Path(path).stem
        if path.startswith(CHECKER + "rules/") and of_kind(stem, kinds):
            rules.add(stem.rstrip("_").replace("_", "-"))
        elif path.startswith("verify/stillproof/claims/"):
            names |= {name for name in [of_kind(stem, kinds)] if name}
        elif (table := TABLE.match(path)) and of_kind(table[1], kinds):
            names.add(table[1].replace("_", "-"))
            forged = True
        elif path.startswith(CHECKER) or path == "proofs/__main__.py" or HARNESS.match(path):
            core = True
        elif path.startswith(("fixtures/statements/", "fixtures/codes/", "fixtures/states/", "proofs/certificates/")):
            data = True
        elif path.startswith("proofs/native/"):
            native = True
        elif APART.match(path):
            continue
        elif path.startswith(THEORY):
            theory |= not any(path in files for files in made_of.values())
        else:  # the build, or a file that is new here
            core = theory = native = True
    return Scope(
        said,
        core=core,
        kinds=frozenset(names | rules),
        rules=frozenset(rules),
        forged=forged,
        theory=theory,
        instances=frozenset(instances),
        data=data,
        native=native,
        marked=marked,
    )


def now() -> Scope:
    """What the working tree touches."""
    kinds = rules()
    paths, said = changed()
    return scope(paths, said, kinds, inputs(), markers(paths or []))


def rules() -> set[str]:
    """The claim kinds that the checker has rules for."""
    sys.path.insert(0, str(ROOT / "proofs"))
    from stillproof_check.rules.table import RULES

    return set(RULES)
