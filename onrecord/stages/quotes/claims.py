"""What the speaker does with the words: asserts, denies, threatens, demands, promises, asks, declines (the codebook)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.knowledge.verbs import Frame
from onrecord.records import Claim
from onrecord.stages.quotes.floor import Known
from onrecord.stages.quotes.page import Attribution, Page
from onrecord.stages.quotes.speaker import SUBJECTS

FUTURE = frozenset({"will", "would", "shall", "’ll", "'ll", "’d", "'d", "wo"})
DUTY = frozenset({"must", "should", "ought"})
FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
CONDITIONS = frozenset({"if", "unless", "until", "should", "once", "whenever"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "neither", "nor", "nowhere"})


@dataclass(frozen=True, slots=True)
class Heart:
    """The main verb of what was said, with its subject and helpers."""

    verb: Token
    subject: Token | None
    auxiliaries: frozenset[str]
    negated: bool


def claim_of(page: Page, known: Known, attribution: Attribution, speaker: str | None) -> Claim:
    """The claim that an attribution makes, by its cue; where the cue leaves it open, by what is said."""
    cue = attribution.cue
    base: Claim = cue.frame.claim_of(attribution.complement) if cue else "asserted"
    if base not in ("asserted", "asked") and attribution.complement != "direct":
        return base
    if attribution.complement not in ("direct", "that", "clause"):
        return _of_phrase(page, attribution, base)
    begin, end = attribution.pieces[0][0], attribution.pieces[-1][1]
    if page.text[begin:end].rstrip("\"'”’ ").endswith("?"):
        return "asked"
    heart = _heart(page, attribution)
    said = _of_words(page, known, attribution, heart, speaker) if heart is not None else None
    return said or ("asserted" if base == "asked" else base)


def _of_phrase(page: Page, attribution: Attribution, base: Claim) -> Claim:
    """The claim of a phrase: *warned of imposing sanctions* threatens, *warned of floods* asserts."""
    if attribution.cue is not None and attribution.cue.frame.lemma == "warn" and attribution.complement == "of":
        first = page.doc[page.token_from(attribution.pieces[0][0])]
        if first.tag_ == "VBG" and first.lemma_.lower() in page.verbs.unwelcome:
            return "threatened"
    return base


def _heart(page: Page, attribution: Attribution) -> Heart | None:
    """The main verb of the last sentence that has one: a speaker's point comes last as often as first, but a claim
    is made by the first clause of indirect speech."""
    start, end = attribution.pieces[0][0], attribution.pieces[-1][1]
    tokens = [t for piece in attribution.pieces for t in page.tokens(*piece)]
    inside = {t.i for t in tokens}
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    tops = [t for t in verbs if t.head.i not in inside or t.head == t or t.dep_ == "ccomp" and t.head.i not in inside]
    if not tops:
        tops = verbs[:1]
    return _read(tops[0]) if tops and start < end else None


def _read(verb: Token) -> Heart:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    auxiliaries = frozenset(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))
    words = [c.lower_ for c in verb.children]
    near = [g.lower_ for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "acomp", "oprd") for g in c.children if g.dep_ in ("det", "neg")]
    return Heart(verb, subject, auxiliaries, any(word in NEGATIVE for word in [*words, *near]))


def _of_words(page: Page, known: Known, attribution: Attribution, heart: Heart, speaker: str | None) -> Claim | None:
    own = _is_own_side(page, known, attribution, heart.subject, speaker)
    performed = _performed(page, heart, own)
    if performed is not None:
        return performed
    lemma = heart.verb.lemma_.lower()
    if heart.auxiliaries & DUTY or lemma in page.verbs.needs or _has_duty(heart.verb):
        return None if own else "demanded"
    if _is_order(heart):
        return "demanded"
    if heart.auxiliaries & FUTURE or lemma == "go" and _goes_to(heart.verb):
        return _of_future(page, attribution, heart, own)
    if _says_untrue(page, heart):
        return "denied"
    return "denied" if heart.negated and _is_denial(heart, own) else None


def _performed(page: Page, heart: Heart, own: bool) -> Claim | None:
    """What a speaker does by saying so: *We urge …*, *I promise …*, *has rejected …*."""
    frame: Frame | None = page.verbs.verbs.get(heart.verb.lemma_.lower())
    first = heart.subject is not None and heart.subject.lower_ in FIRST
    if frame is None or heart.negated or not first or heart.verb.tag_ not in ("VBP", "VB") or heart.auxiliaries:
        return None
    claims = {frame.claim, *(claim for _, claim in frame.claims)} - {"asserted"}
    return next(iter(sorted(claims))) if own and claims else None


def _of_future(page: Page, attribution: Attribution, heart: Heart, own: bool) -> Claim | None:
    """What is said of things to come: a threat, a promise, a refusal, or a plain announcement."""
    lemma = heart.verb.lemma_.lower()
    harm = _holds(page, attribution, page.verbs.unwelcome)
    conditional = any(t.lower_ in CONDITIONS for piece in attribution.pieces for t in page.tokens(*piece))
    if not own:
        return "threatened" if lemma in page.verbs.reckonings else None
    if heart.negated:
        return "declined" if lemma in page.verbs.disclosing else "denied"
    if lemma in page.verbs.unwelcome or (harm and conditional):
        return "threatened"
    return "promised" if _holds_verb(heart.verb, page.verbs.commitments) else None


def _holds(page: Page, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(t.lemma_.lower() in words and t.pos_ in ("VERB", "NOUN") for piece in attribution.pieces for t in page.tokens(*piece))


def _holds_verb(verb: Token, words: frozenset[str]) -> bool:
    """Whether the verb, one joined to it or one it governs is in the list: *would continue to help*."""
    chain = [verb, *(c for c in verb.children if c.dep_ in ("conj", "xcomp"))]
    return any(each.lemma_.lower() in words for each in chain)


def _has_duty(verb: Token) -> bool:
    """Whether the verb hangs on a duty: *has to leave*, *needs to leave*."""
    return verb.lemma_.lower() in ("have", "need") and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)


def _goes_to(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" for c in verb.children)


def _is_order(heart: Heart) -> bool:
    """Whether it is an imperative: *Leave now*, *Please send us food*."""
    return heart.verb.tag_ in ("VB", "VBP") and heart.subject is None and heart.verb.dep_ in ("ROOT", "ccomp") and (
        heart.verb.tag_ == "VB" or heart.verb.i == heart.verb.left_edge.i
    ) and not heart.auxiliaries - {"do", "don't", "please"}


def _is_denial(heart: Heart, own: bool) -> bool:
    """Whether a negation denies: of one's own acts and of what there is, not of what others suffered or could do."""
    if heart.auxiliaries & {"could", "can", "may", "might", "ca"}:
        return False
    existential = heart.subject is not None and heart.subject.dep_ == "expl"
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in heart.verb.children)
    return existential or own or not passive


