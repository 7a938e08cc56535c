-- What a price is made of. Zero is right for every order from before: nothing was taken off, and nothing came on top.
-- What a line costs the buyer and brings its seller are sums of these columns, and are not stored a second time.
ALTER TABLE orders
    ADD COLUMN service_fee_minor BIGINT NOT NULL DEFAULT 0 CONSTRAINT orders_service_fee_check CHECK (service_fee_minor BETWEEN 0 AND total_minor);

ALTER TABLE seller_orders
    ADD COLUMN seller_discount_minor   BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_discount_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN shipping_minor          BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN shipping_by             TEXT   NOT NULL DEFAULT 'SELLER' CONSTRAINT seller_orders_shipping_by_check CHECK (shipping_by IN ('SELLER', 'PLATFORM')),
    ADD COLUMN tax_minor               BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_tax_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_shipping_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN commission_vat_minor    BIGINT NOT NULL DEFAULT 0,
    DROP CONSTRAINT seller_orders_commission_check,
    ADD CONSTRAINT seller_orders_parts_check CHECK (
        seller_discount_minor >= 0 AND platform_discount_minor >= 0 AND shipping_minor >= 0 AND tax_minor >= 0
        AND platform_tax_minor >= 0 AND platform_shipping_minor BETWEEN 0 AND shipping_minor
        AND commission_minor >= 0 AND commission_vat_minor >= 0),
    ADD CONSTRAINT seller_orders_net_check CHECK (
        total_minor + platform_discount_minor >= platform_tax_minor + platform_shipping_minor + commission_minor + commission_vat_minor);

ALTER TABLE order_lines
    ADD COLUMN seller_discount_minor   BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_discount_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN shipping_minor          BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN tax_minor               BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_tax_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN platform_shipping_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN commission_vat_minor    BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN taxes                   JSONB  NOT NULL DEFAULT '[]',
    DROP CONSTRAINT order_lines_commission_check,
    ADD CONSTRAINT order_lines_parts_check CHECK (
        seller_discount_minor >= 0 AND platform_discount_minor >= 0 AND shipping_minor >= 0 AND tax_minor >= 0
        AND platform_tax_minor >= 0 AND platform_shipping_minor BETWEEN 0 AND shipping_minor
        AND commission_minor >= 0 AND commission_vat_minor >= 0),
    ADD CONSTRAINT order_lines_discount_check CHECK (seller_discount_minor + platform_discount_minor <= total_minor),
    ADD CONSTRAINT order_lines_net_check CHECK (
        total_minor - seller_discount_minor + shipping_minor + tax_minor
        >= platform_tax_minor + platform_shipping_minor + commission_minor + commission_vat_minor);

-- A platform that pays for a discount may keep more of a part than its buyer pays for it.
ALTER TABLE payment_allocations
    DROP CONSTRAINT payment_allocations_commission_check,
    ADD CONSTRAINT payment_allocations_commission_check CHECK (commission_minor >= 0);
