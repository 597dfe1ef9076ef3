"""Texts made to break or to stall the reading of them. Bombs are made here and stored nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import spacy

from onrecord.intake import read_text
from onrecord.limits import ARTICLE_CHARACTERS
from onrecord.records import Article
from onrecord.text import TextWords, canonical, undo

MOST = ARTICLE_CHARACTERS

BOMBS: dict[str, Callable[[], str]] = {
    "quotation marks": lambda: '"' * MOST,
    "curly marks": lambda: "“”" * (MOST // 2),
    "brackets": lambda: "(" * MOST,
    "dashes": lambda: "—" * MOST,
    "underscores": lambda: "_" * MOST,
    "emoji": lambda: "😀" * MOST,
    "one word": lambda: "a" * MOST,
    "apostrophe s": lambda: "'s" * (MOST // 2),
    "marks and letters": lambda: 'a"' * (MOST // 2),
    "sixteen marks": lambda: ('"' * 16 + " ") * (MOST // 17),
    "accents": lambda: "e" + "\u0301\u0327" * (MOST // 2 - 1),
    "zero-width": lambda: "a\u200b" * (MOST // 2),
    "bidi controls": lambda: "a\u202e" * (MOST // 2),
    "surrogates": lambda: "a\ud800" * (MOST // 2),
    "carriage returns": lambda: "\r\n" * (MOST // 2),
    "blank lines": lambda: "\n" * MOST,
    "spaces": lambda: "a" + " " * (MOST - 2) + ",",
    "mojibake": lambda: "â€œ" * (MOST // 3),
    "entities": lambda: "&amp;" * (MOST // 5),
    "entity accents": lambda: "e" + "&#769;&#807;" * (MOST // 12),
    "lines": lambda: "a\n" * (MOST // 2),
    "headlines": lambda: "Veltin shuts the dam again\n" * (MOST // 27),
    "links": lambda: "See also Ten lakes\n" * (MOST // 19),
    "labels": lambda: "READ MORE:" * (MOST // 10),
    "dates": lambda: "August 7, 2022\n" * (MOST // 15),
    "capitals": lambda: "aA" * (MOST // 2),
    "capitalised": lambda: "Veltinsaid " * (MOST // 11),
    "names": lambda: "".join(f"Name{chr(97 + n % 26)}said " for n in range(MOST // 10)),
    "full stops": lambda: "said.He " * (MOST // 8),
    "commas": lambda: "a ,b" * (MOST // 4),
    "straight marks": lambda: 'a"b ' * (MOST // 4),
    "other script": lambda: "中" * (MOST // 2) + "1." + " the dam and the river with that" * (MOST // 70),
    "null": lambda: "\x00" * MOST,
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_text_stalls_the_repair(name: str, words: TextWords) -> None:
    text = BOMBS[name]()[:MOST]
    began = time.process_time()
    found = canonical(text, words)
    assert time.process_time() - began < 5
    assert undo(found.text, found.edits) == text


@pytest.mark.parametrize("name", BOMBS)
def test_what_the_repair_lets_through_does_not_stall_the_tokenizer(name: str, words: TextWords) -> None:
    text = canonical(BOMBS[name]()[: MOST // 4], words).text
    tokenizer = spacy.blank("en")
    began = time.process_time()
    tokenizer.make_doc(text)
    assert time.process_time() - began < 3


def test_5000_quotation_marks_among_words_keep_the_words(words: TextWords) -> None:
    began = time.process_time()
    found = canonical("Veltin spoke. " + '"' * 5_000 + " Keel did not.", words)
    assert time.process_time() - began < 0.5
    assert found.text.startswith("Veltin spoke. ")
    assert found.text.endswith(" Keel did not.")
    assert found.text.count('"') == 5_000


def test_an_odd_number_of_marks_loses_nothing(words: TextWords) -> None:
    text = 'Veltin said: "We are ready. Keel said: "We are not." And “nobody asked.\n'
    assert canonical(text, words).text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент Остравии заявила в четверг: «Мы готовы к переговорам». Её коллега Доран Кил промолчал.", "ru"),
        ("Die Präsidentin von Ostravia sagte am Donnerstag: „Wir sind bereit.“ Ihr Kollege Doran Keel schwieg.", "de"),
        ("Президентка Остравії Ма\u0301ра Велтін заявила: «Ми готові до п’ятничних переговорів».", "uk"),
    ],
)
def test_other_languages_are_kept_as_they_are_and_named(text: str, language: str, words: TextWords) -> None:
    article = read_text(text, words=words)
    assert isinstance(article, Article)
    assert (article.text, article.language) == (text, language)


def test_a_page_of_mojibake_is_read(words: TextWords) -> None:
    broken = "“We’re ready,” Mara Veltin said – at the café.".encode().decode("cp1252", "replace")
    clean = canonical("The dam is shut. â€œWeâ€™re ready,â€\x9d Mara Veltin said â€“ at the cafÃ©.", words).text
    assert clean == "The dam is shut. “We’re ready,” Mara Veltin said – at the café."
    assert canonical(broken, words).text


def test_nothing_invisible_is_left(words: TextWords) -> None:
    hidden = [chr(code) for code in (0x202A, 0x202E, 0x2066, 0x2069, 0x200B, 0x200F, 0xFEFF, 0xAD, 0x0, 0x1B, 0xD800)]
    found = canonical("dam".join(hidden) + " and water", words)
    assert not set(hidden) & set(found.text)
    found.text.encode()


def test_markup_in_a_text_stays_text(words: TextWords) -> None:
    text = "He wrote <script>alert(1)</script> and ![x](https://t.example/x.png) and $5bn to $10bn.\n"
    assert canonical(text, words).text == text
