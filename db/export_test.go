package db

import "time"

// PollEvery returns options for workers that look for jobs only so often, when
// nobody wakes them.
func PollEvery(interval time.Duration) WorkerOptions { return WorkerOptions{poll: interval} }
