"""The sentences of the Outlets page; what it shares with others is in words.py, the verbs are in words_quotes.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from components.words import counted

if TYPE_CHECKING:
    from pandas import DataFrame

INTRO: Final = (
    "Outlets set beside each other: with which verbs they report what is said, whom they quote, and how they "
    "themselves speak of an actor. They report different events, so a difference may lie in what happened."
)
FEWER: Final = "The {n} outlets with the most articles of {every}. Choose others under Outlets at the left."

QUOTED_TITLE: Final = "Whom each outlet quotes, and whom not"
QUOTED_KEY: Final = (
    "In each box: how many quotes of the one at the left the outlet above brings; darker: a larger share of its "
    "quotes. No box: not quoted there at all."
)
QUOTED_LEGEND: Final = "share of the outlet's quotes"
QUOTED_BEHIND: Final = "{speaker_name}, quoted by {outlet_name}"
NO_QUOTED: Final = "No quote with a speaker was found under these filters."

TONE_TITLE: Final = "How each outlet speaks of an actor"
TONE_HELP: Final = (
    "The outlets' own words alone: what stands in quotes has its speaker's tone and is left out. From −1 (negative) to "
    "+1 (positive), as an average reader would take the passage. Passages too unclear to call are in no mean and are "
    "counted apart."
)
OF_WHOM: Final = "Of whom"
NO_TONE: Final = "The outlets speak of nobody in words of their own under these filters."
TONE_ENDS: Final = "◀ negative · positive ▶"
TONE_SCALE: Final = "−1 negative · +1 positive"
TONE_BEHIND: Final = "How {outlet_name} speaks of {actor_name}"
TONE_TIME_TITLE: Final = "The same over time"
TONE_TIME_LAST: Final = "The last {n} of {every} periods. Choose dates at the left to see others."
NO_TONE_TIME: Final = "None of these passages stands in an article with a date."
TONE_WHEN_BEHIND: Final = "How {outlet_name} speaks of {actor_name}, {when}"


def quoted_tip(row: Mapping[str, Any]) -> str:
    """On hover over a box."""
    return f"{row['outlet_name']} quotes {row['speaker_name']} {counted(row['n'], 'time')}: {row['share']:.0%} of its quotes"


def quoted_alt(figure: DataFrame) -> str:
    """Who is quoted by whom, for a screen reader."""
    most = figure.sort_values("n", ascending=False).head(6)
    told = "; ".join(f"{row.outlet_name} quotes {row.speaker_name} {row.n}" for row in most.itertuples())
    return f"A table of speakers by outlet with the number of quotes in each box. Most: {told}."


def tone_tip(row: Mapping[str, Any]) -> str:
    """On hover over an outlet's tone."""
    when = f", {row['when']}" if "when" in row else ""
    return f"{row['outlet_name']} on {row['actor_name']}{when}: {row['told']}"


def tone_alt(figure: DataFrame) -> str:
    """The tone by outlet, for a screen reader."""
    told = "; ".join(f"{row.outlet_name}: {row.printed}" for row in figure.itertuples())
    return f"Points on a scale from minus one, negative, to plus one, positive, with 95% intervals. {told}."


def tone_time_alt(figure: DataFrame) -> str:
    """The tone by outlet and period, for a screen reader."""
    told = "; ".join(f"{row.outlet_name}, {row.when}: {row.printed}" for row in figure.head(12).itertuples())
    return f"A table of outlets by period with the mean tone, its interval and n in each box. {told}."
