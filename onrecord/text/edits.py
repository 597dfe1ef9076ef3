"""Changes to a text, kept so that each can be shown and all can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Edit


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do to a draft: put `new` where characters start..end of its present text stand."""

    start: int
    end: int
    new: str
    rule: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way to the canonical one, and the edits that brought it here from the source."""

    text: str
    edits: tuple[Edit, ...] = ()


def undo(text: str, edits: Sequence[Edit]) -> str:
    """The source that `edits`, in their order, turned into `text`: exactly, character for character."""
    return _restored(text, edits, 0, len(text))


def revise(draft: Draft, changes: Iterable[Change]) -> Draft:
    """The draft with the changes made, which must not overlap each other.

    An earlier edit that a change overlaps becomes part of it: the new edit holds the source of both and the rule of
    the change. Edits that only touch stay apart, in the order in which their sources stand.
    """
    changed = sorted(changes, key=lambda change: (change.start, change.end))
    if not changed:
        return draft
    pieces: list[str] = []
    edits: list[Edit] = []
    position = length = 0
    for start, end, old, new in _groups(draft.edits, changed):
        pieces.append(draft.text[position:start])
        length += start - position
        if not new:
            edits.append(Edit(length, length + end - start, old[0].source, old[0].rule))
            pieces.append(draft.text[start:end])
            length += end - start
        else:
            put = _changed(draft.text, new, start, end)
            source = _restored(draft.text, old, start, end)
            if put != source:
                edits.append(Edit(length, length + len(put), source, new[-1].rule))
            pieces.append(put)
            length += len(put)
        position = end
    pieces.append(draft.text[position:])
    return Draft("".join(pieces), tuple(edits))


def _groups(edits: Sequence[Edit], changes: Sequence[Change]) -> list[tuple[int, int, list[Edit], list[Change]]]:
    """Edits and changes in order of the text, those that overlap together, each group with its start and end."""
    groups: list[tuple[int, int, list[Edit], list[Change]]] = []
    items: list[Edit | Change] = [*edits, *changes]
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        if groups and item.start < groups[-1][1]:
            start, end, old, new = groups.pop()
        else:
            start, end, old, new = item.start, item.end, [], []
        if isinstance(item, Edit):
            old.append(item)
        else:
            new.append(item)
        groups.append((start, max(end, item.end), old, new))
    return groups


def _restored(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    pieces = []
    for edit in edits:
        pieces += [text[start : edit.start], edit.source]
        start = edit.end
    return "".join(pieces) + text[start:end]


def _changed(text: str, changes: Sequence[Change], start: int, end: int) -> str:
    pieces = []
    for change in changes:
        pieces += [text[start : change.start], change.new]
        start = change.end
    return "".join(pieces) + text[start:end]
