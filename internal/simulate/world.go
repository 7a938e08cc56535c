package simulate

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/gateway/stripesim"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// stripeURL is the address of Stripe in this process. Nothing listens there.
const stripeURL = "http://stripe.invalid"

// hookURL is where Stripe believes that the marketplace takes webhooks.
const hookURL = "http://etal.invalid/webhooks/stripe"

// began is the instant at which worlds begin: a Monday morning, after every real
// one, so that what is delayed by this clock is delayed for the job queue too.
func began() time.Time { return time.Date(2035, 3, 5, 6, 0, 0, 0, time.UTC) }

// World is a marketplace with its Stripe, its people, and its clock.
type World struct {
	plan Plan
	opts Options

	clock  *clock.Manual
	url    string
	db     *db.DB
	app    *server.App
	config config.Config
	keys   *seal.Keeper
	stripe *stripesim.Simulator
	door   *Door
	fate   *Fate
	base   context.Context //nolint:containedctx // of the whole run
	life   context.Context //nolint:containedctx // of the process as it is now; it ends when it dies

	crowd
	trace    *trace
	ear      *ear
	found    []Violation
	verified server.Verified
	late     map[string]time.Time // differences that were seen, and since when
	mistakes map[string]bool      // movements that a step has booked wrongly
	reached  *Coverage
	deaths   int
	day      int
	step     string
	failures map[string]string    // the last failure of each kind of job
	came     map[string]time.Time // when recurring jobs came last in this life, by kind
	quietAt  time.Time            // when they found nothing to do
}

// newWorld opens the database and wires the marketplace to a new Stripe.
func newWorld(ctx context.Context, p Plan, o Options, url string) (*World, error) {
	w := &World{
		plan: p, opts: o, url: url, clock: clock.NewManual(began()), fate: &Fate{}, trace: newTrace(o.Trace),
		late: map[string]time.Time{}, mistakes: map[string]bool{}, reached: NewCoverage(), failures: map[string]string{},
	}
	w.ear = &ear{}
	ring, err := seal.Generate()
	if err != nil {
		return nil, err
	}
	w.keys = seal.NewKeeper(ring, nil)
	if err := w.configure(); err != nil {
		return nil, err
	}
	if err := w.startStripe(); err != nil {
		return nil, err
	}
	w.door = &Door{fate: w.fate, stripe: w.stripe.Handler(), tell: w.tell}
	if err := w.open(ctx); err != nil {
		return nil, err
	}
	if err := countMoves(ctx, w.db, w.url); err != nil {
		return nil, err
	}
	return w, w.born(ctx)
}

func (w *World) configure() (err error) {
	s := w.plan.Setup
	limit := strconv.FormatInt(s.Limit, 10)
	for _, c := range s.Currencies[1:] {
		limit += "," + c + ":" + strconv.FormatInt(s.Limit, 10)
	}
	environ := map[string]string{
		"STRIPE_API_URL": stripeURL, "RATE_LIMITS": "off", "CURRENCY": s.Currencies[0], "MORE_CURRENCIES": strings.Join(s.Currencies[1:], ","),
		"RELEASE_HOLD": strconv.Itoa(s.HoldHours) + "h", "PAYOUT_INTERVAL": strconv.Itoa(s.PayHours) + "h",
		"REFUND_LIMIT_PLATFORM": limit, "FOUR_EYES": map[bool]string{true: "off", false: "on"}[s.OneHand],
		"DISPUTE_TAKEN": map[bool]string{true: "loss", false: "open"}[s.TakenAtLoss], "LOG_LEVEL": "error",
		"SUSPEND_AFTER": "2h", // so that late news finds movements in suspense
	}
	if s.DisputeFee != "" {
		environ["DISPUTE_FEE"] = s.DisputeFee
	}
	named := map[string]string{}
	for name, value := range environ {
		named[config.Prefix+name] = value
	}
	w.config, err = config.Load(named, config.Development)
	return err
}

