-- What was closed or issued is never changed, and a month is complete once.
CREATE TRIGGER statement_lines_keep BEFORE UPDATE ON statement_lines
BEGIN
    SELECT RAISE(ABORT, 'statement: lines of statements are never changed');
END;

CREATE TRIGGER statement_lines_stay BEFORE DELETE ON statement_lines
BEGIN
    SELECT RAISE(ABORT, 'statement: lines of statements are never deleted');
END;

CREATE TRIGGER seller_statements_keep BEFORE UPDATE ON seller_statements
BEGIN
    SELECT RAISE(ABORT, 'statement: closed statements are never changed');
END;

CREATE TRIGGER seller_statements_stay BEFORE DELETE ON seller_statements
BEGIN
    SELECT RAISE(ABORT, 'statement: closed statements are never deleted');
END;

CREATE TRIGGER commission_documents_keep BEFORE UPDATE ON commission_documents
BEGIN
    SELECT RAISE(ABORT, 'statement: commission documents are never changed');
END;

CREATE TRIGGER commission_documents_stay BEFORE DELETE ON commission_documents
BEGIN
    SELECT RAISE(ABORT, 'statement: commission documents are never deleted');
END;

CREATE TRIGGER statement_periods_forward BEFORE UPDATE ON statement_periods
WHEN OLD.completed_at IS NOT NULL OR NEW.month <> OLD.month OR NEW.from_seq <> OLD.from_seq OR NEW.to_seq <> OLD.to_seq OR NEW.closed_at <> OLD.closed_at
BEGIN
    SELECT RAISE(ABORT, 'statement: a month is closed once');
END;

CREATE TRIGGER statement_periods_stay BEFORE DELETE ON statement_periods
BEGIN
    SELECT RAISE(ABORT, 'statement: statement_periods stay');
END;

CREATE TRIGGER statement_heads_forward BEFORE UPDATE ON statement_heads
WHEN NEW.seq < OLD.seq
BEGIN
    SELECT RAISE(ABORT, 'statement: the chain is followed forward');
END;

CREATE TRIGGER statement_heads_stay BEFORE DELETE ON statement_heads
BEGIN
    SELECT RAISE(ABORT, 'statement: statement_heads stay');
END;

CREATE TRIGGER statement_numbers_forward BEFORE UPDATE ON statement_numbers
WHEN NEW.series <> OLD.series OR NEW.last <> OLD.last + 1
BEGIN
    SELECT RAISE(ABORT, 'statement: numbers have no gaps');
END;

CREATE TRIGGER statement_numbers_stay BEFORE DELETE ON statement_numbers
BEGIN
    SELECT RAISE(ABORT, 'statement: statement_numbers stay');
END;
