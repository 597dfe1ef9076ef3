"""Whatever a person types is searched for, and never raises."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import records as r
from onrecord.store import archive
from onrecord.store import search as searching
from onrecord.store.fold import fold, readable
from onrecord.store.search import match_expression, search
from tests.store.invented import MADE_BY, full_report, plain_report


def article(article_id: str, text: str, title: str = "") -> r.Report:
    return r.Report(r.Article(article_id, title, text), (), (), (), (), (), (), (), (), MADE_BY)


def found(path: Path, query: str) -> list[str]:
    return search(path, query).articles["article_id"].tolist()


@pytest.fixture
def filled(path: Path) -> Path:
    archive.save(path, full_report())
    archive.save(path, article("accents", "The café in Луганськ, Зеле́нський said, has d’Artagnan's menu.", "Déjà vu"))
    archive.save(path, article("yo", "Всё решено у Лук'янівка 24/7; a long-range plan OR none."))
    return path


@pytest.mark.parametrize(
    "query",
    [
        '"unbalanced', '"', '""', '" "', '"a"b"', "a OR", "OR", "AND NOT", "NEAR(", "NEAR(a b, 3", "-x", "*", "a*",
        "**", "^a", "text:harbour", "{text folded}: a", "(", ")", "a'b", "'", ";--", "\\", "%", "\0", "a\0b", "\ud800",
        "a\ud800", "+", "", "   ", "\n", "word " * 5000, '"' * 5000, "x" * 100_000, "é" * 500, "١٢٣",
        "👩‍👩‍👧", "ﬁ", "̈", "...",
    ],
)  # fmt: skip
def test_nothing_that_a_person_types_raises(filled: Path, query: str) -> None:
    matches = search(filled, query)
    assert not matches.stopped
    assert set(matches.articles["article_id"]) <= {"full", "accents", "yo"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", ["full"]),
        ("HARBOUR Doran", ["full"]),
        ("harbour café", []),
        ("cafe", ["accents"]),
        ("Зеленський", ["accents"]),
        ("dArtagnan", ["accents"]),
        ("d'Artagnan", ["accents"]),
        ("d’Artagnan’s", ["accents"]),
        ("artagnan", ["accents"]),
        ("deja VU", ["accents"]),
        ("все", ["yo"]),
        ("всё", ["yo"]),
        ("Лук’янівка", ["yo"]),
        ("Лукянівка", ["yo"]),
        ("24/7", ["yo"]),
        ("a OR none", ["yo"]),
        ("NOT none", []),
        ("long-range", ["yo"]),
        ('"range plan"', ["yo"]),
        ('"plan range"', []),
        ("plan range", ["yo"]),
        ("harb", []),
        ("harb*", ["full"]),
        ('harbour "', ["full"]),
        ("harbour - *", ["full"]),
    ],
)
def test_words_find_what_holds_them_all(filled: Path, query: str, expected: list[str]) -> None:
    assert found(filled, query) == expected


def test_a_quote_is_found_by_its_words_its_speaker_its_relay_and_its_sentence(filled: Path) -> None:
    def quotes(query: str) -> set[str]:
        return set(search(filled, query).quotes["quote_id"])

    assert quotes("until spring") == {"q3"}
    assert quotes("Mara refused talk") == {"q2", "q3"}  # q2 by its speaker, q3 by its sentences
    assert quotes("Keel Mara") == {"q2", "q3"}
    assert quotes("told reporters") == {"q1", "q3"}  # both rest on that sentence
    first = search(filled, "leave harbour").quotes.iloc[0]
    assert (first["article_id"], first["speaker_name"], first["text"], first["outlet"], str(first["day"].date())) == (
        "full", "Mara Veltin", "Karsovia must leave the harbour", "Demo Wire North", "2022-02-01",
    )  # fmt: skip


def test_what_was_replaced_is_found_no_more(filled: Path) -> None:
    archive.save(filled, article("yo", "nothing of the sort"))
    assert found(filled, "решено") == []
    assert found(filled, "sort") == ["yo"]


def test_a_search_gives_no_more_than_its_limit(path: Path) -> None:
    for n in range(4):
        archive.save(path, plain_report(n, sentences=3))
    matches = search(path, "harbour", limit=2)
    assert (len(matches.articles), len(matches.quotes)) == (2, 2)


def test_an_archive_that_is_not_there_yet_has_no_matches(path: Path) -> None:
    matches = search(path, "harbour")
    assert matches.articles.empty
    assert matches.quotes.empty
    assert list(matches.quotes.columns) == [
        "article_id", "quote_id", "speaker", "speaker_name", "text", "outlet", "day",
    ]  # fmt: skip


def test_a_search_past_its_time_is_stopped_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = " ".join(f"w{n}" for n in range(8_000))
    for n in range(6):
        archive.save(path, article(str(n), words))
    monkeypatch.setattr(searching, "SEARCH_SECONDS", 0.01)
    began = time.monotonic()
    matches = search(path, " ".join(["w*"] * 30))
    assert matches.stopped
    assert time.monotonic() - began < 2


def test_only_the_first_words_of_a_pasted_text_are_looked_for() -> None:
    assert match_expression("word " * 5000).count(" AND ") == 31


def test_folding_evens_out_apostrophes_stress_marks_and_yo_and_keeps_other_letters() -> None:
    assert fold("Всё ЛУК’ЯНІВКА Зеле́нський’s Йод naïve") == "все лукянівка зеленський йод naïve"


def test_readable_text_is_as_long_as_it_was() -> None:
    assert readable("a\ud800b\0c") == "a�b�c"


def test_a_surrogate_in_a_quote_leaves_the_search_whole(path: Path) -> None:
    whole = full_report()
    text = whole.article.text.replace("harbour", "h\ud800rbour")
    archive.save(path, replace(whole, article=replace(whole.article, text=text)))
    assert search(path, "Karsovia leave").quotes["text"].tolist() == [
        "Karsovia must leave the h�rbour",
        "We wait, until spring.",
    ]
