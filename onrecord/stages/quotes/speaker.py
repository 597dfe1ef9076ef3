"""Whose words they are: the noun phrase that is a cue's source, and the actor it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.stages.quotes.page import Cue, Page

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
SPEAKING_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
WRITTEN = frozenset({"statement", "release", "letter", "post", "tweet", "message", "memo", "email", "e-mail", "note"})


def source_of(cue: Cue) -> Token | None:
    """The head of the noun phrase whose words the cue reports, or None where the sentence names none."""
    source = _named_source(cue)
    if source is not None and source.pos_ == "NOUN" and source.lemma_.lower() in WRITTEN:
        return next(_authors(source), source)  # *a statement from the League said*
    return source


def _authors(document: Token) -> Iterator[Token]:
    sent = [each for child in document.rights if child.dep_ == "acl" for each in child.children]
    for child in (*document.rights, *sent):  # *a statement from the League*, *a release sent to them by the League*
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
            yield from (each for each in child.children if each.dep_ == "pobj" and each.pos_ in ("PROPN", "NOUN"))


def _named_source(cue: Cue) -> Token | None:
    if cue.noun:
        return _owner(cue.token)
    if (quoting := _quoting_verb(cue.token)) is not None and not _is_passive(quoting):
        return next((child for child in quoting.children if child.dep_ == "dobj"), None)
    if cited := _cited(cue.token):
        return cited
    if inverted := inverted_source(cue):
        return inverted
    return _subject(cue.token) or neighbour(cue)


def inverted_source(cue: Cue) -> Token | None:
    """The source after its cue where the parser took it for the subject of what is said: *The road, said Lenn Aster,
    an engineer, is shut*."""
    verb = cue.token
    if verb.i == 0 or verb.nbor(-1).text not in {",", "”", '"', "''"}:
        return None
    alone = not any(child.dep_ in SUBJECTS for child in verb.lefts)
    for child in verb.rights:
        takes_none = "noun" not in cue.frame.takes and cue.frame.to != "object"
        if alone and takes_none and child.dep_ == "dobj" and child.left_edge.i == cue.last + 1:
            return child  # …, said a spokeswoman for Keel: no object, whatever the parser says
        if child.dep_ == "ccomp":
            subject = next((c for c in child.children if c.dep_ == "nsubj"), None)
            if subject is not None and subject.left_edge.i == cue.last + 1 and subject.pos_ in ("PROPN", "NOUN"):
                last = subject.right_edge
                closed = last.text == "," or (last.i + 1 < len(verb.doc) and last.nbor().text == ",")
                return subject if closed else None
    return None


def carriers_of(cue: Cue) -> tuple[Token, ...]:
    """Who passed the words on: of *Dorn quoted him as saying* and *he was quoted by Dorn as saying* Dorn; of *the
    Gazette, citing an official, reported* the Gazette."""
    verb = cue.token
    quoting = _quoting_verb(verb)
    if quoting is not None:
        carrier = _agent(quoting) if _is_passive(quoting) else _subject(quoting)
    else:
        carrier = _subject(verb) if _cited(verb) is not None else None
    return (carrier,) if carrier is not None else ()


def _quoting_verb(verb: Token) -> Token | None:
    """The verb of *quoted them as saying*."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        return verb.head.head
    return None


