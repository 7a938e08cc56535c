ALTER TABLE refunds ADD COLUMN proposal_id TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX refunds_proposal_id_key ON refunds (proposal_id) WHERE proposal_id <> '';
