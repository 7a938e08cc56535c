-- What a ruleset would have made of past orders. A run goes on after the order that it has reached.
CREATE TABLE commission_simulations (
    id          TEXT        NOT NULL CONSTRAINT commission_simulations_pkey PRIMARY KEY,
    ruleset_id  TEXT        NOT NULL REFERENCES commission_rulesets (id),
    rules       JSONB       NOT NULL,
    status      TEXT        NOT NULL CONSTRAINT commission_simulations_status_check CHECK (status IN ('RUNNING', 'DONE')),
    paid_from   TIMESTAMPTZ NOT NULL,
    paid_before TIMESTAMPTZ NOT NULL,
    order_count BIGINT      NOT NULL,
    done_count  BIGINT      NOT NULL,
    reached     TEXT        NOT NULL,
    created_by  TEXT        NOT NULL REFERENCES accounts (id),
    created_at  TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    CONSTRAINT commission_simulations_period_check CHECK (paid_from < paid_before)
);

CREATE TABLE commission_simulation_sellers (
    simulation_id TEXT   NOT NULL REFERENCES commission_simulations (id),
    seller_id     TEXT   NOT NULL REFERENCES sellers (id),
    currency      TEXT   NOT NULL,
    line_count    BIGINT NOT NULL,
    before_minor  BIGINT NOT NULL,
    after_minor   BIGINT NOT NULL,
    CONSTRAINT commission_simulation_sellers_pkey PRIMARY KEY (simulation_id, seller_id, currency)
);

CREATE INDEX orders_paid_at_idx ON orders (paid_at, id) WHERE paid_at IS NOT NULL;

CREATE INDEX seller_orders_seller_id_paid_at_idx ON seller_orders (seller_id, paid_at) WHERE paid_at IS NOT NULL;
