"""The teacher's vectors, in few numbers, for the small model to come near to beside the answers (FitNets: Romero et
al., ICLR 2015). Tone gained more from this than from three times as many answers (README.md)."""

from __future__ import annotations

import numpy as np

# How many numbers are kept of each pooled vector that a head reads, in the order of Reader.spans; 256 in all.
KEPT = {"tone": (96, 160, 0), "stance": (48, 64, 64, 48, 32)}
FITTED_ON = 8000  # rows of the labelled set


def reduced(told: dict[str, np.ndarray], task: str) -> dict[str, np.ndarray]:
    """The answers, with the hints of one task and of what was told beside it (rows × vectors side by side) as their
    principal components (rows × 256). Source and target share theirs, so that a pair can be turned round."""
    names = [f"{task} hints", f"told {task} hints"]
    count = len(KEPT[task])
    parts = {name: np.split(told[name].astype(np.float32), count, 1) for name in names}
    columns: dict[str, list[np.ndarray]] = {name: [] for name in names}
    for place, size in enumerate(KEPT[task]):
        if size:
            twins = (1, 2) if task == "stance" and place in (1, 2) else (place,)
            fitted = np.concatenate([parts[names[0]][twin] for twin in twins])
            middle, axes = components(fitted[fitted.any(1)], size)
            for name in names:
                columns[name].append((parts[name][place] - middle) @ axes)
    return told | {name: np.concatenate(columns[name], 1).astype(np.float16) for name in names}


def components(vectors: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Their middle, and the axes along which they differ most, scaled so that the coordinates' mean square is 1."""
    some = vectors[np.random.RandomState(0).permutation(len(vectors))[:FITTED_ON]]
    middle = some.mean(0)
    _, _, found = np.linalg.svd(some - middle, full_matrices=False)
    axes = np.zeros((len(middle), size), np.float32)  # zeros where there are fewer rows than axes
    axes[:, : len(found)] = found[:size].T
    return middle, axes / np.sqrt((((some - middle) @ axes) ** 2).mean())


def turned_hint(hint: tuple[float, ...]) -> tuple[float, ...]:
    """The hint for a pair asked about the other way round: source and target have changed places."""
    everything, source, target, *_ = np.cumsum(KEPT["stance"])
    return hint[:everything] + hint[source:target] + hint[everything:source] + hint[target:]
