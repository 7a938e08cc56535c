-- Whether somebody who is to be erased gives up what is left of their credit.
ALTER TABLE erasures ADD COLUMN is_credit_forfeited BOOLEAN NOT NULL DEFAULT FALSE;
