"""Which claims the kernel checks: instances/claims.json, read off the instances.

A claim counts only if the statement that an instance defines, and that the kernel runs the checking function on, has a
claim with the same values; the instance is read here as text, not made.  A `correction` claim never counts: the theory
proves that the Clifford corrects these stabilizers, not the success probability that the claim also gives.

Usage: python3 kernel_claims.py [--check]     (--check: only compare with the committed file; exit 1 when it differs)
"""

import hashlib
import json
import re
import sys
from fractions import Fraction
from math import lcm
from pathlib import Path

import instance
import qubit_instance

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
IMPORTED = re.compile(r"^From Stillproof\.instances Require Import (\w+)\.$", re.MULTILINE)
SOURCE = re.compile(r"fixtures/statements/([A-Za-z0-9.-]+)\.json")
NAMED = re.compile(r"^Definition (\w+) : seq (?:Z|\(seq Z\)|zpoly) :=\s*(.*?)\.$", re.MULTILINE | re.DOTALL)
STATED = re.compile(
    r"^Definition (\w+) : statement := Statement \w+(?: \w+)?\s*(\[::.*?\])\.$", re.MULTILINE | re.DOTALL
)
THEOREM = re.compile(r"^(?:Theorem|Lemma) (\w+).*?^(?:Proof\.)(.*?)Qed\.", re.MULTILINE | re.DOTALL)
TOKEN = re.compile(r"%\w+|\[::|[\[\](),;]|-?\d+|\w+|\s+")


class Terms:
    """A reader of lists, tuples, integers and applications, as the instances spell them."""

    def __init__(self, text, names):
        """Split the text; `names` stand for values."""
        self.tokens = [word for word in TOKEN.findall(text) if not word.isspace() and word[0] != "%"]
        self.names = names

    def take(self, *expected):
        """The next word, one of these if any are given."""
        word = self.tokens.pop(0)
        if expected and word not in expected:
            raise ValueError(f"{word} instead of {expected}")
        return word

    def several(self, end, between):
        """Terms up to a closing bracket."""
        found = []
        while self.tokens[0] != end:
            found.append(self.applied())
            if self.tokens[0] != end:
                self.take(between)
        self.take(end)
        return found

    def atom(self):
        """An integer, a name, a list or a tuple."""
        word = self.take()
        if word == "[::":
            return self.several("]", ";")
        if word == "(":
            found = self.several(")", ",")
            return found[0] if len(found) == 1 else tuple(found)
        return int(word) if word.lstrip("-").isdigit() else self.names.get(word, word)

    def applied(self):
        """An atom, or a constructor with its arguments, as a tuple."""
        found = [self.atom()]
        while self.tokens and self.tokens[0] not in ("]", ")", ";", ","):
            found.append(self.atom())
        return found[0] if len(found) == 1 else tuple(found)


def numbers(texts):
    """Integers from strings; also lists of lists."""
    return [numbers(text) if isinstance(text, list) else int(text) for text in texts]


def ratio(text):
    """Numerator and denominator."""
    value = Fraction(text)
    return value.numerator, value.denominator


def surd(value):
    """(a, b) and den with (a + b sqrt 3)/den, sqrt 3 = 2 zeta_12 - zeta_12^3."""
    a, b, c, d = map(int, value["num"])
    return ((a, -d), int(value["den"])) if value["m"] == 12 and c == 0 and b == -2 * d else None


def gates(clifford):
    """The product of H and N that instance.py takes for a Clifford, or nothing."""
    try:
        return Terms(instance.gates(clifford), {}).atom()
    except ValueError:
        return None


def images(clifford):
    """The images of X and Z under a Clifford of a qubit, with their signs."""
    return tuple(Terms(image, {}).atom() for image in qubit_instance.action(clifford))


def truncated(claim):
    """An `expansion` claim in two variables: the function, the degree, and integers over a common denominator."""
    rows = [[Fraction(c) for c in row] for row in claim["coefficients"]]
    den = lcm(*(c.denominator for row in rows for c in row))
    return instance.FUNCTIONS[claim["function"]][0], claim["degree"], [[int(den * c) for c in row] for row in rows], den


def corrected(claim, rank):
    """The stabilizers of a `correction` claim, as a mask."""
    return ["true" if k + 1 in claim["stabilizers"] else "false" for k in range(rank)]


def functions(claim):
    """The polynomials of a `map` claim: the success probability and the outputs, in the order of the parameters."""
    parts = [claim["success"], *(claim["output"][label] for label in claim["parameters"])]
    return tuple(numbers(part[key]) for part in parts for key in ("num", "den"))


