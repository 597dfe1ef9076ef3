"""Our sentences on issues with some of their words changed for others of the same part of speech: what a teacher is
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
SEEN = 3  # a word is put in only if so many of our texts have it
NOT = ("not", "never", "no longer", "hardly")


def changed(rows: list[dict], each: int = 3, seed: int = 1) -> list[dict]:
    """`each` changed copies of every row: text, holder, issue; now and then another row's issue."""
    nlp, draw = load_language(), random.Random(seed)
    texts = list(dict.fromkeys(row["text"] for row in rows))
    copies = []
    with nlp.memory_zone():
        parsed = dict(zip(texts, nlp.pipe(texts)))
        words = words_by_tag(parsed.values())
        for row in rows:
            copies += [copy for _ in range(each) if (copy := change(row, parsed[row["text"]], words, draw))]
    for copy in copies:
        if draw.random() < OTHER_ISSUE:
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
    """One copy with one to three words changed outside the holder's name, or None where none can be."""
    start, end = row["holder"]
    free = [t for t in doc if words.get(t.tag_) and (t.idx + len(t.text) <= start or t.idx >= end)]
    if not free:
        return None
    put: dict[int, str] = {}
    for token in draw.sample(free, min(len(free), draw.choice((1, 1, 2, 2, 3)))):
        put[token.i] = negated(token, draw) or draw.choice(words[token.tag_])
    text, moved = "", row["holder"]
    for token in doc:
        if token.idx == start:
            moved = [len(text), len(text) + end - start]
        text += put.get(token.i, token.text) + token.whitespace_
    if text[slice(*moved)] != row["text"][start:end]:
        return None  # the name does not begin where a word does
    return {"text": text, "holder": moved, "issue": row["issue"]}


def negated(token: Token, draw: random.Random) -> str:
    """Now and then a verb gets a *not* instead of another verb."""
    if token.tag_ in {"VB", "VBG", "VBN", "VBD"} and draw.random() < 0.25:
        return f"{draw.choice(NOT)} {token.text}"
    return ""
