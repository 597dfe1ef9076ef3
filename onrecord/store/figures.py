"""The figures on the screens, each a table made of Rows and of nothing else.

Every mean comes with n, n_articles, low, high and abstained (intervals.py). Every row of a figure can be traced:
`evidence_of(rows, FRAME, row)` gives the rows that it counts; each function says which FRAME that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from onrecord.knowledge.verbs import load_verbs
from onrecord.store.frames import Rows
from onrecord.store.intervals import mean_with_interval

Every = Literal["day", "week", "month"]
FrameName = Literal["articles", "mentions", "quotes", "tones", "stances"]

_PERIODS = {"day": "D", "week": "W", "month": "M"}


@dataclass(frozen=True, slots=True)
class Size:
    """How much the rows hold; `first` and `last` are missing when no article has a day."""

    articles: int
    outlets: int
    actors: int
    quotes: int
    stances: int
    undated: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None


def corpus_size(rows: Rows) -> Size:
    """How many articles, outlets, named actors, quotes and stances there are, and from when to when."""
    days = rows.articles["day"].dropna()
    return Size(
        articles=len(rows.articles),
        outlets=rows.articles["outlet"].nunique(),
        actors=rows.mentions.loc[rows.mentions["kind"] != "unnamed", "actor"].nunique(),
        quotes=len(rows.quotes),
        stances=len(rows.stances),
        undated=len(rows.articles) - len(days),
        first=days.min() if len(days) else None,
        last=days.max() if len(days) else None,
    )


# The columns by which a row of a figure finds its rows again. Not "kind", which means another thing in another frame.
_KEYS = (
    *("article_id", "outlet", "actor", "speaker", "addressee", "verb", "claim", "voice", "label", "quote_id"),
    *("holder", "target", "position", "basis", "modality", "quad", "distance"),
)


def evidence_of(rows: Rows, frame: FrameName, keys: Mapping[str, Any], every: Every = "day") -> pd.DataFrame:
    """The rows behind one row of a figure: those of `frame` that agree with it in every key that both have.

    What is no key (mean, n …) is passed over; `period` takes `every` as the figure did; a missing voice is the
    outlet's own. By day, those that were counted before those that abstained.
    """
    found: pd.DataFrame = getattr(rows, frame)
    for column, value in keys.items():
        if column == "period":
            found = found[period_of(found, every) == pd.Timestamp(value)]
        elif column in _KEYS and column in found.columns:
            found = found[found[column].isna() if pd.isna(value) else found[column] == value]
    found = found.sort_values("day", kind="stable")
    verdict = {"tones": "label", "stances": "position"}.get(frame)
    return found if verdict is None else found.sort_values(verdict, key=_abstained, kind="stable")


def period_of(frame: pd.DataFrame, every: Every) -> pd.Series[Any]:
    """The first day of the day, week (from Monday) or month that each row falls in."""
    return pd.Series(frame["day"].dt.to_period(_PERIODS[every]).dt.start_time)


def _abstained(verdicts: pd.Series[Any]) -> pd.Series[Any]:
    return pd.Series(verdicts == "abstained")


def articles_by_day(rows: Rows, every: Every = "day") -> pd.DataFrame:
    """How many articles of each outlet fall in each period: period, outlet, n. FRAME: articles."""
    dated = rows.articles[rows.articles["day"].notna()]
    return _counts(dated.assign(period=period_of(dated, every)), ["period", "outlet"])


def actor_table(rows: Rows) -> pd.DataFrame:
    """One row an actor, most mentioned first: actor, actor_name, kind, state; mentions, articles, said (quotes of
    its own), about (quotes of others about it), holds (stances), faces (stances towards it); and the tone towards it:
    mean, low, high, n, n_articles, abstained. FRAME: mentions; for the tone: tones."""
    named = rows.mentions.groupby("actor", sort=False)
    table = named.agg(
        actor_name=("actor_name", "first"),
        kind=("kind", "first"),
        state=("state", "first"),
        mentions=("actor", "size"),
        articles=("article_id", "nunique"),
    )
    about = rows.quotes[["speaker", "about"]].explode("about")
    parts = {
        "said": rows.quotes["speaker"],
        "about": about.loc[about["about"] != about["speaker"], "about"],
        "holds": rows.stances["holder"],
        "faces": rows.stances["target"],
    }
    for name, ids in parts.items():
        table[name] = ids.value_counts().reindex(table.index, fill_value=0).astype("int64")
    tone = mean_with_interval(rows.tones, ["actor"]).set_index("actor")
    table = table.join(tone)
    for name in ("n", "n_articles", "abstained"):
        table[name] = table[name].fillna(0).astype("int64")
    return table.reset_index().sort_values(["mentions", "actor_name"], ascending=[False, True], ignore_index=True)


def newest_quotes(rows: Rows, limit: int = 10) -> pd.DataFrame:
    """The quotes of the newest articles, those without a day last."""
    return rows.quotes.sort_values("day", ascending=False, na_position="last", kind="stable").head(limit)


def mentions_over_time(rows: Rows, actor: str, every: Every = "week") -> pd.DataFrame:
    """How often the actor is mentioned by each outlet: period, outlet, actor, n. FRAME: mentions."""
    found = rows.mentions[(rows.mentions["actor"] == actor) & rows.mentions["day"].notna()]
    return _counts(found.assign(period=period_of(found, every)), ["period", "outlet", "actor"])


def said_by(rows: Rows, actor: str) -> pd.DataFrame:
    """The quotes whose speaker is the actor."""
    return rows.quotes[rows.quotes["speaker"] == actor]


def said_about(rows: Rows, actor: str) -> pd.DataFrame:
    """The quotes of others that speak of the actor."""
    about = [actor in ids for ids in rows.quotes["about"]]
    return rows.quotes[pd.Series(about, index=rows.quotes.index, dtype=bool) & (rows.quotes["speaker"] != actor)]


def who_with(rows: Rows, actor: str) -> pd.DataFrame:
    """Who is mentioned in the same sentences: actor, actor_name, kind, sentences, articles; most often first."""
    place = ["article_id", "sentence_start"]
    here = rows.mentions.loc[rows.mentions["actor"] == actor, place].drop_duplicates()
    beside = rows.mentions.merge(here, on=place)
    beside = beside[(beside["actor"] != actor) & (beside["kind"] != "unnamed")]
    beside = beside.drop_duplicates(["actor", *place])
    table = beside.groupby("actor", sort=False).agg(
        actor_name=("actor_name", "first"),
        kind=("kind", "first"),
        sentences=("actor", "size"),
        articles=("article_id", "nunique"),
    )
    return table.reset_index().sort_values(["sentences", "actor_name"], ascending=[False, True], ignore_index=True)


def tone_by_outlet(rows: Rows, actor: str, every: Every | None = None) -> pd.DataFrame:
    """How each outlet itself speaks of the actor: outlet, actor, actor_name, mean …, voice (missing: the outlet);
    in each period too where `every` is given. Tones inside quotes are left out: they are their speakers'.
    FRAME: tones."""
    own = rows.tones[rows.tones["voice"].isna() & (rows.tones["actor"] == actor)]
    keys = ["outlet", "actor", "actor_name", "voice"]
    if every is None:
        return mean_with_interval(own, keys)
    own = own[own["day"].notna()]
    return mean_with_interval(own.assign(period=period_of(own, every)), ["period", *keys])


def spoken_of(rows: Rows) -> pd.DataFrame:
    """Of whom the outlets themselves speak: actor, actor_name, n (passages, the unclear ones included), most first.
    FRAME: tones."""
    own = rows.tones[rows.tones["voice"].isna() & (rows.tones["kind"] != "unnamed")]
    return _counts(own, ["actor", "actor_name"]).sort_values("n", ascending=False, kind="stable", ignore_index=True)


def tone_over_time(rows: Rows, every: Every = "week", actors: Sequence[str] = ()) -> pd.DataFrame:
    """The tone towards each actor (of these, or of all): period, actor, actor_name, mean … FRAME: tones."""
    found = rows.tones[rows.tones["day"].notna()]
    found = found[found["actor"].isin(list(actors))] if actors else found
    return mean_with_interval(found.assign(period=period_of(found, every)), ["period", "actor", "actor_name"])


def stance_matrix(rows: Rows, target_kind: Literal["actor", "issue", ""] = "") -> pd.DataFrame:
    """Who stands where towards whom or what: holder, holder_name, holder_kind, target, target_name, target_kind,
    mean … A pair of which every stance abstained is there, without a mean. FRAME: stances."""
    found = rows.stances[rows.stances["target_kind"] == target_kind] if target_kind else rows.stances
    keys = ["holder", "holder_name", "holder_kind", "target", "target_name", "target_kind"]
    return mean_with_interval(found, keys).sort_values(
        ["n", "holder_name", "target_name"], ascending=[False, True, True], ignore_index=True
    )


def stance_by_issue(rows: Rows, issue: str | None = None, by_basis: bool = False) -> pd.DataFrame:
    """Where each holder stands on each issue (or on one): the columns of stance_matrix, and basis when what was said
    and what was done are to be told apart. FRAME: stances."""
    found = rows.stances[rows.stances["target_kind"] == "issue"]
    found = found[found["target"] == issue] if issue else found
    keys = ["target", "target_name", "target_kind", "holder", "holder_name", "holder_kind"]
    return mean_with_interval(found, [*keys, "basis"] if by_basis else keys)


def stance_over_time(rows: Rows, target: str, every: Every = "month", holders: Sequence[str] = ()) -> pd.DataFrame:
    """Where holders (these, or all) stood on a target in each period: period, holder, holder_name, target,
    target_name, mean … FRAME: stances."""
    found = rows.stances[(rows.stances["target"] == target) & rows.stances["day"].notna()]
    found = found[found["holder"].isin(list(holders))] if holders else found
    keys = ["period", "holder", "holder_name", "target", "target_name"]
    return mean_with_interval(found.assign(period=period_of(found, every)), keys)


def pairs_by_basis(rows: Rows) -> pd.DataFrame:
    """How many stances of each basis each holder has towards each target: holder, holder_name, target, target_name,
    said, did, narrated, n; first those with most clear words and clear acts together. FRAME: stances."""
    keys = ["holder", "holder_name", "target", "target_name"]
    found = rows.stances[(rows.stances["holder"] != rows.stances["target"]) & rows.stances["day"].notna()]
    clear = found["position"] != "abstained"
    found = found.assign(
        clear_said=clear & (found["basis"] == "said"),
        clear_did=clear & (found["basis"] == "did"),
        **{basis: found["basis"] == basis for basis in ("said", "did", "narrated")},
    )
    counts = ["said", "did", "narrated", "clear_said", "clear_did"]
    table = found.groupby(keys)[counts].sum().astype("int64").reset_index()
    table = table.assign(n=table["said"] + table["did"] + table["narrated"])
    table["both"] = table[["clear_said", "clear_did"]].min(axis=1)
    table = table.sort_values(["both", "n"], ascending=False, kind="stable", ignore_index=True)
    return table.drop(columns=["clear_said", "clear_did", "both"])


def said_and_done(rows: Rows, holder: str, target: str, every: Every = "day") -> pd.DataFrame:
    """What the holder said of the target, did to it, and is told to hold of it, in each period: period, holder,
    holder_name, target, target_name, basis, position, mean …; the four positions apart, so that each mark is one
    side. FRAME: stances."""
    found = rows.stances[(rows.stances["holder"] == holder) & (rows.stances["target"] == target)]
    found = found[found["day"].notna()]
    keys = ["period", "holder", "holder_name", "target", "target_name", "basis", "position"]
    return mean_with_interval(found.assign(period=period_of(found, every)), keys)


def strongest_stances(rows: Rows, minimum_n: int, limit: int = 10) -> pd.DataFrame:
    """The pairs furthest from neutral among those with at least `minimum_n` stances. FRAME: stances."""
    table = stance_matrix(rows)
    table = table[(table["n"] >= max(minimum_n, 1)) & (table["holder"] != table["target"])]
    return table.sort_values("mean", key=abs, ascending=False, kind="stable", ignore_index=True).head(limit)


def with_distance(quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes with `distance`: how their verb holds them (data/reporting_verbs.yaml), or none where no listed verb
    reports them."""
    distances = {verb: load_verbs().distance_of(verb) or "none" for verb in quotes["verb"].unique()}
    return quotes.assign(distance=quotes["verb"].map(distances).astype("str"))


