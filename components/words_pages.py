"""The sentences of the Overview, Actors, Who on whom, Stance and Quotes; what they share with others is in words.py."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from components.words import counted

if TYPE_CHECKING:
    from pandas import DataFrame

# ---- the Overview --------------------------------------------------------------------------------------------------
SIZE_HELP: Final = {
    "articles": "Articles under the filters at the left.",
    "actors": "People, states, organisations and groups that are named. Unnamed sources (“a senior official”) are not counted here.",
    "quotes": "Anything that a source is reported to have said, written or signalled: word for word or in the outlet's words.",
    "stances": (
        "Places where somebody's side is expressed towards an actor or an issue. {unsure} more were found in which "
        "no side is clear enough to say; these are counted apart and are in no mean."
    ),
}
SIZE_LINKS: Final = {
    "article": "Read one",
    "outlets": "Set them side by side",
    "actors": "See each of them",
    "quotes": "Read them",
    "stance": "See where they fall",
}
WHEN_TITLE: Final = "What is in here"
WHO_TITLE: Final = "Who is talked about"
STAND_TITLE: Final = "Who stands where"
NEWEST_TITLE: Final = "Who said what lately"
CAREFUL_TITLE: Final = "What to be careful about"
STANCE_HELP: Final = (
    "Stance expressed in reported text, never “the position of” anybody: it counts what these articles report. "
    "The point is the mean "
    "of what was expressed, from −1 (opposes) to +1 (supports); the line is its 95% interval; n is how many "
    "expressions it rests on; “+2?” are two more, too unclear to call, which are in no mean. "
    "In grey and brackets: fewer than the smallest n you allow."
)
NO_DAYS: Final = (
    "None of these articles has a date, so there is no timeline. Dates can be given when an article is loaded."
)
NO_STRONG: Final = (
    "No pair has {minimum} clear stances under these filters. Lower “Smallest n for a mean”, or widen the filters."
)
NO_QUOTES: Final = "No quotes were found under these filters."
NO_CAUTIONS: Final = (
    "Nothing stands out under these filters. All of it is found by a program all the same: check the sentences "
    "before you quote a number."
)
READ_THEM: Final = "Read them"
MACHINE_MADE: Final = (
    "All of this is found by a program, which errs: open the sentences before you quote a number. The Method page"
    " says how often it is right."
)
CAUTION_SPEAKER: Final = "quotes have no speaker that was found. They are in no actor's count."
CAUTION_RELAYED: Final = "quotes were relayed by somebody else, who alone vouches for the words."
CAUTION_STANCE: Final = "stances are too unclear to call. They are in no mean and are counted apart."
CAUTION_TONE: Final = "passages have a tone too unclear to call. They are in no mean and are counted apart."
OTHER_OUTLETS: Final = "All other outlets"
TIMELINES: Final = {  # what is counted, one of it, and the title of what stands behind a bar
    "articles": ("Articles", "article", "Articles of {outlet_name}, {when}"),
    "mentions": ("Mentions", "mention", "Mentions of {actor_name} in {outlet_name}, {when}"),
}
TONE_BEHIND: Final = "How {actor_name} is spoken of"
STANCE_BEHIND: Final = "{holder_name} towards {target_name}: stance expressed in reported text"
QUOTE_BEHIND: Final = "One quote"


def towards(holder: str, target: str) -> str:
    """Who stands towards whom, beside a chart."""
    return f"{holder}\n→ {target}"


def part_of(part: int, whole: int) -> str:
    """How many of how many."""
    return f"{part:,} of {whole:,}:"


def period(start: datetime, every: str) -> str:
    """A day, week or month in words."""
    if every == "month":
        return f"{start:%B %Y}"
    return f"{'week of ' if every == 'week' else ''}{start:%-d %B %Y}"


DATE_FORMATS: Final = {"day": "%-d %b", "week": "%-d %b %y", "month": "%b %Y"}  # on an axis


def span_of_days(first: datetime | None, last: datetime | None, undated: int) -> str:
    """From when to when the articles were written."""
    if first is None or last is None:
        return "None of them has a date."
    undated_too = f" {counted(undated, 'article has', 'articles have')} no date." if undated else ""
    if first == last:
        return f"Written on {first:%-d %B %Y}.{undated_too}"
    return f"Written from {first:%-d %B %Y} to {last:%-d %B %Y}.{undated_too}"


def timeline_tip(row: Mapping[str, Any], one: str) -> str:
    """On hover over a bar of a timeline."""
    return f"{row['outlet_name']}, {row['when']}: {counted(row['n'], one)}"


def tone_tip(row: Mapping[str, Any]) -> str:
    """On hover over an actor's bar."""
    return f"{row['actor_name']}: {counted(row['passages'], 'passage')}; tone: {row['told']}"


