package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/server/config"
)

// CheckResult is how a check went.
type CheckResult string

// The results of a check.
const (
	CheckOK      CheckResult = "ok"
	CheckWarning CheckResult = "warning" // works, and a person should look
	CheckFailed  CheckResult = "failed"
)

// Check is one thing that was examined.
type Check struct {
	Name   string      `json:"name"`
	Result CheckResult `json:"result"`
	Detail string      `json:"detail"` // what was found and what to do
}

// parkedShown is how many parked jobs are named one by one.
const parkedShown = 10

const stripeTimeout = 10 * time.Second

// Examine checks what the process depends on, from the inside out.
func (a *App) Examine(ctx context.Context) []Check {
	checks := []Check{a.examineDatabase(ctx)}
	if checks[0].Result == CheckFailed {
		return checks // nothing else can be asked
	}
	checks = append(checks, a.examineQueue(ctx)...)
	return append(checks, a.examineInbox(ctx), a.examineStripe(ctx), a.examineMail(), a.examineKeys(ctx), a.examinePeppers(ctx))
}

func (a *App) examineDatabase(ctx context.Context) Check {
	c := Check{Name: "database", Result: CheckOK, Detail: a.Config.DatabaseName() + ", schema up to date"}
	err := a.DB.Ready(ctx)
	switch {
	case errors.Is(err, db.ErrSchemaBehind):
		c.Result, c.Detail = CheckFailed, err.Error()
	case err != nil:
		c.Result, c.Detail = CheckFailed, a.Config.DatabaseName()+": "+err.Error()
	}
	return c
}

func (a *App) examineQueue(ctx context.Context) []Check {
	figures, err := a.DB.QueueFigures(ctx)
	if err != nil {
		return []Check{{"jobs", CheckFailed, err.Error()}}
	}
	summary := Check{"jobs", CheckOK, fmt.Sprintf("%d waiting, %d running, %d delayed, %d parked; the oldest waits %s, of those that take minutes %s",
		figures.Waiting, figures.Running, figures.Delayed, figures.Parked, figures.OldestWaiting.Round(time.Second), figures.OldestLong.Round(time.Second))}
	if figures.OldestWaiting > jobsLate || figures.OldestLong > longLate {
		summary.Result = CheckWarning
		summary.Detail += ": is a process with workers running?"
	}
	checks := []Check{summary}
	parked, err := a.DB.ParkedJobs(ctx, parkedShown)
	if err != nil {
		return append(checks, Check{"parked jobs", CheckFailed, err.Error()})
	}
	for _, job := range parked {
		checks = append(checks, Check{"parked job", CheckFailed, fmt.Sprintf("%d %s %s after %d attempts: %s",
			job.ID, job.Kind, job.Content, job.Attempts, job.LastError)})
	}
	return checks
}

func (a *App) examineInbox(ctx context.Context) Check {
	backlog, err := a.Inbox.Backlog(ctx)
	if err != nil {
		return Check{"webhooks", CheckFailed, err.Error()}
	}
	c := Check{"webhooks", CheckOK, fmt.Sprintf("%d waiting, %d parked; the oldest waits %s",
		backlog.Waiting, backlog.Parked, a.age(backlog).Round(time.Second))}
	switch {
	case backlog.Parked > 0:
		c.Result = CheckWarning
		c.Detail += ": parked ones were sent in another API version or mode than this installation's: see etal webhooks list"
	case a.age(backlog) > jobsLate:
		c.Result = CheckWarning
	}
	return c
}

// examineStripe asks for the platform's balance, which needs a valid key, and for the
// schedule of its payouts. It changes nothing.
func (a *App) examineStripe(ctx context.Context) Check {
	at := "Stripe"
	if a.Config.StripeAPIURL != "" {
		at = "simulator at " + a.Config.StripeAPIURL
	}
	ctx, cancel := context.WithTimeout(ctx, stripeTimeout)
	defer cancel()
	if _, err := a.provider.Balance(ctx, provider.Platform); err != nil {
		return Check{"stripe", CheckFailed, at + ": " + err.Error()}
	}
	schedule, err := a.provider.PayoutSchedule(ctx)
	if err != nil {
		return Check{"stripe", CheckFailed, at + ": " + err.Error()}
	}
	if schedule != reconciliation.ScheduleManual {
		return Check{"stripe", CheckWarning, at + " answers, and pays the platform's balance out by itself (" + schedule +
			"), with what is owed to sellers: set the schedule of payouts to manual in its Dashboard"}
	}
	return Check{"stripe", CheckOK, at + " answers, and pays the platform out by hand only"}
}

func (a *App) examineMail() Check {
	switch {
	case a.Config.Mail.IsSet():
		return Check{"mail", CheckOK, "through " + a.Config.MailName()}
	case a.Config.IsDevelopment():
		return Check{"mail", CheckOK, "caught at /dev/mail"}
	}
	return Check{"mail", CheckWarning, "no mail leaves: set ETAL_MAIL"}
}

// examineKeys looks whether secrets can be sealed, and whether what was sealed
// can still be read.
func (a *App) examineKeys(ctx context.Context) Check {
	use, err := a.Factors.KeyUse(ctx)
	if err != nil {
		return Check{"keys", CheckFailed, err.Error()}
	}
	ring, lost := a.Keys.Ring(), int64(0)
	for key, secrets := range use {
		if ring == nil || !slices.Contains(ring.Keys(), key) {
			lost += secrets
		}
	}
	switch {
	case lost > 0:
		return Check{"keys", CheckFailed, fmt.Sprintf("%d authenticator apps were sealed with keys that are not in %sKEYS: bring the keyset back", lost, config.Prefix)}
	case ring == nil:
		return Check{"keys", CheckWarning, "nobody can set up an authenticator app: make a keyset with etal keys generate --file PATH, set " + config.Prefix + "KEYS=file:PATH, and keep a copy"}
	}
	return Check{"keys", CheckOK, fmt.Sprintf("%d in the keyset", len(ring.Keys()))}
}

// examinePeppers looks whether every password can still be compared, and which
// pepper may be taken out.
func (a *App) examinePeppers(ctx context.Context) Check {
	use, err := a.Identity.PepperUse(ctx)
	if err != nil {
		return Check{"peppers", CheckFailed, err.Error()}
	}
	plain := use[""]
	delete(use, "")
	detail := fmt.Sprintf("%d passwords without a pepper", plain)
	for i, p := range a.peppers {
		detail += fmt.Sprintf(", %d with number %d", use[p.ID()], i+1)
		delete(use, p.ID())
	}
	lost := int64(0)
	for _, accounts := range use {
		lost += accounts
	}
	switch {
	case lost > 0:
		return Check{"peppers", CheckFailed, fmt.Sprintf("%d people cannot sign in: bring the pepper of their passwords back into %sPEPPERS", lost, config.Prefix)}
	case len(a.peppers) == 0:
		return Check{"peppers", CheckWarning, "passwords are hashed without a pepper: make one with openssl rand -base64 32 and set " + config.Prefix + "PEPPERS"}
	}
	return Check{"peppers", CheckOK, detail}
}
