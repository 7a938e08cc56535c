-- Offers of the ownership of a seller, which the new owner accepts.
CREATE TABLE ownership_offers (
    id          TEXT        NOT NULL CONSTRAINT ownership_offers_pkey PRIMARY KEY,
    seller_id   TEXT        NOT NULL REFERENCES sellers (id),
    offered_by  TEXT        NOT NULL REFERENCES accounts (id),
    offered_to  TEXT        NOT NULL REFERENCES accounts (id),
    former_role TEXT        NOT NULL,
    by_operator BOOLEAN     NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ,
    outcome     TEXT,
    CONSTRAINT ownership_offers_outcome_check CHECK (
        outcome IN ('ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED', 'LAPSED')
    ),
    CONSTRAINT ownership_offers_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT ownership_offers_former_role_check CHECK (
        former_role IN ('OWNER', 'MANAGER', 'CATALOG', 'FULFILMENT', 'FINANCE', 'SUPPORT', 'READONLY')
    )
);

-- One open offer for a seller.
CREATE UNIQUE INDEX ownership_offers_seller_id_key ON ownership_offers (seller_id) WHERE ended_at IS NULL;

CREATE INDEX ownership_offers_offered_to_idx ON ownership_offers (offered_to);
