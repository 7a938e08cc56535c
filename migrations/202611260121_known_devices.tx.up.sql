-- Devices that somebody has signed in with. Each has its own count of failures,
-- so that strangers who guess cannot lock the owner out. Only the SHA-256 of a
-- device's token is kept.
CREATE TABLE known_devices (
    id           TEXT        NOT NULL CONSTRAINT known_devices_pkey PRIMARY KEY,
    account_id   TEXT        NOT NULL REFERENCES accounts (id),
    token_hash   BYTEA       NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT known_devices_token_hash_account_id_key UNIQUE (token_hash, account_id)
);

CREATE INDEX known_devices_account_id_idx ON known_devices (account_id, last_used_at);

-- The device that a session was opened with.
ALTER TABLE sessions ADD COLUMN device_id TEXT;

-- Failures in a row, which are not forgotten with the waits.
ALTER TABLE sign_in_throttles ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
