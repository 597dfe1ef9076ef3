"""Every sentence shown to people, in one place, so that the wording can be read and reviewed as a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pandas import DataFrame

NAME: Final = "On Record"
TAGLINE: Final = "Who said what, to whom, about whom, and where they stand — as reported by the articles in this collection."
PAGES: Final = {
    "overview": "Overview",
    "actors": "Actors",
    "matrix": "Who on whom",
    "quotes": "Quotes",
    "stance": "Stance",
    "article": "Article",
    "load": "Load",
    "method": "Method",
}

# ---- the demo ------------------------------------------------------------------------------------------------------
DEMO_NOTICE: Final = (
    "**Demo articles**, written for this demo after published reports. Their outlets are invented: no evidence about any outlet."
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
STALE: Final = (
    "{n} of your articles were read with an older version of the engine or its word lists. "
    "What is shown for them is what that version found."
)
STALE_AGAIN: Final = "Read them again"
READING_MINE: Final = "Reading your articles again: {done} of {total}."

# ---- the filters ---------------------------------------------------------------------------------------------------
COLLECTION: Final = "Articles"
COLLECTIONS: Final = {"demo": "Demo", "mine": "Mine"}
COLLECTION_HELP: Final = "The demo story, or the articles that you have loaded. The two are never mixed."
FROM: Final = "From"
TO: Final = "To"
DATE_HELP: Final = (
    "The day an article was written, as its text tells; where the text does not tell, the date stated on it. "
    "Articles without either are left out as soon as a date is chosen."
)
OUTLETS: Final = "Outlets"
ANY_OUTLET: Final = "All outlets"
ACTORS: Final = "Actors"
ANY_ACTOR: Final = "Everyone"
ACTORS_HELP: Final = "Keeps what involves at least one of them: as speaker, as addressee, as the one spoken of, or in a stance."
ISSUE: Final = "Issue"
ANY_ISSUE: Final = "All issues"
ISSUE_HELP: Final = (
    "Keeps the stances on this issue, the quotes they rest on, and the mentions and tone in the articles they stand in."
)
MINIMUM: Final = "Fewest rows for a mean"
MINIMUM_HELP: Final = "A mean of fewer rows than this is shown in grey and is not ranked."
BY_STATE: Final = "Count people as their state"
BY_STATE_HELP: Final = (
    "Shows what ministers, presidents and state bodies expressed under their state. Off, a stance belongs to whoever "
    "expressed it, never to the state they speak for."
)
CLEAR: Final = "Clear all filters"
UNDER: Final = "{articles} of {all} articles"
DATES_SWAPPED: Final = "“From” lies after “To”, so nothing can be found. Swap the two dates."

# ---- the evidence --------------------------------------------------------------------------------------------------
EVIDENCE: Final = "The sentences behind it"
READ_THERE: Final = "Read in the article"
NO_EVIDENCE: Final = "Nothing stands behind this under the filters that are set now."
AS_TABLE: Final = "The same as a table"
AS_TABLE_HELP: Final = "Tick a row to open the sentences behind it."
CLICK_CHART: Final = "Click a bar, a point or a cell to read the exact sentences behind it; the table below it does the same from the keyboard."
NO_SENTENCE: Final = "(no sentence stored)"
NO_TITLE: Final = "Untitled"
NO_OUTLET: Final = "outlet not stated"
NO_DATE: Final = "no date"
NOT_SURE: Final = "not sure"
UNKNOWN_SPEAKER: Final = "speaker not found"
OUTLET_VOICE: Final = "the outlet itself"

# ---- labels --------------------------------------------------------------------------------------------------------
ARTICLES: Final = "Articles"
ARTICLE: Final = "Article"
OUTLET: Final = "Outlet"
DAY: Final = "Day"
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
TONE_SCALE: Final = "Tone: −1 negative · +1 positive"
STANCE_ENDS: Final = "◀ opposes · supports ▶"
TONE_ENDS: Final = "◀ negative · positive ▶"
TOO_FEW: Final = "too few"


def signed(value: float) -> str:
    """A score with its sign, as printed everywhere: +0.42, −0.71, 0.00."""
    rounded = round(value, 2)
    return "0.00" if rounded == 0 else f"{rounded:+.2f}".replace("-", "−")


def counted(n: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 1 article, 12 articles."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


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
    """The mean alone; in brackets when it rests on too little."""
    if mean is None:
        return NOT_SURE
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


# ---- what a row says -----------------------------------------------------------------------------------------------
GROUNDS: Final = "rule: {rule} · confidence {confidence}"
_SIDES: Final = {
    "supports": "supports",
    "opposes": "opposes",
    "neutral": "is neutral towards",
    "abstained": "mentions, with no clear side,",
}
_MODALITIES: Final = {
    "actual": "",
    "threatened": "as a threat",
    "demanded": "as a demand",
    "promised": "as a promise",
    "denied": "denied",
}
_BASES_TOLD: Final = {"said": "in their own words", "did": "by a reported act", "narrated": "as the outlet tells it"}
_CLAIMS_TOLD: Final = {
    "asserted": "said",
    "denied": "denied",
    "threatened": "threatened",
    "demanded": "demanded",
    "promised": "promised",
    "asked": "asked",
    "declined": "would not say",
}
FORMS: Final = {
    "name": "by name",
    "office": "by office",
    "pronoun": "by a pronoun",
    "description": "by a description",
    "metonym": "by a place or building that stands for them",
    "demonym": "by a nationality word",
}


def stance_told(row: Mapping[str, Any]) -> str:
    """A opposes B: in their own words, as a threat; score −0.90."""
    how = ", ".join(part for part in (_BASES_TOLD.get(row["basis"], row["basis"]), _MODALITIES.get(row["modality"])) if part)
    score = NOT_SURE if row["position"] == "abstained" else f"score {signed(row['score'])}"
    return f"{row['holder_name']} {_SIDES[row['position']]} {row['target_name']}: {how}; {score}"


def quote_told(row: Mapping[str, Any]) -> str:
    """A threatened B (via C): kind of quote."""
    parts = [row["speaker_name"] or row["speaker_text"] or UNKNOWN_SPEAKER, _CLAIMS_TOLD[row["claim"]]]
    if row["addressee_name"]:
        parts.append(f"to {row['addressee_name']}")
    relayed = f", relayed by {', '.join(row['via_names'])}" if row["via_names"] else ""
    return f"{' '.join(parts)}{relayed} ({row['kind']} quote): “{row['text']}”"


def tone_told(row: Mapping[str, Any]) -> str:
    """A is spoken of negatively by B."""
    voice = row["voice_name"] or OUTLET_VOICE
    label = NOT_SURE if row["label"] == "abstained" else f"{row['label']}, score {signed(row['score'])}"
    return f"Tone towards {row['actor_name']}: {label}; the voice is {voice}"


def mention_told(row: Mapping[str, Any]) -> str:
    """A is mentioned as “the president”, by office."""
    return f"{row['actor_name']} is mentioned as “{row['surface']}”, {FORMS[row['form']]}"


def not_sure_among(n: int) -> str:
    """How many of the rows behind a mean are in no mean."""
    return f"{n} of them {'is' if n == 1 else 'are'} too unclear to call, and in no mean: they come last."


def evidence_count(kind: str, rows: int, articles: int) -> str:
    """How much stands behind the number."""
    nouns = {"stance": "stance", "quote": "quote", "tone": "passage with a tone", "mention": "mention", "article": "article"}
    plurals = {"tone": "passages with a tone"}
    if kind == "article":
        return counted(rows, "article")
    return f"{counted(rows, nouns[kind], plurals.get(kind))} in {counted(articles, 'article')}"


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
}

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
WHEN_TITLE: Final = "What is in here"
WHO_TITLE: Final = "Who is talked about"
STAND_TITLE: Final = "Who stands where"
NEWEST_TITLE: Final = "Who said what lately"
CAREFUL_TITLE: Final = "What to be careful about"
STANCE_HELP: Final = (
    "Stance expressed in reported text, never “the position of” anybody: it counts what these articles report. The point is the mean "
    "of what was expressed, from −1 (opposes) to +1 (supports); the line is its 95% interval; n is how many expressions it rests on; “+2?” are two more, too unclear to call, which are in no mean. "
    "In grey and brackets: fewer than the smallest n you allow."
)
NO_DAYS: Final = "None of these articles has a date, so there is no timeline. Dates can be given when an article is loaded."
NO_STRONG: Final = "No pair has {minimum} clear stances under these filters. Lower “Fewest rows for a mean”, or widen the filters."
NO_QUOTES: Final = "No quotes were found under these filters."
NO_CAUTIONS: Final = "Nothing stands out under these filters. All of it is found by a program all the same: check the sentences before you quote a number."
READ_THEM: Final = "Read them"
MACHINE_MADE: Final = "All of this is found by a program, which errs: open the sentences before you quote a number. The Method page says how often it is right."
CAUTION_SPEAKER: Final = "quotes have no speaker that was found. They are in no actor's count."
CAUTION_RELAYED: Final = "quotes were relayed by somebody else, who alone vouches for the words."
CAUTION_STANCE: Final = "stances are too unclear to call. They are in no mean and are counted apart."
CAUTION_TONE: Final = "passages have a tone too unclear to call. They are in no mean and are counted apart."
ARTICLES_BEHIND: Final = "Articles of {outlet_name}, {when}"
TONE_BEHIND: Final = "How {actor_name} is spoken of"
STANCE_BEHIND: Final = "{holder_name} towards {target_name}: stance expressed in reported text"
QUOTE_BEHIND: Final = "One quote"
FILTERED_OUT: Final = "No article fits these filters. Widen the dates, or clear the filters at the left."
DEMO_EMPTY: Final = "No demo article has been read yet. Go on reading them above, or load articles of your own."
MINE_EMPTY: Final = "You have not loaded any articles yet. Paste one, or choose files: they stay on this machine."
GO_LOAD: Final = "Load articles"


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
    return f"Written from {first:%-d %B %Y} to {last:%-d %B %Y}.{undated_too}"


def articles_tip(row: Mapping[str, Any]) -> str:
    """On hover over a bar of the timeline."""
    return f"{row['outlet_name']}, {row['when']}: {counted(row['n'], 'article')}"


def tone_tip(row: Mapping[str, Any]) -> str:
    """On hover over an actor's bar."""
    return f"{row['actor_name']}: {counted(row['passages'], 'passage')}; tone: {row['told']}"