def _says_untrue(page: Page, heart: Heart) -> bool:
    return any(c.lemma_.lower() in page.verbs.untruths for c in heart.verb.children if c.dep_ in ("acomp", "attr")) and heart.verb.lemma_ == "be"


def _is_own_side(page: Page, known: Known, attribution: Attribution, subject: Token | None, speaker: str | None) -> bool:
    """Whether the words are about the speaker's own side: *I*, *we*, *our men*; in indirect speech *he*, *its army*;
    the speaker's state by name."""
    if subject is None:
        return False
    chain = [subject, *(c for c in subject.children if c.dep_ in ("poss", "conj"))]
    if any(t.lower_ in FIRST for t in chain):
        return True
    if attribution.complement != "direct" and any(t.lower_ in ("he", "she", "they", "it", "his", "her", "its", "their") for t in chain):
        return True
    return any(_same_side(page, known, t, attribution, speaker) for t in chain)


def _same_side(page: Page, known: Known, token: Token, attribution: Attribution, speaker: str | None) -> bool:
    mention = known.at.get(token.i)
    if mention is None:
        return False
    if speaker is not None:
        if mention.actor == speaker:
            return True
        state = known.actors[speaker].state
        if state is not None and state in (mention.actor, known.actors[mention.actor].state):
            return True
    source = attribution.source
    return source is not None and any(known.at.get(t.i) is not None and known.at[t.i].actor == mention.actor for t in source.subtree)
