-- People. A guest has neither address nor password; everybody else has both.
CREATE TABLE accounts (
    id            TEXT        NOT NULL CONSTRAINT accounts_pkey PRIMARY KEY,
    email         TEXT,
    email_folded  TEXT        CONSTRAINT accounts_email_folded_key UNIQUE,
    name          TEXT        NOT NULL,
    password      TEXT        NOT NULL,
    is_guest      BOOLEAN     NOT NULL,
    operator_role TEXT,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT accounts_guest_check CHECK (
        (is_guest AND email IS NULL AND email_folded IS NULL AND password = '' AND operator_role IS NULL)
        OR (NOT is_guest AND email IS NOT NULL AND email_folded IS NOT NULL AND password <> '')
    ),
    CONSTRAINT accounts_operator_role_check CHECK (
        operator_role IN ('ADMIN', 'FINANCE', 'SUPPORT', 'MODERATOR', 'AUDITOR')
    )
);

--bun:split

-- Sessions. Only the SHA-256 of a token is kept.
CREATE TABLE sessions (
    id           TEXT        NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
    account_id   TEXT        NOT NULL REFERENCES accounts (id),
    token_hash   BYTEA       NOT NULL CONSTRAINT sessions_token_hash_key UNIQUE,
    created_at   TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    revoked_at   TIMESTAMPTZ
);

--bun:split

CREATE INDEX sessions_account_id_idx ON sessions (account_id);

--bun:split

CREATE INDEX sessions_last_seen_at_idx ON sessions (last_seen_at);

--bun:split

-- How often somebody tried to sign in. The subject is a hash: neither the
-- address of a client nor an e-mail address that nobody has is kept.
CREATE TABLE sign_in_throttles (
    subject   TEXT        NOT NULL CONSTRAINT sign_in_throttles_pkey PRIMARY KEY,
    attempts  BIGINT      NOT NULL,
    last_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT sign_in_throttles_attempts_check CHECK (attempts >= 0)
);

--bun:split

CREATE INDEX sign_in_throttles_last_at_idx ON sign_in_throttles (last_at);
