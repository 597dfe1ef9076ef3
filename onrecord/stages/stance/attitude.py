"""Which side the words round an anchor take: a walk up the grammar, one sign at a time.

From the anchor (an issue's term) towards the root, every word that governs it for or against, every negation and every
condition turns or keeps the sign: *refused to rule out sanctions* is against, against: for.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from onrecord.knowledge.stance_words import Attitudes

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NEVER = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "cannot"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPEN = frozenset({"if", "unless", "whether", "lest", "to"})
CONDITION = frozenset({"if", "unless", "should"})


@dataclass(frozen=True, slots=True)
class Side:
    """+1 for or -1 against; whose it is (the subject's head, or None for whoever speaks); whether the words do the
    thing rather than speak of it; whether they are conditional; and the rule that decided."""

    sign: int
    holder: Token | None
    did: bool
    conditional: bool
    rule: str


@dataclass(slots=True)
class _Walk:
    sign: int = 1
    holder: Token | None = None
    did: bool = False
    conditional: bool = False
    rule: str = ""


def side_of(anchor: Token, within: Slice, attitudes: Attitudes) -> Side | None:
    """The side taken towards an anchor by the words of `within` that govern it, or None where none does."""
    walk = _Walk(sign=-1 if negated(anchor) else 1)
    judge_adjective(anchor, walk, attitudes)
    token = anchor
    while token.head.i != token.i and within.start <= token.head.i < within.end:
        head = token.head
        if token.dep_ in {"conj", "appos", "nmod"} and token.pos_ == head.pos_ and token.pos_ != "VERB":
            token = head
            continue
        if is_clause(token) and walk.rule:
            break
        if token.dep_ == "advcl" and any(child.lower_ in CONDITION for child in token.children):
            judge_condition(head, walk, attitudes)
            break
        if token.dep_ == "ccomp" and walk.rule and walk.holder is None:
            walk.holder = subject_of(head)
            break
        if token.dep_ in SUBJECTS:
            judge_predicate(head, walk, attitudes)
        elif head.lemma_.lower() in attitudes.blocks and head.pos_ == "NOUN":
            break
        else:
            govern(token, head, walk, attitudes)
        token = head
    return Side(walk.sign, walk.holder, walk.did, walk.conditional, walk.rule) if walk.rule else None


def side_of_doer(verb: Token) -> Side | None:
    """The side of whoever does what the anchor says, told as a fact: *Karsovia annexed the coast*, *the coast was
    annexed by Karsovia*, *Karsovia, which annexed the coast*; not *if it annexes*, *will annex*, *has not annexed*,
    *fears it annexed*."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "mark"}]
    helped = any(child.dep_ != "mark" for child in helpers)
    told = verb.tag_ in FINITE or (helped and verb.tag_ in {"VBN", "VBG"})
    not_a_fact = any(child.tag_ == "MD" or child.lower_ in OPEN for child in helpers)
    if verb.pos_ != "VERB" or not told or not_a_fact or verb.dep_ not in {"ROOT", "conj", "relcl", "advcl"}:
        return None
    holder = subject_of(verb)
    if holder is None or negated(verb):
        return None
    return Side(1, holder, True, False, f"does it: “{verb.lemma_.lower()}”")


def is_clause(token: Token) -> bool:
    """Whether a word heads a clause that stands beside another, not inside it."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ in {"conj", "advcl", "relcl", "parataxis", "dep"}


def govern(token: Token, head: Token, walk: _Walk, attitudes: Attitudes) -> None:
    """Turn the sign by a word that governs the anchor as object, complement or modifier."""
    sign = 0
    if head.pos_ in {"VERB", "AUX"}:
        sign = verb_sign(head, token, attitudes)
        if sign:
            walk.did = walk.did or (head.lemma_.lower(),) in attitudes.acts
            walk.holder = subject_of(head) or walk.holder
    elif head.pos_ in {"NOUN", "PROPN"}:
        sign = attitudes.nouns.get(head.lemma_.lower(), 0)
        if sign:
            walk.holder = possessor_of(head) or walk.holder
    elif head.pos_ == "ADJ":
        sign = attitudes.adjectives.get(head.lemma_.lower(), 0)
    if sign:
        walk.sign *= sign
        walk.rule = walk.rule or f"governed by “{head.lemma_.lower()}”"
    if head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and negated(head):
        walk.sign = -walk.sign


def verb_sign(verb: Token, below: Token, attitudes: Attitudes) -> int:
    """The sign of a verb with its particle or preposition, else of the verb alone."""
    lemma = verb.lemma_.lower()
    small = [
        child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod"} and child.i <= verb.i + 4
    ]
    if below.dep_ == "prep":
        small.insert(0, below.lower_)
    for word in small:
        if found := attitudes.verbs.get((lemma, word)):
            return found
    return attitudes.verbs.get((lemma,), 0)


def judge_adjective(anchor: Token, walk: _Walk, attitudes: Attitudes) -> None:
    """What an adjective beside the anchor says of it: an *illegal* annexation, *unprovoked* aggression."""
    for child in anchor.children:
        if child.dep_ == "amod" and (sign := attitudes.adjectives.get(child.lemma_.lower(), 0)) < 0:
            walk.sign *= sign
            walk.rule = f"called “{child.lemma_.lower()}”"


def judge_predicate(head: Token, walk: _Walk, attitudes: Attitudes) -> None:
    """What is said of the anchor as a subject: *would be a grave mistake*, *could lead to a rupture*, *must go on*."""
    turned = -1 if negated(head) else 1
    for word in predicate_words(head):
        lemma = word.lemma_.lower()
        sign = attitudes.outcomes.get(lemma, 0) or (attitudes.adjectives.get(lemma, 0) if word.pos_ == "ADJ" else 0)
        if not sign and word.i == head.i and any(child.dep_ in {"auxpass", "nsubjpass"} for child in head.children):
            sign = verb_sign(head, head, attitudes)
            walk.did = walk.did or (bool(sign) and (lemma,) in attitudes.acts)
            walk.holder = subject_of(head) if sign else walk.holder
        if sign:
            walk.sign *= sign * turned
            walk.rule = walk.rule or f"said to be “{lemma}”"
            return
    if any(child.lemma_.lower() in {"must", "should"} and child.dep_ == "aux" for child in head.children):
        walk.sign *= turned
        walk.rule = walk.rule or "said to be due"


def predicate_words(head: Token) -> list[Token]:
    """The verb, its complements and objects, and the adjectives beside them: not the clauses further down."""
    words = [head]
    for child in head.children:
        if child.dep_ in {"attr", "acomp", "dobj", "oprd"}:
            words += [child, *(below for below in child.children if below.dep_ in {"amod", "compound"})]
        elif child.dep_ == "prep":
            words += [below for below in child.children if below.dep_ == "pobj"]
    return words


def judge_condition(head: Token, walk: _Walk, attitudes: Attitudes) -> None:
    """*Will respond firmly if it happens*: a consequence held out is against what would bring it."""
    words = {
        head.lemma_.lower(),
        *(child.lemma_.lower() for child in head.subtree if child.dep_ in {"dobj", "attr", "acomp", "pobj"}),
    }
    if words & attitudes.consequences or any(attitudes.outcomes.get(word, 0) < 0 for word in words):
        walk.sign = -1
        walk.conditional = True
        walk.rule = f"a consequence held out: “{head.lemma_.lower()} … if”"


def negated(token: Token) -> bool:
    """Whether a negation stands beside the word or its determiner is *no*."""
    return any(
        child.dep_ == "neg" or child.lower_ in NEVER
        for child in token.children
        if child.dep_ in {"neg", "det", "advmod", "preconj", "cc"}
    )


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's subject, its passive agent, or the subject it shares with the verb above."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in {"which", "that", "who"}:
            return child
    for child in verb.children:
        if child.dep_ == "agent":
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    if verb.dep_ in {"relcl", "acl"}:
        return verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head.i != verb.i:
        above = verb.head if verb.head.pos_ in {"VERB", "AUX"} else verb.head.head
        return subject_of(above) if above.i != verb.i and above.pos_ in {"VERB", "AUX"} else None
    return None


def possessor_of(noun: Token) -> Token | None:
    """Whose it is: *Russia's demand*, *the American support*, *the support of the United States*."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in {"amod", "compound"} and child.ent_type_ in {"NORP", "GPE"}):
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None
