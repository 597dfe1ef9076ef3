"""Pronouns: to the likeliest actor mentioned before, or to none.

The features are those of Lappin and Leass (1994): how near, in which part of the sentence, how often. The weights are
set by hand, and by hand only: there is no annotated text at hand that they may be fitted on.
"""

from __future__ import annotations

from math import log

from spacy.tokens import Token

from onrecord.records import Candidate
from onrecord.stages.actors.reading import Reading, Seen, role_of
from onrecord.stages.actors.roster import Draft

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_NEUTER = frozenset("it its itself".split())
_FARTHEST_PERSON = 6.0  # sentences outside quotes; beyond it a writer names the person again
_FARTHEST_OTHER = 1.0  # *it* and *they* mean something near, most often no actor at all
_FARTHEST_TITLE = 2.0
_ROLE = {"subject": 1.6, "owner": 0.7, "root": 0.7, "object": 0.6, "other": 0.2}
_PER_SENTENCE = 0.9
_PER_WORD = 0.008
_SAME_ROLE = 0.5
_KNOWN_GENDER = 0.6
_CHAIN = 0.3
_OTHER_PARAGRAPH = 0.6
_SPEAKER = 0.7
_ACROSS_QUOTE = 1.2
_UNNAMED = 0.9
_ONE_FOR_MANY = 1.2  # "Google … their"
_OFTEN = 0.4
_GOES_ON = frozenset("add continue conclude".split())
_GOING_ON = 3.5  # "he added": most often whoever spoke last
_LEAST = {"person": -2.5, "other": 0.4}


def antecedent(reading: Reading, pronoun: Candidate) -> Draft | None:
    """The actor that the pronoun stands for, or None where nothing fits well enough."""
    return antecedent_of_word(reading, pronoun.head)


def antecedent_of_word(reading: Reading, index: int) -> Draft | None:
    """The same for the pronoun at this position."""
    token = reading.doc[index]
    word = token.lower_
    person = word in _MALE or word in _FEMALE
    if word.endswith(("self", "selves")):
        return _clause_subject(reading, token, word)
    if not person and _means_a_thing(reading, token):
        return None
    goes_on = token.dep_ == "nsubj" and token.head.lemma_ in _GOES_ON
    best: tuple[float, Seen] | None = None
    for seen in reversed(reading.seen):
        distance = reading.distance(seen.head, index)
        if distance > (_FARTHEST_PERSON if person else _FARTHEST_OTHER):
            break
        if seen.form == "demonym" or seen.head == index or not _fits(word, seen.draft):
            continue
        if _argues_with(token, reading.doc[seen.head]):
            continue
        score = _worth(reading, token, seen, distance)
        if goes_on and seen.speaks:
            score += _GOING_ON + (_UNNAMED if seen.draft.kind == "unnamed" else 0.0)
            goes_on = False  # only the last speaker goes on
        if best is None or score > best[0]:
            best = score, seen
    if best is None or best[0] <= _LEAST["person" if person else "other"]:
        return None
    found = best[1]
    if person and found.role == "subject" and not reading.distance(found.head, index):
        found.draft.gender = found.draft.gender or ("male" if word in _MALE else "female")
    return found.draft


def recent_person(reading: Reading, candidate: Candidate) -> Draft | None:
    """The last person who acted, where a title without a name ("the diplomat"), or another word for who is speaking
    ("says the founder"), can only mean that one."""
    token, nouns = reading.doc[candidate.head], reading.roster.gazetteer.nouns
    head = token.lower_
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in nouns.speech
    if candidate.plural or head in nouns.bodies or (head not in nouns.officials and not speaks):
        return None
    body = reading.roster.gazetteer.entries.get(candidate.body or "")
    state = body.own_state if body is not None else None
    for seen in reversed(reading.seen):
        draft = seen.draft
        if reading.distance(seen.head, candidate.head) > _FARTHEST_TITLE:
            return None
        if draft.kind != "person" or seen.role != "subject" or nouns.genders.get(head, "") not in ("", draft.gender):
            continue
        if state is not None and draft.state not in (None, state):
            continue
        called = draft.titles | set((draft.office or "").lower().split())
        fits = not called & nouns.officials or head in nouns.any_official or reading.is_called(draft, candidate)
        return draft if fits else None
    return None


