"""What each kind of correction changes, in every table; and that undoing it leaves no trace."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import pytest

from onrecord.records import Actor, Party
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.connection import reading
from onrecord.store.correcting import correct, corrections, machines_actor, undo
from onrecord.store.frames import Filter, Rows, rows
from onrecord.store.identity import identity
from onrecord.store.search import search
from onrecord.store.shown import TWINNED
from tests.store.corrected_corpus import ASTER, OSTRAVIA, WELTIN, at, fill, person, two_asters
from tests.store.invented import VELTIN, full_report, plain_report

CAPTAIN = Actor("hand:person:captain-aster", "Captain Aster", "person", state=OSTRAVIA)


@pytest.fixture
def filled(path: Path) -> Path:
    fill(path)
    return path


def actor(path: Path, id_: str) -> Actor:
    found = machines_actor(path, id_)
    assert found is not None
    return found


def ids(found: Rows) -> set[str]:
    """Every id that stands anywhere in the rows."""
    singles = [
        found.mentions["actor"], found.quotes["speaker"], found.quotes["addressee"], found.tones["actor"],
        found.tones["voice"], found.stances["holder"], found.stances["target"],
    ]  # fmt: skip
    lists = [found.quotes["via"].explode(), found.quotes["about"].explode()]
    return {id_ for column in [*singles, *lists] for id_ in column.dropna()}


def same(one: Rows, other: Rows) -> bool:
    return all(getattr(one, field.name).equals(getattr(other, field.name)) for field in fields(Rows))


def machines_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the machine found, as it lies in the file."""
    with reading(path) as connection:
        return {table: connection.execute(f"SELECT * FROM main.{table}").fetchall() for table in TWINNED}


# ------------------------------------------------------------------ merge


def test_merged_actor_is_in_no_row_any_more_and_its_rows_are_the_others(filled: Path) -> None:
    before, one, other = rows(filled, Filter()), person(0), person(1)
    articles = correct(filled, c.merge(one, other))
    found = rows(filled, Filter())
    assert one.id in ids(before)
    assert one.id not in ids(found)
    both = before.mentions["actor"].isin([one.id, other.id]).sum()
    assert (found.mentions["actor"] == other.id).sum() == both
    assert set(found.mentions.loc[found.mentions["actor"] == other.id, "actor_name"]) == {other.name}
    assert articles == before.mentions.loc[before.mentions["actor"] == one.id, "article_id"].nunique()


def test_merge_leaves_no_stance_of_an_actor_towards_itself(filled: Path) -> None:
    before, one, other = rows(filled, Filter()), person(0), person(1)
    between = before.stances["holder"].isin([one.id, other.id]) & before.stances["target"].isin([one.id, other.id])
    correct(filled, c.merge(one, other))
    found = rows(filled, Filter()).stances
    assert (found["holder"] == found["target"]).sum() == 0
    assert len(found) == len(before.stances) - between.sum()


def test_merge_into_somebody_the_article_does_not_know_brings_what_is_known_of_them(filled: Path) -> None:
    veltin = Actor("Q999999902", "Mara Veltin", "person", "Q999999902", None, OSTRAVIA)
    correct(filled, c.merge(actor(filled, WELTIN), veltin))
    (found,) = [each for each in archive.report(filled, "asters").actors if each.id == veltin.id]
    assert (found.name, found.wikidata, found.kind) == ("Mara Veltin", "Q999999902", "person")
    assert [(reason.alias, reason.why) for reason in found.reasons] == [
        ("Mara Weltin", "counted as Mara Veltin by hand")
    ]
    assert archive.report(filled, "asters").stances[0].target_name == "Mara Veltin"


def test_merged_actor_keeps_the_office_that_the_article_gives_to_either(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, ASTER), actor(filled, WELTIN)))
    (found,) = [each for each in archive.report(filled, "asters").actors if each.id == WELTIN]
    assert found.office == "Envoy"
    assert found.reasons[0].why == "last name; Lenn Aster is counted as Mara Weltin by hand"


