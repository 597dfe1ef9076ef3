"""Every sentence shown to people, in one place, so that the wording can be read and reviewed as a text."""

from __future__ import annotations

from typing import Final

NAME: Final = "On Record"
TAGLINE: Final = (
    "Who said what, to whom, about whom, and where they stand — as reported by the articles in this collection."
)
PAGES: Final = {
    "overview": "Overview",
    "actors": "Actors",
    "matrix": "Who on whom",
    "quotes": "Quotes",
    "stance": "Stance",
    "outlets": "Outlets",
    "article": "Article",
    "load": "Load",
    "method": "Method",
}

# ---- the demo ------------------------------------------------------------------------------------------------------
DEMO_NOTICE: Final = (
    "**Demo articles**, written for this demo after published reports. Their outlets are invented: no evidence "
    "about any outlet."
)
DEMO_READING: Final = "Reading the demo articles: {done} of {total}. This happens once; nothing leaves this machine."
DEMO_LOADING: Final = "Getting ready to read the demo articles. This takes a few seconds, once."
DEMO_ELSEWHERE: Final = "Another window is reading the demo articles: {done} of {total} so far."
DEMO_STOP: Final = "Stop, and show what has been read"
DEMO_GO_ON: Final = "Go on reading"
DEMO_PART: Final = "{done} of {total} demo articles have been read so far, and only those are counted below."
DEMO_REFUSED: Final = "{n} demo articles could not be read and are left out:"
DEMO_TROUBLE: Final = "The demo articles could not be read:"
DEMO_MISSING: Final = "The demo articles (data/articles) are not here. Load articles of your own instead."
STALE: Final = "{n} read by an older version of the engine or its word lists: what is shown is what that version found."
STALE_AGAIN: Final = "Read them again"
STOP: Final = "Stop"
READING_MINE: Final = "Reading your articles again: {done} of {total}."

# ---- the filters ---------------------------------------------------------------------------------------------------
COLLECTION: Final = "Articles"
COLLECTIONS: Final = {"demo": "Demo", "mine": "Mine"}
COLLECTION_HELP: Final = "The demo story, or the articles that you have loaded. The two are never mixed."
FROM: Final = "From"
TO: Final = "To"
DATE_HELP: Final = (
    "The date stated on an article. Where its text contradicts that date, or none is stated, the first day on which "
    "the text can have been written. Articles without either are left out as soon as a date is chosen."
)
OUTLETS: Final = "Outlets"
ANY_OUTLET: Final = "All outlets"
ACTORS: Final = "Actors"
ANY_ACTOR: Final = "Everyone"
ACTORS_HELP: Final = (
    "Keeps what involves at least one of them: as speaker, as addressee, as the one spoken of, or in a stance."
)
ISSUE: Final = "Issue"
ANY_ISSUE: Final = "All issues"
ISSUE_HELP: Final = (
    "Keeps the stances on this issue, the quotes they rest on, and the mentions and tone in the articles they stand in."
)
MINIMUM: Final = "Smallest n for a mean"
MINIMUM_HELP: Final = (
    "n is how many passages or expressions a mean rests on. A mean with a smaller n than this is shown in grey and in "
    "brackets, and is not ranked."
)
KEY: Final = "n: how many it rests on. “+2?”: two more, too unclear to call. Grey and in brackets: too few to rank."
BY_STATE: Final = "Count people as their state"
BY_STATE_HELP: Final = (
    "Shows what ministers, presidents and state bodies expressed under their state. Off, a stance belongs to whoever "
    "expressed it, never to the state they speak for."
)
CLEAR: Final = "Clear all filters"
DATES_SWAPPED: Final = "“From” lies after “To”, so nothing can be found. Swap the two dates."

# ---- the evidence --------------------------------------------------------------------------------------------------
EVIDENCE: Final = "The sentences behind it"
READ_THERE: Final = "Read in the article"
NO_EVIDENCE: Final = "Nothing stands behind this under the filters that are set now."
AS_TABLE: Final = "The same as a table"
AS_TABLE_HELP: Final = "Tick a row to open the sentences behind it."
DOWNLOAD: Final = "Save these rows as a table (CSV)"
DOWNLOAD_NAME: Final = "on-record-evidence.csv"
NO_SENTENCE: Final = "(no sentence stored)"
NO_TITLE: Final = "Untitled"
NO_OUTLET: Final = "outlet not stated"
NO_DATE: Final = "no date"
NOT_SURE: Final = "not sure"
UNKNOWN_SPEAKER: Final = "speaker not found"
OUTLET_VOICE: Final = "the outlet itself"

# ---- how often it is right ------------------------------------------------------------------------------------------
MEASURED_HERE: Final = "How often this is right, measured (100: always):"
NOT_MEASURED_HERE: Final = "How often this is right has not been measured yet."

