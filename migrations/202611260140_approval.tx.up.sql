-- What one person proposes and another one approves. The payload is frozen with its hash.
CREATE TABLE proposals (
    id                 TEXT        NOT NULL CONSTRAINT proposals_pkey PRIMARY KEY,
    kind               TEXT        NOT NULL,
    subject            TEXT        NOT NULL,
    payload            TEXT        NOT NULL,
    hash               TEXT        NOT NULL,
    reason             TEXT        NOT NULL,
    proposer_id        TEXT        NOT NULL REFERENCES accounts (id),
    proposer_role      TEXT        NOT NULL,
    proposer_seller_id TEXT        NOT NULL,
    status             TEXT        NOT NULL,
    open_key           TEXT        CONSTRAINT proposals_open_key_key UNIQUE,
    created_at         TIMESTAMPTZ NOT NULL,
    expires_at         TIMESTAMPTZ NOT NULL,
    decided_at         TIMESTAMPTZ,
    decided_by         TEXT        NOT NULL,
    decider_role       TEXT        NOT NULL,
    note               TEXT        NOT NULL,
    CONSTRAINT proposals_status_check CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT proposals_decided_check CHECK ((status = 'PENDING') = (decided_at IS NULL)),
    CONSTRAINT proposals_open_check CHECK (status = 'PENDING' OR open_key IS NULL)
);
CREATE INDEX proposals_status_expires_at_idx ON proposals (status, expires_at);
CREATE INDEX proposals_subject_idx ON proposals (subject);
CREATE INDEX proposals_proposer_seller_id_idx ON proposals (proposer_seller_id, id);

-- Who proposed what somebody else approved, and under which grant an operator acted as a seller.
ALTER TABLE audit_entries ADD COLUMN proposal_id TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entries ADD COLUMN proposed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entries ADD COLUMN view_as_id TEXT NOT NULL DEFAULT '';
