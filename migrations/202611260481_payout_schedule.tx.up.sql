-- When a seller is paid out: PLATFORM is as often as the platform's setting lets it.
ALTER TABLE payout_accounts ADD COLUMN schedule TEXT NOT NULL DEFAULT 'PLATFORM' CONSTRAINT payout_accounts_schedule_check CHECK (schedule IN ('PLATFORM', 'DAILY', 'WEEKLY', 'MONTHLY', 'MANUAL'));

ALTER TABLE payout_accounts ADD COLUMN schedule_anchor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE payout_accounts ADD COLUMN minimums JSONB NOT NULL DEFAULT '[]';

-- An instant payout has a fee, which is taken from the seller's balance when the money has arrived.
ALTER TABLE payouts ADD COLUMN method TEXT NOT NULL DEFAULT 'STANDARD' CONSTRAINT payouts_method_check CHECK (method IN ('STANDARD', 'INSTANT'));

ALTER TABLE payouts ADD COLUMN fee_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT payouts_fee_check CHECK (fee_minor >= 0);

ALTER TABLE payouts ADD COLUMN fee_status TEXT NOT NULL DEFAULT 'NONE' CONSTRAINT payouts_fee_status_check CHECK (fee_status IN ('NONE', 'DUE', 'SENDING', 'TAKEN', 'WAIVED'));

ALTER TABLE payouts ADD COLUMN fee_provider_id TEXT;

CREATE INDEX payouts_fee_status_idx ON payouts (account_id) WHERE fee_status IN ('DUE', 'SENDING');

-- No payout is asked for before this instant after one was refused or came back.
ALTER TABLE payout_accounts ADD COLUMN blocked_until TIMESTAMPTZ;
