"""Text and marks -> HTML: escaped to the last character, and cut right where marks overlap and nest."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import product

import pytest

from components.paint import Mark, Point, paint, visible
from onrecord.records import Span
from tests.components.vectors import VECTORS


class Read(HTMLParser):
    """The elements, attributes and text of a piece of HTML, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.covered: list[tuple[str, frozenset[str]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        self._open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.covered += [(one, frozenset(each.split()[0] for each in self._open)) for one in data]


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_that_comes_from_outside_becomes_an_element_or_an_attribute(vector: str) -> None:
    text = f"before {vector} after"
    whole = Span(0, len(text))
    read = Read(paint(text, [Mark(whole, "person", vector, vector)], [Point(3, "supports", vector, vector)]))
    assert set(read.elements) <= {"mark", "span"}
    assert {name for name, _ in read.attributes} <= {"class", "title", "data-label"}
    assert read.text == visible(text)


def test_what_was_dropped_is_shown_as_text() -> None:
    read = Read(paint("text", [], [Point(2, "dropped", "✂ 3", "masthead", "<script>hit()</script>")]))
    assert read.elements == ["details", "summary", "span"]
    assert read.text == "te✂ 3<script>hit()</script>xt"


def test_plain_text_comes_out_as_it_went_in() -> None:
    assert paint("a < b\n & c", []) == "a &lt; b\n &amp; c"


def test_empty_text_and_no_marks_give_nothing() -> None:
    assert paint("", []) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [((2, 6), (4, 8)), ((2, 8), (4, 6)), ((2, 6), (2, 6)), ((2, 6), (6, 8)), ((0, 10), (9, 10)), ((0, 1), (0, 10))],
)
def test_each_character_bears_the_marks_that_cover_it_and_no_other(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    text = "0123456789"
    read = Read(paint(text, [Mark(Span(*first), "evidence", ""), Mark(Span(*second), "person", "")]))
    assert read.text == text
    for place, (character, over) in enumerate(read.covered):
        expected = {"or-evidence"} if first[0] <= place < first[1] else set()
        expected |= {"or-person"} if second[0] <= place < second[1] else set()
        assert (character, set(over)) == (text[place], expected)


def test_every_pair_of_short_spans_keeps_the_text_whole() -> None:
    text = "a<b&c"
    spans = [Span(start, end) for start, end in product(range(6), range(6)) if start < end <= 5]
    for one, other in product(spans, spans):
        read = Read(paint(text, [Mark(one, "said-direct", "x"), Mark(other, "state", "y")]))
        assert read.text == text


def test_only_the_first_and_last_pieces_of_a_mark_are_its_edges() -> None:
    html = paint("abcdef", [Mark(Span(0, 6), "evidence", ""), Mark(Span(2, 4), "person", "")])
    assert html.count("or-evidence or-first") == 1
    assert html.count("or-evidence or-last") == 1
    assert html.count("or-evidence") == 3


def test_two_equal_marks_are_both_drawn_and_both_closed() -> None:
    twice = Mark(Span(1, 3), "group", "told")
    assert Read(paint("abcd", [twice, twice])).elements == ["mark", "mark"]


def test_the_innermost_mark_says_what_all_of_them_mean_once() -> None:
    html = paint("ab", [Mark(Span(0, 2), "evidence", "A opposes B"), Mark(Span(0, 2), "person", "Mara Veltin")])
    assert html.count("title=") == 1
    assert 'title="Mara Veltin · A opposes B"' in html


def test_points_stand_between_the_characters_even_at_both_ends() -> None:
    html = paint("ab", [], [Point(0, "was", "x"), Point(2, "opposes", "y")])
    assert html.startswith('<span class="or-was"')
    assert html.endswith("</span>")
    assert Read(html).text == "ab"


def test_characters_that_nobody_sees_or_that_turn_the_text_round_are_spelt_out() -> None:
    assert visible("a\u202eb\u200bc\x07d\ud800") == "a⟨U+202E⟩b⟨U+200B⟩c⟨U+0007⟩d⟨U+D800⟩"


def test_line_ends_and_joiners_stay() -> None:
    assert visible("a\n\tb\u200cc\u200dd") == "a\n\tb\u200cc\u200dd"


def test_a_long_text_with_thousands_of_marks_is_painted_in_time() -> None:
    text = "word " * 40_000
    marks = [Mark(Span(start, start + 4), "person", "told", "P") for start in range(0, 50_000, 10)]
    assert Read(paint(text, marks)).text == text
