-- How much of a rate limit is left, for processes that share it. A SQLite file
-- belongs to one process, which keeps its buckets in memory: this stays empty.
CREATE TABLE rate_buckets (
    subject   TEXT        NOT NULL CONSTRAINT rate_buckets_pkey PRIMARY KEY,
    level     BIGINT      NOT NULL,
    filled_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX rate_buckets_filled_at_idx ON rate_buckets (filled_at);
