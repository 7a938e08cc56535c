-- What the chained journals are to each seller: one line for each reason why their
-- balance changes. A line is written once, soon after its journal was chained, and
-- is never changed (the triggers are in the file of each database).
CREATE TABLE statement_lines (
    seller_id        TEXT        NOT NULL,
    currency         TEXT        NOT NULL,
    seq              BIGINT      NOT NULL,
    position         BIGINT      NOT NULL,
    journal_id       TEXT        NOT NULL REFERENCES ledger_journals (id),
    order_id         TEXT        NOT NULL,
    kind             TEXT        NOT NULL,
    book             TEXT        NOT NULL CONSTRAINT statement_lines_book_check CHECK (book IN ('PLATFORM', 'PROVIDER')),
    amount_minor     BIGINT      NOT NULL CONSTRAINT statement_lines_amount_check CHECK (amount_minor <> 0),
    vat_basis_points BIGINT      NOT NULL,
    posted_at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT statement_lines_pkey PRIMARY KEY (seller_id, currency, seq, position)
);

CREATE INDEX statement_lines_seq_idx ON statement_lines (seq);

-- How far the chain was followed. Whoever writes lines or closes locks it.
CREATE TABLE statement_heads (
    id  BIGINT NOT NULL CONSTRAINT statement_heads_pkey PRIMARY KEY,
    seq BIGINT NOT NULL,
    CONSTRAINT statement_heads_id_check CHECK (id = 1)
);

INSERT INTO statement_heads (id, seq) VALUES (1, 0);

-- Which part of the chain a month is.
CREATE TABLE statement_periods (
    month        TEXT        NOT NULL CONSTRAINT statement_periods_pkey PRIMARY KEY,
    from_seq     BIGINT      NOT NULL,
    to_seq       BIGINT      NOT NULL,
    closed_at    TIMESTAMPTZ NOT NULL,
    completed_at TIMESTAMPTZ,
    CONSTRAINT statement_periods_seq_check CHECK (from_seq <= to_seq)
);

-- The last number of each series, such as ST-2026.
CREATE TABLE statement_numbers (
    series TEXT   NOT NULL CONSTRAINT statement_numbers_pkey PRIMARY KEY,
    last   BIGINT NOT NULL
);

CREATE TABLE seller_statements (
    id                     TEXT        NOT NULL CONSTRAINT seller_statements_pkey PRIMARY KEY,
    number                 TEXT        NOT NULL CONSTRAINT seller_statements_number_key UNIQUE,
    seller_id              TEXT        NOT NULL REFERENCES sellers (id),
    currency               TEXT        NOT NULL,
    month                  TEXT        NOT NULL REFERENCES statement_periods (month),
    from_seq               BIGINT      NOT NULL,
    to_seq                 BIGINT      NOT NULL,
    opening_minor          BIGINT      NOT NULL,
    closing_minor          BIGINT      NOT NULL,
    provider_opening_minor BIGINT      NOT NULL,
    provider_closing_minor BIGINT      NOT NULL,
    totals                 JSONB       NOT NULL,
    closed_at              TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_statements_seller_id_currency_month_key UNIQUE (seller_id, currency, month)
);

CREATE INDEX seller_statements_month_idx ON seller_statements (month, seller_id, currency);

-- What the platform asks of a seller for a month of sales, and what it gives back.
CREATE TABLE commission_documents (
    id           TEXT        NOT NULL CONSTRAINT commission_documents_pkey PRIMARY KEY,
    number       TEXT        NOT NULL CONSTRAINT commission_documents_number_key UNIQUE,
    kind         TEXT        NOT NULL CONSTRAINT commission_documents_kind_check CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    statement_id TEXT        NOT NULL REFERENCES seller_statements (id),
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    currency     TEXT        NOT NULL,
    month        TEXT        NOT NULL,
    net_minor    BIGINT      NOT NULL,
    vat_minor    BIGINT      NOT NULL,
    vat_groups   JSONB       NOT NULL,
    issuer       JSONB       NOT NULL,
    recipient    JSONB       NOT NULL,
    issued_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT commission_documents_statement_id_kind_key UNIQUE (statement_id, kind)
);

CREATE INDEX commission_documents_seller_id_idx ON commission_documents (seller_id, id);
