package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/extract"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/feed"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/preference"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/system"
	"github.com/etal-market/etal/domain/tax"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/domain/vault"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/gateway/appendfile"
	"github.com/etal-market/etal/gateway/mail"
	"github.com/etal-market/etal/graph"
	"github.com/etal-market/etal/server/config"
)

// Provider is the payment provider as the contexts need it. One client fills
// all of it.
type Provider interface {
	payment.Gateway
	payout.AccountGateway
	payout.TransferGateway
	payout.PayoutGateway
	payout.ReversalGateway
	refund.Gateway
	dispute.Gateway
	reconciliation.Gateway
}

// Deps are what an App is given instead of making it. Only DB is required.
type Deps struct {
	DB       *db.DB
	Provider Provider     // Stripe by the settings when nil
	Log      *slog.Logger // nobody hears when nil
	Metrics  *Metrics     // those that watch DB; new ones when nil
	Tracing  *Tracing     // nil: nothing is traced
	// Keys seal secrets at rest; nil: a key that is forgotten with the App. Open
	// always gives those of the settings.
	Keys *seal.Keeper
	// Sender carries webhooks; by HTTP to public addresses when nil.
	Sender webhook.Sender
	// HashMemoryKiB is the memory of a password hash; 0 means that of
	// production. Tests that make many accounts set it low.
	HashMemoryKiB uint32
}

// App is the whole marketplace, wired together and not yet running. The
// services are what the command line, workers, tests and the API share.
type App struct {
	Config config.Config
	DB     *db.DB
	// Sandbox is shown in development; set it before the App serves.
	Sandbox Sandbox

	Identity       *identity.Service
	Approvals      *approval.Service
	Operators      *operator.Service
	Factors        *factor.Service
	Sellers        *seller.Service
	APIKeys        *apikey.Service
	Webhooks       *webhook.Service
	Catalog        *catalog.Service
	Search         *search.Service // fills the index of names
	Inventory      *inventory.Service
	Files          *file.Service
	Imports        *productimport.Service
	Carts          *cart.Service
	Orders         *order.Service
	Ledger         *ledger.Service
	Payments       *payment.Service
	Payouts        *payout.Service
	Risk           *risk.Service
	Plans          *plan.Service
	Charges        *charge.Service
	Taxes          *tax.Service
	Refunds        *refund.Service
	Disputes       *dispute.Service
	Statements     *statement.Service
	System         *system.Service
	Inbox          *inbox.Service
	Commissions    *commission.Service
	Checkout       *checkout.Service
	Audit          *audit.Service
	Reconciliation *reconciliation.Service
	Reports        *report.Service
	Notes          *note.Service
	Notification   *notification.Service
	Notifications  *notification.Box
	Preferences    *preference.Service
	Exports        *export.Service
	Extracts       *extract.Service
	Privacy        *privacy.Service
	Live           *live.Hub
	Reveals        *reveal.Service
	Terms          *terms.Service
	Vault          *vault.Vault

	Keys     *seal.Keeper // what seals secrets at rest
	provider Provider
	log      *slog.Logger
	metrics  *Metrics
	tracing  *Tracing
	peppers  []identity.Pepper
	proxies  proxies
	limits   limits
	streams  *streams
	pictures *pictures
	uploads  uploads
	pages    pages
	caught   *mail.Catcher // development only
	events   *event.Deliverer
	jobs     *db.Handlers
	workers  *db.Workers
	handler  http.Handler
	stopping atomic.Bool
}

// Open opens the database of the settings and wires an App to it. The returned
// function closes it again.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger) (*App, func() error, error) {
	keys, err := openKeys(cfg)
	if err != nil {
		return nil, nil, err
	}
	tracing, err := openTracing(ctx, environment, buildVersion(), log)
	if err != nil {
		return nil, nil, err
	}
	metrics := NewMetrics(log, cfg.SlowQuery)
	d, err := db.Open(ctx, cfg.Database.Reveal(), db.Options{
		Clock: clock.Wall{}, Hooks: []bun.QueryHook{metrics},
		Replica: db.Replica{URL: cfg.Replica.Reveal(), Lag: cfg.ReplicaLag, Tables: graph.CatalogueTables(), Log: log},
	})
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", cfg.DatabaseName(), err)
	}
	app, err := New(cfg, Deps{DB: d, Log: log, Metrics: metrics, Tracing: tracing, Keys: keys})
	if err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	return app, func() error {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), tracesTimeout) // ctx has ended when the process is told to stop
		defer cancel()
		return errors.Join(tracing.Close(ending), d.Close())
	}, nil
}