def distance_by_outlet(rows: Rows) -> pd.DataFrame:
    """How each outlet holds what it reports: outlet, distance, n, share (of its quotes).
    FRAME: quotes, as with_distance gives them."""
    table = _counts(with_distance(rows.quotes), ["outlet", "distance"])
    return table.assign(share=table["n"] / table.groupby("outlet")["n"].transform("sum"))


def verbs_by_outlet(rows: Rows) -> pd.DataFrame:
    """The verbs with which each outlet reports speech: outlet, verb, distance, n, share (of its quotes that have a
    verb). FRAME: quotes."""
    table = _counts(with_distance(rows.quotes[rows.quotes["verb"] != ""]), ["outlet", "verb", "distance"])
    return table.assign(share=table["n"] / table.groupby("outlet")["n"].transform("sum"))


def quoted_by_outlet(rows: Rows) -> pd.DataFrame:
    """Whom each outlet quotes, and how often: outlet, speaker, speaker_name, n, share (of its quotes that have a
    speaker). FRAME: quotes."""
    table = _counts(rows.quotes[rows.quotes["speaker"].notna()], ["outlet", "speaker", "speaker_name"])
    return table.assign(share=table["n"] / table.groupby("outlet")["n"].transform("sum"))


def _counts(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return frame.groupby(by, sort=True).size().rename("n").reset_index()
