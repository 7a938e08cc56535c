-- Orders narrowed to a time: without these a page of last year's looked at all that
-- were placed since.
CREATE INDEX orders_placed_at_id_idx ON orders (placed_at, id);

CREATE INDEX seller_orders_placed_at_id_idx ON seller_orders (placed_at, id);

CREATE INDEX seller_orders_seller_id_placed_at_id_idx ON seller_orders (seller_id, placed_at, id);
