-- How a dispute is answered. What is written here before Stripe is asked is looked up again after.
ALTER TABLE disputes ADD COLUMN answer TEXT NOT NULL DEFAULT 'NONE' CONSTRAINT disputes_answer_check CHECK (answer IN ('NONE', 'EVIDENCE', 'ACCEPT'));
ALTER TABLE disputes ADD COLUMN answer_status TEXT NOT NULL DEFAULT 'NONE'
    CONSTRAINT disputes_answer_status_check CHECK (answer_status IN ('NONE', 'PLANNED', 'SENDING', 'UNKNOWN', 'DONE', 'REFUSED'));
ALTER TABLE disputes ADD COLUMN answer_id TEXT NOT NULL DEFAULT '';
ALTER TABLE disputes ADD COLUMN answer_evidence JSONB;
ALTER TABLE disputes ADD COLUMN answer_failure TEXT NOT NULL DEFAULT '';
ALTER TABLE disputes ADD COLUMN answered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE disputes ADD COLUMN answered_at TIMESTAMPTZ;
-- How often the provider had been given evidence before.
ALTER TABLE disputes ADD COLUMN submissions BIGINT NOT NULL DEFAULT 0;
ALTER TABLE disputes ADD COLUMN answer_after BIGINT NOT NULL DEFAULT 0;
-- Whether an operator has said whose share is what.
ALTER TABLE disputes ADD COLUMN is_assigned BOOLEAN NOT NULL DEFAULT FALSE;
-- What Stripe has charged for it.
ALTER TABLE disputes ADD COLUMN fee_minor BIGINT NOT NULL DEFAULT 0;
-- The policy that held when it was first heard of.
ALTER TABLE disputes ADD COLUMN is_taken_at_loss BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX disputes_due_by_idx ON disputes (due_by);

-- What a dispute has to do with each part of its order.
CREATE TABLE dispute_parts (
    dispute_id      TEXT        NOT NULL REFERENCES disputes (id),
    seller_order_id TEXT        NOT NULL REFERENCES seller_orders (id),
    seller_id       TEXT        NOT NULL REFERENCES sellers (id),
    currency        TEXT        NOT NULL,
    share_minor     BIGINT      NOT NULL CONSTRAINT dispute_parts_share_check CHECK (share_minor >= 0),
    evidence        JSONB       NOT NULL,
    edited_by       TEXT        NOT NULL,
    edited_at       TIMESTAMPTZ,
    accepted_by     TEXT        NOT NULL,
    accepted_at     TIMESTAMPTZ,
    CONSTRAINT dispute_parts_pkey PRIMARY KEY (dispute_id, seller_order_id)
);

CREATE INDEX dispute_parts_seller_id_idx ON dispute_parts (seller_id, dispute_id);
