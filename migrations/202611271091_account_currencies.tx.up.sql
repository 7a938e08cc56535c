-- The currency of an account: the provider keeps a balance in it, and in those that a bank account of it takes. Empty: it was
-- not read since.
ALTER TABLE payout_accounts ADD COLUMN default_currency TEXT NOT NULL DEFAULT '';
