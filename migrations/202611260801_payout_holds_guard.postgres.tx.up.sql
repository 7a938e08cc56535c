-- What was held and let go stays on record as it was.
CREATE FUNCTION payout_holds_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payout_holds are never changed or deleted';
END $$;

CREATE TRIGGER payout_holds_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_holds
    FOR EACH STATEMENT EXECUTE FUNCTION payout_holds_refuse();

CREATE FUNCTION payout_hold_lifts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payout_hold_lifts are never changed or deleted';
END $$;

CREATE TRIGGER payout_hold_lifts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_hold_lifts
    FOR EACH STATEMENT EXECUTE FUNCTION payout_hold_lifts_refuse();
