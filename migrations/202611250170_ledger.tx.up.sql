-- Entries come first and their journal closes them: its trigger (in the file of
-- each database) checks that they sum to zero. So the reference is checked at
-- the end of the transaction only.
CREATE TABLE ledger_journals (
    id                   TEXT        NOT NULL CONSTRAINT ledger_journals_pkey PRIMARY KEY,
    kind                 TEXT        NOT NULL,
    source               TEXT        NOT NULL CONSTRAINT ledger_journals_source_key UNIQUE,
    order_id             TEXT        NOT NULL,
    provider_account     TEXT        NOT NULL,
    provider_transaction TEXT        NOT NULL,
    posted_at            TIMESTAMPTZ NOT NULL
);

-- One journal per movement at the provider.
CREATE UNIQUE INDEX ledger_journals_provider_account_provider_transaction_key
    ON ledger_journals (provider_account, provider_transaction) WHERE provider_transaction <> '';

CREATE INDEX ledger_journals_order_id_idx ON ledger_journals (order_id);

CREATE TABLE ledger_entries (
    id           TEXT        NOT NULL CONSTRAINT ledger_entries_pkey PRIMARY KEY,
    journal_id   TEXT        NOT NULL REFERENCES ledger_journals (id) DEFERRABLE INITIALLY DEFERRED,
    account      TEXT        NOT NULL,
    seller_id    TEXT        NOT NULL,
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT ledger_entries_amount_check CHECK (amount_minor <> 0),
    posted_at    TIMESTAMPTZ NOT NULL
);

CREATE INDEX ledger_entries_journal_id_idx ON ledger_entries (journal_id);

CREATE INDEX ledger_entries_seller_id_idx ON ledger_entries (seller_id, currency, account, amount_minor);

CREATE INDEX ledger_entries_account_idx ON ledger_entries (account, currency, id);

-- Moves between two accounts that become facts at a known instant.
CREATE TABLE ledger_maturities (
    source       TEXT        NOT NULL CONSTRAINT ledger_maturities_pkey PRIMARY KEY,
    at           TIMESTAMPTZ NOT NULL,
    order_id     TEXT        NOT NULL,
    from_account TEXT        NOT NULL,
    to_account   TEXT        NOT NULL,
    seller_id    TEXT        NOT NULL,
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT ledger_maturities_amount_check CHECK (amount_minor > 0),
    settled_at   TIMESTAMPTZ
);

CREATE INDEX ledger_maturities_at_idx ON ledger_maturities (at) WHERE settled_at IS NULL;
