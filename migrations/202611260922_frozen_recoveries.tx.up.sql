-- Whether something of a part of an order is kept for a dispute, which lists of releases and
-- the sweeps ask of each: without this they looked at all recoveries there are.
CREATE INDEX recoveries_frozen_idx ON recoveries (seller_order_id) WHERE status = 'FROZEN';
