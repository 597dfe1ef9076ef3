"""Our labelled sentences with some of their words changed for others of the same part of speech: what a teacher is
asked about, so that the small model meets more than was written. Nobody says that they make sense, and nobody labelled
them; whose side they tell is the teacher's guess. (After TinyBERT: Jiao et al., Findings of EMNLP 2020.)"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.knowledge.language import load_language

CHANGED_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ", "RB", "MD", "IN"}
OTHER_ISSUE = 0.15
ASKED = ("holder", "source", "target")  # where a row names those it asks about
SEEN = 3  # a word is put in only if so many of our texts have it
NOT = ("not", "never", "no longer", "hardly")


def changed(rows: list[dict], each: int = 3, seed: int = 1) -> list[dict]:
    """`each` changed copies of every row: text, who is asked about, and the issue, now and then another row's."""
    nlp, draw = load_language(), random.Random(seed)
    texts = list(dict.fromkeys(row["text"] for row in rows))
    copies = []
    with nlp.memory_zone():
        parsed = dict(zip(texts, nlp.pipe(texts)))
        words = words_by_tag(parsed.values())
        for row in rows:
            copies += [copy for _ in range(each) if (copy := change(row, parsed[row["text"]], words, draw))]
    for copy in copies:
        if "issue" in copy and draw.random() < OTHER_ISSUE:
            copy["issue"] = draw.choice(rows)["issue"]
    return copies


def words_by_tag(docs: Iterator[Doc]) -> dict[str, list[str]]:
    """Tag -> the words that have it, the common ones as often as they are there."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for tag, word in {(token.tag_, token.lower_) for token in doc if token.tag_ in CHANGED_TAGS}:
            counts[tag][word] += 1
    return {
        tag: [word for word, n in seen.items() if n >= SEEN for _ in range(round(n**0.5))]
        for tag, seen in counts.items()
    }


def change(row: dict, doc: Doc, words: dict[str, list[str]], draw: random.Random) -> dict | None:
    """One copy with one to three words changed outside the names of those asked about, or None where none can be."""
    asked = {key: row[key] for key in ASKED if key in row}
    outside = [t for t in doc if all(t.idx + len(t.text) <= start or t.idx >= end for start, end in asked.values())]
    free = [token for token in outside if words.get(token.tag_)]
    if not free:
        return None
    put: dict[int, str] = {}
    for token in draw.sample(free, min(len(free), draw.choice((1, 1, 2, 2, 3)))):
        put[token.i] = negated(token, draw) or draw.choice(words[token.tag_])
    text, moved = "", dict(asked)
    for token in doc:
        for key, (start, end) in asked.items():
            if token.idx == start:
                moved[key] = [len(text), len(text) + end - start]
        text += put.get(token.i, token.text) + token.whitespace_
    if any(text[slice(*moved[key])] != row["text"][slice(*asked[key])] for key in asked):
        return None  # a name does not begin where a word does
    return {"text": text, **moved, **({"issue": row["issue"]} if "issue" in row else {})}


def negated(token: Token, draw: random.Random) -> str:
    """Now and then a verb gets a *not* instead of another verb."""
    if token.tag_ in {"VB", "VBG", "VBN", "VBD"} and draw.random() < 0.25:
        return f"{draw.choice(NOT)} {token.text}"
    return ""
