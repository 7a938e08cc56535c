-- The names by which people find things: of sellers, products, and those who act for
-- a seller or the platform.
CREATE TABLE search_entries (
    subject TEXT     NOT NULL CONSTRAINT search_entries_subject_key UNIQUE, -- what is called so
    kind    TEXT     NOT NULL CONSTRAINT search_entries_kind_check CHECK (kind IN ('SELLER', 'PRODUCT', 'PERSON')),
    owner   TEXT     NOT NULL, -- the seller whose it is; empty for what is no seller's
    title   TEXT     NOT NULL, -- folded words, parted by spaces
    scope   TEXT     NOT NULL, -- kind and owner as words
    -- The words as they are, without PostgreSQL's own reading of texts; those of the name weigh more.
    words   TSVECTOR NOT NULL GENERATED ALWAYS AS ((
        CASE WHEN title = '' THEN '' ELSE replace(title, ' ', ':1A ') || ':1A' END || ' ' ||
        CASE WHEN scope = '' THEN '' ELSE replace(scope, ' ', ':2D ') || ':2D' END
    )::tsvector) STORED
);

CREATE INDEX search_entries_kind_title_idx ON search_entries (kind, title COLLATE "C");

CREATE INDEX search_entries_owner_kind_title_idx ON search_entries (owner, kind, title COLLATE "C");

CREATE INDEX search_entries_words_idx ON search_entries USING gin (words);

-- How far the index was filled with what was there before it.
CREATE TABLE search_fills (
    kind    TEXT NOT NULL CONSTRAINT search_fills_pkey PRIMARY KEY,
    last_id TEXT NOT NULL
);

-- Orders by the address of their buyer, and offers by the beginning of their SKU, without the case of A to Z.
CREATE INDEX orders_email_lower_idx ON orders (lower(email COLLATE "C"), id);

CREATE INDEX offers_sku_lower_idx ON offers (lower(sku COLLATE "C"), id);

CREATE INDEX offers_seller_id_sku_lower_idx ON offers (seller_id, lower(sku COLLATE "C"));

-- Numbers by their beginning: the unique keys compare as the database sorts texts, and cannot say what begins so.
CREATE INDEX orders_number_bytes_idx ON orders (number COLLATE "C");

CREATE INDEX seller_orders_number_bytes_idx ON seller_orders (number COLLATE "C");
