"""The shared filters: kept in the URL, restored from it, and deaf to nonsense in it."""

from __future__ import annotations

from datetime import date

import pytest

from components import words
from components.session import KEY
from onrecord.records import Report
from onrecord.store.frames import Filter
from tests.components.invented import IDS
from tests.components.reader import Open, run


def chosen(app: object) -> Filter:
    return app.session_state[KEY].filter  # type: ignore[attr-defined]


def test_filters_are_restored_from_the_address(corpus: list[Report], open_page: Open) -> None:
    query = {
        "from_": "2022-01-05", "to": "2022-03-20", "outlet": "Demo Wire North", "actor": ["Mara Veltin", "Karsovia"],
        "issue": "Damming the harbour", "n": "5", "by_state": "true",
    }  # fmt: skip
    assert chosen(open_page("overview", **query)) == Filter(
        "demo", date(2022, 1, 5), date(2022, 3, 20), ("Demo Wire North",),
        (IDS["Mara Veltin"], IDS["Karsovia"]), "harbour-dam", 5, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value"),
    [("collection", "Nobody's"), ("from_", "yesterday"), ("from_", "1066-10-14"), ("to", "2022-13-45"),
     ("outlet", "Demo <script>"), ("actor", "![](https://tracker/x.png)"), ("issue", "x" * 3_000), ("n", "-4"),
     ("n", "many"), ("by_state", "perhaps"), ("who", "Nobody"), ("towards", "?"), ("basis", "$"), ("size", "999"),
     ("claim", "shouted"), ("only", "x"), ("whose", "Nobody"),
     ("speaker", "Nobody"), ("addressee", "Nobody"), ("verb", "<b>"), ("kind", "?"), ("sure", "-3"),
     ("sure", "very"), ("pair", "Nobody → nothing"), ("of", "Nobody"), ("q", '"unbalanced OR NEAR( -x *')],
)  # fmt: skip
@pytest.mark.parametrize("page", ["actors", "matrix", "quotes", "stance", "outlets"])
def test_nonsense_in_the_address_is_dropped(
    page: str, key: str, value: str, corpus: list[Report], open_page: Open
) -> None:
    assert chosen(open_page(page, **{key: value})) == Filter("demo")


def test_filter_reaches_every_page(corpus: list[Report], open_page: Open) -> None:
    for page in ("overview", "actors", "matrix", "quotes", "stance", "outlets"):
        assert chosen(open_page(page, outlet="Demo Gazette West")).outlets == ("Demo Gazette West",)


def test_choosing_an_outlet_narrows_what_is_counted(corpus: list[Report], open_page: Open) -> None:
    app = open_page("overview")
    assert app.metric[0].value == "14"
    app.multiselect(key="outlet").set_value(["Demo Wire North"])
    assert run(app).metric[0].value == "5"


def test_actors_to_choose_from_are_no_unnamed_sources(corpus: list[Report], open_page: Open) -> None:
    names = open_page("overview").multiselect(key="actor").options
    assert set(names) == set(IDS)


def test_clearing_brings_everything_back(corpus: list[Report], open_page: Open) -> None:
    app = open_page("overview", outlet="Demo Wire North", n="7", by_state="true")
    (clear,) = [button for button in app.button if button.label == words.CLEAR]
    clear.click()
    assert chosen(run(app)) == Filter("demo")


def test_people_are_counted_as_their_state_on_demand(corpus: list[Report], open_page: Open) -> None:
    app = open_page("actors", by_state="true")
    assert "Mara Veltin" not in set(app.dataframe[0].value["actor_name"])
    assert "Ostravia" in set(app.dataframe[0].value["actor_name"])
