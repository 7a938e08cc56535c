-- What somebody has chosen for the pages that they work with, under all their
-- hats alike. No row: nothing was chosen.
CREATE TABLE account_preferences (
    account_id    TEXT        NOT NULL CONSTRAINT account_preferences_pkey PRIMARY KEY REFERENCES accounts (id),
    language      TEXT        NOT NULL,
    has_shortcuts BOOLEAN     NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);

-- Lists as somebody likes to see them. A view belongs to an account under one
-- hat: 'buyer', 'operator' or the id of a seller.
CREATE TABLE saved_views (
    id          TEXT        NOT NULL CONSTRAINT saved_views_pkey PRIMARY KEY,
    account_id  TEXT        NOT NULL REFERENCES accounts (id),
    hat         TEXT        NOT NULL,
    page        TEXT        NOT NULL,
    name        TEXT        NOT NULL,
    name_folded TEXT        NOT NULL,
    search      TEXT        NOT NULL,
    is_default  BOOLEAN     NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    updated_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT saved_views_account_id_hat_page_name_folded_key UNIQUE (account_id, hat, page, name_folded)
);
