"""Charts that set outlets beside each other, and what was said beside what was done. Pure, as in charts.py."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from components import words
from components.charts import AXIS, GREY, LEGEND, ROW, SIDES, days_axis, names_axis, picked, tall, tip

TALLY_CELL, TALLY_NAMES, TALLY_ROW = 26, 110, 28
ROOM_FOR_A_FIGURE = 0.035  # of a bar: a narrower part cannot hold its number
LANE = 96  # pixels of a lane of the line of time, in which a stance lies at its score
REACH = 0.34  # how far from the middle of its lane a score of 1 lies: neighbouring lanes stay apart
POSITIONS = ["opposes", "neutral", "supports", "abstained"]
SHAPES = ["triangle-down", "circle", "triangle-up", "square"]


def shares(parts: pd.DataFrame, title: str, kinds: list[str]) -> alt.LayerChart:
    """A bar of equal length for each `beside`, in parts of `share` by `distance_name`, each with its `n` in it."""
    ends = parts.groupby("beside", sort=False)["share"].cumsum()
    drawn = parts.assign(left=ends - parts["share"], right=ends, middle=ends - parts["share"] / 2)
    base = alt.Chart(drawn).encode(y=names_axis("beside"), tooltip=tip())
    bars = base.mark_bar(height=20).encode(
        x=alt.X("left:Q", title=title, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", tickCount=5)),
        x2="right:Q",
        color=alt.Color(
            "distance_name:N",
            sort=kinds,
            scale=alt.Scale(domain=kinds),
            title=None,
            legend=alt.Legend(orient="top", columns=2, labelLimit=200),
        ),
    )
    roomy = base.transform_filter(f"datum.share >= {ROOM_FOR_A_FIGURE}")
    printed = roomy.mark_text(color="white", fontSize=11, fontWeight="bold").encode(x="middle:Q", text="n:Q")
    return alt.layer(bars.add_params(picked()), printed).properties(height=tall(parts, ROW) + LEGEND + 30)


def tally(cells: pd.DataFrame, rows: list[str], columns: list[str], title: str) -> alt.LayerChart:
    """`n` in each `row` by `column`, darker where its `share` of the column is greater; no box: none at all."""
    base = alt.Chart(cells).encode(
        x=alt.X("column:N", scale=alt.Scale(domain=columns), title=None,
                axis=alt.Axis(orient="top", labelAngle=-24, labelLimit=190, labelOverlap=False)),
        y=alt.Y("row:N", scale=alt.Scale(domain=rows), title=None, axis=alt.Axis(labelLimit=210, ticks=False)),
        tooltip=tip(),
    )  # fmt: skip
    most = max(float(cells["share"].max()), 0.01)
    boxes = base.mark_rect(stroke=GREY, strokeWidth=0.5, cornerRadius=2).encode(
        color=alt.Color("share:Q", scale=alt.Scale(scheme="teals", domain=[0, most]),
                        legend=alt.Legend(title=title, orient="bottom", format=".0%", gradientLength=180, tickCount=3)),
    )  # fmt: skip
    ink = alt.when(f"datum.share > {0.55 * most}").then(alt.value("white")).otherwise(alt.value("#1b1b1b"))
    printed = base.mark_text(fontSize=11).encode(text="n:Q", color=ink)
    return alt.layer(boxes.add_params(picked()), printed).properties(
        height=TALLY_NAMES + TALLY_ROW * len(rows) + LEGEND
    )


def line_of_time(marks: pd.DataFrame, lanes: list[str], dates: str) -> alt.LayerChart:
    """A lane for each of `lanes`, in which a mark of `period` lies at its `mean`, up for and down against, with its
    `position` in shape and colour and its number of `rows` beside it where it is more than one; what has no clear
    side is a dashed square on the middle of its lane."""
    place = {lane: len(lanes) - 1 - nth for nth, lane in enumerate(lanes)}
    drawn = marks.assign(
        level=marks["lane"].map(place) + REACH * marks["mean"].fillna(0),
        many=[f"{n}" if n > 1 else "" for n in marks["rows"]],
    )
    up = _lanes(lanes)
    across = alt.X("period:T", title=None, scale=alt.Scale(padding=16), axis=days_axis(dates, marks["period"]))
    base = alt.Chart(drawn).encode(x=across, y=alt.Y("level:Q", **up), tooltip=tip(), shape=_by_position())
    rules = [
        alt.Chart(pd.DataFrame({"y": levels})).mark_rule(color=GREY, **look).encode(y=alt.Y("y:Q", **up))
        for levels, look in (
            (list(place.values()), {"strokeDash": [2, 3]}),
            ([nth - 0.5 for nth in range(len(lanes) + 1)], {"strokeWidth": 0.5}),
        )
    ]
    clear = base.transform_filter("isValid(datum.mean)").mark_point(
        filled=True, size=150, stroke=GREY, strokeWidth=1, opacity=1
    )
    clear = clear.encode(color=alt.Color("mean:Q", scale=SIDES, legend=None))
    unclear = base.transform_filter("!isValid(datum.mean)").mark_point(
        filled=False, size=110, stroke=GREY, strokeDash=[3, 2], strokeWidth=1.3
    )
    printed = alt.Chart(drawn).mark_text(dx=13, fontSize=10).encode(x=across, y=alt.Y("level:Q", **up), text="many:N")
    return alt.layer(*rules, clear.add_params(picked()), unclear, printed).properties(
        height=LANE * len(lanes) + AXIS + LEGEND // 2
    )


def _lanes(lanes: list[str]) -> dict[str, Any]:
    """The scale and the axis of the lanes, the first on top, each with its name at its middle."""
    names = "[" + ",".join(f"'{lane}'" for lane in reversed(lanes)) + "][datum.value]"
    axis = alt.Axis(
        values=list(range(len(lanes))), labelExpr=names, title=None, grid=False, ticks=False, domain=False,
        labelFontSize=12, labelPadding=8,
    )  # fmt: skip
    return {"scale": alt.Scale(domain=[-0.5, len(lanes) - 0.5], nice=False), "axis": axis}


def _by_position() -> alt.Shape:
    legend = alt.Legend(
        orient="top", symbolFillColor="transparent", symbolStrokeColor=GREY,
        labelExpr=f"datum.label === 'abstained' ? '{words.NOT_SURE}' : datum.label",
    )  # fmt: skip
    return alt.Shape("position:N", scale=alt.Scale(domain=POSITIONS, range=SHAPES), title=None, legend=legend)
