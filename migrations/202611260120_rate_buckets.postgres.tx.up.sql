-- How much of a rate limit is left, for processes that share it. The table is not
-- written to the log of the database: after a crash all buckets are full again.
CREATE UNLOGGED TABLE rate_buckets (
    subject   TEXT        NOT NULL CONSTRAINT rate_buckets_pkey PRIMARY KEY,
    level     BIGINT      NOT NULL,
    filled_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX rate_buckets_filled_at_idx ON rate_buckets (filled_at);
