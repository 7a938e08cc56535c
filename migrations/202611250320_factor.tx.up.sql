-- Second factors. An account says whether it has one, a session whether it
-- still waits for it and when it was shown last: each request reads both anyway.
ALTER TABLE accounts ADD COLUMN has_factor BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sessions ADD COLUMN factor_pending BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sessions ADD COLUMN factor_at TIMESTAMPTZ;

-- Authenticator apps: at most one in use and one that is being set up. The
-- secret is sealed by the key that secret_key_id names.
CREATE TABLE totp_factors (
    id            TEXT        NOT NULL CONSTRAINT totp_factors_pkey PRIMARY KEY,
    account_id    TEXT        NOT NULL REFERENCES accounts (id),
    state         TEXT        NOT NULL,
    secret        BYTEA       NOT NULL,
    secret_key_id BIGINT      NOT NULL,
    last_step     BIGINT      NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    confirmed_at  TIMESTAMPTZ,
    last_used_at  TIMESTAMPTZ,
    CONSTRAINT totp_factors_account_id_state_key UNIQUE (account_id, state),
    CONSTRAINT totp_factors_state_check CHECK (state IN ('PENDING', 'ACTIVE')),
    CONSTRAINT totp_factors_confirmed_check CHECK ((state = 'ACTIVE') = (confirmed_at IS NOT NULL))
);
CREATE INDEX totp_factors_secret_key_id_idx ON totp_factors (secret_key_id, id);

-- Recovery codes. Only the SHA-256 of a code is kept; its 120 random bits need
-- no slower hash.
CREATE TABLE recovery_codes (
    id         TEXT        NOT NULL CONSTRAINT recovery_codes_pkey PRIMARY KEY,
    account_id TEXT        NOT NULL REFERENCES accounts (id),
    code_hash  BYTEA       NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    CONSTRAINT recovery_codes_account_id_code_hash_key UNIQUE (account_id, code_hash)
);

-- How often a wrong code was shown, for the account and not for a session:
-- signing in again must not buy new attempts.
CREATE TABLE factor_guards (
    account_id TEXT        NOT NULL CONSTRAINT factor_guards_pkey PRIMARY KEY REFERENCES accounts (id),
    failures   BIGINT      NOT NULL,
    failed_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT factor_guards_failures_check CHECK (failures >= 0)
);
