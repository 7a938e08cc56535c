-- The provider ends an intent by itself after too many declines. The payment goes on with another one; those that have
-- ended are kept, so that late news of them is known for what it is.
ALTER TABLE payments ADD COLUMN ended_intents BIGINT NOT NULL DEFAULT 0 CONSTRAINT payments_ended_intents_check CHECK (ended_intents >= 0);

CREATE TABLE payment_ended_intents (
    intent_id  TEXT        NOT NULL CONSTRAINT payment_ended_intents_pkey PRIMARY KEY,
    payment_id TEXT        NOT NULL REFERENCES payments (id),
    ended_at   TIMESTAMPTZ NOT NULL
);

CREATE INDEX payment_ended_intents_payment_id_idx ON payment_ended_intents (payment_id);
