"""Which issues a text is about: a head that reads the finished layers and the words, fitted when all else is learnt."""

from __future__ import annotations

import random

import torch
from network import Reader, bfloat
from rows import Rows
from sets import Names, batches, collate, whole_examples
from tokenizers import Tokenizer
from torch import nn

WORD, EPOCHS = 3.0, 30  # what a word counts for beside a number of the pooled vectors, and how long topics learn


def learn_topics(model: Reader, about: dict[str, set[int]], tokenizer: Tokenizer, names: Names) -> None:
    """Fit the head for topics on what the layers have learnt for the rest (it gets no say in them, which cost tone) and
    on the words of the text. Each issue on its own, as a text may be about several or none."""
    texts, issues = list(about), model.topic.out_features
    model.eval()
    with torch.no_grad(), bfloat():
        examples = whole_examples(texts, tokenizer, names)
        read = torch.cat([model.pooled(collate(batch)).float() for batch in batches(examples, 64, None)])
    words, wanted = torch.zeros(len(texts), model.topic_words.in_features), torch.zeros(len(texts), issues)
    for row, (text, coded) in enumerate(zip(texts, tokenizer.encode_batch(texts, add_special_tokens=False))):
        words[row, list(set(coded.ids))] = WORD
        wanted[row, list(about[text])] = 1
    middle, spread = read.mean(0), read.std(0) + 1e-4
    given = torch.cat([(read - middle) / spread, words], 1)
    head = nn.Linear(given.shape[1], issues)
    nn.init.zeros_(head.weight)  # and so it stays for words that are never met
    optimiser = torch.optim.AdamW(head.parameters(), lr=5e-3, weight_decay=0.3)
    for _ in range(EPOCHS):
        for some in torch.randperm(len(given)).split(512):
            loss = nn.functional.binary_cross_entropy_with_logits(head(given[some]), wanted[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    of_sentence, of_words = head.weight.split([read.shape[1], words.shape[1]], 1)
    with torch.no_grad():
        model.topic.weight.copy_(of_sentence / spread)
        model.topic.bias.copy_(head.bias - of_sentence @ (middle / spread))
        model.topic_words.weight.copy_(of_words * WORD)


def topics_of(rows: Rows, issues: list[str]) -> dict[str, set[int]]:
    """Which issues each of our sentences and passages is about, and as many sentences of DSA that are about none."""
    about: dict[str, set[int]] = {row["text"]: set(map(issues.index, row["issues"])) for row in rows.passages}
    for row in rows.issues[0]:
        named = about.setdefault(row["text"], set())
        if row["position"] != "absent":  # a text that only sounds like the issue
            named.add(issues.index(row["issue"]))
    others = random.Random(1).sample(rows.stance, len(rows.issues[0]))
    return {row["text"]: set() for row in others} | about
