-- What was published and what was answered stays: a version is withdrawn once, and of an answer the network is forgotten.
CREATE TRIGGER terms_versions_stay BEFORE DELETE ON terms_versions
BEGIN
    SELECT RAISE(ABORT, 'terms: terms_versions are never changed or deleted');
END;

CREATE TRIGGER terms_versions_keep BEFORE UPDATE ON terms_versions
WHEN OLD.withdrawn_at IS NOT NULL OR
    (NEW.id, NEW.kind, NEW.number, NEW.title, NEW.body, NEW.link, NEW.text_hash, NEW.in_force_from, NEW.published_at, NEW.published_by) IS NOT
    (OLD.id, OLD.kind, OLD.number, OLD.title, OLD.body, OLD.link, OLD.text_hash, OLD.in_force_from, OLD.published_at, OLD.published_by)
BEGIN
    SELECT RAISE(ABORT, 'terms: terms_versions are never changed or deleted');
END;

CREATE TRIGGER terms_answers_stay BEFORE DELETE ON terms_answers
BEGIN
    SELECT RAISE(ABORT, 'terms: terms_answers are never changed or deleted');
END;

CREATE TRIGGER terms_answers_keep BEFORE UPDATE ON terms_answers
WHEN NEW.address <> '' OR
    (NEW.id, NEW.account_id, NEW.version_id, NEW.kind, NEW.turn, NEW.answered_at, NEW.role, NEW.seller_id) IS NOT
    (OLD.id, OLD.account_id, OLD.version_id, OLD.kind, OLD.turn, OLD.answered_at, OLD.role, OLD.seller_id)
BEGIN
    SELECT RAISE(ABORT, 'terms: terms_answers are never changed or deleted');
END;
