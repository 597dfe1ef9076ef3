"""The state of reading an article from left to right: who was mentioned where, and in which part of the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from onrecord.records import Article, Candidate, Form, Mention, Span
from onrecord.stages.actors.roster import Draft, Roster

_QUOTED_SENTENCE = 0.25  # what a sentence inside quotation marks counts as distance: the story waits meanwhile


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor mentioned: at which word, in which part of the sentence, and whether as the one who speaks there."""

    draft: Draft
    head: int
    role: str
    form: Form
    speaks: bool


@dataclass(slots=True)
class Reading:
    """The article so far. `steps` says for every sentence how far it is from the first."""

    doc: Doc
    article: Article
    roster: Roster
    named: dict[Span, Draft]
    seen: list[Seen] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    named_heads: list[tuple[int, Draft]] = field(default_factory=list)
    by_head: dict[int, Draft] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    quoted: tuple[bool, ...] = ()
    starts: list[int] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.quoted = _quoted(self.doc)
        at, paragraph = 0.0, 0
        for sentence in self.doc.sents:
            middle = sentence[len(sentence) // 2].i
            if any(token.is_alpha for token in sentence):
                at += _QUOTED_SENTENCE if self.quoted[middle] and self.quoted[sentence.start] else 1.0
            self.paragraphs.append(paragraph)
            paragraph += any(token.is_space and "\n" in token.text for token in sentence)
            self.starts.append(sentence.start)
            self.steps.append(at)

    @property
    def text(self) -> str:
        """The article's text, in which all offsets are (`doc.text` is put together anew at every call)."""
        return self.article.text

    def words(self, candidate: Candidate) -> str:
        """What the candidate says, on one line."""
        return " ".join(candidate.span.of(self.text).split())

    def distance(self, earlier: int, later: int) -> float:
        """How many sentences lie between two words, quoted ones counting less."""
        return self.steps[bisect_right(self.starts, later) - 1] - self.steps[bisect_right(self.starts, earlier) - 1]

    def same_paragraph(self, earlier: int, later: int) -> bool:
        """Whether no line break lies between two words."""
        first, last = (self.paragraphs[bisect_right(self.starts, word) - 1] for word in (earlier, later))
        return first == last

    def is_called(self, draft: Draft, candidate: Candidate) -> bool:
        """Whether a title or the office of this one holds the head word of a description and what specifies it: a
        justice minister is not the prime minister."""
        nouns = self.roster.gazetteer.nouns
        known = draft.titles | set((draft.office or "").lower().split())
        head = self.doc[candidate.head]
        if not nouns.same_office.get(head.lower_, frozenset((head.lower_,))) & known:
            return False
        kinds = {word.lower_ for word in head.lefts if word.dep_ == "compound" and not word.ent_type_}
        return kinds - nouns.filler <= known

    def add(self, candidate: Candidate, draft: Draft, form: Form | None = None) -> None:
        """Note that this stretch mentions that actor."""
        form = form or candidate.form
        head = self.doc[candidate.head]
        self.mentions.append(Mention(candidate.span, draft.id, form))
        self.by_head[candidate.head] = draft
        self.counts[draft.id] += 1
        role = role_of(head)
        speech = self.roster.gazetteer.nouns.speech
        self.seen.append(Seen(draft, head.i, role, form, role == "subject" and _is_spoken(_verb_of(head), speech)))
        for clause in head.children:  # "Keel, who told Aster …": the clause has a subject of its own
            if clause.dep_ == "relcl":
                who = next(
                    (child for child in clause.children if child.dep_ == "nsubj" and child.lower_ == "who"), None
                )
                if who is not None:
                    self.seen.append(Seen(draft, who.i, "subject", "pronoun", _is_spoken(clause, speech)))


def role_of(token: Token) -> str:
    """subject, object, owner, root or other; the further members of a list take the first one's part."""
    steps = 0
    while token.dep_ in ("conj", "appos") and steps < 6:
        token, steps = token.head, steps + 1
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return "subject"
    if token.dep_ in ("dobj", "dative", "iobj"):
        return "object"
    if token.dep_ == "poss":
        return "owner"
    return "root" if token.dep_ == "ROOT" else "other"


def _is_spoken(verb: Token, speech: frozenset[str]) -> bool:
    """Whether a verb tells that its subject spoke, not that it will or might."""
    return verb.lemma_ in speech and not any(child.tag_ == "MD" for child in verb.children)


def _verb_of(token: Token) -> Token:
    while token.dep_ in ("conj", "appos"):
        token = token.head
    return token.head


def _quoted(doc: Doc) -> tuple[bool, ...]:
    inside, flags = False, []
    for token in doc:
        text = token.text
        if token.is_space and "\n" in text:
            inside = False
        if text in ("“", "«", "„"):
            inside = True
        flags.append(inside)
        if text in ("”", "»"):
            inside = False
        elif text == '"':
            flags[-1] = True
            inside = not inside
    return tuple(flags)
