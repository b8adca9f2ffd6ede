"""Write the generated parts of the pages: what stands between `<!-- generated: NAME -->` and `<!-- end -->`.

A part is a block of lines, or one number within a line.  So is the paragraph `Used by` of a lemma, without marks.

    .venv/bin/python docs/generate.py

Everything is counted from the tree; a test compares the committed pages with what this writes.
"""

import ast
import json
import re
import runpy
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CHECKER = ROOT / "proofs" / "stillproof_check"
LEMMA = re.compile(  # its section, up to the end of the paragraph that names the kinds
    r"(^## ([a-z-]+)$(?:(?!^## ).)*?)^\*\*Used by:\*\*.*?(?=\n\n)", re.DOTALL | re.MULTILINE
)
USED_WIDTH = 110  # letters on a line of such a paragraph
CHECKS = {"require", "wellformed", "supported", "within", "Refusal"}


def check_ids() -> dict[str, str]:
    """Every check id of the checker, with the function that raises it."""
    found = {}
    for path in sorted(CHECKER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CHECKS:
                second = node.args[1] if len(node.args) > 1 else None
                if isinstance(second, ast.Constant) and isinstance(second.value, str):
                    found[second.value] = node.func.id
    return found


def code_lines(folder: Path) -> int:
    """The lines that are neither empty nor a comment, nor of a docstring."""
    return sum(map(lines_of_code, folder.rglob("*.py")))


def lines_of_code(path: Path) -> int:
    """Those of one module."""
    text = path.read_text()
    told: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            told |= set(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    lines = enumerate(text.splitlines(), 1)
    return sum(bool(line.strip()) and line.strip()[0] != "#" and number not in told for number, line in lines)


def numbers() -> str:
    """The table of docs/soundness.md."""
    ids = check_ids()
    kinds = {"require": 0, "wellformed": 0, "supported": 0, "within": 0, "Refusal": 0}
    for kind in ids.values():
        kinds[kind] += 1
    claims = sum(
        len(json.loads(path.read_text())["claims"]) for path in (ROOT / "fixtures" / "statements").glob("*.json")
    )
    cases = len(json.loads((ROOT / "tests" / "forged.json").read_text()))
    reasons = json.loads((ROOT / "tests" / "checker" / "mutation_equivalent.json").read_text())
    rows = [
        ("claims certified by `make verify`", claims),
        ("lines of code in the checker, without docstrings, comments and blank lines", code_lines(CHECKER)),
        ("checks with an id", len(ids)),
        ("of these: refute a claim or refuse a witness (exit 10)", kinds["require"]),
        ("of these: malformed input (exit 12)", kinds["wellformed"] + kinds["Refusal"]),
        ("of these: decline (exit 11)", kinds["supported"]),
        ("of these: a limit (exit 13)", kinds["within"]),
        ("forgeries, each with its honest twin", cases),
        ("mutants of the checker that nothing can notice, each with its reason", len(reasons)),
        ("inputs kept by the fuzzer", len(list((ROOT / "tests" / "checker" / "fuzz_corpus").iterdir()))),
    ]
    return "| what | number |\n|---|---|\n" + "\n".join(f"| {what} | {number} |" for what, number in rows)


def tests() -> str:
    """The table of docs/testing.md: the files of tests/ by folders, each with the first line of its docstring."""
    folder = ROOT / "tests"
    rows = []
    for path in sorted(folder.rglob("*.py"), key=lambda path: (path.parent, path.name)):
        text = ast.get_docstring(ast.parse(path.read_text())) or ""
        rows.append(f"| `{path.relative_to(folder)}` | {text.splitlines()[0]} |")
    return "| file of `tests/` | what it is for |\n|---|---|\n" + "\n".join(rows)


def retired() -> str:
    """The table of docs/claims/retired.md: checks that earlier versions had, and what came after them."""
    from stillproof_check.lemmas import LEMMAS

    lines = ["| check | successor |", "|---|---|"]
    for check, after in json.loads((ROOT / "tests" / "retired.json").read_text())["checks"].items():
        words = ", ".join(f"none: the lemma `{word}`" if word in LEMMAS else f"`{word}`" for word in after)
        lines.append(f"| `{check}` | {words} |")
    return "\n".join(lines)


def theorems(formal: str) -> str:
    """The names of an entry of `FORMAL`, without the cases that they are proved for."""
    return ", ".join(f"`{part.partition(':')[0]}`" for part in formal.split("; "))


def formal() -> str:
    """The table of docs/soundness.md: claim kinds, their lemmas with theorems, and the kernel-checked claims."""
    from stillproof_check.lemmas import FORMAL
    from stillproof_check.rules.table import RULES

    listed = json.loads((ROOT / "proofs" / "theory" / "instances" / "claims.json").read_text())
    checked: dict[str, int] = dict.fromkeys(RULES, 0)
    total = dict(checked)
    for path in (ROOT / "fixtures" / "statements").glob("*.json"):
        for claim in json.loads(path.read_text())["claims"]:
            total[claim["kind"]] += 1
            checked[claim["kind"]] += claim["id"] in listed.get(path.stem, {"claims": {}})["claims"]
    lines = ["| claim kind | lemmas, each with its theorem | kernel-checked claims |", "|---|---|---|"]
    for kind, rule in sorted(RULES.items()):
        named = (f"`{x}`" + (f" ({theorems(FORMAL[x])})" if x in FORMAL else "") for x in rule.LEMMAS)
        lines.append(f"| `{kind}` | {', '.join(named)} | {checked[kind]} of {total[kind]} |")
    lines.append(f"| all | | {sum(checked.values())} of {sum(total.values())} |")
    return "\n".join(lines)


FORMULAS = {  # formulas in the sentences of rules, and how a page has them
    "<x|Pi|x>": r"$\langle x \vert \Pi \vert x\rangle$",
    "projector Pi": r"projector $\Pi$",
    "[[n,k,d]]_p": "$[[n,k,d]]_p$",
    "x* in (0, bound)": r"$x^*$ in $(0, \mathrm{bound})$",
}


def kinds() -> str:
    """The table of docs/claims/index.md: every claim kind in one sentence, that of its rule."""
    import sys

    from stillproof_check.rules.table import RULES

    lines = ["| kind | in one sentence |", "|---|---|"]
    for kind, rule in sorted(RULES.items()):
        sentence = (sys.modules[rule.__name__].__doc__ or "").splitlines()[0].partition(": ")[2]
        for plain, formula in FORMULAS.items():
            sentence = sentence.replace(plain, formula)
        lines.append(f"| [`{kind}`]({kind}.md) | {sentence} |")
    return "\n".join(lines)


def lemma_sections() -> dict[str, tuple[str, str]]:
    """Every lemma with the page that states it and the sentence under its heading."""
    found = {}
    section = re.compile(r"^## ([a-z-]+)\n\n(.+?)\n\n\*\*Statement\.\*\* ", re.MULTILINE | re.DOTALL)
    for path in sorted((ROOT / "docs" / "lemmas").glob("*.md")):
        for name, sentence in section.findall(path.read_text()):
            found[name] = (path.name, " ".join(sentence.split()))
    return found


def lemmas() -> str:
    """The table of docs/lemmas/index.md: every lemma in one sentence, and who uses it."""
    from stillproof_check.lemmas import FORMAL, LEMMAS
    from stillproof_check.rules.table import RULES

    stated = lemma_sections()
    lines = ["| lemma | in one sentence | used by | formal |", "|---|---|---|---|"]
    for name in LEMMAS:
        page, sentence = stated[name]
        kinds = ", ".join(f"`{kind}`" for kind, rule in RULES.items() if name in rule.LEMMAS)
        formal = ("in a case" if ":" in FORMAL[name] else "yes") if name in FORMAL else "not yet"
        cell = re.sub(r"\|(?=[A-Za-z])", r"\\vert ", sentence).replace("|", r"\vert")  # a bar would end the cell
        lines.append(f"| [`{name}`]({page}#{name}) | {cell} | {kinds} | {formal} |")
    return "\n".join(lines)


def used_by(lemma: str) -> str:
    """The paragraph of a lemma that names the claim kinds that use it."""
    from stillproof_check.rules.table import RULES

    users = ", ".join(f"[`{kind}`](../claims/{kind}.md)" for kind, rule in RULES.items() if lemma in rule.LEMMAS)
    return textwrap.fill(f"**Used by:** {users}", USED_WIDTH, break_on_hyphens=False, break_long_words=False)


def rows() -> list[dict[str, Any]]:
    """The rows of `stillproof show`."""
    from stillproof.commands.show import rows as shown

    return shown(ROOT / "fixtures")


GREEK = {"delta": r"\delta", "eps": r"\varepsilon"}


def typeset(cell: str) -> str:
    """A cell of `stillproof show` with its formula as TeX; the words after the formula stay words.

    The formula is a code, a number, a parameter times a fraction, or the place of a threshold.
    """
    code = re.fullmatch(r"\[\[(\d+,\d+,\d+)\]\]_(\d+)", cell)
    if code:
        return rf"$[[{code[1]}]]_{code[2]}$"
    found = re.fullmatch(r"(\d+)(?:/(\d+)|(\.\d+))?(?: (delta|eps)(?:\^(\d+))?)?(\*?)(,? .*)?", cell)
    if not found:
        return cell
    whole, den, decimals, parameter, power, star, rest = found.groups(default="")
    number = rf"\frac{{{whole}}}{{{den}}}" if den and parameter else f"{whole}/{den}" if den else whole + decimals
    letter = GREEK.get(parameter, "") + (f"^{power}" if power else "")
    if decimals and letter:  # a threshold
        formula = f"${letter} = {number}$"
    else:
        formula = f"${' '.join(part for part in (number, letter) if part and (part, bool(letter)) != ('1', True))}$"
    rest = re.sub(r" on (\(0, .*\))$", r" on $\1$", rest)
    return formula + star.replace("*", r"\*") + rest


def parameter(cell: str) -> str:
    """The names of parameters in a cell of the column `output`."""
    return re.sub(r"\b(delta|eps)(\w*)", lambda name: f"${letters(name[0])}$", cell)


def letters(name: str) -> str:
    """The name of a parameter as TeX: eps0 is an epsilon with an index."""
    word, index = re.fullmatch("(delta|eps)(.*)", name).groups()  # type: ignore[union-attr]
    return GREEK[word] + (rf"_{{\mathrm{{{index.lower()}}}}}" if len(index) > 1 else f"_{index}" if index else "")


def shown(row: dict[str, Any]) -> list[str]:
    """The cells of a row of `stillproof show`, typeset; the id is a name in a file."""
    from stillproof.commands.show import cells

    name, output, code, leading, state, *values = cells(row)
    return [f"`{name}`", parameter(output), typeset(code), typeset(leading), state, *map(typeset, values)]


def protocols() -> str:
    """The table of docs/protocols.md: every statement about a map."""
    heads = ["id", "output", "code", "leading term", "state", "threshold", r"$p_\mathrm{succ}(0)$", r"$\xi$"]
    lines = [heads, ["---"] * len(heads), *map(shown, rows())]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def overview() -> str:
    """The table of the README: the protocols that have a leading term and a threshold, by their first output."""
    lines = [r"| protocol | code | leading term | threshold | $p_\mathrm{succ}(0)$ |", "|---|---|---|---|---|"]
    first = {row["id"]: row for row in reversed(rows())}
    for row in reversed(first.values()):
        name, _, code, leading, _, threshold, success, _ = shown(row)
        if row["threshold"] and not row["id"].startswith("self-orthogonal"):
            flag = ", no magic state" if row["magic"] is False else ""
            lines.append(f"| {name}{flag} | {code} | {leading} | {threshold} | {success} |")
    return "\n".join(lines)


def basins() -> str:
    """The table of docs/protocols.md: the attractors of the Norell map, their shares, and thresholds on lines."""
    from stillproof.exact.decimals import DOWN, UP, to_places
    from stillproof.exact.reading import rational

    statement = json.loads((ROOT / "fixtures" / "statements" / "golay11-norell.json").read_text())
    claims = {claim["id"]: claim for claim in statement["claims"]}
    basin = claims["basin"]
    thresholds = {claim["region"]: claim["interval"] for claim in claims.values() if claim["kind"] == "basin-threshold"}
    attractor = r"$(\varepsilon_0, \varepsilon_S)$ of the attractor"
    lines = [f"| claim | {attractor} | share of the triangle | threshold |", "|---|---|---|---|"]
    for region, area in zip(basin["regions"], basin["areas"], strict=True):
        point = f"$({', '.join(claims[region]['point'])})$"
        low, high = (to_places(rational(end), 10, DOWN) for end in thresholds.get(region, ["0", "0"]))
        between = f"{low} to {high}" if region in thresholds else "-"
        lines.append(f"| `{region}` | {point} | {to_places(rational(area), 6, DOWN)} or more | {between} |")
    lines.append(f"| undecided | | {to_places(rational(basin['undecided']), 6, UP)} or less | |")
    return "\n".join([*lines, "", f"No state in these cells needs more than {basin['steps']} steps into its region."])


def fixed_points() -> str:
    """The table of docs/protocols.md: all fixed points of the Norell map."""
    statement = json.loads((ROOT / "fixtures" / "statements" / "golay11-norell.json").read_text())
    (claim,) = (claim for claim in statement["claims"] if claim["kind"] == "fixed-points")
    lines = [r"| $\varepsilon_0$ | $\varepsilon_S$ | type | eigenvalues |", "|---|---|---|---|"]
    for point in claim["points"]:
        lines.append(f"| {' | '.join(point['at'])} | {point['type']} | {', '.join(point['eigenvalues'])} |")
    return "\n".join(lines)


def found() -> str:
    """The tables of docs/what-we-found.md: the gate on the public claims and on the paper's printed values."""
    from stillproof.gating.judge import judge_line
    from stillproof.gating.known import Library
    from stillproof.gating.run import Summary, claims_of

    parts = []
    for name in ("public", "paper"):
        path = ROOT / "fixtures" / "claims" / f"{name}.jsonl"
        library, summary = Library(ROOT / "fixtures", path.parent), Summary(name)
        rows = ["| claim | where | what it says | verdict | why |", "|---|---|---|---|---|"]
        counts = dict.fromkeys(summary.counts, 0)
        for number, line in claims_of(path, summary):
            claim, row = json.loads(line), judge_line(number, line, library)
            counts[row.verdict] += 1
            said = f"{claim['quantity']} {plain_value(claim['value'])}, {claim['as']}"
            reason = row.reason.replace(f"{path.parent}/", "").replace("|", "\\|")
            source = re.sub(r"\[\[[^]]*\]\]_\d", r"$\g<0>$", claim["source"])
            rows.append(f"| `{claim['id']}` | {source} | {said} | **{row.verdict}** | {reason} |")
        words = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
        parts.append(f"**`fixtures/claims/{name}.jsonl`**: {words}.\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def night() -> str:
    """The table of docs/soundness.md: the longer runs, as they recorded themselves."""
    module = runpy.run_path(str(ROOT / "dev" / "night.py"))
    return str(module["table"](module["read"]()))


def tree() -> str:
    """The tree of docs/architecture.md."""
    return str(runpy.run_path(str(ROOT / "dev" / "tree.py"))["page"]())


def stated(name: str) -> list[dict[str, Any]]:
    """The claims of a statement."""
    claims: list[dict[str, Any]] = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())["claims"]
    return claims


def attractors() -> dict[str, str]:
    """The numbers of the README about the basins of the Norell map."""
    from fractions import Fraction

    claims = {claim["kind"]: claim for claim in stated("golay11-norell")}
    size = (ROOT / "proofs" / "certificates" / "golay11-norell.jsonl").stat().st_size
    share = sum(map(Fraction, claims["basin"]["areas"])) * 1000
    return {
        "points": str(len(claims["fixed-points"]["points"])),
        "share": f"{int(share) // 10}.{int(share) % 10}%",
        "size": f"{size // 1000} kB",
    }


def state_dimensions() -> str:
    """The dimensions p of the states in the fixtures."""
    files = sorted((ROOT / "fixtures" / "states").glob("*.json"))
    return ", ".join(map(str, sorted({json.loads(path.read_text())["p"] for path in files})))


def plain_value(value: Any) -> str:
    """The value of a claim in a cell of a table."""
    if isinstance(value, dict) and value.get("den") == ["1"]:
        powers = ["", " x", *(f" x^{i}" for i in range(2, len(value["num"])))]
        first, *terms = (f"{c}{power}" for c, power in zip(value["num"], powers, strict=False) if c != "0")
        # a formula for every term, so that a long polynomial can break
        return " ".join([f"${first}$", *(f"${{}} + {term}$".replace("+ -", "- ") for term in terms)])
    if isinstance(value, dict) and "log" in value:
        return rf"$\log({value['log']})/\log({value['base']})$"
    if isinstance(value, dict) and "order" in value:
        number, _, den = value["coefficient"].partition("/")
        fraction = rf"\frac{{{number}}}{{{den}}}" if den else number
        return rf"${fraction} x^{value['order']}$"
    return str(value)


PARTS: dict[str, Callable[[], str]] = {
    "basins": basins,
    "fixed-points": fixed_points,
    "formal": formal,
    "found": found,
    "kinds": kinds,
    "lemmas": lemmas,
    "night": night,
    "numbers": numbers,
    "overview": overview,
    "protocols": protocols,
    "retired": retired,
    "tests": tests,
    "tree": tree,
}
INLINE: dict[str, Callable[[], str]] = {
    "basins-size": lambda: attractors()["size"],
    "certified-share": lambda: attractors()["share"],
    "checker-lines": lambda: f"{code_lines(CHECKER):,}",
    "fixed-points-count": lambda: attractors()["points"],
    "flagship-claims": lambda: str(len(stated("golay11-strange"))),
    "state-dimensions": state_dimensions,
}


def filled(text: str) -> str:
    """A page with its generated parts made again."""

    def fill(match: re.Match[str]) -> str:
        return f"<!-- generated: {match[1]} -->\n{PARTS[match[1]]()}\n<!-- end -->"

    def fill_inline(match: re.Match[str]) -> str:
        return f"<!-- generated: {match[1]} -->{INLINE[match[1]]()}<!-- end -->"

    def fill_users(match: re.Match[str]) -> str:
        return match[1] + used_by(match[2])

    text = LEMMA.sub(fill_users, text)
    text = re.sub(r"<!-- generated: ([\w-]+) -->\n.*?<!-- end -->", fill, text, flags=re.DOTALL)
    return re.sub(r"<!-- generated: ([\w-]+) -->(?!\n)[^\n]*?<!-- end -->", fill_inline, text)


def main() -> None:
    """Rewrite every page of docs/ and the README."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        old = path.read_text(encoding="utf-8")
        new = filled(old)
        if new != old:
            path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
