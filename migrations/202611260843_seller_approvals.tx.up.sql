-- An approval that can still be withdrawn, and why an application was rejected, in one word.
ALTER TABLE sellers ADD COLUMN approval_until TIMESTAMPTZ;

ALTER TABLE sellers ADD COLUMN reason_code TEXT NOT NULL DEFAULT '';