def _is_plural(pronoun: Token) -> bool:
    return pronoun.lower_.startswith("the")


def _fits(word: str, draft: Draft) -> bool:
    if word in _MALE:
        return _may_be(draft, "male")
    if word in _FEMALE:
        return _may_be(draft, "female")
    if word in _NEUTER:
        return draft.kind in ("state", "organisation") and not draft.plural
    return draft.plural or draft.kind in ("group", "organisation")


def _may_be(draft: Draft, gender: str) -> bool:
    human = draft.kind == "person" or (draft.kind == "unnamed" and not draft.body)
    return human and not draft.plural and draft.gender in ("", gender)


def _clause_subject(reading: Reading, token: Token, word: str) -> Draft | None:
    """*Himself* is the subject of its clause."""
    verb: Token = token.head
    for _ in range(4):
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            draft = reading.by_head.get(subject.i)
            return draft if draft is not None and _fits(word, draft) else None
        verb = verb.head
    return None


def _means_a_thing(reading: Reading, token: Token) -> bool:
    """Whether the nearest subject that *it* or *they* could mean is a thing: "The talks failed because they …"."""
    plural = token.lower_ not in _NEUTER
    sentence = token.sent
    before = [word for word in sentence if word.i < token.i and word.dep_ in ("nsubj", "nsubjpass")]
    if not before and sentence.start > 1:
        previous = reading.doc[sentence.start - 1].sent
        before = [word for word in previous if word.dep_ in ("nsubj", "nsubjpass") and word.head.dep_ == "ROOT"]
    for word in reversed(before):
        if word.i in reading.by_head:
            return False
        if word.pos_ in ("NOUN", "PROPN") and (word.tag_ in ("NNS", "NNPS")) == plural:
            return True
    return False


def _argues_with(pronoun: Token, name: Token) -> bool:
    """Whether both are arguments of one verb: *he* in "he told Keel" is not Keel."""
    if pronoun.dep_ == "poss":
        return pronoun.head == name or (name.dep_ == "appos" and pronoun.head == name.head)
    if role_of(name) == "owner":
        return False
    verb = _verb(pronoun)
    return verb is not None and verb == _verb(name)


def _verb(token: Token) -> Token | None:
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
            return token.head
        if token.dep_ not in ("pobj", "prep", "conj", "appos", "agent"):
            return None
        token = token.head
    return None


def _worth(reading: Reading, pronoun: Token, seen: Seen, distance: float) -> float:
    role = role_of(pronoun)
    score = _ROLE[seen.role] - _PER_SENTENCE * distance - _PER_WORD * (pronoun.i - seen.head)
    score += _OFTEN * log(1 + reading.counts[seen.draft.id])
    if seen.role == role:
        score += _SAME_ROLE
    if not reading.same_paragraph(seen.head, pronoun.i):
        score -= _OTHER_PARAGRAPH
    if seen.draft.gender:
        score += _KNOWN_GENDER
    if seen.form == "pronoun":
        score += _CHAIN
    if _is_plural(pronoun):
        score -= 0.0 if seen.draft.plural else _ONE_FOR_MANY
    elif seen.draft.kind == "unnamed":
        score -= _UNNAMED
    if not reading.quoted[pronoun.i] and seen.speaks and distance:
        score += _SPEAKER
    if reading.quoted[pronoun.i] and seen.speaks and distance == 0:
        score -= 2 * _ACROSS_QUOTE
    elif reading.quoted[pronoun.i] != reading.quoted[seen.head]:
        score -= _ACROSS_QUOTE
    return score
