-- Products as lists and searches show them: everything on one row, one row per
-- product and currency.
CREATE TABLE listings (
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
    -- The words as they are, without PostgreSQL's own reading of texts, so that
    -- what matches is the same on both databases. Those of the title weigh more.
    words           TSVECTOR    NOT NULL GENERATED ALWAYS AS ((
        CASE WHEN search_title = '' THEN '' ELSE replace(search_title, ' ', ':1A ') || ':1A' END || ' ' ||
        CASE WHEN search_text = '' THEN '' ELSE replace(search_text, ' ', ':2D ') || ':2D' END
    )::tsvector) STORED,
    CONSTRAINT listings_pkey PRIMARY KEY (product_id, currency)
);

CREATE UNIQUE INDEX listings_published_at_product_id_key ON listings (published_at, product_id) WHERE is_main;
CREATE INDEX listings_currency_published_at_idx ON listings (currency, published_at, product_id);
CREATE INDEX listings_currency_price_minor_min_idx ON listings (currency, price_minor_min, product_id);
CREATE INDEX listings_product_type_published_at_idx ON listings (product_type, published_at, product_id);

CREATE INDEX listings_words_idx ON listings USING gin (words);
