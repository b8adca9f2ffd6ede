"""The pages say what the checker does: names, check ids, bounds, examples and reference readers are compared."""

import ast
import importlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import all_forgeries
from conftest import ROOT, run_isolated_checker
from stillproof.codes.code import read_code
from stillproof.errors import InputError
from stillproof_check.entry import loader
from stillproof_check.entry.verdict import Refusal
from stillproof_check.lemmas import FORMAL, LEMMAS
from stillproof_check.rules.table import RULES
from stillproof_check.subject.statement import Code

DOCS = ROOT / "docs"
CHECKER = ROOT / "proofs" / "stillproof_check"
PAGES = ("code", "state", "statement", "certificate")
FORGED = ROOT / "tests" / "bases"
CODES = sorted(path for root in (ROOT / "fixtures", FORGED) for path in (root / "codes").glob("*.json"))
BASES = sorted((FORGED / "statements").glob("*.json"))
STATES = sorted(path for root in (ROOT / "fixtures", FORGED) for path in (root / "states").glob("*.json"))
STATEMENTS = sorted((ROOT / "fixtures" / "statements").glob("*.json"))
CERTIFICATES = sorted((ROOT / "proofs" / "certificates").glob("*.jsonl"))

VERDICTS = {"require": "refuted", "wellformed": "malformed", "supported": "declined", "within": "limit"}


def sections(page: Path) -> dict[str, str]:
    """The text under every `## heading` of a page, in order."""
    parts = re.split(r"^## (.+)\n", page.read_text(), flags=re.MULTILINE)[1:]
    assert len(set(parts[::2])) == len(parts[::2]), f"a heading twice in {page.name}"
    return dict(zip(parts[::2], parts[1::2], strict=True))