func (w *World) startStripe() (err error) {
	s := w.plan.Setup
	policy := stripesim.ReversalStrict
	if s.Negative {
		policy = stripesim.ReversalAllowNegative
	}
	started := w.clock.Now()
	w.stripe, err = stripesim.New(stripesim.Options{
		SecretKey: w.config.StripeSecretKey.Reveal(), PublishableKey: w.config.StripePublishableKey,
		Country: s.Country, Currency: strings.ToLower(s.Currencies[0]), BaseURL: stripeURL, Log: slog.New(w.ear),
		Reversals: policy, ReserveNegative: s.Reserve, EventsMax: 2_000, CounterFee: map[bool]int64{true: 1_000}[s.Negative],
		Now:          func() time.Time { return started }, // Advance moves it, and lets what was due happen
		WebhookClock: true, WebhookClient: &http.Client{Transport: postman{w}},
		WebhookBackoff: []time.Duration{
			time.Minute, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 10 * time.Hour, 12 * time.Hour,
		},
		Webhooks: []stripesim.Webhook{
			{URL: hookURL, Secret: w.config.StripeWebhookSecret.Reveal()},
			{URL: hookURL, Secret: w.config.StripeConnectWebhookSecret.Reveal(), Connect: true},
		},
	})
	return err
}

// open opens the database.
func (w *World) open(ctx context.Context) (err error) {
	w.db, err = db.Open(ctx, w.url, db.Options{
		Clock: w.clock, Hooks: hooks(w.fate), Readers: 2, Connections: 4, Volatile: true,
		PrepareAtOnce: true, // in a world nearly every statement comes again
	})
	if err != nil {
		return err
	}
	return w.db.Migrate(ctx)
}

// born makes the services of a new process on the database as it is, and gives
// back the jobs that ran when the one before died.
func (w *World) born(ctx context.Context) error {
	w.life, w.came, w.quietAt = w.fate.live(ctx), map[string]time.Time{}, time.Time{}
	client, err := stripe.New(stripe.Options{
		SecretKey: w.config.StripeSecretKey.Reveal(), APIURL: stripeURL, Transport: w.door, Hasty: true,
	})
	if err != nil {
		return err
	}
	var provider server.Provider = client
	if w.opts.Tamper != nil {
		provider = w.opts.Tamper(provider)
	}
	w.app, err = server.New(w.config, server.Deps{DB: w.db, Provider: provider, HashMemoryKiB: 64, Keys: w.keys, Log: slog.New(w.ear)})
	if err != nil {
		return err
	}
	return w.db.Reclaim(w.life)
}

// reborn makes a new process when the one before has died.
func (w *World) reborn() error {
	if !w.fate.dead {
		return nil
	}
	w.deaths++
	w.tell("  the process died " + w.fate.at)
	return w.born(w.base)
}

// reopen restarts the database, and with it the process.
func (w *World) reopen(ctx context.Context) error {
	w.fate.kill(errDied)
	if err := w.db.Close(); err != nil {
		return err
	}
	w.verified = server.Verified{}
	if err := w.open(ctx); err != nil {
		return err
	}
	return w.born(ctx)
}

func (w *World) close() error {
	if w.fate.kill != nil {
		w.fate.kill(errDied)
	}
	return errors.Join(w.db.Close(), w.stripe.Close())
}

// advance moves the clocks of the marketplace and of Stripe.
func (w *World) advance(d time.Duration) {
	w.clock.Advance(d)
	w.stripe.Advance(d)
}

func (w *World) tell(line string) { w.trace.add(line) }

// take takes one step of the plan. What people are refused is no failure, and
// neither is what failed because Stripe was broken on purpose.
func (w *World) take(s Step) error {
	w.step = s.String()
	w.tell(w.step)
	brokenBefore, deathsBefore := w.door.broken, w.deaths
	err := errors.New("no such action: " + s.Action)
	for _, a := range actions() {
		if a.name == s.Action {
			r := rand.New(rand.NewPCG(s.Choice, 7)) //nolint:gosec // it must be foreseeable
			err = a.do(&turn{World: w, ctx: w.life, r: r})
		}
	}
	switch {
	case w.fate.dead || w.deaths > deathsBefore || err == nil: // whoever asked a process that died gets no answer
	case len(fault.As(err)) > 0:
		w.tell("  refused: " + string(fault.As(err)[0].Code))
	case w.door.broken > brokenBefore:
		w.tell("  failed, since Stripe was broken")
	default:
		w.violated("ERROR", s.Action, err.Error())
	}
	return w.reborn()
}

