"""The dialogs that correct one actor, or add one by hand."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd
import streamlit as st

from components import words
from components import words_corrections as told
from components.corrections import carry_out, may_correct
from components.filters import SHOWN_KINDS
from components.plain import line, plain
from components.rows import everything, named
from components.session import archive, current
from onrecord.limits import FIELD_CHARACTERS, TITLE_CHARACTERS
from onrecord.records import Actor, Kind
from onrecord.store import corrections as make
from onrecord.store.correcting import corrections, machines_actor
from onrecord.store.frames import Rows
from onrecord.store.sides import state_names

NEW = "new"  # in the place of an actor's id
SPLITTABLE = ("name", "office", "description", "metonym", "demonym")  # forms that name somebody by themselves


def offer_correction(collection: str, actor: str, name: str) -> None:
    """The button that opens the dialog for one actor, and the dialog while it is open."""
    if may_correct(collection):
        st.button(told.CORRECT, icon=":material/edit:", help=told.CORRECT_HELP, on_click=_open, args=(actor,))
        if _is_open(actor):
            _correct(collection, actor, name)


def offer_new(collection: str) -> None:
    """The button that opens the dialog for an actor by hand, and the dialog while it is open."""
    if may_correct(collection):
        st.button(told.NEW, icon=":material/person_add:", help=told.NEW_HELP, on_click=_open, args=(NEW,))
        if _is_open(NEW):
            _new(collection)


def _open(which: str) -> None:
    current().correcting = which


def _close() -> None:
    current().correcting = ""


def _is_open(which: str) -> bool:
    """Whether the dialog is to be drawn: never beside another one, which would be an error."""
    session = current()
    if session.correcting != which or session.drawer_open:
        return False
    session.drawer_open = True
    return True


@st.dialog(told.CORRECT_TITLE, width="medium", icon=":material/edit:", on_dismiss=_close)
def _correct(collection: str, id_: str, name: str) -> None:
    actor = machines_actor(archive(collection), id_)
    if actor is None:
        st.info(told.ELSEWHERE)
        return
    st.markdown(f"**{plain(name)}**")
    way = st.segmented_control(
        told.CORRECT, list(told.WAYS), default="merge", required=True, format_func=told.WAYS.__getitem__, key="way",
        label_visibility="collapsed", width="stretch",
    )  # fmt: skip
    st.caption(told.TOLD[way or "merge"].format(name=plain(name)))
    draw = {"merge": _merge, "split": _split, "rename": _rename, "drop": _drop}[way or "merge"]
    draw(everything(collection), collection, actor, name)  # whatever the filters leave out: a correction holds for all


def _merge(rows: Rows, collection: str, actor: Actor, name: str) -> None:
    other = _choose_actor(rows, actor.id, told.WHO_ELSE, "merge into")
    if not st.button(told.DO["merge"], type="primary", icon=":material/merge:"):
        return
    into = machines_actor(archive(collection), other) if other else None
    if into is None:
        st.warning(told.CHOICE_MISSING)
        return
    carry_out(collection, make.merge(actor, into), into.id)


def _split(rows: Rows, collection: str, actor: Actor, name: str) -> None:
    mentions = rows.mentions[(rows.mentions["actor"] == actor.id) & rows.mentions["form"].isin(SPLITTABLE)]
    names = mentions["surface"].map(lambda surface: " ".join(surface.split()))
    counts = names.value_counts()
    if len(counts) < 1:
        st.info(told.NO_NAMES)
        return
    alias = st.selectbox(
        told.WHICH_NAME, list(counts.index), format_func=lambda one: told.name_counted(one, int(counts[one])),
        key="split name",
    )  # fmt: skip
    alias = alias or str(counts.index[0])
    article = _choose_article(mentions[names == alias])
    somebody = st.radio(
        told.WHO_INSTEAD, list(told.SOMEBODY), horizontal=True, key="split to", format_func=told.SOMEBODY.__getitem__
    )  # fmt: skip
    if somebody == "listed":
        other = _choose_actor(rows, actor.id, told.WHICH_OF_THEM, "split into")
        into = machines_actor(archive(collection), other) if other else None
    else:
        into = _describe(collection, alias, actor.kind, actor.state, "split")
    if st.button(told.DO["split"], type="primary", icon=":material/call_split:"):
        if into is None:
            st.warning(told.CHOICE_MISSING if somebody == "listed" else told.NAME_MISSING)
            return
        carry_out(collection, make.split(actor, alias, into, article), into.id)


def _rename(rows: Rows, collection: str, actor: Actor, name: str) -> None:
    given = st.text_input(told.SHOWN_NAME, name[:TITLE_CHARACTERS], max_chars=TITLE_CHARACTERS, key=f"name {actor.id}")
    if st.button(told.DO["rename"], type="primary", icon=":material/edit:"):
        if not given.strip():
            st.warning(told.NAME_MISSING)
            return
        carry_out(collection, make.rename(actor, given), actor.id)


def _drop(rows: Rows, collection: str, actor: Actor, name: str) -> None:
    if st.button(told.DO["drop"], type="primary", icon=":material/person_off:"):
        carry_out(collection, make.drop(actor))


@st.dialog(told.NEW_TITLE, width="medium", icon=":material/person_add:", on_dismiss=_close)
def _new(collection: str) -> None:
    st.caption(told.NEW_TOLD)
    actor = _describe(collection, "", "person", None, "new")
    others = st.text_area(told.OTHER_NAMES, key="other names", height=90, max_chars=FIELD_CHARACTERS)
    if st.button(told.ADD, type="primary", icon=":material/person_add:"):
        if actor is None:
            st.warning(told.NAME_MISSING)
            return
        aliases = [actor.name, *(each for each in others.splitlines() if each.strip())]
        try:
            correction = make.new(actor, aliases)
        except make.BadCorrection as error:
            st.error(plain(error, 600))
            return
        carry_out(collection, correction, actor.id)


def _describe(collection: str, name: str, kind: str, state: str | None, key: str) -> Actor | None:
    """An actor by hand: name, kind and side."""
    given = st.text_input(told.SHOWN_NAME, name[:TITLE_CHARACTERS], max_chars=TITLE_CHARACTERS, key=f"{key} {name}")
    left, right = st.columns(2)
    kinds = list(make.ACTING)
    of_kind = left.selectbox(
        told.KIND, kinds, index=kinds.index(kind) if kind in kinds else 0, format_func=words.KINDS.__getitem__,
        key=f"{key} kind",
    )  # fmt: skip
    states = state_names()
    side = right.selectbox(
        told.STATE, list(states), index=list(states).index(state) if state in states else None, key=f"{key} side",
        format_func=lambda one: states.get(one, one), placeholder=told.NO_STATE,
    )  # fmt: skip
    if not given.strip():
        return None
    taken = [each.correction.makes for each in corrections(archive(collection))]
    return make.by_hand(given, cast(Kind, of_kind), side, [one for one in taken if one])


def _choose_actor(rows: Rows, but: str, label: str, key: str) -> str | None:
    """One of the listed actors, but for the one that is being corrected."""
    mentions = rows.mentions[rows.mentions["kind"].isin(SHOWN_KINDS) & (rows.mentions["actor"] != but)]
    names = named(mentions, "actor", "actor_name")
    picked: Any = st.selectbox(
        label, list(names), index=None, format_func=lambda one: line(names.get(one, one), 80), key=key,
        placeholder=told.WHO_ELSE_HINT,
    )  # fmt: skip
    return picked


def _choose_article(bearing: pd.DataFrame) -> str | None:
    """One of the articles that have the name, or None for all of them."""
    titles = bearing.drop_duplicates("article_id").set_index("article_id")
    labels = {
        row.Index: line(f"{'' if pd.isna(row.day) else f'{row.day:%Y-%m-%d} '}{row.outlet}: {row.title}", 90)
        for row in titles.itertuples()
    }
    picked = st.selectbox(
        told.WHERE, ["", *labels], format_func=lambda one: labels.get(one, told.EVERYWHERE), key="split where"
    )
    return picked or None
