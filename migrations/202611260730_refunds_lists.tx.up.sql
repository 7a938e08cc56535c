-- Lists of refunds narrowed to a status that few have, and to a time: without these each
-- page looked at all refunds there are.
CREATE INDEX refunds_status_id_idx ON refunds (status, id) WHERE status <> 'SUCCEEDED';

CREATE INDEX refunds_created_at_id_idx ON refunds (created_at, id);
