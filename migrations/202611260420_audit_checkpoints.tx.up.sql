-- From where the audit log is kept: its oldest entries were removed when their time was over, and what was removed last is signed.
CREATE TABLE audit_checkpoints (
    seq       BIGINT      NOT NULL CONSTRAINT audit_checkpoints_pkey PRIMARY KEY,
    hash      TEXT        NOT NULL,
    removed   BIGINT      NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    signature TEXT        NOT NULL,
    CONSTRAINT audit_checkpoints_removed_check CHECK (removed > 0)
);
