"""Who is in the article: every mention given to one actor, each actor once, with the reasons."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.knowledge.offices import days_of
from onrecord.records import Article, Candidate, Cast
from onrecord.stages.actors.closing import close_cast, drop_silent, resolve_first_person
from onrecord.stages.actors.names import name_actors
from onrecord.stages.actors.reading import Reading
from onrecord.stages.actors.references import resolve_references
from onrecord.stages.actors.roster import Roster

__all__ = ["drop_silent", "resolve_actors", "resolve_first_person"]


def resolve_actors(article: Article, doc: Doc, candidates: tuple[Candidate, ...], gazetteer: Gazetteer) -> Cast:
    """The cast of one article.

    1. names       the gazetteer first, then the article's own evidence: full names, acronyms, spellings
    2. references  from left to right: offices by date, descriptions, pronouns, each to someone named before
    3. the rest    sources without a name become actors of their own; offices without a holder say why
    """
    roster = Roster(gazetteer, days_of(article.written, article.published))
    named = name_actors(article.text, doc, candidates, roster)
    reading = Reading(doc, article, roster, named)
    resolve_references(reading, candidates)
    return close_cast(reading)
