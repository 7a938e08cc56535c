package simulate

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/reconciliation"
)

// Violation is something that must never be.
type Violation struct {
	Day     int    `json:"day"`  // from 1
	Step    string `json:"step"` // the last one before it was seen
	Rule    string `json:"rule"` // M1 …, a kind of difference, ERROR, RESTLESS, PARKED, FAILING, UNFINISHED
	Subject string `json:"subject"`
	Detail  string `json:"detail"`
}

// String writes the violation in one line.
func (v Violation) String() string {
	return fmt.Sprintf("day %d: %s %s: %s", v.Day, v.Rule, v.Subject, v.Detail)
}

func (w *World) violated(rule, subject, detail string) {
	w.found = append(w.found, Violation{w.day, w.step, rule, subject, detail})
	w.tell("  VIOLATED " + rule)
}

// newsTakes is how long it may take until a webhook that was lost for good is
// made up for: refunds that have arrived are looked at again after a day.
const newsTakes = 26 * time.Hour

// judge checks what must hold whenever the world is at rest. The chains of the
// ledger and of the audit log are read on from where they were read before, and
// whole when the database was restarted and in the end.
func (w *World) judge(ctx context.Context) error {
	findings, err := w.app.VerifySince(ctx, &w.verified)
	if err != nil {
		return err
	}
	w.accuse(findings)
	if err := w.readStatements(ctx); err != nil {
		return err
	}
	if err := w.compare(ctx); err != nil {
		return err
	}
	if err := w.listen(ctx); err != nil {
		return err
	}
	answer := w.get(ctx, "/_sim/totals")
	if !strings.Contains(answer, `"consistent":true`) {
		w.violated("SIMULATOR", "Stripe", "its balances are not the sums of their movements")
	}
	return nil
}

func (w *World) accuse(findings []check.Finding) {
	for _, f := range findings {
		w.violated(f.Invariant, f.Subject, f.Detail)
	}
}

// readStatements finds lines of statements that nothing explains.
func (w *World) readStatements(ctx context.Context) error {
	n, err := w.number(ctx, "SELECT COUNT(*) FROM statement_lines WHERE kind = 'ADJUSTMENTS'")
	if n > 0 {
		w.violated("ADJUSTMENTS", "statements", fmt.Sprintf("%d lines have no reason", n))
	}
	return err
}

// compare compares the ledger with Stripe. Where webhooks get lost, a movement may
// be missing, or in suspense, until its news must have come.
func (w *World) compare(ctx context.Context) error {
	report, err := w.app.Reconciliation.Run(ctx, reconciliation.Manner{})
	if err != nil {
		return err
	}
	for _, d := range report.Differences {
		if d.Kind == reconciliation.AmountDiffers && w.mistakes[d.Transaction] {
			continue // it is one, and nobody has set it right yet
		}
		since, seen := w.late[d.Transaction]
		if !seen {
			since = w.clock.Now()
			w.late[d.Transaction] = since
		}
		if d.Kind == reconciliation.NotBooked && w.plan.Setup.Lossy && w.clock.Now().Sub(since) < newsTakes {
			continue
		}
		w.violated(string(d.Kind), d.Account, fmt.Sprintf("%s %s: Stripe %d, ledger %d %s", d.Transaction, d.Source, d.ProviderMinor, d.LedgerMinor, d.Currency))
	}
	return nil
}

// listen tells of jobs that have given up, and of what failed while nothing was
// broken.
func (w *World) listen(ctx context.Context) error {
	parked, err := w.db.ParkedJobs(ctx, 100)
	if err != nil {
		return err
	}
	for _, job := range parked {
		w.violated("PARKED", job.Kind, job.Content+": "+w.failures[job.Kind])
	}
	for _, line := range w.ear.heard {
		w.violated("FAILING", "log", line)
	}
	w.ear.heard = nil
	return nil
}

// pardon lets an operator retry the jobs that bad luck has exhausted, and forgets
// what was logged meanwhile.
func (w *World) pardon(ctx context.Context) error {
	w.ear.heard = nil
	parked, err := w.db.ParkedJobs(ctx, 100)
	if err != nil {
		return err
	}
	for _, job := range parked {
		if err := w.db.RetryJob(ctx, job.ID); err != nil {
			return err
		}
	}
	return nil
}

// judgeEnd checks what must hold when a world has been at rest for long, and reads
// the chains once more from their beginning.
func (w *World) judgeEnd(ctx context.Context) error {
	findings, err := w.app.Verify(ctx, nil)
	if err != nil {
		return err
	}
	w.accuse(findings)
	left, err := w.unfinished(ctx)
	if err != nil {
		return err
	}
	for _, what := range slices.Sorted(maps.Keys(left)) {
		w.violated("UNFINISHED", "world", fmt.Sprintf("%d %s", left[what], what))
	}
	lines, err := w.app.Ledger.TrialBalance(ctx)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.Account == "clr:transfer" && l.AmountMinor != 0 {
			w.violated("UNFINISHED", l.Account, fmt.Sprintf("%d %s are under way for ever", l.AmountMinor, l.Currency))
		}
	}
	return nil
}

func (w *World) get(ctx context.Context, path string) string {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, stripeURL+path, http.NoBody)
	if err != nil {
		return err.Error()
	}
	answer := serve(w.stripe.Handler(), r)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err.Error()
	}
	return strings.ReplaceAll(string(text), " ", "")
}