def fenced(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def rows(text: str, heading: str) -> Iterator[list[str]]:
    """The cells of the rows of every table whose first column has this heading."""
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            inside = False
        elif cells[0] == heading:
            inside = True
        elif inside and not set(cells[0]) <= {"-"}:
            yield cells


def check_table(text: str) -> dict[str, str]:
    """The check ids of a page or section with their verdicts."""
    found = [(cells[0].strip("`"), cells[1]) for cells in rows(text, "id")]
    assert len(dict(found)) == len(found), "an id twice"
    return dict(found)


def check_ids(path: Path) -> dict[str, str]:
    """The literal check ids in a module of the checker with their verdicts."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1):
            continue
        check = node.args[1].value if isinstance(node.args[1], ast.Constant) else None
        if node.func.id in VERDICTS or (node.func.id == "Refusal" and isinstance(check, str)):
            assert isinstance(check, str), f"{path.name}:{node.lineno}: an id that is not literal"
            verdict = VERDICTS.get(node.func.id, "malformed")
            found[check] = "refused" if verdict == "refuted" and ".witness." in check else verdict
    return found


def rule_file(kind: str) -> Path:
    """The file of a claim kind's rule."""
    return CHECKER.parent.joinpath(*RULES[kind].__name__.split(".")).with_suffix(".py")


def backticked(text: str) -> list[str]:
    """The words in backticks, in order."""
    return re.findall(r"`([^`]+)`", text)


def marked(section: str, label: str) -> str:
    """The line or paragraph after `**label:**` in a section."""
    return re.split(r"\n\n", section.partition(f"**{label}:** ")[2])[0].strip()


def kind_page(kind: str) -> str:
    """The page of a claim kind."""
    return (DOCS / "claims" / f"{kind}.md").read_text()


def lemma_pages() -> dict[str, dict[str, str]]:
    """The sections of every page of lemmas: one page for each group."""
    pages = sorted((DOCS / "lemmas").glob("*.md"))
    return {page.name: sections(page) for page in pages if page.name != "index.md"}


def lemma_section(lemma: str) -> str:
    """The section of a lemma: there is one."""
    (section,) = (found[lemma] for found in lemma_pages().values() if lemma in found)
    return section


def taken(read: Callable[[], object]) -> bool:
    """Whether a file is read."""
    try:
        read()
    except (Refusal, InputError):
        return False
    return True


def test_every_key_of_a_code_file_is_said_to_be_required_or_optional(tmp_path: Path) -> None:
    whole = json.loads((ROOT / "fixtures" / "codes" / "five-qubit.json").read_text()) | {"signs": [0, 0, 0, 0]}
    path = tmp_path / "code.json"
    said: dict[str, tuple[str, ...]] = {}
    for cells in rows(sections(DOCS / "formats" / "code.md")["Grammar"], "key"):
        said |= dict.fromkeys(backticked(cells[0]), tuple(re.split("[ ;,]", cell)[0] for cell in cells[3:5]))
    assert said.keys() == whole.keys()
    together = {"logical_x": ("logical_x", "logical_z"), "logical_z": ("logical_x", "logical_z")}
    for key, words in said.items():
        path.write_text(json.dumps({name: x for name, x in whole.items() if name not in together.get(key, (key,))}))
        found = [taken(lambda: Code(json.loads(path.read_text()))), taken(lambda: read_code(path))]
        assert words == tuple("optional" if good else "required" for good in found), key
    path.write_text(json.dumps({name: x for name, x in whole.items() if name != "logical_x"}))
    assert not taken(lambda: read_code(path))


def test_every_lemma_has_its_section() -> None:
    pages = lemma_pages()
    for found in pages.values():
        assert list(found) == [lemma for lemma in LEMMAS if lemma in found]
    assert sorted(name for found in pages.values() for name in found) == sorted(LEMMAS)
    (table,) = re.findall(
        r"<!-- generated: lemmas -->\n(.*?)<!-- end -->", (DOCS / "lemmas/index.md").read_text(), re.S
    )
    listed = [re.fullmatch(r"\[`([a-z-]+)`\]\((.+)#\1\)", cells[0]) for cells in rows(table, "lemma")]
    assert [match[1] for match in listed if match] == list(LEMMAS)
    assert all(match and match[1] in pages[match[2]] for match in listed)


@pytest.mark.parametrize("lemma", LEMMAS)
def test_a_lemma_says_who_uses_it_and_whether_it_is_formal(lemma: str) -> None:
    section = lemma_section(lemma)
    assert section.index("**Statement.**") < section.index("**Proof.**") < section.index("**Used by:**")
    assert all(section.count(label) == 1 for label in ("**Statement.**", "**Proof.**", "**Used by:**", "**Formal:**"))
    assert backticked(marked(section, "Used by")) == [kind for kind, rule in RULES.items() if lemma in rule.LEMMAS]
    assert marked(section, "Formal").strip("`") == FORMAL.get(lemma, "not yet formal")


# words of ASCII formulas that are commands in TeX, or a line above
TYPESET = {"Pi", "cbrt", "chi", "conj", "delta", "det", "eps", "exp", "log", "max", "prod", "rho", "sqrt", "sum"}
SIGNS = {r"\le": "<=", r"\ge": ">=", r"\ne": "!=", r"\langle": "<", r"\rangle": ">", r"\omega": "w", r"\otimes": "(x)"}


def told(sentence: str) -> list[str]:
    """The words, numbers and signs of a sentence with formulas, in TeX or in ASCII, in order."""
    sentence = sentence.replace(r"\sqrt[3]", "")
    sentence = re.sub(r"\\([a-zA-Z]+)", lambda command: f" {SIGNS.get(command[0], '')} ", sentence)
    return [word for word in re.findall(r"[A-Za-z]+|\d|[<>!]?=|[-+<>|/]|\(x\)", sentence) if word not in TYPESET]


@pytest.mark.parametrize("lemma", LEMMAS)
def test_the_sentence_of_a_lemma_is_that_of_the_checker(lemma: str) -> None:
    sentence = lemma_section(lemma).partition("**Statement.**")[0]
    assert told(sentence) == told(LEMMAS[lemma])


@pytest.mark.parametrize(
    ("page", "checker"),
    [
        ("$c_0 < 0$", "c0 <= 0"),
        (r"$a \le x$", "a < x"),
        (r"$p^{-k}$", "p^k"),
        (r"$N^p < k^q$", "N^q < k^p"),
        (r"$\omega^c$", "v^c"),
        ("at most one", "exactly one"),
    ],
)
def test_a_sentence_that_says_something_else_is_told_apart(page: str, checker: str) -> None:
    assert told(page) != told(checker)


def test_a_formal_lemma_names_theorems_of_the_theory() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "proofs" / "theory").rglob("*.v"))
    assert FORMAL.keys() <= LEMMAS.keys()
    for entry in (part for value in FORMAL.values() for part in value.split(";")):
        theorem = entry.partition(":")[0].strip()
        assert re.search(rf"^(Theorem|Lemma|Corollary) {re.escape(theorem)}\b", sources, flags=re.MULTILINE), entry


