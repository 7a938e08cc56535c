CREATE TABLE carts (
    id         TEXT        NOT NULL CONSTRAINT carts_pkey PRIMARY KEY,
    buyer_id   TEXT        NOT NULL REFERENCES accounts (id),
    currency   TEXT        NOT NULL,
    status     TEXT        NOT NULL CONSTRAINT carts_status_check CHECK (status IN ('OPEN', 'COMPLETED')),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX carts_buyer_id_idx ON carts (buyer_id, id);

CREATE TABLE cart_lines (
    id         TEXT        NOT NULL CONSTRAINT cart_lines_pkey PRIMARY KEY,
    cart_id    TEXT        NOT NULL REFERENCES carts (id),
    offer_id   TEXT        NOT NULL REFERENCES offers (id),
    quantity   BIGINT      NOT NULL CONSTRAINT cart_lines_quantity_check CHECK (quantity BETWEEN 1 AND 999),
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT cart_lines_cart_id_offer_id_key UNIQUE (cart_id, offer_id)
);
