"""Whether the words before a colon name a speaker."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.stages.quotes.page import Page

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
