"""The supplement's documents: the same bytes every time, pages that fit, TeX that compiles, values that are true."""

import hashlib
import json
import os
import re
import subprocess
import sys
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from html.parser import HTMLParser
from math import log
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from browser import measured
from conftest import ROOT, needed
from stillproof.claims import KINDS
from stillproof.files.text import sha256
from stillproof.statements.kernel_list import kernel_theorems, own_list
from stillproof.statements.stated import Stated, read_stated
from stillproof.supplements import evidence, mathml, tex, typeset
from stillproof.supplements.document import Document, describe, document
from stillproof.supplements.errata import Errata, errata
from stillproof.supplements.kinds import KINDS as TOLD
from stillproof.supplements.notes import about, notes, plain
from stillproof.supplements.shown import fields
from stillproof.supplements.subject import Subject
from stillproof.supplements.tree import Strong, Tex, flow, number, polynomial, variable
from stillproof.supplements.values import camel, macro, macros, rounding, values
from stillproof.supplements.write import html, paper
from stillproof_check.rules.table import RULES

FIXTURES, CERTIFICATES = ROOT / "fixtures", ROOT / "proofs" / "certificates"
BASES = ROOT / "tests" / "bases"
NAMES = sorted(path.stem for path in (FIXTURES / "statements").glob("*.json"))
NONE = Errata([], 0, 0, 0)
SOURCES = [json.loads((FIXTURES / "statements" / f"{name}.json").read_text())["source"] for name in NAMES]
REMARKS = notes(FIXTURES, SOURCES)


def claims_of(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FIXTURES / "statements" / f"{name}.json").read_text())["claims"]
    return found


def subject_of(name: str) -> Subject:
    return Subject(read_stated(FIXTURES, name))


def certified(names: list[str]) -> dict[str, Stated]:
    """Statements of the fixtures, as if the checker had just run: they are certified elsewhere."""
    rows = [
        {"claim": claim["id"], "lemmas": list(RULES[claim["kind"]].LEMMAS), "statement": name, "verdict": "certified"}
        for name in names
        for claim in claims_of(name)
    ]
    return {name: read_stated(FIXTURES, name).passing(rows) for name in names}


@pytest.fixture(scope="module")
def everything() -> Document:
    """All statements as they would be shown; they are certified elsewhere."""
    found = evidence.gather(FIXTURES, CERTIFICATES, NAMES)
    return document(found, certified(NAMES), "last")


@pytest.fixture(scope="module")
def wrong() -> Errata:
    """All errata."""
    found = errata(FIXTURES, certified(NAMES), None)
    expected = [
        json.loads(line)
        for name in ("paper", "public")
        for line in (FIXTURES / "claims" / f"{name}.expected.jsonl").read_text().splitlines()
    ]
    bad = {row["id"] for row in expected if row.get("verdict") in ("refuted", "ambiguous")}
    assert {row.id for row in found.rows} == bad
    assert len(bad) > 5
    return found


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_two_builds_with_two_hash_seeds_are_equal(flagship_supplement: Path, tmp_path: Path) -> None:
    for seed in ("0", "4242"):
        command = [sys.executable, "-m", "stillproof", "supplement", "golay11-strange", "-o", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{len(seed)}", "LC_ALL": "C"}
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=tmp_path)
        assert digests(tmp_path / seed) == digests(flagship_supplement)


def test_no_file_names_this_machine_or_a_date(flagship_supplement: Path) -> None:
    for path in flagship_supplement.iterdir():
        data = path.read_bytes()
        for word in (str(ROOT), str(flagship_supplement.parent), str(Path.home()) + os.sep):
            assert word.encode() not in data, path.name
        if path.suffix == ".pdf":
            assert b"CreationDate" not in data, path.name


# The values


def test_roundings_agree_with_python_rationals() -> None:
    checked = 0
    for name in NAMES:
        for value in values(subject_of(name)):
            for row in macros(name, [value]):
                found = re.search(r", to (\d+) digits?$", row.words)
                if not found or not hasattr(value.exact, "value"):
                    continue
                exact = Fraction(str(value.exact.value))
                context = Context(prec=int(found[1]), rounding=ROUND_HALF_UP)
                shown = tex.pieces(row.formula).strip("$").replace(r"\times 10^{", "e").replace("}", "")
                assert Decimal(shown) == context.divide(Decimal(exact.numerator), Decimal(exact.denominator)), row
                checked += 1
    assert checked > 300


