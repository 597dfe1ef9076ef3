"""The Quotes page: each thing that narrows the list, and a row that opens its article at the quote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import words_quotes as told
from components.session import KEY
from onrecord.records import Party, Report
from onrecord.store.archive import save
from onrecord.store.frames import Filter, rows
from tests.components import harbour
from tests.components.reader import Open, run, shown, tick

HARBOUR = "the dam would “drown three villages”"


@pytest.fixture
def all_quotes(home: Path, corpus: list[Report]) -> int:
    """The invented corpus, and the harbour article: three quotes of three kinds, one relayed, one to somebody."""
    save(home / "demo.sqlite", harbour.report())
    return len(rows(home / "demo.sqlite", Filter()).quotes)


def listed(app: AppTest) -> list[str]:
    """What was said, row by row."""
    return list(app.dataframe[0].value["text"]) if app.dataframe else []


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"q": "villages"}, {HARBOUR}),
        ({"speaker": "A senior Karsovian official"}, {"to comment"}),
        ({"speaker": ["Mara Veltin", "A senior Karsovian official"], "claim": "declined"}, {"to comment"}),
        ({"addressee": "Doran Keel", "claim": "promised"}, {"We are ready to talk,"}),
        ({"claim": "declined"}, {"to comment"}),
        ({"verb": "warn"}, {HARBOUR}),
        ({"kind": "partly word for word"}, {HARBOUR}),
        ({"kind": ["partly word for word", "in the outlet's words"]}, {HARBOUR, "to comment"}),
        ({"only": "Relayed by somebody"}, {HARBOUR}),
        ({"issue": "Damming the harbour", "verb": ["warn", "tell"]}, {HARBOUR}),
        ({"sure": "95", "verb": "tell"}, {"We are ready to talk,"}),
        ({"sure": "95", "verb": "warn"}, set()),
    ],
)  # fmt: skip
def test_what_is_chosen_keeps_the_quotes_that_fit(
    query: dict[str, str | list[str]], kept: set[str], all_quotes: int, open_page: Open
) -> None:
    assert set(listed(open_page("quotes", **query))) == kept


def test_nothing_chosen_keeps_every_quote(all_quotes: int, open_page: Open) -> None:
    assert len(listed(open_page("quotes"))) == all_quotes


def test_quotes_less_sure_than_asked_for_are_left_out(all_quotes: int, home: Path, open_page: Open) -> None:
    app = open_page("quotes")
    app.slider(key="sure").set_value(80)
    every = rows(home / "demo.sqlite", Filter()).quotes
    assert len(listed(run(app))) == all_quotes - 1 == int((every["confidence"] >= 0.8).sum())


def test_quotes_without_a_speaker_are_found_on_demand(home: Path, open_page: Open) -> None:
    given = harbour.report()
    first, *others = given.quotes
    save(home / "demo.sqlite", replace(given, quotes=(replace(first, speaker=None), *others)))
    assert listed(open_page("quotes", only="No speaker found")) == ["We are ready to talk,"]


def test_an_addressee_that_is_no_actor_can_be_chosen_by_its_words(home: Path, open_page: Open) -> None:
    given = harbour.report()
    first, *others = given.quotes
    save(
        home / "demo.sqlite",
        replace(given, quotes=(replace(first, addressee=Party(harbour.at("the road"), None)), *others)),
    )
    assert listed(open_page("quotes", addressee="the road")) == ["We are ready to talk,"]


def test_clearing_brings_every_quote_back(all_quotes: int, open_page: Open) -> None:
    app = open_page("quotes", q="villages", verb="warn", sure="50", only="Relayed by somebody")
    assert len(listed(app)) == 1
    (clear,) = [button for button in app.button if button.label == told.CLEAR]
    clear.click()
    assert len(listed(run(app))) == all_quotes


def test_choices_stay_on_offer_when_others_narrow_the_list(all_quotes: int, open_page: Open) -> None:
    every = open_page("quotes").multiselect(key="verb").options
    assert open_page("quotes", outlet="Demo Gazette West", claim="denied").multiselect(key="verb").options == every


def test_ticked_row_opens_its_article_at_the_quote_with_the_rule_that_found_it(
    all_quotes: int, open_page: Open
) -> None:
    app = tick(open_page("quotes", verb="warn"), "quotes", 0)
    assert app.header[0].value.replace("\\", "") == harbour.report().article.title
    page = shown(app).replace("\\", "")
    assert HARBOUR in [text.value for text in app.text]
    assert "rule: ccomp" in page
    assert "rule: marks, then attribution" not in page


def test_way_back_leads_to_the_list_as_it_was_narrowed(all_quotes: int, open_page: Open) -> None:
    app = tick(open_page("quotes", verb="warn"), "quotes", 0)
    assert app.session_state[KEY].list_left == {"verb": ["warn"]}
    (link,) = [one for one in app.get("page_link") if one.proto.label == told.BACK]
    assert "verb=warn" in link.proto.query_string


def test_no_way_back_where_the_passage_was_not_opened_from_the_list(all_quotes: int, open_page: Open) -> None:
    app = open_page("article", article="harbour0")
    assert told.BACK not in [one.proto.label for one in app.get("page_link")]
