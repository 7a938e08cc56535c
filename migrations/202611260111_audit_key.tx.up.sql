-- Through which API key something was changed; empty when by a person.
ALTER TABLE audit_entries ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
