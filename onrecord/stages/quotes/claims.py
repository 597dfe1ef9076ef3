"""What the speaker does with the words: asserts, denies, threatens, demands, promises, asks, declines."""

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
WARNING = frozenset({"warn", "threaten", "caution"})
READY = frozenset({"ready", "prepared", "willing"})
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
    if attribution.complement not in ("direct", "that", "clause"):
        return _of_phrase(page, attribution, base)
    if base not in ("asserted", "asked") and attribution.complement != "direct":
        return base
    begin, end = attribution.pieces[0][0], attribution.pieces[-1][1]
    words = page.text[begin:end].strip("\"'”’., ").lower()
    if words.endswith("?"):
        return "asked"
    if words == "no comment":
        return "declined"
    heart = _heart(page, attribution)
    said = _of_words(page, known, attribution, heart, speaker) if heart is not None else None
    return said or ("asserted" if base == "asked" else base)


def _of_phrase(page: Page, attribution: Attribution, base: Claim) -> Claim:
    """The claim of a phrase: *warned of imposing a fine* and *vowed revenge* threaten, *warned of floods* asserts."""
    first = page.doc[page.token_from(attribution.pieces[0][0])]
    if first.lower_ == "to" and first.i + 1 < len(page.doc):
        first = first.nbor()
    unwelcome = first.lemma_.lower() in page.verbs.unwelcome
    warns = attribution.cue is not None and attribution.cue.frame.lemma == "warn" and first.tag_ == "VBG"
    return "threatened" if unwelcome and (base == "promised" or warns) else base


def _heart(page: Page, attribution: Attribution) -> Heart | None:
    """The main verb of the last sentence that has one: a speaker's point comes last as often as first, but a claim
    is made by the first clause of indirect speech."""
    start, end = attribution.pieces[0][0], attribution.pieces[-1][1]
    tokens = [t for piece in attribution.pieces for t in page.tokens(*piece)]
    inside = {t.i for t in tokens}
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    tops = [t for t in verbs if t.head.i not in inside or t.head == t or (t.dep_ == "ccomp" and t.head.i not in inside)]
    if not tops:
        tops = verbs[:1]
    return _read(tops[0]) if tops and start < end else None


def _read(verb: Token) -> Heart:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    auxiliaries = frozenset(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))
    words = [c.lower_ for c in verb.children]
    near = [
        g.lower_
        for c in verb.children
        if c.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "acomp", "oprd")
        for g in c.children
        if g.dep_ in ("det", "neg")
    ]
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
    if heart.auxiliaries & FUTURE or (lemma == "go" and _goes_to(heart.verb)):
        return _of_future(
            page, attribution, heart, own or _may_be_own(page, known, attribution, heart.subject, speaker)
        )
    if own and any(c.lemma_.lower() in READY for c in heart.verb.children if c.dep_ in ("acomp", "oprd", "advmod")):
        return None if heart.negated else "promised"
    if _says_untrue(page, heart):
        return "denied"
    return "denied" if heart.negated and _is_denial(heart) else None


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
    warns = attribution.cue is not None and attribution.cue.frame.lemma in WARNING
    passive = any(c.dep_ == "nsubjpass" for c in heart.verb.children)
    if lemma in page.verbs.reckonings:
        return "threatened"
    if heart.negated:
        return ("declined" if lemma in page.verbs.disclosing else "denied") if own else None
    if lemma in page.verbs.unwelcome and (own or (warns and passive)):
        return "threatened"
    conditional = any(t.lower_ in CONDITIONS for piece in attribution.pieces for t in page.tokens(*piece))
    if own and conditional and _holds(page, attribution, page.verbs.unwelcome):
        return "threatened"
    return "promised" if own and _holds_verb(heart.verb, page.verbs.commitments) else None