def test_whoever_belonged_to_a_merged_state_belongs_to_the_other(filled: Path) -> None:
    karsovia = Actor("or-karsovia", "Karsovia", "state", state="or-karsovia")
    correct(filled, c.merge(actor(filled, OSTRAVIA), karsovia))
    found = rows(filled, Filter(by_state=True))
    assert OSTRAVIA not in ids(found)
    assert "or-karsovia" in set(found.stances["holder"])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_chain_of_merges_ends_at_its_last_in_whatever_order_it_was_made(filled: Path, order: tuple[int, int]) -> None:
    chain = [c.merge(person(0), person(1)), c.merge(person(1), person(2))]
    for each in order:
        correct(filled, chain[each])
    assert {person(0).id, person(1).id} & ids(rows(filled, Filter())) == set()


def test_a_circle_of_merges_is_refused_with_a_sentence(filled: Path) -> None:
    correct(filled, c.merge(person(0), person(1)))
    correct(filled, c.merge(person(1), person(2)))
    with pytest.raises(c.BadCorrection, match="Person 02 and Person 00 are one actor already"):
        correct(filled, c.merge(person(2), person(0)))
    with pytest.raises(c.BadCorrection, match="Person 00 is counted as Person 02 already: undo that first"):
        correct(filled, c.merge(person(0), person(3)))


def test_a_merge_into_a_dropped_actor_is_refused_with_a_sentence(filled: Path) -> None:
    correct(filled, c.drop(person(1)))
    before = rows(filled, Filter())
    with pytest.raises(c.BadCorrection, match="Person 01 has been set aside as not an actor, and cannot be joined"):
        correct(filled, c.merge(person(0), person(1)))
    assert same(rows(filled, Filter()), before)


# ------------------------------------------------------------------ rename


def test_renamed_actor_has_the_name_everywhere_and_keeps_its_rows(filled: Path) -> None:
    before = rows(filled, Filter())
    correct(filled, c.rename(actor(filled, WELTIN), "  Mara   Veltin "))
    found = rows(filled, Filter())
    assert ids(found) == ids(before)
    assert set(found.stances.loc[found.stances["target"] == WELTIN, "target_name"]) == {"Mara Veltin"}
    assert found.quotes.loc[found.quotes["quote_id"] == "q2", "about_names"].iloc[0] == ["Mara Veltin"]
    assert archive.report(filled, "asters").stances[0].target_name == "Mara Veltin"


def test_whoever_joins_a_renamed_actor_later_or_earlier_bears_the_name(filled: Path) -> None:
    correct(filled, c.rename(person(1), "Orla Finch"))
    correct(filled, c.merge(person(0), person(1)))
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))  # in an article that does not have them
    assert {each.name for each in archive.report(filled, "asters").actors if each.id == person(1).id} == {"Orla Finch"}


def test_the_last_of_several_names_counts_and_an_earlier_one_can_be_given_again(filled: Path) -> None:
    for name in ("First", "Second", "First"):
        correct(filled, c.rename(actor(filled, WELTIN), name))
    assert "First" in {each.name for each in archive.report(filled, "asters").actors}
    assert [(kept.correction.into.name, kept.articles) for kept in corrections(filled) if kept.correction.into] == [
        ("Second", 0),
        ("First", 1),
    ]


# ------------------------------------------------------------------ drop


def test_dropped_actor_is_in_no_row_and_its_speech_keeps_the_words_of_the_text(filled: Path) -> None:
    before = rows(filled, Filter())
    correct(filled, c.drop(actor(filled, ASTER)))
    found = rows(filled, Filter())
    assert ASTER not in ids(found)
    assert len(found.quotes) == len(before.quotes)
    own = found.quotes[found.quotes["article_id"] == "asters"].set_index("quote_id")
    assert own.loc["q1", "speaker_name"] == "Lenn Aster"
    assert own["speaker"].isna().all()
    assert own.loc["q3", "about"] == []
    assert set(found.tones.loc[found.tones["article_id"] == "asters", "actor"]) == {WELTIN}
    assert "asters" not in set(found.stances["article_id"])
    report = archive.report(filled, "asters")
    assert report.quotes[1].speaker is None  # the text had not named them


def test_dropped_state_does_not_come_back_as_whom_others_are_read_as(filled: Path) -> None:
    correct(filled, c.drop(actor(filled, OSTRAVIA)))
    assert OSTRAVIA not in ids(rows(filled, Filter(by_state=True)))


# ------------------------------------------------------------------ split


