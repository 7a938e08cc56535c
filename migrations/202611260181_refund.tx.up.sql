CREATE TABLE refunds (
    id              TEXT        NOT NULL CONSTRAINT refunds_pkey PRIMARY KEY,
    order_id        TEXT        NOT NULL REFERENCES orders (id),
    payment_id      TEXT        NOT NULL REFERENCES payments (id),
    seller_order_id TEXT        NOT NULL,
    buyer_id        TEXT        NOT NULL REFERENCES accounts (id),
    currency        TEXT        NOT NULL,
    amount_minor    BIGINT      NOT NULL CONSTRAINT refunds_amount_check CHECK (amount_minor > 0),
    method          TEXT        NOT NULL CONSTRAINT refunds_method_check CHECK (method IN ('CARD', 'STORE_CREDIT', 'BANK')),
    reason          TEXT        NOT NULL,
    note            TEXT        NOT NULL,
    status          TEXT        NOT NULL CONSTRAINT refunds_status_check CHECK (status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'PENDING', 'REQUIRES_ACTION', 'AWAITING_BANK', 'SUCCEEDED', 'FAILED', 'PAID_OTHERWISE', 'REFUSED', 'CANCELLED')),
    is_restocked    BOOLEAN     NOT NULL,
    provider_id     TEXT        CONSTRAINT refunds_provider_id_key UNIQUE,
    failure         TEXT        NOT NULL,
    reference       TEXT        NOT NULL,
    requested_by    TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    checked_at      TIMESTAMPTZ NOT NULL,
    collected_at    TIMESTAMPTZ,
    settled_at      TIMESTAMPTZ
);

CREATE INDEX refunds_order_id_idx ON refunds (order_id, id);

CREATE INDEX refunds_buyer_id_idx ON refunds (buyer_id, id);

CREATE INDEX refunds_checked_at_idx ON refunds (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'PENDING', 'REQUIRES_ACTION');

-- What refunds and lost disputes give back of each component of an order.
CREATE TABLE refund_parts (
    id                   TEXT    NOT NULL CONSTRAINT refund_parts_pkey PRIMARY KEY,
    cause_id             TEXT    NOT NULL,
    order_id             TEXT    NOT NULL REFERENCES orders (id),
    seller_order_id      TEXT    NOT NULL,
    seller_id            TEXT    NOT NULL,
    kind                 TEXT    NOT NULL CONSTRAINT refund_parts_kind_check CHECK (kind IN ('LINE', 'SHIPPING', 'SERVICE_FEE')),
    line_id              TEXT    NOT NULL,
    currency             TEXT    NOT NULL,
    quantity             BIGINT  NOT NULL CONSTRAINT refund_parts_quantity_check CHECK (quantity >= 0),
    is_void              BOOLEAN NOT NULL,
    seller_minor         BIGINT  NOT NULL,
    kept_minor           BIGINT  NOT NULL,
    commission_minor     BIGINT  NOT NULL,
    commission_vat_minor BIGINT  NOT NULL,
    tax_minor            BIGINT  NOT NULL,
    platform_minor       BIGINT  NOT NULL,
    promotion_minor      BIGINT  NOT NULL,
    taxes                JSONB   NOT NULL,
    CONSTRAINT refund_parts_cause_id_kind_line_id_key UNIQUE (cause_id, kind, line_id),
    CONSTRAINT refund_parts_shares_check CHECK (
        seller_minor >= 0 AND kept_minor >= 0 AND commission_minor >= 0 AND commission_vat_minor >= 0
        AND tax_minor >= 0 AND platform_minor >= 0 AND promotion_minor >= 0)
);

CREATE INDEX refund_parts_order_id_idx ON refund_parts (order_id);

CREATE INDEX refund_parts_seller_id_idx ON refund_parts (seller_id, cause_id);

-- What the platform owes buyers outside their cards. Rows are only added; the sum of a buyer's is their credit.
CREATE TABLE buyer_credits (
    id           TEXT        NOT NULL CONSTRAINT buyer_credits_pkey PRIMARY KEY,
    buyer_id     TEXT        NOT NULL REFERENCES accounts (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT buyer_credits_amount_check CHECK (amount_minor <> 0),
    refund_id    TEXT        REFERENCES refunds (id),
    reference    TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT buyer_credits_refund_id_key UNIQUE (refund_id)
);

CREATE INDEX buyer_credits_buyer_id_idx ON buyer_credits (buyer_id, currency);

-- What refunds and disputes have made of a payment.
ALTER TABLE payments ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT payments_refunded_check CHECK (refunded_minor BETWEEN 0 AND amount_minor);

ALTER TABLE payments ADD COLUMN open_disputes BIGINT NOT NULL DEFAULT 0 CONSTRAINT payments_open_disputes_check CHECK (open_disputes >= 0);
