-- What is taken back of a release, before and after its transfer. It is below zero when a seller has paid what was not
-- owed from another release, and got it back by this one.
ALTER TABLE releases ADD COLUMN taken_minor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE releases ADD COLUMN commission_taken_minor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE transfers ADD COLUMN reversed_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT transfers_reversed_check CHECK (reversed_minor BETWEEN 0 AND amount_minor);

-- What a seller has to give back for one seller order, and how it was got.
CREATE TABLE recoveries (
    id                TEXT        NOT NULL CONSTRAINT recoveries_pkey PRIMARY KEY,
    cause             TEXT        NOT NULL CONSTRAINT recoveries_cause_check CHECK (cause IN ('REFUND', 'DISPUTE')),
    cause_id          TEXT        NOT NULL,
    order_id          TEXT        NOT NULL REFERENCES orders (id),
    seller_order_id   TEXT        NOT NULL REFERENCES seller_orders (id),
    seller_id         TEXT        NOT NULL REFERENCES sellers (id),
    currency          TEXT        NOT NULL,
    status            TEXT        NOT NULL CONSTRAINT recoveries_status_check CHECK (status IN ('WAITING', 'FROZEN', 'DUE', 'SETTLED')),
    amount_minor      BIGINT      NOT NULL,
    taken_minor       BIGINT      NOT NULL,
    reversed_minor    BIGINT      NOT NULL,
    netted_minor      BIGINT      NOT NULL,
    debited_minor     BIGINT      NOT NULL,
    written_off_minor BIGINT      NOT NULL,
    block             TEXT        NOT NULL,
    next_attempt_at   TIMESTAMPTZ,
    created_at        TIMESTAMPTZ NOT NULL,
    settled_at        TIMESTAMPTZ,
    CONSTRAINT recoveries_cause_id_seller_order_id_cause_key UNIQUE (cause_id, seller_order_id, cause),
    CONSTRAINT recoveries_amount_check CHECK (
        taken_minor >= 0 AND reversed_minor >= 0 AND netted_minor >= 0 AND debited_minor >= 0 AND written_off_minor >= 0
        AND taken_minor + reversed_minor + netted_minor + debited_minor + written_off_minor <= amount_minor)
);

CREATE INDEX recoveries_seller_id_idx ON recoveries (seller_id, id);

CREATE INDEX recoveries_next_attempt_at_idx ON recoveries (next_attempt_at) WHERE status IN ('FROZEN', 'DUE');

CREATE TABLE reversals (
    id           TEXT        NOT NULL CONSTRAINT reversals_pkey PRIMARY KEY,
    kind         TEXT        NOT NULL CONSTRAINT reversals_kind_check CHECK (kind IN ('REVERSAL', 'DEBIT')),
    recovery_id  TEXT        NOT NULL REFERENCES recoveries (id),
    transfer_id  TEXT        REFERENCES transfers (id),
    order_id     TEXT        NOT NULL REFERENCES orders (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT reversals_amount_check CHECK (amount_minor > 0),
    status       TEXT        NOT NULL CONSTRAINT reversals_status_check CHECK (status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    provider_id  TEXT        CONSTRAINT reversals_provider_id_key UNIQUE,
    error        TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    checked_at   TIMESTAMPTZ NOT NULL,
    settled_at   TIMESTAMPTZ,
    CONSTRAINT reversals_transfer_check CHECK ((kind = 'REVERSAL') = (transfer_id IS NOT NULL))
);

CREATE INDEX reversals_recovery_id_idx ON reversals (recovery_id);

CREATE INDEX reversals_transfer_id_idx ON reversals (transfer_id);

CREATE INDEX reversals_checked_at_idx ON reversals (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN');