def test_roundings_of_roots_lie_on_both_sides_of_the_root() -> None:
    checked = 0
    for name in NAMES:
        for claim in claims_of(name):
            if claim["kind"] == "threshold":
                value, same = [x for x in values(subject_of(name)) if x.claim == claim["id"]]
                slope = Fraction(claim["infidelity"][0]) / Fraction(claim["interval"][0])
                assert (same.label, same.exact.bracket(9)[0]) == (
                    "infidelity", value.exact.bracket(9)[0] * fmpq(slope.numerator, slope.denominator)
                )  # fmt: skip
                for digits in (3, 8, 12):
                    shown = rounding(value.exact, digits)
                    assert shown is not None
                    half = Fraction(1, 2) * Fraction(10) ** int(Decimal(shown).as_tuple().exponent)
                    ends = [
                        sum(int(c) * (Fraction(shown) + side * half) ** i for i, c in enumerate(claim["polynomial"]))
                        for side in (-1, 1)
                    ]
                    assert ends[0] * ends[1] < 0
                    checked += 1
    assert checked >= 54


def test_known_values_of_the_flagship(flagship_supplement: Path) -> None:
    text = (flagship_supplement / "stillproof-values.tex").read_text()
    found = dict(re.findall(r"^\\newcommand\*\{\\([A-Za-z]+)\}\{\\ensuremath\{(.*)\}\}%", text, re.M))
    assert found["stillGolayElevenStrangeThresholdToFive"] == "0.38715"
    assert found["stillGolayElevenStrangeSuppressionCoefficientExact"] == r"\frac{55}{18}"
    assert found["stillGolayElevenStrangeYieldInputsExact"] == "19008"
    assert found["stillGolayElevenStrangeMapSuccessAtZeroExact"] == r"\frac{1}{1728}"
    assert abs(float(found["stillGolayElevenStrangeYieldExponentToEight"]) - log(3) / log(19008)) < 1e-8
    assert len(found) == text.count("\\newcommand")


def test_macros_have_distinct_names_in_letters() -> None:
    rows = [row for name in NAMES for row in macros(name, values(subject_of(name)))]
    assert all(re.fullmatch("[A-Za-z]+", row.name) for row in rows)
    assert len({row.name for row in rows}) == len(rows)
    assert macro("golay11-strange", "threshold", "", "to", "Five") == "stillGolayElevenStrangeThresholdToFive"
    assert [camel(x) for x in ("reed-muller15-t", "a.b", "qr23", "n007", "k120")] == [
        "ReedMullerFifteenT", "ADotB", "QrTwentyThree", "NZeroZeroSeven", "KOneTwoZero",
    ]  # fmt: skip


def test_an_undecided_digit_is_not_rounded() -> None:
    (value,) = [x for x in values(subject_of("golay11-norell")) if x.claim == "threshold-norell"]
    assert rounding(value.exact, 8) == "0.38611821"
    assert rounding(value.exact, 10) is None


def test_a_rational_exponent_is_known_as_such() -> None:
    (value,) = [x for x in values(subject_of("reed-muller-ququint")) if x.label == "exponent"]
    assert rounding(value.exact, 3) == "0.500"


# Mathematics as a tree


def test_one_tree_two_renderings() -> None:
    delta = variable("delta")
    shown = polynomial(["-1/2", "0", "3", "-1"], [delta])
    assert tex.pieces(shown) == r"$-\frac{1}{2}$ ${}+3\delta ^{2}$ ${}-\delta ^{3}$"
    assert mathml.pieces(shown).count("<math>") == 3
    assert mathml.pieces(flow(number("-3"), "less", variable("eps0"))) == (
        "<math><mrow><mrow><mo>−</mo><mn>3</mn></mrow><mo>&lt;</mo>"  # noqa: RUF001
        "<msub><mi>ε</mi><mn>0</mn></msub></mrow></math>"
    )
    assert tex.pieces(polynomial([["1", "-2"], ["0", "5"]], [variable("eps0"), variable("epsS")])) == (
        r"$1$ ${}-2\varepsilon _{S}$ ${}+5\varepsilon _{0}\varepsilon _{S}$"
    ).replace(r"\varepsilon _{S}", r"\varepsilon _{S}")
    assert tex.plain("50% of a_b & {c} \\ ~^#$<>|") == (
        r"50\% of a\_b \& \{c\} \textbackslash{} \textasciitilde{}\textasciicircum{}\#\$"
        r"\textless{}\textgreater{}\textbar{}"
    )


