-- Corrections by hand, apart from what the machine found. `content` is the correction as JSON. `same` is what makes two
-- the same, whenever and from whichever article they were made: the same one is kept once. AUTOINCREMENT: a number is
-- never given to another one.
CREATE TABLE corrections (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    made TEXT NOT NULL,
    same TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
) STRICT;

-- Which correction changes which article. An article that has a row here is read from the twins below; the row of a
-- correction that is taken back stays until the article has been made anew without it.
CREATE TABLE corrected (
    article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
    correction INTEGER NOT NULL,
    PRIMARY KEY (article, correction)
) STRICT, WITHOUT ROWID;

-- The twins: each table that names an actor once more, with the rows of corrected articles as they are to be shown.
-- They are made anew from the machine's rows and the corrections (overlay.py) and hold nothing of their own.
CREATE TABLE corrected_actors AS SELECT * FROM actors WHERE 0;
CREATE TABLE corrected_reasons AS SELECT * FROM reasons WHERE 0;
CREATE TABLE corrected_mentions AS SELECT * FROM mentions WHERE 0;
CREATE TABLE corrected_quotes AS SELECT * FROM quotes WHERE 0;
CREATE TABLE corrected_parties AS SELECT * FROM parties WHERE 0;
CREATE TABLE corrected_tones AS SELECT * FROM tones WHERE 0;
CREATE TABLE corrected_stances AS SELECT * FROM stances WHERE 0;

CREATE INDEX corrected_actors_of ON corrected_actors (article, nth);
CREATE INDEX corrected_actors_by_id ON corrected_actors (id);
CREATE INDEX corrected_reasons_of ON corrected_reasons (article, actor, nth);
CREATE INDEX corrected_mentions_of ON corrected_mentions (article, nth);
CREATE INDEX corrected_quotes_of ON corrected_quotes (article, nth);
CREATE INDEX corrected_quotes_by_n ON corrected_quotes (n);
CREATE INDEX corrected_parties_of ON corrected_parties (article, quote, role, nth);
CREATE INDEX corrected_tones_of ON corrected_tones (article, nth);
CREATE INDEX corrected_stances_of ON corrected_stances (article, nth);

CREATE TRIGGER twins_go_with_their_article AFTER DELETE ON articles BEGIN
    DELETE FROM corrected_actors WHERE article = OLD.n;
    DELETE FROM corrected_reasons WHERE article = OLD.n;
    DELETE FROM corrected_mentions WHERE article = OLD.n;
    DELETE FROM corrected_quotes WHERE article = OLD.n;
    DELETE FROM corrected_parties WHERE article = OLD.n;
    DELETE FROM corrected_tones WHERE article = OLD.n;
    DELETE FROM corrected_stances WHERE article = OLD.n;
END;
