"""What setting an actor aside, splitting a name off and adding an actor change, in every table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.records import Party
from onrecord.store import archive
from onrecord.store import corrections as c
from onrecord.store.correcting import correct
from onrecord.store.frames import Filter, rows
from tests.store.corrected_corpus import (
    ASTER,
    CAPTAIN,
    OSTRAVIA,
    WELTIN,
    actor,
    at,
    ids,
    two_asters,
)

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
