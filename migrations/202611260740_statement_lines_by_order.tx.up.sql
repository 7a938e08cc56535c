-- What explains a movement of a seller's balance at the provider are the lines of its
-- order since the movement before: a payout is told by them.
CREATE INDEX statement_lines_order_id_idx ON statement_lines (order_id, seller_id, currency, seq);
