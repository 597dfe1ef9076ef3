"""The data types: what an article is, and everything the engine says about one.

Standard library only. Every record is frozen; every offset counts characters of `Article.text`, half-open.
The words in the Literals are those of the codebook, which the Method page shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["person", "state", "organisation", "group", "unnamed", "place"]
Form = Literal["name", "office", "pronoun", "description", "metonym", "demonym"]
NAMED: frozenset[Form] = frozenset({"name", "metonym"})  # by a name, their own or their capital's
QuoteKind = Literal["direct", "mixed", "indirect"]
Claim = Literal["asserted", "denied", "threatened", "demanded", "promised", "asked", "declined"]
ToneLabel = Literal["negative", "neutral", "positive", "abstained"]
Position = Literal["supports", "opposes", "neutral", "abstained"]
Basis = Literal["said", "did", "narrated"]
Modality = Literal["actual", "threatened", "demanded", "promised", "denied"]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.text`: the only way anything points at text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one character, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: where it stands in the canonical text (start == end where something was dropped),
    what stood there in the source, and the rule that changed it. Undoing all edits gives the source back."""

    start: int
    end: int
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text, repaired, with what is known of where it comes from.

    `published` is the stated date, even a wrong one; `written` the first and last day on which the text can
    have been written, filled by the dates stage, or None. `stated` is what stood for a date and is no day.
    """

    id: str
    title: str
    text: str
    origin: str = ""
    outlet: str = ""
    author: str = ""
    url: str | None = None
    published: date | None = None
    written: tuple[date, date] | None = None
    language: str = "en"
    edits: tuple[Edit, ...] = ()
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not loaded, and why, in words a person can act on."""

    name: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an alias was taken for its actor."""

    alias: str
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Anyone who can speak or act; kind *place* is listed only so that its mentions resolve.

    `state` is the id of the state the actor belongs to (a state belongs to itself), where that is known;
    `office` is the one held on the article's date.
    """

    id: str
    name: str
    kind: Kind
    wikidata: str | None = None
    office: str | None = None
    state: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may mention someone, before it is said whom.

    `head` and `owner` are positions of words in the parse: the head word, and the possessor (*its* in *its foreign
    minister*). `ids` are the known actors that bear the name. `roles` and `body` tell of an office: which it may be,
    and the id of the state or organisation it belongs to. `title` is what stands before a name (*Foreign Minister*).
    """

    span: Span
    form: Form
    kind: Kind | None
    head: int
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    body: str | None = None
    owner: int | None = None
    title: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named, described or referred to."""

    span: Span
    actor: str
    form: Form


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the article: its actors, and every mention of them in order of the text."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences a judgement rests on, the rule that made it, and how sure it is (0 to 1)."""

    spans: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker, addressee or relay: span None where the text does not name it, actor None where it is no
    actor (a mere audience: *reporters*)."""

    span: Span | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What a source is reported to have said. `spans` hold what was said, never the attribution or the marks
    around it; `verb` is the cue's lemma (empty without a cue); `about` holds ids of actors inside the content."""

    id: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    claim: Claim
    speaker: Party | None
    cue: Span | None
    addressee: Party | None
    via: tuple[Party, ...]
    about: tuple[str, ...]
    evidence: Evidence
    verb: str = ""


class ToneProbabilities(NamedTuple):
    """P(label); sums to 1."""

    negative: float
    neutral: float
    positive: float


class StanceProbabilities(NamedTuple):
    """P(position); sums to 1."""

    supports: float
    opposes: float
    neutral: float


@dataclass(frozen=True, slots=True)
class Tone:
    """How one mention of an actor is spoken of, by `voice` (an actor id, or None for the outlet).
    `score` is P(positive) - P(negative)."""

    actor: str
    mention: Span
    voice: str | None
    label: ToneLabel
    score: float
    probabilities: ToneProbabilities
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Event:
    """A reported act, coded as a PLOVER category with its quad and score (data/plover.csv)."""

    root: str
    quad: Quad
    score: float


@dataclass(frozen=True, slots=True)
class Stance:
    """One expression of one holder's side: towards an actor or an issue (`target` is the id of either)."""

    holder: str
    target: str
    target_name: str
    position: Position
    basis: Basis
    modality: Modality
    event: Event | None
    probabilities: StanceProbabilities
    evidence: Evidence
    quote: str | None = None

    @property
    def score(self) -> float:
        """P(supports) - P(opposes), from -1 to 1."""
        return self.probabilities.supports - self.probabilities.opposes


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A date that the text names, and what it says is (or was) to happen then."""

    span: Span
    date: date
    what: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When the text can have been written, what it says is to come, and what does not add up."""

    written: tuple[date, date] | None
    scheduled: tuple[Scheduled, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a report, so that it can be made again and two runs compared."""

    engine: str
    model: str
    data: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that the engine says of one article. Raises ValueError when a span leaves the text or an id hangs."""

    article: Article
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    tones: tuple[Tone, ...]
    stances: tuple[Stance, ...]
    dates: tuple[Scheduled, ...]
    cautions: tuple[str, ...]
    sentences: tuple[Span, ...]
    made_by: Provenance

    def __post_init__(self) -> None:
        length = len(self.article.text)
        for span in self._spans():
            if span.end > length:
                raise ValueError(f"span {span.start}..{span.end} leaves a text of {length} characters")
        known = {actor.id for actor in self.actors}
        unknown = self._ids() - known
        if unknown:
            raise ValueError(f"actors that are not listed: {', '.join(sorted(unknown))}")

    def _spans(self) -> list[Span]:
        spans = [mention.span for mention in self.mentions]
        spans += [scheduled.span for scheduled in self.dates]
        spans += self.sentences
        for quote in self.quotes:
            parties = [quote.speaker, quote.addressee, *quote.via]
            spans += [*quote.spans, *quote.evidence.spans, *([quote.cue] if quote.cue else [])]
            spans += [party.span for party in parties if party and party.span]
        for evidence in [tone.evidence for tone in self.tones] + [stance.evidence for stance in self.stances]:
            spans += evidence.spans
        return spans

    def _ids(self) -> set[str]:
        ids = {mention.actor for mention in self.mentions} | {stance.holder for stance in self.stances}
        for quote in self.quotes:
            parties = [quote.speaker, quote.addressee, *quote.via]
            ids |= {party.actor for party in parties if party and party.actor} | set(quote.about)
        for tone in self.tones:
            ids |= {tone.actor} | ({tone.voice} if tone.voice else set())
        return ids
