-- How often a draft was saved, so that nobody replaces rules that they have not seen.
ALTER TABLE commission_rulesets ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