def test_every_claim_kind_has_its_page() -> None:
    pages = {path.stem: path.read_text() for path in (DOCS / "claims").glob("*.md")}
    assert pages.keys() == {*RULES, "index", "retired"}
    assert all(pages[kind].startswith(f"# {kind}\n") for kind in RULES)


def test_what_is_retired_is_not_used_again_and_has_a_successor() -> None:
    section = (DOCS / "claims" / "retired.md").read_text()
    kinds = {cells[0].strip("`"): backticked(cells[1]) for cells in rows(section, "kind")}
    checks = {cells[0].strip("`"): backticked(cells[1]) for cells in rows(section, "check")}
    used: dict[str, str] = {}
    for path in CHECKER.rglob("*.py"):
        used |= check_ids(path)
    assert {"closed-form", "no-gain"} <= kinds.keys()
    assert not kinds.keys() & RULES.keys()
    assert all(words[0] in RULES for words in kinds.values())
    assert not checks.keys() & used.keys()
    assert not [check for check in used if check.partition(".")[0] in kinds]
    assert all(word in {*used, *LEMMAS} for words in checks.values() for word in words)
    assert list(checks) == list(all_forgeries.retired()["checks"])


def test_the_tests_that_the_pages_name_are_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md")), ROOT / "Makefile"]
    named = {(page.name, path) for page in pages for path in re.findall(r"\btests/[\w./-]*\w", page.read_text())}
    assert len(named) > 50
    assert sorted((name, path) for name, path in named if not (ROOT / path.replace("KIND", "map")).exists()) == []


def test_the_forgeries_that_hold_a_bug_are_there() -> None:
    named = re.findall(r"forgeries of ((?:`[\w.-]+`(?:, )?)+)", (DOCS / "bugs-found.md").read_text())
    checks = [check for words in named for check in backticked(words)]
    assert len(checks) > 20
    assert {case.check for case in all_forgeries.cases()} >= set(checks)


@pytest.mark.parametrize("kind", RULES)
def test_a_claim_kind_lists_its_convention_lemmas_and_checks(kind: str) -> None:
    section = kind_page(kind)
    assert fenced(section, "text") == [RULES[kind].CONVENTION + "\n"]
    assert backticked(marked(section, "Lemmas")) == list(RULES[kind].LEMMAS)
    assert check_table(section) == check_ids(rule_file(kind))


@pytest.mark.parametrize("kind", RULES)
def test_a_claim_kind_lists_its_fields_and_witness(kind: str) -> None:
    facts = example_facts()
    section = kind_page(kind)
    before, _, after = section.partition("**Witness**")
    assert {cells[0].strip("`") for cells in rows(before, "key")} == RULES[kind].fields(facts).keys()
    assert {cells[0].strip("`") for cells in rows(after, "key")} == RULES[kind].witness(facts).keys()


@pytest.mark.parametrize("kind", RULES)
def test_the_example_of_a_claim_kind_is_a_certified_claim(kind: str) -> None:
    (example,) = fenced(kind_page(kind), "json")
    assert json.loads(example)["kind"] == kind
    lines = {line.rstrip(",") for path in [*STATEMENTS, *BASES] for line in path.read_text().splitlines()}
    assert example.rstrip("\n") in lines


