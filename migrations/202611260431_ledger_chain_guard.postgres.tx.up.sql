-- Whatever is posted is on the tail until it is chained.
CREATE FUNCTION ledger_entries_tail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
    SELECT id, journal_id, seller_id, account, currency, amount_minor, posted_at FROM fresh;
    RETURN NULL;
END $$;

CREATE TRIGGER ledger_entries_tail AFTER INSERT ON ledger_entries
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_tail();

-- The chain is append-only, and its end moves forward.
CREATE TRIGGER ledger_links_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_links
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_heads_stay BEFORE DELETE OR TRUNCATE ON ledger_heads
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE FUNCTION ledger_heads_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq < OLD.seq OR NEW.anchored_seq < OLD.anchored_seq OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash) THEN
        RAISE EXCEPTION 'ledger: the chain goes forward';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_heads_forward BEFORE UPDATE ON ledger_heads
    FOR EACH ROW EXECUTE FUNCTION ledger_heads_forward();
