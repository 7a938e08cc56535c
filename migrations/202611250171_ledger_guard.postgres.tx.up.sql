-- The ledger is append-only, and each journal sums to zero in each currency and
-- in each of the two books: the platform's, and the mirror of the sellers' balances.
CREATE FUNCTION ledger_journals_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT COUNT(*) FROM ledger_entries WHERE journal_id = NEW.id) < 2
        OR EXISTS (SELECT 1 FROM ledger_entries WHERE journal_id = NEW.id GROUP BY currency, account LIKE 'memo:%' HAVING SUM(amount_minor) <> 0)
    THEN
        RAISE EXCEPTION 'ledger: the journal does not sum to zero';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_journals_balance BEFORE INSERT ON ledger_journals
    FOR EACH ROW EXECUTE FUNCTION ledger_journals_balance();

CREATE FUNCTION ledger_entries_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM ledger_journals WHERE id = NEW.journal_id) THEN
        RAISE EXCEPTION 'ledger: the journal is closed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_entries_closed BEFORE INSERT ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION ledger_entries_closed();

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger: % are never changed or deleted', TG_TABLE_NAME;
END $$;

CREATE TRIGGER ledger_journals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_journals
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_entries_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
