-- The last four digits of the bank account at the time when a payout was planned; empty
-- where nobody knows.
ALTER TABLE payouts ADD COLUMN bank_last4 TEXT NOT NULL DEFAULT '';
