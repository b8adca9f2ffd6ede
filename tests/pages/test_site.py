"""The pages as a site: all of them are in its contents, the build has no warning, and nothing is loaded from afar."""

import html
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import ROOT, lacking, needed

DOCS = ROOT / "docs"
SPHINX = ROOT / "build" / "docs" / "venv" / "bin" / "python"  # of `make docs`
LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "object": "data"}


def test_every_page_is_in_the_table_of_contents_once() -> None:
    listed = [page for name in ("", "claims", "lemmas") for page in contents(DOCS / name / "index.md")]
    pages = set(DOCS.rglob("*.md")) - {DOCS / "index.md"}
    assert len(listed) == len(set(listed))
    assert set(listed) == pages


def contents(index: Path) -> list[Path]:
    """The pages that a page lists; a star is for all others of its folder."""
    listed = "".join(re.findall(r"^```\{toctree\}\n(.*?)^```$", index.read_text(encoding="ascii"), re.S | re.M))
    found = [index.parent / f"{name}.md" for name in re.findall(r"^([a-z/-]+)$", listed, re.M)]
    return found + (sorted({*index.parent.glob("*.md")} - {index, *found}) if "\n*\n" in listed else [])


def test_the_requirements_are_hashed() -> None:
    text = (ROOT / "requirements" / "docs.txt").read_text(encoding="ascii")
    for line in re.split(r"\n(?=[a-z])", text.strip()):
        assert "--hash=sha256:" in line, line
    assert "://" not in text


class Loads(HTMLParser):
    """What a page loads: scripts, pictures, style sheets."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and values.get("rel") in ("index", "search", "next", "prev", "canonical"):
            return
        self.found.append(values.get(LOADING.get(tag, "")) or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SPHINX.is_file():
        lacking("the environment that `make docs` makes")
    folder = tmp_path_factory.mktemp("site") / "html"
    command = ["make", "-s", "docs", f"HTML={folder}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_nothing_is_loaded_from_the_network(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(list(DOCS.rglob("*.md")))
    for page in pages:
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        assert any(loads.found), page
        assert not [url for url in loads.found if re.match(r"(?:[a-z]+:)?//", url)], page
    for sheet in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = sheet.read_text(encoding="utf-8")
        assert not re.findall(r"""(?:@import|url\()\s*["']?(?:https?:)?//""", text), sheet
        assert not re.findall(r"""(?:fetch|importScripts|import)\(\s*["'](?:https?:)?//""", text), sheet


def test_the_pictures_and_files_of_the_pages_are_in_the_site(site: Path) -> None:
    for page in site.rglob("*.html"):
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        for url in filter(None, loads.found):
            if not url.startswith(("data:", "#")):
                assert (page.parent / url.partition("?")[0]).exists(), f"{page.name}: {url}"
    assert (site / "_images" / "basins.svg").is_file()


def test_formulas_are_mathml(site: Path) -> None:
    total = 0
    for page in sorted(DOCS.rglob("*.md")):
        blocks = re.split(r"(?ms)^ *```(.*?)^ *```$", page.read_text(encoding="ascii"))
        shown = (site / page.relative_to(DOCS)).with_suffix(".html").read_text(encoding="utf-8")
        displays = sum(block.startswith("math\n") for block in blocks[1::2])
        inline = len(re.findall(r"(?s)\$.+?\$", re.sub(r"`+[^`]+`+", "", "".join(blocks[::2]))))
        body = re.sub(r'(?s)<span class="label">.*?</span>(?=<p>|</td>)', "", article(shown))
        assert body.count("<math ") == displays + inline, page
        assert body.count('<div class="formula">') == displays, page
        words = re.sub(r"(?s)<(pre|code|math)\b.*?</\1>", "", body)
        assert not re.findall(r"\\[A-Za-z]+|\$", words), page
        assert not re.findall(r"(?i)<script[^>]*math", shown), page
        total += displays + inline
    assert total > 1000


def article(shown: str) -> str:
    """What a page says, without what is around it."""
    return shown.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize("formula", ["$\\unknown{x}$", "```math\n\\frac{1}\n```", "$\\begin{tikz} x \\end{tikz}$"])
def test_a_formula_that_is_not_known_ends_the_build(formula: str, tmp_path: Path) -> None:
    if not SPHINX.is_file():
        lacking("the environment that `make docs` makes")
    for text, code in ((formula, 2), ("$x$", 0)):
        (tmp_path / "index.md").write_text(f"# A page\n\nText\n\n{text}\n", encoding="ascii")
        options = ["-q", "-E", "-b", "html", "-c", str(DOCS)]  # without -W
        command = [str(SPHINX), "-m", "sphinx", *options, str(tmp_path), str(tmp_path / "html")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == code, done.stderr
        assert ("in the formula" in done.stderr) == (code != 0)


LOOK = """
const pages = %s;
const found = {};
function look(inner) {
  const root = inner.documentElement;
  const out = root.scrollWidth > root.clientWidth ? ["the page: " + root.scrollWidth] : [];
  for (const box of inner.querySelectorAll("article .table-wrapper, article pre, article .formula")) {
    if (box.scrollWidth > box.clientWidth + 1) out.push(box.tagName + " scrolls: " + box.textContent.slice(0, 60));
  }
  for (const word of inner.querySelectorAll("article code .pre")) {
    const nodes = inner.createTreeWalker(word, NodeFilter.SHOW_TEXT);
    const range = inner.createRange();
    while (word.getClientRects().length > 1 && nodes.nextNode()) {
      const text = nodes.currentNode.textContent;
      for (let i = 1; i < text.length; i++) {
        const [before, here] = [i - 1, i].map((at) => {
          range.setStart(nodes.currentNode, at);
          range.setEnd(nodes.currentNode, at + 1);
          return range.getBoundingClientRect().top;
        });
        if (here > before + 4 && /[A-Za-z]{2}/.test(text.slice(i - 1, i + 1))) out.push("broken: " + text);
      }
    }
  }
  return out;
}
frame.onload = () => {
  const name = pages.shift();
  found[name] = look(frame.contentDocument);
  if (pages.length) frame.src = pages[0];
  else document.getElementById("found").textContent = JSON.stringify(found);
};
frame.src = pages[0];
"""


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_nothing_is_read_by_scrolling_sideways_and_no_name_breaks_within_a_word(
    site: Path, width: int, tmp_path: Path
) -> None:
    """In a frame of that width, as a window of a headless browser has a least width."""
    pages = [(site / page.relative_to(DOCS)).with_suffix(".html").as_uri() for page in sorted(DOCS.rglob("*.md"))]
    (tmp_path / "frame.html").write_text(
        f'<!doctype html><pre id="found"></pre><iframe id="frame" style="width:{width}px;border:0"></iframe>'
        f"<script>{LOOK % json.dumps(pages)}</script>",
        encoding="utf-8",
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--hide-scrollbars"]
    options += [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=100000", "--window-size=1400,1000"]
    command = [needed("chromium"), *options, "--dump-dom", (tmp_path / "frame.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240)
    shown = html.unescape(done.stdout.partition('<pre id="found">')[2].partition("</pre>")[0])
    found = json.loads(shown)
    assert set(found) == set(pages)
    assert {page: out for page, out in found.items() if out} == {}
