-- When somebody signed in last, with every factor that the account asks for;
-- null: not since this is kept.
ALTER TABLE accounts ADD COLUMN signed_in_at TIMESTAMPTZ;

UPDATE accounts SET signed_in_at = (SELECT MAX(s.created_at) FROM sessions AS s WHERE s.account_id = accounts.id AND NOT s.factor_pending)
WHERE NOT is_guest;

-- Since when an operator may not act as one any more.
ALTER TABLE accounts ADD COLUMN operator_disabled_at TIMESTAMPTZ;

-- When an operator was let in again; idle days count from then.
ALTER TABLE accounts ADD COLUMN operator_enabled_at TIMESTAMPTZ;

CREATE INDEX accounts_operator_role_idx ON accounts (operator_role) WHERE operator_role IS NOT NULL;

-- When those who answer for it were last told who has not signed in for long:
-- the owners of a seller, by its id, or those of the platform, by 'operators'.
CREATE TABLE access_reviews (
    subject TEXT        NOT NULL CONSTRAINT access_reviews_pkey PRIMARY KEY,
    told_at TIMESTAMPTZ NOT NULL
);
