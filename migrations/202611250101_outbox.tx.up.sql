-- The outbox: facts, written in the unit that made them true.
CREATE TABLE outbox (
    id         TEXT        NOT NULL CONSTRAINT outbox_pkey PRIMARY KEY,
    name       TEXT        NOT NULL,
    payload    JSONB       NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- Which handler has acted on which event, so that none acts twice.
CREATE TABLE outbox_deliveries (
    event_id     TEXT        NOT NULL REFERENCES outbox (id),
    handler      TEXT        NOT NULL,
    delivered_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT outbox_deliveries_pkey PRIMARY KEY (event_id, handler)
);
