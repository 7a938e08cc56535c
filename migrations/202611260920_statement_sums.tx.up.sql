-- What the lines of statements sum to by day, so that reports read days and not lines; and
-- what came to each account of a seller in each month and went from it, so that a
-- statement tells where its balances are without reading the entries of the seller.
-- statement.follow adds to both in the unit that writes the lines. seller_id is empty
-- for all sellers together.
CREATE TABLE statement_days (
    seller_id    TEXT   NOT NULL,
    currency     TEXT   NOT NULL,
    day          TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    amount_minor BIGINT NOT NULL,
    orders       BIGINT NOT NULL,
    CONSTRAINT statement_days_pkey PRIMARY KEY (seller_id, day, currency, kind)
);

CREATE TABLE statement_moves (
    seller_id    TEXT   NOT NULL,
    currency     TEXT   NOT NULL,
    month        TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    debit_minor  BIGINT NOT NULL,
    credit_minor BIGINT NOT NULL,
    CONSTRAINT statement_moves_pkey PRIMARY KEY (seller_id, currency, month, account)
);

-- How far of the chain is in these sums, and in which month. What was followed before
-- they were kept, or by a program of the version before, is added by the next run.
ALTER TABLE statement_heads ADD COLUMN summed_seq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE statement_heads ADD COLUMN summed_month TEXT NOT NULL DEFAULT '';
