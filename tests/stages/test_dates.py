"""When a text was written, what it says is to come, and what contradicts the date on the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Article, Dating
from onrecord.stages.dates import date_text
from onrecord.stages.dates.expressions import find_dates

Date = Callable[..., Dating]


@pytest.fixture
def dated(tools: Tools) -> Date:
    def read(text: str, published: date | None = None) -> Dating:
        return date_text(Article(id="a", title="", text=text, published=published), tools.nlp(text), tools.calendar)

    return read


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("on January 10, 2022 in", 2022, 1, 10),
        ("on 10 January 2022.", 2022, 1, 10),
        ("on January 12th The", None, 1, 12),
        ("Dec. 7", None, 12, 7),
        ("the 3rd of March", None, 3, 3),
        ("2022-02-24T05:00", 2022, 2, 24),
    ],
)
def test_dates_are_read_as_texts_write_them(text: str, year: int | None, month: int, day: int) -> None:
    (found,) = find_dates(text)
    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize("text", ["May 35", "30 February", "version 1.12.2", "chapter 7", "Marchand 12", "100 March"])
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert find_dates(text) == []


def test_a_published_article_was_written_that_day_or_the_day_before(dated: Date) -> None:
    found = dated("Doran Keel spoke.", date(2022, 3, 4))
    assert found.written == (date(2022, 3, 3), date(2022, 3, 4))
    assert found.cautions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Keel wins vote\n\nFriday, July 21, 2017\n\nDoran Keel won the vote.",
        "July 21, 2017\n\nDoran Keel won the vote.",
        "KARSOVIA, July 21, 2017 (Wire) — Doran Keel won the vote.",
    ],
)
def test_the_date_at_the_head_of_the_page_counts(dated: Date, text: str) -> None:
    assert dated(text).written == (date(2017, 7, 20), date(2017, 7, 21))


def test_a_date_in_the_story_is_not_the_date_of_the_page(dated: Date) -> None:
    assert dated("Doran Keel, who was born on July 21, 1957 in a village of Ostravia, won the vote.").written is None


def test_without_any_evidence_today_is_not_assumed(dated: Date) -> None:
    assert dated("Doran Keel spoke on Monday.").written is None


TALKS = "Sherman and Ryabkov will lead the security talks in Geneva scheduled for January 10."


def test_an_event_still_to_come_contradicts_a_later_page_date(dated: Date) -> None:
    found = dated(TALKS, date(2022, 8, 7))
    assert found.cautions == ("The page is dated 2022-08-07, but the text was written before 2022-01-10.",)
    assert found.written is not None
    assert found.written[1] == date(2022, 1, 9)


def test_an_event_still_to_come_agrees_with_an_earlier_page_date(dated: Date) -> None:
    found = dated(TALKS, date(2022, 1, 5))
    assert found.cautions == ()
    assert found.written == (date(2022, 1, 4), date(2022, 1, 5))


def test_words_printed_a_day_late_are_no_contradiction(dated: Date) -> None:
    assert dated(TALKS, date(2022, 1, 11)).cautions == ()


def test_a_past_event_called_by_its_weekday_narrows_the_time(dated: Date) -> None:
    found = dated(f"Biden and Putin spoke by phone for 50 minutes on Thursday. {TALKS}")
    assert found.written == (date(2021, 12, 30), date(2022, 1, 1))


def test_a_past_event_called_by_its_weekday_contradicts_a_page_date_months_later(dated: Date) -> None:
    found = dated("Biden and Putin spoke by phone for 50 minutes on Thursday.", date(2022, 6, 1))
    assert found.cautions == ("The page is dated 2022-06-01, but the text was written before 2022-01-06.",)


def test_looking_back_at_an_event_is_no_contradiction(dated: Date) -> None:
    text = "The second call of Biden and Putin, which lasted 50 minutes, is long forgotten."
    assert dated(text, date(2023, 6, 1)).cautions == ()


def test_a_weekday_beside_a_date_tells_the_year(dated: Date) -> None:
    found = dated("On Thursday, May 19, both will be received by the president.", date(2022, 11, 21))
    assert found.cautions == ("The page is dated 2022-11-21, but the text was written before 2022-05-19.",)


def test_a_dateline_without_a_year_takes_it_from_the_story(dated: Date) -> None:
    assert dated(f"KARSOVIA, Dec 31 – {TALKS}").written == (date(2021, 12, 30), date(2021, 12, 31))


def test_what_is_scheduled_becomes_rows_in_order(dated: Date) -> None:
    text = (
        "Negotiators will meet in Geneva on January 10. A meeting of the council follows on January 12th. The next day "
        "the ministers of Ostravia gather."
    )
    found = dated(text, date(2022, 1, 2)).scheduled
    assert [row.date for row in found] == [date(2022, 1, 10), date(2022, 1, 12), date(2022, 1, 13)]
    assert [row.span.of(text) for row in found] == ["January 10", "January 12th", "The next day"]
    assert found[0].what == "Negotiators will meet in Geneva"
    assert "ministers of Ostravia" in found[2].what


def test_what_is_past_is_not_scheduled(dated: Date) -> None:
    assert dated("Doran Keel won the vote on January 10, 2022.", date(2022, 2, 2)).scheduled == ()


def test_the_date_of_the_page_is_not_scheduled(dated: Date) -> None:
    assert dated(f"August 7, 2022\n\n{TALKS}").scheduled[0].date == date(2022, 1, 10)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "January", "the 31st", "99/99/9999", "0000-00-00"])
def test_text_without_a_date_gives_none(dated: Date, text: str) -> None:
    assert dated(text) == Dating(None, (), ())
