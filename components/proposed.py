"""Pairs of near names, offered to be counted as one actor or kept apart."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import words_corrections as told
from components.corrections import carry_out, may_correct
from components.rows import KEPT_FOR_ALL, KEPT_FOR_ONE, Stamp, stamp
from components.session import DEMO, archive
from onrecord.store import corrections as make
from onrecord.store.correcting import machines_actor
from onrecord.store.proposals import Proposal, proposals

SHOWN_AT_ONCE = 5


def show_proposals(collection: str) -> None:
    """The pairs that may be one, those in the most articles first; nothing where there is none."""
    if not may_correct(collection):
        return
    path = archive(collection)
    read = _of_demo if collection == DEMO else _of_own
    found = read(str(path), stamp(path))
    if not found:
        return
    with st.expander(told.proposed(len(found)), icon=":material/join_inner:", key="proposed"):
        st.caption(told.PROPOSED_TOLD)
        for nth, proposal in enumerate(found[:SHOWN_AT_ONCE]):
            _offer(collection, path, proposal, nth)
        if len(found) > SHOWN_AT_ONCE:
            st.caption(told.MORE_PROPOSED.format(n=len(found) - SHOWN_AT_ONCE))


def _offer(collection: str, path: Path, proposal: Proposal, nth: int) -> None:
    with st.container(border=True):
        left, right = st.columns([1.6, 1], vertical_alignment="center")
        left.markdown(told.may_be(proposal.actor, proposal.into, proposal.why, proposal.articles))
        with right.container(horizontal=True, horizontal_alignment="right"):
            joined = st.button(told.ACCEPT, key=f"accept {nth}", icon=":material/merge:")
            parted = st.button(told.REFUSE, key=f"refuse {nth}")
    if joined or parted:
        actor, into = (machines_actor(path, one.id) or one for one in (proposal.actor, proposal.into))
        carry_out(collection, make.merge(actor, into) if joined else make.apart(actor, into))


@st.cache_data(max_entries=KEPT_FOR_ALL, show_spinner=False)
def _of_demo(path: str, stamp: Stamp) -> list[Proposal]:
    return proposals(Path(path))


@st.cache_data(max_entries=KEPT_FOR_ONE, scope="session", show_spinner=False)
def _of_own(path: str, stamp: Stamp) -> list[Proposal]:
    return proposals(Path(path))
