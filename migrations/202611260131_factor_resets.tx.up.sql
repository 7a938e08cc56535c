-- A link that thaws a frozen app, by its hash.
ALTER TABLE factor_guards ADD COLUMN thaw_hash BYTEA;
ALTER TABLE factor_guards ADD COLUMN thaw_until TIMESTAMPTZ;

-- Factors of somebody that operators take away, a day after two of them have
-- said so, or as soon as the person confirms it.
CREATE TABLE factor_resets (
    id          TEXT        NOT NULL CONSTRAINT factor_resets_pkey PRIMARY KEY,
    account_id  TEXT        NOT NULL REFERENCES accounts (id),
    proposal_id TEXT        NOT NULL CONSTRAINT factor_resets_proposal_id_key UNIQUE,
    evidence    TEXT        NOT NULL,
    state       TEXT        NOT NULL CONSTRAINT factor_resets_state_check CHECK (state IN ('SCHEDULED', 'DONE', 'OBJECTED', 'CANCELLED')),
    open_key    TEXT        CONSTRAINT factor_resets_open_key_key UNIQUE,
    token_hash  BYTEA       CONSTRAINT factor_resets_token_hash_key UNIQUE,
    created_at  TIMESTAMPTZ NOT NULL,
    due_at      TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ,
    CONSTRAINT factor_resets_open_check CHECK ((state = 'SCHEDULED') = (open_key IS NOT NULL)),
    CONSTRAINT factor_resets_ended_check CHECK ((state = 'SCHEDULED') = (ended_at IS NULL))
);
CREATE INDEX factor_resets_due_at_idx ON factor_resets (due_at) WHERE state = 'SCHEDULED';

-- Nothing is paid out to a seller before this, since a member's factors were
-- taken away.
ALTER TABLE payout_accounts ADD COLUMN held_until TIMESTAMPTZ;
