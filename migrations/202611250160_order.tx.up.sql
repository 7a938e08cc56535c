CREATE TABLE orders (
    id            TEXT        NOT NULL CONSTRAINT orders_pkey PRIMARY KEY,
    number        TEXT        NOT NULL CONSTRAINT orders_number_key UNIQUE,
    buyer_id      TEXT        NOT NULL REFERENCES accounts (id),
    cart_id       TEXT        NOT NULL CONSTRAINT orders_cart_id_key UNIQUE REFERENCES carts (id),
    email         TEXT        NOT NULL,
    currency      TEXT        NOT NULL,
    total_minor   BIGINT      NOT NULL CONSTRAINT orders_total_check CHECK (total_minor > 0),
    status        TEXT        NOT NULL CONSTRAINT orders_status_check CHECK (status IN ('AWAITING_PAYMENT', 'PAID', 'CANCELLED')),
    ship_to       JSONB       NOT NULL,
    charge_id     TEXT        NOT NULL,
    cancel_reason TEXT        NOT NULL,
    placed_at     TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    paid_at       TIMESTAMPTZ,
    cancelled_at  TIMESTAMPTZ
);

CREATE INDEX orders_buyer_id_idx ON orders (buyer_id, id);

CREATE INDEX orders_expires_at_idx ON orders (expires_at) WHERE status = 'AWAITING_PAYMENT';

CREATE TABLE seller_orders (
    id               TEXT        NOT NULL CONSTRAINT seller_orders_pkey PRIMARY KEY,
    number           TEXT        NOT NULL CONSTRAINT seller_orders_number_key UNIQUE,
    order_id         TEXT        NOT NULL REFERENCES orders (id),
    seller_id        TEXT        NOT NULL REFERENCES sellers (id),
    buyer_id         TEXT        NOT NULL REFERENCES accounts (id),
    currency         TEXT        NOT NULL,
    total_minor      BIGINT      NOT NULL CONSTRAINT seller_orders_total_check CHECK (total_minor >= 0),
    commission_minor BIGINT      NOT NULL CONSTRAINT seller_orders_commission_check CHECK (commission_minor BETWEEN 0 AND total_minor),
    status           TEXT        NOT NULL CONSTRAINT seller_orders_status_check CHECK (status IN ('AWAITING_PAYMENT', 'READY_TO_SHIP', 'SHIPPED', 'CANCELLED')),
    ship_to          JSONB       NOT NULL,
    placed_at        TIMESTAMPTZ NOT NULL,
    paid_at          TIMESTAMPTZ,
    shipped_at       TIMESTAMPTZ,
    cancelled_at     TIMESTAMPTZ,
    CONSTRAINT seller_orders_order_id_seller_id_key UNIQUE (order_id, seller_id)
);

CREATE INDEX seller_orders_seller_id_idx ON seller_orders (seller_id, id);

CREATE INDEX seller_orders_seller_id_status_idx ON seller_orders (seller_id, status, id);

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
    commission_minor        BIGINT NOT NULL CONSTRAINT order_lines_commission_check CHECK (commission_minor BETWEEN 0 AND total_minor)
);

CREATE INDEX order_lines_seller_order_id_idx ON order_lines (seller_order_id);

CREATE TABLE shipments (
    id              TEXT        NOT NULL CONSTRAINT shipments_pkey PRIMARY KEY,
    seller_order_id TEXT        NOT NULL CONSTRAINT shipments_seller_order_id_key UNIQUE REFERENCES seller_orders (id),
    carrier         TEXT        NOT NULL,
    tracking_number TEXT        NOT NULL,
    tracking_url    TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL
);
