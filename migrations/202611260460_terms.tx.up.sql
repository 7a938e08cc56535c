-- What people agree to, and what they have said to it.
CREATE TABLE terms_versions (
    id            TEXT        NOT NULL CONSTRAINT terms_versions_pkey PRIMARY KEY,
    kind          TEXT        NOT NULL CONSTRAINT terms_versions_kind_check CHECK (kind IN ('BUYER_TERMS', 'SELLER_TERMS', 'PRIVACY_NOTICE', 'MARKETING')),
    number        BIGINT      NOT NULL CONSTRAINT terms_versions_number_check CHECK (number > 0),
    title         TEXT        NOT NULL,
    body          TEXT        NOT NULL,
    link          TEXT        NOT NULL,
    text_hash     TEXT        NOT NULL,
    in_force_from TIMESTAMPTZ NOT NULL,
    published_at  TIMESTAMPTZ NOT NULL,
    published_by  TEXT        NOT NULL REFERENCES accounts (id),
    withdrawn_at  TIMESTAMPTZ,
    withdrawn_by  TEXT        REFERENCES accounts (id),
    CONSTRAINT terms_versions_kind_number_key UNIQUE (kind, number),
    CONSTRAINT terms_versions_text_check CHECK ((body = '') <> (link = '')),
    CONSTRAINT terms_versions_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

-- One version begins at an instant.
CREATE UNIQUE INDEX terms_versions_kind_in_force_from_key ON terms_versions (kind, in_force_from) WHERE withdrawn_at IS NULL;

-- Odd turns give, even turns take back.
CREATE TABLE terms_answers (
    id          TEXT        NOT NULL CONSTRAINT terms_answers_pkey PRIMARY KEY,
    account_id  TEXT        NOT NULL REFERENCES accounts (id),
    version_id  TEXT        NOT NULL REFERENCES terms_versions (id),
    kind        TEXT        NOT NULL,
    turn        BIGINT      NOT NULL CONSTRAINT terms_answers_turn_check CHECK (turn > 0),
    answered_at TIMESTAMPTZ NOT NULL,
    address     TEXT        NOT NULL,
    role        TEXT        NOT NULL,
    seller_id   TEXT        NOT NULL,
    CONSTRAINT terms_answers_account_id_version_id_turn_key UNIQUE (account_id, version_id, turn),
    CONSTRAINT terms_answers_consent_check CHECK (turn = 1 OR kind = 'MARKETING')
);

CREATE INDEX terms_answers_account_id_idx ON terms_answers (account_id, id);
