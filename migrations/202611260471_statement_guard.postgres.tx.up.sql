-- What was closed or issued is never changed, and a month is complete once.
CREATE FUNCTION statement_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'statement: % are never changed or deleted', TG_TABLE_NAME;
END $$;

CREATE TRIGGER statement_lines_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_lines
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE TRIGGER seller_statements_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON seller_statements
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE TRIGGER commission_documents_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_documents
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE TRIGGER statement_periods_stay BEFORE DELETE OR TRUNCATE ON statement_periods
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE TRIGGER statement_heads_stay BEFORE DELETE OR TRUNCATE ON statement_heads
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE TRIGGER statement_numbers_stay BEFORE DELETE OR TRUNCATE ON statement_numbers
    FOR EACH STATEMENT EXECUTE FUNCTION statement_refuse();

CREATE FUNCTION statement_periods_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.completed_at IS NOT NULL OR NEW.month <> OLD.month OR NEW.from_seq <> OLD.from_seq OR NEW.to_seq <> OLD.to_seq OR NEW.closed_at <> OLD.closed_at THEN
        RAISE EXCEPTION 'statement: a month is closed once';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER statement_periods_forward BEFORE UPDATE ON statement_periods
    FOR EACH ROW EXECUTE FUNCTION statement_periods_forward();

CREATE FUNCTION statement_heads_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq < OLD.seq THEN
        RAISE EXCEPTION 'statement: the chain is followed forward';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER statement_heads_forward BEFORE UPDATE ON statement_heads
    FOR EACH ROW EXECUTE FUNCTION statement_heads_forward();

CREATE FUNCTION statement_numbers_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.series <> OLD.series OR NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'statement: numbers have no gaps';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER statement_numbers_forward BEFORE UPDATE ON statement_numbers
    FOR EACH ROW EXECUTE FUNCTION statement_numbers_forward();
