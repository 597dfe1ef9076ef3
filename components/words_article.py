"""What the Article page says, apart from what all pages share (words.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from components import words
from components.plain import line
from onrecord.records import Actor, Article

# ---- choosing and heading ------------------------------------------------------------------------------------------
CHOOSE: Final = "Article"
CHOOSE_PLACEHOLDER: Final = "Choose an article by date, outlet or title"
OUTSIDE: Final = "This article lies outside the filters at the left. It is shown because a link led here."
ELSEWHERE: Final = "This article is not in “{here}”. It is in “{there}”."
GO_ELSEWHERE: Final = "Show it there"
GONE: Final = (
    "The article that this link leads to is not here: it was removed, or another visitor loaded it. Choose another."
)
WRITTEN_DAY: Final = "written on {first:%-d %B %Y}, as its text tells"
WRITTEN_DAYS: Final = "written between {first:%-d %B %Y} and {last:%-d %B %Y}, as its text tells"
STATED: Final = "dated {day:%-d %B %Y}"
NO_STATED: Final = "no date stated"
AUTHOR: Final = "by {author}"

# ---- the text ------------------------------------------------------------------------------------------------------
LAYERS: Final = "Show in the text"
LAYERS_HELP: Final = "Each layer can be switched on and off. What is marked here is listed in the tables below."
LAYER_NAMES: Final = {
    "actors": "Actors",
    "quotes": "Quotes",
    "stances": "Stances",
    "tone": "Tone",
    "dates": "Dates",
    "repairs": "Repairs",
}
PASSAGE: Final = "The passage that you came for"
FOUND_THERE: Final = "What was found there, by which rule ({n})"
PASSAGE_HERE: Final = "From the link or number you followed"
PICKED_HERE: Final = "Ticked in the table"
CLOSE_PASSAGE: Final = "Close"
LEGEND: Final = {
    "actors": (
        ("person", "Person", "P"), ("state", "State", "S"), ("organisation", "Organisation", "O"),
        ("group", "Group", "G"), ("unnamed", "Unnamed source", "U"),
    ),
    "quotes": (
        ("said-direct", "Said, word for word", "1"), ("said-mixed", "Partly word for word", "2"),
        ("said-indirect", "Reported in other words", "3"), ("speaker", "Speaker", "1 by"),
        ("cue", "the verb", ""), ("addressee", "Addressee", "1 to"), ("relay", "Who relayed it", "1 via"),
    ),
    "stances": (("evidence", "Sentence a stance rests on", ""),),
    "tone": (
        ("tone-positive", "Positive", "+"), ("tone-neutral", "Neutral", "0"), ("tone-negative", "Negative", "−"),
        ("tone-abstained", "Not sure", "?"),
    ),
    "dates": (("date", "On Sunday", "8 May 2022"),),
    "repairs": (("repaired", "Put in by a repair", "+"),),
}  # fmt: skip
STANCE_LEGEND: Final = (("supports", "A ▲ B", "A supports B"), ("opposes", "A ▼ B", "A opposes B"),
                        ("neutral", "A ● B", "neutral"), ("abstained", "2 ?", "more with no clear side"))  # fmt: skip
REPAIR_LEGEND: Final = (("was", "what stood there before", ""), ("dropped", "✂ 12", "dropped: open to read it"))
KIND_LETTERS: Final = {"person": "P", "state": "S", "organisation": "O", "group": "G", "unnamed": "U"}
TONE_SIGNS: Final = {"negative": "−", "neutral": "0", "positive": "+", "abstained": "?"}
STANCE_SIGNS: Final = {"supports": "▲", "opposes": "▼", "neutral": "●", "abstained": "?"}
_PART_LABELS: Final = {"speaker": "{n} by", "addressee": "{n} to", "relay": "{n} via", "cue": ""}
_PARTS_TOLD: Final = {
    "speaker": "speaker of {quotes}",
    "addressee": "addressee of {quotes}",
    "relay": "who relayed {quotes}",
    "cue": "the word that reports {quotes}",
}
ADDED_LABEL: Final = "+"
POINTER: Final = "▶"
LABEL: Final = 24  # characters of a name printed inside the text
BLANKS: Final = {" ": "␣", "\n": "↵", "\r": "", "\t": "⇥", "\u00a0": "⍽"}

# ---- what was found ------------------------------------------------------------------------------------------------
FOUND: Final = "What was found"
FOUND_HELP: Final = "Tick a row to mark it in the text; click a heading to sort."
SECTIONS: Final = {
    "quotes": "Quotes",
    "actors": "Actors",
    "stances": "Stances",
    "tone": "Tone",
    "dates": "Dates",
    "repairs": "Repairs",
}
NOTHING: Final = {
    "quotes": "No quotes were found in this article.",
    "actors": "No actors were found in this article.",
    "stances": "No stances were found in this article.",
    "tone": "No passage was judged for its tone in this article.",
    "dates": "This article names no date.",
    "repairs": "Nothing was repaired: this is the text as it was given.",
}
SECTION_HELP: Final = {
    "quotes": "Who is reported to have said what, to whom. “By way of” names who relayed it: only they vouch for it.",
    "actors": "Who can speak or act in this article, and why each way of naming them was taken for the same actor.",
    "stances": (
        "Stance expressed in reported text: +1 supports, −1 opposes. “Not sure” is not neutral: no side was clear enough."
    ),
    "tone": "How each mention is spoken of, by whoever speaks there: −1 negative, +1 positive.",
    "dates": "What the text says is, or was, to happen on a day.",
    "repairs": "What was mended or dropped before reading. Tick rows to undo them; the article is then read again.",
}
HEADINGS: Final = {
    "number": "No.",
    "speaker_name": "Who",
    "verb": "Verb",
    "addressee_name": "To whom",
    "claim": "How",
    "kind": "Kind",
    "text": "What was said",
    "via_names": "By way of",
    "about_names": "About",
    "rule": "Rule",
    "confidence": "Sure",
    "actor_name": "Who",
    "office": "Office",
    "mentions": "Mentions",
    "aliases": "Written as",
    "said": "Quotes",
    "reasons": "Why these are one",
    "holder_name": "Who",
    "position": "Side",
    "target_name": "Towards",
    "basis": "Basis",
    "modality": "Modality",
    "event": "PLOVER act",
    "score": "Score",
    "surface": "Written as",
    "label": "Tone",
    "voice_name": "Voice",
    "date": "Date",
    "what": "What happens then",
    "change": "Change",
    "source": "In the source",
    "now": "Now",
    "around": "Around it",
}
HEADING_HELP: Final = {
    "claim": "asserted, denied, threatened, demanded, promised, asked or declined: the Method page says more.",
    "kind": "direct: all within quotation marks; mixed: some of it; indirect: none.",
    "rule": "The rule that found it, as the program calls it.",
    "confidence": "How sure the program is, from 0 to 100 %.",
    "via_names": "Who relayed the words. Only they vouch for them.",
    "basis": "said: from a quote; did: from a reported act; narrated: the outlet's own voice.",
    "modality": "actual, or only threatened, demanded, promised, denied.",
    "event": "The act as a category of the PLOVER ontology, so that it can be set beside POLECAT and ICEWS.",
    "voice_name": "Who speaks there; the outlet itself outside of quotes.",
    "number": "The number printed in the text.",
    "reasons": "For each way of naming the actor, why it was taken for this one.",
}

# ---- repairs and removal -------------------------------------------------------------------------------------------
UNDO_ALL: Final = "Undo all, and read the text exactly as it was given"
UNDOING: Final = "Reading the article again without these repairs …"
UNDO_READ_ONLY: Final = (
    "The demo articles of this public instance cannot be changed. Load an article of your own to undo its repairs."
)
UNDO_FAILED: Final = "The article could not be read again, so nothing was changed. {detail}"
REMOVE: Final = "Remove this article for good"
REMOVE_TITLE: Final = "Remove this article?"
REMOVE_SURE: Final = (
    "Its text and everything found in it is deleted from this machine. It cannot be brought back, only loaded again."
)
REMOVE_YES: Final = "Remove it for good"
KEEP: Final = "Keep it"
REMOVED: Final = "The article was removed for good."
MADE_BY: Final = "Found by engine {engine} with {model}, data {data}."


def undo_some(n: int) -> str:
    """The button that takes the ticked repairs back."""
    return f"Undo {words.counted(n, 'ticked repair')}" if n else "Undo the ticked repairs"


def undone(n: int) -> str:
    """What has been done."""
    return (
        f"{words.counted(n, 'repair')} undone. The article was read again, and all that is shown rests on the new text."
    )


def article_label(day: str, outlet: str, title: str) -> str:
    """An article in the list to choose from."""
    return f"{day} · {line(outlet, 40) or words.NO_OUTLET} · {line(title, 110) or words.NO_TITLE}"


def untitled(text: str) -> str:
    """What tells an article without a title from others: how it begins."""
    return f"{words.NO_TITLE}: {line(text, 80)}"


def dated(article: Article) -> str:
    """The stated date; where the text contradicts it or none is stated, the days on which it can have been written."""
    stated = STATED.format(day=article.published) if article.published else NO_STATED
    if article.written is None:
        return stated
    first, last = article.written
    if article.published and first <= article.published <= last:
        return stated
    told = WRITTEN_DAY if first == last else WRITTEN_DAYS
    return f"{stated}; {told.format(first=first, last=last)}"


def actor_label(actor: Actor, surface: str) -> str:
    """The letter of the actor's kind, and the name where the text gives no part of it."""
    letter, given = KIND_LETTERS[actor.kind], set(surface.casefold().split())
    return letter if given & set(actor.name.casefold().split()) else f"{letter} {line(actor.name, LABEL)}"


