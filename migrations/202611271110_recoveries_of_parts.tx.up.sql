-- A part's money waits for disputes, and for refunds that have cancelled it: the sweeps ask
-- for both of each part.
DROP INDEX recoveries_frozen_idx;

CREATE INDEX recoveries_seller_order_id_idx ON recoveries (seller_order_id, status);
