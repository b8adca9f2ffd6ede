"""Which claims the kernel checks: claims/*.v, with the types, and instances/claims.json, the list of them.

The generators of the instances say which claims they prove; claim_types.py writes what has to be proved.  A claim is
in the list only if both know it, and `make prove` says so only after Coq has compared the two.

Usage: python3 kernel_claims.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

import json

import claim_types
import instance
import qubit_instance
from reading import COMMITTED, shaped

LIST = "instances/claims.json"
GENERATORS = (instance, qubit_instance)
NAMES = tuple(name for generator in GENERATORS for name in generator.MAKERS)


def generated(places=COMMITTED, names=NAMES):
    """Every file of the road by its path in this folder: the instances, the types, and the list."""
    files, entries = {}, {}
    for generator in GENERATORS:
        found, facts = generator.generated(places, [name for name in generator.MAKERS if name in names])
        for path, text in generator.texts(found, facts).items():
            files[f"instances/{path}"] = text
        for name, (subject, _) in found.items():
            proved = subject.proved()
            with shaped(places.statement(name)):
                files[f"claims/{subject.ident}.v"] = claim_types.text(subject.subject, proved, subject.ident)
            claims = {subject.claims[number - 1]["id"]: f"{subject.ident}.claim_{number}" for number in proved}
            entries[name] = {"claims": {claim: [theorem] for claim, theorem in claims.items()}}
            entries[name]["sha256"] = subject.subject.sha256
    files[LIST] = json.dumps(entries, indent=1, sort_keys=True) + "\n"
    return files


def own():
    """The files that this program writes: the types and the list."""
    return {path: text for path, text in generated().items() if path.startswith("claims/") or path == LIST}


if __name__ == "__main__":
    instance.write(own, ".")
