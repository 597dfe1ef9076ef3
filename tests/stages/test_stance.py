"""Sentences about invented people and countries -> the sides that must be found in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.intake import read_path
from onrecord.knowledge.data import DATA
from onrecord.knowledge.textwords import load_text_words
from onrecord.knowledge.tools import Tools
from onrecord.pipeline import analyse
from onrecord.records import Article, Report, Stance

Read = Callable[[str], Report]

ISSUES = [
    ("Mara Veltin said that sanctions would be a grave mistake.", "Mara Veltin", "sanctions", "opposes"),
    ("Mara Veltin said Velmark would respond firmly if Russia invaded Ukraine.", "Mara Veltin", "invasion", "opposes"),
    ("Doran Keel ruled out any concessions.", "Doran Keel", "concessions", "opposes"),
    ("Doran Keel refused to rule out concessions.", "Doran Keel", "concessions", "supports"),
    ("Doran Keel called for an end to the invasion.", "Doran Keel", "invasion", "opposes"),
    ("Doran Keel called for negotiations.", "Doran Keel", "negotiations", "supports"),
    ("Mara Veltin demanded guarantees that NATO would not expand.", "Mara Veltin", "nato-enlargement", "opposes"),
    ("Mara Veltin said that the demands of Russia were unacceptable.", "Mara Veltin", "security-guarantees", "opposes"),
    ("Mara Veltin said she would not support sanctions.", "Mara Veltin", "sanctions", "opposes"),
    (
        '"We support the territorial integrity of Ukraine," Mara Veltin said.',
        "Mara Veltin",
        "territorial-integrity",
        "supports",
    ),
    ("Mara Veltin condemned the annexation of Crimea.", "Mara Veltin", "territorial-integrity", "supports"),
    ("Mara Veltin urged both sides to agree to a ceasefire.", "Mara Veltin", "ceasefire", "supports"),
    ("Karsovia annexed the region of Crimea in March.", "Karsovia", "territorial-integrity", "opposes"),
    ("The region of Crimea was annexed by Karsovia.", "Karsovia", "territorial-integrity", "opposes"),
    ("Karsovia recognised Donetsk and Luhansk on Monday.", "Karsovia", "donbas-recognition", "supports"),
]


def sides(report: Report, target: str) -> set[tuple[str, str]]:
    """(holder's name, position) of every side taken on a target."""
    names = {actor.id: actor.name for actor in report.actors}
    told = [stance for stance in report.stances if stance.target == target and stance.position != "abstained"]
    return {(names[stance.holder], stance.position) for stance in told}


@pytest.mark.parametrize(("text", "holder", "issue", "position"), ISSUES)
def test_side_on_an_issue_is_read_from_the_words_that_govern_it(
    read: Read, text: str, holder: str, issue: str, position: str
) -> None:
    assert sides(read(text), issue) == {(holder, position)}


def test_act_between_states_is_coded_and_scored(read: Read) -> None:
    stance = towards(read("Russia attacked Ukraine on Monday."), "Q159", "Q212")
    assert stance.basis == "did"
    assert stance.event is not None
    assert (stance.event.root, stance.event.quad, stance.event.score) == ("ASSAULT", "material conflict", -9)


def test_threat_is_not_an_act(read: Read) -> None:
    stance = towards(read("Russia threatened to attack Poland on Monday."), "Q159", "Q36")
    assert stance.modality == "threatened"
    assert stance.event is not None
    assert stance.event.root == "THREATEN"


def test_issue_named_without_a_side_gives_no_side(read: Read) -> None:
    report = read("Mara Veltin said that sanctions were discussed on Monday.")
    (stance,) = [each for each in report.stances if each.target == "sanctions"]
    assert stance.position in ("neutral", "abstained")


def test_what_another_actor_wants_is_not_charged_to_the_speaker(read: Read) -> None:
    report = read("Mara Veltin said that Doran Keel opposes sanctions.")
    assert ("Mara Veltin", "opposes") not in sides(report, "sanctions")


@pytest.mark.parametrize(
    ("text", "holder", "issue", "position"),
    [
        ("Her condemnation of the war on Ukraine cost Mara Veltin her seat.", "Mara Veltin", "invasion", "opposes"),
        ("Mara Veltin wants a ceasefire, her office said.", "Mara Veltin", "ceasefire", "supports"),
        ("Mara Veltin demanded that the guns fall silent at once.", "Mara Veltin", "ceasefire", "supports"),
    ],
)
def test_side_is_told_of_whom_it_belongs_to(read: Read, text: str, holder: str, issue: str, position: str) -> None:
    assert sides(read(text), issue) == {(holder, position)}


def test_who_is_only_struck_takes_no_side(read: Read) -> None:
    assert not sides(read("Russia has been the target of many economic sanctions since 2014."), "sanctions")


@pytest.mark.parametrize(
    "text",
    [
        "Velmark feared that Karsovia would annex the region of Crimea.",
        "Karsovia has not annexed the region of Crimea.",
        "Velmark will send help if Karsovia annexes the region of Crimea.",
    ],
)
def test_what_is_not_done_shows_no_side(read: Read, text: str) -> None:
    told = [stance.evidence.rule for stance in read(text).stances if stance.target == "territorial-integrity"]
    assert not [rule for rule in told if "does it" in rule]


def test_we_in_relayed_words_is_not_who_relays_them(tools: Tools) -> None:
    path = DATA / "articles" / "2021-12-07-biden-putin-video-call-wire-north.md"
    (article,) = (each for each in read_path(path, words=load_text_words()) if isinstance(each, Article))
    report = analyse(article, tools)
    names = {actor.id: actor.name for actor in report.actors}
    assert ("Joe Biden", "Jake Sullivan") not in {(names[s.holder], names.get(s.target)) for s in report.stances}


def test_an_act_taken_for_granted_in_reported_words_is_told_of_who_does_it(read: Read) -> None:
    report = read("Belarus demanded an answer to the hostility of the West that supports Ukraine.")
    holders = {actor.id: actor.name for actor in report.actors}
    told = [stance for stance in report.stances if stance.target == "Q212" and holders[stance.holder] == "the West"]
    assert [stance.quote for stance in told] == [None]


def test_a_side_told_of_another_is_not_the_teller_s(read: Read) -> None:
    report = read(
        "President Doran Keel spoke for an hour. “He made clear that Velmark and its allies will respond decisively if "
        "Russia invades Ukraine,” his spokeswoman Lena Orr said."
    )
    assert sides(report, "invasion") == {("Doran Keel", "opposes")}


def test_every_stance_names_its_sentence_and_rule(read: Read) -> None:
    report = read("Doran Keel ruled out any concessions. Mara Veltin praised Doran Keel for his courage.")
    assert report.stances
    for stance in report.stances:
        assert stance.evidence.spans
        assert stance.evidence.rule
        assert abs(sum(stance.probabilities) - 1) < 1e-6


def towards(report: Report, holder: str, target: str) -> Stance:
    """The one stance of a holder towards an actor."""
    (stance,) = [each for each in report.stances if each.holder == holder and each.target == target]
    return stance