def test_both_renderings_know_the_same_signs() -> None:
    assert mathml.SIGNS.keys() | {"space"} == tex.SIGNS.keys()


def test_claims_are_in_words_or_show_their_fields() -> None:
    assert TOLD.keys() == KINDS.keys()
    shown = fields(
        {"convention": "c", "id": "i", "kind": "new", "place": "p", "size": 3}, subject_of("golay11-strange")
    )
    assert shown.table is not None
    assert [[mathml.text(cell) for cell in row] for row in shown.table[1]] == [["<code>size</code>", "<code>3</code>"]]


def test_a_claim_says_its_numbers() -> None:
    about = subject_of("golay11-strange")
    claims = about.known
    told = describe(claims["map"], about)
    shown = " ".join(map(tex.pieces, told.shown))
    for c in (*claims["map"]["success"]["num"], *claims["map"]["output"]["delta"]["num"]):
        assert c.lstrip("-") in shown


def test_a_formal_lemma_is_shown_with_its_theorem() -> None:
    found = evidence.gather(FIXTURES, CERTIFICATES, ["steane7-h"])
    source = found.files["stillproof_check.lemmas.py"].decode("ascii")
    source = re.sub(r"^FORMAL\b.*", 'FORMAL: dict[str, str] = {"leading-term": "order_of"}', source, flags=re.M | re.S)
    lemmas = evidence.lemma_table(source)
    assert lemmas["leading-term"].theorem == "order_of"
    assert lemmas["rounding"].theorem is None
    rows = [
        {"claim": claim["id"], "lemmas": ["leading-term"] if claim["kind"] == "suppression" else ["rounding"],
         "statement": "steane7-h", "verdict": "certified"}
        for claim in claims_of("steane7-h")
    ]  # fmt: skip
    theorems = {"steane7-h": {"map": ["steane_protocol"]}}
    stated = {"steane7-h": read_stated(FIXTURES, "steane7-h").passing(rows)}
    shown = document(found._replace(lemmas=lemmas, theorems=theorems), stated, "last")
    assert shown.formal == 1
    page, text = html(shown, NONE, [], []), paper(shown, NONE, [], [])
    assert "formal: <code>order_of</code>" in page
    assert "formal, in the case that the list names:" in text
    assert r"\texttt{order\_of}" in text
    assert "1 of the claims are also checked by Coq's kernel" in page
    assert page.count("Also checked by Coq's kernel: <code>steane_protocol</code>.") == 1
    assert r"Also checked by Coq's kernel: \texttt{steane\_protocol}." in text


def test_theorems_are_those_of_the_list_for_the_same_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = own_list(CERTIFICATES)
    found = evidence.gather(FIXTURES, CERTIFICATES, NAMES).theorems
    assert found == {name: entry["claims"] for name, entry in json.loads(listed.read_text()).items()}
    assert found["golay11-strange"]["threshold"] == ["golay11_strange.claim_23"]
    text = read_stated(FIXTURES, "golay11-strange").text
    digests = {"golay11-strange": sha256(text)}
    assert (kernel_theorems(listed, digests) or {}).keys() == digests.keys()
    assert kernel_theorems(listed, {"golay11-strange": sha256(text.replace("section 4", "section 5", 1))}) == {}
    assert kernel_theorems(tmp_path / "none", digests) is None
    # a list that comes with other certificates, or lies in the current folder, is nobody's word
    monkeypatch.chdir(tmp_path)
    (tmp_path / "none").write_text(listed.read_text())
    assert own_list(tmp_path / "certificates") is None
    assert kernel_theorems(own_list(tmp_path / "certificates"), digests) is None


