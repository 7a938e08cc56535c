-- Search reads the index of words in one piece: what single writes have left
-- behind is merged, as PostgreSQL takes in the words that wait.
INSERT INTO listings_words (listings_words) VALUES ('optimize');
