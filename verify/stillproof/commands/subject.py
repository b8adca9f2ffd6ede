"""What a command is about: the one reader of its argument PROTOCOL, for every command and for Python.

A protocol is named in one of four ways:

- the id of a statement in the fixtures, or another name of the field for one (files/named.py);
- a folder that `certify -o` or `basin -o` wrote, or one statement file in it;
- a code file, of ours or of another program, with a state family;
- from Python, a pair of a code and a state.

A text that names an existing path is that path, and an id only otherwise.  A code is certified in a temporary folder,
in which commands then find it as they find the fixtures; nothing is left anywhere.  Every command has the checker judge
what it uses, so that no way round it is here.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from ..codes.code import StabilizerCode, read_code
from ..codes.importers.asked import question
from ..codes.importers.read import Imported, read
from ..codes.importers.record import sentences
from ..errors import Declined, InputError, NotCertified
from ..files.named import PROTOCOLS, aliased, require_known
from ..files.places import (
    certificates_of,
    code_path,
    fixtures_folder,
    named_state,
    state_path,
    statement_names,
    statement_path,
)
from ..files.text import dumps, joined, read_bytes, read_json, sha256, write_atomic
from ..protocols.protocol import Protocol as Pair
from ..protocols.state import StateFamily, read_state
from ..statements.checking import Decided
from ..statements.stated import read_named, read_stated
from ..words.progress import Progress, unheard
from ..words.sentences import Sentences
from .basin import basin
from .certify import certified_about
from .report import notes

PATH = re.compile(r"[/\\]|\.[A-Za-z]{1,8}$|^-$")  # a text that is meant as a path, whether there is such a file or not
STATEMENTS = "statements"
SENTENCES = Sentences(
    {
        "alias": "read           {given:text} is {name:name}",
        "folder": "read           {folder:text}, the statement {name:name}",
        "object": "read           the code {code:name} with {count:count} sites",
        "state": "state          {family:name}, from {place:text}",
        "state.ours": "state          {family:name}, a family of stillproof",
        "certified": "certified      {name:name}: {certified:count} of {total:count} claims, by the checker",
    }
)


class HasCode(Protocol):
    """A code with its record: `Code` of the Python interface."""

    @property
    def stabilizer_code(self) -> StabilizerCode:
        """The code."""

    @property
    def record(self) -> Imported | None:
        """Where it is from."""


class HasFamily(Protocol):
    """A state family: `State` of the Python interface."""

    @property
    def family(self) -> StateFamily:
        """The family."""


Given = str | Path | tuple[HasCode | StabilizerCode, HasFamily | StateFamily]
Family = str | Path | HasFamily | StateFamily
Folders = tuple[Path | None, Path | None]


@dataclass(frozen=True)
class Stored:
    """Statements that are there already, in a folder with their certificates."""

    fixtures: Path
    certificates: Path
    names: tuple[str, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Own:
    """A code and a state family that nobody has stated anything about; `lines` say where they are from."""

    code: StabilizerCode
    family: StateFamily
    title: str
    lines: tuple[str, ...]

    @property
    def protocol(self) -> Pair:
        """The code with the family."""
        return Pair(self.code, self.family)

    @property
    def key(self) -> str:
        """What makes it the same subject."""
        return dumps([self.code.json(), self.family.data])


@dataclass(frozen=True)
class Subject:
    """One argument PROTOCOL as it was read: the ids of its statements, and lines for people about where it is from.

    `title` is the name of a code as its owner wrote it, such as `[[5,1,3]]`; else empty.  `lines` are empty for an id.
    """

    names: tuple[str, ...]
    title: str = ""
    lines: tuple[str, ...] = ()

    def json(self) -> dict[str, Any]:
        """The same for programs."""
        return {"lines": list(self.lines), "names": list(self.names), "title": self.title}


@dataclass(frozen=True)
class Subjects:
    """Where the statements are that a command is about, with their certificates, and how each argument was read."""

    fixtures: Path
    certificates: Path
    read: tuple[Subject, ...]

    @property
    def names(self) -> list[str]:
        """The ids of all statements, in the order of the arguments, each once."""
        return list(dict.fromkeys(name for subject in self.read for name in subject.names))

    @property
    def each(self) -> list[str]:
        """The ids, one for each argument.  Raises Declined for a folder with several statements."""
        for subject in self.read:
            if len(subject.names) > 1:
                raise Declined(f"one protocol is asked for, and the folder has {', '.join(subject.names)}: give one "
                               f"of its files in {STATEMENTS}/")  # fmt: skip
        return [subject.names[0] for subject in self.read]

    @property
    def lines(self) -> list[str]:
        """What to print about where the subjects are from; nothing for ids."""
        return list(dict.fromkeys(line for subject in self.read for line in subject.lines))


@contextmanager
def subjects(
    given: Sequence[Given],
    state: Family | None = None,
    *,
    folders: Folders = (None, None),
    answers: Mapping[str, Any] | None = None,
    basins: bool = False,
    progress: Progress = unheard,
) -> Iterator[Subjects]:
    """The subjects of a command, for as long as the block runs: then the temporary folder is gone.

    Each of `given` is an id, a path, or a pair (code, state): of the interface (`Code`, `State`) or of the engine.
    None of them means all statements of `folders`; then there are no `names`.
    `state` is the family for all code files: a name, a path or a State.  `folders` are those of statements and of
    certificates for ids, by default ours.  `answers` are what files of codes leave open (codes/importers/asked.py).
    `basins`: certify basins for a family of two parameters.  `progress` is called with (steps done, steps in all).

    Raises InputError for what is malformed; Declined for an unknown name, or where an option is missing; OverBudget;
    NotCertified where the checker does not certify a code of yours.

    >>> from stillproof.codes.code import read_code
    >>> from stillproof.protocols.state import read_state
    >>> five, t = read_code(Path("fixtures/codes/five-qubit.json")), read_state(Path("fixtures/states/t.json"))
    >>> with subjects(["golay11-strange", Path("fixtures/codes/steane7.json"), (five, t)], "h") as found:
    ...     found.each
    ['golay11-strange', 'steane7-h', 'five-qubit-t']
    """
    read_now = [found(one, state, folders, answers) for one in given]
    unused(read_now, state, answers)
    if not read_now:
        yield Subjects(*located(folders), ())
        return
    places = {(one.fixtures, one.certificates) for one in read_now if isinstance(one, Stored)}
    if len(places) == 1 and all(isinstance(one, Stored) for one in read_now):
        fixtures, certificates = places.pop()
        yield Subjects(fixtures, certificates, tuple(subject_of(one) for one in read_now if isinstance(one, Stored)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "fixtures"
        for one in read_now:
            if isinstance(one, Stored):
                copied(one, folder)
        made: dict[str, Subject] = {}  # a pair that is named twice is certified once
        for one in read_now:
            if isinstance(one, Own) and one.key not in made:
                made[one.key] = certified(one, folder, basins, progress)
        read_them = [subject_of(one) if isinstance(one, Stored) else made[one.key] for one in read_now]
        yield Subjects(folder, folder / "certificates", tuple(read_them))


def listed(protocol: str) -> list[str]:
    """The protocols of a chain A,B,..; the longest text that names a path is one, whatever commas it has.

    >>> listed("reed-muller15-t,ccz8")
    ['reed-muller15-t', 'ccz8']
    """
    parts, read_now = protocol.split(","), list[str]()
    while parts:
        ends = (end for end in range(len(parts), 1, -1) if Path(",".join(parts[:end])).exists())
        end = next(ends, 1)
        read_now.append(",".join(parts[:end]))
        parts = parts[end:]
    return read_now


def protocol_of(
    given: Given,
    state: Family | None = None,
    folders: Folders = (None, None),
    answers: Mapping[str, Any] | None = None,
) -> Own:
    """Code and state family of one argument, of which nothing is certified yet.  Raises as `subjects`."""
    one = found(given, state, folders, answers)
    unused([one], state, answers)
    if isinstance(one, Own):
        return one
    (name,) = Subjects(one.fixtures, one.certificates, (subject_of(one),)).each
    stated = read_stated(one.fixtures, name, one.certificates)
    return Own(stated.protocol.code, stated.state, "", one.lines)


def found(
    given: Given,
    state: Family | None,
    folders: Folders,
    answers: Mapping[str, Any] | None,
) -> Stored | Own:
    """What one argument means; a code is read and not certified yet."""
    if isinstance(given, tuple):
        made, family = given
        code = made if isinstance(made, StabilizerCode) else made.stabilizer_code
        record = None if isinstance(made, StabilizerCode) else made.record
        lines = sentences(record.json()) if record else [SENTENCES.say("object", code=code.name, count=code.n)]
        read_family, line = family_of(family, str(code.name))
        return Own(code, read_family, record.title if record else code.name, (*lines, line))
    path = Path(given)
    if isinstance(given, str) and not path.exists() and not PATH.search(given):
        return by_id(given, folders)
    if statement_names(path) if path.is_dir() else path.parent.name == STATEMENTS and path.is_file():
        return of_folder(path, folders)
    record = read(path, answers)
    if state is None:
        raise question(str(given), "a code needs a state family", "--state")
    read_family, line = family_of(state, str(given))
    return Own(record.code, read_family, record.title, (*sentences(record.json()), line))


def by_id(given: str, folders: Folders) -> Stored:
    """A statement by its id, in our fixtures also by another name.  Raises InputError, Declined."""
    fixtures, certificates = located(folders)
    known = statement_names(fixtures)
    ours = fixtures == fixtures_folder()
    name = aliased(given, known, PROTOCOLS) if ours else given
    if not known:
        raise InputError("--fixtures", "a folder with statements/", fixtures)
    require_known("PROTOCOL", name, "protocol", known, PROTOCOLS if ours else {})
    lines = (SENTENCES.say("alias", given=given, name=name),) if name != given else ()
    return Stored(fixtures, certificates, (name,), lines)


def of_folder(path: Path, folders: Folders) -> Stored:
    """The statements of a folder, or one by its file.  Raises InputError."""
    if folders[0] is not None:
        raise InputError("--fixtures", f"no such option, as {path} has statements of its own", folders[0])
    folder, names = (path, statement_names(path)) if path.is_dir() else (path.parent.parent, [path.stem])
    lines = tuple(SENTENCES.say("folder", folder=folder, name=name) for name in names)
    return Stored(folder, folders[1] or certificates_of(folder), tuple(names), lines)


def located(folders: Folders) -> tuple[Path, Path]:
    """Where statements and certificates are.  Raises InputError."""
    fixtures, certificates = folders
    if fixtures is None and certificates is not None:
        raise InputError("--certificates", "--fixtures, the folder of statements, with it", certificates)
    fixtures = fixtures or fixtures_folder()
    return fixtures, certificates or certificates_of(fixtures)


def family_of(state: Family, whose: str) -> tuple[StateFamily, str]:
    """A state family, and the line that says where it is from.  Raises InputError, Declined."""
    if isinstance(state, StateFamily):
        return state, SENTENCES.say("state", family=state.name, place=whose)
    if not isinstance(state, str | Path):
        return state.family, SENTENCES.say("state", family=state.family.name, place=whose)
    path = state if isinstance(state, Path) else named_state(state)
    family = read_state(path)
    if path.parent == fixtures_folder() / "states":
        return family, SENTENCES.say("state.ours", family=family.name)
    return family, SENTENCES.say("state", family=family.name, place=path)


def unused(read_now: Sequence[Stored | Own], state: object, answers: Mapping[str, Any] | None) -> None:
    """Raises InputError for an option of code files where there is none."""
    stored = [name for one in read_now if isinstance(one, Stored) for name in one.names]
    if any(isinstance(one, Own) for one in read_now):
        return
    reason = f"{stored[0]} is a statement, which names code and state" if stored else "no code file is given"
    for option, value in {"state": state, **(answers or {})}.items():
        if value is not None:
            raise InputError(f"--{option}", f"no such option, as {reason}", value)


def subject_of(stored: Stored) -> Subject:
    """Statements that are there already."""
    return Subject(stored.names, "", stored.lines)


def copied(stored: Stored, folder: Path) -> None:
    """Put statements into a folder with others.  Raises InputError where another file has one of their names."""
    for name in stored.names:
        stated = read_named(stored.fixtures, name, stored.certificates)
        code, state = stated.protocol.code.name, stated.state.name
        answer = stored.certificates / f"{name}.jsonl"
        for source, target in (
            (code_path(stored.fixtures, code), code_path(folder, code)),
            (state_path(stored.fixtures, state), state_path(folder, state)),
            (statement_path(stored.fixtures, name), statement_path(folder, name)),
            (answer, folder / "certificates" / answer.name),
        ):
            if source == answer and not answer.is_file():
                continue  # the checker says so
            data = source.read_bytes() if source == answer else read_bytes(source)
            if target.exists() and target.read_bytes() != data:
                raise InputError(str(source), "no other file of this name", "one about something else")
            write_atomic(target, data)


def certified(own: Own, folder: Path, basins: bool, progress: Progress) -> Subject:
    """Certify a code and a family in a folder, under names that nothing else has.  Raises NotCertified, and others."""
    code, family = distinct(own, folder)
    summary, exit_code, _ = about(code, family, folder, basins, progress)
    if exit_code:
        reasons = [text for text in summary.get("errors", []) if text.strip()]
        raise NotCertified(exit_code, "; ".join(reasons).replace("\n", " ") or "the checker broke")
    name = Path(summary["certificate"]).stem
    lines = [*own.lines, SENTENCES.say("certified", name=name, **summary["claims"])]
    if "offer" in summary:
        lines += notes(summary)
    return Subject((name,), own.title, tuple(lines))


def about(
    code: StabilizerCode, family: StateFamily, folder: Path, basins: bool, progress: Progress
) -> Decided | tuple[dict[str, Any], int, None]:
    """What `basin` certifies of two parameters, if basins are wanted and there are any; else what `certify` does."""
    if basins and len(family.parameters) > 1:
        try:
            return (*basin(code, family, None, [], folder, progress), None)
        except Declined:
            pass
    return certified_about(code, family, folder, progress)


def distinct(own: Own, folder: Path) -> tuple[StabilizerCode, StateFamily]:
    """Code and family under their names, with a hash where a name is that of another file, in the folder or of ours.

    So no statement about a code of yours has an id of ours, unless it is about our code and our family.
    """
    code, family, ours = own.code, own.family, fixtures_folder()
    if any(another_code(code_path(place, code.name), code) for place in (folder, ours)):
        code = marked(code, dumps(code.json()))
    if any(another_family(state_path(place, family.name), family) for place in (folder, ours)):
        name = hashed(family.name, dumps(family.data))
        family = replace(family, name=name, data={**family.data, "name": name})
    wanted = joined(code.name, family.name), joined(code.name, family.name, "basin")
    if any(statement_path(folder, name).exists() or elsewhere(name, code, family) for name in wanted):
        code = marked(code, dumps([code.json(), family.data]))
    return code, family


def hashed(name: str, content: str) -> str:
    """A name with a hash of what it stands for."""
    return joined(name, sha256(content)[:8])


def marked(code: StabilizerCode, content: str) -> StabilizerCode:
    """A code under its name with a hash."""
    return replace(code, name=hashed(code.name, content))


def another_code(path: Path, code: StabilizerCode) -> bool:
    """Whether a file is there, and has another code; where it is from does not count."""
    return path.exists() and replace(read_code(path), source=code.source).json() != code.json()


def another_family(path: Path, family: StateFamily) -> bool:
    """Whether a file is there, and has another family."""
    return path.exists() and read_state(path).data != family.data


def elsewhere(name: str, code: StabilizerCode, family: StateFamily) -> bool:
    """Whether this is the id of a statement of ours about something else."""
    path = statement_path(fixtures_folder(), name)
    if not path.exists():
        return False
    stated = read_json(path)
    return (stated["code"]["name"], stated["state"]["name"]) != (code.name, family.name)


__all__ = ["Family", "Folders", "Given", "Own", "Subject", "Subjects", "listed", "protocol_of", "subjects"]
