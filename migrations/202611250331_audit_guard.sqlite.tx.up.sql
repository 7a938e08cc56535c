-- The audit log is append-only, and its end moves forward one entry at a time.
CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never changed');
END;

CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never deleted');
END;

CREATE TRIGGER audit_heads_forward BEFORE UPDATE ON audit_heads
WHEN NEW.seq <> OLD.seq + 1
BEGIN
    SELECT RAISE(ABORT, 'audit: the chain goes forward one by one');
END;

CREATE TRIGGER audit_heads_stay BEFORE DELETE ON audit_heads
BEGIN
    SELECT RAISE(ABORT, 'audit: the end of the chain is never deleted');
END;