// tracesTimeout is how long a process that ends tries to get rid of its traces.
const tracesTimeout = 3 * time.Second

func buildVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// New wires an App. It neither listens nor works until Run.
func New(cfg config.Config, deps Deps) (*App, error) {
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	if deps.Metrics == nil {
		deps.Metrics = NewMetrics(deps.Log, cfg.SlowQuery)
	}
	a := &App{Config: cfg, DB: deps.DB, log: deps.Log, metrics: deps.Metrics, tracing: deps.Tracing, proxies: newProxies(cfg)}
	a.watch()
	if err := a.wire(deps); err != nil {
		return nil, err
	}
	a.limits, a.streams = a.newLimits(), newStreams()
	a.pictures, a.uploads = newPictures(a.Files, a.metrics.shed), newUploads(a.metrics.shed)
	a.Live = live.NewHub(a.DB, a.log)
	a.events = event.NewDeliverer(a.DB, a.eventHandlers()...)
	a.jobs = a.jobHandlers()
	a.jobs.Around(a.aroundJob)
	var err error
	a.workers, err = db.NewWorkers(a.DB, a.jobs, db.WorkerOptions{Logger: a.log, Concurrency: cfg.Workers})
	if err != nil {
		return nil, err
	}
	if a.pages, err = parsePages(); err != nil {
		return nil, err
	}
	routes, err := a.routes()
	if err != nil {
		return nil, err
	}
	if a.handler, err = a.around(routes); err != nil {
		return nil, err
	}
	return a, nil
}

// watch has the database tell of itself, and jobs carry what has caused them.
func (a *App) watch() {
	a.metrics.watchDatabase(a.DB)
	a.metrics.clients.know(a.Config.ClientNames...)
	a.DB.MarkJobs(a.tracing.marks)
	if a.tracing != nil {
		a.DB.Watch(a.tracing.Hook(a.DB))
	}
}

// aroundJob watches a run of a job.
func (a *App) aroundJob(ctx context.Context, run db.JobRun, do func(context.Context) error) error {
	watch := clock.Start()
	err := a.tracing.job(withJob(ctx, run), run, do)
	a.metrics.job(run, watch.Elapsed(), err)
	return err
}

