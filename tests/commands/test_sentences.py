"""The tables of sentences: what `say` refuses, and which template a line matches."""

import re

import pytest

from stillproof.words.sentences import KINDS, Sentences, pattern

TABLE = Sentences({"flow": "every {x:name} in [0, {low:decimal}...) flows to 0", "none": "no fixed point"})


def test_a_sentence_matches_its_template_and_no_other() -> None:
    line = TABLE.say("flow", x="delta", low="0.387")
    assert line == "every delta in [0, 0.387...) flows to 0"
    assert TABLE.which(line) == ["flow"]
    assert TABLE.which(TABLE.say("none")) == ["none"]
    assert TABLE.which("every delta in [0, x...) flows to 0") == []
    assert TABLE.which(line + " and stays") == []


@pytest.mark.parametrize("fields", [{}, {"x": "delta"}, {"x": "delta", "low": "0.3", "high": "1"}])
def test_other_fields_are_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="the fields are"):
        TABLE.say("flow", **fields)


@pytest.mark.parametrize("x", ["", "a b", "a\nb", "delta is proved, and"])
def test_a_field_that_would_change_the_sentence_is_refused(x: str) -> None:
    with pytest.raises(ValueError, match="the field x is a name"):
        TABLE.say("flow", x=x, low="0.3")


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        TABLE.say("threshold")


def test_no_kind_holds_a_line_feed() -> None:
    assert not any(re.fullmatch(kind, "1\n1") for kind in KINDS.values())
    assert pattern("1 + {x:count}.") == r"1\ \+\ (?:\d+)\."