def stance_tip(row: Mapping[str, Any]) -> str:
    """On hover over a stance."""
    return f"{row['holder_name']} towards {row['target_name']}: {row['told']}"


def by_period_alt(figure: DataFrame, counted_what: str) -> str:
    """Bars over time, for a screen reader."""
    total = figure.groupby("when", sort=False)["n"].sum()
    return (
        f"Stacked bars over time, by outlet. {counted_what}: {total.sum()}, most in {total.idxmax()} ({total.max()})."
    )


def over_time_alt(figure: DataFrame) -> str:
    """Points over time, for a screen reader."""
    told = "; ".join(f"{row.when}: {row.printed}" for row in figure.itertuples())
    return f"Points over time on a scale from minus one to plus one, with 95% intervals. {told}."


def over_time_tip(row: Mapping[str, Any]) -> str:
    """On hover over a point in time."""
    return f"{row['when']}: {row['told']}"


def who_alt(figure: DataFrame) -> str:
    """Who is talked about, for a screen reader."""
    told = "; ".join(f"{row.actor_name}, {row.passages}, tone {row.printed}" for row in figure.itertuples())
    return f"Bars of passages that speak of each actor, coloured by mean tone. {told}."


def stances_alt(figure: DataFrame) -> str:
    """Stances on a scale, for a screen reader."""
    told = "; ".join(f"{row.holder_name} towards {row.target_name}: {row.printed}" for row in figure.itertuples())
    return f"Points on a scale from minus one, opposes, to plus one, supports, with 95% intervals. {told}."


# ---- Actors --------------------------------------------------------------------------------------------------------
KIND: Final = "Kind"
ONE_ACTOR: Final = "One actor"
ONE_ACTOR_HINT: Final = "Find one actor"
ALL_ACTORS: Final = "All actors"
TONE: Final = "Tone"
TONE_HELP: Final = (
    "How an average reader would take the passages to speak of them, from −1 (negative) to +1 (positive), by the "
    "outlets "
    "and by everybody quoted. Passages too unclear to call are left out and counted apart."
)
OVER_TIME_KEY: Final = (
    "Along the top: n, the passages or expressions that each mean rests on; “+2?” are two more, too unclear to call. "
    "Grey: too few. The line through a point is its 95% interval; none where all stands in one article."
)
TONE_TITLE: Final = "How they are spoken of, over time"
TONE_AXIS: Final = "◀ negative · positive ▶"
NO_TONE: Final = "No dated passage speaks of them."
MENTIONS_TITLE: Final = "How often they are mentioned"
HOLDS_TITLE: Final = "Where they stand"
FACES_TITLE: Final = "How others stand towards them"
NO_HOLDS: Final = "No stance of theirs was found under these filters."
NO_FACES: Final = "No stance towards them was found under these filters."
SAID_BY: Final = "What they said"
SAID_ABOUT: Final = "What others said about them"
NAMES_TITLE: Final = "Names taken for them, and why"
NAMES_HELP: Final = "Everything in the text that was counted as this actor. Tick a row to see where."
COMPANY_TITLE: Final = "Named in the same sentence"
NO_COMPANY: Final = "Nobody else is named in the same sentences."
TONE_WHEN_BEHIND: Final = "How {actor_name} is spoken of, {when}"
NAME_BEHIND: Final = "Where this name stands for {actor_name}"
COMPANY_BEHIND: Final = "Sentences that name {actor_name} and the other"
ACTOR_HELP: Final = {
    "mentions": "Every place that names, describes or refers to them.",
    "articles": "Articles that mention them.",
    "said": "Quotes of which they are the speaker.",
    "about": "Quotes in which they are spoken of.",
    "holds": "Stances that they express, the unclear ones included.",
    "faces": "Stances that others express towards them, the unclear ones included.",
}


def actors_listed(n: int) -> str:
    """Above the table of actors."""
    return f"{counted(n, 'actor')}. Tick one to see all that was found about them."


# ---- Who on whom ---------------------------------------------------------------------------------------------------
MATRIX_INTRO: Final = (
    "Read a row from left to right: how the one named at the left stands towards each one named above, as a mean "
    "of the "
    "stances expressed in reported text, from −1 (opposes) to +1 (supports)."
)
MATRIX_KEY: Final = (
    "Bold: the mean with its sign. Below it: the 95% interval (none where all stands in one article), and n, the "
    "expressions it rests on; “+2?” are two more, too unclear to call, which are in no mean. Grey and in brackets: "
    "fewer than the smallest n you allow. Dashed, with a question mark: all too unclear to call. No box: none found. "
    "Where it is wider than the page, scroll it sideways."
)
TOWARDS: Final = "Towards"
TARGETS: Final = {"actors": "Actors", "issues": "Issues", "both": "Both"}
SIZE: Final = "Rows and columns at most"
SIZE_HINT: Final = "Those with the most stances are kept. To see others, choose them under Actors at the left."
BASIS_HELP: Final = (
    "Said: in their own words, quoted or reported. Done: by an act that is reported as a fact. Narrated: the "
    "outlet's own voice "
    "ascribes it to them. A threat is not an act; threats, demands and promises are marked as such in the sentences."
)
NO_PAIRS: Final = (
    "No stances were found under these filters. Widen the dates, clear the issue or the actors, or choose another"
    " basis."
)


