-- How often an offer was changed by its seller: whoever changes it may say which version they saw.
ALTER TABLE offers ADD COLUMN version BIGINT NOT NULL DEFAULT 1 CONSTRAINT offers_version_check CHECK (version > 0);
