"""What tone and stance cost on one core: time for an article of 600 words (memory: `bench.memory`).

    python -m bench.model

The articles of the demo are joined to texts of about 600 words. Counted is everything that needs the model: reading the
sentences, the tone of every mention, every pair of actors, and every side asked about; not the parse and the cast,
which the other stages need as well.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from onrecord.intake import read_path
from onrecord.knowledge.gazetteer import load_gazetteer
from onrecord.knowledge.language import load_language
from onrecord.knowledge.models import Judge, load_judge
from onrecord.knowledge.stance_words import load_stance_words
from onrecord.knowledge.textwords import load_text_words
from onrecord.knowledge.verbs import load_verbs
from onrecord.records import Article
from onrecord.stages.actors import resolve_actors
from onrecord.stages.encode import encode
from onrecord.stages.mentions import find_mentions
from onrecord.stages.parse import parse
from onrecord.stages.quotes import find_quotes
from onrecord.stages.stance import find_stances
from onrecord.stages.tone import judge_tone

ARTICLES = Path(__file__).resolve().parents[1] / "data" / "articles"
WORDS = 600
ROUNDS = 5


def long_texts() -> list[str]:
    """The demo articles, joined in order until each text has 600 words."""
    texts, joined = [], ""
    for article in read_path(ARTICLES, words=load_text_words()):
        if isinstance(article, Article):
            joined = f"{joined}\n\n{article.text}".strip()
            if len(joined.split()) >= WORDS:
                texts.append(joined)
                joined = ""
    return texts


def main() -> None:
    """Print the medians."""
    nlp, gazetteer, verbs, words = load_language(), load_gazetteer(), load_verbs(), load_stance_words()
    texts = long_texts()
    with nlp.memory_zone():
        read = []
        for number, doc in enumerate(parse(texts, nlp)):
            article = Article(str(number), "", doc.text)
            cast = resolve_actors(article, doc, find_mentions(doc, gazetteer), gazetteer)
            read.append((doc, cast, find_quotes(doc, cast, verbs)))
        judge: Judge = load_judge()
        times = []
        for _ in range(ROUNDS):
            for doc, cast, quotes in read:
                began = time.perf_counter()
                reading = encode(doc, cast.mentions, judge)
                judge_tone(cast, quotes, reading, judge)
                find_stances(doc, cast, quotes, reading, words, judge)
                times.append(1000 * (time.perf_counter() - began))
    length = statistics.mean(len(text.split()) for text in texts)
    mentions = statistics.mean(len(cast.mentions) for _, cast, _ in read)
    print(f"{len(texts)} texts of {length:.0f} words and {mentions:.0f} mentions, {ROUNDS} rounds")
    median = statistics.median(times)
    print(f"tone and stance: median {median:.0f} ms, longest {max(times):.0f} ms a text")
    print(f"that is {WORDS * median / length:.0f} ms for {WORDS} words")


if __name__ == "__main__":
    main()