def matrix_shown(holders: int, all_holders: int, targets: int, all_targets: int) -> str:
    """What part of the matrix is on the screen."""
    if holders == all_holders and targets == all_targets:
        return f"All {counted(holders, 'holder')} and all {counted(targets, 'target')}."
    sides = ((holders, all_holders, "holder"), (targets, all_targets, "target"))
    shown = [f"all {counted(n, one)}" if n == every else f"{n} of {every} {one}s" for n, every, one in sides]
    return f"Those with the most stances: {shown[0]} and {shown[1]}."


def matrix_alt(figure: DataFrame) -> str:
    """The matrix for a screen reader: its strongest cells; the table has them all."""
    strongest = figure[figure["enough"]].sort_values("mean", key=abs, ascending=False).head(5)
    told = "; ".join(f"{row.holder_name} towards {row.target_name} {row.printed}" for row in strongest.itertuples())
    return f"A matrix of {len(figure)} pairs of holder and target with the mean stance of each. Strongest: {told or 'none'}."


# ---- Stance --------------------------------------------------------------------------------------------------------
ALL_ISSUES: Final = (
    "**Choose an issue** to see each actor on a scale from opposes to supports, with interval and n, and over time. "
    "The number is how many stances on it were found."
)
EVERYBODY_TITLE: Final = "Everybody on every issue"
BACK_TO_ISSUES: Final = "All issues"
ISSUES: Final = "Issues"
TO_SUPPORT: Final = "To support it is to hold that **{statement}**."
NO_ON_ISSUE: Final = (
    "No stance on this issue was found under these filters. Widen the dates, or clear the actors or the outlets."
)
NO_BASIS: Final = "Nothing of this basis. Choose another one above."
EVERYONE_TITLE: Final = "Everyone who speaks to it or acts on it"
STANCE_TIME_TITLE: Final = "Over time"
WHOSE: Final = "Whose"
STANCE_AXIS: Final = "◀ opposes · supports ▶"
NO_STANCE_TIME: Final = "None of their stances on this issue stands in an article with a date."
STANCE_WHEN_BEHIND: Final = "{holder_name} on {target_name}, {when}: stance expressed in reported text"
SAID_DONE_TITLE: Final = "Said, done and narrated: the mean of each"
NO_SAID_DONE: Final = "Nobody has stances of more than one basis on this issue under these filters."
BASIS_BEHIND: Final = "{holder_name} on {target_name} ({basis_name}): stance expressed in reported text"

LINE_TITLE: Final = "Said beside done, on one line of time"
LINE_HELP: Final = (
    "Every stance of one holder towards one target, in three lanes: what they said (quoted or reported), what they are "
    "reported to have done, and what the outlet ascribes to them."
)
LINE_DATES: Final = "%-d %b %y"
PAIR: Final = "Who, towards whom or what"
NO_LINE: Final = "No stance with a date was found under these filters."
LINE_BEHIND: Final = "{holder_name} towards {target_name}, {when}, {basis_name}: stance expressed in reported text"
LINE_KEY: Final = (
    "In each lane: above the dashed line supports, below it opposes, the further the clearer. On the line, as an empty "
    "square: too unclear to call. A number beside a mark: so many stances of that side fall together."
)


def pair(row: Mapping[str, Any]) -> str:
    """A holder and a target to choose."""
    return f"{row['holder_name']} → {row['target_name']}"


def pair_counted(row: Mapping[str, Any]) -> str:
    """How much of the pair there is on the line of time."""
    said, did = counted(row["said"], "stance"), counted(row["did"], "act")
    return f"{said} in their own words, {did}, {row['narrated']} ascribed to them by outlets."


def line_tip(row: Mapping[str, Any]) -> str:
    """On hover over a mark of the line of time."""
    side = "too unclear to call" if row["position"] == "abstained" else f"{row['position']}, {row['told']}"
    return f"{row['when']}, {row['basis_name'].lower()}: {side}"


def line_alt(figure: DataFrame) -> str:
    """The line of time, for a screen reader."""
    told = "; ".join(f"{row.when}, {row.basis_name}: {row.position_name} {row.rows}" for row in figure.itertuples())
    return f"Marks on a line of time, in lanes of what was said and what was done. {told}."
