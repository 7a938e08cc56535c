package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/server/config"
)

func production(change map[string]string) map[string]string {
	all := map[string]string{
		"ETAL_BASE_URL":                      "https://market.example",
		"ETAL_KEYS":                          "file:/etc/etal/keys.json",
		"ETAL_STRIPE_SECRET_KEY":             "sk_live_abc",
		"ETAL_STRIPE_PUBLISHABLE_KEY":        "pk_live_abc",
		"ETAL_STRIPE_WEBHOOK_SECRET":         "whsec_one",
		"ETAL_STRIPE_CONNECT_WEBHOOK_SECRET": "whsec_two",
	}
	maps.Copy(all, change)
	return all
}

func TestLoad_demands_a_keyset_only_where_somebody_must_have_a_factor(t *testing.T) {
	t.Parallel()
	without := production(nil)
	delete(without, "ETAL_KEYS")
	for _, policy := range []string{"", "auto", "required"} {
		without["ETAL_FACTOR_POLICY"] = policy
		_, err := config.Load(without, config.Production)
		require.ErrorContains(t, err, "ETAL_KEYS is required")
		require.ErrorContains(t, err, "etal keys generate --file PATH", "it says what to do")
	}
	without["ETAL_FACTOR_POLICY"] = "optional"
	c, err := config.Load(without, config.Production)
	require.NoError(t, err)
	require.False(t, c.FactorRequired())
	require.Empty(t, c.KeysFile())

	_, err = config.Load(production(map[string]string{"ETAL_FACTOR_POLICY": "always", "ETAL_SELLER_FACTOR": "auto", "ETAL_OPERATOR_PASSKEYS": "none"}), config.Production)
	require.ErrorContains(t, err, "ETAL_FACTOR_POLICY must be auto, optional or required")
	require.ErrorContains(t, err, "ETAL_SELLER_FACTOR must be optional or required")
	require.ErrorContains(t, err, "ETAL_OPERATOR_PASSKEYS must be any or bound")
}

func TestLoad_who_must_have_a_factor(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		mode                config.Mode
		policy, seller      string
		operators, ofSeller bool
	}{
		{config.Production, "", "", true, true},
		{config.Production, "auto", "required", true, true},
		{config.Production, "auto", "optional", true, false},
		{config.Production, "optional", "required", false, false},
		{config.Development, "", "", false, false},
		{config.Development, "required", "", true, true},
		{config.Development, "required", "optional", true, false},
	} {
		c, err := config.Load(production(map[string]string{"ETAL_FACTOR_POLICY": tc.policy, "ETAL_SELLER_FACTOR": tc.seller}), tc.mode)
		require.NoError(t, err)
		require.Equal(t, tc.operators, c.FactorRequired(), "%+v", tc)
		require.Equal(t, tc.ofSeller, c.SellerFactorRequired(), "%+v", tc)
	}
}

func TestLoad_an_empty_address_switches_metrics_off(t *testing.T) {
	t.Parallel()
	c, err := config.Load(map[string]string{"ETAL_METRICS_LISTEN": ""}, config.Development)
	require.NoError(t, err)
	require.Empty(t, c.MetricsListen)
	c, err = config.Load(nil, config.Development)
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1:9090", c.MetricsListen)
}

func TestLoad_defaults(t *testing.T) {
	t.Parallel()
	c, err := config.Load(nil, config.Development)
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1:8080", c.Listen)
	require.Equal(t, "sqlite:./var/etal.db", c.Database.Reveal())
	require.Equal(t, 336*time.Hour, c.ReleaseHold)
	require.EqualValues(t, 1000, c.CommissionBasisPoints)
	require.Equal(t, "EUR", c.Currency)
	require.True(t, c.IntrospectionOpen())
	require.False(t, c.FactorRequired())
	require.Equal(t, "var/keys.json", c.KeysFile(), "beside the database")

	c, err = config.Load(production(nil), config.Production)
	require.NoError(t, err)
	require.False(t, c.IntrospectionOpen(), "closed to strangers in production")
	require.True(t, c.FactorRequired(), "of whoever moves money")
}

func TestLoad_empty_switches_metrics_off(t *testing.T) {
	t.Parallel()
	c, err := config.Load(nil, config.Development)
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1:9090", c.MetricsListen)
	c, err = config.Load(map[string]string{"ETAL_METRICS_LISTEN": ""}, config.Development)
	require.NoError(t, err)
	require.Empty(t, c.MetricsListen)
}

