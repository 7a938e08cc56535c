-- What a price is made of. Zero is right for every order from before: nothing was taken off, and nothing came on top.
-- What a line costs the buyer and brings its seller are sums of these columns, and are not stored a second time.
PRAGMA defer_foreign_keys = ON;

ALTER TABLE orders ADD COLUMN service_fee_minor BIGINT NOT NULL DEFAULT 0
    CONSTRAINT orders_service_fee_check CHECK (service_fee_minor BETWEEN 0 AND total_minor);

CREATE TABLE seller_orders_aside AS SELECT * FROM seller_orders;

DROP TABLE seller_orders;

CREATE TABLE seller_orders (
    id                      TEXT        NOT NULL CONSTRAINT seller_orders_pkey PRIMARY KEY,
    number                  TEXT        NOT NULL CONSTRAINT seller_orders_number_key UNIQUE,
    order_id                TEXT        NOT NULL REFERENCES orders (id),
    seller_id               TEXT        NOT NULL REFERENCES sellers (id),
    buyer_id                TEXT        NOT NULL REFERENCES accounts (id),
    currency                TEXT        NOT NULL,
    total_minor             BIGINT      NOT NULL CONSTRAINT seller_orders_total_check CHECK (total_minor >= 0),
    commission_minor        BIGINT      NOT NULL,
    status                  TEXT        NOT NULL CONSTRAINT seller_orders_status_check CHECK (status IN ('AWAITING_PAYMENT', 'READY_TO_SHIP', 'SHIPPED', 'CANCELLED')),
    ship_to                 JSONB       NOT NULL,
    placed_at               TIMESTAMPTZ NOT NULL,
    paid_at                 TIMESTAMPTZ,
    shipped_at              TIMESTAMPTZ,
    cancelled_at            TIMESTAMPTZ,
    seller_discount_minor   BIGINT      NOT NULL DEFAULT 0,
    platform_discount_minor BIGINT      NOT NULL DEFAULT 0,
    shipping_minor          BIGINT      NOT NULL DEFAULT 0,
    shipping_by             TEXT        NOT NULL DEFAULT 'SELLER' CONSTRAINT seller_orders_shipping_by_check CHECK (shipping_by IN ('SELLER', 'PLATFORM')),
    tax_minor               BIGINT      NOT NULL DEFAULT 0,
    platform_tax_minor      BIGINT      NOT NULL DEFAULT 0,
    platform_shipping_minor BIGINT      NOT NULL DEFAULT 0,
    commission_vat_minor    BIGINT      NOT NULL DEFAULT 0,
    CONSTRAINT seller_orders_order_id_seller_id_key UNIQUE (order_id, seller_id),
    CONSTRAINT seller_orders_parts_check CHECK (
        seller_discount_minor >= 0 AND platform_discount_minor >= 0 AND shipping_minor >= 0 AND tax_minor >= 0
        AND platform_tax_minor >= 0 AND platform_shipping_minor BETWEEN 0 AND shipping_minor
        AND commission_minor >= 0 AND commission_vat_minor >= 0),
    CONSTRAINT seller_orders_net_check CHECK (
        total_minor + platform_discount_minor >= platform_tax_minor + platform_shipping_minor + commission_minor + commission_vat_minor)
);

INSERT INTO seller_orders (id, number, order_id, seller_id, buyer_id, currency, total_minor, commission_minor, status, ship_to, placed_at, paid_at, shipped_at, cancelled_at)
SELECT id, number, order_id, seller_id, buyer_id, currency, total_minor, commission_minor, status, ship_to, placed_at, paid_at, shipped_at, cancelled_at
FROM seller_orders_aside;

DROP TABLE seller_orders_aside;

CREATE INDEX seller_orders_seller_id_idx ON seller_orders (seller_id, id);

CREATE INDEX seller_orders_seller_id_status_idx ON seller_orders (seller_id, status, id);

CREATE TABLE order_lines_aside AS SELECT * FROM order_lines;

DROP TABLE order_lines;

