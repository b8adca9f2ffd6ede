"""What a rule is given: the subject of the statement, and what the earlier claims have established."""

from dataclasses import dataclass, field
from typing import Any

from .listing import weight_counts
from .loader import constant, digest, listed, name, record, small, text, unread_list
from .state import State
from .symplectic import Vector, combination
from .verdict import supported, wellformed


class Code:
    """A code file: stabilizer generators and logical operators of p-dimensional sites, nothing checked yet."""

    def __init__(self, value: Any):
        keys = {"format", "logical_x", "logical_z", "n", "name", "p", "source", "stabilizers"}
        wellformed(isinstance(value, dict) and keys <= value.keys(), "code.keys", sorted(keys), value)
        optional = {"signs": unread_list} if "signs" in value else {}
        outer = record(
            value,
            {
                "format": constant("stillproof-code/1"),
                "logical_x": unread_list,
                "logical_z": unread_list,
                "n": small(1, 64),
                "name": name,
                "p": small(2, 97),
                "source": text,
                "stabilizers": unread_list,
                **optional,
            },
        )
        self.name: str = outer["name"]
        self.p: int = outer["p"]
        self.n: int = outer["n"]
        rank = len(outer["stabilizers"])
        signs = listed(small(0, 96), rank)(outer.get("signs", [0] * rank))
        supported(not any(signs), "code.signs.trivial", "all signs +1", signs)
        half = listed(small(0, self.p - 1), self.n)

        def vector(pair: Any) -> Vector:
            u, v = listed(half, 2)(pair)
            return tuple(u), tuple(v)

        self.stabilizers = listed(vector)(outer["stabilizers"])
        self.logical_x, self.logical_z = vector(outer["logical_x"]), vector(outer["logical_z"])
        wellformed(len(self.stabilizers) < self.n, "code.stabilizers.count", f"under {self.n}", len(self.stabilizers))

    def coset(self, a: int, b: int) -> Vector:
        """A representative of the logical displacement operator T(a|b)."""
        return combination(self.p, [a, b], [self.logical_x, self.logical_z], self.n)


@dataclass
class Facts:
    """The subject, and the results of the claims certified so far, by kind and by id."""

    code: Code
    state: State
    by_id: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)

    def of(self, claim: Any, kind: str) -> dict[str, Any]:
        """What the claim with this id established, if it is of this kind and was certified before."""
        found = self.by_id.get(claim)
        known = sorted(key for key, (other, _) in self.by_id.items() if other == kind)
        good = found is not None and found[0] == kind
        supported(good, "claim.rests-on", f"an earlier certified claim of kind {kind}: {known}", claim)
        return found[1] if found else {}

    def only(self, kind: str) -> dict[str, Any]:
        """What the first certified claim of this kind established."""
        found = [result for other, result in self.by_id.values() if other == kind]
        supported(bool(found), "claim.needs", f"an earlier certified claim of kind {kind}", "none")
        return found[0]

    def coset_counts(self) -> dict[tuple[int, int], list[int]]:
        """The weight enumerator of L + S for every logical displacement operator L."""
        code = self.code
        return {
            (a, b): weight_counts(code.p, code.n, code.stabilizers, code.coset(a, b))
            for a in range(code.p)
            for b in range(code.p)
        }


def read_subject(value: Any) -> tuple[str, dict[str, str], dict[str, str], list[Any]]:
    """A statement: its name, its code and state (name, sha256), and its claims."""
    pointer = {"name": name, "sha256": digest}
    got = record(
        value,
        {
            "claims": unread_list,
            "code": lambda x: record(x, pointer),
            "format": constant("stillproof-statement/1"),
            "name": name,
            "source": text,
            "state": lambda x: record(x, pointer),
        },
    )
    return got["name"], got["code"], got["state"], got["claims"]
