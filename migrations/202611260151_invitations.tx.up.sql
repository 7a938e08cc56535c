-- Invitations to act for a seller. Only the SHA-256 of the mailed token is
-- kept, and none before the mail is written.
CREATE TABLE seller_invitations (
    id           TEXT        NOT NULL CONSTRAINT seller_invitations_pkey PRIMARY KEY,
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    email        TEXT        NOT NULL,
    email_folded TEXT        NOT NULL,
    role         TEXT        NOT NULL,
    role_id      TEXT        REFERENCES seller_roles (id),
    invited_by   TEXT        NOT NULL REFERENCES accounts (id),
    token_hash   BYTEA       CONSTRAINT seller_invitations_token_hash_key UNIQUE,
    letters      BIGINT      NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    outcome      TEXT,
    accepted_by  TEXT        REFERENCES accounts (id),
    CONSTRAINT seller_invitations_role_check CHECK (
        role IN ('OWNER', 'MANAGER', 'CATALOG', 'FULFILMENT', 'FINANCE', 'SUPPORT', 'READONLY', 'CUSTOM')
    ),
    CONSTRAINT seller_invitations_role_id_check CHECK ((role = 'CUSTOM') = (role_id IS NOT NULL)),
    CONSTRAINT seller_invitations_outcome_check CHECK (
        outcome IN ('ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED', 'LAPSED')
    ),
    CONSTRAINT seller_invitations_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT seller_invitations_accepted_check CHECK ((accepted_by IS NULL) = (outcome IS NULL OR outcome <> 'ACCEPTED'))
);

-- One open invitation for an address.
CREATE UNIQUE INDEX seller_invitations_seller_id_email_folded_key ON seller_invitations (seller_id, email_folded) WHERE ended_at IS NULL;

CREATE INDEX seller_invitations_seller_id_idx ON seller_invitations (seller_id, id);

CREATE INDEX seller_invitations_invited_by_idx ON seller_invitations (invited_by);
