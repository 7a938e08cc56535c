-- What was published and what was answered stays: a version is withdrawn once, and of an answer the network is forgotten.
CREATE FUNCTION terms_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'terms: % are never changed or deleted', TG_TABLE_NAME;
END $$;

CREATE TRIGGER terms_versions_stay BEFORE DELETE OR TRUNCATE ON terms_versions
    FOR EACH STATEMENT EXECUTE FUNCTION terms_refuse();

CREATE TRIGGER terms_versions_keep BEFORE UPDATE ON terms_versions FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NOT NULL OR
        ROW(NEW.id, NEW.kind, NEW.number, NEW.title, NEW.body, NEW.link, NEW.text_hash, NEW.in_force_from, NEW.published_at, NEW.published_by) IS DISTINCT FROM
        ROW(OLD.id, OLD.kind, OLD.number, OLD.title, OLD.body, OLD.link, OLD.text_hash, OLD.in_force_from, OLD.published_at, OLD.published_by))
    EXECUTE FUNCTION terms_refuse();

CREATE TRIGGER terms_answers_stay BEFORE DELETE OR TRUNCATE ON terms_answers
    FOR EACH STATEMENT EXECUTE FUNCTION terms_refuse();

CREATE TRIGGER terms_answers_keep BEFORE UPDATE ON terms_answers FOR EACH ROW
    WHEN (NEW.address <> '' OR
        ROW(NEW.id, NEW.account_id, NEW.version_id, NEW.kind, NEW.turn, NEW.answered_at, NEW.role, NEW.seller_id) IS DISTINCT FROM
        ROW(OLD.id, OLD.account_id, OLD.version_id, OLD.kind, OLD.turn, OLD.answered_at, OLD.role, OLD.seller_id))
    EXECUTE FUNCTION terms_refuse();
