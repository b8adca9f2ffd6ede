"""The pages as a site: all of them are in its contents, the build has no warning, and nothing is loaded from afar."""

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
    html = tmp_path_factory.mktemp("site") / "html"
    command = ["make", "-s", "docs", f"HTML={html}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return html


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


@pytest.mark.parametrize("page", ["operators", "states", "functions"])
def test_formulas_are_mathml(site: Path, page: str) -> None:
    source = (DOCS / "lemmas" / f"{page}.md").read_text(encoding="ascii")
    shown = (site / "lemmas" / f"{page}.html").read_text(encoding="utf-8")
    displays = source.count("```math\n")
    inline = len(re.findall(r"(?s)\$.+?\$", re.sub(r"(?s)```math\n.*?```", "", source)))
    assert shown.count("<math ") == displays + inline > 100
    assert shown.count('<div class="formula">') == displays
    body = shown.partition("<article")[2].partition("</article>")[0]
    assert not re.findall(r"\\[A-Za-z]+|\$", body)
    assert not re.findall(r"(?i)<script[^>]*math", shown)


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


WIDEST = ["index", "tutorial-certify", "cli", "protocols", "what-we-found", "api"]
FORMATS = ["formats/claims", "formats/statement"]
CLAIMS = ["claims/index", "claims/map", "claims/threshold"]
LEMMAS = ["lemmas/index", "lemmas/operators", "lemmas/iteration", "lemmas/equivalence"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", [*WIDEST, *FORMATS, *CLAIMS, *LEMMAS])
def test_no_page_is_wider_than_the_window(site: Path, name: str, width: int, tmp_path: Path) -> None:
    """In a frame of that width, as a window of a headless browser has a least width."""
    frame = (
        f'<iframe id="f" src="{(site / name).as_uri()}.html" style="width:{width}px;height:900px;border:0"></iframe>'
        "<script>f.onload=()=>{const d=f.contentDocument.documentElement;"
        "document.title='wide '+d.scrollWidth+' '+d.clientWidth}</script>"
    )
    (tmp_path / "frame.html").write_text(f"<!doctype html><title>not loaded</title>{frame}", encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]
    options += [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=5000", "--window-size=1400,1000"]
    command = [needed("chromium"), *options, (tmp_path / "frame.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = re.search(r"<title>wide (\d+) (\d+)</title>", done.stdout)
    assert found, done.stdout[:300]
    assert int(found[1]) <= int(found[2]) <= width
