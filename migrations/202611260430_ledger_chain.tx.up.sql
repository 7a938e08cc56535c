-- The chain of journals, and sums of the ledger that are kept beside it.
--
-- ledger_tail holds the entries of journals that are not chained yet: whoever
-- posts adds to it in the same unit (the triggers are in the file of each
-- database), and the job that chains takes away what it has chained. So a
-- journal that commits late is chained late, and never missed.
CREATE TABLE ledger_tail (
    entry_id     TEXT        NOT NULL CONSTRAINT ledger_tail_pkey PRIMARY KEY,
    journal_id   TEXT        NOT NULL,
    seller_id    TEXT        NOT NULL,
    account      TEXT        NOT NULL,
    currency     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL,
    posted_at    TIMESTAMPTZ NOT NULL
);

CREATE INDEX ledger_tail_journal_id_idx ON ledger_tail (journal_id);

CREATE INDEX ledger_tail_seller_id_idx ON ledger_tail (seller_id, account);

INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
SELECT id, journal_id, seller_id, account, currency, amount_minor, posted_at FROM ledger_entries;

CREATE TABLE ledger_links (
    seq        BIGINT NOT NULL CONSTRAINT ledger_links_pkey PRIMARY KEY,
    journal_id TEXT   NOT NULL CONSTRAINT ledger_links_journal_id_key UNIQUE REFERENCES ledger_journals (id),
    hash       TEXT   NOT NULL
);

-- The end of the chain, and how much of it is in the audit log. Chaining locks it,
-- posting does not.
CREATE TABLE ledger_heads (
    id           BIGINT NOT NULL CONSTRAINT ledger_heads_pkey PRIMARY KEY,
    seq          BIGINT NOT NULL,
    hash         TEXT   NOT NULL,
    anchored_seq BIGINT NOT NULL,
    CONSTRAINT ledger_heads_id_check CHECK (id = 1)
);

INSERT INTO ledger_heads (id, seq, hash, anchored_seq) VALUES (1, 0, '', 0);

-- What the chained entries of an account sum to.
CREATE TABLE ledger_checkpoints (
    seller_id    TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    currency     TEXT   NOT NULL,
    seq          BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    CONSTRAINT ledger_checkpoints_pkey PRIMARY KEY (seller_id, account, currency)
);

-- What the chained entries of an account sum to that were posted on one day, UTC.
CREATE TABLE ledger_days (
    seller_id    TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    currency     TEXT   NOT NULL,
    day          TEXT   NOT NULL,
    amount_minor BIGINT NOT NULL,
    CONSTRAINT ledger_days_pkey PRIMARY KEY (seller_id, account, currency, day)
);

-- Balances are sums over this: of what is chained, and of what is not yet.
CREATE VIEW ledger_sums AS
SELECT seller_id, account, currency, amount_minor FROM ledger_checkpoints
UNION ALL
SELECT seller_id, account, currency, amount_minor FROM ledger_tail;

-- Nobody sums the entries of a seller any more, but pages through them by time.
DROP INDEX ledger_entries_seller_id_idx;

CREATE INDEX ledger_entries_seller_id_posted_at_idx ON ledger_entries (seller_id, posted_at, id);

CREATE INDEX ledger_journals_posted_at_idx ON ledger_journals (posted_at, id);
