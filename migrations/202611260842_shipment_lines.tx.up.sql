-- What each parcel holds. A shipment without lines is from before, and held all of its seller order.
CREATE TABLE shipment_lines (
    shipment_id TEXT   NOT NULL REFERENCES shipments (id),
    line_id     TEXT   NOT NULL REFERENCES order_lines (id),
    quantity    BIGINT NOT NULL CONSTRAINT shipment_lines_quantity_check CHECK (quantity > 0),
    CONSTRAINT shipment_lines_pkey PRIMARY KEY (shipment_id, line_id)
);

CREATE INDEX shipment_lines_line_id_idx ON shipment_lines (line_id);
