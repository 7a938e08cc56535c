CREATE TABLE payout_accounts (
    id                   TEXT        NOT NULL CONSTRAINT payout_accounts_pkey PRIMARY KEY,
    seller_id            TEXT        NOT NULL CONSTRAINT payout_accounts_seller_id_key UNIQUE REFERENCES sellers (id),
    provider_id          TEXT        CONSTRAINT payout_accounts_provider_id_key UNIQUE,
    status               TEXT        NOT NULL CONSTRAINT payout_accounts_status_check CHECK (status IN ('CREATING', 'ONBOARDING', 'VERIFYING', 'ENABLED', 'RESTRICTED', 'REJECTED')),
    is_details_submitted BOOLEAN     NOT NULL,
    can_receive          BOOLEAN     NOT NULL,
    can_pay_out          BOOLEAN     NOT NULL,
    currently_due        JSONB       NOT NULL,
    disabled_reason      TEXT        NOT NULL,
    bank_last4           TEXT        NOT NULL,
    next_payout_at       TIMESTAMPTZ NOT NULL,
    payout_block         TEXT        NOT NULL,
    created_at           TIMESTAMPTZ NOT NULL,
    updated_at           TIMESTAMPTZ NOT NULL
);

CREATE TABLE releases (
    id               TEXT        NOT NULL CONSTRAINT releases_pkey PRIMARY KEY,
    seller_order_id  TEXT        NOT NULL CONSTRAINT releases_seller_order_id_key UNIQUE REFERENCES seller_orders (id),
    order_id         TEXT        NOT NULL REFERENCES orders (id),
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
    created_at       TIMESTAMPTZ NOT NULL
);

CREATE INDEX releases_seller_id_idx ON releases (seller_id, id);

CREATE INDEX releases_release_at_idx ON releases (release_at) WHERE status = 'ACCRUED';

CREATE INDEX releases_next_attempt_at_idx ON releases (next_attempt_at) WHERE status = 'RELEASED';

CREATE TABLE transfers (
    id           TEXT        NOT NULL CONSTRAINT transfers_pkey PRIMARY KEY,
    release_id   TEXT        NOT NULL REFERENCES releases (id),
    attempt      BIGINT      NOT NULL,
    order_id     TEXT        NOT NULL REFERENCES orders (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CONSTRAINT transfers_amount_check CHECK (amount_minor > 0),
    status       TEXT        NOT NULL CONSTRAINT transfers_status_check CHECK (status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    provider_id  TEXT        CONSTRAINT transfers_provider_id_key UNIQUE,
    error        TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    checked_at   TIMESTAMPTZ NOT NULL,
    settled_at   TIMESTAMPTZ,
    CONSTRAINT transfers_release_id_attempt_key UNIQUE (release_id, attempt)
);

CREATE INDEX transfers_seller_id_idx ON transfers (seller_id, id);

CREATE INDEX transfers_checked_at_idx ON transfers (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN');

CREATE TABLE payouts (
    id              TEXT        NOT NULL CONSTRAINT payouts_pkey PRIMARY KEY,
    seller_id       TEXT        NOT NULL REFERENCES sellers (id),
    account_id      TEXT        NOT NULL REFERENCES payout_accounts (id),
    currency        TEXT        NOT NULL,
    amount_minor    BIGINT      NOT NULL CONSTRAINT payouts_amount_check CHECK (amount_minor > 0),
    status          TEXT        NOT NULL CONSTRAINT payouts_status_check CHECK (status IN ('PLANNED', 'SENDING', 'PENDING', 'IN_TRANSIT', 'PAID', 'FAILED', 'CANCELLED')),
    provider_id     TEXT        CONSTRAINT payouts_provider_id_key UNIQUE,
    failure_code    TEXT        NOT NULL,
    expected_at     TIMESTAMPTZ,
    created_at      TIMESTAMPTZ NOT NULL,
    checked_at      TIMESTAMPTZ NOT NULL,
    settled_at      TIMESTAMPTZ,
    is_in_ledger    BOOLEAN     NOT NULL,
    was_paid        BOOLEAN     NOT NULL,
    is_failure_seen BOOLEAN     NOT NULL
);

CREATE INDEX payouts_seller_id_idx ON payouts (seller_id, id);

CREATE INDEX payouts_account_id_idx ON payouts (account_id) WHERE status IN ('PLANNED', 'SENDING', 'PENDING', 'IN_TRANSIT');