# The pages


class Page(HTMLParser):
    """What a page loads, and whether its elements are closed."""

    EMPTY = ("meta", "br", "img", "link", "wbr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)
        assert tag not in ("script", "link", "iframe", "object")
        if "src" in values:
            self.loads.append(values["src"] or "")
        if tag == "a":
            self.links.append(values["href"] or "")
        if values.get("id"):
            assert values["id"] not in self.ids
            self.ids.add(str(values["id"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_loads_nothing(flagship_supplement: Path) -> None:
    page = Page()
    text = (flagship_supplement / "supplement.html").read_text(encoding="utf-8")
    page.feed(text)
    assert not page.open
    assert page.loads
    assert all(source.startswith("data:image/svg+xml,%3C") for source in page.loads)
    assert all(link.removeprefix("#") in page.ids for link in page.links)
    assert set(re.findall(r"url\((.{3})", text)) <= {"%23"}  # inside a figure, to a part of it
    for claim in claims_of("golay11-strange"):
        assert f'id="golay11-strange.{claim["id"]}"' in text
    for name in ("statements", "certificates"):
        suffix = {"statements": ".json", "certificates": ".jsonl"}[name]
        (path,) = flagship_supplement.glob(f"*{name}.golay11-strange{suffix}")
        assert hashlib.sha256(path.read_bytes()).hexdigest() in text


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_and_have_all_glyphs(everything: Document, wrong: Errata, tmp_path: Path, width: int) -> None:
    chromium = needed("chromium")
    page = tmp_path / "supplement.html"
    page.write_text(html(everything, wrong, REMARKS, []), encoding="utf-8")
    found = measured(chromium, page, width, tmp_path)
    assert found["formulas"] > 5000
    assert found["tall"] > 15  # a fraction is drawn as one
    assert found["control"]  # a letter that has no glyph is noticed
    assert found["missing"] == []
    assert found["cut"] == []
    assert found["out"] == []
    assert found["scroll"] <= found["width"]


def test_pictures_are_shown(flagship_supplement: Path, tmp_path: Path) -> None:
    chromium = needed("chromium")
    found = measured(chromium, flagship_supplement / "supplement.html", 360, tmp_path)
    assert len(found["pictures"]) == len(list(flagship_supplement.glob("*.svg"))) > 0
    assert all(width > 50 for width in found["pictures"])
    assert found["out"] == found["cut"] == found["missing"] == []
    assert found["scroll"] <= found["width"]


def test_the_browser_test_notices_what_sticks_out_is_cut_or_has_no_glyph(tmp_path: Path) -> None:
    chromium = needed("chromium")
    page = tmp_path / "bad.html"
    page.write_text(
        '<!DOCTYPE html><body><div style="width:900px">wide</div>\U000e0fff'
        '<div style="width:20px;overflow-wrap:anywhere"><math><mn>12345678901234567890</mn></math></div>',
        encoding="utf-8",
    )
    found = measured(chromium, page, 360, tmp_path)
    assert [row for row in found["out"] if row.startswith("DIV")]
    assert found["scroll"] > found["width"]
    assert found["cut"] == ["12345678901234567890"]


# TeX


def compiled(folder: Path, stem: str) -> str:
    """The log."""
    command = [needed("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", f"{stem}.tex"]
    for _ in range(2):
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
        assert done.returncode == 0, done.stdout[-2000:]
    return (folder / f"{stem}.log").read_text(encoding="latin-1")


def too_wide(text: str) -> list[str]:
    """Lines over the margin by more than two points, and letters that no font has."""
    wide = [line for line in text.splitlines() if line.startswith("Overfull \\hbox")]
    missing = [line for line in text.splitlines() if line.startswith("Missing character")]
    return missing + [line for line in wide if float(line.partition("(")[2].partition("pt")[0]) > 2]


def test_every_statement_compiles_within_the_margins(everything: Document, wrong: Errata, tmp_path: Path) -> None:
    (tmp_path / "supplement.tex").write_text(paper(everything, wrong, REMARKS, []), encoding="ascii")
    assert too_wide(compiled(tmp_path, "supplement")) == []


def test_the_supplement_and_the_example_compile(flagship_supplement: Path, tmp_path: Path) -> None:
    needed("pdflatex")
    for path in flagship_supplement.iterdir():
        if path.suffix in (".tex", ".pdf"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    assert (tmp_path / "supplement.pdf").read_bytes().startswith(b"%PDF")
    for stem in ("supplement", "example"):
        assert too_wide(compiled(tmp_path, stem)) == []


def test_an_unknown_macro_does_not_compile(flagship_supplement: Path, tmp_path: Path) -> None:
    program = needed("pdflatex")
    (tmp_path / "stillproof-values.tex").write_bytes((flagship_supplement / "stillproof-values.tex").read_bytes())
    text = (flagship_supplement / "example.tex").read_text().replace("ThresholdExact", "ThresholdExakt")
    (tmp_path / "example.tex").write_text(text)
    done = subprocess.run(
        [program, "-interaction=nonstopmode", "-halt-on-error", "example.tex"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode != 0


def test_no_pdf_where_there_is_no_tex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert typeset.typeset(tmp_path, "supplement") == "pdflatex is not installed"
    assert not list(tmp_path.iterdir())


# Errata and notes


def test_errata_are_those_that_the_gate_refutes() -> None:
    found = errata(FIXTURES, certified(["reed-muller15-t", "golay11-strange"]), ["reed-muller15", "golay11"])
    expected = {
        claim["id"]: claim["verdict"]
        for name in ("paper", "public")
        for line in (FIXTURES / "claims" / f"{name}.expected.jsonl").read_text().splitlines()
        if "id" in (claim := json.loads(line))
    }
    shown = {row.id: row.verdict for row in found.rows}
    assert {"qualtran-t-bound", "zoo-reed-muller15-gamma", "zoo-golay11-matrices"} <= shown.keys()
    assert all(expected[name] == verdict for name, verdict in shown.items())
    assert found.judged == found.right + len(found.rows) + found.declined
    assert errata(FIXTURES, certified(["self-orthogonal-13"]), []).judged == 0


def test_notes_are_on_the_papers_that_are_cited() -> None:
    (prakash,) = notes(FIXTURES, ["S. Prakash, Magic state distillation, Proc. R. Soc. A 476 (2020) 20200187"])
    assert prakash.title.startswith("Prakash 2020")
    assert any(note.table and len(note.table[1]) == 10 for note in prakash.notes)
    assert len(REMARKS) == (ROOT / "docs" / "divergences.md").read_text().count("\n## ")
    assert about("Bravyi and Kitaev 2005, Universal", "S. Bravyi and A. Kitaev, Phys. Rev. A 71 (2005)")
    assert not about("Bravyi and Kitaev 2005, Universal", "S. Bravyi and J. Haah, Phys. Rev. A 86 (2012)")
    assert notes(ROOT / "docs" / "tutorial", SOURCES) == []


def test_formulas_of_notes_are_typeset() -> None:
    """They were words: delta^3, zeta_12, |S><S|."""
    (prakash,) = notes(FIXTURES, ["S. Prakash, Magic state distillation, Proc. R. Soc. A 476 (2020) 20200187"])
    first = prakash.notes[0].words
    assert first[:3] == (
        Strong("Section 5, terms with "),
        Tex("|x| = 2"),
        Strong(": \u201cmust either vanish or be proportional to "),
    )
    assert Tex(r"\mathbb{Q}(\zeta_{12})") in first
    (table,) = (note for note in prakash.notes if note.table)
    assert table.head[3] == (Tex(r"p_\mathrm{succ}"), " at small ", Tex(r"\delta"))
    assert table.table
    assert table.table[0][3] == "p_succ at small delta"
    cells = [part for remark in REMARKS for note in remark.notes for part in note.words]
    cells += [part for row in table.table[1] for cell in row for part in cell]
    words = [part for part in cells if isinstance(part, str | Strong)]
    assert not [part for part in words if re.search(r"[$\\^]|\bdelta\b|\beps", str(part))]


def test_a_formula_that_no_note_has_yet_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot say"):
        plain(r"$\frac{1}{2}$")
