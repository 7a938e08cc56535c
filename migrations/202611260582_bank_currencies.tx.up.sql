-- The currencies that the bank accounts of a payout account take, as the provider lists them; empty: nobody knows.
ALTER TABLE payout_accounts ADD COLUMN bank_currencies JSONB NOT NULL DEFAULT '[]';
