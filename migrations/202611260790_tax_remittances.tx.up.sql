-- What was remitted to tax authorities. Nothing is deleted: what was wrong is reversed.
CREATE TABLE tax_remittances (
    id              TEXT        NOT NULL CONSTRAINT tax_remittances_pkey PRIMARY KEY,
    jurisdiction    TEXT        NOT NULL,
    currency        TEXT        NOT NULL,
    amount_minor    BIGINT      NOT NULL CONSTRAINT tax_remittances_amount_check CHECK (amount_minor > 0),
    period_from     TIMESTAMPTZ NOT NULL,
    period_until    TIMESTAMPTZ NOT NULL,
    reference       TEXT        NOT NULL,
    reason          TEXT        NOT NULL,
    recorded_by     TEXT        NOT NULL REFERENCES accounts (id),
    recorded_at     TIMESTAMPTZ NOT NULL,
    reversed_at     TIMESTAMPTZ,
    reversed_by     TEXT        REFERENCES accounts (id),
    reversal_reason TEXT        NOT NULL,
    CONSTRAINT tax_remittances_period_check CHECK (period_until >= period_from),
    CONSTRAINT tax_remittances_reversed_check CHECK (reversed_at IS NOT NULL OR reversed_by IS NULL AND reversal_reason = '')
);

CREATE INDEX tax_remittances_period_until_idx ON tax_remittances (period_until);

CREATE INDEX tax_remittances_recorded_by_idx ON tax_remittances (recorded_by);

CREATE INDEX tax_remittances_reversed_by_idx ON tax_remittances (reversed_by);
