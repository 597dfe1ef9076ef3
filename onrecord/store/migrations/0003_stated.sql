-- What an article gave for a date and is no day: told in its cautions, again whenever it is read anew.
ALTER TABLE articles ADD COLUMN stated TEXT NOT NULL DEFAULT '';
