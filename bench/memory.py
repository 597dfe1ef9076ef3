"""What the model of tone and stance adds to the memory of a process that has nothing else:

    python -m bench.memory

Counted is the highest it comes to: the libraries that run it, the weights, and the sentences of the longest demo
article, twenty of them with a question about every issue.
"""

from __future__ import annotations

import re
import resource
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[1] / "data" / "articles"


def peak() -> float:
    """The most that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Print what it adds."""
    text = max((path.read_text(encoding="utf8") for path in ARTICLES.glob("*.md")), key=len)
    before = peak()
    from onrecord.knowledge.models import SideQuestion, Veiled, load_judge  # here, so that what they load is counted
    from onrecord.knowledge.stance_words import load_stance_words
    from onrecord.records import Span

    judge = load_judge()
    sentences = [line for line in re.split(r"(?<=[.!?])\s+", text) if line.strip()]
    judge.encode([Veiled(line) for line in sentences])
    statements = [issue.statement for issue in load_stance_words().issues]
    judge.sides([SideQuestion(each, line, Span(0, 1)) for line in sentences[:20] for each in statements])
    print(f"{len(sentences)} sentences: {peak() - before:.0f} MB added to {before:.0f} MB")


if __name__ == "__main__":
    main()
