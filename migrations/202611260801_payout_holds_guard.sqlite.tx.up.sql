-- What was held and let go stays on record as it was.
CREATE TRIGGER payout_holds_stay BEFORE DELETE ON payout_holds
BEGIN
    SELECT RAISE(ABORT, 'payout_holds are never changed or deleted');
END;

CREATE TRIGGER payout_holds_keep BEFORE UPDATE ON payout_holds
BEGIN
    SELECT RAISE(ABORT, 'payout_holds are never changed or deleted');
END;

CREATE TRIGGER payout_hold_lifts_stay BEFORE DELETE ON payout_hold_lifts
BEGIN
    SELECT RAISE(ABORT, 'payout_hold_lifts are never changed or deleted');
END;

CREATE TRIGGER payout_hold_lifts_keep BEFORE UPDATE ON payout_hold_lifts
BEGIN
    SELECT RAISE(ABORT, 'payout_hold_lifts are never changed or deleted');
END;
