-- What people are told in the app, beside mail. A notification belongs to an
-- account under one hat: 'buyer', 'operator' or the id of a seller. It holds the
-- subject of a mail and the id of what it is about, and is removed after ninety
-- days.
CREATE TABLE notifications (
    id         TEXT        NOT NULL CONSTRAINT notifications_pkey PRIMARY KEY,
    account_id TEXT        NOT NULL REFERENCES accounts (id),
    hat        TEXT        NOT NULL,
    kind       TEXT        NOT NULL,
    title      TEXT        NOT NULL,
    subject_id TEXT        NOT NULL,
    mail_id    TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at    TIMESTAMPTZ,
    CONSTRAINT notifications_mail_id_account_id_key UNIQUE (mail_id, account_id)
);

CREATE INDEX notifications_account_id_hat_idx ON notifications (account_id, hat, id);
CREATE INDEX notifications_created_at_idx ON notifications (created_at);

-- How somebody wants to be told of a kind of thing. What is not here is as it is
-- for everybody.
CREATE TABLE notification_preferences (
    account_id TEXT        NOT NULL REFERENCES accounts (id),
    kind       TEXT        NOT NULL,
    in_app     BOOLEAN     NOT NULL,
    by_mail    BOOLEAN     NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT notification_preferences_pkey PRIMARY KEY (account_id, kind)
);
