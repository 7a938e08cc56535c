package server

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/webhook"
)

// How often jobs come back by themselves. Each looks for what is due by the
// clock of the database, so a shorter interval is only sooner, never different.
const (
	moneyEvery   = 10 * time.Second
	cleanUpEvery = time.Hour
	warnEvery    = time.Hour
	privacyEvery = 5 * time.Minute
	anchorEvery  = time.Hour
	pruneEvery   = 24 * time.Hour
	// Refunds made at Stripe are told by webhooks; this is for those that got lost.
	refundsEvery = time.Hour
	// Disputes are open for days, and the sweep lists all recent ones.
	disputesEvery = 10 * time.Minute
	viewsEvery    = time.Minute
	// Each account is compared once a day; this is how late that may be.
	reconcileEvery = time.Hour
	// Months end rarely; this is how late they are closed.
	statementsEvery = time.Hour
)

// cleanUp is the job that removes what nobody can use any more: ended sessions,
// forgotten attempts, the bytes of expired uploads, files that nobody needs, apps that were never confirmed,
// events that everybody has acted on. Proposals whose time is over end here too.
type cleanUp struct{}

// Kind implements db.Job.
func (cleanUp) Kind() string { return "server.clean_up" }

// reviewAccess is the job that looks for members and operators who have not
// signed in for long.
type reviewAccess struct{}

// Kind implements db.Job.
func (reviewAccess) Kind() string { return "server.review_access" }

// endViews is the job that notes which operators no longer view as a seller.
type endViews struct{}

// Kind implements db.Job.
func (endViews) Kind() string { return "seller.end_views" }

// mature is the job that moves money in the ledger when its day has come.
type mature struct{}

// Kind implements db.Job.
func (mature) Kind() string { return "ledger.mature" }

// compareTimeout is how long comparing one account with the provider may take.
const compareTimeout = 10 * time.Minute

// compareAccount compares one account with the provider, and tells the log of what
// nobody has explained. When it fails, the account is compared again within an hour.
func (a *App) compareAccount(ctx context.Context, job reconciliation.Compare) error {
	report, err := a.Reconciliation.Compare(ctx, job)
	if err != nil {
		a.log.ErrorContext(ctx, "an account was not compared; it is tried again within an hour", slog.Any("error", err))
		return nil
	}
	if report.Open > 0 {
		a.log.WarnContext(ctx, "ledger and provider disagree; see reconciliationDifferences",
			slog.String("account", job.Account), slog.Int("differences", report.Open))
	}
	return nil
}

// simulationTimeout is how long a simulation may run before it is taken up again
// where it stopped.
const simulationTimeout = 10 * time.Minute

