-- What was taken back of transfers at the provider and not by Étal, such as in Stripe's Dashboard. Each is booked once.
CREATE TABLE outside_reversals (
    id           TEXT        NOT NULL CONSTRAINT outside_reversals_pkey PRIMARY KEY,
    transfer_id  TEXT        NOT NULL REFERENCES transfers (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT outside_reversals_amount_check CHECK (amount_minor > 0),
    provider_id  TEXT        NOT NULL CONSTRAINT outside_reversals_provider_id_key UNIQUE,
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX outside_reversals_transfer_id_idx ON outside_reversals (transfer_id);
