-- What was answered stays as it was.
CREATE TRIGGER debit_answers_stay BEFORE DELETE ON debit_answers
BEGIN
    SELECT RAISE(ABORT, 'debit_answers are never changed or deleted');
END;

CREATE TRIGGER debit_answers_keep BEFORE UPDATE ON debit_answers
BEGIN
    SELECT RAISE(ABORT, 'debit_answers are never changed or deleted');
END;
