"""The state of reading an article from left to right: who has been mentioned where, and in which part of the sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from onrecord.records import Candidate, Form, Mention, Span
from onrecord.stages.actors.roster import Draft, Roster


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor mentioned: at which word, in which sentence, as subject or not."""

    draft: Draft
    head: int
    sentence: int
    role: str
    form: Form


@dataclass(slots=True)
class Reading:
    """The article so far."""

    doc: Doc
    article: str
    roster: Roster
    named: dict[Span, Draft]
    seen: list[Seen] = field(default_factory=list)
    text: str = ""  # doc.text is put together anew at every call
    mentions: list[Mention] = field(default_factory=list)
    by_head: dict[int, Draft] = field(default_factory=dict)
    quoted: tuple[bool, ...] = ()
    _sentences: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.doc.text
        self._sentences = [sentence.start for sentence in self.doc.sents]
        self.quoted = _quoted(self.doc)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self._sentences, word) - 1

    def add(self, candidate: Candidate, draft: Draft, form: Form | None = None) -> None:
        """Note that this stretch mentions that actor."""
        form = form or candidate.form
        head = self.doc[candidate.head]
        self.mentions.append(Mention(candidate.span, draft.id, form))
        self.by_head[candidate.head] = draft
        self.seen.append(Seen(draft, candidate.head, self.sentence_of(candidate.head), role_of(head), form))


def role_of(token: Token) -> str:
    """subject, object, owner, list (the further members of a coordination take the first one's part) or other."""
    steps = 0
    while token.dep_ == "conj" and steps < 4:
        token, steps = token.head, steps + 1
    while token.dep_ in ("appos", "compound", "nmod") and steps < 4:
        token, steps = token.head, steps + 1
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return "subject"
    if token.dep_ in ("dobj", "dative", "iobj"):
        return "object"
    if token.dep_ == "poss":
        return "owner"
    if token.dep_ == "ROOT":
        return "root"
    return "other"


def _quoted(doc: Doc) -> tuple[bool, ...]:
    inside, flags = False, []
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        if token.text in ("“", "«", "„"):
            inside = True
        elif token.text in ("”", "»"):
            flags.append(inside)
            inside = False
            continue
        elif token.text == '"':
            flags.append(True)
            inside = not inside
            continue
        flags.append(inside)
    return tuple(flags)
