"""News that sounds like one of our issues and is about none: what the side's *absent* is learnt from. Random statements
of other issues are told apart too easily: articles were asked about what merely sounded alike (*give and take*)."""

from __future__ import annotations

import random
import re
from pathlib import Path

from rows import Rows
from sets import Names

from onrecord.knowledge.language import load_language
from onrecord.knowledge.models import Judge
from onrecord.knowledge.stance_words import load_stance_words
from onrecord.records import Span
from onrecord.stages.encode import veiled
from onrecord.stages.stance.terms import issues_in

SOUNDS, IS = 0.05, 0.5  # the head for topics holds the sentence for at least and at most so likely about the issue
MOST = 3000
# Sentences with these may be about our issues after all.
NEAR = re.compile(r"Russ|Ukrain|Putin|Krem|Mosc|NATO|Crime|Donb|Soviet|Kyiv|Kiev|Lavrov|Baltic|Nord", re.IGNORECASE)


def news_elsewhere(rows: Rows, names: Names, folder: Path) -> list[dict]:
    """Sentences of NewsMTSC and DSA with somebody named in them and the issue they sound like; rows as for sides."""
    judge, draw = Judge(folder), random.Random(12)
    texts = [text for text in dict.fromkeys(row["text"] for row in rows.tone + rows.stance) if names[text]]
    draw.shuffle(texts)
    found: list[dict] = []
    for text in texts:
        if len(found) == 2 * MOST:  # some will have a term
            break
        if NEAR.search(text):
            continue
        spans = [Span(*name) for name in names[text]]
        (encoded,) = judge.encode([veiled(text, spans, [])])
        chances = judge.topics(encoded)
        issue = max(chances, key=chances.__getitem__)
        if SOUNDS <= chances[issue] <= IS:
            found.append({"text": text, "holder": list(draw.choice(names[text])), "issue": issue, "position": "absent"})
    found = without_terms(found)
    return draw.sample(found, min(MOST, len(found)))


def without_terms(rows: list[dict]) -> list[dict]:
    """Those whose text has no term of any issue: a ceasefire elsewhere is a ceasefire."""
    nlp, words = load_language(), load_stance_words()
    kept = []
    for first in range(0, len(rows), 1000):
        some = rows[first : first + 1000]
        with nlp.memory_zone():
            for row, doc in zip(some, nlp.pipe(row["text"] for row in some)):
                if not any(True for sentence in doc.sents for _ in issues_in(sentence, words)):
                    kept.append(row)
    return kept