def actor_told(actor: Actor) -> str:
    """Who this is, in a line."""
    return ", ".join(part for part in (actor.name, words.KINDS[actor.kind].lower(), actor.office) if part)


def part_label(part: str, numbers: Sequence[int]) -> str:
    """What is printed at a speaker or an addressee: 1 by."""
    return _PART_LABELS[part].format(n=", ".join(map(str, numbers)))


def part_told(part: str, numbers: Sequence[int]) -> str:
    """What a speaker or an addressee is: speaker of quotes 1 and 3."""
    listed = " and ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
    return _PARTS_TOLD[part].format(quotes=f"{'quote' if len(numbers) == 1 else 'quotes'} {listed}")


def stance_sign(row: Mapping[str, Any]) -> str:
    """A stance as printed at the end of its sentence: Veltin ▼ Karsovia."""
    return f"{line(row['holder_name'], LABEL)} {STANCE_SIGNS[row['position']]} {line(row['target_name'], LABEL)}"


def unsure_sign(given: Sequence[str]) -> str:
    """How many stances of a sentence have no clear side: 3 ?"""
    return f"{len(given)} {STANCE_SIGNS['abstained']}"


def date_told(day: date, what: str) -> str:
    """A date that the text names."""
    return f"{day:%-d %B %Y}: {what}" if what else f"{day:%-d %B %Y}"


def date_label(day: date, surface: str) -> str:
    """The day, where the text only says *on Sunday*."""
    return "" if str(day.year) in surface else f"{day:%-d %b %Y}"


def change(source: str, now: str) -> str:
    """What kind of repair it was."""
    if not now:
        return "dropped"
    return "replaced" if source else "put in"


def dropped_label(source: str) -> str:
    """The mark that stands where something was dropped."""
    return f"✂ {len(source)}"


def repaired(row: Mapping[str, Any]) -> str:
    """What a repair took out and put in, in full: what was dropped is not in the text any more."""
    return " → ".join(part for part in (row["source"], row["now"]) if part)


def repair_told(row: Mapping[str, Any]) -> str:
    """A repair as a sentence."""
    if row["change"] == "dropped":
        return f"dropped here ({row['rule']})"
    if row["change"] == "put in":
        return f"put in by a repair ({row['rule']})"
    return f"“{row['source']}” was replaced ({row['rule']})"
