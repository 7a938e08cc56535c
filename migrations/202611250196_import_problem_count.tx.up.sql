-- A number of problems, beside the table that holds them.
ALTER TABLE imports RENAME COLUMN problems TO problem_count;