// wire makes the services, lower floors first.
func (a *App) wire(deps Deps) error {
	cfg := a.Config
	if deps.Provider == nil {
		client, err := a.connect()
		if err != nil {
			return err
		}
		deps.Provider = client
	}
	a.provider = deps.Provider
	if err := a.wireIdentity(deps); err != nil {
		return err
	}
	a.Sellers = seller.New(a.DB, a.Identity, authz.Grants())
	a.Approvals = approval.New(a.DB, approval.Options{Can: holds, Directory: seller.Directory{Grants: authz.Grants()}, Off: !cfg.NeedsTwoPersons()})
	a.Operators = operator.New(a.DB, a.Identity, a.Approvals)
	if err := a.wireKeys(deps); err != nil {
		return err
	}
	a.Factors = factor.New(a.DB, a.Identity, a.Keys, factor.Options{
		BaseURL: cfg.BaseURL, Policy: factor.Policy{
			Required: cfg.FactorRequired(), SellersOptional: !cfg.SellerFactorRequired(), BoundOperators: cfg.OperatorPasskeys == "bound",
		},
	})
	a.Factors.RegisterReset(a.Approvals)
	a.APIKeys = apikey.New(a.DB, a.Identity, a.Sellers, apikey.Options{
		Live: cfg.StripeIsLive(), Factors: a.Factors.Policy(),
		Grants: func(by actor.Actor, permission string) bool { return authz.Grantable(by, authz.Permission(permission)) },
	})
	a.Terms = terms.New(a.DB)
	a.Files = file.New(a.DB, strings.TrimSuffix(cfg.BaseURL, "/"))
	a.Catalog = catalog.New(a.DB)
	a.Search = search.New(a.DB, seller.Names(), seller.MembersNames(), catalog.Names())
	a.Inventory = inventory.New(a.DB)
	a.Imports = productimport.New(a.DB)
	a.Carts = cart.New(a.DB, currencies(cfg)...)
	a.Orders = order.New(a.DB)
	a.Ledger = ledger.New(a.DB)
	a.Ledger.KeepsFloat(amounts(cfg, cfg.PlatformFloat))
	a.Payments = payment.New(a.DB, deps.Provider)
	a.Payouts = payout.New(a.DB, a.Identity, a.Sellers,
		payout.Gateways{Accounts: deps.Provider, Transfers: deps.Provider, Payouts: deps.Provider, Reversals: deps.Provider},
		payoutPolicy(cfg))
	a.wireAfterSales(deps)
	a.Inbox = inbox.New(a.DB, a.appliers())
	a.Inbox.Except("payment_intent.created", a.Payments.IsAttached)
	a.System = system.New(a.DB, system.About{Version: buildVersion(), Settings: settingsOf(cfg), Platform: platformOf(cfg), Backlog: a.Inbox.Backlog})
	a.Commissions = commission.New(a.DB, money.Basis(cfg.CommissionBasisPoints), a.Approvals)
	a.Checkout = checkout.New(a.DB, checkout.Sources{
		People: a.Identity, Orders: a.Orders, Payments: a.Payments, Commissions: a.Commissions,
	}, checkout.Policy{
		TTL: cfg.CheckoutTTL, ProcessingRate: money.Basis(cfg.ProcessingBasisPoints), ProcessingFixedMinor: cfg.ProcessingFixedMinor,
		CrossBorderRate: money.Basis(cfg.CrossBorderBasisPoints), PlatformCountry: strings.ToUpper(cfg.PlatformCountry),
	})
	a.Audit = audit.New(a.DB, a.Vault)
	a.Reveals = reveal.New(a.DB, a.Identity, a.Orders)
	a.Reconciliation = reconciliation.New(a.DB, deps.Provider,
		reconciliation.Policy{SuspendAfter: cfg.SuspendAfter, Alone: amounts(cfg, cfg.DifferenceLimit)}, a.Approvals)
	a.Reports = report.New(a.DB)
	a.wirePrivacy()
	sender, err := a.mailSender()
	if err != nil {
		return err
	}
	a.Notifications, a.Preferences = notification.NewBox(a.DB), preference.New(a.DB)
	a.Notification, err = notification.New(notification.Sources{Approvals: a.Approvals, Operators: a.Operators, Factors: a.Factors, People: a.Identity, Sellers: a.Sellers, Orders: a.Orders, Refunds: a.Refunds, Keys: a.APIKeys, Webhooks: a.Webhooks, Disputes: a.Disputes, Payouts: a.Payouts, Box: a.Notifications}, sender,
		notification.Options{BaseURL: cfg.BaseURL, Log: a.log})
	a.Privacy.Tells(a.Notification)
	return err
}

