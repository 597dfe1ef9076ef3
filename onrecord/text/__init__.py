"""Characters to canonical text: afterwards every offset is final, and every repair can be shown and undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.records import Edit
from onrecord.text.characters import repair_characters
from onrecord.text.edits import Draft, undo
from onrecord.text.language import ENGLISH, language_of
from onrecord.text.marks import mend_marks
from onrecord.text.page import clean_page
from onrecord.text.parting import part_words
from onrecord.text.words import DebrisWords, TextWords

__all__ = ["Canonical", "DebrisWords", "TextWords", "canonical", "clean_field", "language_of", "undo"]


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text as it will be read, and what the page round it told: headline, byline and date, where it had them."""

    text: str
    language: str
    title: str = ""
    author: str = ""
    published: date | None = None
    edits: tuple[Edit, ...] = ()


def canonical(source: str, words: TextWords) -> Canonical:
    """The text to analyse, of a source as it was handed in; `undo(text, edits)` gives the source back.

    1. characters  made sound (any language)
    2. page        what a scraper took along is dropped
    3. parting     glued words (English only)
    4. marks       spaces round punctuation (English only)
    """
    draft = repair_characters(Draft(source))
    page = clean_page(draft, words.debris)
    draft, language = page.draft, language_of(page.draft.text)
    if language == ENGLISH:
        draft = mend_marks(part_words(draft, words))
    return Canonical(draft.text, language, page.title, page.author, page.published, draft.edits)


def clean_field(value: str, most: int) -> str:
    """A title, a name or a label on one line: characters repaired, white space closed up, cut at `most` characters."""
    repaired = repair_characters(Draft(value[: 2 * most])).text
    return " ".join(repaired.split())[:most]
