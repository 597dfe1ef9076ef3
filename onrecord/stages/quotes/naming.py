"""Names that stand beside: before a colon or after a dash without a cue, or right after a cue."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.stages.quotes.marks import Stretch
from onrecord.stages.quotes.page import Cue, Page

LONG = 4  # spaces: fewer words after a colon are a title or a slogan
SPEAKING = frozenset({"he", "she", "they"})
NAME_WORDS = 6  # a longer lead-in before a colon is a clause, not a name


def is_name(page: Page, lead: list[Token]) -> bool:
    """Whether the words before a colon name somebody: capitals, no verb, no label of the page (*Read more: …*)."""
    words = " ".join(token.lower_ for token in lead)
    if any(words.startswith(label) for label in (*page.verbs.labels, *page.verbs.pointers)):
        return False
    content = [t for t in lead if t.pos_ not in ("ADP", "DET", "PUNCT", "PART", "CCONJ", "ADJ")]
    return (
        bool(content)
        and all(t.text[:1].isupper() for t in content)
        and any(t.pos_ == "PROPN" for t in content)
        and lead[-1].text[0].isalpha()
    )


def name_beside(page: Page, stretch: Stretch) -> Token | None:
    """The name that a colon before or a dash after makes the speaker: *Lenn Aster: “…”*, *“…” — Lenn Aster*."""
    start, end = page.line_of(stretch.opens)
    lead = [t for t in page.tokens(start, stretch.opens) if not t.is_space]
    if 1 < len(lead) <= NAME_WORDS and lead[-1].text == ":":
        return lead[-2] if is_name(page, lead[:-1]) else None
    rest = [t for t in page.tokens(stretch.closes, end) if not t.is_space]
    if 1 < len(rest) <= NAME_WORDS + 6 and rest[0].text in {"—", "–", "-", "--", "~"} and rest[1].pos_ == "PROPN":
        names = [t for t in rest[1:] if t.pos_ == "PROPN"]
        comma = next((t.i for t in rest if t.text == ","), rest[-1].i + 1)
        return next(t for t in reversed(names) if t.i < comma)
    return None


def subject_before(page: Page, stretch: Stretch, gap: list[Token]) -> Token | None:
    """The subject of words without a cue that a colon ends before the marks: *The doctor is more blunt: “…”*."""
    inner = page.text[stretch.start : stretch.end]
    long = inner.count(" ") >= LONG and inner.endswith((".", "!", "?", "…"))
    if stretch.single or not long or not page.lead(stretch.opens).endswith(":"):
        return None
    subjects = [t for t in gap if t.dep_ == "nsubj"]
    for subject in subjects:
        named = subject.pos_ == "PROPN" or subject.lower_ in SPEAKING
        if named or subject.lemma_.lower() in page.verbs.speakers:
            return subject
    return None


def name_after_cue(cue: Cue, source: Token) -> Token:
    """The source, or where the parser took a later noun for it the name right after the cue: *says Lenn Aster, author
    of a book called The Long Road: A Story*."""
    doc = source.doc
    end = cue.last + 1
    while end < len(doc) and doc[end].pos_ in ("DET", "ADJ", "NUM", "PROPN", "NOUN", "PART") and end < source.i:
        end += 1
    near = doc[end - 1]
    named = near.ent_type_ == "PERSON" and near.i > cue.last and source.ent_type_ != "PERSON"
    return near if named and source.i > end and doc[end].text == "," else source
