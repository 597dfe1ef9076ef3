"""A trained Reader -> the files that the engine runs: encoder.onnx (int8), heads.npz, tokenizer.json."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from sets import ACTS, SIDES, STANCES, TONES
from torch import nn


class Encoder(nn.Module):
    """Word pieces and attention in, token vectors out."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.encoder = model.encoder

    def forward(self, pieces: torch.Tensor, attention: torch.Tensor) -> torch.Tensor:
        """Token vectors, (sentences, pieces, width)."""
        return self.encoder(pieces, attention_mask=attention).last_hidden_state


def export(model: Reader, tokenizer: Path, out: Path, figures: dict) -> None:
    """Write the files. Unsigned int8: see data/models for the figures before and after."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    torch.save(model.state_dict(), out.with_suffix(".pt"))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        pieces = torch.ones((2, 9), dtype=torch.long)
        axes = {0: "sentences", 1: "pieces"}
        torch.onnx.export(
            Encoder(model),
            (pieces, torch.ones_like(pieces)),
            str(full),
            dynamo=False,
            opset_version=17,
            input_names=["pieces", "attention"],
            output_names=["vectors"],
            dynamic_axes={"pieces": axes, "attention": axes, "vectors": axes},
        )
        quantize_dynamic(full, out / "encoder.onnx", weight_type=QuantType.QUInt8)
    arrays: dict[str, np.ndarray] = {}
    for name, value in model.state_dict().items():
        if not name.startswith("encoder."):
            arrays |= packed(name, value.numpy())
    np.savez(out / "heads.npz", **arrays)
    shutil.copy(tokenizer, out / "tokenizer.json")
    (out / "training.json").write_text(
        json.dumps({"tones": TONES, "stances": STANCES, "acts": ACTS, "sides": SIDES, **figures}, indent=1) + "\n",
        encoding="utf8",
    )


def packed(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    """A weight matrix as int8 with a scale a row; a bias as it is."""
    if values.ndim == 1:
        return {name: values.astype(np.float32)}
    scale = np.abs(values).max(1, keepdims=True) / 127
    return {name: np.round(values / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}
