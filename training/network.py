"""An encoder in two halves, and heads on pooled spans: tone of a target, stance and act between a source and a target,
issues spoken of, and the side that a holder takes on an issue's statement."""

from __future__ import annotations

import copy
from pathlib import Path

import torch
from hints import KEPT
from sets import ACTS, SIDES, STANCES, TONES, Batch
from torch import nn
from transformers import AutoModel

SHARED = 2  # the layers below, which stay as they came and serve both upper halves
WIDTH = 256  # hidden units of a head of two layers


def bfloat() -> torch.autocast:
    """Half-width floats where the processor has them: 1.75 times as fast there, and 60 times as slow elsewhere."""
    able = torch.cpu.get_capabilities()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(able.get("avx512_bf16") or able.get("amx_bf16")))


def pool(hidden: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The mean of the token vectors that `weights` marks (zeros where it marks none)."""
    total = weights.sum(1, keepdim=True).clamp(min=1)
    return torch.einsum("btd,bt->bd", hidden, weights) / total


class Reader(nn.Module):
    """Tone reads [all, target, CLS]; stance and act [all, source, target, between, CLS]; topic [all, CLS] and which
    word pieces the text has, names among them; side reads the statement and the text together: [all, holder, statement,
    CLS]. Sides and acts have upper layers to themselves: they and the rest got in each other's way when all shared
    them. `kept` are the word pieces to keep; None keeps all. Through `likened`, which only training needs, what the
    heads for tone and stance read is compared with a teacher's."""

    def __init__(self, weights: Path, issues: int, kept: list[int] | None = None, shared: int = SHARED) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(weights, add_pooling_layer=False)
        config = self.encoder.config
        if kept is not None:
            words = self.encoder.embeddings.word_embeddings.weight.detach()[kept]
            self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(words, padding_idx=0)
            config.vocab_size = len(kept)
        vocabulary = torch.arange(config.vocab_size)
        if config.model_type == "mpnet":  # BERT's vocabulary, moved by four, with other special pieces
            vocabulary = torch.arange(4, 4 + config.vocab_size).clamp(max=30525)
            for ours, its in ((0, 1), (101, 0), (102, 2), (103, 30526)):
                vocabulary[ours] = its
        self.register_buffer("vocabulary", vocabulary, persistent=False)
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:shared]):
            part.requires_grad_(False)
        self.sider = copy.deepcopy(self.encoder)
        self.drop = nn.Dropout(0.1)
        width = config.hidden_size
        self.tone = nn.Linear(3 * width, len(TONES))
        self.stance_hidden = nn.Linear(5 * width, WIDTH)
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.act_hidden = nn.Linear(5 * width, WIDTH)
        self.act = nn.Linear(WIDTH, len(ACTS))
        self.topic = nn.Linear(2 * width, issues)
        self.topic_words = nn.Linear(config.vocab_size, issues, bias=False)
        self.side_hidden = nn.Linear(4 * width, WIDTH)
        self.side = nn.Linear(WIDTH, len(SIDES))
        self.likened = nn.ModuleDict({task: nn.Linear(len(each) * width, sum(each)) for task, each in KEPT.items()})

    def forward(self, batch: Batch, task: str) -> torch.Tensor:
        """Logits, one row an example."""
        logits, _ = self.answer(batch, task)
        return logits

    def answer(self, batch: Batch, task: str) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits, and vectors to compare with a teacher's, one row an example: for tone and stance the pooled spans,
        for acts and sides what the first layer of their heads makes of them."""
        read = torch.cat(self.spans(batch, task), 1)
        if task == "tone":
            return self.tone(self.drop(read)), read
        hidden = torch.tanh(getattr(self, f"{task}_hidden")(self.drop(read)))
        return getattr(self, task)(self.drop(hidden)), read if task in KEPT else hidden

    def spans(self, batch: Batch, task: str) -> list[torch.Tensor]:
        """What the task's head reads: the mean vector of each span, one row an example."""
        encoder = self.sider if task in ("side", "act") else self.encoder
        hidden = encoder(self.vocabulary[batch["pieces"]], attention_mask=batch["attention"]).last_hidden_state
        everything, first = pool(hidden, batch["attention"]), hidden[:, 0]
        target, source = pool(hidden, batch["target"]), pool(hidden, batch["source"])
        if task == "tone":
            return [everything, target, first]
        between = [] if task == "side" else [pool(hidden, batch["between"])]
        return [everything, source, target, *between, first]

    def pooled(self, batch: Batch) -> torch.Tensor:
        """What the head for topics reads of the sentences, one row an example: [all, CLS]."""
        hidden = self.encoder(self.vocabulary[batch["pieces"]], attention_mask=batch["attention"]).last_hidden_state
        return torch.cat([pool(hidden, batch["attention"]), hidden[:, 0]], 1)
