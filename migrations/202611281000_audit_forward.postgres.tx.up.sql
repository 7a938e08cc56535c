-- Entries that come together are appended together: the end of the audit log moves forward to
-- an entry that is there, and leaves none out.
CREATE OR REPLACE FUNCTION audit_heads_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <= OLD.seq
        OR NOT EXISTS (SELECT 1 FROM audit_entries WHERE seq = NEW.seq AND hash = NEW.hash)
        OR (SELECT COUNT(*) FROM audit_entries WHERE seq > OLD.seq AND seq <= NEW.seq) <> NEW.seq - OLD.seq THEN
        RAISE EXCEPTION 'audit: the chain goes forward, to an entry, and leaves none out';
    END IF;
    RETURN NEW;
END $$;
