"""The sentences of the Quotes page and of the charts of reporting verbs; what they share is in words.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from components import words
from components.words import counted

if TYPE_CHECKING:
    from pandas import DataFrame

SEARCH: Final = "Search the quotes"
SEARCH_HINT: Final = "words, or “a phrase”"
SEARCH_HELP: Final = (
    "Finds quotes that hold every word, in any order. Words between quotation marks are a phrase; a word that "
    "ends in * stands for all that begin so."
)
SEARCH_STOPPED: Final = "The search took too long and was stopped: something may be missing. Use more, or rarer, words."
SEARCH_FULL: Final = "More than {most} quotes hold these words, and only the best {most} are looked at. Use more words."
SPEAKER: Final = "Who speaks"
ADDRESSEE: Final = "To whom"
ANYBODY: Final = "Anybody"
CLAIM: Final = "How it was said"
ANY_CLAIM: Final = "In any way"
CLAIM_HELP: Final = (
    "What the speaker does with the words: asserts, denies, threatens, demands, promises, asks, or declines to say. "
    "A warning of something the speaker does not control counts as asserted."
)
VERB: Final = "Verb"
ANY_VERB: Final = "Any verb"
VERB_HELP: Final = "The word with which the outlet reports it, in its basic form: say, claim, admit, insist."
KIND: Final = "Whose words"
ANY_KIND: Final = "Any"
KIND_HELP: Final = (
    "Word for word: all of it stands between quotation marks. Partly: some of it. In the outlet's words: none."
)
SURE: Final = "At least this sure"
SURE_HELP: Final = (
    "How sure the program is that this was said, by this speaker, in these bounds. Of quotes at 90 %, about nine in "
    "ten are right."
)
ONLY: Final = "Only"
ONLY_WHICH: Final = {"relayed": "Relayed by somebody", "unknown": "No speaker found"}
CLEAR: Final = "Clear these"
QUOTE_KINDS: Final = {"direct": "word for word", "mixed": "partly word for word", "indirect": "in the outlet's words"}
SPEAKERS_TITLE: Final = "Who is quoted most"
NO_SPEAKERS: Final = "No speaker was found for any of these quotes."
NO_SUCH_QUOTE: Final = "No quote fits. Use fewer words, or clear what narrows the list above or at the left."
SPEAKER_BEHIND: Final = "Quotes of {name}"
BACK: Final = "Back to the list of quotes"


def quotes_listed(quotes: int, articles: int) -> str:
    """Above the table of quotes."""
    return (
        f"{counted(quotes, 'quote')} in {counted(articles, 'article')}, newest first. "
        "Tick one to open its article there; the rule that found it is told beside it."
    )


def speakers_tip(row: Mapping[str, Any]) -> str:
    """On hover over a bar of quotes."""
    return f"{row['speaker_name']}: {counted(row['n'], 'quote')} {row['kind']}"


def speakers_alt(figure: DataFrame) -> str:
    """Who is quoted most, for a screen reader."""
    totals = figure.groupby("speaker_name", sort=False)["n"].sum()
    return "Bars of quotes by speaker, split by kind. " + "; ".join(f"{name} {n}" for name, n in totals.items()) + "."


# ---- verbs of distance ---------------------------------------------------------------------------------------------
DISTANCES: Final = {
    "neutral": "said (neutral)",
    "distancing": "claimed (not vouching)",
    "factive": "admitted (taken as true)",
    "emphatic": "insisted (with force)",
    "none": "no such verb",
}
DISTANCE_TITLE: Final = "With which verbs the outlets report it"
DISTANCE_HELP: Final = (
    "A reporting verb tells how an outlet holds what it reports: “said” leaves it open, “claimed” keeps a distance, "
    "“admitted” takes it as true, “insisted” tells with what force it was said. Which verb is of which kind stands in "
    "data/reporting_verbs.yaml. The verb may be the speaker's own deed (“accused”, “warned”) as well as the outlet's "
    "choice: open the sentences before you conclude anything."
)
DISTANCE_KEY: Final = (
    "Each bar is all quotes of one outlet, whose number n stands beside its name; the figures in the bar are numbers "
    "of quotes. “Said” stands for all neutral verbs, “claimed” for accused, alleged and their like, “admitted” for "
    "confirmed, revealed, “insisted” for warned, stressed. No such verb: “according to”, a colon."
)
DISTANCE_AXIS: Final = "share of the outlet's quotes"
DISTANCE_BEHIND: Final = "{outlet_name}, {distance_name}: quotes reported so"
VERB_BEHIND: Final = "{outlet_name}: quotes reported with “{verb}”"
VERBS_TITLE: Final = "Verb by verb"


def name_with_n(name: str, n: int) -> str:
    """A name beside a bar, with how many quotes the bar holds."""
    return f"{name}  n {n}"


def distance_tip(row: Mapping[str, Any]) -> str:
    """On hover over a part of a bar."""
    of_all = f"{row['share']:.0%} of {counted(row['total'], 'quote')}"
    return f"{row['outlet_name']}, {row['distance_name']}: {counted(row['n'], 'quote')}, {of_all}"


def distance_alt(figure: DataFrame) -> str:
    """The verbs of distance, for a screen reader."""
    told = "; ".join(f"{row.outlet_name}, {row.distance_name}: {row.n}" for row in figure.itertuples())
    return f"Bars of quotes by outlet, split by how the reporting verb holds them. {told}."


def verbs_listed(n: int) -> str:
    """Above the table of verbs."""
    return f"{counted(n, 'verb and outlet', 'verbs by outlet')}, the most frequent first. {words.AS_TABLE_HELP}"
