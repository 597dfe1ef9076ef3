"""What the Method page says: the codebook, how each stage reads, and what it gets wrong."""

from __future__ import annotations

from typing import Final

from components import words

TITLE: Final = "Method"
LEAD: Final = (
    "What the words on these pages mean, how the program comes to what it says, how often it is right, and where the "
    "articles go."
)
TABS: Final = ("How it reads", "What the words mean", "Issues", "What it gets wrong", "Export", "Privacy and versions")

# ---- how it reads --------------------------------------------------------------------------------------------------
READING: Final = (
    "An article goes through the steps below, always in this order and always with the same result. There is no chat "
    "model in it and nothing is asked of a server. Every finding keeps the rule that made it and how sure it is, and "
    "every mark of a chart and every row of a table leads to the sentences behind it."
)
STAGES: Final = {
    "text": (
        "1 · Mending the text",
        "Broken characters, words that a scraper glued together, and remains of the web page (menus, “See also”, a "
        "doubled headline) are repaired or dropped, by evidence from word lists. Each repair is kept: the Article page "
        "shows it and can undo it.",
    ),
    "dates": (
        "2 · When it was written",
        "Dates in the text, and events it speaks of as past or still to come, give the first and last day on which it "
        "can have been written. A date on the page that contradicts this is flagged, not believed.",
    ),
    "actors": (
        "3 · Who is in it",
        "People, states, organisations, groups and unnamed sources are found by name, office, description and pronoun, "
        "and put together when they are the same: by a list of known actors with their spellings, by last name, by "
        "office. An office counts as whoever held it on the day the text was written.",
    ),
    "quotes": (
        "4 · Who said what to whom",
        "Words in quotation marks, and what is reported without them, are found with the verb that reports them, their "
        "speaker, the one spoken to, and whoever relayed them. “According to B, A warned” is kept apart from “A "
        "warned”.",
    ),
    "tone": (
        "5 · How each actor is spoken of",
        "A small neural model, trained on English news about politics, reads each sentence and judges how it speaks of "
        "each actor: negative, neutral or positive. It does not see the names, so who somebody is cannot decide. Where "
        "it is not sure enough it says so. The tone belongs to "
        "whoever speaks: inside a quote to its speaker, elsewhere to the outlet.",
    ),
    "stance": (
        "6 · Who stands where",
        "Who supports or opposes whom, or which issue: from what they are quoted as saying, from what they are "
        "reported "
        "to have done, and from what the outlet ascribes to them. Acts are coded in the categories of PLOVER.",
    ),
}  # fmt: skip
MEASURED: Final = (
    "Below each step stands how often it is right, measured on labelled texts. It was not trained on them, but their "
    "errors were read while it was built, so expect less on text it has not met. F1, from 0 to 100, is the balance of how much of what is there is found and how much of what is found is right; "
    "“end to end” also asks for the right speaker. News of another kind may be read better or worse. `measure.py` and "
    "the texts it reads do not come with this program; what begins with `python -m` does."
)
NOT_MEASURED: Final = "Not yet measured."
MEASURED_HEADINGS: Final = {
    "set": "Labelled texts",
    "measure": "Measure",
    "value": "Result",
    "date": "Measured on",
    "command": "With this command",
}
OTHER_STAGES: Final = "Further measurements"

