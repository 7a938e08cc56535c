-- The names by which people find things: of sellers, products, and those who act for
-- a seller or the platform.
CREATE TABLE search_entries (
    seq     INTEGER NOT NULL PRIMARY KEY, -- the row number of the index of words
    subject TEXT    NOT NULL CONSTRAINT search_entries_subject_key UNIQUE, -- what is called so
    kind    TEXT    NOT NULL CONSTRAINT search_entries_kind_check CHECK (kind IN ('SELLER', 'PRODUCT', 'PERSON')),
    owner   TEXT    NOT NULL, -- the seller whose it is; empty for what is no seller's
    title   TEXT    NOT NULL, -- folded words, parted by spaces
    scope   TEXT    NOT NULL  -- kind and owner as words
);

CREATE INDEX search_entries_kind_title_idx ON search_entries (kind, title);

CREATE INDEX search_entries_owner_kind_title_idx ON search_entries (owner, kind, title);

CREATE VIRTUAL TABLE search_entries_words USING fts5 (
    title, scope,
    content = 'search_entries', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);

CREATE TRIGGER search_entries_words_insert AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_entries_words (rowid, title, scope) VALUES (new.seq, new.title, new.scope);
END;

CREATE TRIGGER search_entries_words_update AFTER UPDATE OF title, scope ON search_entries
WHEN old.title <> new.title OR old.scope <> new.scope BEGIN
    INSERT INTO search_entries_words (search_entries_words, rowid, title, scope) VALUES ('delete', old.seq, old.title, old.scope);
    INSERT INTO search_entries_words (rowid, title, scope) VALUES (new.seq, new.title, new.scope);
END;

CREATE TRIGGER search_entries_words_delete AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_entries_words (search_entries_words, rowid, title, scope) VALUES ('delete', old.seq, old.title, old.scope);
END;

-- How far the index was filled with what was there before it.
CREATE TABLE search_fills (
    kind    TEXT NOT NULL CONSTRAINT search_fills_pkey PRIMARY KEY,
    last_id TEXT NOT NULL
);

-- Orders by the address of their buyer, and offers by the beginning of their SKU, without the case of A to Z.
CREATE INDEX orders_email_lower_idx ON orders (lower(email), id);

CREATE INDEX offers_sku_lower_idx ON offers (lower(sku), id);

CREATE INDEX offers_seller_id_sku_lower_idx ON offers (seller_id, lower(sku));
