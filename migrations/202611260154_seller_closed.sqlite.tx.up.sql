-- A seller can be closed for good, and says more of itself.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE sellers_aside AS SELECT * FROM sellers;

DROP TABLE sellers;

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
    description      TEXT        NOT NULL DEFAULT '',
    support_email    TEXT        NOT NULL DEFAULT '',
    CONSTRAINT sellers_status_check CHECK (status IN ('APPLIED', 'APPROVED', 'REJECTED', 'SUSPENDED', 'CLOSED')),
    CONSTRAINT sellers_country_check CHECK (length(country) = 2),
    CONSTRAINT sellers_currency_check CHECK (length(currency) = 3),
    CONSTRAINT sellers_decided_check CHECK ((status = 'APPLIED') = (decided_at IS NULL))
);

INSERT INTO sellers (id, name, name_folded, slug, country, currency, status, is_platform, reason, created_at, updated_at, decided_at, decided_by)
SELECT id, name, name_folded, slug, country, currency, status, is_platform, reason, created_at, updated_at, decided_at, decided_by
FROM sellers_aside;

DROP TABLE sellers_aside;

CREATE UNIQUE INDEX sellers_is_platform_key ON sellers (is_platform) WHERE is_platform;

CREATE INDEX sellers_status_id_idx ON sellers (status, id);
