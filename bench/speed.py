"""How long `analyse` takes beside a bare parse of the same articles, and how much memory it adds.

    make bench            (or: python -m bench.speed --rounds 5)

Both are run in turn, round by round, in one process on the demo corpus; the ratio of each round is what counts,
since single times drift with the machine.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from onrecord.intake import read_path
from onrecord.knowledge.textwords import load_text_words
from onrecord.knowledge.tools import Tools, load_tools
from onrecord.pipeline import analyse_many
from onrecord.records import Article, Report
from onrecord.stages.parse import parse

ARTICLES = Path(__file__).resolve().parents[1] / "data" / "articles"


def seconds_of_parse(articles: list[Article], tools: Tools) -> float:
    """The bare model over the same texts."""
    began = time.perf_counter()
    with tools.nlp.memory_zone():
        for _doc in parse((article.text for article in articles), tools.nlp):
            pass
    return time.perf_counter() - began


def seconds_of_analysis(articles: list[Article], tools: Tools, without: tuple[str, ...]) -> float:
    """The whole pipeline, or the part of it up to quotes."""
    began = time.perf_counter()
    for outcome in analyse_many(articles, tools, without):
        assert isinstance(outcome, Report), outcome
    return time.perf_counter() - began


def main() -> None:
    """Print a table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    began = time.perf_counter()
    tools, words = load_tools(), load_text_words()
    print(f"loading the tools: {time.perf_counter() - began:.1f} s, {peak_memory():.0f} MB")
    began = time.perf_counter()
    articles = [article for article in read_path(ARTICLES, words=words) if isinstance(article, Article)]
    print(f"reading {len(articles)} articles: {1000 * (time.perf_counter() - began) / len(articles):.1f} ms an article")
    seconds_of_analysis(articles[:4], tools, ())
    rounds = [
        (
            seconds_of_parse(articles, tools),
            seconds_of_analysis(articles, tools, ("tone", "stance")),
            seconds_of_analysis(articles, tools, ()),
        )
        for _ in range(options.rounds)
    ]
    words_each = statistics.mean(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles of {words_each:.0f} words, {options.rounds} rounds, medians")
    for place, name in enumerate(("bare parse", "analyse --without tone,stance", "analyse")):
        each = [1000 * times[place] / len(articles) for times in rounds]
        ratios = [times[place] / times[0] for times in rounds]
        print(f"{name:32} {statistics.median(each):7.1f} ms an article   {statistics.median(ratios):5.2f} × the parse")
    print(f"peak memory: {peak_memory():.0f} MB")


def peak_memory() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
