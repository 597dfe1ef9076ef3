"""The rows that every chart, drawer and export is made of, under one filter: so that their counts agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from onrecord.limits import MINIMUM_N
from onrecord.store.columns import (
    ARTICLES,
    FROM_QUOTES,
    MENTION_COLUMNS,
    MENTIONS,
    PLACE,
    QUOTE_COLUMNS,
    QUOTES,
    STANCE_COLUMNS,
    STANCES,
    TONE_COLUMNS,
    TONES,
    read,
)
from onrecord.store.connection import reading
from onrecord.store.who import Who, involve

Collection = Literal["demo", "mine"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader chose to see; an empty choice leaves nothing out.

    `start` and `end` are both included, and leave out articles without a day. `actors` keeps the rows in which
    one of them has any part, and the articles of those rows. `issue` keeps the stances on it, the quotes that
    these rest on, and the articles they stand in with their mentions and tones. `by_state` reads persons,
    organisations and unnamed sources as the state they belong to, in every role.
    """

    collection: Collection = "demo"
    start: date | None = None
    end: date | None = None
    outlets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    issue: str | None = None
    minimum_n: int = MINIMUM_N
    by_state: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Five tables, each row with its article_id, outlet, day and title; columns.py names the other columns."""

    articles: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    tones: pd.DataFrame
    stances: pd.DataFrame


def rows(path: Path, chosen: Filter) -> Rows:
    """The archive's rows that the filter keeps. Abstained rows are among them; places, which do not act, are not."""
    with reading(path) as connection:
        connection.execute("BEGIN")  # one moment for all five tables
        every = read(connection, "articles", ARTICLES, None)
        articles = every[_in_days_and_outlets(every, chosen)].reset_index(drop=True)
        numbers = None if len(articles) == len(every) else articles["n"].tolist()
        who = Who(connection, chosen.by_state)
        found = Rows(
            articles,
            _mentions(read(connection, "mentions", MENTIONS, numbers), who, chosen.actors),
            _quotes(read(connection, FROM_QUOTES, QUOTES, numbers), who, chosen.actors),
            _tones(read(connection, "tones", TONES, numbers), who, chosen.actors),
            _stances(read(connection, "stances", STANCES, numbers), who, chosen.actors),
        )
    if chosen.issue:
        found = _on_issue(found, chosen.issue)
    if chosen.actors or chosen.issue:
        found = replace(found, articles=_mentioned_below(found))
    return _placed(found)


def outlets(path: Path) -> list[str]:
    """The outlets of an archive, for the reader to choose from."""
    with reading(path) as connection:
        return [name for (name,) in connection.execute("SELECT DISTINCT outlet FROM articles ORDER BY outlet")]


def _in_days_and_outlets(articles: pd.DataFrame, chosen: Filter) -> pd.Series[bool]:
    kept = pd.Series(True, index=articles.index)
    if chosen.start:
        kept &= articles["day"] >= pd.Timestamp(chosen.start)
    if chosen.end:
        kept &= articles["day"] <= pd.Timestamp(chosen.end)
    if chosen.outlets:
        kept &= articles["outlet"].isin(chosen.outlets)
    return kept


def _mentions(frame: pd.DataFrame, who: Who, actors: tuple[str, ...]) -> pd.DataFrame:
    frame = frame[who.kinds(frame["actor"]) != "place"]
    actor = who.read_as(frame["actor"])
    given = frame.assign(
        actor=actor, actor_name=who.names(actor), kind=who.kinds(actor), state=who.states(actor), was=frame["actor"]
    )
    return _with_part(given, actors, ["actor", "was"])


