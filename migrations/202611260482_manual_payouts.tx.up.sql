-- Money that the platform has paid a seller from its own bank account, outside the provider.
CREATE TABLE manual_payouts (
    id           TEXT        NOT NULL CONSTRAINT manual_payouts_pkey PRIMARY KEY,
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT manual_payouts_amount_check CHECK (amount_minor > 0),
    reference    TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX manual_payouts_seller_id_idx ON manual_payouts (seller_id, id);

-- What of a release was paid so.
ALTER TABLE releases ADD COLUMN outside_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT releases_outside_check CHECK (outside_minor >= 0);
