-- What the platform bears of a refund made at the provider is taken from the sellers when another refund of the order has
-- ended: a component can be given back by one refund in several goes.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE refund_parts_aside AS SELECT * FROM refund_parts;

DROP TABLE refund_parts;

CREATE TABLE refund_parts (
    id                   TEXT    NOT NULL CONSTRAINT refund_parts_pkey PRIMARY KEY,
    cause_id             TEXT    NOT NULL,
    order_id             TEXT    NOT NULL REFERENCES orders (id),
    seller_order_id      TEXT    NOT NULL,
    seller_id            TEXT    NOT NULL,
    kind                 TEXT    NOT NULL CONSTRAINT refund_parts_kind_check CHECK (kind IN ('LINE', 'SHIPPING', 'SERVICE_FEE')),
    line_id              TEXT    NOT NULL,
    currency             TEXT    NOT NULL,
    quantity             BIGINT  NOT NULL CONSTRAINT refund_parts_quantity_check CHECK (quantity >= 0),
    is_void              BOOLEAN NOT NULL,
    seller_minor         BIGINT  NOT NULL,
    kept_minor           BIGINT  NOT NULL,
    commission_minor     BIGINT  NOT NULL,
    commission_vat_minor BIGINT  NOT NULL,
    tax_minor            BIGINT  NOT NULL,
    platform_minor       BIGINT  NOT NULL,
    promotion_minor      BIGINT  NOT NULL,
    taxes                JSONB   NOT NULL,
    cover                BIGINT  NOT NULL DEFAULT 0 CONSTRAINT refund_parts_cover_check CHECK (cover >= 0),
    CONSTRAINT refund_parts_cause_id_kind_line_id_cover_key UNIQUE (cause_id, kind, line_id, cover),
    CONSTRAINT refund_parts_shares_check CHECK (
        seller_minor >= 0 AND kept_minor >= 0 AND commission_minor >= 0 AND commission_vat_minor >= 0
        AND tax_minor >= 0 AND platform_minor >= 0 AND promotion_minor >= 0)
);

INSERT INTO refund_parts (
    id, cause_id, order_id, seller_order_id, seller_id, kind, line_id, currency, quantity, is_void, seller_minor, kept_minor,
    commission_minor, commission_vat_minor, tax_minor, platform_minor, promotion_minor, taxes)
SELECT
    id, cause_id, order_id, seller_order_id, seller_id, kind, line_id, currency, quantity, is_void, seller_minor, kept_minor,
    commission_minor, commission_vat_minor, tax_minor, platform_minor, promotion_minor, taxes
FROM refund_parts_aside;

DROP TABLE refund_parts_aside;

CREATE INDEX refund_parts_order_id_idx ON refund_parts (order_id);

CREATE INDEX refund_parts_seller_id_idx ON refund_parts (seller_id, cause_id);
