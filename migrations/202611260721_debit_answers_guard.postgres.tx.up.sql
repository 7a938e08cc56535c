-- What was answered stays as it was.
CREATE FUNCTION debit_answers_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'debit_answers are never changed or deleted';
END $$;

CREATE TRIGGER debit_answers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON debit_answers
    FOR EACH STATEMENT EXECUTE FUNCTION debit_answers_refuse();
