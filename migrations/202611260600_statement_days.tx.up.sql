-- What all sellers together have sold in some days is summed by the instant of the lines.
CREATE INDEX statement_lines_posted_at_idx ON statement_lines (posted_at);
