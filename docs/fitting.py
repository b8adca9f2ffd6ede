"""Pages that fit a narrow window: where a name may break, lines of code that wrap, and tables that turn into cards.

All of this is done to the finished HTML of a page.  The search does not see it, and a copied name has no breaks.
`_static/pages.css` says what a narrow window is and how the parts look there.
"""

import re
from typing import Any

TAG = re.compile(r"(?s)(<(?:math|script|style|svg)\b.*?</(?:math|script|style|svg)>|<[^>]*>)")
PATH = re.compile(r"(?<=\w)([/_]|\.(?!\w{1,3}\b))(?=[A-Za-z])")  # the signs between words; `.py` stays
LIST = re.compile(r"[,=](?=[\w&\[{*])|,$")
WHOLE = re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*|\w+-\w{1,2}(?![\w-])")  # an option; the last letter of `five-qubit-t`
DRAWN = re.compile(r"(?m)^ *(?:\||\+-|'-)")  # lines that join things
CARDS = 3  # a table of so many columns is a list of cards in a narrow window
WIDE = 5  # one of so many has smaller letters in every window


def breakable(html: str, code: bool = False) -> str:
    """HTML whose names may break after the signs that join their words: neither within a word nor within a number."""
    parts = TAG.split(html)
    for at, part in enumerate(parts):
        if at % 2:
            code = part.startswith("<code") or (code and part != "</code>")
        elif code:
            text = LIST.sub(r"\g<0><wbr>", PATH.sub(r"\1<wbr>", part))
            parts[at] = WHOLE.sub(r'<span class="together">\g<0></span>', text)
        else:
            parts[at] = PATH.sub(r"\1<wbr>", part)
    return "".join(parts)


def block(found: re.Match[str]) -> str:
    """A block of code as lines; a line that is too long goes on below, further right.  A drawing stays as it is."""
    plain = re.sub(r"<[^>]*>", "", found[2])
    if DRAWN.search(plain):
        columns = max(map(len, plain.split("\n")))
        return f'<pre class="drawing" style="--columns:{columns}">{found[2]}</pre>'
    lines = []
    for line in found[2].removesuffix("\n").split("\n"):
        text = re.sub(r"<[^>]*>", "", line)
        indent = len(text) - len(text.lstrip(" "))
        code = breakable(line, code=True)
        lines.append(f'<span class="line" style="--indent:{indent}ch">{code}\n</span>')
    return f"{found[1]}{''.join(lines)}</pre>"


def cards(found: re.Match[str]) -> str:
    """A table with the head of its column in every cell; it is seen only where the table is a list of cards."""
    table = found[0]
    heads = re.findall(r'(?s)<th class="head[^"]*">(?:<p>)?(.*?)(?:</p>)?</th>', table)
    if len(heads) < CARDS:
        return table

    def row(line: re.Match[str]) -> str:
        label = iter(heads)
        return re.sub("<td[^>]*>", lambda cell: f'{cell[0]}<span class="label">{next(label)}</span>', line[0])

    kind = "cards wide" if len(heads) >= WIDE else "cards"
    head, body, rest = table.partition("<tbody>")
    return head.replace('class="', f'class="{kind} ', 1) + body + re.sub(r"(?s)<tr.*?</tr>", row, rest)


def fitted(app: Any, name: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Called by Sphinx for every page."""
    if context.get("body"):
        parts = re.split(r"(?s)(<pre>.*?</pre>)", context["body"])
        parts[::2] = map(breakable, parts[::2])
        parts[1::2] = (re.sub(r"(?s)^(<pre>(?:<span></span>)?)(.*)</pre>$", block, part) for part in parts[1::2])
        context["body"] = re.sub(r"(?s)<table.*?</table>", cards, "".join(parts))


def setup(app: Any) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("html-page-context", fitted)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
