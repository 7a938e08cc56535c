-- How far the comparison of each balance at the provider has come, so that one that
-- ended goes on where it was.
CREATE TABLE reconciliation_rounds (
    provider_account TEXT        NOT NULL CONSTRAINT reconciliation_rounds_pkey PRIMARY KEY,
    round            BIGINT      NOT NULL,
    step             TEXT        NOT NULL CONSTRAINT reconciliation_rounds_step_check CHECK (step IN ('WALK', 'EXAMINE', 'FINISHED')),
    is_full          BOOLEAN     NOT NULL,
    until            TIMESTAMPTZ NOT NULL,
    first_day        TEXT        NOT NULL,
    span_day         TEXT        NOT NULL,
    cursor           TEXT        NOT NULL,
    proved_until     TIMESTAMPTZ,
    full_at          TIMESTAMPTZ
);

-- The movements of days that are not closed, or were closed a moment ago.
CREATE TABLE reconciliation_movements (
    provider_account TEXT        NOT NULL,
    transaction_id   TEXT        NOT NULL,
    day              TEXT        NOT NULL,
    round            BIGINT      NOT NULL,
    type             TEXT        NOT NULL,
    source           TEXT        NOT NULL,
    currency         TEXT        NOT NULL,
    amount_minor     BIGINT      NOT NULL,
    fee_minor        BIGINT      NOT NULL,
    net_minor        BIGINT      NOT NULL,
    is_available     BOOLEAN     NOT NULL,
    available_on     TIMESTAMPTZ NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    CONSTRAINT reconciliation_movements_pkey PRIMARY KEY (provider_account, transaction_id)
);

CREATE INDEX reconciliation_movements_day_idx ON reconciliation_movements (provider_account, day, transaction_id);

-- What the provider has moved on each day, and what the ledger answers to it.
CREATE TABLE reconciliation_days (
    provider_account TEXT        NOT NULL,
    day              TEXT        NOT NULL,
    currency         TEXT        NOT NULL,
    round            BIGINT      NOT NULL,
    transactions     BIGINT      NOT NULL,
    matched          BIGINT      NOT NULL,
    provider_minor   BIGINT      NOT NULL,
    ledger_minor     BIGINT      NOT NULL,
    closed_at        TIMESTAMPTZ,
    CONSTRAINT reconciliation_days_pkey PRIMARY KEY (provider_account, day, currency)
);

ALTER TABLE reconciliation_differences ADD COLUMN day TEXT NOT NULL DEFAULT '';

CREATE INDEX reconciliation_differences_day_idx ON reconciliation_differences (provider_account, day);

-- The journals that answer to movements of a balance, by age.
CREATE INDEX ledger_journals_answers_idx ON ledger_journals (provider_account, posted_at, id) WHERE provider_transaction <> '';
