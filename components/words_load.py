"""What the Load page says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from components import words
from components.plain import line
from onrecord.limits import (
    ARCHIVE_ARTICLES_HOSTED,
    ARTICLE_CHARACTERS,
    BATCH_ARTICLES_HOSTED,
    MEGABYTE,
    UPLOAD_BYTES,
)
from onrecord.records import Article, Report

TITLE: Final = "Load articles"
PROMISE: Final = (
    "What you load goes into your own collection, “Mine”, and stays on this machine: nothing is sent anywhere. "
    "It can be removed for good at any time."
)
PROMISE_HOSTED: Final = (
    "What you load goes into your own collection, “Mine”, on the server that runs this demo. No other visitor sees it, "
    "and it is deleted when your visit ends. To keep articles, run On Record on your own machine."
)

# ---- what to load --------------------------------------------------------------------------------------------------
WAY: Final = "How"
WAYS: Final = {"paste": "Paste a text", "files": "Choose files", "folder": "Choose a folder"}
STATED: Final = "Date and outlet, where the text does not say"
STATED_HELP: Final = (
    "Both may stay empty. They are used for articles that state none themselves. The date decides who “the president” "
    "is; without one, offices are resolved only where the text tells when it was written."
)
OUTLET: Final = "Outlet (optional)"
OUTLET_PLACEHOLDER: Final = "Newspaper, agency or site"
DATE: Final = "Date of the text (optional)"
PASTE: Final = "Text of one article"
PASTE_PLACEHOLDER: Final = "Paste the article here, headline and all. Remains of the web page around it do no harm."
HEADLINE: Final = "Title (optional)"
HEADLINE_PLACEHOLDER: Final = "Looked for in the text"
VERBATIM: Final = "Take the text exactly as it is"
VERBATIM_HELP: Final = (
    "Leaves out the repair: glued words stay glued, and menus, “See also” lines and doubled headlines stay in. "
    "Repairs can also be undone later, one by one, on the article's page."
)
FILES: Final = "Files: plain text, Markdown with front matter, or JSON lines; several at once"
FOLDER: Final = "A folder of such files"
READ_PASTED: Final = "Read this text"
READ_FILES: Final = "Read these files"
NOTHING_GIVEN: Final = "There is nothing to read yet: paste a text first."

# ---- while it runs -------------------------------------------------------------------------------------------------
OPENING: Final = "Opening {name}: {n} found so far"
STARTING: Final = "Getting the reader ready. This takes a few seconds, once."
READING: Final = "Reading {done} of {total}: {name}"
STOP: Final = "Stop"
MEANWHILE: Final = "Each article is kept as soon as it has been read. Stopping loses nothing."
STOPPED: Final = "Stopped. What has been read is kept."
TROUBLE: Final = "The reading cannot start. {why}"
GO_ON: Final = "Go on"
DROP_REST: Final = "Leave the rest out"

# ---- what came of it -----------------------------------------------------------------------------------------------
RESULT: Final = "What came of it"
OUTCOMES: Final = {
    "refused": "refused",
    "stored": "stored, not analysed",
    "known": "already there",
    "again": "read again",
    "loaded": "loaded",
}
HEADINGS: Final = {"outcome": "Outcome", "name": "Article or file", "told": "What was found, or why not"}
TICK: Final = "Tick a row to open the article."
OPEN: Final = "Read “{title}”"
OPEN_MINE: Final = "See all of them on the Overview"
FORGET: Final = "Clear this list"
NOTHING_FOUND: Final = "There was no article in it."
KNOWN: Final = "The same text from the same outlet and day is in your collection already; nothing was done twice."
TOO_MANY: Final = "not loaded: too many at once"
TOO_MANY_DETAIL: Final = (
    f"A visitor of this public demo may load {BATCH_ARTICLES_HOSTED} articles at once. Those before this one are kept; "
    "load the rest in another go, or run On Record on your own machine."
)
NOT_KEPT: Final = "not kept"

# ---- removal -------------------------------------------------------------------------------------------------------
REMOVE_ALL: Final = "Remove all of my articles for good"
REMOVE_ALL_TITLE: Final = "Remove all of your articles?"
REMOVE_ALL_YES: Final = "Remove them for good"
KEEP: Final = "Keep them"
REMOVED_ALL: Final = "All of your articles were removed for good."

LIMITS: Final = (
    f"Up to {UPLOAD_BYTES // MEGABYTE} MB a file and {ARTICLE_CHARACTERS:,} characters an article. Only English is "
    "analysed; a text in another language is stored, shown and marked as not analysed."
)
LIMITS_HOSTED: Final = (
    f" On this public demo also up to {BATCH_ARTICLES_HOSTED} articles at once and {ARCHIVE_ARTICLES_HOSTED} in all."
)


def read_all(n: int) -> str:
    """How many are waiting."""
    return f"{words.counted(n, 'article')} not read yet."


def name_of(article: Article) -> str:
    """What an article is called while it is loaded: its title; without one, where it comes from and how it begins."""
    return article.title or ": ".join(part for part in (article.origin, line(article.text, 60)) if part)


def found_in(report: Report) -> str:
    """What was found in an article, in a line, with what to be careful about."""
    actors = sum(actor.kind != "place" for actor in report.actors)
    unsure = sum(stance.position == "abstained" for stance in report.stances)
    found = ", ".join(
        words.counted(n, noun)
        for n, noun in ((actors, "actor"), (len(report.quotes), "quote"), (len(report.stances) - unsure, "stance"))
    ) + (f" ({unsure} more too unclear to call)" if unsure else "")
    return " ".join([f"{found}.", *report.cautions]) if report.article.language == "en" else " ".join(report.cautions)


def summary(counts: Mapping[str, int]) -> str:
    """12 loaded, 3 already there, 2 refused."""
    return ", ".join(f"{counts[key]} {OUTCOMES[key]}" for key in reversed(OUTCOMES) if counts.get(key)) + "."


def remove_all_sure(n: int) -> str:
    """What removing means."""
    return (
        f"{words.counted(n, 'article')} and everything found in them will be deleted from this machine. "
        "They cannot be brought back, only loaded again. The demo articles stay."
    )
