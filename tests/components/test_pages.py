"""Every page, over analysed articles and over none."""

from __future__ import annotations

import pytest

from components import words
from components.pages import ICONS, built
from onrecord.limits import CHART_MARKS
from tests.components.reader import Open, drawn, run, shown

PAGES = ["overview", "actors", "matrix", "quotes", "stance", "outlets"]


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_over_analysed_articles(page: str, corpus: object, open_page: Open) -> None:
    app = open_page(page)
    assert app.title[0].value in (words.NAME, words.PAGES[page])


@pytest.mark.parametrize("page", PAGES)
def test_page_without_articles_says_what_to_do(page: str, open_page: Open) -> None:
    assert words.MINE_EMPTY in shown(open_page(page, collection="Mine"))


@pytest.mark.parametrize("page", PAGES)
def test_page_whose_filters_leave_nothing_says_so(page: str, corpus: object, open_page: Open) -> None:
    app = open_page(page, from_="2022-02-01", to="2022-01-05")
    assert words.FILTERED_OUT in shown(app)
    assert words.DATES_SWAPPED in shown(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_these_are_demo_articles(page: str, corpus: object, open_page: Open) -> None:
    assert words.DEMO_NOTICE in shown(open_page(page))


def test_own_articles_carry_no_demo_notice(corpus: object, open_page: Open) -> None:
    assert words.DEMO_NOTICE not in shown(open_page("overview", collection="Mine"))


@pytest.mark.parametrize("page", PAGES)
def test_page_runs_again_without_trouble(page: str, corpus: object, open_page: Open) -> None:
    run(open_page(page))


def test_only_pages_that_are_written_are_offered() -> None:
    assert [name for name in ICONS if built(name)][:6] == PAGES


@pytest.mark.parametrize(
    ("page", "query"),
    [("overview", {}), ("actors", {"who": "Mara Veltin"}), ("matrix", {"size": "18"}), ("quotes", {}),
     ("stance", {}), ("stance", {"issue": "Damming the harbour"}), ("outlets", {})],
)  # fmt: skip
def test_every_chart_is_described_and_stays_below_the_limit_of_marks(
    page: str, query: dict[str, str], corpus: object, open_page: Open
) -> None:
    app = open_page(page, **query)
    charts = app.get("vega_lite_chart")
    assert charts
    for nth, chart in enumerate(charts):
        assert len(chart.proto.alt) > 40, "a chart without a description for screen readers"
        assert 0 < len(drawn(app, nth)) * 6 < CHART_MARKS  # no chart has more than six layers of marks


@pytest.mark.parametrize("page", ["overview", "matrix", "stance", "quotes", "outlets"])
def test_every_chart_has_a_table_twin(page: str, corpus: object, open_page: Open) -> None:
    app = open_page(page)
    twins = [expander for expander in app.expander if expander.label == words.AS_TABLE]
    assert len(twins) == len(app.get("vega_lite_chart"))


@pytest.mark.parametrize("page", PAGES)
def test_no_table_writes_none_for_what_is_missing(page: str, corpus: object, open_page: Open) -> None:
    for table in open_page(page).dataframe:
        assert table.proto.HasField("placeholder")


def test_a_tone_that_rests_on_too_little_is_told_so_in_the_table_of_actors(corpus: object, open_page: Open) -> None:
    (listed,) = open_page("actors", n="30").dataframe
    assert listed.value["tone"].isna().any()
    assert listed.proto.placeholder == words.TOO_FEW
