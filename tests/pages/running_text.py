"""Lines of Markdown that show something else than they say.

A line in the middle of a paragraph begins a list or a quote; signs of a formula become emphasis, links or tags.  The
rules are those of CommonMark with tables and `$` formulas, as far as running text needs them.  They are stricter where
text and mark-up could be confused: a list needs an empty line before it, and a displayed formula is a fence `math`.
"""

import re
from collections.abc import Iterator

ITEM = re.compile(r"( *)([-+*]|\d{1,9}[.)])( +)\S")
BEGINS = re.compile(r" *(?:>|[-+*](?: |$)|\d{1,9}[.)](?: |$)|#{1,6}(?: |$)|=+ *$|-+ *$|~~~)")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FORMULA = re.compile(r"(?<![\\$\w])\$(?![\s$]).+?(?<![\s\\])\$(?![\d$])", re.DOTALL)
LINK = re.compile(r"(!?)\[([^\]\[]*)\]\(([^)\s]*)\)")
TARGET = re.compile(r"https?://\S+|(?:[\w./-]*[\w/])?(?:#[\w.-]+)?")
TAG = re.compile(r"</?([A-Za-z][\w-]*)(?:\s[^<>]*)?/?>")
HTML = {"img", "a", "br", "sub", "sup"}


def blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The paragraphs of a page with the numbers of their first lines; no front matter, code, tables or comments."""
    found: list[str] = []
    fence = ""
    text = FRONT.sub(lambda front: "\n" * front[0].count("\n"), text)
    for number, line in enumerate([*text.split("\n"), ""], 1):
        mark = re.match(r" *(`{3,}|<!--)", line)
        if fence or mark or line.startswith("|") or not line.strip():
            if found:
                yield number - len(found), found
                found = []
        else:
            found.append(line)
        if fence:
            fence = "" if fence in line else fence
        elif mark:
            fence = {"<!--": "-->"}.get(mark[1], mark[1])
            fence = "" if fence == "-->" and fence in line else fence


def cells(text: str) -> Iterator[tuple[int, str]]:
    """The rows of the tables with the numbers of their lines."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.lstrip().startswith("```")
        if line.startswith("|") and not fenced:
            yield number, line


def ragged(text: str) -> Iterator[str]:
    """Rows of a table with more or fewer cells than its head: a bar inside a cell ends it."""
    width = last = 0
    for number, line in cells(text):
        count = len(re.findall(r"(?<!\\)\|", line))
        width = width if number == last + 1 else count
        if count != width:
            yield f"{number}: {count - 1} cells in a table of {width - 1}"
        last = number


def misread(text: str) -> list[str]:
    """What a page says otherwise than it is written, as `line: what`."""
    found = list(ragged(text))
    for first, lines in blocks(text):
        indent = None
        for number, line in enumerate(lines, first):
            item = ITEM.match(line)
            sibling = item and (number == first or (indent is not None and len(item[1]) < indent))
            if sibling and item:
                indent = item.end() - 1
            elif number > first and BEGINS.match(line):
                found.append(f"{number}: {line.strip()[:30]!r} begins a block inside a paragraph")
        # a heading, and every item of a list, is a text of its own
        for part in re.split(r"(?m)^(?= *(?:[-+*]|\d{1,9}[.)]) )", "\n".join(lines)):
            found += [f"{first}: {fault}" for fault in spans(re.sub(r"\A *(?:[-+*]|\d{1,9}[.)]|#{1,6}) ", "", part))]
    for number, line in cells(text):
        for cell in re.split(r"(?<!\\)\|", CODE.sub("code", line)):
            found += [f"{number}: {fault}" for fault in spans(cell)]
    return found


def spans(text: str) -> Iterator[str]:
    """Emphasis, links and tags that are not of words."""
    text = CODE.sub("code", text)
    for formula in FORMULA.findall(text):
        if re.search(r"\\[^A-Za-z\s]|<[A-Za-z/]|\]\(", formula):  # what GitHub takes for an escape, a tag or a link
            yield f"{formula!r} is not shown as it is written by every program"
    text = re.sub(r"\\[*_\[\]<>|]", "", FORMULA.sub("formula", text))
    for tag in TAG.finditer(text):
        if tag[1].lower() not in HTML:
            yield f"{tag[0]!r} is a tag"
    text = TAG.sub("", text)
    for link in LINK.finditer(text):
        if not TARGET.fullmatch(link[3]):
            yield f"{link[0]!r} is a link"
    text = LINK.sub(r"\2", text)
    if "$" in re.sub(r"\\\$", "", text):
        yield "a formula is not closed"
    yield from emphasis(text)


def emphasis(text: str) -> Iterator[str]:
    """What comes out between stars or underscores and is not set off from the words around it."""
    opened: list[tuple[int, str]] = []
    for run in re.finditer(r"\*+|_+", text):
        sign, before, after = run[0], text[: run.start()][-1:] or " ", text[run.end() :][:1] or " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        if sign[0] == "_":
            left, right = left and not before.isalnum(), right and not after.isalnum()
        if right and sign in [other for _, other in opened]:
            while opened[-1][1] != sign:
                opened.pop()
            start, _ = opened.pop()
            outside = text[: start - len(sign)][-1:] or " "
            inside = text[start : run.start()]
            set_off = (outside.isspace() or outside in "(\"'[") and not after.isalnum()
            words = inside[0].isalnum() or inside[0] in "\"'" or len(sign) > 1
            if not (set_off and words):
                yield f"{sign}{inside}{sign} is emphasis"
        elif left:
            opened.append((run.end(), sign))
