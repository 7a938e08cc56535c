-- What Stripe asks of sellers, with its deadlines, and how it stands with their banks.
ALTER TABLE payout_accounts ADD COLUMN due_by TIMESTAMPTZ;
ALTER TABLE payout_accounts ADD COLUMN requirement_errors JSONB NOT NULL DEFAULT '[]';
ALTER TABLE payout_accounts ADD COLUMN alternatives JSONB NOT NULL DEFAULT '[]';
ALTER TABLE payout_accounts ADD COLUMN eventually_due JSONB NOT NULL DEFAULT '[]';
ALTER TABLE payout_accounts ADD COLUMN future_due JSONB NOT NULL DEFAULT '[]';
ALTER TABLE payout_accounts ADD COLUMN future_due_by TIMESTAMPTZ;
ALTER TABLE payout_accounts ADD COLUMN bank_status TEXT NOT NULL DEFAULT '';

-- The deadline of which the owners were reminded.
ALTER TABLE payout_accounts ADD COLUMN due_told TIMESTAMPTZ;

CREATE INDEX payout_accounts_due_by_idx ON payout_accounts (due_by) WHERE due_by IS NOT NULL;
