-- Commands that were carried out, by the key their sender gave them.
CREATE TABLE idempotency_keys (
    account_id TEXT        NOT NULL,
    operation  TEXT        NOT NULL,
    key        TEXT        NOT NULL,
    input_hash TEXT        NOT NULL,
    outcome    TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, operation, key)
);