func TestLoad_reports_every_problem_at_once(t *testing.T) {
	t.Parallel()
	_, err := config.Load(map[string]string{
		"ETAL_LISTEN":       "8080",
		"ETAL_WORKERS":      "many",
		"ETAL_RELEASE_HOLD": "14 days",
		"ETAL_LOG_LEVEL":    "loud",
		"ETAL_DATABSE_URL":  "postgres://localhost/etal",
		"ETAL_CURRENCY":     "EURO",
	}, config.Production)
	var problems *config.Problems
	require.True(t, errors.As(err, &problems))
	text := err.Error()
	for _, setting := range []string{
		"ETAL_LISTEN", "ETAL_WORKERS must be a whole number", "ETAL_RELEASE_HOLD must be a duration",
		"ETAL_LOG_LEVEL must be debug", "ETAL_DATABSE_URL is not a setting", "ETAL_CURRENCY",
		"ETAL_STRIPE_SECRET_KEY is required", "ETAL_STRIPE_PUBLISHABLE_KEY is required",
		"ETAL_KEYS is required", "ETAL_STRIPE_WEBHOOK_SECRET is required", "ETAL_STRIPE_CONNECT_WEBHOOK_SECRET is required",
	} {
		require.Contains(t, text, setting)
	}
}

func TestLoad_keeps_real_and_simulated_money_apart(t *testing.T) {
	t.Parallel()
	const simulator = "http://127.0.0.1:12111"
	for name, tc := range map[string]struct {
		environ map[string]string
		mode    config.Mode
		refused string
	}{
		"simulator in production":            {production(map[string]string{"ETAL_STRIPE_API_URL": simulator, "ETAL_STRIPE_SECRET_KEY": "sk_test_a", "ETAL_STRIPE_PUBLISHABLE_KEY": "pk_test_a"}), config.Production, "in production"},
		"live key and simulator":             {map[string]string{"ETAL_STRIPE_API_URL": simulator, "ETAL_STRIPE_SECRET_KEY": "sk_live_a"}, config.Development, "live one"},
		"live restricted key and simulator":  {map[string]string{"ETAL_STRIPE_API_URL": simulator, "ETAL_STRIPE_SECRET_KEY": "rk_live_a"}, config.Development, "live one"},
		"a host that looks like Stripe":      {production(map[string]string{"ETAL_STRIPE_API_URL": "https://api.stripe.com.example"}), config.Production, "in production"},
		"Stripe without encryption":          {production(map[string]string{"ETAL_STRIPE_API_URL": "http://api.stripe.com"}), config.Production, "in production"},
		"Stripe by its address":              {production(map[string]string{"ETAL_STRIPE_API_URL": "https://api.stripe.com"}), config.Production, ""},
		"test key and simulator":             {map[string]string{"ETAL_STRIPE_API_URL": simulator, "ETAL_STRIPE_SECRET_KEY": "sk_test_a"}, config.Development, ""},
		"a real test key needs real secrets": {map[string]string{"ETAL_STRIPE_SECRET_KEY": "sk_test_a"}, config.Development, "ETAL_STRIPE_WEBHOOK_SECRET is required"},
		"keys of different modes":            {production(map[string]string{"ETAL_STRIPE_PUBLISHABLE_KEY": "pk_test_a"}), config.Production, "both be test keys"},
		"the same webhook secret twice":      {production(map[string]string{"ETAL_STRIPE_CONNECT_WEBHOOK_SECRET": "whsec_one"}), config.Production, "must differ"},
		"a publishable key as the secret":    {production(map[string]string{"ETAL_STRIPE_SECRET_KEY": "pk_live_a"}), config.Production, "ETAL_STRIPE_SECRET_KEY must begin"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := config.Load(tc.environ, tc.mode)
			if tc.refused == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, tc.refused)
		})
	}
}

func TestLoad_a_replica_is_one_of_PostgreSQL(t *testing.T) {
	t.Parallel()
	const primary, replica = "postgres://etal@db.example/etal", "postgres://etal:do-not-print@copy.example/etal"
	for _, tc := range []struct{ database, replica, lag, refused string }{
		{primary, replica, "", ""},
		{primary, replica, "50ms", ""},
		{primary, replica, "900ms", ""},
		{primary, replica, "1s", "ETAL_DATABASE_REPLICA_LAG"},
		{primary, replica, "0s", "ETAL_DATABASE_REPLICA_LAG"},
		{primary, "sqlite:copy.db", "", "ETAL_DATABASE_REPLICA_URL"},
		{primary, "copy.example", "", "ETAL_DATABASE_REPLICA_URL"},
		{"sqlite:etal.db", replica, "", "ETAL_DATABASE_REPLICA_URL"},
	} {
		environ := map[string]string{"ETAL_DATABASE_URL": tc.database, "ETAL_DATABASE_REPLICA_URL": tc.replica}
		if tc.lag != "" {
			environ["ETAL_DATABASE_REPLICA_LAG"] = tc.lag
		}
		c, err := config.Load(environ, config.Development)
		if tc.refused == "" {
			require.NoError(t, err)
			require.NotContains(t, fmt.Sprintf("%+v", c), "do-not-print")
			continue
		}
		require.ErrorContains(t, err, tc.refused, tc)
	}
}

