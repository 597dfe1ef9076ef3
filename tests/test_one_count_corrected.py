"""Corrected actors are the same in every chart, drawer, export, report and search."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from onrecord.export import to_jsonl
from onrecord.records import Actor
from onrecord.store import archive, figures
from onrecord.store import corrections as c
from onrecord.store.correcting import correct
from onrecord.store.frames import Filter, rows
from onrecord.store.search import search
from tests.store.corrected_corpus import person, two_asters
from tests.store.invented import plain_report
from tests.test_one_count import FIGURES, FILTERS, test_figure_drawer_and_export_agree

__all__ = ["test_figure_drawer_and_export_agree"]  # runs here once more, over the corrected archive

MERGED, KEPT, DROPPED, RENAMED, SPLIT = (person(nth) for nth in (0, 7, 1, 2, 3))
HAND = Actor("hand:person:orla-finch", "Orla Finch", "person", state="or-state-1")
GONE = {one.id for one in (MERGED, DROPPED, SPLIT)}
STALE = {one.name for one in (MERGED, DROPPED, RENAMED, SPLIT)}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corrected") / "mine.sqlite"
    archive.save(path, two_asters())
    for n in range(6):
        archive.save(path, plain_report(10 * n, outlet=f"Demo Outlet {n % 3}"))
    for one in (
        c.merge(MERGED, KEPT), c.drop(DROPPED), c.rename(RENAMED, "Tam Orell"), c.split(SPLIT, SPLIT.name, HAND),
    ):  # fmt: skip
        assert correct(path, one) > 0
    for n in range(6, 12):
        archive.save(path, plain_report(10 * n, outlet=f"Demo Outlet {n % 3}"))
    return path


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("chosen", FILTERS)
def test_no_figure_names_whoever_has_been_corrected_away(filled: Path, chosen: str, figure: str) -> None:
    table = FIGURES[figure][1](rows(filled, FILTERS[chosen]))
    words = {str(cell) for name in table.columns for cell in table[name]}
    assert words & (GONE | STALE) == set()


def test_no_row_names_whoever_has_been_corrected_away_but_in_the_words_of_the_text(filled: Path) -> None:
    found = rows(filled, Filter())
    for frame in (found.mentions, found.quotes, found.tones, found.stances):
        named = [name for name in frame.columns if name.removesuffix("_name") in (
            "actor", "speaker", "addressee", "via", "about", "voice", "holder", "target")]  # fmt: skip
        cells = frame[named].map(lambda cell: cell if isinstance(cell, list) else [cell]).to_numpy().ravel()
        assert {each for cell in cells for each in cell} & GONE == set()
    quotes = found.quotes[found.quotes["speaker_name"].isin(STALE)]
    assert set(quotes["speaker_name"]) == {DROPPED.name}  # as the text has it, and nobody's
    assert quotes["speaker"].isna().all()


def test_reports_count_what_the_rows_count(filled: Path) -> None:
    found = rows(filled, Filter())
    reports = [archive.report(filled, id_) for id_ in found.articles["article_id"]]
    counts = {
        "mentions": Counter(mention.actor for report in reports for mention in report.mentions),
        "tones": Counter(tone.actor for report in reports for tone in report.tones),
        "holders": Counter(stance.holder for report in reports for stance in report.stances),
        "speakers": Counter(q.speaker.actor for report in reports for q in report.quotes if q.speaker),
    }
    for name, column in (
        ("mentions", found.mentions["actor"]), ("tones", found.tones["actor"]),
        ("holders", found.stances["holder"]), ("speakers", found.quotes["speaker"]),
    ):  # fmt: skip
        counted = Counter(column.dropna())
        assert counted == {actor: n for actor, n in counts[name].items() if actor}, name
    names = {actor.id: actor.name for report in reports for actor in report.actors}
    assert names[RENAMED.id] == "Tam Orell"
    assert not GONE & names.keys()
    exported = to_jsonl(reports).decode()
    assert all(f'"{gone}"' not in exported for gone in GONE)


def test_number_of_actors_of_an_article_is_that_of_its_report(filled: Path) -> None:
    found = rows(filled, Filter()).articles.set_index("article_id")["n_actors"]
    counted = {id_: sum(a.kind != "place" for a in archive.report(filled, id_).actors) for id_ in found.index}
    assert found.to_dict() == counted


def test_search_names_speakers_as_the_charts_do(filled: Path) -> None:
    found = search(filled, "tam orell").quotes
    assert len(found)
    charted = figures.quoted_by_outlet(rows(filled, Filter())).set_index("speaker")["speaker_name"]
    known = found.dropna(subset="speaker").drop_duplicates("speaker").set_index("speaker")["speaker_name"]
    pd.testing.assert_series_equal(known.sort_index(), charted[~charted.index.duplicated()][known.index].sort_index())


def test_a_filter_for_an_actor_by_hand_keeps_their_rows_in_every_table(filled: Path) -> None:
    every, found = rows(filled, Filter()), rows(filled, Filter(actors=(HAND.id,)))
    assert len(found.mentions) == (every.mentions["actor"] == HAND.id).sum() > 0
    assert len(found.tones) == (every.tones[["actor", "voice"]] == HAND.id).any(axis=1).sum() > 0
    assert len(found.stances) == (every.stances[["holder", "target"]] == HAND.id).any(axis=1).sum() > 0
    state = rows(filled, Filter(by_state=True)).mentions
    assert HAND.id not in set(state["actor"])