// wireAfterSales wires what may follow a sale: decisions of two persons about it,
// refunds, disputes and statements.
func (a *App) wireAfterSales(deps Deps) {
	cfg := a.Config
	a.Statements = statement.New(a.DB, a.Ledger, statement.Party{
		Name: cfg.PlatformLegalName, RegistrationNumber: cfg.PlatformRegistrationNumber, TaxID: cfg.PlatformTaxID,
		Address: cfg.PlatformAddress, Country: cfg.PlatformCountry,
	})
	a.Sellers.PaidFrom(strings.ToUpper(cfg.PlatformCountry))
	a.Sellers.ProposesTo(a.Approvals)
	a.Orders.ProposesTo(a.Approvals)
	a.Orders.MayClose(dispute.ClosableTx, payout.ClosableTx)
	a.Payouts.ProposesTo(a.Approvals)
	a.Risk = risk.New(a.DB, a.Sellers, payout.Sold, risk.Rule{
		StandardAfter: cfg.StandardAfter, StandardOrders: cfg.StandardOrders, TrustedAfter: cfg.TrustedAfter, TrustedOrders: cfg.TrustedOrders,
		WatchedRate: money.Basis(cfg.WatchedRate), WatchedDisputes: cfg.WatchedDisputes,
	})
	a.Plans = plan.New(a.DB, a.Approvals)
	a.Notes = note.New(a.DB)
	a.Charges = charge.New(a.DB, charge.Limit(limitOf(cfg.SellerChargeLimit, cfg.Currency)), a.Approvals)
	a.Taxes = tax.New(a.DB, a.Approvals)
	a.Refunds = refund.New(a.DB, deps.Provider, refundLimits(cfg), a.Approvals, dispute.Taken)
	a.Disputes = dispute.New(a.DB, deps.Provider, dispute.Policy{
		RefundPolicy: cfg.RefundPolicy, WarnBasisPoints: cfg.DisputeRate, IsTakenAtLoss: cfg.DisputeTaken == "loss",
		Fee: dispute.FeePolicy(strings.ToUpper(cfg.DisputeFee)),
	}, a.Refunds, a.Files)
}

// wirePrivacy makes what answers people about their data.
func (a *App) wirePrivacy() {
	a.Exports = export.New(a.DB, map[export.Kind]export.Maker{
		export.KindPerson: privacy.Maker{Log: a.Audit}, export.KindAudit: a.Audit, export.KindLedger: ledger.ExportMaker{},
		export.KindStatement: statement.ExportMaker{}, export.KindReport: report.ExportMaker{}, export.KindPayout: report.PayoutMaker{},
	})
	a.Audit.Files(a.Exports)
	a.Extracts = extract.New(extract.Lists{
		Orders: a.Orders, Sellers: a.Sellers, Catalog: a.Catalog, Payouts: a.Payouts, Refunds: a.Refunds, Ledger: a.Ledger, Plans: a.Plans,
	}, a.Exports, a.DB.Clock())
	deps := privacy.Deps{People: a.Identity, Exports: a.Exports, Vault: a.Vault, Log: a.log}
	if a.Config.ErasureLedger != "" {
		deps.Ledger = appendfile.File{Path: a.Config.ErasureLedger}
	}
	a.Privacy = privacy.New(a.DB, deps, privacy.Policy{Grace: a.Config.ErasureGrace, Retention: a.Config.Retention()})
	a.Privacy.ByTwo(a.Approvals)
}

// wireIdentity makes the service that knows people. It asks the sellers, which
// are made after it, for the names that no password of a member may hold.
func (a *App) wireIdentity(deps Deps) error {
	var err error
	if a.peppers, err = openPeppers(a.Config); err != nil {
		return err
	}
	a.Identity = identity.New(a.DB, identity.Options{
		HashMemoryKiB: deps.HashMemoryKiB, Peppers: a.peppers,
		Words: func(ctx context.Context, accountID identity.AccountID) ([]string, error) {
			return a.Sellers.NamesOf(ctx, accountID)
		},
		IsMember: func(ctx context.Context, accountID identity.AccountID) (bool, error) {
			return a.Sellers.IsMember(ctx, accountID)
		},
	})
	return nil
}

// currencies are those that are sold in, the platform's own first.
func currencies(cfg config.Config) []money.Currency {
	list := []money.Currency{money.Currency(cfg.Currency)}
	for _, more := range cfg.MoreCurrencies {
		list = append(list, money.Currency(more))
	}
	return list
}

// holds asks the policy for a permission that a kind of proposal names.
func holds(by actor.Actor, do approval.Permission) bool { return authz.Can(by, authz.Permission(do)) }

// Handler serves everything that is public.
func (a *App) Handler() http.Handler { return a.handler }

