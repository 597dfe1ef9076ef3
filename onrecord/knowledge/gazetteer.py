"""The actors that are known beforehand: who they are, every name they go by, and where those names stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast, get_args

from onrecord.errors import DataError
from onrecord.knowledge.data import read_csv, read_yaml
from onrecord.knowledge.naming import name_key, skeleton, sound_key, words_of
from onrecord.knowledge.offices import Offices, load_offices
from onrecord.knowledge.role_nouns import RoleNouns, load_role_nouns
from onrecord.records import Kind

Naming = Literal["name", "short", "demonym", "metonym"]
_KINDS = set(get_args(Kind)) - {"unnamed"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of data/actors.yaml. `governs` is the state that a capital stands for when it acts."""

    id: str
    name: str
    kind: Kind
    gender: str = ""
    state: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    governs: str | None = None

    @property
    def wikidata(self) -> str | None:
        """The Wikidata id, or None where the actor has an id of our own."""
        return self.id if self.id[0] == "Q" and self.id[1:].isdigit() else None

    @property
    def own_state(self) -> str | None:
        """The id of the state it belongs to; a state belongs to itself."""
        return self.id if self.kind == "state" else self.state


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text: the actors that bear it, and what sort of name it is."""

    start: int
    end: int
    ids: tuple[str, ...]
    naming: Naming


_Node: TypeAlias = dict[str, Any]  # word -> node; "" -> {id: naming}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known actor, with look-up by name, by surname and by office."""

    entries: Mapping[str, Entry]
    offices: Offices
    nouns: RoleNouns
    by_surname: Mapping[str, tuple[str, ...]]
    by_skeleton: Mapping[str, tuple[str, ...]]
    by_key: Mapping[str, tuple[str, ...]]
    bodies: Mapping[tuple[str, frozenset[str]], str]
    genders: Mapping[str, str]
    _tree: _Node = field(repr=False)

    def find(self, text: str) -> Iterator[Hit]:
        """The known names in a text from left to right, the longest at each place, none over a line break."""
        words = words_of(text)
        at = 0
        while at < len(words):
            length, ids = self._longest(words, at)
            if not length:
                at += 1
                continue
            ranked = sorted(ids, key=lambda each: _RANK[ids[each]])
            naming = ids[ranked[0]]
            yield Hit(words[at][1], words[at + length - 1][2], tuple(ranked), naming)
            at += length

    def _longest(self, words: list[tuple[str, int, int]], at: int) -> tuple[int, dict[str, Naming]]:
        node, best = self._tree, (0, cast(dict[str, Naming], {}))
        for step, (word, _, _) in enumerate(words[at:]):
            node = node.get(word) or (node.get(word.title()) if word.isupper() and len(word) > 3 else None) or {}
            if not node:
                break
            if "" in node:
                best = step + 1, node[""]
        return best

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of those who bear exactly this name, whatever its case and accents."""
        return self.by_key.get(name_key(name), ())

    def body_of(self, state: str, words: Iterable[str]) -> Entry | None:
        """The organisation of a state that these words describe ("defence ministry"), if one is known."""
        found = self.bodies.get((state, content_words(words)))
        return self.entries[found] if found else None

    def gender_of(self, given: str) -> str:
        """male or female where a given name is nearly always that of one, else empty."""
        return self.genders.get(name_key(given), "")

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name and not rather a place's (*Alberta*, *Paris*)."""
        places = (self.entries[each].kind for each in self.named(word))
        return bool(self.gender_of(word)) and not any(kind in ("place", "state") for kind in places)


_SMALL = frozenset("the of for and in s".split())
_BRITISH = {"defense": "defence", "labor": "labour", "center": "centre", "organization": "organisation"}


def content_words(words: Iterable[str]) -> frozenset[str]:
    """The words that describe a body, in British spelling, without the small ones."""
    return frozenset(_BRITISH.get(word, word) for word in map(str.lower, words) if word.isalnum()) - _SMALL


