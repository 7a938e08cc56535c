-- The index of words says which rows have a word, and no longer where in the row:
-- what fits best is told by the title. It is half as large, and beginnings of up to
-- four letters are words of it, so that their rows are found one by one too.
DROP TABLE listings_words;

CREATE VIRTUAL TABLE listings_words USING fts5 (
    search_title, search_text,
    content = 'listings', content_rowid = 'seq', detail = none,
    tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4'
);

INSERT INTO listings_words (listings_words) VALUES ('rebuild');
