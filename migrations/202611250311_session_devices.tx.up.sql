-- From which kind of program and which network a session was opened, for its
-- owner; and the longest pause in its use, in seconds: hats of sellers and
-- operators are not worn after a long one.
ALTER TABLE sessions ADD COLUMN agent TEXT NOT NULL DEFAULT '';

ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';

ALTER TABLE sessions ADD COLUMN longest_pause BIGINT NOT NULL DEFAULT 0;
