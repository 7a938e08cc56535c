-- Files of evidence: of one seller's part of an order, or of the platform.
CREATE TABLE dispute_files (
    id              TEXT        NOT NULL CONSTRAINT dispute_files_pkey PRIMARY KEY,
    dispute_id      TEXT        NOT NULL REFERENCES disputes (id),
    seller_order_id TEXT        NOT NULL, -- empty: the platform's
    field           TEXT        NOT NULL,
    file_id         TEXT        NOT NULL,
    filename        TEXT        NOT NULL,
    content_type    TEXT        NOT NULL,
    byte_size       BIGINT      NOT NULL,
    pages           BIGINT      NOT NULL,
    added_by        TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    answer_id       TEXT        NOT NULL, -- the answer that it is a part of; empty: none
    send_key        TEXT        NOT NULL, -- by which the provider knows it again; empty: it was never sent
    send_at         TIMESTAMPTZ, -- when it was first to be sent
    provider_id     TEXT        NOT NULL, -- the provider's id of it; empty until it has it
    forgotten_at    TIMESTAMPTZ, -- when its bytes were let go; NULL: they are kept
    CONSTRAINT dispute_files_dispute_id_seller_order_id_field_key UNIQUE (dispute_id, seller_order_id, field),
    CONSTRAINT dispute_files_field_check CHECK (field IN ('RECEIPT', 'SHIPPING_DOCUMENTATION', 'BUYER_COMMUNICATION', 'BUYER_SIGNATURE',
        'REFUND_POLICY', 'CANCELLATION_POLICY', 'SERVICE_DOCUMENTATION', 'DUPLICATE_CHARGE_DOCUMENTATION', 'OTHER'))
);
