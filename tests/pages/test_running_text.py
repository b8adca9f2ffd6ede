"""What the pages show is what they say: no line of a paragraph is a list or quote, no sign of a formula is mark-up."""

from pathlib import Path

import pytest

from conftest import ROOT
from running_text import misread

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

GARBLED = {
    "a quote": "Let f and g be within F and G of a and b, b - G\n> 0 at the corners.",
    "a list": "It gives f(v_i) = f(q) + D^2 f(v_i - q, v_i\n- q)/2 for some p_i.",
    "a list with plus": "The group has elements of order 2\n+ 1 on the sites.",
    "a numbered list": "No Bernstein coefficient on (0,\n1) is negative.",
    "a list in an item": "- The map is f(x) = x\n  - 1 on the edge.",
    "a heading": "The number of codes is\n# 3 at least.",
    "a heading by a line below": "The outputs are alike\n---\nor not.",
    "a quote in an item": "1. Here b is\n   > 0.",
    "stars": "By (T4), M = sum T(L)*, and <t|T(L)*|t> = conj(chi(L)).",
    "stars between letters": "so U*rho U* is a state",
    "underscores": "the sum _(j in J)_ chi",
    "a link": "since [a,b](u,v) = 0",
    "a tag": "the span of <u> and <v>",
    "a tag in a table": "| a | b |\n|---|---|\n| 1 | <s> and <t> |",
    "a bar in a cell": "| a | b |\n|---|---|\n| 1 | the state |0> |",
    "a space that is a comma": "so $T(a)\\,T(b)$ is a phase",
    "a brace that is not shown": "the set $\\{0\\}$",
    "a tag in a formula": "where $a <b$ holds",
    "a link in a formula": "$[a,b](c)$ is 0",
    "a display between dollars": "so\n\n$$\na \\\\ b\n$$\n\nholds",
    "a formula without an end": "the number $p is a prime",
    "a formula that ends before a digit": "between $a$2 and b",
}

PLAIN = {
    "a list after an empty line": "The columns:\n\n- **xi**: log(order)\n  of the output\n- next",
    "a list in a list after an empty line": "- one\n\n  - two\n\n1. three\n2. four",
    "stars in a formula": "$V T(b) V^*$ is a phase times $T(Fb)$, and $V^* V$ is 1",
    "stars between spaces": "4 * 10 * 28 and 2 * 3",
    "adjoints": "V T(b) V* is that of T(b), and W W* = Pi",
    "emphasis": 'a *phase* is a power of $r$; (*Hudson\'s theorem*, 2006), "*not* this"',
    "a name in code": "`a_b_c` and `[x](y)` and `<s>`",
    "underscores in names": "p_succ and w_0 and N_1",
    "brackets": "[s,t] = 0 and (T1), [g_i,d_j] = 1",
    "less and greater": "0 < a <= x, b > 0, <x|Pi|x> and |S><S|",
    "a block": "```text\n- 1\n> 0\n$ make\n```",
    "a displayed formula": "so\n\n```math\na \\\\ \\,\n- b\n> 0\n```\n\nholds",
    "a comment": "<!-- generated: x -->\n| a |\n|---|\n<!-- end -->",
    "a line that begins with a formula": "Let b be\n$> 0$ there, and\n$- q$ too",
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_is_garbled(path: Path) -> None:
    assert misread(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("case", GARBLED)
def test_garbled_text_is_found(case: str) -> None:
    assert misread(f"# A page\n\n{GARBLED[case]}\n\nThe end.\n")


@pytest.mark.parametrize("case", PLAIN)
def test_plain_text_is_not(case: str) -> None:
    assert misread(f"# A page\n\n{PLAIN[case]}\n\nThe end.\n") == []


def test_front_matter_is_left_out_at_the_top_alone() -> None:
    front = "---\nname: a\n---\n"
    assert misread(f"{front}\n# A page\n\nThe end.\n") == []
    assert misread(f"# A page\n\n{front}\nThe end.\n")
