-- The data key of each person, sealed by the keyset; an erased key leaves its mark.
CREATE TABLE subject_keys (
    subject       TEXT        NOT NULL CONSTRAINT subject_keys_pkey PRIMARY KEY,
    sealed        BYTEA,
    sealed_key_id BIGINT      NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    erased_at     TIMESTAMPTZ,
    CONSTRAINT subject_keys_erased_check CHECK ((sealed IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX subject_keys_sealed_key_id_idx ON subject_keys (sealed_key_id, subject);

-- Files that a job makes and that one person may fetch once.
CREATE TABLE exports (
    id             TEXT        NOT NULL CONSTRAINT exports_pkey PRIMARY KEY,
    kind           TEXT        NOT NULL,
    owner_id       TEXT        NOT NULL REFERENCES accounts (id),
    subject_id     TEXT        NOT NULL,
    params         TEXT        NOT NULL,
    filename       TEXT        NOT NULL,
    content_type   TEXT        NOT NULL,
    status         TEXT        NOT NULL,
    done           BIGINT      NOT NULL,
    total          BIGINT      NOT NULL,
    byte_size      BIGINT      NOT NULL,
    chunks         BIGINT      NOT NULL,
    position       TEXT        NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    ready_at       TIMESTAMPTZ,
    expires_at     TIMESTAMPTZ,
    fetching_until TIMESTAMPTZ,
    fetched_at     TIMESTAMPTZ,
    CONSTRAINT exports_status_check CHECK (status IN ('PENDING', 'RUNNING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED')),
    CONSTRAINT exports_ready_check CHECK (status <> 'READY' OR expires_at IS NOT NULL)
);
CREATE INDEX exports_owner_id_idx ON exports (owner_id, id);
CREATE INDEX exports_expires_at_idx ON exports (expires_at) WHERE status = 'READY';

CREATE TABLE export_chunks (
    export_id TEXT   NOT NULL REFERENCES exports (id),
    seq       BIGINT NOT NULL,
    content   BYTEA  NOT NULL,
    CONSTRAINT export_chunks_pkey PRIMARY KEY (export_id, seq)
);
