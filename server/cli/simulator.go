package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/etal-market/etal/gateway/stripesim"
	"github.com/etal-market/etal/server/config"
)

type simulatorCmd struct {
	Listen   string   `default:"127.0.0.1:12111" help:"Address and port to listen at."`
	File     string   `default:"./var/stripe-simulator.jsonl" help:"Where its state is kept. Empty: in memory."`
	Webhook  []string `help:"Address that gets webhooks of the platform and of connected accounts, such as http://127.0.0.1:8080/webhooks/stripe. May be repeated."`
	Country  string   `default:"DE" help:"Country of the platform."`
	Currency string   `default:"eur" help:"Currency of the platform."`

	Slow       bool  `help:"Money takes the days that it takes at Stripe, and webhooks that fail are tried again for three days; POST /_sim/clock with advance=48h moves the clock. Else it takes seconds."`
	Held       bool  `help:"Sellers who are paid out by hand are paid out by Stripe when their money was held for too long: after 90 days, in the US after two years, in Thailand after ten days."`
	Rate       int64 `default:"0" help:"How many requests a second are let through, in all and to each path; what is more is answered 429. 0: all."`
	Negative   bool  `help:"Reversals may take sellers below zero. The platform stands in for them, their banks are debited where they let that be, and after 180 days the platform pays."`
	Unapproved bool  `help:"Accounts that ask for transfers and not for card payments are refused, as by Stripe until it has approved the platform for that."`
	DisputeFee int64 `default:"1500" help:"Fee of a dispute, in minor units. 0: none."`
	CounterFee int64 `default:"0" help:"Fee for evidence, in minor units; it comes back when the dispute is won."`
}

// Help implements kong.HelpProvider.
func (simulatorCmd) Help() string {
	return "A stateful simulator of the part of Stripe that Étal uses, with its webhooks, for development without a Stripe account. " +
		"It needs nothing else of Étal: any client of Stripe may use it, by its address as the API's, the key sk_test_simulator (or ETAL_STRIPE_SECRET_KEY) and " +
		"API version 2023-10-16. Webhooks are signed with ETAL_STRIPE_WEBHOOK_SECRET and ETAL_STRIPE_CONNECT_WEBHOOK_SECRET. " +
		"http://127.0.0.1:12111/_sim shows what is in it, and what can be done to it: the clock, faults, disputes, warnings, payouts that fail.\n\n" + example(
		"etal stripe-simulator --webhook http://127.0.0.1:8080/webhooks/stripe",
		"etal stripe-simulator --file '' --listen 127.0.0.1:0",
		"etal stripe-simulator --country US --currency usd --slow --negative",
		"curl -X POST http://127.0.0.1:12111/_sim/clock -d advance=48h",
	)
}

// Run implements the command.
func (c *simulatorCmd) Run(r *run) error {
	cfg, err := config.Load(r.Environ, config.Development)
	if err != nil {
		return err
	}
	sim, err := newSimulator(r, simulatorSettings{
		File: c.File, Country: c.Country, Currency: c.Currency, Webhooks: c.Webhook, Config: cfg,
		Change: c.change,
	})
	if err != nil {
		return err
	}
	return sim.run(r.ctx, c.Listen, func(address string) { r.say("Stripe simulator on http://%s/_sim", address) })
}

// change is what the flags make of the simulator.
func (c *simulatorCmd) change(o *stripesim.Options) {
	if c.Slow {
		o.AvailableAfter, o.PayoutAfter, o.RefundAfter, o.DebitAfter = 0, 0, 0, 0 // the defaults, which are Stripe's
		o.WebhookClock = true
	}
	o.PayHeld, o.RateLimit, o.EndpointLimit, o.CardsRequired = c.Held, c.Rate, c.Rate, c.Unapproved
	if c.Negative {
		o.Reversals, o.ReserveNegative, o.CollectNegative = stripesim.ReversalAllowNegative, true, true
	}
	o.DisputeFee, o.CounterFee = c.DisputeFee, c.CounterFee
	if c.DisputeFee == 0 {
		o.DisputeFee = -1 // none
	}
}

type simulatorSettings struct {
	File, Country, Currency string
	Webhooks                []string
	Config                  config.Config
	Change                  func(*stripesim.Options) // nil leaves it as it is
}

// simulator is a Stripe simulator with its own listener.
type simulator struct{ *stripesim.Simulator }

func newSimulator(r *run, s simulatorSettings) (*simulator, error) {
	o := stripesim.Options{
		SecretKey: s.Config.StripeSecretKey.Reveal(), PublishableKey: s.Config.StripePublishableKey,
		Country: s.Country, Currency: s.Currency, Path: s.File, Log: slog.New(slog.DiscardHandler),
		AvailableAfter: 10 * time.Second, PayoutAfter: 20 * time.Second, RefundAfter: 10 * time.Second, DebitAfter: 20 * time.Second,
	}
	if s.Config.Level < slog.LevelInfo {
		o.Log = r.logger(s.Config)
	}
	for _, address := range s.Webhooks {
		o.Webhooks = append(o.Webhooks,
			stripesim.Webhook{URL: address, Secret: s.Config.StripeWebhookSecret.Reveal()},
			stripesim.Webhook{URL: address, Secret: s.Config.StripeConnectWebhookSecret.Reveal(), Connect: true})
	}
	if s.Change != nil {
		s.Change(&o)
	}
	if s.File != "" {
		if err := os.MkdirAll(filepath.Dir(s.File), 0o750); err != nil {
			return nil, err
		}
	}
	sim, err := stripesim.New(o)
	if err != nil {
		return nil, fmt.Errorf("Stripe simulator: %w", err) //nolint:staticcheck // a name is capital
	}
	return &simulator{sim}, nil
}

// run serves until ctx is done.
func (s *simulator) run(ctx context.Context, listen string, started func(address string)) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", listen)
	if err != nil {
		return errors.Join(fmt.Errorf("Stripe simulator: %w", err), s.Close()) //nolint:staticcheck // a name is capital
	}
	web := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(l) }()
	delivering := make(chan error, 1)
	go func() { delivering <- s.Run(ctx) }()
	started(l.Addr().String())
	select {
	case err = <-ended:
	case <-ctx.Done():
		limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if web.Shutdown(limited) != nil { // it also waits for connections on which nothing was ever asked
			err = web.Close()
		}
		err = errors.Join(err, <-delivering)
	}
	return errors.Join(err, s.Close())
}
