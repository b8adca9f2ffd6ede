"""The figures show what the claims say, in the same bytes every time, or nothing is written."""

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from flint import fmpq

from conftest import ROOT, copied, needed, stillproof
from stillproof import figures
from stillproof.commands.certify import certify
from stillproof.figures import basins, curve, draw_all, drawings, graph, protocols, read_source, wigner
from stillproof.figures.curve import STEPS, shortened
from stillproof.figures.source import code_label, cost_of, curves_of, infidelities, meeting
from stillproof.statements.stated import Stated

PAPER = ["golay11-strange", "norell-wigner", "golay11-graph", "golay11-norell", "golay23-t", "five-qubit-t"]
STATEMENTS = sorted(path.stem for path in (ROOT / "fixtures" / "statements").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"


def claims(name: str) -> dict[str, dict[str, Any]]:
    value = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())
    return {claim["id"]: claim for claim in value["claims"]}


def at(poly: list[Any], *point: Fraction) -> Fraction:
    """A polynomial, dense and low degree first, in one or two variables."""
    if len(point) == 2:
        return sum((at(row, point[1]) * point[0] ** i for i, row in enumerate(poly)), Fraction(0))
    return sum((int(c) * point[0] ** i for i, c in enumerate(poly)), Fraction(0))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures") / "out"
    paths = draw_all(PAPER, folder)
    assert paths == sorted(folder.iterdir())
    return folder


def test_every_figure_of_the_paper_is_there_twice(drawn: Path) -> None:
    stems = {
        "basins-golay11-norell",
        "graph-golay11-graph",
        "map-five-qubit-t",
        "map-golay11-strange",
        "map-golay23-t",
        "protocols",
        "wigner",
    }
    assert {path.name for path in drawn.iterdir()} >= {f"{stem}.{form}" for stem in stems for form in ("svg", "pdf")}


def test_nothing_to_draw_is_no_figure_and_captions_say_what_is_seen(tmp_path: Path) -> None:
    assert draw_all(["self-orthogonal-11"], tmp_path) == []
    found = figures.captions([read_source(name) for name in PAPER])
    assert found.keys() == drawings([read_source(name) for name in PAPER]).keys()
    assert {stem for stem, text in found.items() if "of Prakash 2020)" in text} == figures.IN_PRINT.keys()


def test_files_are_what_they_are_called(drawn: Path) -> None:
    for path in drawn.glob("*.svg"):
        root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title") is not None
        assert not root.findall(f".//{SVG}text"), "fonts are paths"
        assert not re.findall(rb'(?:href|src)="(?!#)', path.read_bytes()), "nothing is loaded"
    for path in drawn.glob("*.pdf"):
        content = path.read_bytes()
        assert content.startswith(b"%PDF-1.")
        assert content.rstrip().endswith(b"%%EOF")
        assert b"CreationDate" not in content


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_bytes_for_every_hash_seed(drawn: Path, seed: str, tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from stillproof.figures import draw_all\n"
    program += "draw_all(sys.argv[2:], Path(sys.argv[1]))"
    (tmp_path / "matplotlibrc").write_text("font.size: 20\n")  # a user's settings change nothing
    environment = {**os.environ, "PYTHONHASHSEED": seed, "MATPLOTLIBRC": str(tmp_path), "SOURCE_DATE_EPOCH": seed}
    command = [sys.executable, "-c", program, str(tmp_path / "out"), *PAPER]
    subprocess.run(command, env=environment, check=True, timeout=120)
    again = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "out").iterdir()}
    assert again == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in drawn.iterdir()}


@pytest.mark.parametrize("name", ["golay11-strange", "golay23-t", "qr23-strange", "ccz8", "bravyi-haah20-t"])
def test_a_curve_is_the_claimed_function(name: str) -> None:
    source = read_source(name)
    stated = claims(name)
    outputs = (
        stated["map"]["output"]
        if "map" in stated
        else {
            "any": stated["outputs"]["any"],
            **{str(i): x for i, x in enumerate(stated["outputs"]["each"], 1)},
        }
    )
    lines = [line.get_xydata() for line in curve.draw(source, []).axes[0].lines]
    shown = [line for line in lines if len(line) == STEPS + 1]
    found = curves_of(source)
    assert len(shown) == len(found) == len({json.dumps(x) for x in outputs.values()})
    for pixels, each in zip(shown, found, strict=True):
        value = outputs[each.label.split(", ")[0]]
        end = curve.limit([(source, x) for x in found])
        for i, (x, y) in enumerate(pixels):
            exact = Fraction(int(end.p), int(end.q)) * i / STEPS
            assert x == float(exact)
            assert y == float(at(value["num"], exact) / at(value["den"], exact))
        assert each.threshold in stated.values()


