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
ALTER TABLE seller_members ADD COLUMN role_id TEXT REFERENCES seller_roles (id);

ALTER TABLE seller_members ADD COLUMN enabled_at TIMESTAMPTZ;

ALTER TABLE seller_members ADD COLUMN disabled_at TIMESTAMPTZ;

ALTER TABLE seller_members DROP CONSTRAINT seller_members_role_check;

ALTER TABLE seller_members ADD CONSTRAINT seller_members_role_check CHECK (
    role IN ('OWNER', 'MANAGER', 'CATALOG', 'FULFILMENT', 'FINANCE', 'SUPPORT', 'READONLY', 'CUSTOM')
);

ALTER TABLE seller_members ADD CONSTRAINT seller_members_role_id_check CHECK ((role = 'CUSTOM') = (role_id IS NOT NULL));

CREATE INDEX seller_members_seller_id_idx ON seller_members (seller_id, id);

CREATE INDEX seller_members_role_id_idx ON seller_members (role_id);
