-- What the issuers of cards have warned of, before a dispute. Whether it was disputed or given back since is read from
-- the disputes and the payment of the order.
CREATE TABLE fraud_warnings (
    id            TEXT        NOT NULL CONSTRAINT fraud_warnings_pkey PRIMARY KEY,
    provider_id   TEXT        NOT NULL CONSTRAINT fraud_warnings_provider_id_key UNIQUE,
    order_id      TEXT        NOT NULL REFERENCES orders (id),
    fraud_type    TEXT        NOT NULL,
    is_actionable BOOLEAN     NOT NULL,
    warned_at     TIMESTAMPTZ NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    checked_at    TIMESTAMPTZ NOT NULL,
    note          TEXT        NOT NULL,
    set_aside_by  TEXT        NOT NULL,
    set_aside_at  TIMESTAMPTZ
);

CREATE INDEX fraud_warnings_order_id_idx ON fraud_warnings (order_id);

-- Nothing of an order is released while a warning about it waits for somebody to decide.
ALTER TABLE releases ADD COLUMN is_warned BOOLEAN NOT NULL DEFAULT FALSE;
