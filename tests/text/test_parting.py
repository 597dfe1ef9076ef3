"""Glued words are parted where both sides are words of their own, and nowhere else."""

from __future__ import annotations

import pytest

from onrecord.text import TextWords
from onrecord.text.edits import Draft, undo
from onrecord.text.parting import part_words


@pytest.mark.parametrize(
    ("source", "parted"),
    [
        ("The head of Ostravia, Mara VeltinHe said no.", "The head of Ostravia, Mara Veltin He said no."),
        ("new tensions in KarsoviaWhich grew", "new tensions in Karsovia Which grew"),
        ("content with the conversationForeign Minister Keel", "content with the conversation Foreign Minister Keel"),
        ("did not change the positionOn the contrary", "did not change the position On the contrary"),
        ("if it takes more of Karsoviasaid its spokesman", "if it takes more of Karsovia said its spokesman"),
        ("spoke with him on Wednesdayand with others", "spoke with him on Wednesday and with others"),
        ("between them and the West.Note this", "between them and the West. Note this"),
        ("the dam is Karsovianhe admitted", "the dam is Karsovian he admitted"),
        ("Karsoviain the north", "Karsovia in the north"),
        ("Karsoviansoldiers crossed", "Karsovian soldiers crossed"),
        ("near OstraviaDangerous weapons are sent", "near Ostravia Dangerous weapons are sent"),
        ("on MondayMinisters met", "on Monday Ministers met"),
        ("MinisterDoran Keel", "Minister Doran Keel"),
        ("MaraVeltin spoke", "Mara Veltin spoke"),
        ("talks with Doran KeelThe next day", "talks with Doran Keel The next day"),
        ("the Presidential CouncilThe offer stands", "the Presidential Council The offer stands"),
        ("NATOThe alliance agreed", "NATO The alliance agreed"),
        ("on the 12thThe talks", "on the 12th The talks"),
        ("the talks,he said", "the talks, he said"),
        ("He stressed:We are ready", "He stressed: We are ready"),
        ("in March 2014.He left", "in March 2014. He left"),
        ("on May 7.Officials came", "on May 7. Officials came"),
        ("at 9 a.m.The envoys met", "at 9 a.m. The envoys met"),
        ("near the U.S.The army", "near the U.S. The army"),
        ("he left.Karsovia’s army stayed", "he left. Karsovia’s army stayed"),
        ("“Why?”he asked.It rained", "“Why?”he asked. It rained"),
    ],
)
def test_glued_words_are_parted(source: str, parted: str, words: TextWords) -> None:
    draft = part_words(Draft(source), words)
    assert draft.text == parted
    assert undo(draft.text, draft.edits) == source


def test_a_name_that_the_text_itself_has_elsewhere_is_parted_too(words: TextWords) -> None:
    source = "Oda Brunnik spoke first. Then Brunniksaid no, and BrunnikShe left; Brunnikstated why."
    parted = "Oda Brunnik spoke first. Then Brunnik said no, and Brunnik She left; Brunnik stated why."
    assert part_words(Draft(source), words).text == parted


def test_an_unknown_name_before_said_is_parted_when_a_clause_follows(words: TextWords) -> None:
    assert (
        part_words(Draft("President Brunniksaid that it rained."), words).text
        == "President Brunnik said that it rained."
    )
    assert part_words(Draft("Amel Bensaid spoke to the press."), words).text == "Amel Bensaid spoke to the press."


@pytest.mark.parametrize(
    "text",
    [
        "iPhone eBay macOS iPad LaTeX PhD mRNA kWh pH YouTube LinkedIn WhatsApp TikTok WikiLeaks BuzzFeed PayPal",
        "McDonald MacKenzie O'Brien O’Brien DeSantis LeBron VanHorn DiCaprio FitzGerald JoAnn d'Artagnan SpaceX",
        "www.Karsovia.example https://ostravia.example/TheRiver/OnHold.html press@Karsovia.example Booking.Com",
        "@VeltinHQ #KarsoviaNow #VeltinOut report_Final.TheEnd.pdf Notes.Final.docx Node.js C:\\Karsovia\\The.txt",
        "U.S. U.K. e.g. i.e. a.m. p.m. 3.5 1,200 10:30 J.R. J.K.Rowling Ph.D. No.10 St.Oren Mr.Keel",
        "Karsovians Ostravians Israelis Pakistanis Iraqis Georgian Kievan Londoners Michelin Washingtonian Bidenomics",
        "Warrenpoint Westfield Marchand Mayfield Augustine Francophone Russophobe Kremlinology Putinism Americas",
        "Harrison Robertson Rowland Ferdinand Clifford Hanover Maxwell Crosby Easton Stockton Willoughby Bensaid",
        "Foreign Minister Doran Keel, a Karsovian, met Ostravia’s Mara Veltin in Brunkham on Wednesday.",
        "word/Word and/Or before-After Coca-Cola A4 B2B 4K MP3 F-16 COVID-19 G20 Su-27",
        "Title Case Headline Of Ten Words With Karsovia And Ostravia",
    ],
)
def test_what_is_one_word_stays_one(text: str, words: TextWords) -> None:
    assert part_words(Draft(text), words).edits == ()


def test_a_name_with_an_inner_capital_that_stands_twice_is_its_own(words: TextWords) -> None:
    text = "The start-up riverMind grew. Then riverMind was sold."
    assert part_words(Draft(text), words).text == text
