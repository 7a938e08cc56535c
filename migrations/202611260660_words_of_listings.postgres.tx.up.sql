-- SQLite gets another index of words; this one is right as it is. How frequent a word
-- is should be known before somebody searches for it.
ANALYZE listings;