def test_split_name_takes_with_it_what_refers_back_to_it(filled: Path) -> None:
    correct(filled, c.split(actor(filled, ASTER), "Captain Aster", CAPTAIN))
    report = archive.report(filled, "asters")
    theirs = [mention.span for mention in report.mentions if mention.actor == CAPTAIN.id]
    assert theirs == [at("Captain Aster"), at("He", 1)]
    assert [quote.speaker.actor for quote in report.quotes if quote.speaker] == [ASTER, CAPTAIN.id, None]
    assert [stance.holder for stance in report.stances] == [ASTER, CAPTAIN.id, ASTER]
    assert [(tone.actor, tone.voice) for tone in report.tones] == [
        (WELTIN, None), (CAPTAIN.id, None), (WELTIN, CAPTAIN.id),
    ]  # fmt: skip
    assert report.quotes[2].about == (ASTER,)
    named = {each.id: each for each in report.actors}
    assert named[CAPTAIN.id].state == OSTRAVIA
    assert named[CAPTAIN.id].reasons[0].why == "taken from Lenn Aster by hand"


def test_split_in_one_article_leaves_the_others_alone(filled: Path) -> None:
    archive.save(filled, two_asters("other"))
    assert correct(filled, c.split(actor(filled, ASTER), "captain aster", CAPTAIN, article="other")) == 1
    found = rows(filled, Filter()).mentions
    assert set(found.loc[found["actor"] == CAPTAIN.id, "article_id"]) == {"other"}


def test_split_to_an_actor_that_is_there_adds_to_it(filled: Path) -> None:
    correct(filled, c.split(actor(filled, ASTER), "Captain Aster", actor(filled, WELTIN)))
    report = archive.report(filled, "asters")
    assert [each.id for each in report.actors].count(WELTIN) == 1
    assert sum(mention.actor == WELTIN for mention in report.mentions) == 5
    assert [stance.holder for stance in report.stances] == [ASTER, ASTER]  # one of theirs was towards themselves


def test_an_actor_whose_every_name_is_split_off_is_gone(filled: Path) -> None:
    correct(filled, c.split(actor(filled, WELTIN), "Mara Weltin", CAPTAIN))
    assert WELTIN not in ids(rows(filled, Filter()))
    assert WELTIN not in {each.id for each in archive.report(filled, "asters").actors}


# ------------------------------------------------------------------ a new actor


def test_new_actor_is_found_where_nobody_was_seen_and_speaks_there(filled: Path) -> None:
    board = c.by_hand("Nets Board", "organisation", OSTRAVIA, [])
    assert correct(filled, c.new(board, ["The Nets Board"])) == 1
    report = archive.report(filled, "asters")
    assert [mention.span for mention in report.mentions if mention.actor == board.id] == [at("The Nets Board")]
    assert report.quotes[2].speaker == Party(at("The Nets Board"), board.id)
    found = rows(filled, Filter(actors=(board.id,)))
    assert found.mentions["sentence"].iloc[0].startswith("The Nets Board announced")
    assert list(found.quotes["speaker_name"]) == ["Nets Board"]


def test_new_actor_takes_the_mentions_that_bear_its_name(filled: Path) -> None:
    correct(filled, c.new(CAPTAIN, ["Captain Aster", "Mara Weltin"]))
    report = archive.report(filled, "asters")
    assert sum(mention.actor == CAPTAIN.id for mention in report.mentions) == 5
    assert WELTIN not in {each.id for each in report.actors}
    assert report.quotes[1].about == (CAPTAIN.id,)


def test_new_actor_is_not_found_inside_other_words_or_names(filled: Path) -> None:
    kept = archive.report(filled, "asters")
    for n, alias in enumerate(["Nets Boar", "net", "Captain"]):  # “Captain” stands inside “Captain Aster”
        assert correct(filled, c.new(replace(CAPTAIN, id=f"hand:person:{n}"), [alias])) == 0
    assert archive.report(filled, "asters") == kept


def test_new_actors_get_ids_that_nobody_has() -> None:
    first = c.by_hand("Nets Board", "organisation", None, [])
    assert first.id == "hand:organisation:nets-board"
    assert c.by_hand("nets board", "organisation", None, [first.id]).id == "hand:organisation:nets-board-2"


# ------------------------------------------------------------------ all of them


