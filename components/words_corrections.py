"""What the Actors page says where actors are searched and corrected by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from components.plain import line, plain
from components.words import KINDS, counted
from onrecord.correction_lines import Imported
from onrecord.records import Actor
from onrecord.store.correcting import Kept
from onrecord.store.corrections import Correction

# ---- finding actors ------------------------------------------------------------------------------------------------
NAME: Final = "Name"
NAME_HINT: Final = "Name, or part of one"
NAME_HELP: Final = "Looks in every name that an actor goes by in the articles, not only in the one that is shown."
SIDE: Final = "Side"
ANY_SIDE: Final = "Any side"
SIDE_HELP: Final = (
    "The state that an actor belongs to, or a bloc whose members they belong to, where that is a known fact. It says "
    "nothing of what they think. Blocs are those of today."
)
KIND: Final = "Kind"
NOBODY: Final = "No actor fits. Use another name, or clear the kinds and sides."


def bloc(name: str) -> str:
    """The members of a bloc, to choose."""
    return f"{name} members"


# ---- correcting one actor ------------------------------------------------------------------------------------------
CORRECT: Final = "Correct"
CORRECT_HELP: Final = (
    "Say that this is somebody else, is called otherwise, or is no actor. It can be undone at any time."
)
CORRECT_TITLE: Final = "Correct an actor"
WAYS: Final = {
    "merge": "Same as another",
    "split": "Two in one",
    "rename": "Other name",
    "drop": "Not an actor",
}
TOLD: Final = {
    "merge": "Everything found about **{name}** will count as the other's.",
    "split": (
        "A name of **{name}** that means somebody else. What is called by it goes to them, with the pronouns that "
        "follow it."
    ),
    "rename": "The name that is shown for **{name}**, everywhere. What was found stays as it is.",
    "drop": (
        "**{name}** will be in no list and no chart. Quotes stay, with the words that name their speaker; tone and "
        "stances of **{name}** or towards **{name}** go."
    ),
}
WHO_ELSE: Final = "Who it is"
WHO_ELSE_HINT: Final = "Choose an actor"
WHICH_NAME: Final = "Which name"
NO_NAMES: Final = "No name of theirs stands in the articles: “Same as another” or “Not an actor” may be what you need."
WHERE: Final = "Where"
EVERYWHERE: Final = "In all articles"
WHO_INSTEAD: Final = "Who it is instead"
WHICH_OF_THEM: Final = "Which of those listed"
SOMEBODY: Final = {"new": "Somebody who is not listed yet", "listed": "Somebody listed here"}
SHOWN_NAME: Final = "Name to show"
STATE: Final = "Side (optional)"
NO_STATE: Final = "Not known"
DO: Final = {
    "merge": "Count as one",
    "split": "Split off",
    "rename": "Show this name",
    "drop": "Take out of the list",
}
ELSEWHERE: Final = "This name stands in no article; it is known only as the state that others belong to."
DEMO_FIXED: Final = (
    "The demo is the same for all visitors and cannot be corrected here. In articles of your own you can say that two "
    "actors are one, split, rename, drop or add them."
)

# ---- a new actor ---------------------------------------------------------------------------------------------------
NEW: Final = "New actor"
NEW_HELP: Final = (
    "Somebody who was not found, or who was taken for others. They get every place that bears their names."
)
NEW_TITLE: Final = "Add an actor"
NEW_TOLD: Final = (
    "Wherever one of the names stands in your articles, in these very letters, it will count as this actor, also in "
    "articles that you load later. What was counted as somebody else there moves with it. No tone or stance is found "
    "where nobody was seen before."
)
OTHER_NAMES: Final = "Other names they go by (optional), one a line"
ADD: Final = "Add"
NAME_MISSING: Final = "Give a name first."
CHOICE_MISSING: Final = "Choose who it is first."

# ---- after it ------------------------------------------------------------------------------------------------------
UNDO: Final = "Undo"
CLOSE: Final = "Close"
WORKING: Final = "Counting anew …"

# ---- what may be one -----------------------------------------------------------------------------------------------
ACCEPT: Final = "Count as one"
REFUSE: Final = "Not the same"
PROPOSED_TOLD: Final = (
    "Their names are near, and nothing else is known that makes them one or two. Nothing is joined until you say so."
)
MORE_PROPOSED: Final = "{n} more come up when these are decided."

# ---- the list ------------------------------------------------------------------------------------------------------
NONE_YET: Final = "None yet. Open an actor and press “Correct”, or bring in a file that was saved here or elsewhere."
LIST_TOLD: Final = (
    "Corrections are kept beside what the program found and never change it. They hold in every chart, table, search "
    "and export, also for articles read later."
)
LIST_HEADINGS: Final = {"what": "What", "articles": "Articles changed", "when": "When (UTC)"}
TICK: Final = "Tick the ones to undo."
UNDO_LAST: Final = "Undo the last one"
SAVE: Final = "Save as a file"
SAVE_HELP: Final = "JSON lines, one correction each; they can be brought in again here, or in another collection."
FILE_NAME: Final = "on-record-corrections-{collection}.jsonl"
BRING_IN: Final = "Bring in a file of corrections (JSON lines)"
TAKE_IN: Final = "Bring in"
BAD_SHOWN = 20  # lines of a file that are told one by one


def undo_ticked(n: int) -> str:
    """On the button that undoes what is ticked."""
    return f"Undo {counted(n, 'correction')}" if n else "Undo what is ticked"


def name_counted(name: str, n: int) -> str:
    """A name that an actor goes by, to choose."""
    return f"{line(name, 80)} ({n})"


def proposed(n: int) -> str:
    """Above the pairs of names that may be one."""
    return f"{counted(n, 'pair')} of names may be one actor"


def corrections_made(n: int) -> str:
    """Above the list of corrections."""
    return f"Corrections by hand ({n})"


def correction_told(one: Correction) -> str:
    """What a correction says, as a sentence without markdown."""
    names = ", ".join(f"“{line(alias, 60)}”" for alias in one.aliases)
    actor, into = _told_apart(one.actor, one.into)
    where = " in one article" if one.article else ""
    return {
        "merge": f"{actor} is counted as {into}",
        "split": f"{names}{where} is not {actor} but {into}",
        "rename": f"{actor} is shown as {into}",
        "drop": f"{actor} is not an actor",
        "new": f"{actor} is an actor, called {names}",
        "apart": f"{actor} and {into} are not the same",
    }[one.kind]


def _told_apart(actor: Actor, into: Actor | None) -> tuple[str, str]:
    """The names of two actors; with their kinds where the names are one."""
    names = line(actor.name, 80), line(into.name, 80) if into else ""
    if into is None or names[0] != names[1] or into.kind == actor.kind:
        return names
    return f"{names[0]} ({KINDS[actor.kind].lower()})", f"{names[1]} ({KINDS[into.kind].lower()})"


def done(one: Correction, articles: int) -> str:
    """After a correction: what it said and how much it changed, as markdown."""
    told = f"**{plain(correction_told(one))}.** "
    if one.kind == "apart":
        return told + "They will not be offered again."
    if articles:
        return told + f"{counted(articles, 'article')} changed, in every chart and table."
    return told + "It changes nothing in these articles, and will hold for those that you load later."


def undone(gone: list[Correction]) -> str:
    """After an undoing: what was taken back, and what went with it."""
    first, *others = map(correction_told, gone)
    with_it = f" With it went what rested on it: {'; '.join(others)}." if others else ""
    return f"Undone: {first}.{with_it}"


def several_undone(gone: list[Correction]) -> str:
    """After undoing several that were ticked."""
    return undone(gone) if len(gone) == 1 else f"Undone: {'; '.join(map(correction_told, gone))}."


def brought_in(came: Imported) -> str:
    """What came of a file of corrections."""
    there = f" {counted(came.there, 'was', 'were')} there already." if came.there else ""
    taken = counted(came.taken, "correction") if came.taken else "No correction"
    return f"{taken} brought in.{there}"


def not_brought_in(bad: Iterable[tuple[int, str]]) -> str:
    """The lines of a file that could not be taken, as markdown."""
    bad = list(bad)
    shown = [f"- line {number}: {plain(why)}" for number, why in bad[:BAD_SHOWN]]
    more = [f"- and {len(bad) - BAD_SHOWN} more"] if len(bad) > BAD_SHOWN else []
    return "\n".join([f"{counted(len(bad), 'line')} could not be taken:", *shown, *more])


def may_be(one: Actor, other: Actor, why: str, articles: int) -> str:
    """A pair that may be one, as markdown."""
    actor, into = map(plain, _told_apart(one, other))
    return f"**{actor}** may be **{into}**: {plain(why)}. {counted(articles, 'article')}."


def listed(kept: Kept) -> Mapping[str, object]:
    """A row of the list."""
    made = kept.correction.made
    return {"what": correction_told(kept.correction), "articles": kept.articles, "when": f"{made:%Y-%m-%d %H:%M}"}
