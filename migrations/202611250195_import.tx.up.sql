-- Files that sellers send in order to import them. The bytes go once they have
-- expired; the row stays.
CREATE TABLE uploads (
    id           TEXT        NOT NULL CONSTRAINT uploads_pkey PRIMARY KEY,
    seller_id    TEXT        NOT NULL REFERENCES sellers (id),
    filename     TEXT        NOT NULL,
    content_type TEXT        NOT NULL,
    byte_size    BIGINT      NOT NULL,
    is_received  BOOLEAN     NOT NULL,
    content      BYTEA,
    expires_at   TIMESTAMPTZ NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT uploads_byte_size_check CHECK (byte_size BETWEEN 1 AND 20971520)
);

CREATE INDEX uploads_expires_at_idx ON uploads (expires_at) WHERE is_received;

-- A file on its way into the catalogue, and the account of its rows.
CREATE TABLE imports (
    id                 TEXT        NOT NULL CONSTRAINT imports_pkey PRIMARY KEY,
    seller_id          TEXT        NOT NULL REFERENCES sellers (id),
    upload_id          TEXT        NOT NULL REFERENCES uploads (id),
    filename           TEXT        NOT NULL,
    currency           TEXT        NOT NULL,
    is_dry_run         BOOLEAN     NOT NULL,
    status             TEXT        NOT NULL,
    rows               INTEGER     NOT NULL,
    rows_imported      INTEGER     NOT NULL,
    rows_image         INTEGER     NOT NULL,
    rows_failed        INTEGER     NOT NULL,
    products_created   INTEGER     NOT NULL,
    products_updated   INTEGER     NOT NULL,
    products_unchanged INTEGER     NOT NULL,
    products_failed    INTEGER     NOT NULL,
    variants_created   INTEGER     NOT NULL,
    offers_created     INTEGER     NOT NULL,
    offers_updated     INTEGER     NOT NULL,
    problems           INTEGER     NOT NULL,
    groups_done        INTEGER     NOT NULL, -- where to continue
    created_at         TIMESTAMPTZ NOT NULL,
    started_at         TIMESTAMPTZ,
    finished_at        TIMESTAMPTZ,
    updated_at         TIMESTAMPTZ NOT NULL,
    CONSTRAINT imports_status_check CHECK (status IN ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
    CONSTRAINT imports_rows_check CHECK (rows = rows_imported + rows_image + rows_failed)
);

CREATE INDEX imports_seller_id_id_idx ON imports (seller_id, id);
CREATE INDEX imports_upload_id_idx ON imports (upload_id);

-- What is wrong with which row of a file.
CREATE TABLE import_problems (
    import_id TEXT    NOT NULL REFERENCES imports (id),
    seq       INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    col       TEXT    NOT NULL, -- the name of the column, as the file has it
    handle    TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    message   TEXT    NOT NULL,
    CONSTRAINT import_problems_pkey PRIMARY KEY (import_id, seq)
);
