CREATE TABLE payments (
    id             TEXT        NOT NULL CONSTRAINT payments_pkey PRIMARY KEY,
    order_id       TEXT        NOT NULL CONSTRAINT payments_order_id_key UNIQUE REFERENCES orders (id),
    buyer_id       TEXT        NOT NULL REFERENCES accounts (id),
    currency       TEXT        NOT NULL,
    amount_minor   BIGINT      NOT NULL CONSTRAINT payments_amount_check CHECK (amount_minor > 0),
    status         TEXT        NOT NULL CONSTRAINT payments_status_check CHECK (status IN ('CREATING', 'AWAITING_BUYER', 'CAPTURED', 'CANCELLED')),
    intent_id      TEXT        CONSTRAINT payments_intent_id_key UNIQUE,
    client_secret  TEXT        NOT NULL,
    charge_id      TEXT        NOT NULL,
    transaction_id TEXT        NOT NULL,
    fee_minor      BIGINT      NOT NULL,
    decline        TEXT        NOT NULL,
    refusal        TEXT        NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    checked_at     TIMESTAMPTZ NOT NULL,
    captured_at    TIMESTAMPTZ,
    cancelled_at   TIMESTAMPTZ
);

CREATE INDEX payments_checked_at_idx ON payments (checked_at) WHERE status IN ('CREATING', 'AWAITING_BUYER');

CREATE TABLE payment_allocations (
    id               TEXT   NOT NULL CONSTRAINT payment_allocations_pkey PRIMARY KEY,
    payment_id       TEXT   NOT NULL REFERENCES payments (id),
    seller_order_id  TEXT   NOT NULL CONSTRAINT payment_allocations_seller_order_id_key UNIQUE REFERENCES seller_orders (id),
    seller_id        TEXT   NOT NULL REFERENCES sellers (id),
    amount_minor     BIGINT NOT NULL CONSTRAINT payment_allocations_amount_check CHECK (amount_minor >= 0),
    commission_minor BIGINT NOT NULL CONSTRAINT payment_allocations_commission_check CHECK (commission_minor BETWEEN 0 AND amount_minor)
);

CREATE INDEX payment_allocations_payment_id_idx ON payment_allocations (payment_id);
