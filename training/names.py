"""Where the training texts name someone, as the engine finds it: what is hidden from the model, here as at work."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sets import Names

from onrecord.knowledge.gazetteer import load_gazetteer
from onrecord.knowledge.language import load_language
from onrecord.stages.mentions import names_in


def find_names(texts: Iterable[str], kept: Path | None) -> Names:
    """The names in each text. They are read from `kept` where they are there, and added to it: finding them in thirty
    thousand sentences takes two minutes."""
    known = json.loads(kept.read_text(encoding="utf8")) if kept and kept.exists() else {}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        nlp, gazetteer = load_language(), load_gazetteer()
        for first in range(0, len(new), 1000):  # a zone ends, and with it the words that spaCy had to learn
            some = new[first : first + 1000]
            with nlp.memory_zone():
                for text, doc in zip(some, nlp.pipe(some)):
                    known[text] = [(span.start, span.end) for span in names_in(doc, gazetteer)]
        if kept:
            kept.write_text(json.dumps(known), encoding="utf8")
    return known
