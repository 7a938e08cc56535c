-- The ledger is append-only, and each journal sums to zero in each currency and
-- in each of the two books: the platform's, and the mirror of the sellers' balances.
CREATE TRIGGER ledger_journals_balance BEFORE INSERT ON ledger_journals
WHEN (SELECT COUNT(*) FROM ledger_entries WHERE journal_id = NEW.id) < 2
  OR EXISTS (SELECT 1 FROM ledger_entries WHERE journal_id = NEW.id GROUP BY currency, account LIKE 'memo:%' HAVING SUM(amount_minor) <> 0)
BEGIN
    SELECT RAISE(ABORT, 'ledger: the journal does not sum to zero');
END;

CREATE TRIGGER ledger_entries_closed BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM ledger_journals WHERE id = NEW.journal_id)
BEGIN
    SELECT RAISE(ABORT, 'ledger: the journal is closed');
END;

CREATE TRIGGER ledger_journals_keep BEFORE UPDATE ON ledger_journals
BEGIN
    SELECT RAISE(ABORT, 'ledger: journals are never changed');
END;

CREATE TRIGGER ledger_journals_stay BEFORE DELETE ON ledger_journals
BEGIN
    SELECT RAISE(ABORT, 'ledger: journals are never deleted');
END;

CREATE TRIGGER ledger_entries_keep BEFORE UPDATE ON ledger_entries
BEGIN
    SELECT RAISE(ABORT, 'ledger: entries are never changed');
END;

CREATE TRIGGER ledger_entries_stay BEFORE DELETE ON ledger_entries
BEGIN
    SELECT RAISE(ABORT, 'ledger: entries are never deleted');
END;
