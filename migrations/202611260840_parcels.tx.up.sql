-- Seller orders leave in parcels. When the first one left; a part that is SHIPPED from before has left in one.
ALTER TABLE seller_orders ADD COLUMN first_shipped_at TIMESTAMPTZ;

-- Units that were given back, for which nobody waits. Refunds from before are counted with the next one of their order.
ALTER TABLE order_lines ADD COLUMN refunded_quantity BIGINT NOT NULL DEFAULT 0
    CONSTRAINT order_lines_refunded_check CHECK (refunded_quantity BETWEEN 0 AND quantity);
