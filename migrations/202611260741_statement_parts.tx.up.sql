-- What of the balances of a statement is held, released, kept aside and so on, and what
-- moved between. NULL in statements that were closed before: it is summed up when asked for.
ALTER TABLE seller_statements ADD COLUMN parts JSONB;
