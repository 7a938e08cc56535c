CREATE TABLE disputes (
    id                TEXT        NOT NULL CONSTRAINT disputes_pkey PRIMARY KEY,
    provider_id       TEXT        NOT NULL CONSTRAINT disputes_provider_id_key UNIQUE,
    order_id          TEXT        NOT NULL REFERENCES orders (id),
    currency          TEXT        NOT NULL,
    amount_minor      BIGINT      NOT NULL CONSTRAINT disputes_amount_check CHECK (amount_minor > 0),
    reason            TEXT        NOT NULL,
    status            TEXT        NOT NULL CONSTRAINT disputes_status_check CHECK (status IN ('INQUIRY', 'OPEN', 'WON', 'LOST', 'CLOSED')),
    outstanding_minor BIGINT      NOT NULL,
    shared_minor      BIGINT      NOT NULL,
    is_settled        BOOLEAN     NOT NULL,
    settlements       BIGINT      NOT NULL,
    due_by            TIMESTAMPTZ,
    created_at        TIMESTAMPTZ NOT NULL,
    checked_at        TIMESTAMPTZ NOT NULL,
    closed_at         TIMESTAMPTZ
);

CREATE INDEX disputes_order_id_idx ON disputes (order_id);

CREATE INDEX disputes_checked_at_idx ON disputes (checked_at);