_RANK: dict[Naming, int] = {"name": 0, "metonym": 1, "short": 2, "demonym": 3}


def load_gazetteer() -> Gazetteer:
    """The gazetteer of data/. Raises DataError naming the row that is wrong."""
    entries = {entry.id: entry for entry in _entries()}
    spellings = defaultdict(list)
    for row in read_csv("spellings.csv"):
        spellings[row["name"]].append(row["other_spelling"])
    tree: _Node = {}
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    by_surname: defaultdict[str, list[str]] = defaultdict(list)
    by_skeleton: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        for name, naming in _names(entry, spellings):
            _plant(tree, name, entry.id, naming)
            if naming == "name" and entry.id not in by_key[name_key(name)]:
                by_key[name_key(name)].append(entry.id)
            if naming == "name" and entry.kind == "person":
                by_surname[sound_key(name.split()[-1])].append(entry.id)
                by_skeleton[skeleton(name.split()[-1])].append(entry.id)
    return Gazetteer(
        entries=entries,
        offices=load_offices(set(entries)),
        nouns=load_role_nouns(),
        by_surname={key: tuple(dict.fromkeys(ids)) for key, ids in by_surname.items()},
        by_skeleton={key: tuple(dict.fromkeys(ids)) for key, ids in by_skeleton.items()},
        bodies=_bodies(entries),
        by_key={key: tuple(ids) for key, ids in by_key.items()},
        genders=_genders(entries.values()),
        _tree=tree,
    )


def _entries() -> Iterator[Entry]:
    for number, row in enumerate(read_yaml("actors.yaml"), start=1):
        try:
            lists = {key: tuple(map(str, value)) for key, value in row.items() if isinstance(value, list)}
            entry = Entry(**{**row, **lists})
        except (TypeError, AttributeError) as error:
            raise DataError(f"data/actors.yaml, entry {number} ({row}): {error}.") from error
        if entry.kind not in _KINDS:
            raise DataError(f"data/actors.yaml, entry {number} ({entry.name}): {entry.kind} is no kind of actor.")
        yield entry


def _names(entry: Entry, spellings: Mapping[str, list[str]]) -> Iterator[tuple[str, Naming]]:
    for name in (entry.name, *entry.aliases):
        yield name, "name"
        for other in spellings.get(name, ()):
            yield other, "name"
    for name in entry.short:
        yield name, "short"
    for name in entry.demonyms:
        yield name, "demonym"
    for name in entry.metonyms:
        yield name, "metonym"


def _bodies(entries: Mapping[str, Entry]) -> dict[tuple[str, frozenset[str]], str]:
    """Organisations by their state and what is left of their names without it."""
    bodies: dict[tuple[str, frozenset[str]], str] = {}
    for entry in entries.values():
        state = entries.get(entry.state or "")
        if entry.kind != "organisation" or state is None:
            continue
        own = content_words(
            word for name in (state.name, *state.aliases, *state.demonyms) for word, _, _ in words_of(name)
        )
        for name in (entry.name, *entry.aliases):
            words = content_words(word for word, _, _ in words_of(name))
            if words & own and words - own:
                bodies.setdefault((state.id, words - own), entry.id)
    return bodies


def _plant(tree: _Node, name: str, actor: str, naming: Naming) -> None:
    words = [word for word, _, _ in words_of(name)]
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    for word in words:
        tree = tree.setdefault(word, {})
    tree.setdefault("", {}).setdefault(actor, naming)


def _genders(entries: Iterable[Entry]) -> dict[str, str]:
    genders = {row["name"]: row["gender"] for row in read_csv("given_names.csv")}
    known: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.gender and " " in entry.name:
            known[name_key(entry.name.split()[0])].add(entry.gender)
    return genders | {name: sexes.pop() for name, sexes in known.items() if len(sexes) == 1}
