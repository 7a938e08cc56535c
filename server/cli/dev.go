package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
	"github.com/etal-market/etal/server/demo"
)

type devCmd struct {
	Simulator string `default:"127.0.0.1:12111" help:"Address and port of the Stripe simulator."`
	File      string `default:"./var/stripe-simulator.jsonl" help:"Where the simulator keeps its state."`
	Empty     bool   `help:"Make no demo data."`
}

// Help implements kong.HelpProvider.
func (devCmd) Help() string {
	return "Migrates, makes demo data the first time, and runs until it is interrupted. All state is under ./var: " +
		"remove that folder to begin anew. Settings of the environment count, except the mode.\n\n" +
		example("etal dev", "ETAL_LISTEN=127.0.0.1:3000 ETAL_RELEASE_HOLD=1h etal dev")
}

// developmentSettings are those in which a day's work fits into a minute.
func developmentSettings() map[string]string {
	return map[string]string{
		"ETAL_RELEASE_HOLD":    "10s",
		"ETAL_PAYOUT_INTERVAL": "10s",
		"ETAL_LOG_LEVEL":       "warn",
	}
}

// Run implements the command.
func (c *devCmd) Run(r *run) error {
	environ := developmentSettings()
	maps.Copy(environ, r.Environ)
	environ["ETAL_MODE"] = string(config.Development)
	if environ["ETAL_STRIPE_API_URL"] == "" {
		environ["ETAL_STRIPE_API_URL"] = "http://" + c.Simulator
	}
	if listen := environ["ETAL_LISTEN"]; environ["ETAL_BASE_URL"] == "" && listen != "" {
		environ["ETAL_BASE_URL"] = "http://" + listen
	}
	cfg, err := config.Load(environ, config.Development)
	if err != nil {
		return err
	}
	if err := ensureKeys(cfg); err != nil {
		return err
	}
	server.TuneMemory()
	// The simulator outlives the marketplace, whose last requests and jobs need it.
	lasting, cancel := context.WithCancel(context.WithoutCancel(r.ctx))
	defer cancel()
	simulated, err := c.simulate(lasting, r, cfg)
	if err != nil {
		return err
	}
	err = c.serve(r.ctx, r, cfg)
	cancel()
	return errors.Join(err, <-simulated)
}

// simulate starts the simulator and returns a channel that says how it ended.
func (c *devCmd) simulate(ctx context.Context, r *run, cfg config.Config) (<-chan error, error) {
	sim, err := newSimulator(r, simulatorSettings{
		File: c.File, Country: "DE", Currency: strings.ToLower(cfg.Currency), Config: cfg,
		Webhooks: []string{"http://" + cfg.Listen + "/webhooks/stripe"},
	})
	if err != nil {
		return nil, err
	}
	ended, started := make(chan error, 1), make(chan string, 1)
	go func() { ended <- sim.run(ctx, c.Simulator, func(address string) { started <- address }) }()
	select {
	case err := <-ended:
		return nil, err
	case <-started:
		return ended, nil
	}
}

func (c *devCmd) serve(ctx context.Context, r *run, cfg config.Config) (err error) {
	app, done, err := server.Open(ctx, cfg, r.logger(cfg))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	if err := app.DB.Migrate(ctx); err != nil {
		return err
	}
	if !c.Empty {
		if err := demo.Market(ctx, app, stripeForm(cfg.StripeAPIURL)); err != nil {
			return fmt.Errorf("demo data: %w", err)
		}
		app.Sandbox = demo.Sandbox()
	}
	return app.Run(ctx, server.Running{Workers: true, Started: func(string) { c.welcome(r, cfg) }})
}

// stripeForm posts to the simulator as a person's browser would.
func stripeForm(address string) demo.Stripe {
	client := &http.Client{Timeout: 10 * time.Second}
	return func(ctx context.Context, path, key string, form url.Values) error {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+path, strings.NewReader(form.Encode()))
		if err != nil {
			return err
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if key != "" {
			r.Header.Set("Authorization", "Bearer "+key)
		}
		resp, err := client.Do(r)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= http.StatusBadRequest {
			text, err := io.ReadAll(io.LimitReader(resp.Body, 2000))
			return errors.Join(fmt.Errorf("simulator: %s %s: %s", path, resp.Status, text), err)
		}
		return nil
	}
}

func (c *devCmd) welcome(r *run, cfg config.Config) {
	base := cfg.BaseURL
	r.say("\nÉtal is running. Stop it with Ctrl-C; remove ./var to begin anew.\n")
	for _, line := range [][2]string{
		{"Web admin", base + "/admin/"},
		{"Sandbox", base + "/dev/sandbox"},
		{"GraphiQL", base + "/graphiql"},
		{"API", base + "/graphql"},
		{"Caught mail", base + "/dev/mail"},
		{"Stripe simulator", cfg.StripeAPIURL + "/_sim"},
		{"Metrics", metricsAddress(cfg)},
		{"Database", cfg.DatabaseName()},
	} {
		r.say("  %-18s %s", line[0], line[1])
	}
	if c.Empty {
		return
	}
	r.say("\nDemo accounts, all with the password “%s”:\n", demo.Password)
	for _, p := range demo.People() {
		r.say("  %-24s %s", p.Email, p.Role)
	}
	r.say("\nSellers' money is released %s after shipping; see docs/configuration.md.\n", cfg.ReleaseHold)
}

func metricsAddress(cfg config.Config) string {
	if cfg.MetricsListen == "" {
		return "switched off"
	}
	return "http://" + cfg.MetricsListen + "/metrics"
}
