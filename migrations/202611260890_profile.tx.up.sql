-- The time zone in which somebody reads times, and whether their pages are light or dark. Empty: not chosen.
ALTER TABLE account_preferences ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';

ALTER TABLE account_preferences ADD COLUMN theme TEXT NOT NULL DEFAULT ''
    CONSTRAINT account_preferences_theme_check CHECK (theme IN ('', 'LIGHT', 'DARK', 'SYSTEM'));
