-- Which handlers the processes with workers have, of which events, and when that was last
-- seen: a process of an older version leaves events alone that it would do by halves.
CREATE TABLE outbox_handlers (
    name         TEXT        NOT NULL CONSTRAINT outbox_handlers_pkey PRIMARY KEY,
    event        TEXT        NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX outbox_handlers_event_idx ON outbox_handlers (event);
