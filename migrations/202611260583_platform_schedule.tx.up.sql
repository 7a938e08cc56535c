-- How often the provider pays the platform out by itself, as it was read with the last comparison; empty for others.
ALTER TABLE reconciliation_accounts ADD COLUMN payout_schedule TEXT NOT NULL DEFAULT '';
