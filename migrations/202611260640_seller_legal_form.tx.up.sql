-- Whether a seller is a person or an entity, and what tax authorities ask of each.
ALTER TABLE seller_legals ADD COLUMN form TEXT CONSTRAINT seller_legals_form_check CHECK (form IN ('INDIVIDUAL', 'ENTITY'));
ALTER TABLE seller_legals ADD COLUMN birth_day TEXT CONSTRAINT seller_legals_birth_day_check CHECK (length(birth_day) = 10);
ALTER TABLE seller_legals ADD COLUMN tin TEXT NOT NULL DEFAULT '';
