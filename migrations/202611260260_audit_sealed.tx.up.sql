-- What an entry says of a person, encrypted under that person's key, in base64: the network that somebody acted from under the key of
-- whoever acted, and words about somebody under the key of whom they are about. The chain covers what is encrypted.
ALTER TABLE audit_entries ADD COLUMN sealed_address TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entries ADD COLUMN sealed_about TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entries ADD COLUMN sealed_text TEXT NOT NULL DEFAULT '';
