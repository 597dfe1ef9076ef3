"""The drawer: what stands behind a number is exactly what was counted."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import words, words_evidence
from onrecord.records import Report
from onrecord.store import figures
from onrecord.store.frames import Filter, Rows, rows
from tests.components.invented import IDS
from tests.components.reader import Open, pick, run, shown, tick


@pytest.fixture
def found(home: object, corpus: list[Report]) -> Rows:
    return rows(home / "demo.sqlite", Filter())  # type: ignore[operator]


def cards(app: AppTest) -> list[str]:
    """The sentences in the drawer."""
    return [text.value for text in app.text]


def test_no_drawer_before_anything_is_picked(corpus: list[Report], open_page: Open) -> None:
    assert not cards(open_page("overview"))


def test_clicked_cell_opens_as_many_sentences_as_it_counts(found: Rows, open_page: Open) -> None:
    cell = figures.stance_matrix(found, "actor").iloc[0]
    app = pick(open_page("matrix"), "matrix", f"{cell['holder']}|{cell['target']}")
    assert len(cards(app)) == cell["n"] + cell["abstained"] == 8
    assert words_evidence.evidence_count("stance", 8, 8) in shown(app)


def test_ticked_row_of_the_twin_opens_the_same_sentences(found: Rows, open_page: Open) -> None:
    cell = figures.stance_matrix(found, "actor").iloc[0]
    clicked = pick(open_page("matrix"), "matrix", f"{cell['holder']}|{cell['target']}")
    assert cards(tick(open_page("matrix"), "matrix table", 0)) == cards(clicked)


def test_sentences_are_those_of_the_article_to_the_letter(corpus: list[Report], found: Rows, open_page: Open) -> None:
    cell = figures.stance_matrix(found, "actor").iloc[0]
    app = pick(open_page("matrix"), "matrix", f"{cell['holder']}|{cell['target']}")
    texts = [report.article.text for report in corpus]
    assert all(any(sentence in text for text in texts) for sentence in cards(app))


def test_each_sentence_names_outlet_day_rule_and_confidence(corpus: list[Report], open_page: Open) -> None:
    app = tick(open_page("overview"), "stand table", 0)
    told = shown(app).replace("\\", "")
    for part in ("Demo Wire North", "2022", "rule: invented rule", "confidence 90%"):
        assert part in told


def test_bar_of_an_actor_opens_its_passages_and_says_how_many_are_not_sure(found: Rows, open_page: Open) -> None:
    tones = found.tones[found.tones["actor"] == IDS["Ostravia"]]
    app = pick(open_page("overview"), "who", IDS["Ostravia"])
    assert words_evidence.evidence_count("tone", len(tones), tones["article_id"].nunique()) in shown(app)
    assert words_evidence.not_sure_among(int((tones["label"] == "abstained").sum()), len(tones)) in shown(app)


def test_rows_that_are_all_unclear_are_not_said_to_come_last() -> None:
    assert "come last" in words_evidence.not_sure_among(2, 5)
    assert "come last" not in words_evidence.not_sure_among(5, 5)


def test_long_list_is_paged_and_its_last_page_holds_the_rest(found: Rows, open_page: Open) -> None:
    tones = found.tones[found.tones["actor"] == IDS["Doran Keel"]]
    app = pick(open_page("overview"), "who", IDS["Doran Keel"])
    first = cards(app)
    pages = -(-len(tones) // len(first))
    app.pagination[0].set_value(pages)
    assert len(cards(run(app))) == len(tones) - (pages - 1) * len(first)


def test_bar_of_the_timeline_opens_its_articles(found: Rows, open_page: Open) -> None:
    bar = figures.articles_by_day(found, "week").iloc[0]
    app = pick(open_page("overview"), "articles over time", f"{bar['period']}|{bar['outlet']}")
    assert words.counted(int(bar["n"]), "article") in shown(app)
    assert "Harbour dispute, part 1" in shown(app)


def test_newest_quote_opens_its_sentence(corpus: list[Report], open_page: Open) -> None:
    app = open_page("overview")
    (table,) = [one for one in app.dataframe if "text" in one.value]
    app = tick(app, "newest", 0)
    assert any(table.value["text"].iloc[0] in sentence for sentence in cards(app))


@pytest.mark.parametrize(
    ("page", "query", "key"),
    [("quotes", {}, "distance table"), ("quotes", {}, "verbs"), ("quotes", {}, "speakers table"),
     ("overview", {}, "articles over time table"), ("overview", {}, "who table"), ("stance", {}, "matrix table"),
     ("outlets", {}, "quoted table"), ("outlets", {}, "tone by outlet table"),
     ("outlets", {}, "tone by outlet over time table"), ("stance", {}, "line of time table"),
     ("stance", {"issue": "Damming the harbour"}, "everyone table"),
     ("stance", {"issue": "Damming the harbour"}, "stance over time table"),
     ("actors", {"who": "Mara Veltin"}, "tone table"), ("actors", {"who": "Mara Veltin"}, "mentions over time table"),
     ("actors", {"who": "Mara Veltin"}, "holder table"), ("actors", {"who": "Karsovia"}, "target table"),
     ("actors", {"who": "Mara Veltin"}, "said by"), ("actors", {"who": "Ostravia"}, "said about"),
     ("actors", {"who": "Mara Veltin"}, "names"), ("actors", {"who": "Mara Veltin"}, "company")],
)  # fmt: skip
def test_row_of_every_table_opens_sentences(
    page: str, query: dict[str, str], key: str, corpus: list[Report], open_page: Open
) -> None:
    app = open_page(page, **query)
    before = len(app.caption)
    app = tick(app, key, 0)
    assert len(app.caption) > before
    assert words.NO_EVIDENCE not in shown(app)


def test_mark_that_the_filters_have_taken_away_opens_an_empty_drawer(corpus: list[Report], open_page: Open) -> None:
    assert words.NO_EVIDENCE in shown(pick(open_page("matrix"), "matrix", "nobody|nothing"))


def test_row_beyond_a_shorter_table_opens_nothing(corpus: list[Report], open_page: Open) -> None:
    assert not cards(tick(open_page("overview"), "stand table", 99))


def test_caution_opens_the_rows_it_counts(found: Rows, open_page: Open) -> None:
    unsure = found.stances[found.stances["position"] == "abstained"]
    app = open_page("overview")
    assert f"**{len(unsure)} of {len(found.stances)}:**" in shown(app)
    app.button(key="caution 0").click()
    assert words_evidence.evidence_count("stance", len(unsure), unsure["article_id"].nunique()) in shown(run(app))
