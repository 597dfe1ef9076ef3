"""One encoder, two heads on pooled spans: tone of a target, stance between a source and a target."""

from __future__ import annotations

from pathlib import Path

import torch
from sets import STANCES, TONES
from torch import nn
from transformers import BertModel


def pool(hidden: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The mean of the token vectors that `weights` marks (zeros where it marks none)."""
    total = weights.sum(1, keepdim=True).clamp(min=1)
    return torch.einsum("btd,bt->bd", hidden, weights) / total


class Reader(nn.Module):
    """Encode once; read tone from [all, target, CLS] and stance from [all, source, target, between, CLS]."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(weights, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.tone = nn.Linear(3 * width, len(TONES))
        self.stance_hidden = nn.Linear(5 * width, width)
        self.stance = nn.Linear(width, len(STANCES))

    def freeze(self, layers: int) -> None:
        """Keep the word embeddings and the first layers as they came: less to fit, and a third faster."""
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:layers]):
            part.requires_grad_(False)

    def forward(self, batch: dict[str, torch.Tensor], task: str) -> torch.Tensor:
        """Logits, one row an example."""
        hidden = self.encoder(batch["pieces"], attention_mask=batch["attention"]).last_hidden_state
        everything, first = pool(hidden, batch["attention"]), hidden[:, 0]
        target = pool(hidden, batch["target"])
        if task == "tone":
            return self.tone(self.drop(torch.cat([everything, target, first], 1)))
        pooled = [everything, pool(hidden, batch["source"]), target, pool(hidden, batch["between"]), first]
        return self.stance(self.drop(torch.tanh(self.stance_hidden(self.drop(torch.cat(pooled, 1))))))
