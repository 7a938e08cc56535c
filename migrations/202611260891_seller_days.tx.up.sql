-- What one seller has sold in some days is summed by the instant of its lines, however much it sold before.
CREATE INDEX statement_lines_seller_id_posted_at_idx ON statement_lines (seller_id, posted_at);
