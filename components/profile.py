"""What the reports say of an actor beyond the tables: offices held, the Wikidata id, and why names are one actor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from components.rows import KEPT_FOR_ALL, KEPT_FOR_ONE, Stamp, stamp
from components.session import DEMO, archive
from onrecord.store.archive import report
from onrecord.store.frames import Filter

ARTICLES_READ = 30  # the newest articles of an actor tell its names; reading more would slow the page


@dataclass(frozen=True, slots=True)
class Profile:
    """Offices as the articles' dates make them, newest first; and the reason for each name."""

    offices: list[str]
    wikidata: str | None
    names: dict[str, str]


def profile_of(chosen: Filter, actor: str, mentions: pd.DataFrame) -> Profile:
    """The profile, from the newest articles under the filter that mention the actor."""
    path = archive(chosen.collection)
    own = mentions[mentions["actor"] == actor].drop_duplicates("article_id")
    newest = own.sort_values("day", ascending=False, kind="stable").head(ARTICLES_READ)
    read = _of_demo if chosen.collection == DEMO else _of_own
    return read(str(path), stamp(path), actor, tuple(newest["article_id"]))


@st.cache_data(max_entries=KEPT_FOR_ALL, show_spinner=False)
def _of_demo(path: str, stamp: Stamp, actor: str, articles: tuple[str, ...]) -> Profile:
    return _read(path, actor, articles)


@st.cache_data(max_entries=KEPT_FOR_ONE, scope="session", show_spinner=False)
def _of_own(path: str, stamp: Stamp, actor: str, articles: tuple[str, ...]) -> Profile:
    return _read(path, actor, articles)


def _read(path: str, actor: str, articles: tuple[str, ...]) -> Profile:
    offices: list[str] = []
    wikidata: str | None = None
    names: dict[str, str] = {}
    for article_id in articles:
        for found in report(Path(path), article_id).actors:
            if found.id != actor:
                continue
            wikidata = wikidata or found.wikidata
            if found.office and found.office not in offices:
                offices.append(found.office)
            for reason in found.reasons:
                names.setdefault(reason.alias, reason.why)
    return Profile(offices, wikidata, names)
