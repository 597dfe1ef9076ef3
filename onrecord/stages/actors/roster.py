"""The actors of an article while they are being found."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.knowledge.gazetteer import Entry, Gazetteer
from onrecord.knowledge.naming import name_key
from onrecord.knowledge.offices import Days
from onrecord.records import Actor, Kind, Reason


@dataclass(slots=True)
class Draft:
    """One actor and what is known of it so far. `seats` are the (role, body) that the text itself gives it,
    `titles` the words it is called by, `names` its full names in this text."""

    id: str
    name: str
    kind: Kind
    gender: str = ""
    plural: bool = False
    body: bool = False  # an unnamed one that is no single human being: "the army"
    acts: bool = False  # a platform that does more than carry posts
    wikidata: str | None = None
    state: str | None = None
    of_no_state: bool = False  # holds an office of a body that is no state's: NATO's secretary general is not Norway
    office: str | None = None
    seats: set[tuple[str, str | None]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    reasons: dict[str, str] = field(default_factory=dict)

    def because(self, alias: str, why: str) -> None:
        """Note why an alias is this actor; the first reason stays."""
        alias = " ".join(alias.split())
        if alias != self.name:
            self.reasons.setdefault(alias, why)

    def serves(self, body: Entry | None) -> None:
        """Take the state of the body whose office it holds, where its own is not known."""
        if self.state is None and body is not None and not self.of_no_state:
            self.state = body.own_state

    def actor(self) -> Actor:
        """The finished record."""
        reasons = tuple(Reason(alias, why) for alias, why in self.reasons.items())
        return Actor(self.id, self.name, self.kind, self.wikidata, self.office, self.state, reasons)


class Roster:
    """The drafts of an article by id, in the order in which they came up."""

    def __init__(self, gazetteer: Gazetteer, days: Days | None) -> None:
        self.gazetteer = gazetteer
        self.days = days
        self.drafts: dict[str, Draft] = {}

    def known(self, actor: str) -> Draft:
        """The draft of an actor of the gazetteer."""
        if actor not in self.drafts:
            entry = self.gazetteer.entries[actor]
            office = self.gazetteer.offices.held(actor, self.days) if self.days else None
            of_no_state = self._is_of_no_state(actor)
            self.drafts[actor] = Draft(
                entry.id,
                entry.name,
                entry.kind,
                gender=entry.gender,
                plural=entry.kind == "group",
                wikidata=entry.wikidata,
                state=None if of_no_state else entry.own_state,
                of_no_state=of_no_state,
                office=office.title if office else None,
            )
        return self.drafts[actor]

    def _is_of_no_state(self, actor: str) -> bool:
        """Whether the offices that a person held at the time are all of bodies that are no state's. Of a text without
        a date nobody can tell, so that one such office at any time is enough."""
        terms = self.gazetteer.offices.by_person.get(actor, ())
        held = [term for term in terms if self.days is None or term.covers(self.days)]
        states = [self.gazetteer.entries[term.body].own_state for term in held]
        return None in states and (self.days is None or not any(states))

    def unknown(self, name: str, kind: Kind) -> Draft:
        """The draft of an actor that the gazetteer does not have."""
        actor = f"name:{kind}:{name_key(name)}"
        if actor not in self.drafts:
            gender = self.gazetteer.gender_of(name.split()[0]) if kind == "person" and " " in name else ""
            self.drafts[actor] = Draft(actor, name, kind, gender=gender, plural=kind == "group")
        return self.drafts[actor]

    def unnamed(self, article: str, description: str, *, plural: bool) -> Draft:
        """The draft of a source that the text does not name."""
        number = sum(draft.kind == "unnamed" for draft in self.drafts.values()) + 1
        actor = f"unnamed:{article}:{number}"
        self.drafts[actor] = Draft(actor, " ".join(description.split()), "unnamed", plural=plural)
        return self.drafts[actor]

    def people(self) -> list[Draft]:
        """The persons found so far."""
        return [draft for draft in self.drafts.values() if draft.kind == "person"]
