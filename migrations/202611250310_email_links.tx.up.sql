-- When the owner of an account's address has confirmed it; null: never.
-- Operators were made by somebody who runs the platform and knows their address.
ALTER TABLE accounts ADD COLUMN email_verified_at TIMESTAMPTZ;

UPDATE accounts SET email_verified_at = created_at WHERE operator_role IS NOT NULL;

-- What somebody must confirm by a link in a mail. Only the SHA-256 of the
-- link's token is kept, and none before the mail is written.
CREATE TABLE email_links (
    id           TEXT        NOT NULL CONSTRAINT email_links_pkey PRIMARY KEY,
    purpose      TEXT        NOT NULL,
    account_id   TEXT        REFERENCES accounts (id),
    email        TEXT        NOT NULL,
    email_folded TEXT        NOT NULL,
    name         TEXT        NOT NULL,
    password     TEXT        NOT NULL,
    pair_id      TEXT,
    token_hash   BYTEA       CONSTRAINT email_links_token_hash_key UNIQUE,
    created_at   TIMESTAMPTZ NOT NULL,
    issued_at    TIMESTAMPTZ,
    expires_at   TIMESTAMPTZ NOT NULL,
    confirmed_at TIMESTAMPTZ,
    ended_at     TIMESTAMPTZ,
    CONSTRAINT email_links_purpose_check CHECK (
        purpose IN ('REGISTER', 'VERIFY', 'RESET', 'CHANGE_OLD', 'CHANGE_NEW')
    ),
    CONSTRAINT email_links_confirmed_check CHECK (confirmed_at IS NULL OR ended_at IS NOT NULL),
    CONSTRAINT email_links_password_check CHECK (purpose = 'REGISTER' OR password = '')
);

CREATE INDEX email_links_email_folded_idx ON email_links (email_folded, purpose);

CREATE INDEX email_links_account_id_idx ON email_links (account_id);

CREATE INDEX email_links_expires_at_idx ON email_links (expires_at);
