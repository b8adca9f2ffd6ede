"""The sentences of the supplement mean what is proved: adversarial families say which are printed, and which never.

Every printed line of a page is a sentence of the catalogue, or data of a file.  Every sentence is printed for some
family of tests/meaning/supplement/, and those that speak of a target or of noise for no family without one.
"""

import fnmatch
import json
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT, needed
from stillproof.commands.certify import certify
from stillproof.errors import Declined, InputError
from stillproof.figures import captions, read_source, wigner
from stillproof.figures.prose import SENTENCES as DRAWN
from stillproof.gating.exact import Between
from stillproof.supplements import evidence
from stillproof.supplements.catalogue import CATALOGUE, pattern, which
from stillproof.supplements.command import summary
from stillproof.supplements.document import describe, document, in_print
from stillproof.supplements.errata import Errata, errata
from stillproof.supplements.kinds import KINDS
from stillproof.supplements.kinds.radicals import radicals
from stillproof.supplements.notes import notes
from stillproof.supplements.prose import FORMULA, LETTERS, SHARED, flat, quotable, say, words
from stillproof.supplements.shown import fields
from stillproof.supplements.subject import Subject, rational_function, rational_functions
from stillproof.supplements.systems import PARI, script, self_tests
from stillproof.supplements.tree import Flow, Name, Over, Sign, variable
from stillproof.supplements.values import distinct, macros, rounding, values
from stillproof.supplements.write import html

MEANING = ROOT / "tests" / "meaning"
FAMILIES = {path.stem: json.loads(path.read_text()) for path in sorted((MEANING / "supplement").glob("*.json"))}
CERTIFIED = sorted(name for name, family in FAMILIES.items() if "refused" not in family)
FOLDERS = {"fixtures": ROOT / "fixtures", "forged": ROOT / "tests" / "bases"}
CERTIFICATES = {"fixtures": ROOT / "proofs" / "certificates", "forged": FOLDERS["forged"] / "certificates"}
SPOKEN = re.compile(r"\b(targets?|pure|noise|noisy|thresholds?|suppress\w*|distil\w*|improve\w*)\b")
JUDGED = ("flagship",)  # the family whose published values are judged too
HEADINGS = {"Errata", "Figures", "Lemmas and their proofs", "Notes on what is in print", "What to believe"}
BLOCKS = ("dd", "dt", "figcaption", "h1", "li", "p", "td")


