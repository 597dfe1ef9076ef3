"""Lines of the page that a scraper took for lines of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.text.edits import Change
from onrecord.text.lines import Line, drop, lines_of
from onrecord.text.words import DebrisWords

LONGEST_LINK = 30  # words of a label and the title after it
LONGEST_NOTICE = 40  # words of a plea to subscribe or a notice of rights
SHORTEST_TITLE = 4  # words; a shorter line under a lone label is a crosshead
ORNAMENTS = "•*-–—>»►▶|[]() \t"
QUOTES = "\"“”„«'‘"
AFTER_LABEL = re.compile(r"\s*[:|»→–—-]\s*|\s+")
SENTENCE_END = re.compile(r"[.!?][”\"’)]?\Z")


def find_debris(lines: Sequence[Line], body: int, words: DebrisWords) -> dict[int, str]:
    """The rule by which each line is dropped, by its place in `lines`; `body` is the place of the first paragraph."""
    found: dict[int, str] = {}
    for place, line in enumerate(lines):
        folded = line.text.lower().replace("’", "'").strip(ORNAMENTS)
        if place in found or line.text[0] in QUOTES:
            continue
        label = _link_label(line, folded, words, in_body=place >= body)
        if label is not None:
            found[place] = "link to another article"
            if label == folded and place + 1 < len(lines) and _is_title(lines[place + 1]):
                found[place + 1] = "link to another article"
        elif _is_notice(line, folded, words):
            found[place] = "page notice"
    buttons = {place for place, line in enumerate(lines) if line.text.lower().strip(ORNAMENTS) in words.buttons}
    for place in sorted(buttons - set(found)):
        if {place - 1, place + 1} & (buttons | set(found)):
            found[place] = "page button"
    return found


def drop_lines(text: str, lines: Sequence[Line], found: dict[int, str]) -> Iterator[Change]:
    """The changes that take the found lines out of the text."""
    return (drop(text, lines[place], rule) for place, rule in sorted(found.items()))


def find_trailing_links(text: str, words: DebrisWords) -> Iterator[Change]:
    """The changes that cut a link off the end of a paragraph: "… he said. READ MORE: Title"."""
    labels = [written for label in words.links for written in (label.upper(), label.capitalize())]
    labels = [label for label in labels if label in text]
    for line in lines_of(text) if labels else ():
        for label in labels:
            place = line.text.find(label)
            before, link = line.text[: max(place, 0)].rstrip(), line.text[place:]
            short = len(link.split()) <= LONGEST_LINK and not link.endswith(".")
            if short and SENTENCE_END.search(before) and (link == label or _title_follows(link, label)):
                yield Change(line.start + len(before), line.end, "", "link to another article")
                break


def _link_label(line: Line, folded: str, words: DebrisWords, *, in_body: bool) -> str | None:
    """The label that a line begins with when it is a link to another article, else None."""
    if len(line.words) > LONGEST_LINK or line.has_full_stop:
        return None
    for label in words.links if folded.startswith(words.links) else ():
        if folded == label or (folded.startswith(label) and _title_follows(line.text.strip(ORNAMENTS), label)):
            return label
    for label in words.links_with_colon if in_body else ():
        if folded.startswith(label + ":"):
            return label
    return None


def _title_follows(link: str, label: str) -> bool:
    rest = link[len(label) :]
    gap = AFTER_LABEL.match(rest)
    if not gap:
        return False
    title = rest[gap.end() :]
    return gap.group().strip() != "" or title[:1].isupper() or title[:1].isdigit() or title[:1] in QUOTES


def _is_title(line: Line) -> bool:
    return not line.has_full_stop and not line.is_prose and len(line.words) >= SHORTEST_TITLE


def _is_notice(line: Line, folded: str, words: DebrisWords) -> bool:
    bare = folded.rstrip(" .!:…>»")
    if bare in words.lines:
        return True
    short = len(line.words) <= LONGEST_NOTICE
    return short and (folded.startswith(words.beginnings) or bare.endswith(words.endings))
