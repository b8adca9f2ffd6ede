"""`make prove`: compile the theory, and fail unless every exported theorem is closed under the global context.

    python3 prove.py [--independent]

Prints, for every claim that an instance contains, the theorems about it and what they assume.  With --independent,
coqchk, which shares no code with the kernel's virtual machine, reads the compiled theory again and lists the axioms.
The instances and the two files of refusals are left out: without that machine they would take hours or 15.6 GB.

Exit code: 0 all closed; 10 an axiom, or an instance or the list of claims that is not what its generator writes; 11 Coq
is missing or coqchk needs more than its memory; 1 the theory does not compile.
"""

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import instance
import kernel_claims
import qubit_instance

HERE = Path(__file__).resolve().parent
PACKAGES = "coq libcoq-mathcomp libcoq-mathcomp-zify libcoq-mathcomp-algebra-tactics libcoq-mathcomp-real-closed"
CLOSED = "Closed under the global context"
MAX_MEMORY = 1 << 30  # bytes of memory that coqchk gets: it needs half of that
# what coqchk does not read: runs of `check` on data, which take 15.6 GB without the kernel's virtual machine
LEFT_OUT = ("QubitRefusals", "Refusals")
ASSUMED = (
    "Axioms",
    "Constants/Inductives relying on type-in-type",
    "Constants/Inductives relying on unsafe (co)fixpoints",
    "Inductives whose positivity is assumed",
)


def instances():
    """The names of the instances."""
    return sorted(path.stem for path in (HERE / "instances").glob("*.v"))


def missing():
    """The programs that are not there."""
    return [tool for tool in ("coqc", "coq_makefile", "coqchk", "make") if shutil.which(tool) is None]


def forbidden():
    """Words that leave something unproved, by file."""
    words = {"Admitted", "admit", "Axiom", "Axioms", "Parameter", "Parameters", "Conjecture", "Hypothesis"}
    found = []
    for path in sorted(HERE.rglob("*.v")):
        # inside of a section a Hypothesis is an argument of the theorems after it
        allowed = {"Hypothesis"} if re.search(r"^Section ", path.read_text(encoding="ascii"), re.MULTILINE) else set()
        bad = (words - allowed) & set(path.read_text(encoding="ascii").replace(".", " ").split())
        if bad:
            found.append(f"{path.name}: {', '.join(sorted(bad))}")
    return found


def stale():
    """Files that are not what their generators write: an instance of other data says nothing of a claim."""
    folder = HERE / "instances"
    written = {
        path.name: path.read_text(encoding="ascii") for path in folder.iterdir() if path.suffix in (".v", ".json")
    }
    wanted = {**instance.instances(), **qubit_instance.instances(), "claims.json": kernel_claims.generate()}
    return [
        f"instances/{name} is not what is generated from the statements, codes and certificates"
        for name in sorted(written.keys() | wanted.keys())
        if written.get(name) != wanted.get(name)
    ]


def exported():
    """The head of Assumptions.v, and the theorems that it lists."""
    text = (HERE / "Assumptions.v").read_text(encoding="ascii")
    head = re.findall(r"^From .*?\.$", text, flags=re.MULTILINE | re.DOTALL)
    return head, re.findall(r"^Print Assumptions (\S+)\.$", text, flags=re.MULTILINE)


def claim_theorems(listed):
    """For every claim of claims.json: statement, claim, and the theorems about it with their files."""
    rows = []
    for statement, entry in sorted(listed.items()):
        module = statement.replace("-", "_")
        for claim, theorems in entry["claims"].items():
            rows.append((statement, claim, [f"instances.{module}.{theorem}" for theorem in theorems]))
    return rows


