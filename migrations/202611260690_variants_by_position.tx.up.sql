-- A product may have two thousand variants, which are read in pages.
CREATE INDEX variants_product_id_position_id_idx ON variants (product_id, position, id);