def _cited(verb: Token) -> Token | None:
    """The source that an outlet cites beside its cue: *the Gazette, citing two officials, reported*."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    for owner in (verb, subject):
        for child in owner.children if owner is not None else ():
            if child.lower_ == "citing" and child.dep_ in ("acl", "advcl") and child.i < verb.i:
                cited = next((each for each in child.children if each.dep_ == "dobj"), None)
                if (
                    cited is not None
                    and cited.pos_ in ("PROPN", "NOUN")
                    and (cited.tag_ == "NNS" or cited.ent_type_ == "PERSON")
                ):
                    return cited
    return None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def neighbour(cue: Cue) -> Token | None:
    """The noun phrase beside a finite cue whose subject the parser missed."""
    verb = cue.token
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return None
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].pos_ in ("ADV", "AUX"):
        before -= 1
    if before >= 0 and verb.doc[before].pos_ in ("PROPN", "PRON", "NOUN") and not verb.doc[before].is_space:
        return verb.doc[before]
    return None


def _subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, or of the verb that it hangs on where it has none of its own."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if depth and passive:  # *Keel is said to have asked*, *was heard to say*
        return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl", "relcl")
        and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    ):
        passive = True  # *asked by senators*, *a plan announced by Keel*
    if passive:
        return _agent(verb)
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return _antecedent(_last_joined(own[-1], verb))
    if depth > 4:
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep"):
        head = verb.head
        while head.dep_ in ("prep", "aux") and head.head != head:
            head = head.head
        if head.pos_ in ("VERB", "AUX"):
            if (
                verb.dep_ == "conj"
                and head.tag_ == "VBN"
                and verb.tag_ in ("VBD", "VBZ")
                and head.head.tag_ == verb.tag_
            ):
                head = head.head  # *confirmed that it was shut and said*: joined to the wrong verb
            return _subject(head, depth + 1)
        return _owner(head) or head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.dep_ in ("acl", "relcl"):
        return verb.head if verb.tag_ == "VBG" else _agent(verb)
    return None


def _last_joined(subject: Token, verb: Token) -> Token:
    """The subject that stands at the verb, where the parser joined it to the object of a verb before:
    *ruled out any deal and the League warned that …*."""
    left = subject.left_edge.i - 1
    if (
        left < 0
        or subject.doc[left].pos_ not in ("VERB", "ADP")
        or subject.doc[left].dep_ not in ("ROOT", "prt", "conj", "ccomp")
    ):
        return subject
    joined = [child for child in subject.rights if child.dep_ == "conj" and child.i < verb.i]
    return joined[-1] if joined else subject


def _antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for: *Doran Keel, who said …*."""
    if subject.lower_ in ("who", "which", "that") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _agent(verb: Token) -> Token | None:
    """Who did it, of a passive: *was criticised by residents*."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def _owner(noun: Token) -> Token | None:
    """Whose statement it is: *Keel's claim*, *a statement by Keel*, *a claim from Keel*."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def is_nobody(source: Token, page: Page) -> bool:
    """Whether a subject stands for nobody: *there are claims*, *common belief says*."""
    return source.lower_ in page.verbs.nobodies


def can_speak(source: Token, page: Page, cue: Cue | None = None) -> bool:
    """Whether a noun phrase can be the source of words: with *said* nearly anything can, with *showed* only a person,
    a body, or what somebody wrote."""
    if is_nobody(source, page):
        return False
    if source.lower_ == "it" and (
        cue is None or cue.frame.lemma in page.verbs.of_things or source.dep_ not in ("nsubj", "dobj")
    ):
        return False
    if (cue is not None and cue.frame.lemma not in page.verbs.of_things) or source.pos_ in (
        "PRON",
        "PROPN",
        "NUM",
        "DET",
        "ADJ",
    ):
        return True
    lemma = source.lemma_.lower()
    return source.ent_type_ in SPEAKING_NAMES or lemma in page.verbs.speakers or lemma in page.verbs.documents


def phrase_of(source: Token) -> tuple[int, int]:
    """The first and last token of the source's noun phrase, without appositions and relative clauses."""
    first, last = source.left_edge.i, source.i
    for child in source.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "at", "in", "with") and child.i == last + 1:
            last = child.right_edge.i
            comma = next((t.i for t in source.doc[child.i : last + 1] if t.text in {",", "(", "—", "–", ";"}), None)
            last = comma - 1 if comma is not None else last
        elif child.dep_ == "conj" and not any(t.text in {",", "("} for t in source.doc[last + 1 : child.i]):
            last = child.i
    while first < source.i and (source.doc[first].is_punct or source.doc[first].is_space):
        first += 1
    return first, last
