"""`make prove`: compile the theory, and say of which claims Coq's kernel has checked what they say.

    python3 prove.py [--independent | --both | --only STATEMENT ...]

Everything is compiled in an empty folder, build/kernel: the theory from this folder, and the instances and the types of
the claims as they are generated from fixtures/ and proofs/certificates/ now.  A claim is kernel-checked if its theorem
in claims/*.v has the type that claim_types.py writes, and rests on no axiom.  With --independent, coqchk, which shares
no code with the kernel's virtual machine, reads the compiled theory again and lists the axioms.  The instances and the
two files of refusals are left out: without that machine they would take hours or 15.6 GB.  --both does one after the
other, and compiles once.  --only compiles the instances of these statements and what they need of the theory, and says
how many it leaves out: the other instances, and the files of the theory that none of these rests on, are not looked at.

Exit code: 0 all closed; 10 an axiom, a theorem that says something else than its claim, or a file here that is not what
its generator writes; 11 Coq is missing or coqchk needs more than its memory, or a claim that this version does not
know; 12 and 13 files that are malformed or too large; 1 the theory does not compile; 2 a word that is no option, or no
statement with an instance.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # `make prove` runs Python with -I, so that nothing is taken from the environment

import kernel_claims  # noqa: E402
from reading import ROOT, Refusal  # noqa: E402

BUILD = ROOT / "build" / "kernel"
GENERATED = ("instances", "claims")
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


def modules():
    """The names of the files of the theory."""
    return [path.stem for path in sorted(HERE.glob("*.v")) if path.stem != "Assumptions"]


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


def stale(wanted):
    """Files that are not what their generators write: an instance of other data says nothing of a claim."""
    written = {
        f"{folder}/{path.name}": path.read_bytes()
        for folder in GENERATED
        for path in (HERE / folder).iterdir()
        if path.suffix in (".v", ".json")
    }
    return [
        f"kernel.generated: {name} is not what is generated from the statements, codes, states and certificates"
        for name in sorted(written.keys() | wanted.keys())
        if written.get(name) != wanted.get(name, "").encode()
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
        for claim, theorems in entry["claims"].items():
            rows.append((statement, claim, [f"Stillproof.claims.{theorem}" for theorem in theorems]))
    return rows


def ask(text, folder):
    """What coqc says when it compiles a text."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "Asked.v"
        path.write_text(text, encoding="ascii")
        command = ["coqc", "-w", "none", "-R", str(folder), "Stillproof", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def assumptions(theorems, head, folder):
    """What Coq says that each theorem rests on: all at once, and one by one only if that is not nothing."""
    together = f"Definition together := ({', '.join('@' + name for name in theorems)})."
    if ask("\n".join([*head, together, "Print Assumptions together.", ""]), folder).split() == CLOSED.split():
        return dict.fromkeys(theorems, CLOSED)
    asked = [f'Goal True. idtac "== {name}". Abort.\nPrint Assumptions {name}.' for name in theorems]
    parts = re.split(r"^== (\S+)\n", ask("\n".join([*head, *asked, ""]), folder), flags=re.MULTILINE)[1:]
    return {name: " ".join(said.split()) for name, said in zip(parts[::2], parts[1::2], strict=True)}


def build(folder, generated, targets):
    """Compile in an empty folder what these targets need; Assumptions.v is left out, its questions are asked at once.

    The theory is copied, and what is generated is written: nothing that was compiled before, and no file that no
    generator writes, is there to be found.  Returns 0, 10 if a theorem has not the type of its claim, and 1 otherwise.
    """
    if folder.is_symlink() or folder.parent.is_symlink():
        print(f"kernel.build: {folder} is a link: the theory is built in a folder of its own", file=sys.stderr)
        return 1
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)  # it is new, or this fails
    texts = {f"{name}.v": (HERE / f"{name}.v").read_text(encoding="ascii") for name in modules()}
    texts |= {name: text for name, text in generated.items() if name.endswith(".v")}
    texts["_CoqProject"] = "\n".join(["-R . Stillproof", "-arg -w -arg none", *texts, ""])
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="ascii")
    jobs = f"-j{os.cpu_count() or 1}"
    make = ["make", "-C", str(folder), "-f", "Makefile.coq", jobs, *targets]
    for command in (["coq_makefile", "-f", "_CoqProject", "-o", "Makefile.coq"], make):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return failure(done.stdout[-2000:], done.stderr[-4000:])
    return 0


