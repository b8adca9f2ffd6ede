"""Check the claims of this folder, with nothing but Python 3.10 or later:

    python3 -I -S check.py [NAME ...] [--json]

Ancillary files have no subfolders.  So in the names of files here a dot stands for the slash of every folder:
fixtures.statements.NAME.json is fixtures/statements/NAME.json, stillproof_check.run.py is stillproof_check/run.py.
This script compares the files with MANIFEST.sha256, copies them under their own names to a temporary folder, and
runs the checker there.  What is checked is the statements; the documents beside them only show what they say.

Exit code: 0 all claims certified; 10 something refuted or refused; 11 something missing; 12 a file that differs from
the manifest, or is malformed; 13 a limit; anything else means that something broke.
"""

import hashlib
import os
import runpy
import sys
import tempfile

if sys.version_info < (3, 10):  # noqa: UP036 - said before anything is defined that an older Python cannot read
    sys.stderr.write("the checker needs Python 3.10 or later\nNOT CERTIFIED (11)\n")
    sys.exit(11)

MANIFEST = "MANIFEST.sha256"
FOLDERS = ("certificates", "fixtures.codes", "fixtures.states", "fixtures.statements")
CHECKER = "stillproof_check"


def listed(folder: str) -> dict[str, str]:
    """The files of the manifest, with their SHA-256."""
    path = os.path.join(folder, MANIFEST)
    if not os.path.isfile(path):
        leave(11, f"{MANIFEST}: no such file")
    with open(path, encoding="ascii", errors="replace") as stream:
        pairs = [line.rstrip("\n").partition("  ") for line in stream]
    return {name: digest for digest, _, name in pairs}


def place(name: str) -> str | None:
    """Where the checker looks for a file of this name; None for a file that it does not read."""
    if name.startswith(CHECKER + ".") and name.endswith(".py"):  # a module: no other dot is in its name
        return os.path.join(*name[:-3].split(".")) + ".py"
    for folder in FOLDERS:
        if name.startswith(folder + "."):
            return os.path.join(*folder.split("."), name[len(folder) + 1 :])
    return None


def restore(folder: str, target: str) -> None:
    """Compare every file with the manifest, and copy those that the checker reads to their places."""
    manifest = listed(folder)
    for name in sorted(os.listdir(folder)):
        if place(name) and name not in manifest:
            leave(12, f"{name}: not in {MANIFEST}")
    for name, digest in manifest.items():
        path = os.path.join(folder, name)
        if os.path.basename(name) != name or not os.path.isfile(path):
            leave(11, f"{name}: no such file, but it is in {MANIFEST}")
        with open(path, "rb") as stream:
            data = stream.read()
        if hashlib.sha256(data).hexdigest() != digest:
            leave(12, f"{name}: differs from {MANIFEST}")
        own = place(name)
        if own:
            path = os.path.join(target, own)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as copy:
                copy.write(data)


def leave(code: int, message: str) -> None:
    """Say what is wrong, and leave with an exit code."""
    print(message, file=sys.stderr)
    print(f"NOT CERTIFIED ({code})", file=sys.stderr)
    sys.exit(code)


def main() -> None:
    """Restore the folders and run the checker in them; its exit code is ours."""
    here = os.path.dirname(os.path.abspath(__file__))
    back = os.getcwd()
    with tempfile.TemporaryDirectory() as scratch:
        restore(here, scratch)
        try:
            os.chdir(scratch)
            sys.path.insert(0, scratch)
            sys.argv[1:1] = ["fixtures", "certificates"]
            runpy.run_module(CHECKER, run_name="__main__", alter_sys=True)
        finally:
            os.chdir(back)


if __name__ == "__main__":
    main()
