"""Stretches of text between quotation marks, paragraph by paragraph, whatever the marks and even if one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = re.compile(r"''|``|‘‘|’’|‘’|’‘|[\"“”„‟«»]")
OPENING, CLOSING = frozenset({"“", "«", "„", "‟", "``"}), frozenset({"”", "»"})
LINE = re.compile(r"[^\n]+")
# A single mark opens after a space or a bracket and before a word; ’90s and the like open nothing.
SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–-])|^)(?:‘|'|‚)(?=[\w“\"$£€#@(])(?!\d0s\b|(?:em|tis|twas|til|cause|n)\b)")
# It closes after a word or a stop and before a space, a stop or the end.
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%)”])(?:’|'|‘)(?=[\s.,;:!?)\]—–-]|$)")
SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters between two marks: `start`..`end` inside them, `opens`..`closes` with them.

    `whole` is False where a mark is missing, so that its bound is a guess; `runs_on` says that the paragraph ends
    before the closing mark and the next one opens with another: one utterance over two paragraphs.
    """

    start: int
    end: int
    opens: int
    closes: int
    paragraph: int
    whole: bool = True
    runs_on: bool = False
    single: bool = False


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Every stretch between marks, in order; none overlaps another, and nested marks stay inside the outer ones."""
    lines = list(LINE.finditer(text))
    found: list[Stretch] = []
    for number, line in enumerate(lines):
        follows = lines[number + 1].group().lstrip() if number + 1 < len(lines) else ""
        marks = _double_stretches(line.group(), line.start(), number, _opens_paragraph(follows))
        found += sorted([*marks, *_single_stretches(line.group(), line.start(), number, marks)], key=lambda s: s.start)
    return tuple(found)


def _opens_paragraph(line: str) -> bool:
    return bool(line) and DOUBLE.match(line) is not None and line[0] not in CLOSING


def _double_stretches(line: str, base: int, number: int, next_opens: bool) -> list[Stretch]:
    found: list[Stretch] = []
    opener: re.Match[str] | None = None
    free = 0  # where text that belongs to no stretch begins
    marks = _outermost(list(DOUBLE.finditer(line)))
    for position, mark in enumerate(marks):
        if opener is None:
            if _is_opening(line, mark, remaining=len(marks) - position):
                opener = mark
            elif (start := _missing_opening(line, free, mark)) is not None:
                found.append(Stretch(base + start, base + mark.start(), base + start, base + mark.end(), number, False))
                free = mark.end()
        elif _is_opening(line, mark, remaining=0) and not _nests(opener, mark):
            end = _missing_closing(line, opener.end(), mark.start())
            found += _stretch(line, base, number, opener.end(), end, opener.start(), end, whole=False)
            opener = mark
        elif not (_nests(opener, mark) and _is_opening(line, mark, remaining=0)):
            found += _stretch(line, base, number, opener.end(), mark.start(), opener.start(), mark.end())
            opener, free = None, mark.end()
    if opener is not None:
        runs_on = next_opens and len(line) - opener.end() > 1
        block = not line[: opener.start()].strip()  # a paragraph that only opens is quoted as a whole
        end = len(line.rstrip()) if runs_on or block else _missing_closing(line, opener.end(), len(line))
        found += _stretch(line, base, number, opener.end(), end, opener.start(), end, whole=runs_on, runs_on=runs_on)
    return found


def _outermost(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks of a line without those nested in a pair of the same kind, where all of them pair up: “… “…” …”."""
    depth, kept = 0, []
    for mark in marks:
        if mark.group() not in ("“", "”"):
            return marks
        depth += 1 if mark.group() == "“" else -1
        if depth == (1 if mark.group() == "“" else 0):
            kept.append(mark)
        if not 0 <= depth <= 2:
            return marks
    return kept if depth == 0 else marks


def _stretch(
    line: str, base: int, number: int, start: int, end: int, opens: int, closes: int, **kind: bool
) -> Iterator[Stretch]:
    """The stretch without the white space inside its marks; nothing where no character is left."""
    inner = line[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if start < end:
        yield Stretch(base + start, base + end, base + opens, base + closes, number, **kind)


def _is_opening(line: str, mark: re.Match[str], remaining: int) -> bool:
    """Whether a mark opens, by the space around it; where that does not tell, by its glyph, then by what is left to
    pair."""
    before = line[mark.start() - 1] if mark.start() else " "
    after = line[mark.end()] if mark.end() < len(line) else " "
    left = before.isspace() or before in "([—–-/‘'"
    right = after.isspace() or after in ".,;:!?)]"
    if left != right:
        return left
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    return remaining > 1


def _nests(opener: re.Match[str], mark: re.Match[str]) -> bool:
    return opener.group() != mark.group()


def _missing_opening(line: str, free: int, mark: re.Match[str]) -> int | None:
    """Where words begin that only have their closing mark: the start of the sentence, if they end as speech does."""
    before = line[free : mark.start()]
    if not before.rstrip().endswith((",", ".", "!", "?", "…")) or len(before.split()) < 3:
        return None
    ends = [match.end() for match in SENTENCE_END.finditer(before.rstrip()[:-1])]
    start = free + (ends[-1] if ends else 0)
    return start + len(line[start:]) - len(line[start:].lstrip())


def _missing_closing(line: str, start: int, limit: int) -> int:
    """Where words end that only have their opening mark: before a comma and attribution, else with the sentence."""
    end = SENTENCE_END.search(line, start, limit)
    return end.end() if end else start + len(line[start:limit].rstrip())


def _single_stretches(line: str, base: int, number: int, taken: list[Stretch]) -> Iterator[Stretch]:
    """Stretches between single marks outside the double ones."""
    position = 0
    while opener := SINGLE_OPEN.search(line, position):
        position = opener.end()
        outer = next((s for s in taken if s.opens <= base + opener.start() < s.closes), None)
        if outer:
            position = max(position, outer.closes - base)
            continue
        limit = min((s.opens - base for s in taken if s.opens - base > opener.end()), default=len(line))
        if closer := _single_closing(line, opener.end(), limit):
            found = _stretch(
                line, base, number, opener.end(), closer.start(), opener.start(), closer.end(), single=True
            )
            yield from found
            position = closer.end()


def _single_closing(line: str, start: int, limit: int) -> re.Match[str] | None:
    """The mark that closes: the first after a stop, before a stop or the end; else the first that can (a plural's
    apostrophe looks the same: *the workers’ demands*)."""
    marks = list(SINGLE_CLOSE.finditer(line, start, limit))
    sure = [m for m in marks if line[m.start() - 1] in ".,!?…" or m.end() >= len(line) or not line[m.end()].isspace()]
    plain = [m for m in marks if line[m.start() - 1] != "s"]
    return next(iter(sorted([*sure[:1], *plain[:1]], key=lambda m: m.start())), marks[0] if marks else None)
