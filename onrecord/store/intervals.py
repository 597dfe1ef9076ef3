"""Means with what they rest on: how many rows of how many articles, a 95 % interval, and how many abstained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from onrecord.limits import BOOTSTRAP_SAMPLES, BOOTSTRAP_SEED

Numbers = npt.NDArray[np.float64]

PERCENTILES = (2.5, 97.5)


def mean_with_interval(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The mean score of each group of tones or stances: columns `by`, mean, low, high, n, n_articles, abstained.

    Abstained rows are left out of everything but `abstained`; a group with no other row has no mean. The interval
    is a bootstrap over articles (sentences of one article are no independent witnesses): articles are drawn with
    replacement, all rows of each with it. None below two articles. The same rows always give the same interval,
    whatever other groups stand beside them.
    """
    keys = list(by)
    verdict = "position" if "position" in frame.columns else "label"
    groups = frame.groupby(keys, sort=True, dropna=False)
    cell = groups.ngroup().to_numpy()
    cells = frame[keys].assign(cell=cell).drop_duplicates("cell").set_index("cell").sort_index()
    abstained = (frame[verdict] == "abstained").to_numpy()
    articles = pd.factorize(frame["article_id"], sort=True)[0]
    parts = _parts(cell[~abstained], articles[~abstained], frame["score"].to_numpy(dtype="float64")[~abstained])
    number = len(cells)
    sums, counts, of = parts["sum"].to_numpy(), parts["count"].to_numpy(), parts["cell"].to_numpy()
    n = np.bincount(of, counts, minlength=number)
    with np.errstate(invalid="ignore"):
        mean = np.bincount(of, sums, minlength=number) / n
    low, high = _intervals(of, sums, counts, number)
    return cells.assign(
        mean=mean,
        low=low,
        high=high,
        n=n.astype("int64"),
        n_articles=np.bincount(of, minlength=number),
        abstained=np.bincount(cell[abstained], minlength=number),
    ).reset_index(drop=True)


def _parts(cell: npt.NDArray[Any], article: npt.NDArray[Any], score: Numbers) -> pd.DataFrame:
    """Sum and count of the scores of each article within each cell, in order of cell and article."""
    table = pd.DataFrame({"cell": cell, "article": article, "score": score})
    return table.groupby(["cell", "article"], sort=True)["score"].agg(["sum", "count"]).reset_index()


def _intervals(cell: npt.NDArray[Any], sums: Numbers, counts: Numbers, number: int) -> tuple[Numbers, Numbers]:
    """Lower and upper bound of each cell, all cells that rest on the same number of articles at once."""
    low, high = np.full(number, np.nan), np.full(number, np.nan)
    articles = np.bincount(cell, minlength=number)
    first = np.concatenate([[0], np.cumsum(articles)[:-1]]).astype(int)
    for size in np.unique(articles[articles >= 2]):
        cells = np.flatnonzero(articles == size)
        at = first[cells][:, None] + np.arange(size)
        drawn = _draws(int(size))
        means = (sums[at] @ drawn.T) / (counts[at] @ drawn.T)
        low[cells], high[cells] = np.percentile(means, PERCENTILES, axis=1)
    return low, high


def _draws(size: int) -> Numbers:
    """How often each of `size` articles is drawn in each sample: BOOTSTRAP_SAMPLES rows."""
    generator = np.random.default_rng([BOOTSTRAP_SEED, size])
    drawn = generator.integers(0, size, (BOOTSTRAP_SAMPLES, size)) + np.arange(BOOTSTRAP_SAMPLES)[:, None] * size
    return np.bincount(drawn.ravel(), minlength=BOOTSTRAP_SAMPLES * size).reshape(-1, size).astype("float64")
