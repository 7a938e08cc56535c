-- A planned change of a seller's plan can be taken back until it begins. It stays, for whoever asks what was decided.
ALTER TABLE seller_plan_assignments ADD COLUMN cancelled_at TIMESTAMPTZ;
ALTER TABLE seller_plan_assignments ADD COLUMN cancelled_by TEXT REFERENCES accounts (id);
