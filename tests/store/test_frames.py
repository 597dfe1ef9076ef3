"""One function gives the rows of every chart, drawer and export; a filter means the same in all five tables."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from onrecord.store import archive
from onrecord.store.columns import MENTION_COLUMNS, PLACE, QUOTE_COLUMNS, STANCE_COLUMNS, TONE_COLUMNS
from onrecord.store.frames import Filter, Rows, outlets, rows
from tests.store.invented import KARSOVIA, KEEL, OSTRAVIA, VELTIN, full_report, plain_report


@pytest.fixture
def filled(path: Path) -> Path:
    for report in (plain_report(0), full_report(), plain_report(40), plain_report(41)):
        archive.save(path, report)
    undated = full_report("undated")
    archive.save(path, replace(undated, article=replace(undated.article, published=None, written=None, outlet="")))
    return path


def everything(path: Path) -> Rows:
    return rows(path, Filter())


def frames_of(found: Rows) -> dict[str, pd.DataFrame]:
    return {field.name: getattr(found, field.name) for field in fields(found)}


def row_of(frame: pd.DataFrame, article_id: str = "full", nth: int = 0) -> dict[str, object]:
    return dict(frame[frame["article_id"] == article_id].iloc[nth])


def test_the_columns_are_those_that_are_promised_also_when_there_is_nothing(path: Path, filled: Path) -> None:
    promised = {
        "mentions": MENTION_COLUMNS,
        "quotes": QUOTE_COLUMNS,
        "tones": TONE_COLUMNS,
        "stances": STANCE_COLUMNS,
    }
    full, empty = everything(filled), rows(path.with_name("nothing.sqlite"), Filter())
    for name, frame in frames_of(full).items():
        assert len(frame) > 0
        assert len(getattr(empty, name)) == 0
        assert list(getattr(empty, name).columns) == list(frame.columns)
        assert tuple(frame.columns[:4]) == PLACE
        if name in promised:
            assert tuple(frame.columns[4:]) == promised[name]
        assert getattr(empty, name).dtypes.to_dict() == frame.dtypes.to_dict()


def test_an_article_row_tells_where_it_is_from_and_how_much_was_found(filled: Path) -> None:
    row = row_of(everything(filled).articles)
    assert row["day"] == pd.Timestamp(2022, 2, 1)
    assert row["published"] == pd.Timestamp(2022, 2, 3)
    assert (row["outlet"], row["title"], row["n_quotes"], row["n_actors"]) == (
        "Demo Wire North",
        "Harbour — the row",
        3,
        4,
    )
    assert row["cautions"] == list(full_report().cautions)


def test_a_quote_row_names_everybody_and_a_mere_audience_by_its_words(filled: Path) -> None:
    quotes = everything(filled).quotes
    demand, relayed, split = (row_of(quotes, nth=nth) for nth in range(3))
    assert (demand["speaker"], demand["speaker_name"], demand["speaker_text"]) == (VELTIN, "Mara Veltin", "Mara Veltin")
    assert pd.isna(demand["addressee"])
    assert demand["addressee_name"] == "reporters"
    assert (demand["about"], demand["about_names"]) == ([KARSOVIA], ["Karsovia"])
    assert (demand["verb"], demand["cue_text"], demand["text"]) == ("tell", "told", "Karsovia must leave the harbour")
    assert (relayed["via"], relayed["via_names"], relayed["speaker_text"]) == ([KEEL], ["Doran Keel", "he"], "")
    assert relayed["sentence"] == "refused to talk"
    assert pd.isna(split["speaker"])
    assert pd.isna(split["speaker_name"])
    assert split["text"] == "We wait, until spring."
    assert (split["addressee"], split["addressee_name"]) == (KARSOVIA, "Karsovia")
    assert split["sentence"] == full_report().article.text.replace("\n", " ")


def test_a_mark_is_found_again_inside_its_sentence(filled: Path) -> None:
    found = everything(filled)
    for row in found.mentions.to_dict("records"):
        inside = slice(row["start"] - row["sentence_start"], row["end"] - row["sentence_start"])
        assert row["sentence"][inside] == row["surface"]
    tone = row_of(found.tones)
    assert str(tone["sentence"])[int(str(tone["start"])) - int(str(tone["sentence_start"])) :].startswith("Karsovia")


def test_a_stance_is_towards_an_actor_or_an_issue_and_its_score_is_from_the_probabilities(filled: Path) -> None:
    on_actor, on_issue = (row_of(everything(filled).stances, nth=nth) for nth in range(2))
    assert (on_actor["target"], on_actor["target_name"], on_actor["target_kind"]) == (KARSOVIA, "Karsovia", "actor")
    assert (on_issue["target"], on_issue["target_name"], on_issue["target_kind"]) == ("harbour-talks", "Talks", "issue")
    assert (on_actor["root"], on_actor["quad"], on_actor["event_score"]) == ("DEMAND", "verbal conflict", -5.0)
    assert pd.isna(on_issue["event_score"])
    assert pd.isna(on_issue["root"])
    assert on_actor["score"] == pytest.approx(0.03 - 0.9)


def test_abstained_rows_are_kept_and_places_are_not(filled: Path) -> None:
    found = everything(filled)
    assert "abstained" in set(found.tones["label"])
    assert "abstained" in set(found.stances["position"])
    assert "or-velm" not in set(found.mentions["actor"]) | set(found.tones["actor"])
    assert not any("or-velm" in ids for ids in found.quotes["about"])


def test_a_renamed_issue_stays_one_issue_under_its_newest_name(filled: Path) -> None:
    again = full_report("later")
    renamed = tuple(replace(stance, target_name="Talks on the harbour") for stance in again.stances)
    archive.save(filled, replace(again, stances=renamed))
    stances = everything(filled).stances
    assert set(stances.loc[stances["target"] == "harbour-talks", "target_name"]) == {"Talks on the harbour"}


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), ["plain-0", "full", "plain-40", "plain-41", "undated"]),
        (Filter(start=date(2022, 2, 1)), ["full"]),
        (Filter(end=date(2021, 12, 11)), ["plain-0", "plain-40"]),
        (Filter(start=date(2021, 12, 11), end=date(2021, 12, 11)), ["plain-40"]),
        (Filter(outlets=("Demo Wire North", "Demo Outlet 1")), ["full", "plain-41"]),
        (Filter(outlets=("",)), ["undated"]),
        (Filter(outlets=("nobody's",)), []),
        (Filter(actors=(KEEL,)), ["full", "undated"]),
        (Filter(actors=(KEEL,), end=date(2022, 12, 31)), ["full"]),
        (Filter(actors=("nobody",)), []),
        (Filter(issue="nothing"), []),
    ],
)
def test_a_filter_keeps_the_same_articles_in_every_table(filled: Path, chosen: Filter, expected: list[str]) -> None:
    found = rows(filled, chosen)
    assert found.articles["article_id"].tolist() == expected
    for frame in frames_of(found).values():
        assert set(frame["article_id"]) <= set(expected)
        assert frame.index.tolist() == list(range(len(frame)))


def test_an_actor_is_kept_in_whatever_part_it_has(filled: Path) -> None:
    found = rows(filled, Filter(actors=(KEEL,), outlets=("Demo Wire North",)))
    assert found.quotes["quote_id"].tolist() == ["q2"]  # as a relay
    assert found.mentions["surface"].tolist() == ["Doran Keel", "he said"]
    assert found.tones.empty
    found = rows(filled, Filter(actors=(KARSOVIA,), outlets=("Demo Wire North",)))
    assert found.quotes["quote_id"].tolist() == ["q1", "q3"]  # spoken of, spoken to
    assert found.stances["target"].tolist() == [KARSOVIA]
    found = rows(filled, Filter(actors=(VELTIN,), outlets=("Demo Wire North",)))
    assert found.tones["voice"].tolist() == [VELTIN]
    assert len(found.stances) == 2


def test_an_issue_keeps_its_stances_and_the_quotes_that_these_rest_on(filled: Path) -> None:
    found = rows(filled, Filter(issue="harbour-talks"))
    assert set(found.stances["target"]) == {"harbour-talks"}
    with_quote = found.stances.dropna(subset="quote_id")
    keys = set(zip(with_quote["article_id"], with_quote["quote_id"], strict=True))
    assert keys
    assert set(zip(found.quotes["article_id"], found.quotes["quote_id"], strict=True)) == keys
    assert set(found.articles["article_id"]) == set(found.stances["article_id"])


def test_by_state_everyone_is_read_as_the_state_they_belong_to(filled: Path) -> None:
    found = rows(filled, Filter(by_state=True, outlets=("Demo Wire North",)))
    assert set(found.mentions["actor"]) == {OSTRAVIA, KARSOVIA}
    assert found.quotes["speaker"].dropna().unique().tolist() == [OSTRAVIA]
    assert found.quotes["speaker_name"].dropna().unique().tolist() == ["Ostravia"]
    assert found.quotes["via"].tolist() == [[], [KARSOVIA], []]
    assert found.stances["holder"].unique().tolist() == [OSTRAVIA]
    assert found.stances["holder_kind"].unique().tolist() == ["state"]
    assert found.tones["voice_name"].dropna().unique().tolist() == ["Ostravia"]
    assert found.stances["target"].tolist() == [KARSOVIA, "harbour-talks"]


def test_by_state_an_actor_is_chosen_by_its_own_id_or_its_states(filled: Path) -> None:
    person = rows(filled, Filter(by_state=True, actors=(KEEL,)))
    state = rows(filled, Filter(by_state=True, actors=(KARSOVIA,)))
    assert set(person.mentions["actor"]) == {KARSOVIA}
    assert len(state.mentions) > len(person.mentions) > 0


def test_a_state_that_no_text_names_has_its_name_from_the_gazetteer(path: Path) -> None:
    whole = full_report()
    actors = tuple(replace(actor, state="Q184") if actor.id == KEEL else actor for actor in whole.actors)
    archive.save(path, replace(whole, actors=actors))
    found = rows(path, Filter(by_state=True))
    assert found.mentions.loc[found.mentions["actor"] == "Q184", "actor_name"].unique().tolist() == ["Belarus"]


def test_odd_characters_reach_the_tables_as_marks_that_can_be_shown(path: Path) -> None:
    whole = full_report()
    article = replace(whole.article, text=whole.article.text.replace("harbour", "h\ud800rb\0ur"), title="\ud800")
    archive.save(path, replace(whole, article=article))
    found = everything(path)
    assert found.articles["title"].tolist() == ["�"]
    assert found.quotes["text"].tolist()[0].encode("utf-8").startswith(b"Karsovia must leave the h\xef\xbf\xbdrb")


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1500, 2, 28), date(9999, 12, 31)])
def test_a_day_that_no_clock_reaches_is_kept_as_it_was_stated(path: Path, day: date) -> None:
    whole = full_report()
    archive.save(path, replace(whole, article=replace(whole.article, published=day, written=None)))
    assert everything(path).articles["day"].dt.date.tolist() == [day]
    assert len(rows(path, Filter(start=day, end=day)).articles) == 1


def test_the_outlets_of_an_archive_are_listed_for_choosing(filled: Path) -> None:
    assert outlets(filled) == ["", "Demo Outlet 0", "Demo Outlet 1", "Demo Wire North"]


def test_the_rows_of_fifty_articles_are_there_at_once(path: Path) -> None:
    for n in range(50):
        archive.save(path, plain_report(n))
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        found = everything(path)
        spent.append(time.perf_counter() - began)
    assert len(found.tones) == 50 * 36
    assert min(spent) < 0.3


@pytest.mark.parametrize(
    ("published", "written", "day"),
    [
        (date(2022, 3, 1), (date(2022, 2, 28), date(2022, 3, 1)), date(2022, 3, 1)),
        (date(2022, 8, 7), (date(2022, 2, 28), date(2022, 3, 1)), date(2022, 2, 28)),
        (None, (date(2022, 2, 28), date(2022, 3, 1)), date(2022, 2, 28)),
        (date(2022, 3, 1), None, date(2022, 3, 1)),
    ],
)
def test_day_is_the_stated_one_unless_the_text_contradicts_it(
    published: date | None, written: tuple[date, date] | None, day: date, path: Path
) -> None:
    made = plain_report(0)
    archive.save(path, replace(made, article=replace(made.article, published=published, written=written)))
    assert list(everything(path).articles["day"]) == [pd.Timestamp(day)]
    assert len(rows(path, Filter(start=day, end=day)).articles) == 1
