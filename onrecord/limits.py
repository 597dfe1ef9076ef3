"""Every ceiling, named, with its reason. Past one: a Refusal or a caution that says what and why."""

MEGABYTE = 1_000_000

UPLOAD_BYTES = 10 * MEGABYTE  # a year of one outlet's front pages as text; more belongs on the command line
LINE_CHARACTERS = 2 * MEGABYTE  # one JSON line: an article of ARTICLE_CHARACTERS, escaped, several times over
ARTICLE_CHARACTERS = 200_000  # a long read has 40,000; above this it is a book or an attack
TITLE_CHARACTERS = 500  # a headline; what is longer is body text in the wrong field
FIELD_CHARACTERS = 2_000  # author, outlet, url
LABEL_CHARACTERS = 200  # a file's name as it is shown
FRONT_MATTER_CHARACTERS = 20_000  # of a markdown file; a page of sources has 3,000
BATCH_ARTICLES_HOSTED = 200  # what one visitor of a public demo may load at once
ARCHIVE_ARTICLES_HOSTED = 500  # what one visitor of a public demo may keep
CORRECTIONS = 5_000  # of one collection; each changed article is made anew at an undo, and an analyst makes dozens
CORRECTION_LINES = 20_000  # of one file: four full collections; each bad line is told, and ten megabytes hold millions
ALIASES_OF_A_CORRECTION = 20  # names by which one actor is called; a longer list is a pasted text
ANALYSIS_SECONDS = 30  # an article of 1,000 words takes one or two; thirty are a fault, an attack or a book
SEARCH_SECONDS = 1.0  # a full-text search; past it the query is stopped
SEARCH_WORDS = 32  # words of one search that are looked at; a longer query is a pasted text
MARK_RUN = 16  # a longer run of non-word characters makes spaCy's tokenizer quadratic, so it is broken up
WORD_RUN = 250  # a longer word does so too when it is 's's's…; addresses are shorter
PARSE_BATCH = 4  # spaCy's default of 256 takes 1.6 GB on 200 articles; 4 takes 170 MB at the same speed
BOOTSTRAP_SAMPLES = 1_000  # enough for a 95 % interval to two digits
BOOTSTRAP_SEED = 20220224  # fixed, so that the same rows give the same interval
CHART_MARKS = 2_000  # above this Vega draws a canvas: no marks to click or to read aloud
MINIMUM_N = 3  # below this a mean is greyed and not ranked, unless the reader chooses otherwise
