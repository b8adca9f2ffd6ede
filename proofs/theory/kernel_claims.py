"""Which claims the kernel checks: instances/claims.json, read off the instances.

A claim counts only if the statement that an instance defines, and that the kernel runs the checking function on, has a
claim with the same values; the instance is read here as text, not made.

Usage: python3 kernel_claims.py [--check]     (--check: only compare with the committed file; exit 1 when it differs)
"""

import hashlib
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

import instance

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
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


def functions(claim):
    """The polynomials of a `map` claim: the success probability and the outputs, in the order of the parameters."""
    parts = [claim["success"], *(claim["output"][label] for label in claim["parameters"])]
    return tuple(numbers(part[key]) for part in parts for key in ("num", "den"))


def spelled(claim, by_id):
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
        order = by_id[claim["of"]]["order"]
        return [("YieldClaim", order, ratio(claim["inputs"]), *map(ratio, claim["exponent"]))]
    if kind == "symmetry":
        return [("SymmetryClaim", gates(by_id[claim["clifford"]]))]
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
    claims = json.loads(data)["claims"]
    by_id = {claim["id"]: claim for claim in claims}
    names = {match[1]: Terms(match[2], {}).atom() for match in NAMED.finditer(text)}
    stated = STATED.search(text)
    terms = Terms(stated[2], names).atom()
    theorems = [(match[1], match[2]) for match in THEOREM.finditer(text)]
    found = {}
    for claim in claims:
        # the last argument of a SquareRootClaim is a witness: a spelling may be the beginning of a term
        places = [i for way in spelled(claim, by_id) for i, term in enumerate(terms) if term[: len(way)] == way]
        if places and rests_on_first_map(claim, claims):
            about = [label for label, proof in theorems if f"(i := {places[0]})" in proof]
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
