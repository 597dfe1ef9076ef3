"""The language of a text, and English where a short text leaves it open."""

from __future__ import annotations

import pytest

from onrecord.text import language_of
from tests.text.articles import ORDINARY, QUESTIONS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ORDINARY, "en"),
        (QUESTIONS, "en"),
        ("Президент Остравии заявила в четверг, что переговоры продолжатся на следующей неделе.", "ru"),
        ("Президентка Остравії заявила у четвер, що переговори триватимуть наступного тижня.", "uk"),
        ("Die Präsidentin von Ostravia sagte am Donnerstag, dass die Gespräche fortgesetzt werden.", "de"),
        ("La présidente d'Ostravie a déclaré jeudi que les négociations se poursuivraient à Karsovie.", "fr"),
        ("Prezydent Ostrawii powiedziała w czwartek, że rozmowy będą trwały w przyszłym tygodniu.", "pl"),
        ("奥斯特拉维亚总统星期四表示，谈判将继续进行。", "zh"),
        ("قالت رئيسة أوسترافيا يوم الخميس إن المحادثات ستستمر الأسبوع المقبل", "ar"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "12.5", "“”", "Ok", "Mara Veltin", "Kyiv, Odesa, Kharkiv", "Keel: no concessions"]
)
def test_short_text_in_latin_letters_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_short_text_in_other_letters_does_not() -> None:
    assert language_of("Привет") != "en"


def test_stray_characters_do_not_sway_it() -> None:
    assert language_of("\x00\ud800\ufffe\u202e" + ORDINARY) == "en"
