-- Since when the bank decides about a debit; null while nothing is being decided.
ALTER TABLE payments ADD COLUMN processing_since TIMESTAMPTZ;
