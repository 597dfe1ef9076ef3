"""Who is in the article: each actor once, by the right name, on the right date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.knowledge.tools import Tools
from onrecord.records import Actor, Article, Cast, Evidence, Party, Quote, Span
from onrecord.stages.actors import drop_silent, resolve_actors, resolve_first_person
from onrecord.stages.mentions import find_mentions

Resolve = Callable[..., "Reading"]


class Reading:
    """A cast and its text, with look-ups a test can read."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast
        self.actors = {actor.id: actor for actor in cast.actors}

    def who(self, words: str, nth: int = 0) -> str | None:
        """The name of the actor that these words mention, at their nth place, or None."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        wanted = Span(start, start + len(words))
        found = [each.actor for each in self.cast.mentions if each.span == wanted]
        return self.actors[found[0]].name if found else None

    def shown(self) -> set[str]:
        return {actor.name for actor in self.cast.actors if actor.kind not in ("place", "unnamed")}

    def named(self, name: str) -> Actor:
        return next(actor for actor in self.cast.actors if actor.name == name)

    def why(self, name: str, alias: str) -> str:
        return next(reason.why for reason in self.named(name).reasons if reason.alias == alias)


@pytest.fixture
def resolve(tools: Tools) -> Resolve:
    def resolved(text: str, published: date | None = date(2022, 2, 10)) -> Reading:
        doc = tools.nlp(text)
        article = Article(id="a1", title="", text=text, published=published)
        return Reading(text, resolve_actors(article, doc, find_mentions(doc, tools.gazetteer), tools.gazetteer))

    return resolved


# Names


def test_a_surname_is_its_bearer_and_says_why(resolve: Resolve) -> None:
    read = resolve("Doran Keel spoke in Ostravia. Keel left early.")
    assert read.who("Keel", 1) == "Doran Keel"
    assert read.why("Doran Keel", "Keel") == "part of the name Doran Keel"


def test_two_people_of_one_surname_stay_two(resolve: Resolve) -> None:
    read = resolve("Doran Keel met his sister Laura Keel. Doran Keel left first.")
    assert {"Doran Keel", "Laura Keel"} <= read.shown()


def test_a_known_person_has_the_wikidata_id(resolve: Resolve) -> None:
    assert resolve("Zelensky arrived in Brussels.").named("Volodymyr Zelensky").wikidata == "Q3874799"


@pytest.mark.parametrize("spelling", ["Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Wolodymyr Selenskyj", "Zelenskyy"])
def test_transliterations_are_one_person(resolve: Resolve, spelling: str) -> None:
    assert resolve(f"{spelling} arrived in Brussels.").shown() == {"Volodymyr Zelensky"}


@pytest.mark.parametrize("slip", ["Anthony Blinkin", "Antony Blinkin", "Anthony Blinken"])
def test_a_slip_of_one_letter_is_forgiven_where_the_given_name_agrees(resolve: Resolve, slip: str) -> None:
    read = resolve(f"{slip} arrived in Geneva.")
    assert read.shown() == {"Antony Blinken"}
    assert read.named("Antony Blinken").reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ryabkov", "Sergei Rybakov"),
        ("John Kerry", "John Kirby"),
        ("Sergei Lavrov", "Yekaterina Lavrova"),
        ("Mark Milley", "Mark Miller"),
    ],
)
def test_likeness_alone_merges_nobody(resolve: Resolve, one: str, other: str) -> None:
    read = resolve(f"{one} and {other} arrived in Geneva on Monday.")
    assert len({read.who(one), read.who(other)}) == 2


def test_a_short_form_of_a_given_name_is_the_same_person(resolve: Resolve) -> None:
    read = resolve("William Keel arrived on Monday. Bill Keel left on Friday.")
    assert read.who("Bill Keel") == "William Keel"


def test_a_known_surname_goes_to_the_one_whom_the_article_names_in_full(resolve: Resolve) -> None:
    read = resolve("Laura Putin, a baker in Ostravia, won the prize. Putin thanked her mother.")
    assert read.shown() == {"Laura Putin"}


def test_a_given_name_that_is_also_a_country_begins_a_name(resolve: Resolve) -> None:
    assert resolve("An economist, Chad Veltin, told the council that prices would fall.").shown() == {"Chad Veltin"}


def test_a_name_of_three_words_is_found_by_its_last_two(resolve: Resolve) -> None:
    read = resolve("Lenn Aster Keel arrived on Monday. The voters like Aster Keel.")
    assert read.who("Aster Keel", 1) == "Lenn Aster Keel"


def test_an_acronym_is_the_organisation_whose_initials_it_is(resolve: Resolve) -> None:
    read = resolve("The Ostravian Grain Traders Association warned of hunger. The OGTA met on Friday.")
    assert read.who("OGTA") == "Ostravian Grain Traders Association"


def test_an_acronym_in_brackets_need_not_be_the_initials(resolve: Resolve) -> None:
    read = resolve("The Karsovia Farmers Union (KZB) warned drivers. KZB met on Friday.")
    assert read.who("KZB", 1) == "Karsovia Farmers Union"


def test_a_surname_keeps_one_kind_throughout(resolve: Resolve) -> None:
    read = resolve("Doran Keel spoke. Keel shares rose. Voters like Keel.")
    assert {actor.kind for actor in read.cast.actors if "Keel" in actor.name} == {"person"}


def test_an_unknown_actor_has_an_id_that_other_articles_share(resolve: Resolve) -> None:
    assert resolve("Doran Keel arrived.").named("Doran Keel").id == "name:person:doran-keel"


# Places and governments


@pytest.mark.parametrize(
    "text",
    [
        "Moscow warned its neighbours.",
        "Relations between Moscow and Berlin are bad.",
        "They spoke of Moscow's demands.",
        "The council urged Moscow to leave.",
        "Severe sanctions were imposed on Moscow.",
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_is_its_government(resolve: Resolve, text: str) -> None:
    read = resolve(text)
    assert read.who("Moscow") == "Russia"
    assert next(each.form for each in read.cast.mentions if each.span.of(text) == "Moscow") == "metonym"


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Moscow.",
        "He flew to Moscow.",
        "MOSCOW, Feb 10 – Snow fell.",
        "The streets of Moscow were empty.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(resolve: Resolve, text: str) -> None:
    assert resolve(text).shown() == set()


def test_the_kremlin_is_russia_but_a_building_inside(resolve: Resolve) -> None:
    assert resolve("The Kremlin denied it.").who("Kremlin") == "Russia"
    assert resolve("They dined in the Kremlin.").shown() == set()


def test_a_state_where_something_happens_is_listed_as_a_place(resolve: Resolve) -> None:
    read = resolve("Talks were held in Belarus. Ukraine sent a minister.")
    assert read.named("Belarus").kind == "place"
    assert read.shown() == {"Ukraine"}


def test_a_state_that_is_only_an_adjective_is_not_listed(resolve: Resolve) -> None:
    assert "Poland" not in resolve("Doran Keel bought a Polish car.").shown()


def test_troops_mention_their_state(resolve: Resolve) -> None:
    read = resolve("Russia denied it. Russian troops stayed.")
    assert read.shown() == {"Russia"}
    assert read.who("Russian") == "Russia"


def test_a_platform_that_only_carries_a_post_is_no_actor(resolve: Resolve) -> None:
    assert "Twitter" not in resolve("Doran Keel complained in a tweet on Twitter.").shown()
    assert "Twitter" in resolve("Twitter closed the account. Doran Keel read it on Twitter.").shown()


def test_in_a_report_on_sport_a_country_is_its_team(resolve: Resolve) -> None:
    read = resolve(
        "Sweden scored two goals in the first half of the match. The striker and the goalkeeper of Sweden "
        "won the cup after a penalty. The coach praised every midfielder and defender of the team."
    )
    assert read.shown() == {"Sweden national team"}


# Offices


@pytest.mark.parametrize(
    ("day", "president"),
    [(date(2016, 5, 4), "Barack Obama"), (date(2018, 5, 4), "Donald Trump"), (date(2022, 5, 4), "Joe Biden")],
)
def test_one_sentence_on_three_dates_gives_three_presidents(resolve: Resolve, day: date, president: str) -> None:
    assert resolve("The US president arrived in Geneva on Monday.", day).who("US president") == president


def test_without_a_date_an_office_stays_open_and_says_why(resolve: Resolve) -> None:
    read = resolve("The US president arrived in Geneva.", None)
    assert read.named("US president").kind == "unnamed"
    assert "no date" in read.why("US president", "US president")


def test_the_text_outranks_the_table(resolve: Resolve) -> None:
    read = resolve("President Mara Veltin of Ostravia arrived. The president smiled.")
    assert read.who("president") == "Mara Veltin"


def test_an_office_is_not_given_to_its_former_holder(resolve: Resolve) -> None:
    assert resolve("The former Russian president arrived in Minsk.").who("former Russian president") != "Vladimir Putin"


def test_an_office_belongs_to_what_its_is(resolve: Resolve) -> None:
    read = resolve("Ukraine protested. Its foreign minister flew to Brussels.")
    assert read.who("Its foreign minister") == "Dmytro Kuleba"


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” said its spokesperson, Mara Veltin.",
        "Mara Veltin, the spokesperson of the ministry, said nothing.",
        "The spokesperson, Mara Veltin, said nothing.",
    ],
)
def test_an_apposition_is_one_actor(resolve: Resolve, text: str) -> None:
    people = [actor for actor in resolve(text).cast.actors if actor.kind in ("person", "unnamed")]
    assert [actor.name for actor in people if "ministry" not in actor.name] == ["Mara Veltin"]


def test_a_counterpart_holds_the_same_office_elsewhere(resolve: Resolve) -> None:
    read = resolve("The Russian president spoke for an hour. His Ukrainian counterpart listened.")
    assert read.who("His Ukrainian counterpart") == "Volodymyr Zelensky"


def test_the_leader_of_a_state_is_its_head(resolve: Resolve) -> None:
    assert resolve("The Russian leader arrived late.").who("Russian leader") == "Vladimir Putin"


def test_a_title_points_back_to_who_bears_it(resolve: Resolve) -> None:
    read = resolve("Doran Keel, an adviser to the council, spoke first. This adviser left early.")
    assert read.who("This adviser") == "Doran Keel"


def test_a_justice_minister_is_not_the_prime_minister(resolve: Resolve) -> None:
    read = resolve("Prime Minister Mara Veltin arrived. The new justice minister stayed away.")
    assert read.who("The new justice minister") != "Mara Veltin"


def test_a_ministry_is_an_organisation_and_a_government_its_state(resolve: Resolve) -> None:
    read = resolve("Russia's defence ministry denied it. The Russian side left the talks.")
    assert read.who("Russia's defence ministry") == "Ministry of Defence of Russia"
    assert read.who("The Russian side") == "Russia"


def test_the_leaders_of_a_union_are_the_union_but_of_two_states_neither(resolve: Resolve) -> None:
    assert resolve("The leaders of the European Union agreed.").who("The leaders") == "European Union"
    read = resolve("The leaders of Belarus and Armenia agreed.")
    assert read.who("The leaders") == "The leaders"


# Pronouns


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Mara Veltin met Doran Keel on Monday. She said little.", "She", "Mara Veltin"),
        ("Mara Veltin met Peter Keel on Monday. He said little.", "He", "Peter Keel"),
        ("Laura Veltin said that she would resign.", "she", "Laura Veltin"),
        ("Peter Keel told Paul Aster that he had won.", "he", "Peter Keel"),
        ("Peter Keel blamed himself.", "himself", "Peter Keel"),
        ("Ukraine said that its army held the town.", "its", "Ukraine"),
        ("NATO met on Friday. It decided nothing.", "It", "NATO"),
        ("Residents left the town. They were afraid.", "They", "Residents"),
        ("Laura Veltin, who leads the party, praised her voters.", "her", "Laura Veltin"),
    ],
)
def test_a_pronoun_means_the_likeliest_before_it(resolve: Resolve, text: str, pronoun: str, who: str) -> None:
    assert resolve(text).who(pronoun) == who


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Peter Keel told him everything.", "him"),
        ("The talks failed. They had been long.", "They"),
        ("It is clear that Ukraine won.", "It"),
        ("He left.", "He"),
    ],
)
def test_a_pronoun_without_a_fit_means_nobody(resolve: Resolve, text: str, pronoun: str) -> None:
    assert resolve(text).who(pronoun) is None


# After the quotes


def quote(text: str, words: str, speaker: Actor) -> Quote:
    start = text.index(words)
    span = Span(start, start + len(words))
    party = Party(None, speaker.id)
    return Quote("q1", (span,), "direct", "asserted", party, None, None, (), (), Evidence((span,), "test", 1.0))


def test_i_and_my_are_the_speaker_of_the_quote(resolve: Resolve, tools: Tools) -> None:
    text = "“I stand by my word,” said Mara Veltin."
    read = resolve(text)
    quotes = (quote(text, "I stand by my word,", read.named("Mara Veltin")),)
    cast = resolve_first_person(tools.nlp(text), read.cast, quotes)
    assert [each.span.of(text) for each in cast.mentions if each.form == "pronoun"] == ["I", "my"]


def test_we_is_a_body_or_whoever_speaks_for_one(resolve: Resolve, tools: Tools) -> None:
    text = "“We are ready,” said Mara Veltin. “We are not,” said NATO."
    read = resolve(text)
    private = (quote(text, "We are ready,", read.named("Mara Veltin")),)
    body = (quote(text, "We are not,", read.named("NATO")),)
    assert resolve_first_person(tools.nlp(text), read.cast, private) == read.cast
    assert len(resolve_first_person(tools.nlp(text), read.cast, body).mentions) == len(read.cast.mentions) + 1


def test_the_silent_are_dropped_and_the_speaking_kept(resolve: Resolve) -> None:
    text = "A senior official said that residents had fled."
    read = resolve(text)
    said = quote(text, "residents had fled", read.named("A senior official"))
    cast, (kept,), _ = drop_silent(read.cast, (said,), ())
    assert [actor.name for actor in cast.actors] == ["A senior official"]
    assert {each.actor for each in cast.mentions} == {cast.actors[0].id}
    assert kept == said


def test_a_quote_forgets_the_silent_it_was_about_and_said_to(resolve: Resolve) -> None:
    text = "A senior official told villagers that residents had fled."
    read = resolve(text)
    said = quote(text, "residents had fled", read.named("A senior official"))
    villagers, residents = read.named("villagers"), read.named("residents")
    start = text.index("villagers")
    party = Party(Span(start, start + 9), villagers.id)
    full = Quote(
        said.id, said.spans, "indirect", "asserted", said.speaker, None, party, (), (residents.id,), said.evidence
    )
    _, (kept,), _ = drop_silent(read.cast, (full,), ())
    assert kept.about == ()
    assert kept.addressee == Party(party.span, None)


def test_unnamed_actors_are_numbered_within_their_article(resolve: Resolve) -> None:
    ids = [actor.id for actor in resolve("Residents fled. A doctor stayed.").cast.actors]
    assert ids == ["unnamed:a1:1", "unnamed:a1:2"]
