-- Orders whose payment Stripe has converted: what the buyer paid by card, in the
-- currency of the order, what it settled as, before fees, and how much of it has left
-- the account of exchange.
CREATE TABLE ledger_conversions (
    order_id         TEXT   NOT NULL CONSTRAINT ledger_conversions_pkey PRIMARY KEY,
    currency         TEXT   NOT NULL,
    amount_minor     BIGINT NOT NULL CONSTRAINT ledger_conversions_amount_check CHECK (amount_minor > 0),
    settled_currency TEXT   NOT NULL,
    settled_minor    BIGINT NOT NULL CONSTRAINT ledger_conversions_settled_check CHECK (settled_minor > 0),
    moved_minor      BIGINT NOT NULL
);

-- What leaves and comes back at the provider for them; nothing in an empty currency where
-- it is the amount itself.
ALTER TABLE transfers ADD COLUMN settled_currency TEXT NOT NULL DEFAULT '';

ALTER TABLE transfers ADD COLUMN settled_minor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE transfers ADD COLUMN settled_reversed_minor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE reversals ADD COLUMN settled_currency TEXT NOT NULL DEFAULT '';

ALTER TABLE reversals ADD COLUMN settled_minor BIGINT NOT NULL DEFAULT 0;
