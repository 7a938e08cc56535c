-- What sellers owe and are owed need not be for an order: charges and credits.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE releases_aside AS SELECT * FROM releases;

DROP TABLE releases;

CREATE TABLE releases (
    id               TEXT        NOT NULL CONSTRAINT releases_pkey PRIMARY KEY,
    seller_order_id  TEXT        CONSTRAINT releases_seller_order_id_key UNIQUE REFERENCES seller_orders (id),
    order_id         TEXT        REFERENCES orders (id),
    seller_id        TEXT        NOT NULL REFERENCES sellers (id),
    currency         TEXT        NOT NULL,
    amount_minor     BIGINT      NOT NULL CONSTRAINT releases_amount_check CHECK (amount_minor >= 0),
    commission_minor BIGINT      NOT NULL,
    charge_id        TEXT        NOT NULL,
    status           TEXT        NOT NULL CONSTRAINT releases_status_check CHECK (status IN ('ACCRUED', 'RELEASED', 'TRANSFERRING', 'TRANSFERRED')),
    release_at       TIMESTAMPTZ,
    block            TEXT        NOT NULL,
    block_detail     TEXT        NOT NULL,
    next_attempt_at  TIMESTAMPTZ,
    released_at      TIMESTAMPTZ,
    transferred_at   TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    taken_minor BIGINT NOT NULL DEFAULT 0,
    commission_taken_minor BIGINT NOT NULL DEFAULT 0,
    hold_from TEXT NOT NULL DEFAULT 'SHIPPED' CONSTRAINT releases_hold_from_check CHECK (hold_from IN ('SHIPPED', 'CAPTURED')),
    hold_s BIGINT, reserve_basis_points BIGINT NOT NULL DEFAULT 0,
    reserve_s BIGINT NOT NULL DEFAULT 0,
    reserved_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT releases_reserved_check CHECK (reserved_minor >= 0),
    outside_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT releases_outside_check CHECK (outside_minor >= 0),
    cause_id TEXT CONSTRAINT releases_cause_id_key UNIQUE,
    CONSTRAINT releases_cause_check CHECK ((seller_order_id IS NULL) = (cause_id IS NOT NULL) AND (seller_order_id IS NULL) = (order_id IS NULL))
);

INSERT INTO releases (id, seller_order_id, order_id, seller_id, currency, amount_minor, commission_minor, charge_id, status, release_at, block, block_detail, next_attempt_at, released_at, transferred_at, created_at, taken_minor, commission_taken_minor, hold_from, hold_s, reserve_basis_points, reserve_s, reserved_minor, outside_minor)
SELECT id, seller_order_id, order_id, seller_id, currency, amount_minor, commission_minor, charge_id, status, release_at, block, block_detail, next_attempt_at, released_at, transferred_at, created_at, taken_minor, commission_taken_minor, hold_from, hold_s, reserve_basis_points, reserve_s, reserved_minor, outside_minor
FROM releases_aside;

DROP TABLE releases_aside;

CREATE INDEX releases_seller_id_idx ON releases (seller_id, id);

CREATE INDEX releases_release_at_idx ON releases (release_at) WHERE status = 'ACCRUED';

CREATE INDEX releases_next_attempt_at_idx ON releases (next_attempt_at) WHERE status = 'RELEASED';

CREATE TABLE transfers_aside AS SELECT * FROM transfers;

DROP TABLE transfers;

