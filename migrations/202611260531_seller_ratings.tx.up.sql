-- How much a seller is trusted, and why: versions, of which the newest holds. Sellers without one are NEW.
CREATE TABLE seller_ratings (
    id           TEXT        NOT NULL CONSTRAINT seller_ratings_pkey PRIMARY KEY,
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    tier         TEXT        NOT NULL CONSTRAINT seller_ratings_tier_check CHECK (tier IN ('NEW', 'STANDARD', 'TRUSTED', 'WATCHED')),
    is_automatic BOOLEAN     NOT NULL,
    reason       TEXT        NOT NULL,
    created_by   TEXT        REFERENCES accounts (id),
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX seller_ratings_seller_id_idx ON seller_ratings (seller_id, created_at, id);
