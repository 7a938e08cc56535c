package db

import (
	"context"
	"encoding/json"
)

// MarkJobs has each job that is enqueued carry what fn says of the context in
// which that happens, such as the request and the trace that caused it: texts by
// name. A job is the same with and without marks. Call it before the first Write.
func (d *DB) MarkJobs(fn func(context.Context) map[string]string) { d.marks = fn }

// encodeMarks returns nil for no marks.
func encodeMarks(marks map[string]string) []byte {
	if len(marks) == 0 {
		return nil
	}
	text, err := json.Marshal(map[string]any{"marks": marks})
	if err != nil {
		panic(err) // texts encode
	}
	return text
}

// JobRun is one run of a job.
type JobRun struct {
	ID   int64
	Kind string
	// Attempt counts the runs of the job from 1; the last of MaxAttempts parks it.
	Attempt, MaxAttempts int
	// Marks are what the job was marked with.
	Marks map[string]string
}

// Around has fn called for each run of a job, to do something before and after
// it: it must call do, once, and return its error. Call it before any job runs.
func (h *Handlers) Around(fn func(ctx context.Context, run JobRun, do func(context.Context) error) error) {
	h.around = fn
}

// watched runs a job, watched by whoever wants to. The metadata are those of its
// row, of which the run learns its marks.
func (h *Handlers) watched(ctx context.Context, run JobRun, metadata []byte, do func(context.Context) error) error {
	if h.around == nil {
		return do(ctx)
	}
	var marked struct {
		Marks map[string]string `json:"marks"`
	}
	if len(metadata) > 0 {
		_ = json.Unmarshal(metadata, &marked) // whatever else is there, the job is to be done
	}
	run.Marks = marked.Marks
	return h.around(ctx, run, do)
}