def spelled(claim, by_id, rank):
    """The ways in which the theory may spell a claim, each a tuple of a constructor and its arguments."""
    kind = claim["kind"]
    if kind == "code":
        return [("CodeClaim", claim["distance"])]
    if kind == "enumerator":
        return [("EnumeratorClaim", numbers(claim["A"]), numbers(claim["B"]))]
    if kind == "map":
        plain = claim["output-match"] == "state" and not claim["output-twirl"]
        return [(name, *functions(claim)) for name in ("MapClaim", "NorellMapClaim") if plain]
    if kind == "suppression":
        return [("SuppressionClaim", claim["order"], ratio(claim["coefficient"]))]
    if kind == "threshold":
        ends = map(ratio, claim["interval"])
        root = (numbers(claim["polynomial"]), *ends)
        below = ("ThresholdClaim", ratio(claim["bound"]), *root)
        return [below, ("ThresholdClaim", *root)] if claim["bound"] == "1" else [below]
    if kind == "square-root":
        of = by_id[claim["of"]]
        center, s, radicand, scale = (int(claim[key]) for key in ("center", "s", "D", "scale"))
        root = (ratio(of["bound"]), numbers(of["polynomial"]), *map(ratio, of["interval"]))
        squared = ratio(Fraction(s * s * radicand, scale * scale))
        return [("SquareRootClaim", *root, ratio(Fraction(center, scale)), squared, "true" if s < 0 else "false")]
    if kind == "yield":
        leading, accepted = by_id[claim["of"]], by_id[claim["success-of"]]
        rest = (leading["order"], ratio(claim["inputs"]), *map(ratio, claim["exponent"]))
        if accepted["kind"] == "correction":
            return [("CorrectedYieldClaim", corrected(accepted, rank), *rest)]
        return [("YieldClaim", *rest)] if accepted["id"] == leading["of"] else []
    if kind == "correction":
        return [("CorrectionClaim", *images(by_id[claim["clifford"]]), corrected(claim, rank))]
    if kind == "symmetry":
        clifford = by_id[claim["clifford"]]
        return [("SymmetryClaim", gates(clifford)), ("SymmetryClaim", *images(clifford))]
    if kind == "bound":
        low, high = map(Fraction, claim["range"])
        found = by_id[claim["of"]]
        if low != 0 or found["kind"] != "map" or claim["function"] not in found["parameters"]:
            return []
        above = "true" if claim["relation"] == "at most" else "false"
        return [("BoundClaim", ratio(high), above, *(numbers(claim["value"][key]) for key in ("num", "den")))]
    if kind == "expansion" and isinstance(claim["coefficients"][0], list) and claim["function"] in instance.FUNCTIONS:
        return [("NorellExpansionClaim", *truncated(claim))]
    if kind == "projection" and len(claim["values"]) == 1 and set(claim["others"]) <= {"plus", "minus"}:
        placed = (claim["others"].count(label) for label in ("plus", "minus"))
        value = surd(claim["values"][0]["value"])
        return [("ProjectionClaim", *placed, *value)] if value else []
    return []


def rests_on_first_map(claim, claims):
    """Whether a claim about a map is about the one that the theory takes, which is the first."""
    maps = [other["id"] for other in claims if other["kind"] == "map"]
    by_id = {other["id"]: other for other in claims}
    root = claim
    while "of" in root:
        root = by_id[root["of"]]
    return root["kind"] != "map" or root["id"] == maps[0]


def covered(text):
    """The statement of an instance, and for each of its claims that is there the theorems about it."""
    name = SOURCE.search(text)[1]
    path = ROOT / "fixtures" / "statements" / f"{name}.json"
    data = path.read_bytes()
    statement = json.loads(data)
    claims = statement["claims"]
    by_id = {claim["id"]: claim for claim in claims}
    code = json.loads((ROOT / "fixtures" / "codes" / f"{statement['code']['name']}.json").read_bytes())
    rank = len(code["stabilizers"])
    sources = [(HERE / "instances" / f"{module}.v").read_text(encoding="ascii") for module in IMPORTED.findall(text)]
    names = {match[1]: Terms(match[2], {}).atom() for source in [*sources, text] for match in NAMED.finditer(source)}
    stated = STATED.search(text)
    terms = Terms(stated[2], names).atom()
    theorems = [(match[1], match[2]) for match in THEOREM.finditer(text)]

    def places(claim):
        """Where a claim is; the last argument of a SquareRootClaim is a witness: a spelling may begin a term."""
        ways = spelled(claim, by_id, rank)
        return [i for way in ways for i, term in enumerate(terms) if term[: len(way)] == way]

    found = {}
    for claim in claims:
        accepted = by_id.get(claim.get("success-of"), claim)
        needed = [claim, accepted] if accepted["kind"] == "correction" else [claim]
        there = claim["kind"] != "correction" and all(
            places(part) and rests_on_first_map(part, claims) for part in needed
        )
        if there:
            about = [label for label, proof in theorems if f"(i := {places(claim)[0]})" in proof]
            found[claim["id"]] = about or [f"{stated[1]}_holds"]
    digest = hashlib.sha256(data).hexdigest()
    return name, {"claims": found, "sha256": digest, "theorem": f"{stated[1]}_holds"}


def generate():
    """The text of claims.json."""
    entries = (covered(path.read_text(encoding="ascii")) for path in sorted((HERE / "instances").glob("*.v")))
    return json.dumps(dict(entries), indent=1, sort_keys=True) + "\n"


def main():
    """Write the list."""
    path, text = HERE / "instances" / "claims.json", generate()
    if "--check" in sys.argv[1:]:
        sys.exit(
            0 if path.exists() and path.read_text() == text else f"{path.name} is not what kernel_claims.py writes"
        )
    path.write_text(text)


if __name__ == "__main__":
    main()
