"""The repair of characters: what broke on the way from the newsroom to the reader.

Quotation marks stay what and where they were written: a straight mark stays straight, a curly one curly.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from html.entities import name2codepoint

import ftfy

from onrecord.limits import MARK_RUN, WORD_RUN
from onrecord.text.edits import Change, Draft, revise

# Only what turns bytes read as the wrong encoding back: the rest of ftfy would straighten quotes and widen text.
MOJIBAKE = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization=None, explain=False)
NOT_ASCII = re.compile(r"([^\x00-\x7f]+)")

LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls but for tab and line feed, soft hyphen, zero-width and bidirectional marks, byte-order mark, interlinear
# marks and lone surrogates: nothing that a reader sees, and each of them breaks something later on.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]+"
)
WIDE_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
LIGATURE = re.compile("[\ufb00-\ufb06]")
ENTITY = re.compile(r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});")
STRETCH = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
MARKS = re.compile(rf"(?:[^\w\s]|_){{{MARK_RUN + 1},}}")
# Scripts that write no spaces (Thai lies below, but its words rarely stand unbroken for so long) are left alone.
LONG_WORD = re.compile(rf"[^\s\u2e80-\U0010ffff]{{{WORD_RUN + 1},}}")


def repair_characters(draft: Draft) -> Draft:
    """The draft with its characters made sound.

    1. runs         of marks, and words, too long for the tokenizer broken with spaces
    2. composition  letters and their accents made one (NFC)
    3. mojibake     UTF-8 that was read as a Western encoding
    4. entities     &quot; and &#8220; that a scraper left
    5. line ends    one line feed each
    6. invisible    characters that no reader sees
    7. spaces       wide and unbreakable ones made plain; printers' ligatures made letters
    8. runs and composition once more, for what 3 to 7 brought to light
    """
    draft = _composed(_broken(draft))
    if not draft.text.isascii():
        draft = revise(draft, _mojibake(draft.text))
    if "&" in draft.text:
        draft = revise(draft, _entities(draft.text))
    draft = _replaced(draft, LINE_END, "\n", "line end")
    draft = _replaced(draft, INVISIBLE, "", "invisible character")
    if not draft.text.isascii():
        draft = revise(draft, _spaces_and_ligatures(draft.text))
    return _composed(_broken(draft))


def _replaced(draft: Draft, pattern: re.Pattern[str], new: str, rule: str) -> Draft:
    return revise(draft, (Change(found.start(), found.end(), new, rule) for found in pattern.finditer(draft.text)))


def _broken(draft: Draft) -> Draft:
    for run, most in ((MARKS, MARK_RUN), (LONG_WORD, WORD_RUN)):
        found = run.finditer(draft.text)
        places = [place for match in found for place in range(match.start() + most, match.end(), most)]
        draft = revise(draft, (Change(place, place, " ", "long run broken") for place in places))
    return draft


def _composed(draft: Draft) -> Draft:
    if unicodedata.is_normalized("NFC", draft.text):
        return draft
    # A mark composes with the letter before it and with nothing further, so each stretch is normalised alone; the
    # runs are broken first because the normaliser is quadratic on a run of marks.
    found = [(match, unicodedata.normalize("NFC", match.group())) for match in STRETCH.finditer(draft.text)]
    return revise(draft, (Change(*each.span(), new, "composed letter") for each, new in found if new != each.group()))


def _mojibake(text: str) -> Iterator[Change]:
    start = 0
    for line in text.split("\n"):
        if not line.isascii() and ftfy.badness.is_bad(line):
            fixed = ftfy.fix_encoding(line, MOJIBAKE)
            if fixed != line:
                yield from _differences(start, line, fixed, "mojibake")
        start += len(line) + 1


def _differences(start: int, old: str, new: str, rule: str) -> Iterator[Change]:
    """The places where two lines differ: ASCII passes a change of encoding, so it aligns the rest."""
    before, after = NOT_ASCII.split(old), NOT_ASCII.split(new)
    if before[::2] != after[::2]:
        yield Change(start, start + len(old), new, rule)
        return
    for place, (was, becomes) in enumerate(zip(before, after, strict=True)):
        if place % 2 and was != becomes:
            yield Change(start, start + len(was), becomes, rule)
        start += len(was)


def _entities(text: str) -> Iterator[Change]:
    for match in ENTITY.finditer(text):
        entity = match.group().replace("&amp;", "&") if match.group() != "&amp;" else "&amp;"
        known = entity[1] == "#" or entity[1:-1] in name2codepoint or entity == "&apos;"
        meant = html.unescape(entity) if known else entity
        if meant != entity and (meant.isprintable() or meant == "\xa0") and meant != "\ufffd":
            yield Change(match.start(), match.end(), meant, "HTML entity")


def _spaces_and_ligatures(text: str) -> Iterator[Change]:
    for match in WIDE_SPACE.finditer(text):
        yield Change(match.start(), match.end(), " " * len(match.group()), "wide space")
    for match in LIGATURE.finditer(text):
        yield Change(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()), "ligature")