def stance_tip(row: Mapping[str, Any]) -> str:
    """On hover over a stance."""
    return f"{row['holder_name']} towards {row['target_name']}: {row['told']}"


def by_period_alt(figure: DataFrame, counted_what: str) -> str:
    """Bars over time, for a screen reader."""
    total = figure.groupby("when", sort=False)["n"].sum()
    return f"Stacked bars over time, by outlet. {counted_what}: {total.sum()}, most in {total.idxmax()} ({total.max()})."


def over_time_alt(figure: DataFrame) -> str:
    """Points over time, for a screen reader."""
    told = "; ".join(f"{row.when}: {row.printed}" for row in figure.itertuples())
    return f"Points over time on a scale from minus one to plus one, with 95% intervals. {told}."


def over_time_tip(row: Mapping[str, Any]) -> str:
    """On hover over a point in time."""
    return f"{row['when']}: {row['told']}"


def mentions_tip(row: Mapping[str, Any]) -> str:
    """On hover over a bar of mentions."""
    return f"{row['outlet_name']}, {row['when']}: {counted(row['n'], 'mention')}"


def who_alt(figure: DataFrame) -> str:
    """Who is talked about, for a screen reader."""
    told = "; ".join(f"{row.actor_name}, {row.passages}, tone {row.short}" for row in figure.itertuples())
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
    "How an average reader would take the passages to speak of them, from −1 (negative) to +1 (positive), by the outlets "
    "and by everybody quoted. Passages too unclear to call are left out and counted apart."
)
OVER_TIME_KEY: Final = "Along the top: n, the passages or expressions that each mean rests on. Grey: too few."
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
MENTIONS_BEHIND: Final = "Mentions of {actor_name} in {outlet_name}, {when}"
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
    "Read a row from left to right: how the one named at the left stands towards each one named above, as a mean of the "
    "stances expressed in reported text, from −1 (opposes) to +1 (supports)."
)
MATRIX_KEY: Final = (
    "Bold: the mean with its sign. Below it: n, the expressions it rests on; “+2?” are two more, too unclear to call, which are "
    "in no mean. Grey and in brackets: fewer than the smallest n you allow. Dashed and empty: all of them too unclear to call. No box: none found."
)
TOWARDS: Final = "Towards"
TARGETS: Final = {"actors": "Actors", "issues": "Issues", "both": "Both"}
SIZE: Final = "Rows and columns at most"
SIZE_HINT: Final = "Those with the most stances are kept. To see others, choose them under Actors at the left."
BASIS_HELP: Final = (
    "Said: in their own words, quoted or reported. Done: by an act that is reported as a fact. Narrated: the outlet's own voice "
    "ascribes it to them. A threat is not an act; threats, demands and promises are marked as such in the sentences."
)
NO_PAIRS: Final = "No stances were found under these filters. Widen the dates, clear the issue or the actors, or choose another basis."