def test_infidelities_are_drawn_against_that_of_an_input(tmp_path: Path) -> None:
    code, state = (
        ROOT / "tests" / "meaning" / "codes" / "golay11-plus-1.json",
        ROOT / "fixtures" / "states" / "strange.json",
    )
    _, exit_code = certify(code, state, tmp_path, lambda done, total: None)
    assert exit_code == 0
    (name,) = (path.stem for path in (tmp_path / "statements").iterdir())
    source = read_source(name, tmp_path, tmp_path / "certificates")
    axes = curve.draw(source, []).axes[0]
    untouched = [line for line in axes.lines if len(line.get_xdata()) == STEPS + 1][2]
    assert [list(map(float, pair)) for pair in untouched.get_xydata()] == [
        [float(x)] * 2 for x in untouched.get_xdata()
    ]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("infidelity of one input", "infidelity of outputs")
    words = [text.get_text() for text in axes.texts]
    assert [text for text in words if "0.25810" in text]
    assert not [text for text in words if "0.38715" in text or "0.514" in text]
    assert protocols.cost(source) == ""  # an untouched qutrit is not distilled


@pytest.mark.parametrize("name", ["golay11-strange", "five-qubit-t", "reed-muller15-t"])
def test_a_threshold_is_marked_where_it_is(name: str) -> None:
    low, high = map(Fraction, claims(name)["threshold"]["interval"])
    dots = [line.get_xydata().tolist() for line in curve.draw(read_source(name), []).axes[0].lines]
    (mark,) = [line[0] for line in dots if len(line) == 1]
    assert mark == [float((low + high) / 2)] * 2
    words = " ".join(text.get_text() for text in curve.draw(read_source(name), []).axes[0].texts)
    (decimal,) = re.findall(r"0\.(\d+)\u2026", words)
    assert 10 ** len(decimal) * low // 1 == 10 ** len(decimal) * high // 1 == int(decimal)


def test_wigner_functions_are_the_claimed_ones() -> None:
    sources = [read_source(name) for name in ("golay11-strange", "norell-wigner")]
    for source, axes in zip(sources, wigner.draw(sources).axes, strict=True):
        function = claims(source.name)["wigner"]["function"]
        shown = {text.get_position(): text.get_text().replace("\u2212", "-") for text in axes.texts}
        assert shown == {(u, v): c0 for u, row in enumerate(function) for v, (c0, _) in enumerate(row)}
        assert sum(map(Fraction, shown.values())) == 1
        hatched = {patch.get_xy() for patch in axes.patches if patch.get_hatch()}
        assert hatched == {(u - 0.5, v - 0.5) for (u, v), value in shown.items() if value.startswith("-")}


@pytest.mark.parametrize(
    ("name", "worst"), [("golay11-norell", None), ("five-qubit-t", None), ("bravyi-haah20-t", "1")]
)
def test_infidelities_are_those_of_the_claims(name: str, worst: str | None) -> None:
    stated, source = claims(name), read_source(name)
    found = protocols.points(source)
    assert len(found) > 20
    for x, y in ((Fraction(int(a.p), int(a.q)), Fraction(int(b.p), int(b.q))) for a, b in found):
        if worst:  # eps is the infidelity
            value = stated["outputs"]["each"][int(worst) - 1]
            assert y == at(value["num"], x) / at(value["den"], x)
        elif name == "five-qubit-t":  # half of delta
            value = stated["map"]["output"]["delta"]
            assert y == at(value["num"], 2 * x) / at(value["den"], 2 * x) / 2
        else:  # eps0 = epsS is half of it
            parts = stated["map"]["output"].values()
            assert y == sum(at(z["num"], x / 2, x / 2) / at(z["den"], x / 2, x / 2) for z in parts)


def test_costs_are_inputs_per_output() -> None:
    known = {"golay11-strange": "19008", "reed-muller15-t": "15", "bravyi-haah20-t": "5", "five-qubit-t": "30"}
    assert {name: protocols.cost(read_source(name)) for name in known} == known
    assert protocols.cost(read_source("qr23-strange")) == r"$2.967\times 10^{10}$"


