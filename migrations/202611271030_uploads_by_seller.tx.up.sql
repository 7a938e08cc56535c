-- What a seller has announced lately is counted before more is announced.
CREATE INDEX uploads_seller_id_idx ON uploads (seller_id, expires_at);
