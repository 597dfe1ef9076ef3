"""One bad article never stops the rest, nothing of it is logged, and what never ends is ended."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from datetime import date

import pytest

from onrecord.deadline import time_limit
from onrecord.errors import AnalysisTooLong
from onrecord.knowledge.tools import Tools
from onrecord.pipeline import analyse, analyse_many, cautions_of
from onrecord.records import Article, Refusal, Report

SECRET = "Mara Veltin said the harbour stays open."


class BrokenVerbs:
    """Word lists that fail with the article's words in the message, as a look-up would."""

    def __getattr__(self, name: str) -> object:
        raise KeyError(SECRET)


def test_fault_in_one_article_is_a_refusal_and_its_text_is_never_logged(
    tools: Tools, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(tools, verbs=BrokenVerbs())
    article = Article(id="a1", title="Harbour", text=SECRET)
    with caplog.at_level(logging.DEBUG):
        (outcome,) = analyse_many([article], broken)
    assert isinstance(outcome, Refusal)
    assert outcome.name == "Harbour"
    assert "harbour stays open" not in outcome.detail + caplog.text
    assert "KeyError" in caplog.text
    assert isinstance(next(analyse_many([article], tools)), Report)


def never_end() -> None:
    """A loop as a faulty walk would make one, under a short limit."""
    with time_limit(0.2):
        while True:
            pass


def test_work_that_never_ends_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(AnalysisTooLong):
        never_end()
    assert time.monotonic() - began < 5


def test_work_in_time_is_left_alone() -> None:
    with time_limit(0.05):
        done = sum(range(10))
    time.sleep(0.1)
    assert done == 45


def test_a_date_that_is_no_day_is_told_with_what_counts_instead() -> None:
    article = Article("a", "", "The dam is shut.", stated="2022-02-30")
    assert "“2022-02-30”" in cautions_of(article)[0]
    assert len(cautions_of(article)) == 2  # offices are not resolved either
    (caution,) = cautions_of(replace(article, published=date(2022, 3, 4)))
    assert "2022-03-04 counts instead" in caution
    assert not cautions_of(replace(article, published=date(2022, 3, 4), stated=""))


def test_text_without_a_date_resolves_no_office_and_says_so(tools: Tools) -> None:
    report = analyse(Article(id="a", title="", text="The US president met Mara Veltin."), tools)
    assert "Q6279" not in {actor.id for actor in report.actors}
    assert any("no date" in caution for caution in report.cautions)


@pytest.mark.parametrize(
    ("written", "holder"), [("2012-05-01", "Barack Obama"), ("2018-05-01", "Donald Trump"), ("2022-05-01", "Joe Biden")]
)
def test_same_sentence_on_three_dates_gives_three_presidents(tools: Tools, written: str, holder: str) -> None:
    article = Article(id="a", title="", text="The US president met Mara Veltin.", published=date.fromisoformat(written))
    assert holder in {actor.name for actor in analyse(article, tools).actors}