// roundsMax bounds how often settle looks again: a world that is not at rest by
// then goes round in circles.
const roundsMax = 80

// settle lets everything happen that is due: webhooks, jobs, and the sweeps that
// come back by themselves, until nothing is left.
func (w *World) settle() error {
	for range roundsMax {
		moved, err := w.round()
		if w.fate.dead {
			moved, err = true, w.reborn()
		}
		if err != nil {
			return err
		}
		if !moved {
			return nil
		}
	}
	w.violated("RESTLESS", "world", "there is always something left to do")
	return nil
}

// round lets what is due happen once: first the webhooks and jobs that wait, and
// what follows from them, then the jobs that come back by themselves. It reports
// whether those have left anything to do. When they found nothing at this instant,
// with nothing broken, and nothing has happened since, they would find nothing again.
func (w *World) round() (moved bool, err error) {
	happened := false
	for n, again := 0, true; again && n < roundsMax; n++ {
		if again, err = w.follow(); err != nil {
			return false, err
		}
		happened = happened || again
	}
	now, broken := w.clock.Now(), w.door.broken
	if !happened && now.Equal(w.quietAt) {
		return false, nil
	}
	w.quietAt = time.Time{}
	if err := w.db.RunRecurring(w.life, w.app.Jobs(), w.isDue); err != nil {
		return false, err
	}
	if moved, err = w.follow(); err == nil && !moved && w.door.broken == broken {
		w.quietAt = now
	}
	return moved, err
}

// follow delivers webhooks and does jobs, and reports whether there were any.
func (w *World) follow() (bool, error) {
	delivered := w.stripe.Deliver(w.life)
	runs, err := w.drain(0)
	return delivered > 0 || runs > 0, err
}

// oftenEnough is the interval of the jobs that come back in each round: steps of
// a world are further apart than that.
const oftenEnough = time.Minute

// isDue reports whether a job comes back by itself now, and notes that it does.
func (w *World) isDue(kind string, every time.Duration) bool {
	now := w.clock.Now()
	last, ran := w.came[kind]
	if ran && every > oftenEnough && now.Sub(last) < every {
		return false
	}
	w.came[kind] = now
	return true
}

// drain does jobs, at most so many; 0 means all.
func (w *World) drain(most int) (int, error) {
	return w.db.DrainAs(w.life, w.app.Jobs(), db.Draining{At: w.clock.Now(), Most: most, Failed: func(kind string, err error) {
		w.failures[kind] = err.Error()
		w.tell("  job failed: " + kind)
	}})
}

// appease ends all bad luck that was ordered and has not come yet.
func (w *World) appease(ctx context.Context) error {
	w.door.traps, w.fate.left = nil, 0
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, stripeURL+"/_sim/webhooks/faults", nil)
	if err != nil {
		return err
	}
	answer := serve(w.stripe.Handler(), r)
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("webhook faults are not cleared: %d", answer.StatusCode)
	}
	return nil
}

// ear hears what is logged as an error.
type ear struct{ heard []string }

// Enabled implements slog.Handler.
func (e *ear) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelError }

// Handle implements slog.Handler.
func (e *ear) Handle(_ context.Context, r slog.Record) error {
	text := r.Message
	r.Attrs(func(a slog.Attr) bool {
		text += " " + a.String()
		return true
	})
	e.heard = append(e.heard, text)
	return nil
}

// WithAttrs implements slog.Handler.
func (e *ear) WithAttrs([]slog.Attr) slog.Handler { return e }

// WithGroup implements slog.Handler.
func (e *ear) WithGroup(string) slog.Handler { return e }
