"""Count the rooms of `verify/stillproof`, the arrows between them and the circles, from the imports.

    python3 dev/rooms.py            print every room with the rooms it imports, and the three counts
    python3 dev/rooms.py --update   write the counts to dev/rooms.json

A room is a folder or a module directly in the package.  There is an arrow from a room to another one if any module in
it imports anything of the other, at the top of a file, inside a function or for types only.  A circle is a set of two
or more rooms that can all be reached from each other.  A test fails where there is more of anything than dev/rooms.json
says.  Only the source text is read; nothing is imported or run.
"""

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "verify" / "stillproof"
FIGURES = HERE / "rooms.json"

Rooms = dict[str, set[str]]


def rooms_of(package: Path) -> Rooms:
    """Every room of a package, with the rooms that it imports."""
    names = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    found: Rooms = {name: set() for name in sorted(names - {"__init__"})}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).with_suffix("").parts
        room = place[1]
        if room in found:
            found[room] |= {there for there in imported(path, place) if there in found and there != room}
    return found


def imported(path: Path, place: tuple[str, ...]) -> Iterator[str]:
    """The second part of every dotted name that a module imports from the package: `b` of `a.b.c`, or of `a` its `b`.

    `place` is the dotted name of the module itself, split; a package has `__init__` at the end.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = place[: -node.level] if node.level else ()
            within = tuple(node.module.split(".")) if node.module else ()
            names = [(*above, *within, alias.name) for alias in node.names]
        else:
            continue
        yield from (name[1] for name in names if name[0] == place[0] and len(name) > 1)


def circles_of(rooms: Rooms) -> list[set[str]]:
    """The circles: sets of two or more rooms, each of which leads to every other one."""
    reached = {room: reachable(rooms, room) for room in rooms}
    found: list[set[str]] = []
    for room in rooms:
        circle = {other for other in reached[room] if room in reached[other]} | {room}
        if len(circle) > 1 and circle not in found:
            found.append(circle)
    return found


def reachable(rooms: Rooms, start: str) -> set[str]:
    """The rooms to which arrows lead from a room, through any number of others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = rooms[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def figures(rooms: Rooms) -> dict[str, int]:
    """The three counts."""
    return {
        "arrows": sum(map(len, rooms.values())),
        "circles": len(circles_of(rooms)),
        "rooms": len(rooms),
    }


def main() -> None:
    """Print the rooms and the counts; write the counts if asked to."""
    rooms = rooms_of(PACKAGE)
    counted = figures(rooms)
    for room, others in rooms.items():
        print(f"{room}: {', '.join(sorted(others)) or 'imports no other room'}")
    for circle in circles_of(rooms):
        print(f"a circle: {', '.join(sorted(circle))}")
    print(", ".join(f"{counted[what]} {what}" for what in ("rooms", "arrows", "circles")))
    if "--update" in sys.argv[1:]:
        FIGURES.write_text(json.dumps(counted, indent=2, sort_keys=True) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