def matrix_shown(holders: int, all_holders: int, targets: int, all_targets: int) -> str:
    """What part of the matrix is on the screen."""
    if holders == all_holders and targets == all_targets:
        return f"All {counted(holders, 'holder')} and all {counted(targets, 'target')}."
    return f"The {holders} of {all_holders} holders and the {targets} of {all_targets} targets with the most stances."


def matrix_alt(figure: DataFrame) -> str:
    """The matrix for a screen reader: its strongest cells; the table has them all."""
    strongest = figure[figure["enough"]].sort_values("mean", key=abs, ascending=False).head(5)
    told = "; ".join(f"{row.holder_name} towards {row.target_name} {row.printed}" for row in strongest.itertuples())
    return f"A matrix of {len(figure)} pairs of holder and target with the mean stance of each. Strongest: {told or 'none'}."


# ---- Stance --------------------------------------------------------------------------------------------------------
ALL_ISSUES: Final = "Everybody on every issue. **Choose an issue at the left** to see each actor on a scale, over time, and what was said beside what was done."
BACK_TO_ISSUES: Final = "All issues"
TO_SUPPORT: Final = "To support it is to hold that **{statement}**."
NO_ON_ISSUE: Final = "No stance on this issue was found under these filters. Widen the dates, or clear the actors or the outlets."
NO_BASIS: Final = "Nothing of this basis. Choose another one above."
EVERYONE_TITLE: Final = "Everyone who takes a side"
STANCE_TIME_TITLE: Final = "Over time"
WHOSE: Final = "Whose"
STANCE_AXIS: Final = "◀ opposes · supports ▶"
NO_STANCE_TIME: Final = "None of their stances on this issue stands in an article with a date."
STANCE_WHEN_BEHIND: Final = "{holder_name} on {target_name}, {when}: stance expressed in reported text"
SAID_DONE_TITLE: Final = "What was said beside what was done"
NO_SAID_DONE: Final = "Nobody has stances of more than one basis on this issue under these filters."
BASIS_BEHIND: Final = "{holder_name} on {target_name} ({basis_name}): stance expressed in reported text"

