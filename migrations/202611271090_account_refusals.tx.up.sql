-- Why the provider has refused to open an account, in its words, and how often it has: each attempt after a refusal is
-- a new one at the provider, which repeats its answer to an old one.
ALTER TABLE payout_accounts ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
ALTER TABLE payout_accounts ADD COLUMN refusal_count BIGINT NOT NULL DEFAULT 0;
