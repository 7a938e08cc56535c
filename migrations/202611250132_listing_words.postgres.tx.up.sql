-- Search reads the index of words and nothing else: without this it also reads
-- a list of words that wait to be indexed, all of it each time, until a vacuum
-- comes by.
ALTER INDEX listings_words_idx SET (fastupdate = off);

SELECT gin_clean_pending_list('listings_words_idx');
