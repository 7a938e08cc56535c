-- Taxes of the orders that were paid within a span, and what was taken back of them: without
-- these each page of a report on taxes looked at all lines of orders, and at all entries
-- of the ledger.
CREATE INDEX seller_orders_paid_at_idx ON seller_orders (paid_at, id) WHERE paid_at IS NOT NULL;

CREATE INDEX ledger_entries_taken_back_idx ON ledger_entries (posted_at, account)
    WHERE amount_minor > 0 AND substr(account, 1, 17) = 'pay:tax:platform:';
