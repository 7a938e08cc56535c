-- Roles that sellers make themselves: a set of permissions by name, with what
-- limits them. A role that was deleted stays, for the log names it.
CREATE TABLE seller_roles (
    id              TEXT        NOT NULL CONSTRAINT seller_roles_pkey PRIMARY KEY,
    seller_id       TEXT        NOT NULL REFERENCES sellers (id),
    name            TEXT        NOT NULL,
    name_folded     TEXT        NOT NULL,
    description     TEXT        NOT NULL,
    permissions     JSONB       NOT NULL,
    refund_minor    BIGINT,
    refund_currency TEXT,
    version         BIGINT      NOT NULL,
    created_by      TEXT        NOT NULL REFERENCES accounts (id),
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL,
    deleted_at      TIMESTAMPTZ,
    CONSTRAINT seller_roles_refund_check CHECK (
        (refund_minor IS NULL) = (refund_currency IS NULL) AND (refund_minor IS NULL OR refund_minor > 0)
    ),
    CONSTRAINT seller_roles_version_check CHECK (version > 0)
);

CREATE UNIQUE INDEX seller_roles_seller_id_name_folded_key ON seller_roles (seller_id, name_folded) WHERE deleted_at IS NULL;

CREATE INDEX seller_roles_seller_id_idx ON seller_roles (seller_id, id);

-- A member has a role of the platform, or one of the seller's own. Who has not
-- signed in for long is disabled.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE seller_members_aside AS SELECT * FROM seller_members;

DROP TABLE seller_members;

CREATE TABLE seller_members (
    id          TEXT        NOT NULL CONSTRAINT seller_members_pkey PRIMARY KEY,
    seller_id   TEXT        NOT NULL REFERENCES sellers (id),
    account_id  TEXT        NOT NULL REFERENCES accounts (id),
    role        TEXT        NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    role_id     TEXT        REFERENCES seller_roles (id),
    enabled_at  TIMESTAMPTZ,
    disabled_at TIMESTAMPTZ,
    CONSTRAINT seller_members_seller_id_account_id_key UNIQUE (seller_id, account_id),
    CONSTRAINT seller_members_role_check CHECK (
        role IN ('OWNER', 'MANAGER', 'CATALOG', 'FULFILMENT', 'FINANCE', 'SUPPORT', 'READONLY', 'CUSTOM')
    ),
    CONSTRAINT seller_members_role_id_check CHECK ((role = 'CUSTOM') = (role_id IS NOT NULL))
);

INSERT INTO seller_members (id, seller_id, account_id, role, created_at)
SELECT id, seller_id, account_id, role, created_at FROM seller_members_aside;

DROP TABLE seller_members_aside;

CREATE INDEX seller_members_account_id_idx ON seller_members (account_id);

CREATE INDEX seller_members_seller_id_idx ON seller_members (seller_id, id);

CREATE INDEX seller_members_role_id_idx ON seller_members (role_id);
