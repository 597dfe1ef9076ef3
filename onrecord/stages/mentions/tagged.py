"""The tagger's names, repaired: cut to the name itself, or dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import Kind
from onrecord.stages.mentions.layout import Layout

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
EVENTS = frozenset(("EVENT", "LAW", "PRODUCT"))
_LABELS = frozenset(KINDS) | EVENTS | {"WORK_OF_ART"}
_KEPT_TITLES = frozenset("pope king queen prince princess saint st. st lady lord".split())
_EDGES = frozenset("the a an this that these those its their his her our my all both some".split())
_VERBS = frozenset(("VB", "VBP", "VBZ", "VBD"))
_AMOUNTS = frozenset("percent million billion trillion".split())
_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_MODEL = re.compile(r"(?:.* )?[A-Za-z]{1,4}-?\d+[A-Z]?|[A-Za-z]+(?: [A-Za-z]+)? \d+")  # S-400, TB2, Nord Stream 2
_TWO_AND = 3  # words of "Hulu and Netflix"; "Health and Human Services" is one name
_LONGEST_NAME = 9  # words; a longer span of the tagger is a sentence


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of words that the tagger took for a name of this label."""

    first: int
    last: int  # the word after
    label: str


def find_tagged(doc: Doc, gazetteer: Gazetteer, layout: Layout) -> Iterator[Tagged]:
    """The tagger's names without titles, articles, possessives, line breaks, weekdays and fragments of offices."""
    for entity in doc.ents:
        if entity.label_ not in _LABELS:
            continue
        for part in _lines(entity):
            first, last = _trim(doc, part, entity.label_, gazetteer)
            if entity.label_ == "PERSON":
                last = _extend(doc, last, layout)
            elif entity.label_ == "ORG" and first < last:
                first = _reach_back(doc, first, layout)
            tagged = Tagged(first, last, entity.label_)
            if first < last and last - first <= _LONGEST_NAME and _is_name(doc, tagged, gazetteer):
                yield tagged


def is_title_word(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether the word belongs to a title or an office and not to the name after it."""
    word = token.lower_
    if word in _KEPT_TITLES:
        return False
    nouns = gazetteer.nouns
    if word in nouns.honorifics or word in nouns.people or word in nouns.portfolios or word in nouns.not_now:
        return True
    return word in gazetteer.offices.vocabulary or word == "of"


def _lines(entity: Span) -> Iterator[tuple[int, int]]:
    """The parts of a span between line breaks, around an article that no preposition leads to, and of a mere pair."""
    start = entity.start
    for token in entity:
        inside = token.i > entity.start and token.nbor(-1).text[0].isupper()
        pair = token.lower_ == "and" and (entity.label_ == "PERSON" or len(entity) == _TWO_AND)
        if "\n" in token.text or (inside and (token.lower_ == "the" or pair)):
            yield start, token.i
            start = token.i + 1
    yield start, entity.end


def _trim(doc: Doc, part: tuple[int, int], label: str, gazetteer: Gazetteer) -> tuple[int, int]:
    first, last = part
    while first < last and _is_edge(doc[first], gazetteer):
        first += 1
    while label != "PERSON" and last - first > 1 and (doc[first].is_lower or doc[first].tag_ in _VERBS):
        first += 1
    while first < last and (_is_edge(doc[last - 1], gazetteer) or doc[last - 1].lower_ in _POSSESSIVE):
        last -= 1
    if label == "PERSON":
        while last - first > 1 and is_title_word(doc[first], gazetteer):
            first += 1
        while last - first > 1 and not doc[last - 1].text[0].isupper():
            last -= 1
    return first, last


def _is_edge(token: Token, gazetteer: Gazetteer) -> bool:
    word = token.text
    if token.is_space or (token.is_punct and word not in ("#", "@")) or token.lower_ in _EDGES:
        return True
    return word in gazetteer.nouns.day_names or word in gazetteer.nouns.captions


def _extend(doc: Doc, last: int, layout: Layout) -> int:
    while last < len(doc) and not layout.in_headline(doc[last].idx) and _continues(doc[last]):
        last += 1
    return last


def _reach_back(doc: Doc, first: int, layout: Layout) -> int:
    """The first word of a name of which the tagger saw only the end."""
    while first and not layout.in_headline(doc[first - 1].idx) and _continues(doc[first - 1]):
        if doc[first - 1].dep_ != "compound" or doc[first - 1].head.i < first:
            break
        first -= 1
    return first


def _continues(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.text.isalpha() and token.ent_type_ == ""


def _is_name(doc: Doc, tagged: Tagged, gazetteer: Gazetteer) -> bool:
    span, nouns = doc[tagged.first : tagged.last], gazetteer.nouns
    text = span.text
    if text in nouns.not_names or len(text) < 2 or not any(character.isupper() for character in text):
        return False
    if tagged.label in EVENTS or tagged.label == "WORK_OF_ART":
        return True
    if any(mark in text for mark in ("@", "/", "http", ": ")) or _MODEL.fullmatch(text):
        return False
    if len(span) > 2 and any(token.tag_ in _FINITE for token in span[1:-1]):  # a headline, not a name
        return False
    if any(token.lower_ in _AMOUNTS for token in span) or (tagged.label == "PERSON" and span[-1].tag_ == "NNPS"):
        return False
    if len(span) > 1 and (span[-1].lower_ in nouns.event_heads or span[0].lower_ == "operation"):
        return False
    capitals = [token for token in span if token.text[0].isupper() or token.text[0].isdigit()]
    common = all(is_title_word(token, gazetteer) or token.text in nouns.not_names for token in capitals)
    last = span[-1].lower_
    if common and last in nouns.institutions:  # "its Defence Ministry" is a description, whose it is stands elsewhere
        return False
    return not common or (len(capitals) > 1 and last in nouns.organisation_heads)
