-- Each transfer asks what the sellers of its order are owed and what was drawn for it, and each
-- that has succeeded lets the claims of its part look again: by order and part, and not by reading
-- all that there ever was.
CREATE INDEX releases_order_id_idx ON releases (order_id);

CREATE INDEX transfers_order_id_idx ON transfers (order_id);

CREATE INDEX recoveries_open_seller_order_id_idx ON recoveries (seller_order_id) WHERE next_attempt_at IS NOT NULL;
