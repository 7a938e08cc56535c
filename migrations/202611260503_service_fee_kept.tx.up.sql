-- What of the fee that a buyer has paid is not given back when the order is refunded, as it was agreed.
ALTER TABLE orders ADD COLUMN service_fee_kept_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT orders_service_fee_kept_check CHECK (service_fee_kept_minor BETWEEN 0 AND service_fee_minor);
