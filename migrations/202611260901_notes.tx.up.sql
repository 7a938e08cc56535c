-- What operators write about sellers and orders for each other.
CREATE TABLE notes (
    id         TEXT        NOT NULL CONSTRAINT notes_pkey PRIMARY KEY,
    seller_id  TEXT        REFERENCES sellers (id),
    order_id   TEXT        REFERENCES orders (id),
    author_id  TEXT        NOT NULL REFERENCES accounts (id),
    text       TEXT        NOT NULL,
    version    BIGINT      NOT NULL CONSTRAINT notes_version_check CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL,
    edited_at  TIMESTAMPTZ,
    CONSTRAINT notes_subject_check CHECK ((seller_id IS NULL) <> (order_id IS NULL))
);

CREATE INDEX notes_seller_id_idx ON notes (seller_id, id) WHERE seller_id IS NOT NULL;
CREATE INDEX notes_order_id_idx ON notes (order_id, id) WHERE order_id IS NOT NULL;
CREATE INDEX notes_author_id_idx ON notes (author_id);
