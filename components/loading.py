"""Loading, a step at a time: nothing already taken is lost when a later article fails, or when the reader stops.

Each step is short and asks nothing of the screen, so a stop falls between two steps and never inside one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from components import words_load
from onrecord.errors import OnRecordError
from onrecord.records import Article, Provenance, Refusal, Report
from onrecord.store import archive

Came = Literal["refused", "stored", "known", "again", "loaded"]
Found = Article | Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article, or of a file that held none."""

    name: str
    came: Came
    told: str
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads an article, as which version, and the archive that keeps it; `there` is what it holds already."""

    path: Path
    there: dict[str, Provenance]
    made_by: Provenance
    read: Callable[[Article], Report | Refusal]


@dataclass(slots=True)
class Loading:
    """What is still to be opened, what is still to be read, and what came of the rest.

    `rounds` counts how often something was kept, which empties the fields of the page for the next time: a text that
    was refused stays in its field. `in_hand` counts the articles being read at this moment: a run of the page that
    was stopped finishes its own while the next run has begun.
    """

    sources: list[tuple[str, Iterator[Found]]] = field(default_factory=list)
    waiting: list[Article] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    taken: int = 0
    in_hand: int = 0
    begun: bool = False
    stopped: bool = False
    trouble: str = ""
    rounds: int = 0

    @property
    def busy(self) -> bool:
        """Whether anything is left to do."""
        return bool(self.sources or self.waiting)


def begin(loading: Loading, sources: Iterable[tuple[str, Iterator[Found]]]) -> None:
    """Queue sources, each a name and what it holds, and forget what came of the last ones."""
    loading.sources += sources
    loading.outcomes.clear()
    loading.taken, loading.begun = 0, True
    go_on(loading)


def go_on(loading: Loading) -> None:
    """Take up what is left."""
    loading.stopped, loading.trouble = False, ""


def stop(loading: Loading, trouble: str = "") -> None:
    """Leave what is left for later, because the reader wants it or because of some trouble."""
    loading.stopped, loading.trouble = True, trouble


def finish(loading: Loading) -> None:
    """Empty the fields of the page if anything in them was kept."""
    loading.rounds += any(outcome.article_id for outcome in loading.outcomes)


def forget(loading: Loading) -> None:
    """Clear the list of what came of the last ones."""
    loading.outcomes.clear()
    loading.begun = False


def drop_rest(loading: Loading) -> None:
    """Leave out what has not been read."""
    loading.sources.clear()
    loading.waiting.clear()
    finish(loading)


def open_next(loading: Loading, most: int | None) -> None:
    """Take one article or refusal from the first source; past `most` articles the rest is refused."""
    name, source = loading.sources[0]
    found = next(source, None)
    if found is None:
        loading.sources.pop(0)
    elif isinstance(found, Refusal):
        loading.outcomes.append(_refused(found))
    elif most is not None and loading.taken >= most:
        loading.sources.clear()
        loading.outcomes.append(Outcome(name, "refused", f"{words_load.TOO_MANY}. {words_load.TOO_MANY_DETAIL}"))
    else:
        loading.taken += 1
        loading.waiting.append(found)


def read_next(loading: Loading, reader: Reader) -> None:
    """Read the first article that waits, and keep it."""
    article = loading.waiting.pop(0)  # first, so that one which fails in an unforeseen way never blocks the rest
    loading.in_hand += 1
    try:
        loading.outcomes.append(_read(article, reader))
    finally:
        loading.in_hand -= 1


def _read(article: Article, reader: Reader) -> Outcome:
    name = words_load.name_of(article)
    there = reader.there.get(article.id)
    if there == reader.made_by:
        return Outcome(name, "known", words_load.KNOWN, article.id)
    report = reader.read(article)
    if isinstance(report, Refusal):
        return _refused(report)
    try:
        archive.save(reader.path, report)
    except OnRecordError as error:
        return Outcome(name, "refused", f"{words_load.NOT_KEPT}: {error}.")
    reader.there[article.id] = report.made_by
    came: Came = "stored" if article.language != "en" else "again" if there else "loaded"
    return Outcome(name, came, words_load.found_in(report), article.id)


def _refused(refusal: Refusal) -> Outcome:
    return Outcome(refusal.name, "refused", f"{refusal.reason}. {refusal.detail}".removesuffix(" "))
