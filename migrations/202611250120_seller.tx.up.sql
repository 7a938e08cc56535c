-- Sellers: businesses that apply to sell, and the one that is the platform's.
CREATE TABLE sellers (
    id               TEXT        NOT NULL CONSTRAINT sellers_pkey PRIMARY KEY,
    name             TEXT        NOT NULL,
    name_folded      TEXT        NOT NULL,
    slug             TEXT        NOT NULL CONSTRAINT sellers_slug_key UNIQUE,
    country          TEXT        NOT NULL,
    currency         TEXT        NOT NULL,
    status           TEXT        NOT NULL,
    is_platform      BOOLEAN     NOT NULL,
    reason           TEXT        NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    updated_at       TIMESTAMPTZ NOT NULL,
    decided_at       TIMESTAMPTZ,
    decided_by       TEXT,
    CONSTRAINT sellers_status_check CHECK (status IN ('APPLIED', 'APPROVED', 'REJECTED', 'SUSPENDED')),
    CONSTRAINT sellers_country_check CHECK (length(country) = 2),
    CONSTRAINT sellers_currency_check CHECK (length(currency) = 3),
    CONSTRAINT sellers_decided_check CHECK ((status = 'APPLIED') = (decided_at IS NULL))
);

--bun:split

-- There is one seller of the platform at most.
CREATE UNIQUE INDEX sellers_is_platform_key ON sellers (is_platform) WHERE is_platform;

--bun:split

CREATE INDEX sellers_status_id_idx ON sellers (status, id);

--bun:split

-- Who acts for which seller, and as what.
CREATE TABLE seller_members (
    id         TEXT        NOT NULL CONSTRAINT seller_members_pkey PRIMARY KEY,
    seller_id  TEXT        NOT NULL REFERENCES sellers (id),
    account_id TEXT        NOT NULL REFERENCES accounts (id),
    role       TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_members_seller_id_account_id_key UNIQUE (seller_id, account_id),
    CONSTRAINT seller_members_role_check CHECK (
        role IN ('OWNER', 'MANAGER', 'CATALOG', 'FULFILMENT', 'FINANCE', 'SUPPORT', 'READONLY')
    )
);

--bun:split

CREATE INDEX seller_members_account_id_idx ON seller_members (account_id);
