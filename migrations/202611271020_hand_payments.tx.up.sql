-- What one person has recorded as paid to buyers outside the provider without a second person, so that what they pay within
-- an hour counts together. The id is that of the refund, or of the entry of credit.
CREATE TABLE hand_payments (
    id           TEXT        NOT NULL CONSTRAINT hand_payments_pkey PRIMARY KEY,
    paid_by      TEXT        NOT NULL REFERENCES accounts (id),
    buyer_id     TEXT        NOT NULL REFERENCES accounts (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT hand_payments_amount_check CHECK (amount_minor > 0),
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX hand_payments_paid_by_idx ON hand_payments (paid_by, created_at);

CREATE INDEX hand_payments_buyer_id_idx ON hand_payments (buyer_id);
