-- One row an article; everything else hangs on articles.n and goes with it.
-- "nth" keeps the order of the report. Lists of spans are JSON: [[start, stop], ...].
-- Names and sentences stand beside the ids they belong to, so that a table for a chart is read without slicing any text.

CREATE TABLE articles (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    outlet TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT,
    published TEXT,
    written_start TEXT,
    written_end TEXT,
    language TEXT NOT NULL,
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;

CREATE TABLE edits (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    source TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE dates (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    date TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE cautions (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    caution TEXT NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    wikidata TEXT,
    office TEXT,
    state TEXT,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE INDEX actors_by_id ON actors (id);

CREATE TABLE reasons (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    actor INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    alias TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (article, actor, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    actor TEXT NOT NULL,
    form TEXT NOT NULL,
    surface TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotes (
    n INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    spans TEXT NOT NULL,
    kind TEXT NOT NULL,
    claim TEXT NOT NULL,
    verb TEXT NOT NULL,
    cue_start INTEGER,
    cue_stop INTEGER,
    about TEXT NOT NULL,
    evidence TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    said TEXT NOT NULL,
    cue TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    UNIQUE (article, nth)
) STRICT;

-- The speaker, the addressee and the relays of a quote. No row: none; no span: not named; no actor: an audience.
CREATE TABLE parties (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    quote INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('speaker', 'addressee', 'via')),
    nth INTEGER NOT NULL,
    start INTEGER,
    stop INTEGER,
    actor TEXT,
    words TEXT NOT NULL,
    PRIMARY KEY (article, quote, role, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE tones (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    actor TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    voice TEXT,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    negative REAL NOT NULL,
    neutral REAL NOT NULL,
    positive REAL NOT NULL,
    evidence TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE stances (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    holder TEXT NOT NULL,
    target TEXT NOT NULL,
    target_name TEXT NOT NULL,
    position TEXT NOT NULL,
    basis TEXT NOT NULL,
    modality TEXT NOT NULL,
    root TEXT,
    quad TEXT,
    event_score REAL,
    supports REAL NOT NULL,
    opposes REAL NOT NULL,
    neutral REAL NOT NULL,
    evidence TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    quote TEXT,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    PRIMARY KEY (article, nth)
) STRICT, WITHOUT ROWID;

-- Full text, twice: as it stands, and folded (apostrophes out, stress marks out, ё as е). The rowid is the n of the article or quote.
CREATE VIRTUAL TABLE found_articles USING fts5 (text, folded, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE found_quotes USING fts5 (text, folded, tokenize = "unicode61 remove_diacritics 2");
