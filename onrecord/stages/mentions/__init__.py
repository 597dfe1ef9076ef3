"""Where someone is named, described or referred to: names, offices, descriptions and pronouns, in order of the text."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.records import NAMED, Candidate, Span
from onrecord.stages.mentions.descriptions import find_descriptions
from onrecord.stages.mentions.layout import lay_out
from onrecord.stages.mentions.names import find_names
from onrecord.stages.mentions.offices import find_offices
from onrecord.stages.mentions.pronouns import find_pronouns
from onrecord.stages.mentions.titles import attach_titles


def find_mentions(doc: Doc, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Every stretch that may mention an actor, with what the words alone tell of it.

    1. names         the gazetteer's, then the tagger's, repaired
    2. offices       a role and whose it is: "the US president", "its foreign minister"
    3. titles        an office straight before a name belongs to that name
    4. descriptions  "a senior official", "residents", "this adviser"
    5. pronouns      he, she, it, they; the first person waits for its quote
    """
    layout = lay_out(doc)
    names = find_names(doc, gazetteer, layout)
    offices = find_offices(doc, gazetteer, names, layout)
    titled, standing = attach_titles(doc, gazetteer, names, offices, layout)
    descriptions = find_descriptions(doc, gazetteer, [*titled, *offices])
    found = [*titled, *standing, *descriptions, *find_pronouns(doc)]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end)))


def names_in(doc: Doc, gazetteer: Gazetteer) -> list[Span]:
    """Where the text names someone, whoever it is."""
    return [candidate.span for candidate in find_mentions(doc, gazetteer) if candidate.form in NAMED]
