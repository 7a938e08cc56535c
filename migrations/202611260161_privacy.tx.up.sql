-- Whose data was erased, and which orders only finance and auditors see since.
ALTER TABLE accounts ADD COLUMN erased_at TIMESTAMPTZ;
ALTER TABLE orders ADD COLUMN restricted_at TIMESTAMPTZ;
CREATE INDEX orders_restricted_at_idx ON orders (placed_at) WHERE restricted_at IS NOT NULL;

-- Requests of people to be forgotten.
CREATE TABLE erasures (
    id           TEXT        NOT NULL CONSTRAINT erasures_pkey PRIMARY KEY,
    account_id   TEXT        NOT NULL REFERENCES accounts (id),
    requested_by TEXT        NOT NULL,
    reason       TEXT        NOT NULL,
    status       TEXT        NOT NULL,
    hindrances   JSONB       NOT NULL,
    mail_hash    TEXT        NOT NULL,
    requested_at TIMESTAMPTZ NOT NULL,
    due_at       TIMESTAMPTZ NOT NULL,
    checked_at   TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    CONSTRAINT erasures_status_check CHECK (status IN ('REQUESTED', 'POSTPONED', 'RUNNING', 'DONE', 'WITHDRAWN')),
    CONSTRAINT erasures_ended_check CHECK ((status IN ('DONE', 'WITHDRAWN')) = (ended_at IS NOT NULL))
);
CREATE INDEX erasures_account_id_idx ON erasures (account_id, id);
CREATE INDEX erasures_due_at_idx ON erasures (due_at) WHERE status IN ('REQUESTED', 'POSTPONED', 'RUNNING');
CREATE UNIQUE INDEX erasures_account_id_key ON erasures (account_id) WHERE status IN ('REQUESTED', 'POSTPONED', 'RUNNING');

-- Keyed hashes of the addresses of people who were erased: they are written to no more.
CREATE TABLE mail_refusals (
    mail_hash  TEXT        NOT NULL CONSTRAINT mail_refusals_pkey PRIMARY KEY,
    refused_at TIMESTAMPTZ NOT NULL
);