class Lines(HTMLParser):
    """The lines of prose of a page, formulas and names as marks; notes and proofs, which people write, are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.inside = 0
        self.notes = self.skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "h2":
            self.notes, self.skipped = values.get("id") == "notes", False
        if tag == "h3":
            self.skipped = self.notes
        if tag in ("article", "section"):
            self.skipped = False
        if tag == "div" and values.get("class") == "proof":
            self.skipped = True
        if tag in BLOCKS:
            self.text, self.inside = "", 0
        if tag in ("math", "code"):
            self.text += FORMULA if tag == "math" else LETTERS
            self.inside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("math", "code"):
            self.inside -= 1
        if tag in BLOCKS and not self.skipped:
            line = re.sub(rf"{FORMULA}(\s*{FORMULA})*", FORMULA, " ".join(self.text.split()))
            self.lines += [line] if line else []
            self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self.inside else data


class Printed:
    """What is printed for a family: the lines of its page, the words of its macros, and the sentences they are."""

    def __init__(self, about: Subject, page: str, others: list[str], data: set[str]):
        reader = Lines()
        reader.feed(page)
        self.about = about
        self.lines = [line for line in [*reader.lines, *others] if line not in data and not short(line)]
        self.unknown = [line for line in self.lines if not which(line)]
        found = {which(line)[0] for line in self.lines if which(line)}
        for line in self.lines:
            found |= {inner for inner in CATALOGUE if inner.startswith(INNER) and contains(line, inner)}
        self.said = found


INNER = ("placement.", "quantity.", "value.")


def short(line: str) -> bool:
    """Whether a line is a name, a formula or a number, and no sentence."""
    return len(re.findall(r"[A-Za-z]{2,}", line)) < 3 and not which(line)


def contains(line: str, identifier: str) -> bool:
    """Whether a sentence stands inside a line."""
    return bool(re.search(pattern(CATALOGUE[identifier]), line))


def printed(name: str, folder: Path) -> Printed:
    """Certify a family, have the checker decide on it, and print its page."""
    family = FAMILIES[name]
    if family["run"] == "certify":
        folders, label = certified(family, folder), ""
    else:
        folders, label = (FOLDERS[family["folder"]], CERTIFICATES[family["folder"]]), family["name"]
    found = evidence.gather(*folders, [label] if label else [])
    (label,) = found.names
    sealed = folder / "sealed"
    sealed.mkdir()
    for file, content in found.files.items():
        (sealed / file).write_bytes(content)
    evidence.seal(sealed)
    rows = evidence.verdicts(sealed)
    stated = evidence.statements(found, rows, folders[0])
    about = Subject(stated[label])
    if name in JUDGED:
        found = found._replace(theorems={label: {"map": ["one", "two"]}})
    shown = document(found, stated, evidence.last_line(rows))
    wrong, remarks = Errata([], 0, 0, 0), []
    if name in JUDGED:
        wrong = errata(folders[0], stated, [about.code["name"]])
        remarks = notes(folders[0], [section.source for section in shown.sections])
    rows_of = macros(label, values(about))
    done = {"bytes": 1, "claims": len(rows), "files": ["a"], "manifest": "f" * 64, "not_written": {"a.pdf": "no TeX"}}
    others = [*(row.words for row in rows_of), *summary(Path("out"), {**done, "protocols": [label]}).splitlines()]
    data = {f"{claim.id}, {claim.verdict}" for section in shown.sections for claim in section.claims} | HEADINGS
    data |= {lemma.text for lemma in shown.lemmas.values()}
    data = {" ".join(text.split()) for text in data}
    return Printed(about, html(shown, wrong, remarks, []), others, data)


def certified(family: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    """The folder of statements and that of certificates that `certify` writes for a family.  Raises InputError."""
    kind, _, stem = family["code"].rpartition("/")
    code = FOLDERS.get(kind, MEANING) / "codes" / f"{stem}.json"
    kind, _, stem = family["state"].rpartition("/")
    text = (FOLDERS[kind] / "states" / f"{stem}.json").read_text()
    for old, new in family.get("edits", []):
        assert old in text
        text = text.replace(old, new)
    state = folder / f"{json.loads(text)['name']}.json"
    state.write_text(text)
    _, exit_code = certify(code, state, folder / "own", lambda done, total: None)
    assert exit_code == 0
    return folder / "own", folder / "own" / "certificates"


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """What is printed for every family that is not refused."""
    return {name: printed(name, tmp_path_factory.mktemp(name)) for name in CERTIFIED}


@pytest.mark.parametrize("name", CERTIFIED)
def test_every_line_is_a_sentence_of_the_catalogue(everything: dict[str, Printed], name: str) -> None:
    assert everything[name].unknown == []
    assert len(everything[name].lines) > 15


@pytest.mark.parametrize("name", CERTIFIED)
def test_a_family_says_what_is_proved_and_nothing_else(everything: dict[str, Printed], name: str) -> None:
    family, said = FAMILIES[name], everything[name].said
    assert family["says"]
    assert [identifier for identifier in family["says"] if identifier not in said] == []
    assert [one for one in said for glob in family["never"] if fnmatch.fnmatch(one, glob)] == []
    lines = everything[name].lines
    assert [line for line in lines for phrase in family.get("silent", []) if phrase in line] == []
    assert all(fnmatch.filter(CATALOGUE, glob) for glob in (*family["says"], *family["never"]))


@pytest.mark.parametrize("name", [name for name in CERTIFIED if not FAMILIES[name]["noise"]])
def test_no_sentence_speaks_of_a_target_where_there_is_none(everything: dict[str, Printed], name: str) -> None:
    assert not everything[name].about.noise
    spoken = {one for one in everything[name].said if SPOKEN.search(CATALOGUE[one])}
    assert spoken <= {"basin-threshold.depolarizing"}


def test_pari_agrees_about_every_family(everything: dict[str, Printed], tmp_path: Path) -> None:
    """Whatever the checker certifies, no self-test fails on it."""
    program = needed("gp")
    for name in CERTIFIED:
        text = script([everything[name].about.stated], PARI)
        (tmp_path / "values.gp").write_text(text)
        done = subprocess.run(
            [program, "-qf", tmp_path / "values.gp"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        count = len(re.findall("^test", text, re.M)) - 1
        assert done.stdout.strip() == f"{count} of {count} tests passed", name
    tried = {test.words for test in self_tests(everything["shifted-output"].about.stated)}
    assert {words.partition(": ")[2] for words in tried} & {
        "p_succ from the enumerator", "the output from the enumerators"
    } == {"p_succ from the enumerator"}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in CERTIFIED if "numbers" in FAMILIES[name]])
def test_a_threshold_is_stated_in_both_units(everything: dict[str, Printed], name: str) -> None:
    for claim, numbers in FAMILIES[name]["numbers"].items():
        found = [value for value in values(everything[name].about) if value.claim == claim]
        assert [value.label for value in found] == ["", "infidelity"]
        assert [rounding(value.exact, 5) for value in found] == numbers


@pytest.mark.parametrize("name", sorted(FAMILIES.keys() - set(CERTIFIED)))
def test_a_name_with_another_meaning_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=FAMILIES[name]["refused"]):
        certified(FAMILIES[name], tmp_path)


def test_every_sentence_has_a_family(everything: dict[str, Printed]) -> None:
    said = {one for found in everything.values() for one in found.said}
    about = everything["flagship"].about
    told = fields({"convention": "c", "id": "i", "kind": "new", "place": "p", "size": 3}, about)
    assert told.words == [say("fields")]
    (value, *_) = values(about)
    coarse = value._replace(exact=Between(fmpq(2999, 10000), fmpq(3001, 10000)))
    assert which(flat(in_print(coarse, "0.3")))[0] == "claim.printed"
    by_hand = {"claim.printed", "fields"}
    stated = {identifier for name in CERTIFIED for identifier in FAMILIES[name]["says"]}
    assert sorted(CATALOGUE.keys() - said - by_hand) == []
    assert sorted(CATALOGUE.keys() - stated - by_hand) == []


def altered(about: Subject, *claims: dict[str, Any], **state: Any) -> Subject:
    """A subject with more claims, or with other fields of its state."""
    stated = about.stated
    family = replace(stated.state, data={**about.state, **state})
    protocol = replace(stated.protocol, state=family)
    return Subject(replace(stated, claims=[*stated.claims, *claims], protocol=protocol))


def test_every_function_has_its_own_symbol_and_its_sentences_name_its_claim(everything: dict[str, Printed]) -> None:
    about = everything["flagship"].about
    kinds = ("suppression", "threshold", "yield", "expansion")
    twin = {**about.known["map"], "id": "twin", "output-match": "fidelity"}
    two = altered(about, twin)
    assert two.output("map", "delta") != two.output("twin", "delta") != about.output("map", "delta")
    for claim in [claim for claim in about.known.values() if claim["kind"] in kinds]:
        first = describe(claim, two)
        told = flat(tuple(part for words in first.words for part in words))
        assert "of the claim map" in told
        if claim["kind"] in ("suppression", "threshold"):
            assert first.shown != describe({**claim, "of": "twin"}, two).shown
    corrected = everything["qubits"].about
    (claim,) = [claim for claim in corrected.known.values() if claim["kind"] == "correction"]
    assert corrected.output(claim["id"], "success") != corrected.output(claim["of"], "success")
    other = altered(corrected, {**claim, "id": "again", "stabilizers": claim["stabilizers"][:1]})
    assert other.output(claim["id"], "success") != other.output("again", "success")
    assert other.output("again", "success") != corrected.output(claim["id"], "success")


def test_same_d_is_the_last_d_that_is_shown(everything: dict[str, Printed]) -> None:
    """Denominators one after the other: which of them are shown, and which are the same as the last one shown."""
    about, one, other = everything["flagship"].about, ["1", "2"], ["1", "3"]
    functions = [(Name("y"), {"den": den, "num": ["0", "1"]}) for den in (one, one, ["4"], one, other, one, ["1"])]
    shown = rational_functions(functions, about)
    heads = [formula.pieces[0].parts for formula in shown]
    same = ["same" if any("same" in str(part) for part in parts) else str(parts[0]) for parts in heads]
    y, num, den = str(Name("y")), str(Name("N")), str(Name("D"))
    assert same == [y, num, den, "same", num, y, "same", num, y, num, den, y, num, den, y]


@pytest.mark.parametrize("order", [("N", "S", "zero"), ("S", "zero", "N"), ("zero", "N", "S")])
def test_the_start_of_a_segment_is_named_by_the_weights(order: tuple[str, ...]) -> None:
    about = Subject(read_source("golay11-norell"))
    state = about.stated.state
    weights, projectors = ({name: own[name] for name in order} for own in (state.weights, state.projectors))
    turned = replace(state, weights=weights, projectors=projectors)
    permuted = Subject(replace(about.stated, protocol=replace(about.stated.protocol, state=turned)))
    for point, name in ((["0", "0"], "N"), (["1", "0"], "zero"), (["0", "1"], "S"), (["1/3", "1/3"], "")):
        assert permuted.at(point) == about.at(point) == name


def test_undecided_is_no_name_of_a_region() -> None:
    about = Subject(read_source("golay11-norell"))
    (claim,) = [claim for claim in about.known.values() if claim["kind"] == "basin"]
    _, *others = claim["regions"]
    _, rows = describe({**claim, "regions": ["undecided", *others]}, about).table or ((), [])
    assert len({row[0] for row in rows}) == len(rows) == 2 + len(others)


def test_a_zero_is_left_out_of_radicals() -> None:
    claim = {"D": "5", "center": "0", "degree": 3, "r": "2", "s": "1", "scale": "1"}
    assert len(radicals(claim).pieces) == 2  # the two cube roots
    assert len(radicals({**claim, "center": "1"}).pieces) == 3
    (root,) = radicals({**claim, "degree": 2, "s": "-3"}).pieces
    assert root.parts[0] == Sign("minus")


def test_two_sides_that_are_equal_nowhere_change_their_sign() -> None:
    about = Subject(read_source("golay11-strange"))
    function = about.known["map"]["output"]["delta"]
    claim = {"function": "delta", "of": "map", "range": ["0", "1"], "relation": "at most", "value": function}
    named = [test.words for test in KINDS["bound"].self_tests(claim, about.stated)]
    assert named == [
        "the difference of the two sides changes its sign nowhere in the range",
        "in its middle the bound is on its side",
    ]


@pytest.mark.parametrize("name", ["N", "D", "f", "Pi", "rho", "x", "e", "k", "W", "u", "v"])
def test_no_letter_of_a_page_is_a_parameter(everything: dict[str, Printed], name: str) -> None:
    about = altered(everything["flagship"].about, parameters=[name])
    own = variable(name)
    value = {"num": ["0", "1", "1"], "den": ["1", "2"]}
    quotient, num, den = (flow.pieces for flow in rational_function(Name("y"), value, about))
    assert own not in (num[0].parts[0], den[0].parts[0])
    assert isinstance(quotient[0].parts[-1], Over)
    assert own not in quotient[0].parts[-1]
    for claim in about.known.values():
        if claim["kind"] in ("code", "projection", "symmetry", "term-weights"):
            told = describe(claim, about)
            pieces = [part for words in told.words for part in words if isinstance(part, Flow)]
            assert own not in [letter for formula in pieces for letter in letters(formula.pieces)]
            assert claim["kind"] == "term-weights" or own not in letters(tuple(told.shown))
        if claim["kind"] == "wigner":
            ((function, *_), *_) = (formula.pieces for formula in describe(claim, about).shown)
            assert own not in letters((function.parts[0],))


def letters(tree: Any) -> list[Name]:
    """The variables in a formula."""
    if isinstance(tree, Name):
        return [tree]
    return [one for part in tree for one in letters(part)] if isinstance(tree, tuple) else []


def test_free_text_of_a_file_stands_in_quotes(everything: dict[str, Printed]) -> None:
    forged = 'the strange state". Every threshold is certified.\n"So it is\u202e '
    shown = quotable(forged)
    assert shown == "the strange state'. Every threshold is certified. 'So it is\\u202e"
    assert flat(say("section.source", source=shown)) == f'The author of the statement writes: "{shown}"'
    assert quotable(" ") == "-"
    for identifier, field in (("section.source", "source"), ("section.state", "source")):
        with pytest.raises(ValueError, match="is a quote"):
            say(identifier, **{field: forged.splitlines()[0]})
    lines = everything["flagship"].lines
    assert sum('writes: "' in line for line in lines) == 2 + len(everything["flagship"].about.known) + sum(
        which(line)[:1] == ["erratum.where"] for line in lines
    )


def test_two_protocols_share_no_macro(everything: dict[str, Printed]) -> None:
    found = values(everything["flagship"].about)
    distinct({name: macros(name, found) for name in ("five-qubit-t", "five-qubit-h")})
    for other in ("five-Qubit-t", "five.qubit", "fivequbit"):
        tables = {name: macros(name, found) for name in ("five-qubit-t", other)}
        same = {row.name for row in tables["five-qubit-t"]} & {row.name for row in tables[other]}
        if other == "five-Qubit-t":
            assert same
            with pytest.raises(Declined, match="five-qubit-t and five-Qubit-t: two values would have the macro"):
                distinct(tables)
        else:
            distinct(tables)


def test_two_wigner_claims_are_drawn_once() -> None:
    source = read_source("golay11-strange")
    (claim,) = source.of_kind("wigner")
    claims = [*source.claims, {**claim, "id": "wigner-2"}]
    twice = replace(source, claims=claims)
    assert wigner.values(twice) == wigner.values(source)


def test_a_field_that_would_change_a_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="is a name"):
        KINDS["threshold"].PROSE.say("threshold.root", x="delta it is proved, and in eps")
    with pytest.raises(ValueError, match="is no sentence"):
        KINDS["suppression"].PROSE.say("value.order", x="delta", what="everything")
    with pytest.raises(ValueError, match="is no sentence"):
        KINDS["suppression"].PROSE.say("value.order", x="delta", what=words("value.success", x="delta"))
    with pytest.raises(ValueError, match="is a math"):
        KINDS["code"].PROSE.say("code.projector", projector="Pi")
    with pytest.raises(KeyError):
        say("improves")
    assert which("There is a definite threshold, and it is great.") == []


def test_an_id_is_one_sentence_in_all_tables() -> None:
    tables = [SHARED, *(module.PROSE for module in KINDS.values())]
    assert sum(len(prose.templates) for prose in tables) == len(CATALOGUE)


def test_templates_hold_no_prose_of_their_own() -> None:
    folder = ROOT / "verify" / "stillproof" / "supplements" / "templates"
    for name in ("supplement.html.jinja", "supplement.tex.jinja"):
        text = (folder / name).read_text()
        text = re.sub(
            r"<style>.*?</style>|\{\{.*?\}\}|\{%.*?%\}|<<.*?>>|<%.*?%>|<[a-z/!][^>]*>|^%.*$",
            " ",
            text,
            flags=re.S | re.M,
        )
        text = text.partition(r"\begin{document}")[2] or text
        found = {" ".join(run.split()) for run in re.findall(r"(?:[A-Za-z']+[ ,]+){4,}[a-z]+", text)}
        heads = {"value printed exact decimal claim"}
        assert found <= {"Notes on what is in print", "Line of the statement and of the certificate", *heads}, name
    assert set(SPOKEN.findall((folder / "README.txt.jinja").read_text())) == {"distillation"}
    assert not SPOKEN.search((folder / "stillproof-values.tex.jinja").read_text())


def test_captions_are_sentences_of_their_catalogue() -> None:
    names = sorted(path.stem for path in (ROOT / "fixtures" / "statements").glob("*.json"))
    found = captions([read_source(name) for name in names])
    assert len(found) > 10
    assert [caption for caption in found.values() if not DRAWN.which(caption)] == []


@pytest.mark.parametrize(("value", "sign"), [("0.1", "about"), ("0.13", "about"), ("0.125", "equals")])
def test_a_printed_value_equals_the_exact_one_only_if_it_does(value: str, sign: str) -> None:

    source = {"kind": "suppression", "id": "s", "coefficient": "1/8", "order": 2, "output": "eps", "of": "map"}
    about: Any = SimpleNamespace(
        known={"s": source}, parameters=["eps"], what=lambda *of: words("quantity.success", of="map")
    )
    claim = {"value": value, "of": "s", "quantity": "coefficient"}
    (equation,) = KINDS["printed"].told(claim, about).shown
    assert Sign(sign) in [part for piece in equation.pieces for part in (getattr(piece, "parts", ()) or (piece,))]
