-- What the payment provider told us, as it was signed.
CREATE TABLE inbox (
    id          TEXT        NOT NULL CONSTRAINT inbox_pkey PRIMARY KEY,
    type        TEXT        NOT NULL,
    account     TEXT        NOT NULL,
    object_id   TEXT        NOT NULL,
    payload     BYTEA       NOT NULL,
    status      TEXT        NOT NULL CONSTRAINT inbox_status_check CHECK (status IN ('RECEIVED', 'APPLIED', 'IGNORED', 'PARKED')),
    reason      TEXT        NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    settled_at  TIMESTAMPTZ
);

CREATE INDEX inbox_open_idx ON inbox (status, received_at) WHERE status IN ('RECEIVED', 'PARKED');
