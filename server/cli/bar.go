package cli

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// bar shows how far something is, to somebody who watches.
type bar struct{ shown *progressbar.ProgressBar }

// bar returns a progress bar, which shows nothing when nobody watches.
func (r *run) bar(what string) *bar {
	if !r.Terminal {
		return &bar{}
	}
	return &bar{progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(r.Err), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond))}
}

// set moves the bar. The writer is a terminal, and a bar that cannot be drawn
// is not worth an error.
func (b *bar) set(done, total int) {
	if b.shown == nil {
		return
	}
	if b.shown.GetMax() != total {
		b.shown.ChangeMax(total)
	}
	_ = b.shown.Set(done)
}

// describe says beside the bar what is being done.
func (b *bar) describe(what string) {
	if b.shown != nil {
		b.shown.Describe(what)
	}
}

func (b *bar) done() {
	if b.shown != nil {
		_ = b.shown.Finish()
	}
}
