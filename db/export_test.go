package db

import "time"

// PollEvery returns options for workers that look for jobs only so often, when
// nobody wakes them.
func PollEvery(interval time.Duration) WorkerOptions { return WorkerOptions{poll: interval} }

// Standing is how many units of a SQLite database run or stand in line.
func Standing(d *DB) int { return len(d.commits.turn) + int(d.commits.waiting.Load()) }

// BePatient has units of a SQLite database wait for those behind them however long
// they take.
func BePatient(d *DB) { d.commits.patience = time.Hour }
