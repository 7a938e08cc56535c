-- What sellers are charged and credited beside their orders. Nothing is deleted: what was wrong is reversed.
CREATE TABLE seller_charges (
    id               TEXT        NOT NULL CONSTRAINT seller_charges_pkey PRIMARY KEY,
    kind             TEXT        NOT NULL CONSTRAINT seller_charges_kind_check CHECK (kind IN ('CHARGE', 'CREDIT')),
    purpose          TEXT        NOT NULL CONSTRAINT seller_charges_purpose_check CHECK (purpose IN ('ONE_OFF', 'SUBSCRIPTION', 'LISTING')),
    seller_id        TEXT        NOT NULL REFERENCES sellers (id),
    currency         TEXT        NOT NULL,
    net_minor        BIGINT      NOT NULL CONSTRAINT seller_charges_net_check CHECK (net_minor > 0),
    vat_basis_points BIGINT      NOT NULL CONSTRAINT seller_charges_vat_basis_points_check CHECK (vat_basis_points BETWEEN 0 AND 10000),
    vat_minor        BIGINT      NOT NULL CONSTRAINT seller_charges_vat_check CHECK (vat_minor BETWEEN 0 AND net_minor),
    reason           TEXT        NOT NULL,
    reference        TEXT        NOT NULL,
    source           TEXT        NOT NULL CONSTRAINT seller_charges_source_key UNIQUE,
    created_by       TEXT        REFERENCES accounts (id),
    created_at       TIMESTAMPTZ NOT NULL,
    reversed_at      TIMESTAMPTZ,
    reversed_by      TEXT        REFERENCES accounts (id),
    reversal_reason  TEXT        NOT NULL,
    CONSTRAINT seller_charges_reversed_check CHECK (reversed_at IS NOT NULL OR reversed_by IS NULL AND reversal_reason = '')
);

CREATE INDEX seller_charges_seller_id_idx ON seller_charges (seller_id, id);

CREATE INDEX seller_charges_created_by_idx ON seller_charges (created_by, seller_id, created_at);
