-- Several shipments of a seller order, each withdrawn or told of once.
ALTER TABLE shipments DROP CONSTRAINT shipments_seller_order_id_key;

ALTER TABLE shipments ADD COLUMN undo_until TIMESTAMPTZ;

CREATE INDEX shipments_seller_order_id_idx ON shipments (seller_order_id);
