-- What sellers owe and are owed need not be for an order: charges and credits.
ALTER TABLE releases ALTER COLUMN seller_order_id DROP NOT NULL;

ALTER TABLE releases ALTER COLUMN order_id DROP NOT NULL;

ALTER TABLE releases ADD COLUMN cause_id TEXT CONSTRAINT releases_cause_id_key UNIQUE;

ALTER TABLE releases ADD CONSTRAINT releases_cause_check CHECK ((seller_order_id IS NULL) = (cause_id IS NOT NULL) AND (seller_order_id IS NULL) = (order_id IS NULL));

ALTER TABLE transfers ALTER COLUMN order_id DROP NOT NULL;

ALTER TABLE recoveries ALTER COLUMN seller_order_id DROP NOT NULL;

ALTER TABLE recoveries ALTER COLUMN order_id DROP NOT NULL;

ALTER TABLE recoveries DROP CONSTRAINT recoveries_cause_check;

ALTER TABLE recoveries ADD CONSTRAINT recoveries_cause_check CHECK (cause IN ('REFUND', 'DISPUTE', 'CHARGE'));

ALTER TABLE recoveries ADD CONSTRAINT recoveries_order_check CHECK ((cause = 'CHARGE') = (seller_order_id IS NULL) AND (cause = 'CHARGE') = (order_id IS NULL));

CREATE UNIQUE INDEX recoveries_cause_id_key ON recoveries (cause_id) WHERE seller_order_id IS NULL;

ALTER TABLE reversals ALTER COLUMN order_id DROP NOT NULL;
