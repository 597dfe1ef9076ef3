"""A trained Reader -> the files that the engine runs: three halves of the encoder (int8), heads.npz, tokenizer.json."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from sets import ACTS, SIDES, STANCES, TONES
from torch import nn


class Lower(nn.Module):
    """Word pieces of one text -> its vectors after the shared layers. One text at a time needs no attention mask."""

    def __init__(self, model: Reader, shared: int) -> None:
        super().__init__()
        self.embeddings, self.layers = model.encoder.embeddings, model.encoder.encoder.layer[:shared]

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        """(1, pieces) -> (1, pieces, width)."""
        vectors = self.embeddings(input_ids=pieces)
        for layer in self.layers:
            vectors = layer(vectors)
        return vectors


class Upper(nn.Module):
    """Those vectors -> the vectors that the heads read."""

    def __init__(self, encoder: nn.Module, shared: int) -> None:
        super().__init__()
        self.layers = encoder.encoder.layer[shared:]

    def forward(self, below: torch.Tensor) -> torch.Tensor:
        """(1, pieces, width), both."""
        for layer in self.layers:
            below = layer(below)
        return below


def export(model: Reader, shared: int, tokenizer: str, out: Path, figures: dict) -> None:
    """Write the files. Questions are many, and signed weights run 1.7 times as fast as unsigned ones where the
    processor has VNNI; the rest came out better unsigned on the dev sets, by no more than chance can do."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    torch.save(model.state_dict(), out.with_suffix(".pt"))
    pieces = torch.ones((1, 9), dtype=torch.long)
    vectors = torch.zeros((1, 9, model.encoder.config.hidden_size))
    write(Lower(model, shared), pieces, "pieces", "below", out / "lower.onnx", QuantType.QUInt8)
    write(Upper(model.encoder, shared), vectors, "below", "vectors", out / "sentence.onnx", QuantType.QUInt8)
    write(Upper(model.sider, shared), vectors, "below", "vectors", out / "question.onnx", QuantType.QInt8)
    arrays: dict[str, np.ndarray] = {}
    for name, value in model.state_dict().items():
        if not name.startswith(("encoder.", "sider.", "likened.")):
            arrays |= packed(name, value.numpy())
    np.savez_compressed(out / "heads.npz", **arrays)
    (out / "tokenizer.json").write_text(tokenizer, encoding="utf8")
    (out / "training.json").write_text(
        json.dumps({"tones": TONES, "stances": STANCES, "acts": ACTS, "sides": SIDES, **figures}, indent=1) + "\n",
        encoding="utf8",
    )


def write(part: nn.Module, example: torch.Tensor, given: str, told: str, path: Path, kind: QuantType) -> None:
    """One part as an int8 ONNX file that takes texts of any length."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        axes = {1: "pieces"}
        torch.onnx.export(
            part, (example,), str(full), dynamo=False, opset_version=17,
            input_names=[given], output_names=[told], dynamic_axes={given: axes, told: axes},
        )  # fmt: skip
        # Seven bits and a scale a channel: eight overflow on processors without VNNI, which cost two points of tone.
        quantize_dynamic(full, path, weight_type=kind, per_channel=True, reduce_range=True)


def packed(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    """A weight matrix as int8 with a scale a row; a bias as it is."""
    if values.ndim == 1:
        return {name: values.astype(np.float32)}
    scale = np.abs(values).max(1, keepdims=True) / 127
    return {name: np.round(values / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}