CREATE TABLE order_lines (
    id                      TEXT   NOT NULL CONSTRAINT order_lines_pkey PRIMARY KEY,
    order_id                TEXT   NOT NULL REFERENCES orders (id),
    seller_order_id         TEXT   NOT NULL REFERENCES seller_orders (id),
    seller_id               TEXT   NOT NULL REFERENCES sellers (id),
    offer_id                TEXT   NOT NULL REFERENCES offers (id),
    variant_id              TEXT   NOT NULL,
    product_id              TEXT   NOT NULL,
    title                   TEXT   NOT NULL,
    variant_title           TEXT   NOT NULL,
    sku                     TEXT,
    image_url               TEXT   NOT NULL,
    currency                TEXT   NOT NULL,
    unit_minor              BIGINT NOT NULL CONSTRAINT order_lines_unit_check CHECK (unit_minor >= 0),
    quantity                BIGINT NOT NULL CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
    total_minor             BIGINT NOT NULL CONSTRAINT order_lines_total_check CHECK (total_minor = unit_minor * quantity),
    commission_basis_points BIGINT NOT NULL,
    commission_minor        BIGINT NOT NULL,
    seller_discount_minor   BIGINT NOT NULL DEFAULT 0,
    platform_discount_minor BIGINT NOT NULL DEFAULT 0,
    shipping_minor          BIGINT NOT NULL DEFAULT 0,
    tax_minor               BIGINT NOT NULL DEFAULT 0,
    platform_tax_minor      BIGINT NOT NULL DEFAULT 0,
    platform_shipping_minor BIGINT NOT NULL DEFAULT 0,
    commission_vat_minor    BIGINT NOT NULL DEFAULT 0,
    taxes                   JSONB  NOT NULL DEFAULT '[]',
    CONSTRAINT order_lines_parts_check CHECK (
        seller_discount_minor >= 0 AND platform_discount_minor >= 0 AND shipping_minor >= 0 AND tax_minor >= 0
        AND platform_tax_minor >= 0 AND platform_shipping_minor BETWEEN 0 AND shipping_minor
        AND commission_minor >= 0 AND commission_vat_minor >= 0),
    CONSTRAINT order_lines_discount_check CHECK (seller_discount_minor + platform_discount_minor <= total_minor),
    CONSTRAINT order_lines_net_check CHECK (
        total_minor - seller_discount_minor + shipping_minor + tax_minor
        >= platform_tax_minor + platform_shipping_minor + commission_minor + commission_vat_minor)
);

INSERT INTO order_lines (id, order_id, seller_order_id, seller_id, offer_id, variant_id, product_id, title, variant_title, sku, image_url, currency, unit_minor, quantity, total_minor, commission_basis_points, commission_minor)
SELECT id, order_id, seller_order_id, seller_id, offer_id, variant_id, product_id, title, variant_title, sku, image_url, currency, unit_minor, quantity, total_minor, commission_basis_points, commission_minor
FROM order_lines_aside;

DROP TABLE order_lines_aside;

CREATE INDEX order_lines_seller_order_id_idx ON order_lines (seller_order_id);

-- A platform that pays for a discount may keep more of a part than its buyer pays for it.
CREATE TABLE payment_allocations_aside AS SELECT * FROM payment_allocations;

DROP TABLE payment_allocations;

CREATE TABLE payment_allocations (
    id               TEXT   NOT NULL CONSTRAINT payment_allocations_pkey PRIMARY KEY,
    payment_id       TEXT   NOT NULL REFERENCES payments (id),
    seller_order_id  TEXT   NOT NULL CONSTRAINT payment_allocations_seller_order_id_key UNIQUE REFERENCES seller_orders (id),
    seller_id        TEXT   NOT NULL REFERENCES sellers (id),
    amount_minor     BIGINT NOT NULL CONSTRAINT payment_allocations_amount_check CHECK (amount_minor >= 0),
    commission_minor BIGINT NOT NULL CONSTRAINT payment_allocations_commission_check CHECK (commission_minor >= 0)
);

INSERT INTO payment_allocations (id, payment_id, seller_order_id, seller_id, amount_minor, commission_minor)
SELECT id, payment_id, seller_order_id, seller_id, amount_minor, commission_minor FROM payment_allocations_aside;

DROP TABLE payment_allocations_aside;

CREATE INDEX payment_allocations_payment_id_idx ON payment_allocations (payment_id);