// Jobs says who does which job, for workers that a test runs by itself.
func (a *App) Jobs() *db.Handlers { return a.jobs }

// mailSender picks the way that mail leaves by the settings.
func (a *App) mailSender() (notification.Sender, error) {
	switch {
	case a.Config.Mail.IsSet():
		return mail.NewSMTP(a.Config.Mail.Reveal(), a.Config.MailFrom)
	case a.Config.IsDevelopment():
		a.caught = mail.NewCatcher(a.DB.Clock())
		return a.caught, nil
	default:
		return mail.Discard{Log: a.log}, nil
	}
}

// eventHandlers lists everything that listens to events.
func (a *App) eventHandlers() []event.Handler {
	return slices.Concat(
		catalog.Listeners(),
		[]event.Handler{
			event.On("cart.adopt", a.Carts.AdoptTx), // first: see there
			event.On("payment.adopt", payment.AdoptTx),
			event.On("order.adopt", order.AdoptTx),
			event.On("refund.adopt", refund.AdoptTx),
			event.On("checkout.adopt", checkout.AdoptTx),
			event.On("seller.member_renamed", seller.RenamedTx),
			event.On("operator.proposal_decided", a.Operators.ProposalDecidedTx),
			event.On("reconciliation.answered", a.Reconciliation.AnsweredTx),
			event.On("payout.open_account", a.Payouts.OpenAccountTx),
			event.On("payout.accrue", a.Payouts.AccrueTx),
			event.On("payout.schedule", a.Payouts.ScheduleTx),
			event.On("payout.part_cancelled", a.Payouts.CancelledTx),
			event.On("payout.part_reopened", a.Payouts.ReopenedTx),
			event.On("payout.hold_after_reset", a.Payouts.HoldTx),
			event.On("dispute.refund_voided", a.Disputes.RefundVoidedTx),
			event.On("charge.listed", a.Charges.ListedTx),
		},
		a.Notification.Handlers(),
		a.Privacy.Handlers(),
		feed.Handlers(),
		a.Audit.Handlers(),
	)
}

// appliers says who acts on which news of the provider.
func (a *App) appliers() map[string]inbox.Applier {
	return map[string]inbox.Applier{
		"payment_intent.created":           a.Payments.ApplyCreated,
		"payment_intent.succeeded":         a.Payments.ApplyEvent,
		"payment_intent.payment_failed":    a.Payments.ApplyEvent,
		"payment_intent.processing":        a.Payments.ApplyEvent,
		"payment_intent.canceled":          a.Payments.ApplyEvent,
		"account.updated":                  a.Payouts.ApplyAccountEvent,
		"capability.updated":               a.Payouts.ApplyAccountEvent,
		"account.application.authorized":   a.Payouts.ApplyAccountEvent,
		"account.application.deauthorized": a.Payouts.ApplyAccountEvent,
		"transfer.reversed":                a.Payouts.ApplyTransferEvent,
		"payout.created":                   a.Payouts.ApplyPayoutCreated,
		"payout.updated":                   a.Payouts.ApplyPayoutEvent,
		"payout.paid":                      a.Payouts.ApplyPayoutEvent,
		"payout.failed":                    a.Payouts.ApplyPayoutEvent,
		"payout.canceled":                  a.Payouts.ApplyPayoutEvent,
		"refund.created":                   a.Refunds.ApplyEvent,
		"refund.updated":                   a.Refunds.ApplyEvent,
		"refund.failed":                    a.Refunds.ApplyEvent,
		"charge.refund.updated":            a.Refunds.ApplyEvent,

		"charge.dispute.created":          a.Disputes.ApplyEvent,
		"charge.dispute.updated":          a.Disputes.ApplyEvent,
		"charge.dispute.closed":           a.Disputes.ApplyEvent,
		"charge.dispute.funds_withdrawn":  a.Disputes.ApplyEvent,
		"charge.dispute.funds_reinstated": a.Disputes.ApplyEvent,

		"radar.early_fraud_warning.created": a.Disputes.ApplyWarning,
		"radar.early_fraud_warning.updated": a.Disputes.ApplyWarning,
	}
}