func TestLoad_base_url(t *testing.T) {
	t.Parallel()
	for address, ok := range map[string]bool{
		"https://market.example":   true,
		"http://127.0.0.1:8080":    true,
		"http://localhost:8080":    true,
		"http://[::1]:8080":        true,
		"http://market.example":    false,
		"http://localhost.example": false,
		"https://market.example/x": false,
		"market.example":           false,
		"javascript:alert(1)":      false,
		"https://u:p@market.test":  false,
	} {
		_, err := config.Load(production(map[string]string{"ETAL_BASE_URL": address}), config.Production)
		require.Equal(t, ok, err == nil, "%s: %v", address, err)
	}
}

func TestSecret_is_never_printed(t *testing.T) {
	t.Parallel()
	const value = "sk_live_do_not_print"
	c, err := config.Load(production(map[string]string{
		"ETAL_STRIPE_SECRET_KEY": value,
		"ETAL_DATABASE_URL":      "postgres://etal:" + value + "@db.example/etal",
		"ETAL_MAIL":              "smtp://etal:" + value + "@mail.example:587",
	}), config.Production)
	require.NoError(t, err)

	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%t"} {
		fmt.Fprintf(&out, verb+"\n", c)
		fmt.Fprintf(&out, verb+"\n", c.StripeSecretKey)
	}
	log := slog.New(slog.NewJSONHandler(&out, nil))
	log.Info("start", "config", c, "key", c.StripeSecretKey)
	slog.New(slog.NewTextHandler(&out, nil)).Info("start", "config", c, "key", c.StripeSecretKey)
	require.NoError(t, json.NewEncoder(&out).Encode(c))
	fmt.Fprintln(&out, c.DatabaseName(), c.MailName())

	require.NotContains(t, out.String(), value)
	require.NotContains(t, out.String(), fmt.Sprintf("%x", value))
	require.Contains(t, out.String(), "postgres://etal@db.example/etal")

	_, err = config.Load(map[string]string{"ETAL_STRIPE_SECRET_KEY": value + "!", "ETAL_MAIL": "http://" + value}, config.Production)
	require.Error(t, err)
	require.NotContains(t, err.Error(), value)
}

func TestReference_is_current(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/configuration.md")
	require.NoError(t, err)
	require.Equal(t, config.Markdown(), string(page), "run `make docs`")
	for _, s := range config.Settings() {
		require.NotEmpty(t, s.Doc, s.Name)
		require.NotEmpty(t, s.Group, s.Name)
		require.False(t, strings.Contains(s.Doc, "|"), s.Name)
	}
}

func TestLoad_trusted_proxies(t *testing.T) {
	t.Parallel()
	c, err := config.Load(production(map[string]string{"ETAL_TRUSTED_PROXIES": "10.0.0.0/8,fd00::/8"}), config.Production)
	require.NoError(t, err)
	require.Len(t, c.TrustedProxies, 2)
	require.Equal(t, config.ForwardedFor, c.ForwardedHeader)

	for value, want := range map[string]string{
		"10.0.0.1/8": "must be networks", "0.0.0.0/0": "must not hold everybody", "::/0": "must not hold everybody",
		"proxy.example": "must be networks, such as 10.0.0.0/8,fd00::/8", "10.0.0.1": "must be networks, such as 10.0.0.0/8,fd00::/8",
	} {
		_, err := config.Load(production(map[string]string{"ETAL_TRUSTED_PROXIES": value}), config.Production)
		require.ErrorContains(t, err, "ETAL_TRUSTED_PROXIES "+want, value)
	}
	_, err = config.Load(production(map[string]string{"ETAL_FORWARDED_HEADER": "X-Real-Ip"}), config.Production)
	require.ErrorContains(t, err, "ETAL_FORWARDED_HEADER must be X-Forwarded-For or Forwarded")
}

func TestLoad_rate_limits(t *testing.T) {
	t.Parallel()
	c, err := config.Load(production(map[string]string{"ETAL_RATE_LIMIT_SESSION": "4000+7/s"}), config.Production)
	require.NoError(t, err)
	require.Equal(t, "on", c.RateLimits)
	require.Equal(t, config.Rate{Maximum: 4000, PerSecond: 7}, c.RateLimitSession)
	require.Equal(t, "10000+500/s", c.RateLimitKey.String())

	for _, value := range []string{"", "2000", "2000/s", "1999+100/s", "2000+0/s", "-2000+1/s", "2000+1", "99999999999+1/s", "2000 + 1/s"} {
		_, err := config.Load(production(map[string]string{"ETAL_RATE_LIMIT_SESSION": value}), config.Production)
		if value == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorContains(t, err, "ETAL_RATE_LIMIT_SESSION must be points", value)
	}
	_, err = config.Load(production(map[string]string{"ETAL_RATE_LIMITS": "auto"}), config.Production)
	require.ErrorContains(t, err, "ETAL_RATE_LIMITS must be on or off")
}