# ---- Quotes --------------------------------------------------------------------------------------------------------
SEARCH: Final = "Search the quotes"
SEARCH_HINT: Final = "words, or “a phrase”"
SEARCH_HELP: Final = (
    "Finds quotes that hold every word, in any order. Words between quotation marks are a phrase; a word that ends in * stands for all that begin so."
)
SEARCH_STOPPED: Final = "The search took too long and was stopped: something may be missing. Use more, or rarer, words."
CLAIM: Final = "How it was said"
ANY_CLAIM: Final = "In any way"
CLAIM_HELP: Final = (
    "What the speaker does with the words: asserts, denies, threatens, demands, promises, asks, or declines to say. "
    "A warning of something the speaker does not control counts as asserted."
)
ONLY: Final = "Only"
ONLY_WHICH: Final = {"relayed": "Relayed", "unknown": "No speaker found"}
QUOTE_KINDS: Final = {"direct": "word for word", "mixed": "partly word for word", "indirect": "in the outlet's words"}
SPEAKERS_TITLE: Final = "Who is quoted most"
NO_SPEAKERS: Final = "No speaker was found for any of these quotes."
NO_SUCH_QUOTE: Final = "No quote fits. Use fewer words, or clear what narrows the list above or at the left."
SPEAKER_BEHIND: Final = "Quotes of {name}"


def quotes_listed(quotes: int, articles: int) -> str:
    """Above the table of quotes."""
    return f"{counted(quotes, 'quote')} in {counted(articles, 'article')}, newest first. Tick one to read it where it stands."


def speakers_tip(row: Mapping[str, Any]) -> str:
    """On hover over a bar of quotes."""
    return f"{row['speaker_name']}: {counted(row['n'], 'quote')} {row['kind']}"


def speakers_alt(figure: DataFrame) -> str:
    """Who is quoted most, for a screen reader."""
    totals = figure.groupby("speaker_name", sort=False)["n"].sum()
    return "Bars of quotes by speaker, split by kind. " + "; ".join(f"{name} {n}" for name, n in totals.items()) + "."