def test_the_other_checks_are_on_the_pages_of_the_formats() -> None:
    listed: dict[str, str] = {}
    for page in PAGES:
        table = check_table((DOCS / "formats" / f"{page}.md").read_text())
        assert not listed.keys() & table.keys(), "an id on two pages"
        listed |= table
    inside: dict[str, str] = {}
    for path in sorted(set(CHECKER.rglob("*.py")) - set(map(rule_file, RULES))):
        inside |= check_ids(path)
    assert listed == inside


def test_no_rule_is_left_out() -> None:
    named = {rule_file(kind) for kind in RULES}
    assert named == {path for path in (CHECKER / "rules").glob("*/*.py") if path.stem != "__init__"}


def test_the_bounds_are_those_of_the_checker() -> None:
    quoted = {}
    for page in PAGES:
        for cells in rows((DOCS / "formats" / f"{page}.md").read_text(), "bound"):
            quoted[cells[0].strip("`")] = int(cells[1])
    exact = {}
    for path in sorted(CHECKER.rglob("*.py")):
        name = ".".join(path.relative_to(CHECKER).with_suffix("").parts)
        if name.endswith("__"):
            continue
        module = importlib.import_module(f"stillproof_check.{name}")
        for node in ast.parse(path.read_text()).body:
            for target in node.targets if isinstance(node, ast.Assign) else []:
                if isinstance(target, ast.Name) and target.id.startswith("MAX_"):
                    exact[f"{name.rpartition('.')[2]}.{target.id}"] = getattr(module, target.id)
    assert quoted == exact


def reader(page: str) -> Callable[[Path], tuple[Any, Any]]:
    """The reference reader on a page."""
    (source,) = fenced((DOCS / "formats" / f"{page}.md").read_text(), "python")
    imported = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imported}
    assert names <= {"fractions", "hashlib", "json", "re"}
    namespace: dict[str, Any] = {}
    exec(compile(source, f"{page}.md", "exec"), namespace)  # noqa: S102
    found: Callable[[Path], tuple[Any, Any]] = namespace[f"read_{page}"]
    return found


def example(page: str) -> str:
    """The worked example on a page."""
    (text,) = fenced(sections(DOCS / "formats" / f"{page}.md")["Example"], "json")
    return text


def example_facts() -> Any:
    """The subject of the worked example, as a rule is given it."""
    from stillproof_check.entry.work import Work
    from stillproof_check.subject.state import State
    from stillproof_check.subject.statement import Code, Facts

    work = Work()
    return Facts(Code(json.loads(example("code"))), State(json.loads(example("state")), work), work)


@pytest.mark.parametrize("path", CODES, ids=lambda path: path.stem)
def test_the_reference_reader_reads_codes(path: Path) -> None:
    assert reader("code")(path) == loader.read_free(str(path))


@pytest.mark.parametrize("path", STATES, ids=lambda path: path.stem)
def test_the_reference_reader_reads_states(path: Path) -> None:
    assert reader("state")(path) == loader.read_free(str(path))


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_the_reference_reader_reads_statements(path: Path) -> None:
    assert reader("statement")(path) == loader.read_statement(str(path))


@pytest.mark.parametrize("path", CERTIFICATES, ids=lambda path: path.stem)
def test_the_reference_reader_reads_certificates(path: Path) -> None:
    statement_hash, witnesses = reader("certificate")(path)
    header, *lines, end = loader.read_certificate(str(path))
    assert header["statement"] == "sha256:" + statement_hash
    assert [(line["claim"], line["witness"]) for line in lines] == list(witnesses.items())
    assert end == {"end": len(witnesses)}
    value, own_hash = reader("statement")(ROOT / "fixtures" / "statements" / f"{path.stem}.json")
    assert statement_hash == own_hash
    assert list(witnesses) == [claim["id"] for claim in value["claims"]]


