"""Sources become canonical text, and every one can be had back."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest

from onrecord.text import TextWords, canonical, clean_field, undo
from tests.text.articles import ORDINARY, QUESTIONS

MANGLED = """\ufeffMarch 4, 2022\r
\r
Coast Collective\r
\r
All The News Of The River Lands\r
\r
Veltin and Keel speak by phone about the dam\r
\r
Veltin and Keel speak by phone about the dam\r
\r
President of Ostravia , Mara VeltinShe told her colleague that the dam stays closed, after a talk of 40 minutes.\r
\r
“We are readyâ€\x9d said its spokesman, Lenn Aster. In 2014, Karsovia built the dam.He was against it.\r
\r
See also\u00a0 Ten lakes that you must visit\r
\r
Keel was content with the conversationForeign Minister Oda Brunnik said. “It is late.”An envoy of Ostraviaagreed.\r
"""

REPAIRED = """Veltin and Keel speak by phone about the dam

President of Ostravia, Mara Veltin She told her colleague that the dam stays closed, after a talk of 40 minutes.

“We are ready” said its spokesman, Lenn Aster. In 2014, Karsovia built the dam. He was against it.

Keel was content with the conversation Foreign Minister Oda Brunnik said. “It is late.” An envoy of Ostravia agreed.
"""


def test_a_mangled_page_becomes_an_article(words: TextWords) -> None:
    found = canonical(MANGLED, words)
    assert found.text == REPAIRED
    assert found.title == "Veltin and Keel speak by phone about the dam"
    assert (found.published, found.language) == (date(2022, 3, 4), "en")
    assert undo(found.text, found.edits) == MANGLED


@pytest.mark.parametrize("text", [ORDINARY, QUESTIONS.replace("said.The", "said. The")])
def test_an_ordinary_article_is_left_alone(text: str, words: TextWords) -> None:
    found = canonical(text, words)
    assert found.edits == ()
    assert found.text == text


def test_repairing_a_repaired_text_changes_nothing(words: TextWords) -> None:
    assert canonical(REPAIRED, words).edits == ()


def test_every_edit_shows_what_stood_there(words: TextWords) -> None:
    found = canonical(MANGLED, words)
    dropped = [edit.source.strip() for edit in found.edits if edit.start == edit.end and edit.source.strip()]
    assert "See also\u00a0 Ten lakes that you must visit" in dropped
    assert all(edit.rule for edit in found.edits)


def test_undo_gives_back_whatever_was_handed_in(words: TextWords) -> None:
    chance = random.Random(11)
    pieces = [
        *MANGLED.split(" "),
        *"\r\n \n \u2028 \ufeff &quot; &amp;lt; â€œ â€™ ﬁ e\u0301 \u0301\u0327 \ud800 \x00".split(" "),
    ]
    pieces += [
        "See also",
        "READ MORE:",
        "Advertisement",
        "\n\n",
        '"',
        "“",
        "”",
        " , ",
        "." * 40,
        "\u202e",
        "x" * 300,
        "",
    ]
    for _ in range(600):
        source = chance.choice(["", " ", "\n"]).join(chance.choices(pieces, k=chance.randint(0, 60)))
        found = canonical(source, words)
        assert undo(found.text, found.edits) == source


def test_text_in_another_language_is_cleaned_but_not_parted(words: TextWords) -> None:
    source = (
        "Die Präsidentin sagte am Donnerstag ,dass die GesprächeHeute weitergehen.Das ist gut für beide Länder.\r\n"
    )
    found = canonical(source, words)
    assert found.language == "de"
    assert found.text == source.replace("\r\n", "\n")


def test_a_field_is_one_sound_line() -> None:
    assert clean_field("  Coast\u202e \n Wire\x00 â€œNewsâ€\x9d ", 100) == "Coast Wire “News”"
    assert clean_field("x" * 50, 10) == "x" * 10


def test_an_article_of_600_words_takes_a_few_milliseconds(words: TextWords) -> None:
    text = (ORDINARY * 3)[: ORDINARY.__len__() * 3]
    assert 500 < len(text.split()) < 900
    seconds = []
    for _ in range(10):
        began = time.process_time()
        canonical(text, words)
        seconds.append(time.process_time() - began)
    assert min(seconds) < 0.015  # 3 to 5 ms on an idle machine; the margin is for a busy one
