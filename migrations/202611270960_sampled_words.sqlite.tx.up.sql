-- PostgreSQL gets a second index of words. SQLite's hands out rows one by one, and is right
-- as it is.
SELECT 1;