def test_there_is_something_to_read() -> None:
    assert {"golay11"} <= {path.stem for path in CODES}
    assert {"strange"} <= {path.stem for path in STATES}
    assert {"golay11-strange"} <= {path.stem for path in STATEMENTS}
    assert {path.stem for path in STATEMENTS} == {path.stem for path in CERTIFICATES}


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The four worked examples as files, where the checker expects them."""
    places = {"code": "codes", "state": "states", "statement": "statements"}
    for page, folder in places.items():
        target = tmp_path / "fixtures" / folder
        target.mkdir(parents=True)
        (target / f"{json.loads(example(page))['name']}.json").write_text(example(page))
    (tmp_path / "certificates").mkdir()
    (tmp_path / "certificates" / "two-to-one.jsonl").write_text(example("certificate"))
    return tmp_path


def test_the_worked_example_is_certified(examples: Path) -> None:
    verdict = run_isolated_checker(examples / "fixtures", examples / "certificates", "two-to-one")
    assert verdict.code == 0, verdict.first_failure
    assert [row["verdict"] for row in verdict.rows] == ["certified"] * 2


def test_the_worked_example_names_its_parts_by_their_hashes(examples: Path) -> None:
    value, statement_hash = reader("statement")(examples / "fixtures" / "statements" / "two-to-one.json")
    for page, folder in (("code", "codes"), ("state", "states")):
        _, sha256 = reader(page)(examples / "fixtures" / folder / f"{value[page]['name']}.json")
        assert value[page]["sha256"] == sha256
    assert reader("certificate")(examples / "certificates" / "two-to-one.jsonl")[0] == statement_hash


SPOILED = [
    ("code", '"n": 2', '"n": 3'),
    ("code", "[1,1]", "[1,3]"),
    ("code", '"source"', '"sources"'),
    ("code", "appendix A", "appendix\tA"),
    ("state", '["1", "-2/3"]', '["1", "-1/3"]'),
    ("state", '[["0","0"], ["0","0"], ["0","0"]],', ""),
    ("state", '"parameters"', '"parameter"'),
    ("statement", '"distance":1', '"distance": 1'),
    ("statement", ",\n{", ",{"),
    ("statement", '"id":"success"', '"id":"code"'),
    ("statement", "stillproof-statement/1", "stillproof-statement/2"),
    ("certificate", '{"end":2}\n', ""),
    ("certificate", '{"end":2}\n', '{"end":2}'),
    ("certificate", '{"end":2}', '{"end":3}'),
    ("certificate", '{"claim":"success"', '{"claim":"code"'),
    ("certificate", '"witness":{}}', '"witness": {}}'),
    ("certificate", "stillproof-certificate/1", "stillproof-certificate/2"),
]


@pytest.mark.parametrize(("page", "old", "new"), SPOILED)
def test_a_reference_reader_is_strict(page: str, old: str, new: str, tmp_path: Path) -> None:
    assert old in example(page)
    path = tmp_path / "spoiled"
    path.write_text(example(page).replace(old, new, 1))
    with pytest.raises((ValueError, KeyError, AttributeError)):
        reader(page)(path)


def test_the_links_between_the_pages_hold() -> None:
    pages = sorted(DOCS.rglob("*.md"))
    for page in pages:
        for target, _, anchor in re.findall(r"\]\(([^)#:]*)(#([a-z-]+))?\)", page.read_text()):
            other = (page.parent / target).resolve() if target else page
            assert other.exists(), f"{page.name}: {target}"
            if anchor:
                headings = re.findall(r"^#+ (.+)$", other.read_text(), flags=re.MULTILINE)
                anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
                assert anchor in anchors, f"{page.name}: {target}#{anchor}"


def test_no_page_gives_an_exit_code_of_a_command_to_make() -> None:
    """GNU make exits with 2 whatever the code of the command that failed."""
    said = re.compile(r"`make [a-z-]+`[^.`]{0,80}(exit|exits|stops|ends) with (exit code |code )?(?!2\b)\d")
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        assert not said.search(page.read_text(encoding="utf-8")), page
