"""Article in, report out: the stages, in order."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from onrecord.deadline import time_limit
from onrecord.errors import AnalysisTooLong, OnRecordError
from onrecord.knowledge.tools import Tools
from onrecord.limits import ANALYSIS_SECONDS
from onrecord.records import Article, Refusal, Report, Stance, Tone
from onrecord.stages.actors import drop_silent, resolve_actors, resolve_first_person
from onrecord.stages.dates import date_text
from onrecord.stages.encode import encode
from onrecord.stages.mentions import find_mentions
from onrecord.stages.parse import parse, sentences
from onrecord.stages.quotes import find_quotes
from onrecord.stages.stance import find_stances
from onrecord.stages.tone import judge_tone

OPTIONAL_STAGES = ("tone", "stance")
log = logging.getLogger(__name__)
# spaCy's memory zone belongs to the whole vocabulary: when one thread's zone ends, the words of every other thread's
# parse are gone with it. Two visitors, or a stopped reading and the next, would break each other.
_one_at_a_time = threading.Lock()


def analyse(article: Article, tools: Tools, without: Collection[str] = ()) -> Report:
    """Read one article the way an editor would.

    1. parse     sentences and grammar
    2. dates     when it was written, what it says is to come
    3. mentions  where someone is named
    4. actors    who that is
    5. quotes    who said what to whom
    6. tone      how each actor is spoken of
    7. stance    which side each holder takes, and on what

    `without` leaves out stages of OPTIONAL_STAGES. A text in another language gives an empty report with a caution.
    Raises AnalysisTooLong past limits.ANALYSIS_SECONDS.
    """
    if article.language != "en":
        return unread(article, tools)
    with _one_at_a_time, time_limit(ANALYSIS_SECONDS), tools.nlp.memory_zone():
        (doc,) = parse([article.text], tools.nlp)
        return read(article, doc, tools, without)


def analyse_many(
    articles: Iterable[Article], tools: Tools, without: Collection[str] = ()
) -> Iterator[Report | Refusal]:
    """A Report or a Refusal an article, in order: one bad article never stops the rest."""
    for article in articles:
        name = article.title or article.origin or article.id
        try:
            yield analyse(article, tools, without)
        except AnalysisTooLong:
            yield Refusal(
                name,
                "took too long",
                f"It was not read within {ANALYSIS_SECONDS} seconds. Load it in parts, or only the article's own text.",
            )
        except OnRecordError:
            raise
        except Exception as error:  # a fault of ours; the article is named, never quoted, as a message may quote it
            places = traceback.extract_tb(error.__traceback__)[-3:]
            where = " < ".join(f"{Path(place.filename).name}:{place.lineno}" for place in reversed(places))
            log.error("article %s: %s at %s", article.id, type(error).__name__, where)
            yield Refusal(
                name,
                "could not be analysed",
                f"A fault of the program ({type(error).__name__} at {where}); the other articles are not affected. "
                "Please report it with the article's address.",
            )


def read(article: Article, doc: Doc, tools: Tools, without: Collection[str]) -> Report:
    """The stages after the parse."""
    dating = date_text(article, doc, tools.calendar)
    article = replace(article, written=dating.written)
    candidates = find_mentions(doc, tools.gazetteer)
    cast = resolve_actors(article, doc, candidates, tools.gazetteer)
    quotes = find_quotes(doc, cast, tools.verbs)
    cast = resolve_first_person(doc, cast, quotes)
    tones: tuple[Tone, ...] = ()
    stances: tuple[Stance, ...] = ()
    if not set(OPTIONAL_STAGES) <= set(without):
        reading = encode(doc, cast.mentions, tools.judge)
        if "tone" not in without:
            tones = judge_tone(cast, quotes, reading, tools.judge)
        if "stance" not in without:
            stances = find_stances(doc, cast, quotes, reading, tools.stance_words, tools.judge)
    cast, quotes, stances = drop_silent(cast, quotes, stances)
    listed = {actor.id for actor in cast.actors}
    return Report(
        article=article,
        actors=cast.actors,
        mentions=cast.mentions,
        quotes=quotes,
        tones=tuple(tone for tone in tones if tone.actor in listed),
        stances=stances,
        dates=dating.scheduled,
        cautions=(*dating.cautions, *cautions_of(article)),
        sentences=sentences(doc),
        made_by=tools.made_by,
    )


def cautions_of(article: Article) -> tuple[str, ...]:
    """What a reader should know before trusting the report."""
    cautions = []
    if article.stated:
        instead = f"{article.published.isoformat()} counts instead" if article.published else "it was not used"
        cautions.append(f"The stated date “{article.stated}” is no day such as 2022-02-28, so {instead}.")
    if article.written is None and article.published is None:
        cautions.append("The text gives no date, so offices such as “the president” are not resolved to a person.")
    return tuple(cautions)


LANGUAGES = {
    "ru": "Russian", "uk": "Ukrainian", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pl": "Polish", "tr": "Turkish", "pt": "Portuguese", "nl": "Dutch", "ar": "Arabic", "zh": "Chinese",
    "be": "Belarusian", "ro": "Romanian", "cs": "Czech", "fi": "Finnish", "sv": "Swedish",
    "und": "a language that was not recognised",
}  # fmt: skip


def unread(article: Article, tools: Tools) -> Report:
    """An empty report that says why."""
    language = LANGUAGES.get(article.language, f"language “{article.language}”")
    caution = f"Not analysed: {language}. On Record reads English only; the text is stored as it is."
    cautions = (caution, *(cautions_of(article) if article.stated else ()))
    return Report(article, (), (), (), (), (), (), cautions, (), tools.made_by)
