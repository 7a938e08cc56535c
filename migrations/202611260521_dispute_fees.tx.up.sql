-- Who bears the provider's fee, by the policy that held when the dispute was heard of; what sellers are charged of it now,
-- and how often that was reckoned.
ALTER TABLE disputes ADD COLUMN fee_policy TEXT NOT NULL DEFAULT 'PLATFORM'
    CONSTRAINT disputes_fee_policy_check CHECK (fee_policy IN ('PLATFORM', 'SELLER', 'SELLER_UNLESS_WON'));
ALTER TABLE disputes ADD COLUMN charged_minor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE disputes ADD COLUMN charges BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dispute_parts ADD COLUMN fee_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT dispute_parts_fee_check CHECK (fee_minor >= 0);

-- How many reminders of the present deadline were told.
ALTER TABLE disputes ADD COLUMN reminders BIGINT NOT NULL DEFAULT 0;
