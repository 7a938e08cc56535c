-- Who a seller is by law. There is no row while nobody has said so.
CREATE TABLE seller_legals (
    seller_id           TEXT        NOT NULL CONSTRAINT seller_legals_pkey PRIMARY KEY REFERENCES sellers (id),
    legal_name          TEXT        NOT NULL,
    registration_number TEXT        NOT NULL,
    tax_id              TEXT        NOT NULL,
    line1               TEXT        NOT NULL,
    line2               TEXT        NOT NULL,
    postal_code         TEXT        NOT NULL,
    city                TEXT        NOT NULL,
    country             TEXT        NOT NULL,
    version             BIGINT      NOT NULL,
    updated_at          TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_legals_country_check CHECK (length(country) = 2)
);