# ---- when there is nothing to show ----------------------------------------------------------------------------------
FILTERED_OUT: Final = "No article fits these filters. Widen the dates, or clear the filters at the left."
DEMO_EMPTY: Final = "No demo article has been read yet. Go on reading them above, or load articles of your own."
MINE_EMPTY: Final = "You have not loaded any articles yet. Paste one, or choose files: they stay on this machine."
GO_LOAD: Final = "Load articles"

# ---- labels --------------------------------------------------------------------------------------------------------
ARTICLES: Final = "Articles"
MENTIONS: Final = "Mentions"
PASSAGES_TITLE: Final = "passages that speak of them · figures: mean tone, n"
BASIS: Final = "Basis"
KINDS: Final = {
    "person": "Person",
    "state": "State",
    "organisation": "Organisation",
    "group": "Group",
    "unnamed": "Unnamed source",
    "place": "Place",
}
CLAIMS: Final = ("asserted", "denied", "threatened", "demanded", "promised", "asked", "declined")
BASES: Final = {"all": "All", "said": "Said", "did": "Done", "narrated": "Narrated"}
STANCE_SCALE: Final = "−1 opposes · +1 supports"
STANCE_ENDS: Final = "◀ opposes · supports ▶"
TOO_FEW: Final = "too few"


def signed(value: float) -> str:
    """A score with its sign, as printed everywhere: +0.42, −0.71, 0.00."""
    rounded = round(value, 2)
    return "0.00" if rounded == 0 else f"{rounded:+.2f}".replace("-", "−")


def counted(n: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 1 article, 12 articles."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def under(articles: int, every: int) -> str:
    """How many of the articles fit the filters."""
    if articles == every:
        return f"{counted(every, 'article')}." if every else "No articles yet."
    return f"{articles:,} of {counted(every, 'article')} fit{'s' if articles == 1 else ''} these filters."


def n_and_unsure(n: int, abstained: int) -> str:
    """How many rows a mean rests on, and how many were left out of it."""
    return f"n {n}" + (f", {abstained} more {NOT_SURE}" if abstained else "")


def n_short(n: int, abstained: int) -> str:
    """The same in a small place: n 7, or n 7 +2? when two more were not sure."""
    return f"n {n}" + (f" +{abstained}?" if abstained else "")


def figure(mean: float | None, n: int, abstained: int, enough: bool) -> str:
    """What is printed beside a mark: mean and n; in brackets when they are too few."""
    if mean is None:
        return f"◌ {abstained} {NOT_SURE}"
    printed = f"{signed(mean)}  {n_short(n, abstained)}"
    return printed if enough else f"({printed})"


def figure_short(mean: float | None, enough: bool) -> str:
    """The mean alone; in brackets when it rests on too little; a question mark where there is none."""
    if mean is None:
        return "?"
    return signed(mean) if enough else f"({signed(mean)})"


def figure_told(mean: float | None, n: int, abstained: int, enough: bool, spread: str) -> str:
    """The same as a sentence, with the interval."""
    if mean is None:
        return f"{counted(abstained, 'expression')}, all too unclear to call"
    few = f", {TOO_FEW} to rank" if not enough else ""
    return f"mean {signed(mean)}; 95% interval: {spread}; {n_and_unsure(n, abstained)}{few}"


def interval(low: float | None, high: float | None) -> str:
    """The 95% interval in figures."""
    if low is None or high is None:
        return "none, from one article"
    return f"{signed(low)} to {signed(high)}"


def interval_short(low: float | None, high: float | None) -> str:
    """The same in a small place: −.95…−.31; nothing where there is none."""
    return "" if low is None or high is None else f"{_bound(low)}…{_bound(high)}"


def _bound(value: float) -> str:
    printed = signed(value)
    return {"0.00": "0", "+1.00": "+1", "−1.00": "−1"}.get(printed, printed.replace("0.", "."))


# ---- tables --------------------------------------------------------------------------------------------------------
QUOTES: Final = "Quotes"
STANCES: Final = "Stances"
HEADINGS: Final = {
    "actor_name": "Actor",
    "articles": "Articles",
    "mentions": "Mentions",
    "said": "They said",
    "about": "Said of them",
    "holds": "Stances held",
    "faces": "Stances faced",
    "kind": "Kind",
    "addressee_name": "To whom",
    "surface": "In the text",
    "why": "Why it is them",
    "sentences": "Sentences",
    "outlet": "Outlet",
    "outlet_name": "Outlet",
    "when": "When",
    "n": "Number",
    "mean": "Mean",
    "spread": "95% interval",
    "basis_name": "Basis",
    "position_name": "Side",
    "about_whom": "About",
    "relay": "Relayed by",
    "verb": "Verb",
    "kind_of_quote": "Quote",
    "counted": "n",
    "tone": "Mean tone",
    "holder_name": "Who",
    "target_name": "Towards",
    "day": "Day",
    "speaker_name": "Who",
    "claim": "How",
    "text": "What was said",
    "caution": "What to be careful about",
    "share": "How many",
    "share_told": "Share",
    "distance_name": "How it holds it",
    "confidence": "Sure",
}
