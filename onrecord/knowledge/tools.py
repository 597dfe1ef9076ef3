"""What is loaded once and handed to every stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from onrecord.knowledge.calendar import Calendar, load_calendar
from onrecord.knowledge.data import fingerprint
from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer
from onrecord.knowledge.language import load_language
from onrecord.knowledge.models import Judge, load_judge
from onrecord.knowledge.stance_words import StanceWords, load_stance_words
from onrecord.knowledge.verbs import ReportingVerbs, load_verbs
from onrecord.records import Provenance
from onrecord.version import VERSION


@dataclass(frozen=True, slots=True)
class Tools:
    """The parser, the gazetteer, the word lists and the judge of tone and stance."""

    nlp: Language
    gazetteer: Gazetteer
    calendar: Calendar
    verbs: ReportingVerbs
    stance_words: StanceWords
    judge: Judge
    made_by: Provenance


@cache
def load_tools() -> Tools:
    """All of it, once a process: about a second, and 270 MB in all. Raises DataError or ModelMissing."""
    nlp, judge = load_language(), load_judge()
    return Tools(
        nlp=nlp,
        gazetteer=load_gazetteer(),
        calendar=load_calendar(),
        verbs=load_verbs(),
        stance_words=load_stance_words(),
        judge=judge,
        made_by=Provenance(
            engine=VERSION,
            model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} + {judge.name}",
            data=fingerprint(),
        ),
    )
