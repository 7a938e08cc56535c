-- Money of a seller, or of one seller order, that operators keep from leaving, and when
-- they let it go.
CREATE TABLE payout_holds (
    id              TEXT        NOT NULL CONSTRAINT payout_holds_pkey PRIMARY KEY,
    seller_id       TEXT        NOT NULL REFERENCES sellers (id),
    seller_order_id TEXT        REFERENCES seller_orders (id),
    reason          TEXT        NOT NULL,
    until_at        TIMESTAMPTZ,
    placed_by       TEXT        NOT NULL REFERENCES accounts (id),
    placed_at       TIMESTAMPTZ NOT NULL
);

CREATE INDEX payout_holds_seller_id_idx ON payout_holds (seller_id);
CREATE INDEX payout_holds_seller_order_id_idx ON payout_holds (seller_order_id) WHERE seller_order_id IS NOT NULL;
CREATE INDEX payout_holds_placed_by_idx ON payout_holds (placed_by);

CREATE TABLE payout_hold_lifts (
    hold_id   TEXT        NOT NULL CONSTRAINT payout_hold_lifts_pkey PRIMARY KEY REFERENCES payout_holds (id),
    reason    TEXT        NOT NULL,
    lifted_by TEXT        NOT NULL REFERENCES accounts (id),
    lifted_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX payout_hold_lifts_lifted_by_idx ON payout_hold_lifts (lifted_by);
