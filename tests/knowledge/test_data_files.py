"""The gazetteer files in data/ hold together: ids, references, dates and names."""

import csv
import datetime
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parents[2] / "data"
KINDS = {"person", "state", "organisation", "group", "place"}
BLOCS = {"NATO", "EU", "CSTO", "EAEU", "G7", "BRICS"}
KEYS = {"id", "name", "kind", "gender", "state", "governs", "aliases", "short", "demonyms", "metonyms", "blocs"}
WIKIDATA_ID = re.compile(r"Q[1-9]\d*")
OWN_ID = re.compile(r"or-[a-z0-9]+(-[a-z0-9]+)*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
STORY_BEGINS = datetime.date(2021, 11, 1)


def read_yaml(name: str) -> list[dict[str, Any]]:
    rows = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    assert isinstance(rows, list)
    return rows


def read_csv(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def actors() -> list[dict[str, Any]]:
    return read_yaml("actors.yaml")


@pytest.fixture(scope="module")
def kinds(actors: list[dict[str, Any]]) -> dict[str, str]:
    return {actor["id"]: actor["kind"] for actor in actors}


@pytest.fixture(scope="module")
def offices() -> list[dict[str, str]]:
    return read_csv("offices.csv")


@pytest.fixture(scope="module")
def events() -> list[dict[str, Any]]:
    return read_yaml("events.yaml")


def fold(name: str) -> str:
    """A name without diacritics, apostrophes and full stops: as the matching sees it."""
    letters = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return re.sub(r"['’.]", "", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def names_of(actor: dict[str, Any]) -> Iterator[str]:
    yield actor["name"]
    for key in ("aliases", "short", "demonyms", "metonyms"):
        yield from actor.get(key, [])


def test_ids_are_wikidata_ids_or_own_slugs(actors: list[dict[str, Any]]) -> None:
    wrong = [
        actor["id"] for actor in actors if not (WIKIDATA_ID.fullmatch(actor["id"]) or OWN_ID.fullmatch(actor["id"]))
    ]
    assert wrong == []


def test_ids_are_unique(actors: list[dict[str, Any]]) -> None:
    ids = [actor["id"] for actor in actors]
    assert [one for one in set(ids) if ids.count(one) > 1] == []


def test_actor_rows_have_known_keys_and_kinds(actors: list[dict[str, Any]]) -> None:
    wrong = [
        actor["id"]
        for actor in actors
        if not set(actor) <= KEYS or actor["kind"] not in KINDS or not set(actor.get("blocs", [])) <= BLOCS
    ]
    assert wrong == []


def test_persons_have_a_gender_and_nothing_else_has(actors: list[dict[str, Any]]) -> None:
    wrong = [
        actor["name"]
        for actor in actors
        if (actor["kind"] == "person") != (actor.get("gender") in {"male", "female"})
        or (actor["kind"] != "person" and ("gender" in actor or "short" in actor))
    ]
    assert wrong == []


def test_only_states_have_demonyms_metonyms_and_blocs(actors: list[dict[str, Any]]) -> None:
    wrong = [
        actor["name"] for actor in actors if actor["kind"] != "state" and {"demonyms", "metonyms", "blocs"} & set(actor)
    ]
    assert wrong == []


def test_every_state_and_governs_resolves(actors: list[dict[str, Any]], kinds: dict[str, str]) -> None:
    wrong = []
    for actor in actors:
        if "state" in actor and kinds.get(actor["state"]) != "state":
            wrong.append((actor["name"], "state"))
        if "governs" in actor and (
            actor["kind"] != "place" or kinds.get(actor["governs"]) not in {"state", "organisation"}
        ):
            wrong.append((actor["name"], "governs"))
    assert wrong == []


def test_no_name_belongs_to_two_actors_of_one_kind(actors: list[dict[str, Any]]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        for name in names_of(actor):
            owners[actor["kind"], fold(name)].add(actor["id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_names_are_text_without_stray_spaces(actors: list[dict[str, Any]]) -> None:
    # An unquoted "No" or "1984" would be read by YAML as something else than text.
    wrong = [
        (actor["id"], name)
        for actor in actors
        for name in names_of(actor)
        if not isinstance(name, str) or not name.strip() or name != " ".join(name.split())
    ]
    assert wrong == []


def test_no_actor_lists_a_name_twice(actors: list[dict[str, Any]]) -> None:
    wrong = [actor["name"] for actor in actors if len(set(names_of(actor))) < len(list(names_of(actor)))]
    assert wrong == []


def test_actors_are_ordered_by_kind_then_name(actors: list[dict[str, Any]]) -> None:
    keys = [(actor["kind"], fold(actor["name"]).lower()) for actor in actors]
    assert [(first, second) for first, second in itertools.pairwise(keys) if first > second] == []


def test_roles_are_unique_and_have_forms() -> None:
    roles = read_yaml("roles.yaml")
    names = [role["role"] for role in roles]
    assert len(names) == len(set(names))
    wrong = [
        role["role"]
        for role in roles
        if not SLUG.fullmatch(role["role"]) or not role["forms"] or len(set(role["forms"])) < len(role["forms"])
    ]
    assert wrong == []


def test_every_office_has_a_known_person_body_and_role(offices: list[dict[str, str]], kinds: dict[str, str]) -> None:
    roles = {role["role"] for role in read_yaml("roles.yaml")}
    wrong = [
        (row["office"], row["person"])
        for row in offices
        if kinds.get(row["person"]) != "person" or kinds.get(row["body"]) is None or row["role"] not in roles
    ]
    assert wrong == []


def test_office_dates_are_whole_days_in_order_and_have_a_source(offices: list[dict[str, str]]) -> None:
    for row in offices:
        start = datetime.date.fromisoformat(row["start"])
        assert not row["end"] or start < datetime.date.fromisoformat(row["end"]), row
        assert row["source"] == "wikidata-cc0-2022" or row["source"].startswith("https://"), row


def test_no_two_holders_of_one_office_overlap(offices: list[dict[str, str]]) -> None:
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in offices:
        terms[row["office"]].append((row["start"], row["end"] or "9999-12-31"))
    overlaps = [
        (office, earlier, later)
        for office, spans in terms.items()
        for earlier, later in itertools.pairwise(sorted(spans))
        if earlier[1] > later[0]
    ]
    assert overlaps == []


def test_an_office_title_belongs_to_one_role_and_body(offices: list[dict[str, str]]) -> None:
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in offices:
        owners[row["office"]].add((row["role"], row["body"]))
    assert {office: pairs for office, pairs in owners.items() if len(pairs) > 1} == {}


def test_spellings_are_of_known_names_and_claim_nobody_elses(actors: list[dict[str, Any]]) -> None:
    owner = {name: actor["id"] for actor in actors for name in (actor["name"], *actor.get("aliases", []))}
    taken: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in names_of(actor):
            taken[fold(name)].add(actor["id"])
    for row in read_csv("spellings.csv"):
        assert row["name"] in owner, row
        assert taken[fold(row["other_spelling"])] <= {owner[row["name"]]}, row


def days_of(event: dict[str, Any]) -> list[datetime.date]:
    date = event["date"]
    return list(date) if isinstance(date, list) else [date]


def test_events_are_well_formed_and_in_order(events: list[dict[str, Any]]) -> None:
    ids = [event["id"] for event in events]
    assert len(ids) == len(set(ids))
    for event in events:
        assert set(event) == {"id", "date", "what", "terms", "actors", "source"}, event["id"]
        assert SLUG.fullmatch(event["id"]), event["id"]
        days = days_of(event)
        assert all(type(day) is datetime.date for day in days), event["id"]
        assert STORY_BEGINS <= days[0] <= days[-1], event["id"]
        assert len(days) <= 2, event["id"]
        assert event["source"].startswith("https://"), event["id"]
    firsts = [days_of(event)[0] for event in events]
    assert firsts == sorted(firsts)


def test_events_name_known_actors_and_ask_for_specific_words(
    events: list[dict[str, Any]], kinds: dict[str, str]
) -> None:
    for event in events:
        assert event["actors"], event["id"]
        assert all(actor in kinds for actor in event["actors"]), event["id"]
        assert all(terms and all(isinstance(term, str) for term in terms) for terms in event["terms"]), event["id"]
        # One lone word would match unrelated sentences; one phrase of several words may stand alone.
        assert len(event["terms"]) > 1 or all(re.search(r"[ -]", term) for term in event["terms"][0]), event["id"]


def test_the_gazetteer_covers_the_world_and_the_story(actors: list[dict[str, Any]]) -> None:
    assert sum(actor["kind"] == "state" for actor in actors) >= 197
    assert len(actors) >= 600
