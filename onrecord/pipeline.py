"""Article in, report out: the stages, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import batched

from spacy.tokens import Doc

from onrecord.knowledge.tools import Tools
from onrecord.limits import PARSE_BATCH
from onrecord.records import Article, Report
from onrecord.stages.actors import drop_silent, resolve_actors, resolve_first_person
from onrecord.stages.dates import date_text
from onrecord.stages.mentions import find_mentions
from onrecord.stages.parse import parse, sentences
from onrecord.stages.quotes import find_quotes
from onrecord.stages.stance import find_stances
from onrecord.stages.tone import judge_tone


def analyse(article: Article, tools: Tools) -> Report:
    """Read one article the way an editor would.

    1. parse     sentences and grammar
    2. dates     when it was written, what it says is to come
    3. mentions  where someone is named
    4. actors    who that is
    5. quotes    who said what to whom
    6. tone      how each actor is spoken of
    7. stance    which side each holder takes, and on what
    """
    raise NotImplementedError
