"""The shipped int8 files -> a Reader with float weights, to go on training from: the way back from `export.py`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from network import Reader
from onnx import numpy_helper

from onrecord.knowledge.models import unpacked

PARTS = {"lower.onnx": ("encoder", 0), "sentence.onnx": ("encoder", 1), "question.onnx": ("sider", 1)}


def restore(model: Reader, folder: Path, shared: int) -> None:
    """Give the model the weights of `folder`, as near as seven bits keep them. Raises KeyError for another network."""
    known = model.state_dict()
    with np.load(folder / "heads.npz") as heads:
        found = {name: torch.from_numpy(np.asarray(values)) for name, values in unpacked(heads).items()}
    for file, (half, above) in PARTS.items():
        for name, values in weights_of(folder / file).items():
            if name.startswith("layers."):
                _, layer, rest = name.split(".", 2)
                name = f"encoder.layer.{int(layer) + above * shared}.{rest}"
            found[f"{half}.{name}"] = torch.from_numpy(values)
            if file == "lower.onnx":  # both halves have the shared layers
                found[f"sider.{name}"] = torch.from_numpy(values)
    if unknown := set(found) - set(known):
        raise KeyError(f"{folder} has weights that this network lacks: {', '.join(sorted(unknown))}")
    model.load_state_dict({**known, **found})


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """Name -> weights of one file. A matrix has no name there: it goes by that of the bias that is added to it."""
    graph = onnx.load(str(path)).graph
    stored = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for given in node.input:
            users.setdefault(given, []).append(node)
    found = {}
    for name, values in stored.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            scale, zero = stored[f"{base}_scale"], stored[f"{base}_zero_point"]
            floats = (values.astype(np.float32) - zero.astype(np.float32)) * scale
            if base.startswith("onnx::MatMul"):
                floats, base = np.ascontiguousarray(floats.T), f"{bias_after(name, users, stored)}.weight"
            found[base] = floats
        elif values.dtype == np.float32 and name.endswith((".weight", ".bias")):
            found[name] = values.copy()
    return found


def bias_after(name: str, users: dict[str, list[onnx.NodeProto]], stored: dict[str, np.ndarray]) -> str:
    """The layer whose bias is added to what a matrix gives: matrix, cast, scale, bias."""
    (node,) = users[name]
    for _ in range(4):
        (node,) = users[node.output[0]]
        for given in node.input:
            if given in stored and given.endswith(".bias"):
                return given.removesuffix(".bias")
    raise KeyError(f"no bias after {name}")
