-- When a seller's money is released and what is kept of it, by the day it holds from. Columns that are null are the
-- platform's settings.
CREATE TABLE payout_policies (
    id                   TEXT        NOT NULL CONSTRAINT payout_policies_pkey PRIMARY KEY,
    seller_id            TEXT        NOT NULL REFERENCES sellers (id),
    hold_from            TEXT        CONSTRAINT payout_policies_hold_from_check CHECK (hold_from IN ('SHIPPED', 'CAPTURED')),
    hold_days            BIGINT      CONSTRAINT payout_policies_hold_days_check CHECK (hold_days BETWEEN 0 AND 90),
    reserve_basis_points BIGINT      CONSTRAINT payout_policies_reserve_basis_points_check CHECK (reserve_basis_points BETWEEN 0 AND 5000),
    reserve_days         BIGINT      CONSTRAINT payout_policies_reserve_days_check CHECK (reserve_days BETWEEN 1 AND 90),
    reason               TEXT        NOT NULL,
    created_by           TEXT        NOT NULL REFERENCES accounts (id),
    effective_at         TIMESTAMPTZ NOT NULL,
    created_at           TIMESTAMPTZ NOT NULL
);

CREATE INDEX payout_policies_seller_id_idx ON payout_policies (seller_id, effective_at, id);

-- The terms of a release are frozen when its order is captured. Those from before this step have the platform's hold.
ALTER TABLE releases ADD COLUMN hold_from TEXT NOT NULL DEFAULT 'SHIPPED' CONSTRAINT releases_hold_from_check CHECK (hold_from IN ('SHIPPED', 'CAPTURED'));

ALTER TABLE releases ADD COLUMN hold_s BIGINT;

ALTER TABLE releases ADD COLUMN reserve_basis_points BIGINT NOT NULL DEFAULT 0;

ALTER TABLE releases ADD COLUMN reserve_s BIGINT NOT NULL DEFAULT 0;

-- What of a release is in the seller's reserve until that matures.
ALTER TABLE releases ADD COLUMN reserved_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT releases_reserved_check CHECK (reserved_minor >= 0);

CREATE TABLE payout_reserves (
    id              TEXT        NOT NULL CONSTRAINT payout_reserves_pkey PRIMARY KEY,
    release_id      TEXT        NOT NULL CONSTRAINT payout_reserves_release_id_key UNIQUE REFERENCES releases (id),
    seller_order_id TEXT        NOT NULL REFERENCES seller_orders (id),
    seller_id       TEXT        NOT NULL REFERENCES sellers (id),
    currency        TEXT        NOT NULL,
    amount_minor    BIGINT      NOT NULL CONSTRAINT payout_reserves_amount_check CHECK (amount_minor > 0),
    used_minor      BIGINT      NOT NULL CONSTRAINT payout_reserves_used_check CHECK (used_minor BETWEEN 0 AND amount_minor),
    due_at          TIMESTAMPTZ NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    settled_at      TIMESTAMPTZ
);

CREATE INDEX payout_reserves_due_at_idx ON payout_reserves (due_at) WHERE settled_at IS NULL;

CREATE INDEX payout_reserves_seller_id_idx ON payout_reserves (seller_id, id);

-- What of a debt was taken from the seller's reserve.
ALTER TABLE recoveries ADD COLUMN reserve_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT recoveries_reserve_check CHECK (
    reserve_minor >= 0 AND taken_minor + reversed_minor + netted_minor + debited_minor + written_off_minor + reserve_minor <= amount_minor);