func TestLoad_refund_limits(t *testing.T) {
	t.Parallel()
	c, err := config.Load(production(map[string]string{
		"ETAL_REFUND_LIMIT_SELLER_MANAGER": "700,USD:800,GBP:0", "ETAL_REFUND_LIMIT_PLATFORM": "none",
	}), config.Production)
	require.NoError(t, err)
	require.Equal(t, map[string]int64{"EUR": 700, "USD": 800, "GBP": 0}, c.RefundLimitManager.In("EUR"))
	require.Equal(t, "700,GBP:0,USD:800", c.RefundLimitManager.String())
	require.Nil(t, c.RefundLimitPlatform.In("EUR"))
	require.Equal(t, "none", c.RefundLimitPlatform.String())
	require.Equal(t, map[string]int64{"EUR": 20000}, c.RefundLimitOperatorSupport.In("EUR"))

	for _, value := range []string{"-1", "7.00", "USD:7", "7,8", "7,USD", "7,USD:8,USD:9", "7,usd:8", "None", "99999999999999999999", "7, USD:8"} {
		_, err := config.Load(production(map[string]string{"ETAL_REFUND_LIMIT_PLATFORM": value}), config.Production)
		require.ErrorContains(t, err, "ETAL_REFUND_LIMIT_PLATFORM must be minor units", value)
	}
	for _, name := range []string{"SELLER_MANAGER", "SELLER_SUPPORT", "OPERATOR_SUPPORT"} {
		_, err := config.Load(production(map[string]string{"ETAL_REFUND_LIMIT_" + name: "none"}), config.Production)
		require.ErrorContains(t, err, "ETAL_REFUND_LIMIT_"+name+" must be a limit")
	}
}

// Values are as the environment would spell them, and never those of secrets.
func TestValues_say_what_is_set_and_no_secret(t *testing.T) {
	t.Parallel()
	c, err := config.Load(production(map[string]string{"ETAL_LOG_LEVEL": "warn", "ETAL_SHUTDOWN_TIMEOUT": "2m", "ETAL_CLIENT_NAMES": "one,two"}), config.Production)
	require.NoError(t, err)
	values := map[string]config.Value{}
	for _, v := range c.Values() {
		values[v.Name] = v
		if v.Secret {
			require.Empty(t, v.Value, v.Name)
		}
		require.NotContains(t, v.Value, "sk_live_abc")
	}
	require.Len(t, values, len(config.Settings()))
	require.True(t, values["ETAL_STRIPE_SECRET_KEY"].IsOverridden, "that it is set may be known")
	require.True(t, values["ETAL_SHUTDOWN_TIMEOUT"].IsOverridden)
	require.Equal(t, "2m0s", values["ETAL_SHUTDOWN_TIMEOUT"].Value)
	require.Equal(t, "one,two", values["ETAL_CLIENT_NAMES"].Value)
	require.Equal(t, "WARN", values["ETAL_LOG_LEVEL"].Value)
	plain, err := config.Load(production(nil), config.Production)
	require.NoError(t, err)
	overridden := []string{}
	for _, v := range plain.Values() {
		if v.IsOverridden {
			overridden = append(overridden, v.Name)
		}
	}
	require.ElementsMatch(t, []string{
		"ETAL_BASE_URL", "ETAL_KEYS", "ETAL_STRIPE_SECRET_KEY", "ETAL_STRIPE_PUBLISHABLE_KEY",
		"ETAL_STRIPE_WEBHOOK_SECRET", "ETAL_STRIPE_CONNECT_WEBHOOK_SECRET",
	}, overridden, "a default in other words is no change")
}

// Only a key of Stripe's shows Stripe's components: not the simulator's, and not where
// something else answers in Stripe's place.
func TestConfig_EmbeddingKey(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		key, address, want string
	}{
		"nothing is set":           {"", "", ""},
		"a key of Stripe's":        {"pk_live_a", "", "pk_live_a"},
		"for testing":              {"pk_test_a", "", "pk_test_a"},
		"Stripe by its address":    {"pk_live_a", "https://api.stripe.com", "pk_live_a"},
		"a simulator answers":      {"pk_test_a", config.SimulatorURL, ""},
		"an address like Stripe's": {"pk_test_a", "https://api.stripe.com.example", ""},
		"the simulator's key":      {"pk_test_simulator", "", ""},
	} {
		require.Equal(t, c.want, config.Config{StripePublishableKey: c.key, StripeAPIURL: c.address}.EmbeddingKey(), name)
	}
}