def ask(text):
    """What coqc says when it compiles a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Asked.v"
        path.write_text(text, encoding="ascii")
        command = ["coqc", "-w", "none", "-R", str(HERE), "Stillproof", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def assumptions(theorems, head):
    """What Coq says that each theorem rests on: all at once, and one by one only if that is not nothing."""
    required = f"From Stillproof.instances Require {' '.join(instances())}."
    together = f"Definition together := ({', '.join('@' + name for name in theorems)})."
    if ask("\n".join([*head, required, together, "Print Assumptions together.", ""])).split() == CLOSED.split():
        return dict.fromkeys(theorems, CLOSED)
    asked = [f'Goal True. idtac "== {name}". Abort.\nPrint Assumptions {name}.' for name in theorems]
    parts = re.split(r"^== (\S+)\n", ask("\n".join([*head, required, *asked, ""])), flags=re.MULTILINE)[1:]
    return {name: " ".join(said.split()) for name, said in zip(parts[::2], parts[1::2], strict=True)}


def build():
    """Compile everything but Assumptions.v, whose questions are asked at once instead."""
    for target in (["Makefile.coq"], ["-f", "Makefile.coq"]):
        command = ["make", "-C", str(HERE), *target]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout[-2000:], done.stderr[-2000:], sep="\n", file=sys.stderr)
            raise SystemExit(1)


def prove():
    """Every exported theorem, every claim, and what they assume."""
    listed = json.loads((HERE / "instances" / "claims.json").read_text(encoding="ascii"))
    head, theorems = exported()
    rows = claim_theorems(listed)
    names = dict.fromkeys([*theorems, *(name for _, _, about in rows for name in about)])
    rests = assumptions(list(names), head)
    for name in theorems:
        print(f"theorem         {name}: {rests.get(name, 'nothing said')}")
    for statement, claim, about in rows:
        said = {rests.get(name, "nothing said") for name in about}
        word = "kernel-checked" if said == {CLOSED} else "NOT CLOSED"
        short = ", ".join(name.rpartition(".")[2] for name in about)
        print(f"{word:<15} {statement}  {claim}: {short}: {'; '.join(sorted(said))}")
    closed = [name for name in names if rests.get(name) == CLOSED]
    print(f"{len(closed)} of {len(names)} theorems closed under the global context")
    print(f"claims in the instances: {len(rows)}, of {len(listed)} statements")
    return 0 if theorems and rows and len(closed) == len(names) else 10


def independent():
    """Let coqchk check the compiled theory again within its memory, and list the axioms that it declares."""
    modules = [path.stem for path in sorted(HERE.glob("*.v")) if path.stem not in ("Assumptions", *LEFT_OUT)]
    each = [word for module in modules for word in ("-norec", f"Stillproof.{module}")]
    returncode, said = limited(["coqchk", "-silent", "-o", "-R", str(HERE), "Stillproof", *each], MAX_MEMORY)
    if returncode < 0 or (returncode != 0 and "memory" in said.lower()):
        print(f"coqchk was stopped: it gets {MAX_MEMORY / (1 << 30):.1f} GB of memory and asked for more")
        return 11
    code, lines = verdict(returncode, said)
    print(*(lines if code == 0 else [said.strip(), *lines]), sep="\n")
    print(
        f"left out: {', '.join(LEFT_OUT)} (examples of what is refused, on which no theorem rests: 15.6 GB), the "
        "instances (hours), both for want of the kernel's virtual machine; and the libraries"
    )
    print(f"coqchk read {len(modules)} files of the theory: {'no axiom' if code == 0 else 'NOT ACCEPTED'}")
    return code


def limited(command, memory):
    """Run a program that gets so many bytes of memory and no more: its exit code (minus a signal), and what it says."""

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    return done.returncode, done.stdout + done.stderr  # the summary of coqchk goes to stderr


def verdict(returncode, said):
    """The exit code for what coqchk says, and lines about it: 0 only if nothing of the theory is taken for granted.

    The list of axioms has those of the libraries that are loaded, too (machine integers, sealed modules); that no
    theorem here rests on them is what `Print Assumptions` says.
    """
    parts = re.split(r"^\* (.*?):\s", said, flags=re.MULTILINE)[1:]
    summary = {title: text.split() for title, text in zip(parts[::2], parts[1::2], strict=True)}
    lines, code = [], 0 if returncode == 0 and len(summary) >= len(ASSUMED) else 10
    for title in ASSUMED:
        found = [name for name in summary.get(title, ["(not said)"]) if name != "<none>"]
        own = [name for name in found if not name.startswith(("Coq.", "mathcomp."))]
        lines.append(f"{title}: {', '.join(own) or 'none'}, and {len(found) - len(own)} in libraries")
        code = 10 if own else code
    return code, lines


def main():
    """The command line."""
    absent = missing()
    if absent:
        print(f"{', '.join(absent)}: missing, so nothing is proved. Debian: apt-get install {PACKAGES}")
        return 11
    if bad := [*forbidden(), *stale()]:
        print("\n".join(bad))
        return 10
    build()
    return independent() if "--independent" in sys.argv[1:] else prove()


if __name__ == "__main__":
    sys.exit(main())
