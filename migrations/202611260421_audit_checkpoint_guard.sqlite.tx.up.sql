-- Entries are deleted behind a checkpoint only, and a checkpoint names the entry that it is for and is never changed.
DROP TRIGGER audit_entries_stay;

CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
WHEN NOT EXISTS (SELECT 1 FROM audit_checkpoints AS c WHERE c.seq >= OLD.seq)
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are deleted behind a checkpoint only');
END;

CREATE TRIGGER audit_checkpoints_keep BEFORE UPDATE ON audit_checkpoints
BEGIN
    SELECT RAISE(ABORT, 'audit: checkpoints are never changed');
END;

CREATE TRIGGER audit_checkpoints_stay BEFORE DELETE ON audit_checkpoints
BEGIN
    SELECT RAISE(ABORT, 'audit: checkpoints are never deleted');
END;

CREATE TRIGGER audit_checkpoints_fit BEFORE INSERT ON audit_checkpoints
WHEN NOT EXISTS (SELECT 1 FROM audit_entries AS e WHERE e.seq = NEW.seq AND e.hash = NEW.hash)
    OR EXISTS (SELECT 1 FROM audit_checkpoints AS c WHERE c.seq >= NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'audit: a checkpoint is for an entry that is there');
END;
