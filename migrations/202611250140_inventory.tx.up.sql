-- How many units of an offer there are, and how many of them orders hold.
CREATE TABLE stock_levels (
    offer_id   TEXT        NOT NULL CONSTRAINT stock_levels_pkey PRIMARY KEY REFERENCES offers (id),
    seller_id  TEXT        NOT NULL REFERENCES sellers (id),
    on_hand    BIGINT      NOT NULL,
    reserved   BIGINT      NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT stock_levels_reserved_check CHECK (reserved >= 0 AND reserved <= on_hand)
);

-- Why what is on hand changed. Rows are only added.
CREATE TABLE stock_movements (
    id            TEXT        NOT NULL CONSTRAINT stock_movements_pkey PRIMARY KEY,
    offer_id      TEXT        NOT NULL REFERENCES offers (id),
    seller_id     TEXT        NOT NULL REFERENCES sellers (id),
    delta         BIGINT      NOT NULL,
    on_hand_after BIGINT      NOT NULL,
    reason        TEXT        NOT NULL,
    reference     TEXT        NOT NULL,
    note          TEXT        NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT stock_movements_delta_check CHECK (delta <> 0)
);

CREATE INDEX stock_movements_offer_id_id_idx ON stock_movements (offer_id, id);

-- Units held for an order: sold when it is paid, given back when it is not.
CREATE TABLE stock_reservations (
    id         TEXT        NOT NULL CONSTRAINT stock_reservations_pkey PRIMARY KEY,
    offer_id   TEXT        NOT NULL REFERENCES offers (id),
    quantity   BIGINT      NOT NULL,
    reference  TEXT        NOT NULL,
    status     TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT stock_reservations_reference_offer_id_key UNIQUE (reference, offer_id),
    CONSTRAINT stock_reservations_quantity_check CHECK (quantity > 0),
    CONSTRAINT stock_reservations_status_check CHECK (status IN ('HELD', 'COMMITTED', 'RELEASED'))
);

CREATE INDEX stock_reservations_offer_id_idx ON stock_reservations (offer_id) WHERE status = 'HELD';
