-- What owners of sellers have said to being debited: the latest turn of a seller holds.
CREATE TABLE debit_answers (
    id          TEXT        NOT NULL CONSTRAINT debit_answers_pkey PRIMARY KEY,
    seller_id   TEXT        NOT NULL REFERENCES sellers (id),
    turn        BIGINT      NOT NULL CONSTRAINT debit_answers_turn_check CHECK (turn > 0),
    is_given    BOOLEAN     NOT NULL,
    version     BIGINT      NOT NULL CONSTRAINT debit_answers_version_check CHECK (version > 0),
    text_hash   TEXT        NOT NULL,
    answered_by TEXT        NOT NULL REFERENCES accounts (id),
    answered_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT debit_answers_seller_id_turn_key UNIQUE (seller_id, turn)
);

CREATE INDEX debit_answers_answered_by_idx ON debit_answers (answered_by);