# ---- the codebook --------------------------------------------------------------------------------------------------
CODEBOOK: Final = (
    (
        "Actor",
        "Anyone who can speak or act. A place counts only where it stands for those who govern from it: in “Moscow "
        "warned” it is "
        "Russia, in “talks in Moscow” it is a place, and places are neither counted nor shown. What a scraper left on "
        "the page names nobody.",
        (
            ("person", "one human being"),
            ("state", "a country, also when its capital or its government is named instead"),
            ("organisation", "a body with a name: an alliance, a ministry, a party, a firm"),
            ("group", "many who act as one without being a body: the West, separatists, protesters"),
            ("unnamed source", "somebody who speaks without a name: “a senior official”. Never the same one in two articles"),
        ),
    ),
    (
        "Ways of naming",
        "How a mention points at its actor.",
        (
            ("name", "by name, in whatever spelling"),
            ("office", "by the office held: “the foreign minister”"),
            ("pronoun", "he, she, they, we; I and we inside a quote are its speaker"),
            ("description", "by what they are: “the envoy”, “residents”"),
            ("metonym", "by a place or building that stands for them: “the Kremlin said”"),
            ("demonym", "by a nationality word: “the Russians”"),
        ),
    ),
    (
        "Quote",
        "What a source is reported to have said, written or signalled. Words in quotation marks that nobody is "
        "reported "
        "to have said (a title, a slogan, a word held at a distance) are no quotes.",
        (
            ("direct", "all of it stands within quotation marks"),
            ("mixed", "some of it does"),
            ("indirect", "none of it does: the outlet tells it in its own words"),
            ("by way of", "somebody else relayed it, and only they vouch for it"),
        ),
    ),
    (
        "How it was said",
        "What the source does in saying it.",
        (
            ("asserted", "says that it is so; also a warning of something that the source does not control"),
            ("denied", "says that it is not so; refuses, rejects, rules out"),
            ("threatened", "announces something unwelcome from its own side, should another act or fail to act"),
            ("demanded", "wants another to do or to give something"),
            ("promised", "commits itself to another; its own plans for Sunday are merely asserted"),
            ("asked", "asks"),
            ("declined", "will not say"),
        ),
    ),
    (
        "Tone",
        "How an average reader would take the passage to speak of the actor. The score, from −1 to +1, is the "
        "probability of positive less that of negative. The definition is that of NewsMTSC (Hamborg and Donnay, EACL "
        "2021).",
        (
            ("negative · neutral · positive", "the likeliest of the three"),
            (words.NOT_SURE, "none was likely enough; counted apart, and in no mean"),
        ),
    ),
    (
        "Stance",
        "Which side a holder takes on an actor or an issue. The score, from −1 to +1, is the probability of supports "
        "less that of opposes. It is always the stance expressed in reported text, never “the position of” anybody.",
        (
            ("supports · opposes · neutral", "the likeliest of the three"),
            (words.NOT_SURE, "no side was likely enough. That is not neutral; it is counted apart, and in no mean"),
            ("said", "from a quote; the holder is its speaker, not the state they speak for"),
            ("did", "from a reported act"),
            ("narrated", "the outlet ascribes it in its own voice"),
            ("actual", "it is so, as reported"),
            ("threatened · demanded · promised · denied", "it is not done yet, or not at all: a threat is not an act"),
        ),
    ),
)  # fmt: skip
LABEL_HEADINGS: Final = {"label": "Label", "meaning": "What it means"}
COUNTING: Final = "Counting"
COUNTING_TOLD: Final = (
    "Each mention, quote or stance is counted once for each place where it stands. **Copies are not folded yet**: two "
    "outlets that print the same report count twice. A mean stands beside its n and a 95% interval, which comes from "
    "drawing articles again and again at random (a bootstrap, with a fixed seed); from one article there is no "
    "interval. What is not sure is left out of the mean and counted beside it. Means of fewer rows than you choose at "
    "the left are grey and not ranked."
)

# ---- issues --------------------------------------------------------------------------------------------------------
ISSUES_TOLD: Final = (
    "An issue is a sentence that one can be for or against. To support it is to hold what the sentence says. Another "
    "is added with a row in data/issues.yaml: its name, its sentence, and the words by which it is recognised."
)
ISSUE_HEADINGS: Final = {"name": "Issue", "statement": "To support it is to hold that …", "id": "Id in exports"}

