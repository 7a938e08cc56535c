-- A balance as of an instant sums the entries of one day: the index holds all that
-- it needs, so that no row is looked up.
DROP INDEX ledger_entries_seller_id_posted_at_idx;

CREATE INDEX ledger_entries_seller_id_posted_at_idx ON ledger_entries (seller_id, posted_at, account, currency, amount_minor);
