-- Which operator may read what is masked of an order's buyer or of an account, in which session, until when.
CREATE TABLE personal_data_reveals (
    id          TEXT        NOT NULL CONSTRAINT personal_data_reveals_pkey PRIMARY KEY,
    operator_id TEXT        NOT NULL REFERENCES accounts (id),
    session_id  TEXT        NOT NULL,
    subject     TEXT        NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    ends_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT personal_data_reveals_ends_at_check CHECK (ends_at > created_at)
);
CREATE INDEX personal_data_reveals_session_id_idx ON personal_data_reveals (session_id, subject);
CREATE INDEX personal_data_reveals_ends_at_idx ON personal_data_reveals (ends_at);
