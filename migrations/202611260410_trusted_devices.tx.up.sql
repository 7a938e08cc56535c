-- Devices that a buyer is not asked for the second factor on. Only the SHA-256 of
-- a device's token is kept. A row ends 30 days after it was made, whatever
-- happens, and with any change of the password or of the factors.
CREATE TABLE trusted_devices (
    id           TEXT        NOT NULL CONSTRAINT trusted_devices_pkey PRIMARY KEY,
    account_id   TEXT        NOT NULL REFERENCES accounts (id),
    token_hash   BYTEA       NOT NULL CONSTRAINT trusted_devices_token_hash_key UNIQUE,
    agent        TEXT        NOT NULL,
    place        TEXT        NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX trusted_devices_account_id_idx ON trusted_devices (account_id, id);

-- The trusted device that a session was let in by, or that was trusted in it.
ALTER TABLE sessions ADD COLUMN trusted_device_id TEXT;
