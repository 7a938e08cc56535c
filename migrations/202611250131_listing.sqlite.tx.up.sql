-- Products as lists and searches show them: everything on one row, one row per
-- product and currency.
CREATE TABLE listings (
    seq             INTEGER     NOT NULL PRIMARY KEY, -- the row number of the index of words
    product_id      TEXT        NOT NULL REFERENCES products (id),
    currency        TEXT        NOT NULL,
    is_main         BOOLEAN     NOT NULL, -- the row of lists that name no currency
    title           TEXT        NOT NULL,
    slug            TEXT        NOT NULL,
    brand           TEXT        NOT NULL,
    product_type    TEXT        NOT NULL,
    thumbnail_url   TEXT        NOT NULL,
    thumbnail_alt   TEXT        NOT NULL,
    best_offer_id   TEXT        NOT NULL REFERENCES offers (id),
    seller_id       TEXT        NOT NULL REFERENCES sellers (id), -- of the best offer
    seller_name     TEXT        NOT NULL,
    seller_count    INTEGER     NOT NULL,
    price_minor_min BIGINT      NOT NULL,
    price_minor_max BIGINT      NOT NULL,
    offer_count     INTEGER     NOT NULL,
    in_stock        BOOLEAN     NOT NULL,
    tags_key        TEXT        NOT NULL,
    search_title    TEXT        NOT NULL, -- folded words, parted by spaces
    search_text     TEXT        NOT NULL,
    published_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT listings_product_id_currency_key UNIQUE (product_id, currency)
);

CREATE UNIQUE INDEX listings_published_at_product_id_key ON listings (published_at, product_id) WHERE is_main;
CREATE INDEX listings_currency_published_at_idx ON listings (currency, published_at, product_id);
CREATE INDEX listings_currency_price_minor_min_idx ON listings (currency, price_minor_min, product_id);
CREATE INDEX listings_product_type_published_at_idx ON listings (product_type, published_at, product_id);

-- The index of words reads its texts from listings, and the triggers tell it
-- what changes there.
CREATE VIRTUAL TABLE listings_words USING fts5 (
    search_title, search_text,
    content = 'listings', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);

CREATE TRIGGER listings_words_insert AFTER INSERT ON listings BEGIN
    INSERT INTO listings_words (rowid, search_title, search_text) VALUES (new.seq, new.search_title, new.search_text);
END;

CREATE TRIGGER listings_words_update AFTER UPDATE OF search_title, search_text ON listings
WHEN old.search_title <> new.search_title OR old.search_text <> new.search_text BEGIN
    INSERT INTO listings_words (listings_words, rowid, search_title, search_text)
    VALUES ('delete', old.seq, old.search_title, old.search_text);
    INSERT INTO listings_words (rowid, search_title, search_text) VALUES (new.seq, new.search_title, new.search_text);
END;

CREATE TRIGGER listings_words_delete AFTER DELETE ON listings BEGIN
    INSERT INTO listings_words (listings_words, rowid, search_title, search_text)
    VALUES ('delete', old.seq, old.search_title, old.search_text);
END;
