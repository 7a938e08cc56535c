-- What sellers pay the platform beside commission, and what they may do for it.
CREATE TABLE seller_plans (
    id          TEXT        NOT NULL CONSTRAINT seller_plans_pkey PRIMARY KEY,
    name        TEXT        NOT NULL,
    name_folded TEXT        NOT NULL CONSTRAINT seller_plans_name_folded_key UNIQUE,
    created_by  TEXT        NOT NULL REFERENCES accounts (id),
    created_at  TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ
);

-- What a plan costs and allows from an instant on. A version is never changed.
CREATE TABLE seller_plan_versions (
    id               TEXT        NOT NULL CONSTRAINT seller_plan_versions_pkey PRIMARY KEY,
    plan_id          TEXT        NOT NULL REFERENCES seller_plans (id),
    number           BIGINT      NOT NULL CONSTRAINT seller_plan_versions_number_check CHECK (number > 0),
    fees             JSONB       NOT NULL,
    vat_basis_points BIGINT      NOT NULL CONSTRAINT seller_plan_versions_vat_check CHECK (vat_basis_points BETWEEN 0 AND 10000),
    free_listings    BIGINT      NOT NULL CONSTRAINT seller_plan_versions_free_listings_check CHECK (free_listings >= 0),
    offers_max       BIGINT      CONSTRAINT seller_plan_versions_offers_max_check CHECK (offers_max > 0),
    seats_max        BIGINT      CONSTRAINT seller_plan_versions_seats_max_check CHECK (seats_max > 0),
    trial_days       BIGINT      NOT NULL CONSTRAINT seller_plan_versions_trial_days_check CHECK (trial_days BETWEEN 0 AND 366),
    effective_from   TIMESTAMPTZ NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_plan_versions_plan_id_number_key UNIQUE (plan_id, number),
    CONSTRAINT seller_plan_versions_plan_id_effective_from_key UNIQUE (plan_id, effective_from)
);

-- Which plan a seller is on from an instant on; without a plan when it is null.
CREATE TABLE seller_plan_assignments (
    id           TEXT        NOT NULL CONSTRAINT seller_plan_assignments_pkey PRIMARY KEY,
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    plan_id      TEXT        REFERENCES seller_plans (id),
    reason       TEXT        NOT NULL,
    created_by   TEXT        NOT NULL REFERENCES accounts (id),
    effective_at TIMESTAMPTZ NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX seller_plan_assignments_seller_id_idx ON seller_plan_assignments (seller_id, effective_at, id);

-- Which offers were published under a plan, and what for: once each.
CREATE TABLE seller_plan_listings (
    offer_id   TEXT        NOT NULL CONSTRAINT seller_plan_listings_pkey PRIMARY KEY,
    seller_id  TEXT        NOT NULL REFERENCES sellers (id),
    version_id TEXT        NOT NULL REFERENCES seller_plan_versions (id),
    currency   TEXT        NOT NULL,
    fee_minor  BIGINT      NOT NULL CONSTRAINT seller_plan_listings_fee_check CHECK (fee_minor >= 0),
    created_at TIMESTAMPTZ NOT NULL
);

-- Which months of a seller were reckoned: once each.
CREATE TABLE seller_plan_months (
    seller_id  TEXT        NOT NULL REFERENCES sellers (id),
    month      TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_plan_months_pkey PRIMARY KEY (seller_id, month)
);
