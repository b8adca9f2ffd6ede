"""What `plot` and `supplement` return: files, and how they are kept."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..figures.command import write_figures
from ..supplements.command import summary
from .arguments import path
from .display import picture, sentence


@dataclass(frozen=True, repr=False)
class PlotResult:
    """Figures: `files` has each as SVG and as PDF, by its name; a notebook shows them.

    `notes` say where codes and states were read from.

    >>> from stillproof import plot
    >>> plot("five-qubit-t")
    PlotResult(map-five-qubit-t)
    """

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the figures, without suffix.

        >>> from stillproof import plot
        >>> plot("five-qubit-t").figures
        ('map-five-qubit-t',)
        """
        return tuple(sorted({name.rpartition(".")[0] for name in self.files}))

    def save(self, folder: str | Path) -> Path:
        """Write all files into a folder that is new or empty, all or none; returns the folder.  Raises InputError.

        >>> import tempfile
        >>> from stillproof import plot
        >>> with tempfile.TemporaryDirectory() as scratch:
        ...     sorted(found.name for found in plot("five-qubit-t").save(scratch).iterdir())
        ['map-five-qubit-t.pdf', 'map-five-qubit-t.svg']
        """
        target = path("folder", folder)
        write_figures(target, self.files)
        return target

    def to_dict(self) -> dict[str, Any]:
        """The names of the files; the command has no `--json`.

        >>> from stillproof import plot
        >>> plot("five-qubit-t").to_dict()
        {'files': ['map-five-qubit-t.pdf', 'map-five-qubit-t.svg']}
        """
        return {"files": sorted(self.files)}

    def __repr__(self) -> str:
        return f"PlotResult({', '.join(self.figures)})"

    def _repr_html_(self) -> str:
        """The pictures, one below the other."""
        return "".join(picture(self.files[f"{name}.svg"], name) for name in self.figures)


@dataclass(frozen=True, repr=False)
class SupplementResult:
    """A supplement that was written: its `folder`, the `files` in it, and the hash of its `manifest`.

    `claims` are certified, all of them; `not_written` has the reason for every document that could not be made.

    >>> import tempfile
    >>> from stillproof import supplement
    >>> with tempfile.TemporaryDirectory() as scratch:
    ...     found = supplement("five-qubit-t", output=Path(scratch) / "anc")
    >>> found.claims, found.protocols
    (15, ('five-qubit-t',))
    >>> found.to_dict()["claims"], found.report().splitlines()[-1]
    (15, 'CERTIFIED: 15 of 15 claims, by the checker in that folder')
    """

    folder: Path
    files: tuple[str, ...]
    manifest: str
    claims: int
    protocols: tuple[str, ...]
    not_written: Mapping[str, str]
    _found: dict[str, Any] = field(compare=False)

    def report(self) -> str:
        """What the command `stillproof supplement` prints."""
        return "\n".join([summary(self.folder, self._found), *self._found["read"]])

    def to_dict(self) -> dict[str, Any]:
        """What `stillproof supplement --json` prints."""
        return copy.deepcopy(self._found)

    def __repr__(self) -> str:
        return f"SupplementResult({self.folder}: {len(self.files)} files, {self.claims} certified claims)"

    def _repr_html_(self) -> str:
        """The lines of the report."""
        return "".join(map(sentence, self.report().splitlines()))


def supplement_result(folder: Path, found: dict[str, Any]) -> SupplementResult:
    """The result of what `supplements.command` wrote."""
    files, protocols = tuple(found["files"]), tuple(found["protocols"])
    missing = MappingProxyType(dict(found["not_written"]))
    return SupplementResult(folder, files, found["manifest"], found["claims"], protocols, missing, found)