ALL = {
    "merge": [c.merge(person(0), person(1))],
    "rename": [c.rename(person(0), "Orla Finch")],
    "drop": [c.drop(person(0))],
    "split": [c.split(person(0), "Person 00", CAPTAIN)],
    "new": [c.new(CAPTAIN, ["harbour", "Person 03"])],
    "all": [
        c.rename(person(0), "Orla Finch"), c.merge(person(2), person(0)), c.drop(person(5)),
        c.split(person(0), "Person 02", CAPTAIN), c.new(replace(CAPTAIN, id="hand:x"), ["villages"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", ALL)
def test_undone_correction_leaves_rows_reports_and_search_as_they_were(filled: Path, kind: str) -> None:
    before, machine = rows(filled, Filter()), machines_rows(filled)
    reports = [archive.report(filled, id_) for id_ in before.articles["article_id"]]
    found_before = search(filled, "person 00").quotes
    for one in ALL[kind]:
        assert correct(filled, one) > 0 or kind == "all"
        assert machines_rows(filled) == machine
    assert not same(rows(filled, Filter()), before)
    for kept in reversed(corrections(filled)):
        undo(filled, kept.number)
    assert same(rows(filled, Filter()), before)
    assert [archive.report(filled, id_) for id_ in before.articles["article_id"]] == reports
    assert machines_rows(filled) == machine
    pd.testing.assert_frame_equal(search(filled, "person 00").quotes, found_before)
    with reading(filled) as connection:
        assert all(connection.execute(f"SELECT count(*) FROM corrected_{t}").fetchone() == (0,) for t in TWINNED)


@pytest.mark.parametrize("kind", ALL)
def test_articles_read_later_are_corrected_as_those_read_before(path: Path, tmp_path: Path, kind: str) -> None:
    later = tmp_path / "later.sqlite"
    fill(path)
    for one in ALL[kind]:
        correct(path, one)
        correct(later, one)
    fill(later)
    assert same(rows(later, Filter()), rows(path, Filter()))
    assert search(later, "orla").quotes.equals(search(path, "orla").quotes)


def test_article_read_again_stays_corrected(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))
    archive.save(filled, two_asters())
    assert WELTIN not in ids(rows(filled, Filter()))
    assert [kept.articles for kept in corrections(filled)] == [1]


def test_quote_is_found_by_the_corrected_name_of_its_speaker(filled: Path) -> None:
    assert search(filled, "finch").quotes.empty
    correct(filled, c.rename(person(0), "Orla Finch"))
    found = search(filled, "finch").quotes
    assert set(found["speaker_name"]) >= {"Orla Finch"}
    theirs = rows(filled, Filter()).quotes
    assert len(found) == (theirs[["speaker", "addressee"]] == person(0).id).any(axis=1).sum()


def test_identity_tells_the_names_of_both(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, ASTER), actor(filled, WELTIN)))
    found = identity(filled, WELTIN)
    assert set(found.aliases["alias"]) == {"Aster", "Lenn Aster"}
    assert list(found.offices["office"]) == ["Envoy"]
    assert identity(filled, ASTER).aliases.empty


def test_removed_article_takes_its_corrected_rows_with_it_and_leaves_the_correction(filled: Path) -> None:
    correct(filled, c.merge(actor(filled, WELTIN), person(1)))
    archive.remove(filled, "asters")
    assert [kept.articles for kept in corrections(filled)] == [0]
    archive.clear(filled)
    with reading(filled) as connection:
        tables = [f"corrected_{table}" for table in TWINNED] + ["corrected"]
        assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,) for table in tables)


def test_every_table_that_names_an_actor_has_a_twin_of_the_same_columns(filled: Path) -> None:
    correct(filled, c.drop(person(0)))
    with reading(filled) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        columns = {t: [row[1] for row in connection.execute(f"PRAGMA main.table_info({t})")] for t in tables}
    naming = {t for t in tables if {"actor", "holder", "about", "wikidata"} & set(columns[t])}
    assert {t for t in naming if not t.startswith("corrected")} == set(TWINNED)
    assert all(columns[t] == columns[f"corrected_{t}"] for t in TWINNED)


def test_actor_of_full_report_survives_every_field(path: Path) -> None:
    archive.save(path, full_report())
    archive.save(path, plain_report(0))
    correct(path, c.merge(actor(path, VELTIN), person(0)))
    report = archive.report(path, "full")
    assert VELTIN not in repr(report)
    expected = repr(full_report().quotes).replace(VELTIN, person(0).id)
    assert repr(report.quotes) == expected
