-- Lists narrowed to a status that few rows have, which is any but the one in which
-- nearly all of them end: without these each page looked at all rows there are. The
-- queries say both, the status and that it is not the last one, since SQLite uses a
-- partial index only where its condition stands in the query.
CREATE INDEX orders_status_id_idx ON orders (status, id) WHERE status <> 'PAID';

CREATE INDEX seller_orders_status_id_idx ON seller_orders (status, id) WHERE status <> 'SHIPPED';

CREATE INDEX payouts_status_id_idx ON payouts (status, id) WHERE status <> 'PAID';

CREATE INDEX transfers_status_id_idx ON transfers (status, id) WHERE status <> 'SUCCEEDED';

CREATE INDEX releases_status_id_idx ON releases (status, id) WHERE status <> 'TRANSFERRED';

-- Pages of the ledger of a seller, and of an account in all currencies: without these
-- each page sorted all of its entries.
CREATE INDEX ledger_entries_seller_id_id_idx ON ledger_entries (seller_id, id);

DROP INDEX ledger_entries_account_idx;

CREATE INDEX ledger_entries_account_id_idx ON ledger_entries (account, id, currency);
