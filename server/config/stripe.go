package config

import (
	"errors"
	"net/mail"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/bojanz/currency"
	"github.com/caarlos0/env/v11"
)

// stripeHost is where real money is.
const stripeHost = "api.stripe.com"

// What the simulator of `etal dev` and `etal stripe-simulator` accepts and
// signs with. They protect nothing: there is no money behind them.
const (
	SimulatorURL            = "http://127.0.0.1:12111"
	simulatorKey            = "sk_test_simulator"
	simulatorPublishableKey = "pk_test_simulator"
	simulatorWebhookSecret  = "whsec_simulator_platform" //nolint:gosec // it protects nothing
	simulatorConnectSecret  = "whsec_simulator_connect"  //nolint:gosec // it protects nothing
)

// useSimulator sets everything that has to do with Stripe, except what the
// environment has set.
func (c *Config) useSimulator() {
	fill(&c.StripeSecretKey, simulatorKey)
	fill(&c.StripePublishableKey, simulatorPublishableKey)
	fill(&c.StripeAPIURL, SimulatorURL)
	fill(&c.StripeWebhookSecret, simulatorWebhookSecret)
	fill(&c.StripeConnectWebhookSecret, simulatorConnectSecret)
}

func fill[T ~string](setting *T, value T) {
	if *setting == "" {
		*setting = value
	}
}

// StripeIsLive reports whether the secret key moves real money.
func (c Config) StripeIsLive() bool {
	secret := c.StripeSecretKey.Reveal()
	return strings.HasPrefix(secret, "sk_live_") || strings.HasPrefix(secret, "rk_live_")
}

// StripeIsSimulated reports whether a simulator stands in for Stripe.
func (c Config) StripeIsSimulated() bool {
	return c.StripeAPIURL != "" && c.StripeAPIURL != "https://"+stripeHost || c.StripePublishableKey == simulatorPublishableKey
}

// EmbeddingKey is the publishable key with which pages show Stripe's components for a
// seller's account. It is empty without a key and where a simulator stands in for
// Stripe: what the components ask for would go to Stripe all the same.
func (c Config) EmbeddingKey() string {
	if c.StripeIsSimulated() {
		return ""
	}
	return c.StripePublishableKey
}

// checkStripe keeps real money and simulated money apart: a live key must
// never reach a simulator, and production must never be served by one.
func (c Config) checkStripe(p *problems) {
	secret := c.StripeSecretKey.Reveal()
	p.require(c.StripeProcesses >= 1 && c.StripeProcesses <= 16, "STRIPE_PROCESSES", "must be between 1 and 16")
	p.require(c.AccountCards == "on" || c.AccountCards == "off", "STRIPE_ACCOUNT_CARD_PAYMENTS", "must be on or off")
	live := c.StripeIsLive()
	elsewhere := false
	if c.StripeAPIURL != "" {
		u, err := url.Parse(c.StripeAPIURL)
		ok := err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https")
		p.require(ok, "STRIPE_API_URL", "must be an address such as http://127.0.0.1:12111, or empty for Stripe")
		elsewhere = !ok || u.Scheme != "https" || u.Host != stripeHost
	}
	p.require(!elsewhere || c.Mode != Production, "STRIPE_API_URL",
		"must be empty in production: payments would go to a simulator")
	p.require(!elsewhere || !live, "STRIPE_API_URL",
		"must be empty when the secret key is a live one: the key would be sent to somebody else")

	p.require(secret == "" || hasOneOf(secret, "sk_test_", "sk_live_", "rk_test_", "rk_live_"), "STRIPE_SECRET_KEY",
		"must begin with sk_test_, sk_live_, rk_test_ or rk_live_")
	publishable := c.StripePublishableKey
	p.require(publishable == "" || hasOneOf(publishable, "pk_test_", "pk_live_"), "STRIPE_PUBLISHABLE_KEY",
		"must begin with pk_test_ or pk_live_")
	p.require(secret == "" || publishable == "" || live == strings.HasPrefix(publishable, "pk_live_"), "STRIPE_PUBLISHABLE_KEY",
		"and the secret key must both be test keys or both be live keys")
	for _, s := range []struct {
		name  string
		value Secret
	}{
		{"STRIPE_WEBHOOK_SECRET", c.StripeWebhookSecret},
		{"STRIPE_CONNECT_WEBHOOK_SECRET", c.StripeConnectWebhookSecret},
	} {
		p.require(!s.value.IsSet() || hasOneOf(s.value.Reveal(), "whsec_"), s.name, "must begin with whsec_")
		p.require(s.value.IsSet(), s.name,
			"is required: it is shown beside the webhook endpoint in the Stripe Dashboard")
	}
	p.require(!c.StripeWebhookSecret.IsSet() || c.StripeWebhookSecret != c.StripeConnectWebhookSecret, "STRIPE_CONNECT_WEBHOOK_SECRET",
		"must differ from the platform's webhook secret: they are two endpoints")
	const keys = "is required in production: it stands under API keys in the Stripe Dashboard"
	p.require(secret != "" || c.Mode != Production, "STRIPE_SECRET_KEY", keys)
	p.require(publishable != "" || c.Mode != Production, "STRIPE_PUBLISHABLE_KEY", keys)
}

func hasOneOf(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool {
		return len(s) > len(prefix) && strings.HasPrefix(s, prefix)
	})
}

func isCurrency(s string) bool { return currency.IsValid(s) }

func isMail(s string) bool {
	if s == "" {
		return true
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "smtp" || u.Scheme == "smtps") && u.Hostname() != "" && strings.Trim(u.Path, "/") == ""
}

func isSender(s string) bool {
	_, err := mail.ParseAddress(s)
	return err == nil
}

// parse turns an error of the parser into a sentence about a setting. The
// parser names the field of the struct and quotes the value; a person knows
// neither the field nor wants to see a secret.
func (p *problems) parse(err error) {
	var pe env.ParseError
	isParse := errors.As(err, &pe)
	field, ok := reflect.TypeFor[Config]().FieldByName(pe.Name)
	if !isParse || !ok {
		*p = append(*p, err.Error())
		return
	}
	what := "cannot be read"
	switch pe.Type.String() {
	case "time.Duration":
		what = "must be a duration, such as 30s, 15m or 336h"
	case "netip.Prefix", "[]netip.Prefix":
		what = "must be networks, such as 10.0.0.0/8,fd00::/8"
	case "config.Limit":
		what = "must be minor units, first in ETAL_CURRENCY, such as 20000 or 20000,USD:25000, or none"
	case "config.Rate":
		what = "must be points and points a second, such as 2000+100/s, with at least 2000 points and 1 a second"
	case "int", "int64":
		what = "must be a whole number"
	case "slog.Level":
		what = "must be debug, info, warn or error"
	}
	p.add(field.Tag.Get("env"), what)
}

// unknown reports settings that do not exist: a misspelt name would otherwise
// leave a default in force that nobody chose.
func (p *problems) unknown(environ map[string]string) {
	var known []string
	for _, s := range Settings() {
		known = append(known, s.Name)
	}
	var strangers []string
	for name := range environ {
		if strings.HasPrefix(name, Prefix) && !slices.Contains(known, name) && !strings.HasPrefix(name, Prefix+"TEST_") {
			strangers = append(strangers, strings.TrimPrefix(name, Prefix))
		}
	}
	slices.Sort(strangers)
	for _, name := range strangers {
		p.add(name, "is not a setting; docs/configuration.md lists them")
	}
}
