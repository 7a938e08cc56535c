-- News: what has happened to a thing that somebody may follow, in an order that readers can go on from. The number of a unit is
-- greater than that of every unit that had ended before it began; readers leave out what may still be overtaken.
CREATE TABLE news (
    topic      TEXT        NOT NULL,
    unit       BIGINT      NOT NULL,
    seq        BIGINT      NOT NULL CONSTRAINT news_seq_check CHECK (seq > 0),
    name       TEXT        NOT NULL,
    subject    TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT news_pkey PRIMARY KEY (unit, seq)
);

CREATE INDEX news_topic_idx ON news (topic, unit, seq);
CREATE INDEX news_created_at_idx ON news (created_at);
