"""Who an actor is taken to be, over the whole archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from onrecord import records as r
from onrecord.store import archive
from onrecord.store.identity import identity
from tests.store.invented import ACTORS, KEEL, OSTRAVIA, VELTIN, full_report


def in_office(article_id: str, day: date, office: str | None, *aliases: str) -> r.Report:
    whole = full_report(article_id)
    veltin = replace(ACTORS[0], office=office, reasons=tuple(r.Reason(alias, "last name") for alias in aliases))
    return replace(whole, article=replace(whole.article, published=day, written=None), actors=(veltin, *ACTORS[1:]))


def test_offices_come_with_their_days_newest_first_and_aliases_with_their_articles(path: Path) -> None:
    archive.save(path, in_office("a", date(2022, 1, 1), "President", "Veltin"))
    archive.save(path, in_office("b", date(2022, 3, 1), "President", "Veltin", "M. Veltin"))
    archive.save(path, in_office("c", date(2022, 5, 1), "Envoy"))
    archive.save(path, in_office("d", date(2022, 6, 1), None))
    found = identity(path, VELTIN)
    assert found.offices.to_numpy().tolist() == [
        ["Envoy", pd.Timestamp(2022, 5, 1), pd.Timestamp(2022, 5, 1), 1],
        ["President", pd.Timestamp(2022, 1, 1), pd.Timestamp(2022, 3, 1), 2],
    ]
    assert found.aliases.to_numpy().tolist() == [["Veltin", "last name", 2], ["M. Veltin", "last name", 1]]
    assert found.wikidata is None
    assert identity(path, OSTRAVIA).wikidata == "Q999999901"


def test_an_actor_without_office_or_of_no_article_has_empty_tables(path: Path) -> None:
    archive.save(path, full_report())
    for actor in (KEEL, "nobody"):
        found = identity(path, actor)
        assert list(found.offices.columns) == ["office", "first", "last", "articles"]
        assert list(found.aliases.columns) == ["alias", "why", "articles"]
        assert found.offices.empty
        assert found.aliases.empty
