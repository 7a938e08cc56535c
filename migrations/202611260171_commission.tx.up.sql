-- What the platform takes, in versions. Version 1 is the rate of the settings and is not stored.
CREATE TABLE commission_rulesets (
    id             TEXT        NOT NULL CONSTRAINT commission_rulesets_pkey PRIMARY KEY,
    version        BIGINT      CONSTRAINT commission_rulesets_version_key UNIQUE,
    status         TEXT        NOT NULL,
    note           TEXT        NOT NULL,
    rules          JSONB       NOT NULL,
    buyer_fees     JSONB       NOT NULL,
    effective_from TIMESTAMPTZ,
    created_by     TEXT        NOT NULL REFERENCES accounts (id),
    created_at     TIMESTAMPTZ NOT NULL,
    updated_at     TIMESTAMPTZ NOT NULL,
    published_at   TIMESTAMPTZ,
    cancelled_at   TIMESTAMPTZ,
    CONSTRAINT commission_rulesets_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    CONSTRAINT commission_rulesets_version_check CHECK (version IS NULL OR version > 1),
    CONSTRAINT commission_rulesets_published_check CHECK (
        status <> 'PUBLISHED' OR (version IS NOT NULL AND effective_from IS NOT NULL AND published_at IS NOT NULL AND effective_from >= published_at))
);

-- Two versions never begin at one instant.
CREATE UNIQUE INDEX commission_rulesets_effective_from_key ON commission_rulesets (effective_from) WHERE status = 'PUBLISHED';

-- How the commission of a line came about. Lines from before have none.
ALTER TABLE order_lines ADD COLUMN reckoning JSONB;

-- What was expected to be left to the platform. Orders from before do not know.
ALTER TABLE orders ADD COLUMN margin_minor BIGINT;

CREATE INDEX orders_margin_minor_idx ON orders (id) WHERE margin_minor < 0;