// jobHandlers says who does which job.
func (a *App) jobHandlers() *db.Handlers {
	h := &db.Handlers{}
	db.Handle(h, a.events.Deliver)
	db.Handle(h, a.Inbox.Apply)
	db.Handle(h, a.Notification.Deliver)
	db.Handle(h, a.Notification.DeliverTeam)
	db.Handle(h, a.Catalog.RefreshSeller)
	db.Handle(h, a.Orders.TellShipment)
	db.Handle(h, a.Sellers.FinishApproval)
	db.HandleWithin(h, productimport.JobTimeout, a.Imports.Work)
	db.HandleWithin(h, export.JobTimeout, a.Exports.Work)
	db.Handle(h, a.Privacy.Work)
	db.Handle(h, a.Privacy.ForgetEvents)
	db.HandleWithin(h, simulationTimeout, a.Commissions.RunSimulation)
	db.Handle(h, a.Payouts.OpenAccount)
	db.Handle(h, a.Payouts.SendTransfer)
	db.Handle(h, a.Payouts.SendPayout)
	db.Handle(h, a.Payouts.SendReversal)
	db.Handle(h, a.Payouts.TakeFee)
	db.Handle(h, a.Refunds.Send)
	db.Handle(h, a.Disputes.Send)
	db.Handle(h, a.Webhooks.Send)

	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ payment.Sweep) error { return a.Payments.Sweep(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ checkout.Expire) error { return a.Checkout.Expire(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ mature) error { return a.Ledger.Mature(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ ledger.ChainJob) error { return a.Ledger.Chain(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ statement.FollowJob) error { return a.Statements.Follow(ctx) })
	recurring(a.log, h, statementsEvery, func(ctx context.Context, _ statement.CloseJob) error { return a.Statements.Close(ctx) })
	recurring(a.log, h, statementsEvery, func(ctx context.Context, _ charge.BillJob) error { return a.Charges.Bill(ctx) })
	recurring(a.log, h, reconcileEvery, func(ctx context.Context, _ reconciliation.Daily) error { return a.Reconciliation.Due(ctx) })
	db.HandleWithin(h, compareTimeout, a.compareAccount)
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ payout.Sweep) error { return a.Payouts.Sweep(ctx) })
	recurring(a.log, h, warnEvery, func(ctx context.Context, _ apikey.Warn) error { return a.APIKeys.Warn(ctx) })
	recurring(a.log, h, privacyEvery, func(ctx context.Context, _ privacy.Sweep) error { return a.Privacy.Sweep(ctx) })
	recurring(a.log, h, anchorEvery, func(ctx context.Context, _ ledger.AnchorJob) error { return a.Ledger.Anchor(ctx) })
	recurring(a.log, h, anchorEvery, func(ctx context.Context, _ audit.AnchorJob) error { return a.keepAnchor(ctx) })
	recurring(a.log, h, pruneEvery, func(ctx context.Context, _ audit.PruneJob) error { return a.pruneAudit(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ webhook.Sweep) error { return a.Webhooks.Sweep(ctx) })
	recurring(a.log, h, moneyEvery, func(ctx context.Context, _ refund.Sweep) error { return a.Refunds.Sweep(ctx) })
	recurring(a.log, h, refundsEvery, func(ctx context.Context, _ refund.Look) error { return a.Refunds.Look(ctx) })
	recurring(a.log, h, refundsEvery, func(ctx context.Context, _ payout.LookReversals) error { return a.Payouts.LookAtReversals(ctx) })
	recurringWithin(a.log, h, dispute.SweepTimeout, disputesEvery, func(ctx context.Context, _ dispute.Sweep) error { return a.Disputes.Sweep(ctx) })
	recurring(a.log, h, cleanUpEvery, func(ctx context.Context, _ reviewAccess) error {
		return errors.Join(a.Sellers.ReviewAccess(ctx), a.Identity.ReviewOperators(ctx), a.Risk.Review(ctx))
	})
	recurring(a.log, h, cleanUpEvery, func(ctx context.Context, _ search.FillJob) error { return a.Search.Fill(ctx) })
	recurring(a.log, h, viewsEvery, func(ctx context.Context, _ endViews) error { return a.Sellers.EndOverdueViews(ctx) })
	recurring(a.log, h, cleanUpEvery, func(ctx context.Context, _ cleanUp) error {
		_, sessions := a.Identity.Sweep(ctx)
		_, uploads := a.Imports.Sweep(ctx)
		_, evidence := a.Disputes.ForgetFiles(ctx)
		_, files := a.Files.Sweep(ctx)
		_, enrolments := a.Factors.Sweep(ctx)
		_, buckets := a.limits.limiter.Sweep(ctx)
		_, outbox := a.events.Prune(ctx)
		handlers := a.events.Remain(ctx)
		_, proposals := a.Approvals.Expire(ctx)
		_, exports := a.Exports.Sweep(ctx)
		_, notifications := a.Notifications.Prune(ctx)
		_, reveals := a.Reveals.Sweep(ctx)
		_, deliveries := a.Webhooks.Prune(ctx)
		return errors.Join(sessions, uploads, evidence, files, enrolments, buckets, outbox, handlers, proposals, exports, notifications, reveals, deliveries)
	})
	return h
}

// recurring registers a job that comes back by itself. A run that fails is told
// to the log and is over: the next one comes sooner than a retry would, which
// in addition would keep it away, and so one thing that cannot be done would
// slow down everything else that is due.
func recurring[J db.Job](log *slog.Logger, h *db.Handlers, interval time.Duration, fn func(ctx context.Context, job J) error) {
	recurringWithin(log, h, time.Minute, interval, fn)
}

// recurringWithin is recurring with another timeout than a minute.
func recurringWithin[J db.Job](log *slog.Logger, h *db.Handlers, timeout, interval time.Duration, fn func(ctx context.Context, job J) error) {
	var job J
	db.HandleWithin(h, timeout, func(ctx context.Context, job J) error {
		if err := fn(ctx, job); err != nil {
			log.ErrorContext(ctx, "recurring job failed; it comes back by itself", slog.String("job", job.Kind()), slog.Any("error", err))
		}
		return nil
	})
	db.Every(h, interval, job)
}
