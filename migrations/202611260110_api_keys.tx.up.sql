-- Keys by which programs act for a seller, or, where seller_id is null, for the
-- platform. Scopes and networks are words parted by spaces.
CREATE TABLE api_keys (
    id              TEXT        NOT NULL CONSTRAINT api_keys_pkey PRIMARY KEY,
    seller_id       TEXT        REFERENCES sellers (id),
    made_by         TEXT        NOT NULL REFERENCES accounts (id),
    name            TEXT        NOT NULL,
    mode            TEXT        NOT NULL,
    scope_text      TEXT        NOT NULL,
    address_text    TEXT        NOT NULL,
    warned          BIGINT      NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    expires_at      TIMESTAMPTZ NOT NULL,
    revoked_at      TIMESTAMPTZ,
    revoked_by      TEXT        REFERENCES accounts (id),
    last_used_at    TIMESTAMPTZ,
    last_used_place TEXT        NOT NULL,
    CONSTRAINT api_keys_mode_check CHECK (mode IN ('LIVE', 'TEST')),
    CONSTRAINT api_keys_scope_text_check CHECK (scope_text <> ''),
    CONSTRAINT api_keys_revoked_check CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL)
);
CREATE INDEX api_keys_seller_id_id_idx ON api_keys (seller_id, id);
CREATE INDEX api_keys_expires_at_idx ON api_keys (expires_at) WHERE revoked_at IS NULL;

-- What shows a key. Only the SHA-256 of a token is kept; its 190 random bits need
-- no slower hash. While a key is rotated, two of its secrets work.
CREATE TABLE api_key_secrets (
    id              TEXT        NOT NULL CONSTRAINT api_key_secrets_pkey PRIMARY KEY,
    key_id          TEXT        NOT NULL REFERENCES api_keys (id),
    made_by         TEXT        NOT NULL REFERENCES accounts (id),
    token_hash      BYTEA       NOT NULL CONSTRAINT api_key_secrets_token_hash_key UNIQUE,
    last_four       TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    ends_at         TIMESTAMPTZ NOT NULL,
    last_used_at    TIMESTAMPTZ,
    last_used_place TEXT        NOT NULL
);
CREATE INDEX api_key_secrets_key_id_idx ON api_key_secrets (key_id, ends_at);

-- Held by whoever makes a key of an owner, so that the limit holds.
CREATE TABLE api_key_owners (
    owner TEXT NOT NULL CONSTRAINT api_key_owners_pkey PRIMARY KEY
);
