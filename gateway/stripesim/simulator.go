package stripesim

import (
	"context"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// APIVersion is the version of Stripe's API whose shapes the simulator answers with.
const APIVersion = "2023-10-16"

// ReversalPolicy says what happens when a transfer is reversed by more than the
// connected account has. Stripe's own pages contradict each other, so both exist.
type ReversalPolicy string

// The two policies for a reversal that the connected balance does not cover.
const (
	// ReversalStrict refuses it with balance_insufficient.
	ReversalStrict ReversalPolicy = "strict"
	// ReversalAllowNegative lets the connected balance go below zero.
	ReversalAllowNegative ReversalPolicy = "allow_negative"
)

// Webhook is an endpoint known from the start. Endpoints can also be created
// through /v1/webhook_endpoints.
type Webhook struct {
	// URL receives the events by POST.
	URL string
	// Secret signs them; whsec_… by custom, any string works.
	Secret string
	// Connect selects the events of connected accounts instead of the platform's own.
	Connect bool
}

// Options configure a Simulator. The zero value works: memory only, the real
// clock, Stripe's usual fee, keys sk_test_simulator and pk_test_simulator.
type Options struct {
	// SecretKey is the only secret key accepted. Default sk_test_simulator.
	SecretKey string
	// PublishableKey is the only publishable key accepted. Default pk_test_simulator.
	PublishableKey string
	// PlatformAccount is the id of the platform's own account. Default acct_platform.
	PlatformAccount string
	// Country and Currency are the platform's. Default US and usd.
	Country, Currency string
	// BaseURL is where browsers reach the simulator; onboarding and 3D Secure links
	// start with it. Default: the host the request was made to.
	BaseURL string
	// Path names the journal file. Empty keeps everything in memory.
	Path string
	// Now is the clock to which Advance adds. Default time.Now.
	Now func() time.Time
	// Log receives warnings, and errors that mean the simulator itself is wrong. Default slog.Default.
	Log *slog.Logger

	// Webhooks are endpoints that exist from the start, besides those created by the API.
	Webhooks []Webhook
	// WebhookClient delivers events. Default: a client with a timeout of ten seconds.
	WebhookClient *http.Client
	// WebhookBackoff lists the waits before each further attempt; when it is used up the
	// delivery is given up. Default: eleven attempts in all, from 200 ms to 30 s apart, or,
	// with WebhookClock, those that Stripe makes in three days.
	WebhookBackoff []time.Duration
	// WebhookClock lets deliveries wait by the simulated clock instead of the real
	// one, and leave one after the other: by Run, or by Deliver where nobody calls Run.
	WebhookClock bool
	// WebhookWorkers deliver at the same time. Default 4.
	WebhookWorkers int
	// EventsMax is how many events are kept; the oldest delivered ones go first. Default 20,000.
	EventsMax int

	// FeeBasisPoints and FeeFixed make the fee of a charge: basis points of the amount,
	// rounded half up, plus minor units. Both zero mean 290 and 30; a negative value means none.
	FeeBasisPoints, FeeFixed int64
	// DisputeFee is debited with a disputed amount, in minor units. Default 1500; negative means none.
	DisputeFee int64
	// CounterFee is debited when evidence is sent, in minor units, and comes back when the
	// dispute is won. Default none.
	CounterFee int64
	// AvailableAfter is how long a charge stays pending. Default 48 h; negative means available at once.
	AvailableAfter time.Duration
	// PayoutAfter is how long a payout takes from creation to paid. It spends half of it
	// pending and half in transit. Default 48 h; negative means paid at once.
	PayoutAfter time.Duration
	// DebitAfter is how long a bank takes to pay or refuse a debit. Default 5 days;
	// negative means that it answers in the next second.
	DebitAfter time.Duration
	// RefundAfter is how long the refund test cards take to settle or to fail. Default 1 h.
	RefundAfter time.Duration
	// LinkLife is how long an account link can be opened. Default 5 min.
	LinkLife time.Duration
	// AuthorizationLife is how long an uncaptured payment holds. Default 7 days.
	AuthorizationLife time.Duration
	// KeyLife is how long an idempotency key is remembered. Default 24 h.
	KeyLife time.Duration
	// RateLimit is how many requests a second of simulated time may hold in all, and
	// EndpointLimit how many to the same method and path; Stripe lets 25 and 25 be in its
	// sandbox. What is more is answered 429. Default: no limit.
	RateLimit, EndpointLimit int64
	// ConfirmsMax is after how many failed attempts a payment intent is canceled. Default 10.
	ConfirmsMax int
	// Reversals is the policy for reversals over the connected balance. Default strict.
	Reversals ReversalPolicy
	// CardsRequired refuses accounts that ask for transfers and not for card payments, as
	// Stripe does until it has approved the platform for that.
	CardsRequired bool
	// PayHeld pays connected accounts with a manual schedule out by itself when money has
	// been in their balance for as long as their country lets it be held: 90 days, two
	// years in the US, ten days in Thailand.
	PayHeld bool
	// ReserveNegative makes the platform's available money stand in for connected
	// balances below zero, by reserve_transaction, as Stripe does.
	ReserveNegative bool
	// CollectNegative debits connected balances below zero from the account's bank
	// after three days, where the account lets that be, and takes them from the
	// platform after 180 days.
	CollectNegative bool
}

// Simulator is one Stripe: a platform account and everything below it. It is safe
// for concurrent use.
type Simulator struct {
	opts  Options
	log   *slog.Logger
	mux   *http.ServeMux
	pages *template.Template
	// catalogue lists the routes; it is complete once New has returned.
	catalogue []routeView

	// mu guards everything below; a request holds it from start to journal.
	mu      sync.Mutex
	state   *state
	journal *journal
	offset  time.Duration
	hooks   hookFaults
	closed  bool

	keys   inFlight
	faults faults
	limits limits
	queue  *queue
}

// New builds a simulator and, when Options.Path is set, replays and compacts its
// journal. It returns an error when the journal cannot be opened or holds
// something other than a torn last line that cannot be read.
func New(o Options) (*Simulator, error) {
	o.fill()
	s := &Simulator{opts: o, log: o.Log, state: newState(), queue: newQueue()}
	s.limits.all, s.limits.each = o.RateLimit, o.EndpointLimit
	s.keys.held = map[string]bool{}
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	s.pages = pages
	if o.Path != "" {
		if err := s.openJournal(o.Path); err != nil {
			return nil, fmt.Errorf("open the journal: %w", err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.unit("")
	s.ensurePlatform(u)
	s.ensureWebhooks(u)
	if err := s.commit(u); err != nil {
		return nil, err
	}
	s.routes()
	return s, nil
}

func (o *Options) fill() {
	def(&o.SecretKey, "sk_test_simulator")
	def(&o.PublishableKey, "pk_test_simulator")
	def(&o.PlatformAccount, "acct_platform")
	def(&o.Country, "US")
	def(&o.Currency, "usd")
	if o.Now == nil {
		o.Now = time.Now
	}
	def(&o.Log, slog.Default())
	def(&o.WebhookClient, &http.Client{Timeout: 10 * time.Second})
	if o.WebhookBackoff == nil {
		o.WebhookBackoff = backoff(o.WebhookClock)
	}
	def(&o.WebhookWorkers, 4)
	def(&o.EventsMax, 20_000)
	if o.FeeBasisPoints == 0 && o.FeeFixed == 0 {
		o.FeeBasisPoints, o.FeeFixed = 290, 30
	}
	o.FeeBasisPoints, o.FeeFixed = max(o.FeeBasisPoints, 0), max(o.FeeFixed, 0)
	def(&o.DisputeFee, 1500)
	o.DisputeFee = max(o.DisputeFee, 0)
	o.CounterFee = max(o.CounterFee, 0)
	def(&o.AvailableAfter, 48*time.Hour)
	def(&o.PayoutAfter, 48*time.Hour)
	def(&o.DebitAfter, 5*24*time.Hour)
	def(&o.RefundAfter, time.Hour)
	def(&o.LinkLife, 5*time.Minute)
	def(&o.AuthorizationLife, 7*24*time.Hour)
	def(&o.KeyLife, 24*time.Hour)
	def(&o.ConfirmsMax, 10)
	def(&o.Reversals, ReversalStrict)
}

// backoff are the waits between the attempts of a delivery: of real time, in which
// nobody wants to wait for days, or of simulated time, in which Stripe goes on for
// three days, ever more slowly.
func backoff(simulated bool) []time.Duration {
	if simulated {
		return []time.Duration{
			5 * time.Minute, 25 * time.Minute, 90 * time.Minute, 3 * time.Hour, 7 * time.Hour,
			12 * time.Hour, 12 * time.Hour, 12 * time.Hour, 12 * time.Hour, 12 * time.Hour,
		}
	}
	return []time.Duration{
		200 * time.Millisecond, 500 * time.Millisecond, time.Second, 2 * time.Second, 5 * time.Second,
		10 * time.Second, 30 * time.Second, 30 * time.Second, 30 * time.Second, 30 * time.Second,
	}
}

func def[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Handler answers /v1 and /_sim. It may be mounted at the root of any server.
func (s *Simulator) Handler() http.Handler { return http.HandlerFunc(s.serve) }

// Now is the simulated time.
func (s *Simulator) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

func (s *Simulator) now() time.Time { return s.opts.Now().Add(s.offset).UTC() }

// Advance moves the simulated clock forward and lets everything happen that was
// due meanwhile, in order of time. A negative duration is ignored.
func (s *Simulator) Advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d > 0 {
		s.advance(d)
	}
}

func (s *Simulator) advance(d time.Duration) {
	u := s.unit("")
	s.offset += d
	clock := &clockEntity{Offset: s.offset}
	clock.ID, clock.Object = "sim_clock", "sim.clock"
	u.put(clock)
	s.commitLogged(u)
	s.tick()
}

// Run delivers webhooks and lets the clock act, until ctx ends; it returns nil then.
// Without Run the clock still acts at the next request, but no webhook leaves.
func (s *Simulator) Run(ctx context.Context) error {
	var wg sync.WaitGroup
	for range s.webhookWorkers() {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.deliverAll(ctx)
		}()
	}
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			wg.Wait()
			return nil
		case <-ticker.C:
			s.mu.Lock()
			if !s.closed {
				s.tick()
			}
			s.mu.Unlock()
			if s.opts.WebhookClock {
				s.Deliver(ctx)
			}
		}
	}
}

// Close closes the journal. Requests after it are answered with 500.
func (s *Simulator) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.journal == nil {
		return nil
	}
	return s.journal.close()
}
