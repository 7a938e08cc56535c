-- The charge that a transfer draws on, decided when it is planned; empty: it draws on the balance. Null: planned by a
-- version that decided it when it was sent.
ALTER TABLE transfers ADD COLUMN charge_id TEXT;

-- The country in which a seller's account at the provider was opened.
ALTER TABLE payout_accounts ADD COLUMN country TEXT NOT NULL DEFAULT '';

UPDATE payout_accounts SET country = (SELECT s.country FROM sellers AS s WHERE s.id = payout_accounts.seller_id);
