-- Whatever is posted is on the tail until it is chained.
CREATE TRIGGER ledger_entries_tail AFTER INSERT ON ledger_entries
BEGIN
    INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
    VALUES (NEW.id, NEW.journal_id, NEW.seller_id, NEW.account, NEW.currency, NEW.amount_minor, NEW.posted_at);
END;

-- The chain is append-only, and its end moves forward.
CREATE TRIGGER ledger_links_keep BEFORE UPDATE ON ledger_links
BEGIN
    SELECT RAISE(ABORT, 'ledger: links are never changed');
END;

CREATE TRIGGER ledger_links_stay BEFORE DELETE ON ledger_links
BEGIN
    SELECT RAISE(ABORT, 'ledger: links are never deleted');
END;

CREATE TRIGGER ledger_heads_stay BEFORE DELETE ON ledger_heads
BEGIN
    SELECT RAISE(ABORT, 'ledger: the end of the chain is never deleted');
END;

CREATE TRIGGER ledger_heads_forward BEFORE UPDATE ON ledger_heads
WHEN NEW.seq < OLD.seq OR NEW.anchored_seq < OLD.anchored_seq OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'ledger: the chain goes forward');
END;
