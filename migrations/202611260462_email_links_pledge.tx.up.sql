-- What somebody has accepted with a registration, until there is an account that it belongs to.
ALTER TABLE email_links ADD COLUMN pledge JSONB;
