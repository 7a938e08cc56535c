-- What the platform bears of a refund made at the provider is taken from the sellers when another refund of the order has
-- ended: a component can be given back by one refund in several goes.
ALTER TABLE refund_parts ADD COLUMN cover BIGINT NOT NULL DEFAULT 0 CONSTRAINT refund_parts_cover_check CHECK (cover >= 0);

ALTER TABLE refund_parts DROP CONSTRAINT refund_parts_cause_id_kind_line_id_key;

ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_cause_id_kind_line_id_cover_key UNIQUE (cause_id, kind, line_id, cover);
