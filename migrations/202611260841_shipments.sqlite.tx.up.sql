-- Several shipments of a seller order, each withdrawn or told of once.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE shipments_aside AS SELECT * FROM shipments;

DROP TABLE shipments;

CREATE TABLE shipments (
    id              TEXT        NOT NULL CONSTRAINT shipments_pkey PRIMARY KEY,
    seller_order_id TEXT        NOT NULL REFERENCES seller_orders (id),
    carrier         TEXT        NOT NULL,
    tracking_number TEXT        NOT NULL,
    tracking_url    TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    undo_until      TIMESTAMPTZ
);

INSERT INTO shipments (id, seller_order_id, carrier, tracking_number, tracking_url, created_at)
SELECT id, seller_order_id, carrier, tracking_number, tracking_url, created_at FROM shipments_aside;

DROP TABLE shipments_aside;

CREATE INDEX shipments_seller_order_id_idx ON shipments (seller_order_id);
