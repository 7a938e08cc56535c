-- Who made an event true, for the audit log.
ALTER TABLE outbox ADD COLUMN origin JSONB NOT NULL DEFAULT '{}';

-- The audit log: what people decided and changed, each row chained to the one before.
CREATE TABLE audit_entries (
    seq         BIGINT      NOT NULL CONSTRAINT audit_entries_pkey PRIMARY KEY,
    id          TEXT        NOT NULL,
    event_id    TEXT        NOT NULL,
    kind        TEXT        NOT NULL,
    subject     TEXT        NOT NULL,
    seller_id   TEXT        NOT NULL,
    actor_id    TEXT        NOT NULL,
    actor_role  TEXT        NOT NULL,
    acting_for  TEXT        NOT NULL,
    session_id  TEXT        NOT NULL,
    request_id  TEXT        NOT NULL,
    address     TEXT        NOT NULL,
    before_text TEXT        NOT NULL,
    after_text  TEXT        NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    hash        TEXT        NOT NULL,
    CONSTRAINT audit_entries_id_key UNIQUE (id),
    CONSTRAINT audit_entries_event_id_key UNIQUE (event_id)
);
CREATE INDEX audit_entries_seller_id_seq_idx ON audit_entries (seller_id, seq);
CREATE INDEX audit_entries_actor_id_seq_idx ON audit_entries (actor_id, seq);
CREATE INDEX audit_entries_subject_seq_idx ON audit_entries (subject, seq);

-- The end of the chain. Appending locks it.
CREATE TABLE audit_heads (
    id   BIGINT NOT NULL CONSTRAINT audit_heads_pkey PRIMARY KEY,
    seq  BIGINT NOT NULL,
    hash TEXT   NOT NULL,
    CONSTRAINT audit_heads_id_check CHECK (id = 1)
);
INSERT INTO audit_heads (id, seq, hash) VALUES (1, 0, '');