def _quotes(frame: pd.DataFrame, who: Who, actors: tuple[str, ...]) -> pd.DataFrame:
    """A party that is no actor (*reporters*) is named by the words of the text and has no id."""
    speaker, addressee = who.read_as(frame["speaker"]), who.read_as(frame["addressee"])
    about = [who.all_read_as(ids) for ids in frame["about"]]
    via = [[who.all_read_as([id_])[:1] for id_, _ in parties if id_] for parties in frame["via"]]
    relays = [[who.name(ids[0]) for ids in each if ids] for each in via]
    unnamed = [[words for id_, words in parties if not id_] for parties in frame["via"]]
    given = frame.assign(
        speaker=speaker,
        speaker_name=who.names(speaker).fillna(frame["speaker_text"]),
        addressee=addressee,
        addressee_name=who.names(addressee).fillna(frame["addressee_text"]),
        via=_lists([id_ for ids in each for id_ in ids] for each in via),
        via_names=_lists(named + words for named, words in zip(relays, unnamed, strict=True)),
        about=_lists(about),
        about_names=_lists([who.name(id_) for id_ in ids] for ids in about),
        was_speaker=frame["speaker"],
        was_addressee=frame["addressee"],
        was_about=frame["about"],
        was_via=_lists([id_ for id_, _ in parties] for parties in frame["via"]),
    )
    single = ["speaker", "addressee", "was_speaker", "was_addressee"]
    return _with_part(given, actors, single, ["about", "via", "was_about", "was_via"])


def _tones(frame: pd.DataFrame, who: Who, actors: tuple[str, ...]) -> pd.DataFrame:
    frame = frame[who.kinds(frame["actor"]) != "place"]
    actor, voice = who.read_as(frame["actor"]), who.read_as(frame["voice"])
    given = frame.assign(
        actor=actor,
        actor_name=who.names(actor),
        kind=who.kinds(actor),
        state=who.states(actor),
        voice=voice,
        voice_name=who.names(voice),
        was=frame["actor"],
        was_voice=frame["voice"],
    )
    return _with_part(given, actors, ["actor", "voice", "was", "was_voice"])


def _stances(frame: pd.DataFrame, who: Who, actors: tuple[str, ...]) -> pd.DataFrame:
    holder, target = who.read_as(frame["holder"]), who.read_as(frame["target"])
    is_actor = who.knows(frame["target"])
    given = frame.assign(
        holder=holder,
        holder_name=who.names(holder),
        holder_kind=who.kinds(holder),
        target=target,
        target_name=who.names(target).where(is_actor, _newest_names(frame)),
        target_kind=is_actor.map({True: "actor", False: "issue"}).astype("str"),
        was_holder=frame["holder"],
        was_target=frame["target"],
    )
    return _with_part(given, actors, ["holder", "target", "was_holder", "was_target"])


def _with_part(
    frame: pd.DataFrame, actors: tuple[str, ...], single: list[str], many: list[str] | None = None
) -> pd.DataFrame:
    """The rows in which one of the actors has a part, under its own id or the one it is read as."""
    return frame[involve(frame, actors, single, many or [])] if actors else frame


def _newest_names(stances: pd.DataFrame) -> pd.Series[Any]:
    """The name last given to each target: an issue that was renamed in data/ stays one issue."""
    return stances.groupby("target", sort=False)["target_name"].transform("last")


def _on_issue(found: Rows, issue: str) -> Rows:
    stances = found.stances[found.stances["target"] == issue]
    rests_on = pd.MultiIndex.from_frame(stances[["n", "quote_id"]])
    quotes = found.quotes[pd.MultiIndex.from_frame(found.quotes[["n", "quote_id"]]).isin(rests_on)]
    mentions, tones = (frame[frame["n"].isin(stances["n"])] for frame in (found.mentions, found.tones))
    return Rows(found.articles, mentions, quotes, tones, stances)


def _mentioned_below(found: Rows) -> pd.DataFrame:
    """The articles of which some other row is kept."""
    numbers = pd.concat([frame["n"] for frame in (found.mentions, found.quotes, found.tones, found.stances)])
    return found.articles[found.articles["n"].isin(numbers)]


def _placed(found: Rows) -> Rows:
    """Every row with its article's id, outlet, day and title in front, and the columns that were asked for."""
    place = found.articles.set_index("n")[list(PLACE)]

    def put(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
        front = place.take(place.index.get_indexer(pd.Index(frame["n"]))).reset_index(drop=True)
        return pd.concat([front, frame[list(columns)].reset_index(drop=True)], axis=1)

    return Rows(
        articles=found.articles.drop(columns="n").reset_index(drop=True),
        mentions=put(found.mentions, MENTION_COLUMNS),
        quotes=put(found.quotes, QUOTE_COLUMNS),
        tones=put(found.tones, TONE_COLUMNS),
        stances=put(found.stances, STANCE_COLUMNS),
    )


def _lists(values: Iterable[list[str]]) -> pd.Series[Any]:
    return pd.Series(list(values), dtype="object")
