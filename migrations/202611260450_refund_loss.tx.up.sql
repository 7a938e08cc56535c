-- What of a refund no part of its order stands for: it was made at the payment
-- provider when less than that remained. The platform bears it.
ALTER TABLE refunds ADD COLUMN loss_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT refunds_loss_check CHECK (loss_minor >= 0 AND loss_minor <= amount_minor);