# ---- what it gets wrong --------------------------------------------------------------------------------------------
WRONG_LEAD: Final = (
    "All of it is found by a program. Read the sentences before you quote a number. It is known to err so:"
)
WRONG: Final = (
    "**Irony, allusion and history.** A sarcastic sentence is taken at its word.",
    "**Pronouns and descriptions.** “He”, “the envoy” or “the alliance” may be given to the wrong actor, above all "
    "where two of a kind stand close together.",
    "**People it has never heard of.** They are found by their names alone: two who share a name become one, and one "
    "who is "
    "spelt in two very different ways becomes two.",
    "**Indirect quotes.** Where they end is often open, and a verb that is not on the list of reporting verbs is "
    "passed over.",
    "**Stance between the lines.** Only what is said or done outright is counted. Somebody who is often quoted against "
    "something and somebody who acts against it may look alike.",
    "**The choice of articles.** What is counted is what these articles report. That says as much about whom outlets "
    "quote as about who holds what.",
    "**Copies.** The same report in two outlets counts twice; near-copies are not folded yet.",
    "**Other languages.** Only English is analysed. A translation by machine is mended where that is certain, and read "
    "with its remaining errors.",
)  # fmt: skip

# ---- export --------------------------------------------------------------------------------------------------------
EXPORT_TOLD: Final = (
    "Exports hold exactly the rows that the pages count under the filters at the left. In CSV and Excel files, text "
    "that a spreadsheet would take for a formula gets an apostrophe in front; the JSON lines are without loss."
)
EXPORT_WHAT: Final = "What"
EXPORT_FORM: Final = "As"
EXPORT_TABLES: Final = {
    "quotes": "Quotes",
    "stances": "Stances",
    "tones": "Tone",
    "mentions": "Mentions",
    "articles": "Articles",
    "reports": "Everything, article by article",
}
EXPORT_FORMS: Final = {"csv": "CSV", "jsonl": "JSON lines", "xlsx": "Excel (all five tables)"}
EXPORT_REPORTS: Final = (
    "Whole articles with text, repairs, actors, mentions, quotes, tone and stances, one a line, as the command line "
    "writes them. Filters by actor or issue choose the articles; each comes whole."
)
EXPORT_BUTTON: Final = "Export"

# ---- privacy and versions ------------------------------------------------------------------------------------------
PRIVACY: Final = "Privacy"
PRIVACY_TOLD: Final = (
    "Nothing leaves this machine: no article, no search and no number is sent anywhere, no page asks another server, "
    "and the models run here. Articles lie in a file under the folder `.onrecord` (or where ONRECORD_HOME says), and "
    "removing them deletes their words from that file, the search index included. Logs never hold article text."
)
PRIVACY_HOSTED: Final = (
    "This is a public demo. What you load lies in a folder of your visit alone, which no other visitor can open and "
    "which is deleted when the visit ends. The articles do pass through the server that runs the demo, and its host "
    "may count visits and page views "
    "(Streamlit Community Cloud always does). For material that must not leave your desk, run On Record there."
)
PRIVACY_LOCAL: Final = (
    "Streamlit, which draws these pages, can report usage statistics to its makers; here this is switched off. Where "
    "On Record is hosted by others, their usage statistics may be forced on."
)
VERSIONS: Final = "Versions"
VERSIONS_TOLD: Final = (
    "A result can be made again with the same engine, model and data. After a change of any of them the demo articles "
    "are read anew; for your own you are asked first."
)
VERSION_HEADINGS: Final = {"engine": "Engine", "model": "Model", "data": "Data", "n": "Articles"}
ENGINE_NOW: Final = "Running now: engine {engine}, data {data}."
NONE_READ: Final = "No article of this collection has been read yet."


def export_size(what: str, n: int) -> str:
    """How many rows the export will have."""
    if what == "reports":
        return f"{words.counted(n, 'article')} under the filters at the left."
    return f"{words.counted(n, 'row')} under the filters at the left."
