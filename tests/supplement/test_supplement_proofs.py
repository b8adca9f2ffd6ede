"""The proofs of the supplement are those of the lemma pages, its conventions those of the checker."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, needed
from stillproof.statements.kernel_list import own_list
from stillproof.statements.stated import read_stated
from stillproof.supplements import blocks, evidence, mathml, tex
from stillproof.supplements.conventions import TYPESET, letters, typeset
from stillproof.supplements.document import Document, document
from stillproof.supplements.errata import Errata
from stillproof.supplements.formulas import inline as inline_formula
from stillproof.supplements.proofs import Grid, inline, proofs
from stillproof.supplements.write import html, paper
from stillproof_check.lemmas import LEMMAS
from stillproof_check.rules.table import RULES

FIXTURES, CERTIFICATES = ROOT / "fixtures", ROOT / "proofs" / "certificates"
NONE = Errata([], 0, 0, 0)
PAGES = sorted((ROOT / "docs" / "lemmas").glob("*.md"))


def shown(*names: str) -> Document:
    """Statements of the fixtures, as if the checker had just run: they are certified elsewhere."""
    rows = [
        {"claim": claim["id"], "lemmas": list(RULES[claim["kind"]].LEMMAS), "statement": name, "verdict": "certified"}
        for name in names
        for claim in json.loads((FIXTURES / "statements" / f"{name}.json").read_text())["claims"]
    ]
    found = evidence.gather(FIXTURES, CERTIFICATES, list(names))
    return document(found, {name: read_stated(FIXTURES, name).passing(rows) for name in found.names}, "last")


@pytest.fixture(scope="module")
def flagship() -> Document:
    return shown("golay11-strange")


def bare(text: str) -> list[str]:
    """The words and formulas of a page or of TeX, without what sets them: letters and digits only."""
    text = text.replace(r"\allowbreak{}", "")
    text = re.sub(r"\\(?:hyperlink|hypertarget)\{[^}]*\}", "", text)
    text = re.sub(r"\]\([^)]*\)|```math", "", text)
    text = re.sub(r"\\(?:textbf|emph|texttt|par|item|allowbreak|begin|end)\b(?:\{(?:equation\*|itemize)\})?", "", text)
    return re.findall(r"[A-Za-z0-9]+", text)


def sections() -> Iterator[tuple[str, str]]:
    """The lemmas with what their page says of them, up to the end of the proof; tables are left out."""
    for path in PAGES:
        for part in re.split(r"^## ", path.read_text(), flags=re.M)[1:]:
            name, _, body = part.partition("\n")
            if name in LEMMAS:
                yield name, re.sub(r"^\|.*$", "", body.partition("**Used by:**")[0], flags=re.M)


def test_every_word_of_a_proof_is_that_of_its_page() -> None:
    found = proofs(ROOT, LEMMAS)
    assert set(found.lemmas) == set(LEMMAS)
    checked = 0
    for name, body in sections():
        own = found.lemmas[name]
        kept = [part for part in own.blocks if not isinstance(part, Grid)]
        text = tex.text(own.sentence) + " " + blocks.as_tex(kept)
        assert bare(text) == bare(body), name
        checked += len(bare(body))
    assert checked > 10_000


def test_a_proof_that_is_cited_is_there_too(flagship: Document) -> None:
    names = flagship.proofs.lemmas.keys()
    rests = {name for section in flagship.sections for claim in section.claims for name, _ in claim.lemmas}
    assert rests <= names
    assert set(proofs(ROOT, ["coset-sums"]).lemmas) == {"coset-sums", "displacement-group"}  # which it cites
    assert names == flagship.lemmas.keys()
    assert {cited for proof in flagship.proofs.lemmas.values() for cited in proof.cites} <= names
    page, text = html(flagship, NONE, [], []), paper(flagship, NONE, [], [])
    for name in names:
        assert f'<article id="lemma.{name}">' in page
        assert f"\\hypertarget{{lemma.{name}}}" in text
    assert set(re.findall(r'href="#lemma\.([a-z-]+)"', page)) <= names
    assert text.count(r"\textbf{Proof.}") == page.count("<b>Proof.</b>") == len(names)
    assert "$" not in re.sub(r"\$\(cut", "", page)  # no formula is left in TeX


@pytest.mark.parametrize("text", ["an *open star", "a `tick", "<b>html</b>", r"\alpha", "a [link](", "half a $formula"])
def test_a_mark_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a mark that the supplement cannot say"):
        inline(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("**Proof.**", "Proof.", "no sentence, statement and proof"),
        ("## overlap", "## overlaps", "no section on the lemma overlap"),
        ("## Conventions\n", "## Conventions\n\n> a quote\n", "a block that the supplement cannot say"),
    ],
)
def test_a_page_that_is_not_understood_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "docs" / "lemmas"
    folder.mkdir(parents=True)
    for path in PAGES:
        (folder / path.name).write_text(path.read_text().replace(old, new))
    with pytest.raises(ValueError, match=said):
        proofs(tmp_path, ["overlap"])


def test_an_inline_formula_breaks_before_relations_outside_of_braces_only() -> None:
    assert inline_formula(r"a = b \le c").count("<math>") == 3
    assert inline_formula(r"\sum_{i = j} a_i").count("<math>") == 1
    assert inline_formula(r"\lbrace a : b = 0 \rbrace").count("<math>") == 1


# Conventions


def test_every_convention_is_typeset_and_reads_as_the_checkers() -> None:
    assert TYPESET.keys() == RULES.keys()
    for kind, rule in RULES.items():
        assert letters(TYPESET[kind]) == rule.CONVENTION.replace("`", "")
        found = typeset(kind, rule.CONVENTION)
        assert "\\" not in "".join(part for part in found if isinstance(part, str))
        assert mathml.text(found)
    assert tex.text(typeset("symmetry", RULES["symmetry"].CONVENTION)) == r"$V^{\otimes n}\,\Pi = \Pi\,V^{\otimes n}$"


def test_another_convention_is_printed_as_it_is() -> None:
    text = RULES["symmetry"].CONVENTION.replace("Pi V", "-Pi V")
    assert typeset("symmetry", text) == (text,)
    assert typeset("new", "any text") == ("any text",)


# What to believe


def test_the_page_on_what_to_believe_counts_what_is_there(flagship: Document) -> None:
    said = {part.title: " ".join(tex.text(words) for words in part.words) for part in flagship.believed}
    own = list((ROOT / "proofs" / "stillproof_check").rglob("*.py"))
    lines = sum(len(path.read_text().splitlines()) for path in own)
    assert f"starts {len(own)} files" in said["The checker"]
    assert f"with {lines} lines in all" in said["The checker"]
    kernel = json.loads(own_list(CERTIFICATES).read_text())["golay11-strange"]["claims"]  # type: ignore[union-attr]
    total = len(flagship.sections[0].claims)
    assert 0 < len(kernel) < total
    assert said["Coq's kernel"].startswith(f"{len(kernel)} of the {total} claims")
    proved = sum(lemma.theorem is not None for lemma in flagship.lemmas.values())
    assert f"{len(flagship.lemmas)} lemmas" in said["The lemmas"]
    assert f"The other {len(flagship.lemmas) - proved} are" in said["The lemmas"]


# The PDF, as it is read


def pages_of(text: str, folder: Path) -> list[str]:
    """The pages of a document in TeX, as text."""
    (folder / "supplement.tex").write_text(text, encoding="ascii")
    command = [needed("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "supplement.tex"]
    for _ in range(2):
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
        assert done.returncode == 0, done.stdout[-2000:]
    command = [needed("pdftotext"), "-layout", "supplement.pdf", "-"]
    read = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    return read.stdout.split("\f")[:-1]


def orphans(pages: list[str], headings: set[str]) -> list[str]:
    """The headings that are the last line of a page, or have one line below them."""
    found = []
    for page in pages:
        lines = [re.sub(r"^\d+\s+", "", line.strip()) for line in page.splitlines() if line.strip()]
        found += [line for line in lines[-3:-1] if line in headings]  # the very last line is the number of the page
    return found


def test_no_heading_is_left_at_the_foot_of_a_page(tmp_path: Path) -> None:
    told = shown("golay11-strange", "five-qubit-t", "golay11-graph", "steane7-h")
    text = paper(told, NONE, [], [])
    headings = {f"{claim.id}: {claim.verdict}" for section in told.sections for claim in section.claims}
    headings |= {section.name for section in told.sections} | told.lemmas.keys()
    headings |= {"Errata", "Lemmas and their proofs", "Conventions of the proofs"}
    pages = pages_of(text, tmp_path)
    assert sum(line.strip() in headings for page in pages for line in page.splitlines()) > 80
    assert orphans(pages, headings) == []
    loose = re.sub(r"\\needed\{\d+\\baselineskip\}\\", lambda _: "\\", text)  # the same without what keeps them
    assert loose != text
    assert orphans(pages_of(loose, tmp_path), headings)
    (believed,) = [page for page in pages if re.match(r"\s*1\s+What to believe", page)]
    assert "No verdict rests on them" in " ".join(believed.split())
    assert all(part.title in believed.replace("\u2019", "'") for part in told.believed)


def test_the_last_lines_of_a_claim_do_not_stand_alone_on_the_next_page(tmp_path: Path) -> None:
    def stranded(pages: list[str]) -> list[str]:
        first = [page.strip().partition("\n")[0] for page in pages]
        return [line for line in first if re.match(r"Line \d+ of the statement|Also checked by Coq", line)]

    text = paper(shown("golay11-strange", "bravyi-haah20-t"), NONE, [], [])
    assert stranded(pages_of(text, tmp_path)) == []
    loose = text.replace(r"{\par\nobreak{\small", r"{\par{\small")  # the same without what keeps them
    assert loose != text
    assert stranded(pages_of(loose, tmp_path))
