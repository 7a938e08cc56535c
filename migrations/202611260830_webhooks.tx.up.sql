-- Addresses at which a seller, or, where seller_id is null, the platform is told
-- what has happened.
CREATE TABLE webhook_endpoints (
    id              TEXT        NOT NULL CONSTRAINT webhook_endpoints_pkey PRIMARY KEY,
    seller_id       TEXT        REFERENCES sellers (id),
    made_by         TEXT        NOT NULL REFERENCES accounts (id),
    url             TEXT        NOT NULL,
    description     TEXT        NOT NULL,
    payload_version TEXT        NOT NULL,
    status          TEXT        NOT NULL,
    disabled_reason TEXT,
    disabled_at     TIMESTAMPTZ,
    failures        BIGINT      NOT NULL,
    failing_since   TIMESTAMPTZ,
    rests_until     TIMESTAMPTZ,
    version         BIGINT      NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL,
    deleted_at      TIMESTAMPTZ,
    CONSTRAINT webhook_endpoints_status_check CHECK (status IN ('ACTIVE', 'DISABLED')),
    CONSTRAINT webhook_endpoints_disabled_check CHECK ((status = 'DISABLED') = (disabled_reason IS NOT NULL) AND (status = 'DISABLED') = (disabled_at IS NOT NULL)),
    CONSTRAINT webhook_endpoints_failures_check CHECK (failures >= 0 AND (failures > 0) = (failing_since IS NOT NULL))
);
CREATE INDEX webhook_endpoints_seller_id_id_idx ON webhook_endpoints (seller_id, id);

-- What an endpoint is told of.
CREATE TABLE webhook_topics (
    endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id),
    topic       TEXT NOT NULL,
    CONSTRAINT webhook_topics_pkey PRIMARY KEY (topic, endpoint_id)
);
CREATE INDEX webhook_topics_endpoint_id_idx ON webhook_topics (endpoint_id);

-- What deliveries are signed with, sealed. While one is rotated, two are good.
CREATE TABLE webhook_secrets (
    id          TEXT        NOT NULL CONSTRAINT webhook_secrets_pkey PRIMARY KEY,
    endpoint_id TEXT        NOT NULL REFERENCES webhook_endpoints (id),
    sealed      BYTEA       NOT NULL,
    last_four   TEXT        NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    ends_at     TIMESTAMPTZ
);
CREATE INDEX webhook_secrets_endpoint_id_idx ON webhook_secrets (endpoint_id);

-- Messages to endpoints. The payload is text and not JSONB: it is signed byte for byte.
CREATE TABLE webhook_deliveries (
    id            TEXT        NOT NULL CONSTRAINT webhook_deliveries_pkey PRIMARY KEY,
    endpoint_id   TEXT        NOT NULL REFERENCES webhook_endpoints (id),
    event_id      TEXT        NOT NULL,
    topic         TEXT        NOT NULL,
    object_id     TEXT        NOT NULL,
    payload       TEXT        NOT NULL,
    status        TEXT        NOT NULL,
    tries         BIGINT      NOT NULL,
    attempts      BIGINT      NOT NULL,
    due_at        TIMESTAMPTZ NOT NULL,
    claimed_until TIMESTAMPTZ,
    occurred_at   TIMESTAMPTZ NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ,
    CONSTRAINT webhook_deliveries_endpoint_id_event_id_object_id_key UNIQUE (endpoint_id, event_id, object_id),
    CONSTRAINT webhook_deliveries_status_check CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
    CONSTRAINT webhook_deliveries_ended_check CHECK ((status = 'PENDING') = (ended_at IS NULL) AND (claimed_until IS NULL OR status = 'PENDING')),
    CONSTRAINT webhook_deliveries_tries_check CHECK (tries >= 0 AND attempts >= tries)
);
CREATE INDEX webhook_deliveries_endpoint_id_id_idx ON webhook_deliveries (endpoint_id, id);
CREATE INDEX webhook_deliveries_endpoint_id_status_id_idx ON webhook_deliveries (endpoint_id, status, id);
CREATE INDEX webhook_deliveries_due_at_idx ON webhook_deliveries (due_at, endpoint_id) WHERE status = 'PENDING';
CREATE INDEX webhook_deliveries_object_idx ON webhook_deliveries (endpoint_id, object_id, event_id) WHERE status = 'PENDING';
CREATE INDEX webhook_deliveries_ended_at_idx ON webhook_deliveries (ended_at) WHERE status <> 'PENDING';

-- How deliveries were tried.
CREATE TABLE webhook_attempts (
    delivery_id TEXT        NOT NULL REFERENCES webhook_deliveries (id),
    number      BIGINT      NOT NULL,
    outcome     TEXT        NOT NULL,
    status_code BIGINT,
    duration_ms BIGINT,
    answer      TEXT        NOT NULL,
    problem     TEXT        NOT NULL,
    started_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT webhook_attempts_pkey PRIMARY KEY (delivery_id, number),
    CONSTRAINT webhook_attempts_number_check CHECK (number > 0)
);

-- Held by whoever makes an endpoint of an owner, so that the limit holds.
CREATE TABLE webhook_owners (
    owner TEXT NOT NULL CONSTRAINT webhook_owners_pkey PRIMARY KEY
);
