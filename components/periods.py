"""Days, weeks and months as bars of a chart."""

from __future__ import annotations

import pandas as pd

from components import words
from components import words_pages as told
from components.printed import beside
from onrecord.store.figures import Every

DAYS_BY_DAY, DAYS_BY_WEEK = 45, 550  # up to so many days are drawn by day, by week; a longer stretch by month
_PERIODS = {"day": "D", "week": "W", "month": "M"}


def period_for(days: pd.Series[pd.Timestamp]) -> Every:
    """Whether to draw by day, week or month, so that the bars stay wide enough to hit."""
    dated = days.dropna()
    if dated.empty:
        return "day"
    length = (dated.max() - dated.min()).days
    return "day" if length <= DAYS_BY_DAY else "week" if length <= DAYS_BY_WEEK else "month"


def long_period_for(days: pd.Series[pd.Timestamp]) -> Every:
    """The same for means, which need more rows to a point than bars do: months where bars are weeks."""
    every = period_for(days)
    return "month" if every == "week" else every


def with_periods(figure: pd.DataFrame, every: Every) -> pd.DataFrame:
    """The figure with the end of each period, its name, and the outlet's."""
    done = figure.copy()
    done["period_end"] = done["period"].dt.to_period(_PERIODS[every]).dt.end_time.dt.ceil("D")
    done["when"] = [told.period(start, every) for start in done["period"]]
    done["outlet_name"] = beside(done["outlet"], [outlet or words.NO_OUTLET for outlet in done["outlet"]])
    return done
