-- Who is asked by mail to run the platform. A row is made when somebody proposes
-- it, and is open once a second person has approved it. Of the token in the mail
-- only the SHA-256 is kept.
CREATE TABLE operator_invitations (
    id           TEXT        NOT NULL CONSTRAINT operator_invitations_pkey PRIMARY KEY,
    email        TEXT        NOT NULL,
    email_folded TEXT        NOT NULL,
    role         TEXT        NOT NULL,
    invited_by   TEXT        NOT NULL REFERENCES accounts (id),
    token_hash   BYTEA CONSTRAINT operator_invitations_token_hash_key UNIQUE,
    letters      BIGINT      NOT NULL,
    open_key     TEXT CONSTRAINT operator_invitations_open_key_key UNIQUE,
    created_at   TIMESTAMPTZ NOT NULL,
    approved_at  TIMESTAMPTZ,
    expires_at   TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    outcome      TEXT,
    accepted_by  TEXT REFERENCES accounts (id),
    CONSTRAINT operator_invitations_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT operator_invitations_open_check CHECK ((ended_at IS NULL) = (open_key IS NOT NULL)),
    CONSTRAINT operator_invitations_outcome_check
        CHECK (outcome IN ('ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED', 'LAPSED', 'REFUSED'))
);

CREATE INDEX operator_invitations_invited_by_idx ON operator_invitations (invited_by);
