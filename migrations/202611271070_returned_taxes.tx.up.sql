-- What refunds and disputes take back of taxes, and what is owed again when they come to nothing:
-- the index had the former only.
DROP INDEX ledger_entries_taken_back_idx;

CREATE INDEX ledger_entries_platform_taxes_idx ON ledger_entries (posted_at, account)
    WHERE substr(account, 1, 17) = 'pay:tax:platform:';
