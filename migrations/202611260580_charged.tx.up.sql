-- What the charge of an order took, in minor units: transfers draw on it up to that. The rest of an order was paid with credit.
ALTER TABLE orders ADD COLUMN charged_minor BIGINT NOT NULL DEFAULT 0;

UPDATE orders SET charged_minor = total_minor WHERE charge_id <> '';
