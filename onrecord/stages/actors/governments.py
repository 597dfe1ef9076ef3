"""Whether a capital or a palace stands for those who govern there, or is a place."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.knowledge.role_nouns import RoleNouns

_WHERE = frozenset("in at near outside inside around across through throughout over via outside towards toward".split())
_DATELINE_WORDS = 7
_DASHES = frozenset("( — – - --".split())
_LOCAL = frozenset("in at near into inside outside through across throughout within from".split())
_RELATED = frozenset("between with on against for to from by of".split())


def acts(doc: Doc, head: Token, nouns: RoleNouns) -> bool:
    """Whether the place at `head` acts, owns what governments own, or is dealt with as one."""
    if (head.i and doc[head.i - 1].lower_ in _WHERE) or is_dateline(doc, head):
        return False
    top = _first_of_list(head)
    role, governor = top.dep_, top.head
    if role in ("nsubj", "csubj") or (role == "agent"):
        return governor.lemma_.lower() in nouns.acts
    if role == "nsubjpass":
        return governor.lemma_.lower() in nouns.objects | nouns.acts
    if role in ("dobj", "dative", "obj"):
        return governor.lemma_.lower() in nouns.objects
    if role == "poss":
        return (
            governor.lemma_.lower() in nouns.belongings | nouns.relations
            or _head_of_chain(governor) in nouns.belongings
        )
    if role in ("compound", "nmod", "amod"):
        return governor.lemma_.lower() in nouns.belongings and governor.i > top.i
    if role == "pobj" and governor.lower_ in _RELATED:
        return _is_dealt_with(governor, nouns)
    return False


def is_dateline(doc: Doc, head: Token) -> bool:
    """Whether it tells where the report was written: "KYIV, 3 March – …", "GOMEL REGION, Belarus - …"."""
    first = head.i
    while first and not doc[first - 1].is_space and head.i - first < _DATELINE_WORDS:
        first -= 1
    opens = first == 0 or doc[first - 1].is_space
    if not opens or not doc[first].text.isupper() or len(doc[first].text) < 3:
        return False
    return any(token.text in _DASHES for token in doc[head.i + 1 : head.i + 1 + _DATELINE_WORDS])


def is_location(head: Token, nouns: RoleNouns) -> bool:
    """Whether a state's name only says where: "talks in Belarus", but not "his counterparts in France"."""
    if is_dateline(head.doc, head):
        return True
    top = _first_of_list(head)
    while top.dep_ in ("appos", "npadvmod") and top.head.pos_ == "PROPN":  # "in Gomel, Belarus"
        top = top.head
    if top.dep_ != "pobj" or top.head.lower_ not in _LOCAL:
        return False
    above = top.head.head
    return (
        above.lower_ not in nouns.people
        and above.lower_ not in nouns.bodies
        and above.lemma_.lower() not in nouns.belongings
    )


def _first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    return token


def _head_of_chain(token: Token) -> str:
    return token.head.lemma_.lower() if token.dep_ == "compound" else token.lemma_.lower()


def _is_dealt_with(preposition: Token, nouns: RoleNouns) -> bool:
    above = preposition.head
    if preposition.dep_ == "agent" or preposition.lower_ == "by":
        return above.lemma_.lower() in nouns.acts | nouns.objects
    if above.pos_ in ("NOUN", "PROPN"):
        if preposition.lower_ == "of":
            return False
        return above.lemma_.lower() in nouns.relations
    if preposition.lower_ in ("on", "against", "with", "to", "from"):
        # "imposed sanctions on Moscow": the parser may hang the preposition on the verb
        owned = any(
            child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in nouns.relations for child in above.children
        )
        return (owned and preposition.lower_ != "to") or (preposition.lower_ == "with" and above.lemma_ in nouns.acts)
    return False