def test_shares_of_basins_are_cut_off_not_rounded() -> None:
    source = read_source("golay11-norell")
    words = [text.get_text() for text in basins.draw(source).axes[1].texts]
    claim = claims("golay11-norell")["basin"]
    for value in map(Fraction, (*claim["areas"], claim["undecided"])):
        assert f"0.{int(value * 10**4):04}\u2026" in words


def test_a_decimal_is_shown_as_far_as_it_is_known() -> None:
    from flint import fmpq

    assert shortened(fmpq(387154, 10**6), fmpq(387155, 10**6)) == "0.38715\u2026"
    assert shortened(fmpq(3715, 10**4), fmpq(3719, 10**4)) == "0.371\u2026"
    assert shortened(fmpq(1, 3), fmpq(1, 2)) == "0.33 to 0.50"


def overlaps(stem: str, sources: list[Stated]) -> list[tuple[str, str]]:
    """Pairs of labels whose boxes meet, and labels that leave the paper or are too small."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from stillproof.figures.style import PARAMETERS

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(PARAMETERS)  # type: ignore[arg-type]
        figure: Figure = drawings(sources)[stem][1]()
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        unseen = {
            label
            for axes in figure.axes
            for axis in (axes.xaxis, axes.yaxis)
            for tick in axis.get_major_ticks()
            for label in (tick.label1, tick.label2)
            if not min(axis.get_view_interval()) <= tick.get_loc() <= max(axis.get_view_interval())
        }
        boxes = [
            (text.get_text(), Text.get_window_extent(text))  # without the leader of an annotation
            for text in figure.findobj(Text)
            if text.get_text().strip() and text.get_visible() and text.get_rotation() % 90 == 0 and text not in unseen
        ]
        width, height = canvas.get_width_height()
        small = {text.get_text() for text in figure.findobj(Text) if text.get_text() and text.get_fontsize() < 6}
    found = [(word, "smaller than 6 pt") for word in sorted(small)]
    found += [
        (word, "the edge") for word, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]
    for i, (word, box) in enumerate(boxes):
        found += [(word, other) for other, second in boxes[:i] if box.overlaps(second)]
    return found


@pytest.mark.parametrize("stem", sorted(drawings([read_source(name) for name in STATEMENTS])))
def test_labels_do_not_overlap_and_can_be_read(stem: str) -> None:
    assert not overlaps(stem, [read_source(name) for name in STATEMENTS])


def test_the_command_draws_and_says_what_it_wrote(tmp_path: Path) -> None:
    done = stillproof("plot", "golay11-strange", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(path) for path in sorted((tmp_path / "out").iterdir())]
    assert len(done.stdout.splitlines()) == 4


def test_the_command_draws_a_code_that_nobody_has_stated_anything_about(tmp_path: Path) -> None:
    code = ROOT / "fixtures" / "codes" / "five-qubit.json"
    assert stillproof("plot", code, "--state", "t", "-o", tmp_path / "out").returncode == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"map-five-qubit-t.svg", "map-five-qubit-t.pdf"}


def test_the_command_draws_statements_and_certificates_of_a_folder(tmp_path: Path) -> None:
    copied(tmp_path, "five-qubit-t")
    folders = ["--fixtures", tmp_path / "fixtures", "--certificates", tmp_path / "certificates"]
    done = stillproof("plot", *folders, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 2
    certificate = tmp_path / "certificates" / "five-qubit-t.jsonl"
    certificate.write_text(certificate.read_text().replace('"cofactor":["', '"cofactor":["1'))
    done = stillproof("plot", *folders, "-o", tmp_path / "again")
    assert done.returncode == 10
    assert done.stderr.startswith("stillproof: not certified: five-qubit-t: ")
    assert not (tmp_path / "again").exists()
    certificate.unlink()
    done = stillproof("plot", *folders, "-o", tmp_path / "again")
    assert (done.returncode, done.stderr) == (
        12,
        f"stillproof: {certificate}: expected a certificate, found nothing to read\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["certificates", "fixtures", "out"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nope"], 11, "PROTOCOL: no protocol is called nope, and no name is near; there are "),
        (["self-orthogonal-11"], 11, "self-orthogonal-11: no claim that a figure shows"),
        (["five-qubit-t", "--state", "t"], 12, "--state: expected no such option, as five-qubit-t is a statement"),
        (["c.json"], 12, "c.json: expected a regular file, found nothing to read"),
        (
            ["--certificates", "x"],
            12,
            "--certificates: expected --fixtures, the folder of statements, with it, ",
        ),
        (["c.json", "--state", "t"], 12, "c.json: expected a regular file, found nothing to read"),
    ],
)
def test_bad_requests_are_one_line_and_write_nothing(
    arguments: list[str], code: int, message: str, tmp_path: Path
) -> None:
    done = stillproof("plot", *arguments, "-o", tmp_path / "out")
    assert done.returncode == code
    assert done.stderr.startswith(f"stillproof: {message}")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("")
    done = stillproof("plot", "five-qubit-t", "-o", tmp_path)
    assert done.returncode == 12
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_without_matplotlib_it_says_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys\nclass No:\n    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'matplotlib':\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name='matplotlib')\n"
        "sys.meta_path.insert(0, No())\nfrom stillproof.cli import main\nmain()\n"
    )
    command = [sys.executable, "-c", program, "plot", "five-qubit-t", "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 11
    assert done.stderr == "stillproof: matplotlib is missing: pip install 'stillproof[paper]'\n"
    assert not list(tmp_path.iterdir())


def test_a_pdf_is_drawn_without_complaint(drawn: Path, tmp_path: Path) -> None:
    command = [
        needed("pdftoppm"),
        "-png",
        "-r",
        "60",
        "-singlefile",
        str(drawn / "protocols.pdf"),
        str(tmp_path / "page"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def spoiled(name: str, edit: Any) -> Stated:
    """A statement of the fixtures with edited claims, as a figure reads it."""
    source = read_source(name)
    return replace(source, claims=edit([dict(claim) for claim in source.claims]))


def doubled(kind: str) -> Any:
    """An edit that says a claim twice, under two ids."""

    def edit(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            x for claim in claims for x in ([claim, {**claim, "id": "again"}] if claim["kind"] == kind else [claim])
        ]

    return edit


@pytest.mark.parametrize("kind", ["code", "wigner", "map", "threshold", "yield", "suppression"])
def test_a_claim_that_is_said_twice_is_drawn_once(kind: str) -> None:
    once, twice = read_source("golay11-strange"), spoiled("golay11-strange", doubled(kind))
    assert drawings([twice]).keys() == drawings([once]).keys()
    one, other = ((code_label(x), cost_of(x), wigner.values(x)) for x in (once, twice))
    assert one == other
    assert curves_of(twice) == curves_of(once)
    for _, draw in drawings([twice]).values():
        draw()


def test_curve_and_threshold_are_of_one_map() -> None:
    """A threshold of another map is not marked on this curve; a map without one does not hide that with one."""

    def first(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        (source,) = (claim for claim in claims if claim["kind"] == "map")
        return [{**source, "id": "other", "output": {"delta": {"den": ["1"], "num": ["0", "1"]}}}, *claims]

    def apart(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**claim, "of": "gone"} if claim["kind"] == "threshold" else claim for claim in claims]

    assert curves_of(spoiled("golay11-strange", first)) == curves_of(read_source("golay11-strange"))
    (curve_of_none,) = curves_of(spoiled("golay11-strange", apart))
    assert curve_of_none.threshold is None


def test_the_mark_is_where_the_curve_crosses_and_the_words_are_the_interval() -> None:
    def wide(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        new = {"infidelity": ["1/15", "3/5"], "interval": ["1/10", "9/10"]}
        return [{**claim, **new} if claim["kind"] == "threshold" else claim for claim in claims]

    marks, words = [], []
    for source in (read_source("golay11-strange"), spoiled("golay11-strange", wide)):
        axes = curve.draw(source, []).axes[0]
        marks += [line.get_xydata().tolist() for line in axes.lines if len(line.get_xdata()) == 1]
        words.append(" ".join(text.get_text() for text in axes.texts))
    assert marks[0] == marks[1]
    assert "0.38715\u2026" in words[0]
    assert "0.10 to 0.90" in words[1]
    assert "0.38715" not in words[1]


def test_several_curves_are_named_beside_their_lines(tmp_path: Path) -> None:
    """Outputs without a threshold had their words on one place, and no line said which is which."""
    code, state = (
        ROOT / "tests" / "meaning" / "codes" / "golay11-plus-1.json",
        ROOT / "fixtures" / "states" / "strange.json",
    )
    _, exit_code = certify(code, state, tmp_path, lambda done, total: None)
    assert exit_code == 0
    (name,) = (path.stem for path in (tmp_path / "statements").iterdir())
    source = read_source(name, tmp_path, tmp_path / "certificates")
    assert not overlaps(f"map-{name}", [source])
    axes, below = curve.draw(source, []).axes
    assert [text.get_text().split(":")[0] for text in below.texts] == ["all outputs together", "output 1", "output 2"]
    drawn = [line for line in axes.lines if len(line.get_xdata()) == STEPS + 1]
    assert [(x.get_color(), x.get_linestyle()) for x in drawn] == [
        (x.get_color(), x.get_linestyle()) for x in below.lines
    ]
    assert len({(x.get_color(), x.get_linestyle()) for x in drawn}) == 3


def test_a_ket_is_printed_only_of_the_state_that_it_names() -> None:
    from stillproof.figures.style import kets, outer

    norell, hadamard = read_source("golay11-norell").state, read_source("five-qutrit-h").state
    assert kets(norell, "zero") == r"$|0\rangle$"
    assert kets(hadamard, "plus") == r"$|plus\rangle$"  # an eigenvector of H, not |+>
    assert outer(norell, "S") == r"$|S\rangle\langle S|$"


def test_a_mixture_is_written_as_a_mixture() -> None:
    source = read_source("golay11-norell")
    name = basins.name_of(source, ["0", "1/2"])
    assert name == r"$1/2\,$$|N\rangle\langle N|$ + $1/2\,$$|S\rangle\langle S|$"
    assert basins.name_of(source, ["0", "1"]) == r"$|S\rangle$"


def test_a_family_need_not_have_a_maximally_mixed_state() -> None:
    source = read_source("golay11-norell")
    lost = {"N": (fmpq(1), fmpq(-1), fmpq(-1)), "zero": (fmpq(0), fmpq(1), fmpq(1)), "S": (fmpq(0),) * 3}
    other = replace(source, protocol=replace(source.protocol, state=replace(source.state, weights=lost)))
    regions = basins.cover(source)[0]
    assert "$I/3$" in [name for name, _ in basins.looks(source, regions).values()]
    assert "$I/3$" not in [name for name, _ in basins.looks(other, regions).values()]
    assert basins.name_of(other, ["0", "0"]) == basins.name_of(source, ["0", "0"])


def test_no_point_is_drawn_beyond_the_end_of_a_family() -> None:
    source = read_source("golay11-strange")
    half = {name: (c0, c1 / 2) for name, (c0, c1) in source.state.weights.items()}  # half as much noise
    other = replace(source, protocol=replace(source.protocol, state=replace(source.state, weights=half)))
    assert infidelities(source, fmpq(2, 3)) is not None
    assert infidelities(other, fmpq(1, 3)) is not None
    assert infidelities(other, fmpq(34, 100)) is None


@pytest.mark.parametrize(("names", "caption"), [(["N"], "function of the state N"), (["N", "S"], "of the states N, S")])
def test_one_wigner_function_is_of_one_state(names: list[str], caption: str) -> None:
    sources: Any = [SimpleNamespace(state=SimpleNamespace(target=name, magic=True)) for name in names]
    assert wigner.caption(sources).endswith(caption)


def test_a_coarse_edge_of_a_basin_is_marked_at_both_ends() -> None:
    def wide(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {**claim, "interval": ["3/10", "9/20"]} if claim["kind"] == "basin-threshold" else claim for claim in claims
        ]

    marks = []
    for source in (read_source("golay11-norell"), spoiled("golay11-norell", wide)):
        axes = basins.draw(source).axes[0]
        marks.append(sum(line.get_marker() == "x" for line in axes.lines))
        words = [text.get_text() for text in axes.texts]
    assert marks[1] == 2 * marks[0] > 0
    assert "0.30 to 0.45" in " ".join(words)


@pytest.mark.parametrize(
    ("value", "shown"), [("1", "1.0000"), ("1/4", "0.2500"), ("1/3", "0.3333\u2026"), ("99999/100000", "0.9999\u2026")]
)
def test_a_share_has_dots_where_it_goes_on(value: str, shown: str) -> None:
    assert basins.share(value) == shown


def test_the_numbers_of_figures_in_print_are_those_of_our_own_statements(tmp_path: Path) -> None:
    ours = read_source("golay11-strange")
    assert "Prakash" in figures.captions([ours])["map-golay11-strange"]
    copied(tmp_path, "golay11-strange")
    path = tmp_path / "fixtures" / "statements" / "golay11-strange.json"
    path.write_text(path.read_text().replace('"source":"', '"source":"another, '))
    other = read_source("golay11-strange", tmp_path / "fixtures", tmp_path / "certificates")
    assert "Prakash" not in figures.captions([other])["map-golay11-strange"]


def test_a_target_without_magic_has_a_mark_among_the_protocols() -> None:
    texts = []
    for names in (["golay11-zero", "golay11-strange"], ["golay11-strange", "golay23-t"]):
        figure = protocols.draw([read_source(name) for name in names])
        texts.append([text.get_text() for text in figure.findobj(lambda part: hasattr(part, "get_text"))])
    assert {"golay11-zero\u2020", "golay11-strange"} <= set(texts[0])
    assert [any("no magic" in text for text in found) for found in texts] == [True, False]


def drawn_words(figure: Any) -> list[str]:
    return [text.get_text() for text in figure.findobj(lambda part: hasattr(part, "get_text"))]


def test_the_curves_of_all_protocols_can_be_told_apart_in_grey() -> None:
    """Curves of one dimension had one look: eight qutrit curves were the same red dashes."""
    sources = [source for source in map(read_source, STATEMENTS) if figures.is_compared(source)]
    assert len([source for source in sources if source.state.p == 3]) > 5
    axes = protocols.draw(sources).axes[0]
    curves = [line for line in axes.lines if len(line.get_xdata()) > 10]
    samples = [line for line in axes.lines if len(line.get_xdata()) == 3 and line.get_markevery() == [1]]
    grey = [(line.get_linestyle(), line.get_marker(), line.get_fillstyle()) for line in curves]
    patterns = [line._unscaled_dash_pattern for line in curves]  # get_linestyle says -- of all dashes
    assert len(curves) == len(samples) == len({*zip(map(str, patterns), grey, strict=True)}) == len(sources)
    assert [(line.get_marker(), line.get_fillstyle(), line.get_color()) for line in curves] == [
        (line.get_marker(), line.get_fillstyle(), line.get_color()) for line in samples
    ]


def test_curves_of_many_outputs_are_told_apart_in_grey() -> None:
    known = [curve.look(number) for number in range(30)]
    keys = ("linestyle", "linewidth", "marker")
    assert len({tuple(str(each.get(key)) for key in keys) for each in known}) == 30


@pytest.mark.parametrize("name", ["golay11-strange", "reed-muller15-t", "golay11-zero", "bravyi-haah20-t", "ccz8"])
def test_the_crossing_of_a_protocol_is_its_certified_threshold(name: str) -> None:
    label = {"bravyi-haah20-t": "1", "ccz8": "any"}.get(name)
    (threshold,) = (
        claim for claim in claims(name).values() if claim["kind"] == "threshold" and label in (None, claim["output"])
    )
    low, high = map(Fraction, threshold["infidelity"])
    marks, words = crossings_of([name, "five-qubit-t"])
    assert float(low) <= marks[name] <= float(high)
    assert words[name] == shortened(fmpq(low.numerator, low.denominator), fmpq(high.numerator, high.denominator))


def crossings_of(names: list[str]) -> tuple[dict[str, float], dict[str, str]]:
    """Where the marks of the lower axes stand, and the numbers beside the names, by protocol."""
    below = protocols.draw([read_source(name) for name in names]).axes[1]
    texts = [text.get_text().split() for text in below.texts if text.get_rotation() == 90]
    marks = [line.get_xydata().tolist() for line in below.lines if len(line.get_xdata()) == 1]
    assert {y for ((_, y),) in marks} == {1}
    assert len(marks) == len(texts) == len(names)
    order = [name.rstrip("\u2020") for name, _ in texts]
    return (
        {name: x for name, ((x, _),) in zip(order, marks, strict=True)},
        {name: number for name, (_, number) in zip(order, texts, strict=True)},
    )


@pytest.mark.parametrize("name", ["golay11-norell", "four-qutrit-norell", "five-qutrit-h-twirled"])
def test_the_crossing_on_a_line_of_noise_is_where_one_round_changes_from_better_to_worse(name: str) -> None:
    source = read_source(name)
    marks, words = crossings_of([name, "five-qubit-t"])
    assert words[name].endswith(protocols.ONE_ROUND)
    at = fmpq(*map(int, marks[name].as_integer_ratio()))
    for step, better in ((fmpq(-1, 10**9), True), (fmpq(1, 10**9), False)):
        found = infidelities(source, at + step)
        assert found is not None
        assert (found < at + step) == better
    for early in range(1, 20):
        found = infidelities(source, at * fmpq(early, 20))
        assert found is not None
        assert found < at * fmpq(early, 20)


def test_an_output_without_a_certified_threshold_has_no_crossing() -> None:
    def apart(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [claim for claim in claims if claim["kind"] != "threshold"]

    assert meeting(read_source("golay11-strange")) is not None
    assert meeting(spoiled("golay11-strange", apart)) is None


@pytest.mark.parametrize(("name", "flagged"), [("golay11-zero", True), ("golay11-strange", False)])
def test_a_target_without_magic_is_said_beside_its_curve_and_in_the_caption(name: str, flagged: bool) -> None:
    source = read_source(name)
    words = " ".join(drawn_words(curve.draw(source, [])))
    assert ("target: stabilizer state" in words) == flagged
    assert ("without magic" in curve.caption(source, [])) == flagged


def test_stabilizer_states_of_a_triangle_are_marked_and_no_others() -> None:
    words = drawn_words(basins.draw(read_source("golay11-norell")))
    assert words.count("$|0\\rangle$\u2020") == 2  # at the corner, and in the legend
    assert "\u2020: a stabilizer state" in words
    assert len([word for word in words if "\u2020" in word]) == 3
    assert not [x for x in drawn_words(basins.draw(read_source("five-qutrit-h-twirled"))) if "\u2020" in x]


def test_every_corner_of_a_triangle_is_named() -> None:
    words = drawn_words(basins.draw(read_source("four-qutrit-norell")))
    assert {"$|N\\rangle$", "$|S\\rangle$", "$|0\\rangle$\u2020"} <= set(words)


def test_the_legend_of_a_graph_has_every_kind_of_edge_and_of_vertex() -> None:
    source = read_source("golay11-graph")
    (claim,) = source.of_kind("graph-form")
    above, below = graph.draw(source).axes
    words = [text.get_text() for text in below.texts]
    weights = {x for row in claim["adjacency"] for x in row if x}
    assert words[: len(weights)] == ["weight 1", "weight \u22121"]
    assert weights == {1, 2}
    assert words[len(weights) :] == ["a site", "a site on which logical $X$ is $Z^{-1}$"]

    def kinds(axes: Any) -> set[Any]:
        return {
            (line.get_marker(), line.get_markerfacecolor() if len(line.get_xdata()) == 1 else line.get_color())
            for line in axes.lines
        }

    assert kinds(above) == kinds(below)


def test_vertices_with_different_powers_of_logical_x_look_different() -> None:
    powers = [1, 2, 3, 4, 5, 6]
    assert len({graph.vertex(power, powers) for power in (0, *powers)}) == 7


def test_a_curve_above_one_is_in_the_frame() -> None:
    """The output of a code that distils nothing began at 3/2, and only its end was seen."""
    axes = curve.draw(read_source("self-orthogonal-11-a-strange"), []).axes[0]
    (line,) = (line for line in axes.lines if len(line.get_xdata()) == STEPS + 1)
    assert max(line.get_ydata()) == 1.5
    assert axes.get_ylim()[1] > 1.5


@pytest.mark.parametrize(("name", "marked"), [("golay11-zero", True), ("golay11-strange", False)])
def test_the_wigner_function_of_a_stabilizer_state_is_marked(name: str, marked: bool) -> None:
    source = read_source(name)
    state = source.state
    claim = {
        "function": [
            [[str(state.wigner[state.target][u, v].coordinates()[0]), "0"] for v in range(3)] for u in range(3)
        ]
    }
    shown: Any = SimpleNamespace(state=state, of_kind=lambda kind: [claim])
    (axes,) = wigner.draw([shown]).axes
    assert axes.get_title().endswith("\u2020") == marked
    assert wigner.caption([shown]).endswith("; \u2020: a stabilizer state") == marked


def test_only_the_dimensions_that_are_drawn_are_in_the_legend() -> None:
    for names, shown in ((["five-qubit-t", "golay11-strange"], {"2", "3"}), (["five-qubit-t"], {"2"})):
        texts = [text.get_text() for text in protocols.draw([read_source(name) for name in names]).axes[0].texts]
        assert {text[5:-1] for text in texts if text.startswith("$p = ")} == shown
