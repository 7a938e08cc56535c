-- What is for sale, described: shared by all who offer it.
CREATE TABLE products (
    id                TEXT        NOT NULL CONSTRAINT products_pkey PRIMARY KEY,
    created_by_seller TEXT        NOT NULL REFERENCES sellers (id),
    handle            TEXT,       -- the seller's own key, as imports carry it
    title             TEXT        NOT NULL,
    slug              TEXT        NOT NULL,
    description       TEXT        NOT NULL, -- sanitised HTML
    brand             TEXT        NOT NULL,
    product_type      TEXT        NOT NULL,
    tags              JSONB       NOT NULL,
    images            JSONB       NOT NULL,
    option_names      JSONB       NOT NULL,
    status            TEXT        NOT NULL,
    published_at      TIMESTAMPTZ,
    created_at        TIMESTAMPTZ NOT NULL,
    updated_at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT products_slug_key UNIQUE (slug),
    CONSTRAINT products_created_by_seller_handle_key UNIQUE (created_by_seller, handle),
    CONSTRAINT products_status_check CHECK (status IN ('DRAFT', 'ACTIVE', 'ARCHIVED')),
    CONSTRAINT products_published_check CHECK (status <> 'ACTIVE' OR published_at IS NOT NULL)
);

CREATE INDEX products_created_by_seller_id_idx ON products (created_by_seller, id);

CREATE TABLE variants (
    id            TEXT        NOT NULL CONSTRAINT variants_pkey PRIMARY KEY,
    product_id    TEXT        NOT NULL REFERENCES products (id),
    position      INTEGER     NOT NULL,
    option_values JSONB       NOT NULL,
    options_key   TEXT        NOT NULL, -- folded option values
    barcode       TEXT        NOT NULL,
    weight_g      INTEGER     NOT NULL,
    image_url     TEXT        NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT variants_product_id_options_key_key UNIQUE (product_id, options_key),
    CONSTRAINT variants_weight_check CHECK (weight_g >= 0)
);

-- Who sells which variant in which condition.
CREATE TABLE offers (
    id                TEXT        NOT NULL CONSTRAINT offers_pkey PRIMARY KEY,
    product_id        TEXT        NOT NULL REFERENCES products (id),
    variant_id        TEXT        NOT NULL REFERENCES variants (id),
    seller_id         TEXT        NOT NULL REFERENCES sellers (id),
    condition         TEXT        NOT NULL,
    sku               TEXT,
    status            TEXT        NOT NULL,
    lead_time_days    INTEGER     NOT NULL,
    quantity_max      BIGINT      NOT NULL,
    tax_code          TEXT        NOT NULL,
    requires_shipping BOOLEAN     NOT NULL,
    in_stock          BOOLEAN     NOT NULL,
    created_at        TIMESTAMPTZ NOT NULL,
    updated_at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT offers_seller_id_variant_id_condition_key UNIQUE (seller_id, variant_id, condition),
    CONSTRAINT offers_seller_id_sku_key UNIQUE (seller_id, sku),
    CONSTRAINT offers_status_check CHECK (status IN ('ACTIVE', 'PAUSED')),
    CONSTRAINT offers_quantity_max_check CHECK (quantity_max > 0)
);

CREATE INDEX offers_product_id_seller_id_idx ON offers (product_id, seller_id);
CREATE INDEX offers_variant_id_idx ON offers (variant_id);
CREATE INDEX offers_seller_id_product_id_idx ON offers (seller_id, product_id);
CREATE INDEX offers_seller_id_id_idx ON offers (seller_id, id);

-- What an offer costs, in minor units, one row per currency.
CREATE TABLE offer_prices (
    offer_id         TEXT   NOT NULL REFERENCES offers (id),
    currency         TEXT   NOT NULL,
    price_minor      BIGINT NOT NULL,
    compare_at_minor BIGINT,
    CONSTRAINT offer_prices_pkey PRIMARY KEY (offer_id, currency),
    CONSTRAINT offer_prices_price_check CHECK (price_minor BETWEEN 1 AND 99999999),
    CONSTRAINT offer_prices_compare_at_check CHECK (compare_at_minor > price_minor)
);

-- The folded tags of products that buyers see.
CREATE TABLE listing_tags (
    tag        TEXT NOT NULL,
    product_id TEXT NOT NULL REFERENCES products (id),
    CONSTRAINT listing_tags_pkey PRIMARY KEY (tag, product_id)
);

CREATE INDEX listing_tags_product_id_idx ON listing_tags (product_id);
