-- What simulated rules would have made of what buyers paid on top of past orders.
ALTER TABLE commission_simulations ADD COLUMN buyer_fees JSONB NOT NULL DEFAULT '[]';

CREATE TABLE commission_simulation_fees (
    simulation_id TEXT   NOT NULL REFERENCES commission_simulations (id),
    currency      TEXT   NOT NULL,
    order_count   BIGINT NOT NULL,
    before_minor  BIGINT NOT NULL,
    after_minor   BIGINT NOT NULL,
    CONSTRAINT commission_simulation_fees_pkey PRIMARY KEY (simulation_id, currency)
);