def failure(out, err):
    """Say what did not compile: a file of claims/ is one whose theorem has another type than its claim."""
    other = re.search(r'^File "(?:\./)?(claims/\w+\.v)"', err, flags=re.MULTILINE)
    if other is None:
        print(out, err, sep="\n", file=sys.stderr)
        return 1
    print(
        f"kernel.theorem: {other[1]}: that the theorem of the instance says what the claim says is not shown",
        file=sys.stderr,
    )
    print(err, file=sys.stderr)
    return 10


def prove(folder, listed, part=False):
    """Every exported theorem, every claim, and what they assume; of a part, the claims alone."""
    head, theorems = (["From Stillproof Require Import Definitions."], []) if part else exported()
    rows = claim_theorems(listed)
    head.append(f"From Stillproof.claims Require {' '.join(name.replace('-', '_') for name in sorted(listed))}.")
    names = dict.fromkeys([*theorems, *(name for _, _, about in rows for name in about)])
    rests = assumptions(list(names), head, folder)
    for name in theorems:
        print(f"theorem         {name}: {rests.get(name, 'nothing said')}")
    checked = 0
    for statement, claim, about in rows:
        said = {rests.get(name, "nothing said") for name in about}
        word = "kernel-checked" if said == {CLOSED} else "NOT CLOSED"
        checked += word == "kernel-checked"
        short = ", ".join(name.rpartition(".")[2] for name in about)
        print(f"{word:<15} {statement}  {claim}: {short}: {'; '.join(sorted(said))}")
    closed = [name for name in names if rests.get(name) == CLOSED]
    print(f"{len(closed)} of {len(names)} theorems closed under the global context")
    print(f"kernel-checked claims: {checked}, of {len(listed)} statements; their types: proofs/theory/claims")
    return 0 if (theorems or part) and rows and len(closed) == len(names) else 10


def read_again():
    """The files of the theory that coqchk reads."""
    return [module for module in modules() if module not in LEFT_OUT]


def independent(folder=BUILD):
    """Let coqchk check the compiled theory again within its memory, and list the axioms that it declares."""
    read = read_again()
    each = [word for module in read for word in ("-norec", f"Stillproof.{module}")]
    returncode, said = limited(["coqchk", "-silent", "-o", "-R", str(folder), "Stillproof", *each], MAX_MEMORY)
    if returncode < 0 or (returncode != 0 and "memory" in said.lower()):
        print(f"coqchk was stopped: it gets {MAX_MEMORY / (1 << 30):.1f} GB of memory and asked for more")
        return 11
    code, lines = verdict(returncode, said)
    print(*(lines if code == 0 else [said.strip(), *lines]), sep="\n")
    print(
        f"left out: {', '.join(LEFT_OUT)} (examples of what is refused, on which no theorem rests: 15.6 GB), the "
        "instances (hours), both for want of the kernel's virtual machine; and the libraries"
    )
    print(f"coqchk read {len(read)} files of the theory: {'no axiom' if code == 0 else 'NOT ACCEPTED'}")
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
    try:
        generated = kernel_claims.generated()
    except Refusal as refusal:
        print(f"{refusal.file}:{refusal.line}: {refusal}")
        return refusal.code
    if bad := [*forbidden(), *stale(generated)]:
        print("\n".join(bad))
        return 10
    listed = json.loads(generated[kernel_claims.LIST])
    words = sys.argv[1:]
    only = words[1:] if words[:1] == ["--only"] else None
    if only is not None:
        return prove_only(only, generated, listed)
    if words not in ([], ["--both"], ["--independent"]):
        print("usage: prove.py [--independent | --both | --only STATEMENT ...]", file=sys.stderr)
        return 2
    alone = words == ["--independent"]
    code = build(BUILD, generated, [f"{module}.vo" for module in read_again()] if alone else [])
    if code == 0 and not alone:
        code = prove(BUILD, listed)
    return code if code != 0 or not words else independent()


def prove_only(names, generated, listed):
    """Compile and prove the instances of some statements."""
    if not names or set(names) - listed.keys():
        print(f"--only: no instance of {', '.join(sorted(set(names) - listed.keys())) or 'nothing'}", file=sys.stderr)
        return 2
    code = build(BUILD, generated, [f"claims/{name.replace('-', '_')}.vo" for name in names])
    code = code or prove(BUILD, {name: listed[name] for name in names}, part=True)
    print(f"left out: {len(listed) - len(set(names))} of {len(listed)} instances, and the theorems of the theory")
    return code


if __name__ == "__main__":
    sys.exit(main())