CREATE TABLE transfers (
    id           TEXT        NOT NULL CONSTRAINT transfers_pkey PRIMARY KEY,
    release_id   TEXT        NOT NULL REFERENCES releases (id),
    attempt      BIGINT      NOT NULL,
    order_id     TEXT        REFERENCES orders (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT transfers_amount_check CHECK (amount_minor > 0),
    status       TEXT        NOT NULL CONSTRAINT transfers_status_check CHECK (status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    provider_id  TEXT        CONSTRAINT transfers_provider_id_key UNIQUE,
    error        TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    checked_at   TIMESTAMPTZ NOT NULL,
    settled_at   TIMESTAMPTZ,
    reversed_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT transfers_reversed_check CHECK (reversed_minor BETWEEN 0 AND amount_minor),
    CONSTRAINT transfers_release_id_attempt_key UNIQUE (release_id, attempt)
);

INSERT INTO transfers (id, release_id, attempt, order_id, seller_id, currency, amount_minor, status, provider_id, error, created_at, checked_at, settled_at, reversed_minor)
SELECT id, release_id, attempt, order_id, seller_id, currency, amount_minor, status, provider_id, error, created_at, checked_at, settled_at, reversed_minor
FROM transfers_aside;

DROP TABLE transfers_aside;

CREATE INDEX transfers_seller_id_idx ON transfers (seller_id, id);

CREATE INDEX transfers_checked_at_idx ON transfers (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN');

CREATE TABLE recoveries_aside AS SELECT * FROM recoveries;

DROP TABLE recoveries;

CREATE TABLE recoveries (
    id                TEXT        NOT NULL CONSTRAINT recoveries_pkey PRIMARY KEY,
    cause             TEXT        NOT NULL CONSTRAINT recoveries_cause_check CHECK (cause IN ('REFUND', 'DISPUTE', 'CHARGE')),
    cause_id          TEXT        NOT NULL,
    order_id          TEXT        REFERENCES orders (id),
    seller_order_id   TEXT        REFERENCES seller_orders (id),
    seller_id         TEXT        NOT NULL REFERENCES sellers (id),
    currency          TEXT        NOT NULL,
    status            TEXT        NOT NULL CONSTRAINT recoveries_status_check CHECK (status IN ('WAITING', 'FROZEN', 'DUE', 'SETTLED')),
    amount_minor      BIGINT      NOT NULL,
    taken_minor       BIGINT      NOT NULL,
    reversed_minor    BIGINT      NOT NULL,
    netted_minor      BIGINT      NOT NULL,
    debited_minor     BIGINT      NOT NULL,
    written_off_minor BIGINT      NOT NULL,
    block             TEXT        NOT NULL,
    next_attempt_at   TIMESTAMPTZ,
    created_at        TIMESTAMPTZ NOT NULL,
    settled_at        TIMESTAMPTZ,
    reserve_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT recoveries_reserve_check CHECK (
    reserve_minor >= 0 AND taken_minor + reversed_minor + netted_minor + debited_minor + written_off_minor + reserve_minor <= amount_minor),
    CONSTRAINT recoveries_cause_id_seller_order_id_cause_key UNIQUE (cause_id, seller_order_id, cause),
    CONSTRAINT recoveries_amount_check CHECK (
        taken_minor >= 0 AND reversed_minor >= 0 AND netted_minor >= 0 AND debited_minor >= 0 AND written_off_minor >= 0
        AND taken_minor + reversed_minor + netted_minor + debited_minor + written_off_minor <= amount_minor),
    CONSTRAINT recoveries_order_check CHECK ((cause = 'CHARGE') = (seller_order_id IS NULL) AND (cause = 'CHARGE') = (order_id IS NULL))
);

INSERT INTO recoveries (id, cause, cause_id, order_id, seller_order_id, seller_id, currency, status, amount_minor, taken_minor, reversed_minor, netted_minor, debited_minor, written_off_minor, block, next_attempt_at, created_at, settled_at, reserve_minor)
SELECT id, cause, cause_id, order_id, seller_order_id, seller_id, currency, status, amount_minor, taken_minor, reversed_minor, netted_minor, debited_minor, written_off_minor, block, next_attempt_at, created_at, settled_at, reserve_minor
FROM recoveries_aside;

DROP TABLE recoveries_aside;

CREATE INDEX recoveries_seller_id_idx ON recoveries (seller_id, id);

CREATE INDEX recoveries_next_attempt_at_idx ON recoveries (next_attempt_at) WHERE status IN ('FROZEN', 'DUE');

CREATE UNIQUE INDEX recoveries_cause_id_key ON recoveries (cause_id) WHERE seller_order_id IS NULL;

CREATE TABLE reversals_aside AS SELECT * FROM reversals;

DROP TABLE reversals;

CREATE TABLE reversals (
    id           TEXT        NOT NULL CONSTRAINT reversals_pkey PRIMARY KEY,
    kind         TEXT        NOT NULL CONSTRAINT reversals_kind_check CHECK (kind IN ('REVERSAL', 'DEBIT')),
    recovery_id  TEXT        NOT NULL REFERENCES recoveries (id),
    transfer_id  TEXT        REFERENCES transfers (id),
    order_id     TEXT        REFERENCES orders (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT reversals_amount_check CHECK (amount_minor > 0),
    status       TEXT        NOT NULL CONSTRAINT reversals_status_check CHECK (status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    provider_id  TEXT        CONSTRAINT reversals_provider_id_key UNIQUE,
    error        TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    checked_at   TIMESTAMPTZ NOT NULL,
    settled_at   TIMESTAMPTZ,
    CONSTRAINT reversals_transfer_check CHECK ((kind = 'REVERSAL') = (transfer_id IS NOT NULL))
);

INSERT INTO reversals (id, kind, recovery_id, transfer_id, order_id, seller_id, currency, amount_minor, status, provider_id, error, created_at, checked_at, settled_at)
SELECT id, kind, recovery_id, transfer_id, order_id, seller_id, currency, amount_minor, status, provider_id, error, created_at, checked_at, settled_at
FROM reversals_aside;

DROP TABLE reversals_aside;

CREATE INDEX reversals_recovery_id_idx ON reversals (recovery_id);

CREATE INDEX reversals_transfer_id_idx ON reversals (transfer_id);

CREATE INDEX reversals_checked_at_idx ON reversals (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN');
