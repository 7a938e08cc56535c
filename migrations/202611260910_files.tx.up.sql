-- Files that people have sent, each once for equal bytes and one purpose; the id
-- is the purpose and the SHA-256 of the bytes.
CREATE TABLE files (
    id           TEXT        NOT NULL CONSTRAINT files_pkey PRIMARY KEY,
    content_type TEXT        NOT NULL,
    byte_size    BIGINT      NOT NULL, -- as received
    pages        BIGINT      NOT NULL, -- 1 for an image
    width_px     BIGINT      NOT NULL, -- 0 unless it is an image
    height_px    BIGINT      NOT NULL,
    url          TEXT, -- where everybody can see it; NULL: nowhere
    keep_until   TIMESTAMPTZ NOT NULL, -- whether it is used or not
    created_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT files_url_key UNIQUE (url)
);

CREATE INDEX files_keep_until_idx ON files (keep_until);

-- The bytes, in each size that is handed out.
CREATE TABLE file_contents (
    file_id      TEXT  NOT NULL REFERENCES files (id),
    size         TEXT  NOT NULL,
    content_type TEXT  NOT NULL,
    content      BYTEA NOT NULL,
    CONSTRAINT file_contents_pkey PRIMARY KEY (file_id, size),
    CONSTRAINT file_contents_size_check CHECK (size IN ('WHOLE', 'LARGE', 'MEDIUM', 'SMALL'))
);

-- What a file is kept for.
CREATE TABLE file_uses (
    file_id    TEXT        NOT NULL REFERENCES files (id),
    holder     TEXT        NOT NULL, -- the id of what shows or needs it
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT file_uses_pkey PRIMARY KEY (file_id, holder)
);

CREATE INDEX file_uses_holder_idx ON file_uses (holder);

-- Files that were announced, and are sent and taken within a day.
CREATE TABLE file_uploads (
    id         TEXT        NOT NULL CONSTRAINT file_uploads_pkey PRIMARY KEY,
    seller_id  TEXT        NOT NULL, -- empty: an operator has announced it
    purpose    TEXT        NOT NULL,
    filename   TEXT        NOT NULL,
    byte_size  BIGINT      NOT NULL, -- as announced
    file_id    TEXT        REFERENCES files (id), -- NULL until it was sent
    is_taken   BOOLEAN     NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT file_uploads_purpose_check CHECK (purpose IN ('EVIDENCE', 'IMAGE')),
    CONSTRAINT file_uploads_byte_size_check CHECK (byte_size > 0)
);

CREATE INDEX file_uploads_expires_at_idx ON file_uploads (expires_at);
CREATE INDEX file_uploads_seller_id_idx ON file_uploads (seller_id, expires_at);
CREATE INDEX file_uploads_file_id_idx ON file_uploads (file_id);
