-- Movements at the provider that nobody knew what they were, and what of them is
-- still in the account of suspense.
CREATE TABLE ledger_suspense (
    provider_account     TEXT        NOT NULL,
    provider_transaction TEXT        NOT NULL,
    seller_id            TEXT        NOT NULL,
    currency             TEXT        NOT NULL,
    amount_minor         BIGINT      NOT NULL CONSTRAINT ledger_suspense_amount_check CHECK (amount_minor <> 0),
    open_minor           BIGINT      NOT NULL,
    answer               TEXT        NOT NULL,
    booking              TEXT        NOT NULL,
    bookings             BIGINT      NOT NULL,
    suspended_at         TIMESTAMPTZ NOT NULL,
    answered_at          TIMESTAMPTZ,
    CONSTRAINT ledger_suspense_pkey PRIMARY KEY (provider_account, provider_transaction)
);

-- What ledger and provider disagree about.
CREATE TABLE reconciliation_differences (
    id                TEXT        NOT NULL CONSTRAINT reconciliation_differences_pkey PRIMARY KEY,
    place             TEXT        NOT NULL CONSTRAINT reconciliation_differences_place_key UNIQUE,
    kind              TEXT        NOT NULL CONSTRAINT reconciliation_differences_kind_check CHECK (kind IN ('NOT_BOOKED', 'NOT_MOVED', 'AMOUNT_DIFFERS', 'BALANCE_DIFFERS')),
    status            TEXT        NOT NULL CONSTRAINT reconciliation_differences_status_check CHECK (status IN ('OPEN', 'SUSPENDED', 'ACCEPTED', 'RESOLVED', 'CLEARED')),
    provider_account  TEXT        NOT NULL,
    seller_id         TEXT        NOT NULL,
    transaction_id    TEXT        NOT NULL,
    transaction_type  TEXT        NOT NULL,
    journal_source    TEXT        NOT NULL,
    currency          TEXT        NOT NULL,
    provider_minor    BIGINT      NOT NULL,
    ledger_minor      BIGINT      NOT NULL,
    size_minor        BIGINT      NOT NULL,
    resolution        TEXT        NOT NULL CONSTRAINT reconciliation_differences_resolution_check CHECK (resolution IN ('', 'BOOKED', 'LINKED', 'TIMING', 'ANSWERED', 'GONE')),
    booked_to         TEXT        NOT NULL,
    linked_id         TEXT        NOT NULL,
    reason            TEXT        NOT NULL,
    resolved_by       TEXT        NOT NULL,
    first_seen_at     TIMESTAMPTZ NOT NULL,
    last_seen_at      TIMESTAMPTZ NOT NULL,
    suspended_at      TIMESTAMPTZ,
    resolved_at       TIMESTAMPTZ
);

CREATE INDEX reconciliation_differences_account_idx ON reconciliation_differences (provider_account, status);

CREATE INDEX reconciliation_differences_status_idx ON reconciliation_differences (status, first_seen_at, id);

CREATE INDEX reconciliation_differences_size_idx ON reconciliation_differences (size_minor, id);

-- When each balance at the provider was compared last.
CREATE TABLE reconciliation_accounts (
    provider_account TEXT        NOT NULL CONSTRAINT reconciliation_accounts_pkey PRIMARY KEY,
    seller_id        TEXT        NOT NULL,
    transactions     BIGINT      NOT NULL,
    matched          BIGINT      NOT NULL,
    open             BIGINT      NOT NULL,
    compared_at      TIMESTAMPTZ NOT NULL
);
