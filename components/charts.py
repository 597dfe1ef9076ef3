"""DataFrames -> charts. Pure: nothing here knows of Streamlit.

Every row carries `key`, which a click hands back through the selection named PICK, and `tip`, the sentence shown on
hover. Colour is never alone: signs and counts are printed, shapes point to the side. The sided scale runs from purple
(opposes, negative) to orange (supports, positive) over a fixed -1 to 1.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from components import words

PICK = "pick"
SIDES = alt.Scale(scheme="purpleorange", domain=[-1, 1], clamp=True)
PALE = "rgba(128, 128, 128, 0.18)"  # behind figures that rest on too little
GREY = "#777e83"  # intervals, rules and rows with too little behind them: legible on white and on near-black
ROW, TWO_LINES = 30, 38  # pixels a row of a ranked chart takes; one whose name stands on two lines
BASIS_ROW = 20
AXIS, LEGEND = 64, 60  # pixels that an axis with its title takes, and a legend
CELL_HEIGHT, COLUMN_NAMES, ROW_NAMES = 50, 130, 190
CELLS = ((6, 92), (10, 64), (99, 54))  # up to so many columns, each so wide: less cannot hold an interval
GUTTER, NARROW_GUTTER = 1.5, 2.2  # how far a sided axis runs beyond 1, for figures: on a whole page, on half of one
FEW_DAYS = 6  # so few that an axis would have ticks within a day
TICKS, SIGNED = [-1, -0.5, 0, 0.5, 1], "datum.value === 0 ? '0' : format(datum.value, '+.1f')"
SHAPES = alt.Scale(domain=["said", "did", "narrated"], range=["circle", "diamond", "square"])


def by_period(counts: pd.DataFrame, counted: str, dates: str) -> alt.Chart:
    """Stacked bars: `n` of what is `counted`, in each `outlet_name`, from `period` to `period_end`.

    `dates` is how the axis writes them.
    """
    return (
        alt.Chart(counts)
        .mark_bar(orient="vertical", stroke="rgba(128,128,128,0.6)", strokeWidth=0.5)
        .encode(
            x=alt.X("period:T", title=None, axis=days_axis(dates, counts["period"])),
            x2="period_end:T",
            y=alt.Y("n:Q", stack=True, title=counted, axis=alt.Axis(tickMinStep=1, format="d", tickCount=4)),
            color=alt.Color("outlet_name:N", title=None, legend=alt.Legend(orient="top", columns=2, labelLimit=190)),
            tooltip=tip(),
        )
        .add_params(picked())
        .properties(height=300)
    )


def counts_with_tone(actors: pd.DataFrame) -> alt.LayerChart:
    """Bars of `passages` that speak of each `beside`, coloured by the `mean` tone, which is printed beside them."""
    base = alt.Chart(actors).encode(y=names_axis("beside"), tooltip=tip())
    bars = base.mark_bar(height=18, stroke=GREY, strokeWidth=0.5).encode(
        x=alt.X("passages:Q", title=words.PASSAGES_TITLE, axis=alt.Axis(tickMinStep=1, format="d", tickCount=5)),
        color=_side_colour(None),
    )
    printed = base.mark_text(align="left", dx=5).encode(x="passages:Q", text="printed:N")
    return alt.layer(bars.add_params(picked()), printed).properties(height=tall(actors, ROW - 4))


def sides(rows: pd.DataFrame, ends: str, *, by_basis: bool = False, narrow: bool = False) -> alt.LayerChart:
    """Each name in `beside` on a scale from -1 to 1: a point at `mean`, a rule from `low` to `high`, figures beside.

    A row that is not `enough` is grey; one without a mean has no point and says so. With `by_basis` each label has a
    line for what was said, done and narrated, told apart by shape. A `narrow` chart takes half of a page.
    """
    end = NARROW_GUTTER if narrow else GUTTER
    axis = alt.Axis(values=TICKS, labelExpr=SIGNED, grid=True)
    across = alt.Scale(domain=[-1.05, end], nice=False, zero=False)
    base = alt.Chart(rows).encode(y=names_axis("beside"), tooltip=tip())
    if by_basis:
        base = base.encode(yOffset=alt.YOffset("basis:N", sort=["said", "did", "narrated"]))
    whole_row = base.mark_bar(opacity=0).encode(x=alt.datum(-1.05), x2=alt.datum(end))
    middle = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(color=GREY, strokeDash=[2, 3]).encode(x="x:Q")
    interval = base.transform_filter("isValid(datum.low)").mark_rule(color=GREY, strokeWidth=2)
    interval = interval.encode(x=alt.X("low:Q", scale=across, title=ends, axis=axis), x2="high:Q")
    known = base.transform_filter("isValid(datum.mean)").encode(x=alt.X("mean:Q", scale=across, title=ends, axis=axis))
    points = known.mark_point(filled=True, stroke=GREY, strokeWidth=1, opacity=1).encode(
        color=alt.condition("datum.enough", _side_colour(None), alt.value(GREY)),
        size=alt.condition("datum.enough", alt.value(120), alt.value(50)),
        shape=alt.Shape("basis:N", scale=SHAPES, title=words.BASIS) if by_basis else _pointing(),
    )
    printed = base.mark_text(align="left").encode(x=alt.datum(1.08), text="printed:N")
    step = 3 * BASIS_ROW if by_basis else TWO_LINES if rows["beside"].str.contains("\n").any() else ROW
    layers = alt.layer(whole_row.add_params(picked()), middle, interval, points, printed)
    return layers.properties(height=tall(rows, step))


def matrix(cells: pd.DataFrame, rows: list[str], columns: list[str], scale: str) -> alt.LayerChart:
    """`row` by `column`: `mean`, its interval and `n` in colour and figures; too few is grey, abstained alone a
    dashed box."""
    width = next(width for most, width in CELLS if len(columns) <= most)
    base = alt.Chart(cells).encode(
        x=alt.X(
            "column:N",
            scale=alt.Scale(domain=columns),
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-38, labelLimit=190, labelOverlap=False),
        ),
        y=alt.Y("row:N", scale=alt.Scale(domain=rows), title=None, axis=alt.Axis(labelLimit=ROW_NAMES)),
        tooltip=tip(),
    )
    judged, few = base.transform_filter("datum.enough"), base.transform_filter("!datum.enough")
    boxes = judged.mark_rect(stroke=GREY, strokeWidth=0.5, cornerRadius=2).encode(color=_side_colour(scale))
    pale = few.transform_filter("isValid(datum.mean)").mark_rect(fill=PALE, cornerRadius=2)
    empty = few.transform_filter("!isValid(datum.mean)").mark_rect(
        fill="transparent", stroke=GREY, strokeDash=[3, 3], strokeWidth=1, cornerRadius=2
    )
    ink = alt.when("datum.mean < -0.6 || datum.mean > 0.85").then(alt.value("white")).otherwise(alt.value("#1b1b1b"))
    figures = [
        part.mark_text(dy=dy, fontSize=size, fontWeight=weight).encode(text=field, **colour)
        for part, colour in ((judged, {"color": ink}), (few, {}))
        for dy, size, weight, field in (
            (-14, 12, "bold", "short:N"),
            (2, 9, "normal", "between:N"),
            (16, 9, "normal", "counted:N"),
        )
    ]
    return alt.layer(boxes.add_params(picked()), pale, empty, *figures).properties(
        width=ROW_NAMES + width * len(columns), height=COLUMN_NAMES + LEGEND + CELL_HEIGHT * len(rows)
    )


def over_time(periods: pd.DataFrame, ends: str, dates: str) -> alt.LayerChart:
    """A point at `mean` for each `period`, its interval, and its n, with how many abstained below it, printed above."""
    across = alt.X("period:T", title=None, axis=days_axis(dates, periods["period"]))
    base = alt.Chart(periods).encode(x=across, tooltip=tip())
    up = alt.Scale(domain=[-1.1, 1.45], nice=False)
    axis = alt.Axis(values=TICKS, labelExpr=SIGNED)
    middle = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(color=GREY, strokeDash=[2, 3]).encode(y="y:Q")
    interval = base.transform_filter("isValid(datum.low)").mark_rule(color=GREY, strokeWidth=2)
    interval = interval.encode(y=alt.Y("low:Q", scale=up, title=ends, axis=axis), y2="high:Q")
    known = base.transform_filter("isValid(datum.mean)").encode(y=alt.Y("mean:Q", scale=up, title=ends, axis=axis))
    path = known.mark_line(color=GREY, strokeWidth=1, strokeDash=[4, 3])
    points = known.mark_point(filled=True, stroke=GREY, strokeWidth=1, opacity=1).encode(
        color=alt.condition("datum.enough", _side_colour(None), alt.value(GREY)),
        size=alt.condition("datum.enough", alt.value(120), alt.value(50)),
        shape=_pointing(),
    )
    lines = base.transform_calculate(lines=r"replace(datum.counted, ' +', '\n+')")  # months stand close
    printed = lines.mark_text(fontSize=10, lineBreak="\n", baseline="top").encode(y=alt.datum(1.43), text="lines:N")
    return alt.layer(middle, path, interval, points.add_params(picked()), printed).properties(height=276)


def counts(rows: pd.DataFrame, title: str, kinds: list[str]) -> alt.Chart:
    """Stacked bars: `n` per `beside`, split by `kind` in the order of `kinds`."""
    return (
        alt.Chart(rows)
        .mark_bar(height=18)
        .encode(
            y=names_axis("beside"),
            x=alt.X("n:Q", stack=True, title=title, axis=alt.Axis(tickMinStep=1, format="d", tickCount=5)),
            color=alt.Color("kind:N", sort=kinds, title=None, legend=alt.Legend(orient="top", columns=2)),
            order=alt.Order("kind_order:Q"),
            tooltip=tip(),
        )
        .add_params(picked())
        .properties(height=tall(rows, ROW - 4) + LEGEND)
    )


def picked() -> alt.Parameter:
    """What makes the marks of a chart open their rows."""
    return alt.selection_point(name=PICK, fields=["key"], on="click", clear=False)


def tall(rows: pd.DataFrame, step: int) -> int:
    """The height of a ranked chart, of `step` pixels a name."""
    return int(rows["beside"].nunique()) * step + AXIS


def days_axis(dates: str, periods: pd.Series[pd.Timestamp]) -> alt.Axis:
    """An axis of days on which none stands twice: in a short time one tick a day, where only months are written one
    a month."""
    short = (periods.max() - periods.min()).days <= FEW_DAYS
    return alt.Axis(format=dates, labelOverlap=True, tickCount="month" if "d" not in dates else "day" if short else 6)


def tip() -> list[alt.Tooltip]:
    """The sentence shown on hover."""
    return [alt.Tooltip("tip:N", title=" ")]


# A line break in a name starts a second line of it.
_LINES = alt.Axis(labelLimit=210, labelPadding=6, ticks=False, labelExpr="split(datum.label, '\\n')")


def names_axis(field: str) -> alt.Y:
    """Names one under the other, in the order of the rows."""
    return alt.Y(f"{field}:N", sort=None, title=None, axis=_LINES)


def _side_colour(title: str | None) -> alt.Color:
    legend = None if title is None else alt.Legend(title=title, orient="bottom", gradientLength=180, values=[-1, 0, 1])
    return alt.Color("mean:Q", scale=SIDES, legend=legend)


def _pointing() -> alt.Shape:
    return alt.Shape(
        "side:N",
        scale=alt.Scale(domain=["left", "middle", "right"], range=["triangle-left", "circle", "triangle-right"]),
        legend=None,
    )
