-- Buyers pay orders with their credit, wholly or partly.
ALTER TABLE payments ADD COLUMN credit_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT payments_credit_check CHECK (credit_minor BETWEEN 0 AND amount_minor);

ALTER TABLE buyer_credits ADD COLUMN payment_id TEXT REFERENCES payments (id);

CREATE INDEX buyer_credits_payment_id_idx ON buyer_credits (payment_id);
