-- What is asked every few seconds, and by whoever looks whether the process is ready, reads as
-- much as there is to do, and not all that there ever was.
CREATE INDEX inbox_received_at_idx ON inbox (received_at);

CREATE INDEX payouts_account_id_created_at_idx ON payouts (account_id, created_at);

CREATE INDEX payouts_checked_at_idx ON payouts (checked_at) WHERE status IN ('PLANNED', 'SENDING', 'PENDING', 'IN_TRANSIT');

CREATE INDEX payouts_settled_at_idx ON payouts (settled_at) WHERE status = 'PAID';

CREATE INDEX payout_accounts_next_payout_at_idx ON payout_accounts (next_payout_at) WHERE can_pay_out;

CREATE INDEX payout_accounts_status_updated_at_idx ON payout_accounts (status, updated_at);
