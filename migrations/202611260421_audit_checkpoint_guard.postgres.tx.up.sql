-- Entries are deleted behind a checkpoint only, and a checkpoint names the entry that it is for and is never changed.
DROP TRIGGER audit_entries_keep ON audit_entries;

CREATE TRIGGER audit_entries_keep BEFORE UPDATE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM audit_checkpoints AS c WHERE c.seq >= OLD.seq) THEN
        RAISE EXCEPTION 'audit: entries are deleted behind a checkpoint only';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION audit_entries_stay();

CREATE TRIGGER audit_checkpoints_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoints
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

CREATE FUNCTION audit_checkpoints_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM audit_entries AS e WHERE e.seq = NEW.seq AND e.hash = NEW.hash)
        OR EXISTS (SELECT 1 FROM audit_checkpoints AS c WHERE c.seq >= NEW.seq) THEN
        RAISE EXCEPTION 'audit: a checkpoint is for an entry that is there';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER audit_checkpoints_fit BEFORE INSERT ON audit_checkpoints
    FOR EACH ROW EXECUTE FUNCTION audit_checkpoints_fit();
