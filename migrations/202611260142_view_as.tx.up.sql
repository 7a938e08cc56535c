-- Grants by which an operator sees what a member of a seller sees, for a short time.
CREATE TABLE view_as_grants (
    id               TEXT        NOT NULL CONSTRAINT view_as_grants_pkey PRIMARY KEY,
    operator_id      TEXT        NOT NULL REFERENCES accounts (id),
    operator_role    TEXT        NOT NULL,
    seller_id        TEXT        NOT NULL REFERENCES sellers (id),
    reason           TEXT        NOT NULL,
    write_reason     TEXT        NOT NULL,
    is_security_case BOOLEAN     NOT NULL,
    open_key         TEXT        CONSTRAINT view_as_grants_open_key_key UNIQUE,
    created_at       TIMESTAMPTZ NOT NULL,
    ends_at          TIMESTAMPTZ NOT NULL,
    ended_at         TIMESTAMPTZ,
    CONSTRAINT view_as_grants_open_check CHECK ((open_key IS NULL) = (ended_at IS NOT NULL))
);
CREATE INDEX view_as_grants_ends_at_idx ON view_as_grants (ends_at);
