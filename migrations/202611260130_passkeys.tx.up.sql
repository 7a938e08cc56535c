-- Passkeys. The handle is what authenticators know an account by: random, and
-- no word about who it is.
CREATE TABLE passkey_handles (
    account_id TEXT  NOT NULL CONSTRAINT passkey_handles_pkey PRIMARY KEY REFERENCES accounts (id),
    handle     BYTEA NOT NULL,
    CONSTRAINT passkey_handles_handle_key UNIQUE (handle)
);

-- A public key is no secret, so nothing here is sealed.
CREATE TABLE passkeys (
    id            TEXT        NOT NULL CONSTRAINT passkeys_pkey PRIMARY KEY,
    account_id    TEXT        NOT NULL REFERENCES accounts (id),
    credential_id BYTEA       NOT NULL,
    public_key    BYTEA       NOT NULL,
    name          TEXT        NOT NULL,
    sign_count    BIGINT      NOT NULL,
    is_synced     BOOLEAN     NOT NULL,
    transports    TEXT        NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    last_used_at  TIMESTAMPTZ,
    flagged_at    TIMESTAMPTZ,
    CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id),
    CONSTRAINT passkeys_sign_count_check CHECK (sign_count >= 0)
);
CREATE INDEX passkeys_account_id_idx ON passkeys (account_id, id);

-- What was begun and not shown yet: one challenge for one purpose of one
-- session. session_id is empty for a stranger who signs in.
CREATE TABLE passkey_ceremonies (
    token_hash BYTEA       NOT NULL CONSTRAINT passkey_ceremonies_pkey PRIMARY KEY,
    purpose    TEXT        NOT NULL,
    session_id TEXT        NOT NULL,
    challenge  BYTEA       NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT passkey_ceremonies_purpose_check CHECK (purpose IN ('ENROL', 'PROVE', 'SIGN_IN')),
    CONSTRAINT passkey_ceremonies_session_check CHECK (purpose = 'SIGN_IN' OR session_id <> '')
);
CREATE INDEX passkey_ceremonies_created_at_idx ON passkey_ceremonies (created_at);
