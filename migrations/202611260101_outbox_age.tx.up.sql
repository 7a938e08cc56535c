-- Old events are found by their age to be removed.
CREATE INDEX outbox_created_at_id_idx ON outbox (created_at, id);
