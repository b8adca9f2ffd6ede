"""Parsers of Mathematica and Julia, as far as the scripts of a supplement go: tokens, brackets, operators and blocks.

An expression is operands with operators between them; an operand is a name, a number, a string or a bracket, with calls
and indices behind it.  Precedence is not needed to tell whether it is one.  What is not understood is an error with its
line.
"""

import re

CLOSING = {"(": ")", "[": "]", "{": "}"}


class Unparsed(ValueError):
    """Something that is no script of this language."""


class Language:
    """Tokens: a pattern for each sort; prefix, infix and postfix operators."""

    def __init__(self, names: str, comment: str, prefix: str, infix: str, postfix: str, juxtaposed: bool):
        self.prefix, self.infix, self.postfix = set(prefix.split()), set(infix.split()), set(postfix.split())
        operators = sorted(self.prefix | self.infix | self.postfix, key=len, reverse=True)
        self.tokens = re.compile(
            rf'(?P<space>[ \t]+)|(?P<comment>{comment})|(?P<string>"[^"\n]*")|(?P<number>\d+(?![A-Za-z_\d]))|'
            rf"(?P<name>{names})|(?P<bracket>[][(){{}}])|(?P<sign>{'|'.join(map(re.escape, operators))}|[,;\n])"
        )
        self.juxtaposed = juxtaposed

    def read(self, source: str) -> list[tuple[str, str, int]]:
        """The tokens of a script with their lines."""
        found, at = [], 0
        while at < len(source):
            token, line = self.tokens.match(source, at), source.count("\n", 0, at) + 1
            if token is None:
                raise Unparsed(f"line {line}: no token: {source[at : at + 20]!r}")
            if token.lastgroup not in ("space", "comment"):
                found.append((str(token.lastgroup), token[0], line))
            at = token.end()
        return [*found, ("end", "", source.count("\n") + 1)]


class Parser:
    """Expressions of a language."""

    def __init__(self, language: Language, source: str):
        self.language, self.tokens, self.at = language, language.read(source), 0
        self.count = 0

    @property
    def token(self) -> tuple[str, str, int]:
        return self.tokens[self.at]

    def take(self, *wanted: str) -> str:
        """The next token, which must be one of these, if any are given."""
        _, text, line = self.token
        if wanted and text not in wanted:
            raise Unparsed(f"line {line}: expected one of {wanted}, found {text!r}")
        self.at += 1
        return text

    def skip(self, *what: str) -> None:
        while self.token[1] in what and self.token[0] != "end":
            self.at += 1

    def expression(self) -> None:
        """Operands with operators between them."""
        self.count += 1
        self.operand()
        while True:
            sort, text, _ = self.token
            if text in self.language.infix:
                self.take()
                self.skip("\n")
                self.operand()
            elif self.language.juxtaposed and (sort in ("name", "number", "string") or text in ("(", "{")):
                self.operand()
            else:
                return

    def operand(self) -> None:
        """A value with what is before and behind it."""
        while self.token[1] in self.language.prefix:
            self.take()
        sort, text, line = self.token
        if text in CLOSING:
            self.bracket()
        elif sort in ("name", "number", "string"):
            self.take()
        else:
            raise Unparsed(f"line {line}: expected an operand, found {text!r}")
        while self.token[1] in self.language.postfix or (self.token[1] in CLOSING and self.call()):
            if self.token[1] in self.language.postfix:
                self.take()

    def call(self) -> bool:
        """Arguments or indices behind a value, if there are any."""
        if self.language.juxtaposed and self.token[1] != "[":
            return False
        self.bracket()
        return True

    def bracket(self) -> None:
        """What stands in brackets: expressions with commas between them."""
        closing = CLOSING[self.take()]
        self.skip("\n")
        while self.token[1] != closing:
            self.element()
            self.skip("\n")
            if self.token[1] != closing:
                self.take(",", ";")
                self.skip("\n")
        self.take(closing)

    def element(self) -> None:
        self.expression()


MATHEMATICA = Language(
    r"[A-Za-z$][A-Za-z0-9$]*_?|#", r"\(\*(?s:.*?)\*\)", "- !",
    ":= = === =!= == < > <= >= + - * / ^ && || -> /.", "& ++ --", juxtaposed=True,
)  # fmt: skip
JULIA = Language(
    r"[A-Za-z_][A-Za-z0-9_]*!?(?:\.:[-+*/^])?", r"\#[^\n]*", "- ! :",
    "= === == != < > <= >= + - * / // ^ && || -> : :: ? . += in", "", juxtaposed=False,
)  # fmt: skip
BLOCKS = ("function", "if", "for", "while", "struct")
LEAVING = ("return", "const")


def mathematica(source: str) -> int:
    """The number of expressions of a script in Mathematica.  Raises Unparsed."""
    parser = Parser(MATHEMATICA, source)
    while parser.token[0] != "end":
        parser.skip("\n", ";")
        if parser.token[0] != "end":
            parser.expression()
            parser.take(";", "\n")
    return parser.count


class JuliaParser(Parser):
    """Statements and blocks of Julia."""

    def element(self) -> None:
        """An expression, or one for each of something."""
        self.expression()
        while self.token[1] in ("for", "if"):
            self.take()
            self.expression()

    def block(self, *ends: str) -> None:
        """Statements up to one of these words."""
        self.skip("\n", ";")
        while self.token[1] not in ends:
            if self.token[0] == "end":
                raise Unparsed(f"line {self.token[2]}: a block is not closed")
            self.statement()
            if self.token[1] not in ends:
                self.take("\n", ";")
            self.skip("\n", ";")

    def statement(self) -> None:
        """A statement, or a block."""
        word = self.token[1]
        if word in BLOCKS:
            self.take()
            self.several()
            self.block("end")
            self.take("end")
        else:
            while self.token[1] in LEAVING:
                self.take()
            self.several()

    def several(self) -> None:
        """Expressions with commas between them."""
        self.expression()
        while self.token[1] in (",", "="):
            self.take()
            self.expression()


def julia(source: str) -> int:
    """The number of expressions of a script in Julia.  Raises Unparsed."""
    parser = JuliaParser(JULIA, source)
    parser.skip("\n")
    while parser.token[0] != "end":
        parser.statement()
        parser.take("\n", ";")
        parser.skip("\n", ";")
    return parser.count
