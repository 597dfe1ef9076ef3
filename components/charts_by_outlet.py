"""Charts that set outlets beside each other, and what was said beside what was done. Pure, as in charts.py."""

from __future__ import annotations

import altair as alt
import pandas as pd

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
        color=alt.Color("share:Q", scale=alt.Scale(scheme="greys", domain=[0, most]),
                        legend=alt.Legend(title=title, orient="bottom", format=".0%", gradientLength=180, tickCount=3)),
    )  # fmt: skip
    ink = alt.when(f"datum.share > {0.55 * most}").then(alt.value("white")).otherwise(alt.value("#1b1b1b"))
    printed = base.mark_text(fontSize=11).encode(text="n:Q", color=ink)
    return alt.layer(boxes.add_params(picked()), printed).properties(
        height=TALLY_NAMES + TALLY_ROW * len(rows) + LEGEND
    )


def line_of_time(marks: pd.DataFrame, lanes: list[str], dates: str) -> alt.LayerChart:
    """A lane for each of `lanes`, in which a mark of `period` lies at its `mean`, up for and down against, with its
    `position` in shape and colour and its `n` beside it where it is more than one; what has no clear side is a dashed
    square on the middle of its lane."""
    place = {lane: len(lanes) - 1 - nth for nth, lane in enumerate(lanes)}
    drawn = marks.assign(
        level=[place[lane] + REACH * (0 if pd.isna(mean) else mean)
               for lane, mean in zip(marks["lane"], marks["mean"], strict=True)],
        many=[f"{n}" if n > 1 else "" for n in marks["rows"]],
    )  # fmt: skip
    names = "[" + ",".join(f"'{lane}'" for lane in reversed(lanes)) + "][datum.value]"
    axis = alt.Axis(values=sorted(place.values()), labelExpr=names, title=None, grid=False, ticks=False, domain=False,
                    labelFontSize=12, labelPadding=8)  # fmt: skip
    up = alt.Scale(domain=[-0.5, len(lanes) - 0.5], nice=False)
    across = alt.X("period:T", title=None, axis=days_axis(dates, marks["period"]))
    base = alt.Chart(drawn).encode(x=across, y=alt.Y("level:Q", scale=up, axis=axis), tooltip=tip())
    middles = pd.DataFrame({"y": list(place.values())})
    middle = alt.Chart(middles).mark_rule(color=GREY, strokeDash=[2, 3]).encode(y=alt.Y("y:Q", scale=up, axis=axis))
    edges = pd.DataFrame({"y": [nth - 0.5 for nth in range(len(lanes) + 1)]})
    edge = alt.Chart(edges).mark_rule(color=GREY, strokeWidth=0.5).encode(y=alt.Y("y:Q", scale=up, axis=axis))
    shape = alt.Shape("position:N", scale=alt.Scale(domain=POSITIONS, range=SHAPES), title=None,
                      legend=alt.Legend(orient="top", symbolFillColor=GREY))  # fmt: skip
    clear = base.transform_filter("isValid(datum.mean)").mark_point(
        filled=True, size=150, stroke=GREY, strokeWidth=1, opacity=1
    )
    clear = clear.encode(shape=shape, color=alt.Color("mean:Q", scale=SIDES, legend=None))
    unclear = base.transform_filter("!isValid(datum.mean)").mark_point(
        filled=False, size=110, stroke=GREY, strokeDash=[3, 2], strokeWidth=1.3
    )
    printed = base.mark_text(dx=13, fontSize=10).encode(text="many:N")
    layers = alt.layer(middle, edge, clear.add_params(picked()), unclear.encode(shape=shape), printed)
    return layers.properties(height=LANE * len(lanes) + AXIS + LEGEND // 2)