def _holds(page: Page, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(
        t.lemma_.lower() in words and t.pos_ in ("VERB", "NOUN")
        for piece in attribution.pieces
        for t in page.tokens(*piece)
    )


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
    return (
        heart.verb.tag_ in ("VB", "VBP")
        and heart.subject is None
        and heart.verb.dep_ in ("ROOT", "ccomp")
        and (heart.verb.tag_ == "VB" or heart.verb.i == heart.verb.left_edge.i)
        and not heart.auxiliaries - {"do", "don't", "please"}
    )


def _is_denial(heart: Heart) -> bool:
    """Whether a negation denies: of one's own acts and of what there is, not of what others suffered or could do."""
    if heart.auxiliaries & {"could", "can", "may", "might", "ca"}:
        return False
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in heart.verb.children)
    return not passive and heart.verb.lemma_ not in ("forget", "know")


def _says_untrue(page: Page, heart: Heart) -> bool:
    return (
        any(c.lemma_.lower() in page.verbs.untruths for c in heart.verb.children if c.dep_ in ("acomp", "attr"))
        and heart.verb.lemma_ == "be"
    )


def _is_own_side(
    page: Page, known: Known, attribution: Attribution, subject: Token | None, speaker: str | None
) -> bool:
    """Whether the words are about the speaker's own side: *I*, *we*, *our men*; in indirect speech *he*, *its army*;
    the speaker's state by name."""
    if subject is None:
        return False
    chain = [subject, *(c for c in subject.children if c.dep_ in ("poss", "conj"))]
    if any(t.lower_ in FIRST for t in chain):
        return True
    if attribution.complement != "direct" and any(_refers_back(t, attribution.source) for t in chain):
        return True
    owned = attribution.source is not None and any(
        c.lower_ in ("their", "its", "his", "her") for c in attribution.source.lefts
    )
    if owned and attribution.complement != "direct" and subject.i < (attribution.source.i if attribution.source else 0):
        return True  # the rebels will fight on, their commander said
    return any(_same_side(page, known, t, attribution, speaker) for t in chain)


def _may_be_own(page: Page, known: Known, attribution: Attribution, subject: Token | None, speaker: str | None) -> bool:
    """Whether nothing says that a state or body which the words are about is not the speaker's own: with a speaker of
    unknown state, *Ostravia would cut the power* counts as said of the speaker's side. Whoever serves a body of many
    states has none, but is not unknown."""
    if subject is None or (subject.ent_type_ not in ("GPE", "ORG", "NORP", "PERSON") and subject.pos_ != "PROPN"):
        return False
    mention = known.at.get(subject.i)
    if (
        speaker is not None
        and mention is not None
        and (known.actors[speaker].state or known.actors[speaker].office)
        and known.actors[mention.actor].state
    ):
        return False  # both are known, and _same_side has said no
    return (attribution.cue is not None and attribution.cue.frame.lemma in WARNING) or any(
        t.lower_ in CONDITIONS for piece in attribution.pieces for t in page.tokens(*piece)
    )


def _refers_back(pronoun: Token, source: Token | None) -> bool:
    """Whether a pronoun in indirect speech can be its source: in number at least."""
    if source is None:
        return pronoun.lower_ in ("he", "she", "they", "it", "his", "her", "its", "their")
    plural = (
        source.tag_ in ("NNS", "NNPS")
        or source.lower_ in ("they", "we")
        or any(c.dep_ == "conj" for c in source.children)
    )
    body = source.ent_type_ in ("ORG", "GPE", "NORP") or (source.pos_ == "PROPN" and source.ent_type_ != "PERSON")
    return (pronoun.lower_ in ("they", "their") and (plural or body)) or (
        not plural and pronoun.lower_ in ("he", "she", "it", "his", "her", "its")
    )


def _same_side(page: Page, known: Known, token: Token, attribution: Attribution, speaker: str | None) -> bool:
    mention = known.at.get(token.i)
    source = attribution.source
    if token.pos_ == "PROPN" and source is not None and any(t.text == token.text for t in source.subtree):
        return True
    if mention is None:
        return False
    if speaker is not None:
        if mention.actor == speaker:
            return True
        state = known.actors[speaker].state
        if state is not None and state in (mention.actor, known.actors[mention.actor].state):
            return True
    return source is not None and any(
        known.at.get(t.i) is not None and known.at[t.i].actor == mention.actor for t in source.subtree
    )
