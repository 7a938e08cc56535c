package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// Prefix begins the name of every setting.
const Prefix = "ETAL_"

// Mode says what the process is for.
type Mode string

// The modes.
const (
	// Production refuses whatever is convenient and unsafe.
	Production Mode = "production"
	// Development serves the pages under /dev and accepts a local Stripe simulator.
	Development Mode = "development"
)

// The headers in which a proxy names the client.
const (
	// ForwardedFor is what most proxies write.
	ForwardedFor = "X-Forwarded-For"
	// ForwardedStandard is the header of RFC 7239.
	ForwardedStandard = "Forwarded"
)

// Config is all that the process can be told. The tags are the documentation:
// `doc` says what a setting means, `group` under which heading it stands.
type Config struct {
	Mode           Mode       `env:"MODE" envDefault:"production" group:"Process" doc:"production or development. etal dev always runs in development."`
	BaseURL        string     `env:"BASE_URL" envDefault:"http://127.0.0.1:8080" group:"Process" doc:"Address under which people reach this installation, without a path. Must be https in production, except on a loopback address."`
	Level          slog.Level `env:"LOG_LEVEL" envDefault:"info" group:"Process" doc:"debug, info, warn or error."`
	WebhookTargets string     `env:"WEBHOOK_TARGETS" envDefault:"public" group:"Process" doc:"Where webhooks of sellers and of the platform may be sent: public (https to public addresses, port 443) or, in development only, anywhere."`
	ClientNames    []string   `env:"CLIENT_NAMES" group:"Process" doc:"Names that programs give themselves in the header Etal-Client-Name, parted by commas, which metrics are to tell apart whatever others call themselves. web-admin always is. Others are as far as there are few."`

	Listen          string        `env:"LISTEN" envDefault:"127.0.0.1:8080" group:"Listening" doc:"Address and port of the API, the web admin and the webhooks."`
	MetricsListen   string        `env:"METRICS_LISTEN" envDefault:"127.0.0.1:9090" group:"Listening" doc:"Address and port of /metrics and /debug/pprof. Keep it private. Empty switches both off."`
	ShutdownTimeout time.Duration `env:"SHUTDOWN_TIMEOUT" envDefault:"10s" group:"Listening" doc:"How long requests and jobs that have begun may take to finish after SIGTERM."`

	ShutdownDelay time.Duration `env:"SHUTDOWN_DELAY" envDefault:"0s" group:"Listening" doc:"How long after SIGTERM new requests are still served while /readyz already answers 503. Behind a load balancer, set it to a little more than the interval of its checks."`

	TrustedProxies  []netip.Prefix `env:"TRUSTED_PROXIES" group:"Listening" doc:"Networks of the reverse proxies in front, such as 10.0.0.0/8,fd00::/8. Only what they say about the address of a client counts. Empty: nobody's word counts."`
	CORSOrigins     []string       `env:"CORS_ORIGINS" group:"Listening" doc:"Other sites whose pages may call the API with a token of their own, as exact origins such as https://store.example, parted by commas. Cookies are never taken from them. Empty: none."`
	HSTSSubdomains  bool           `env:"HSTS_SUBDOMAINS" envDefault:"false" group:"Listening" doc:"Where ETAL_BASE_URL is https, browsers are told to keep to https for a year. true: for all hosts below this one too, which must be reachable by https then and for the year after."`
	ForwardedHeader string         `env:"FORWARDED_HEADER" envDefault:"X-Forwarded-For" group:"Listening" doc:"The header in which those proxies name the client: X-Forwarded-For or Forwarded. The other one is not read, since a proxy that does not write it passes on whatever a client has written."`

	Concurrency        int    `env:"CONCURRENCY" envDefault:"0" group:"Rate limits" doc:"How many requests to the API are answered at the same time. Eight times as many wait for a second at most, the rest is told to come again (503). 0: 16 for each processor; -1: no limit. What runs on streams and sockets counts while it runs; webhooks and checks of health have room of their own."`
	RateLimits         string `env:"RATE_LIMITS" envDefault:"on" group:"Rate limits" doc:"on, or off: then nobody is limited by what they ask for. Attempts to sign in stay limited."`
	RateLimitSession   Rate   `env:"RATE_LIMIT_SESSION" envDefault:"2000+100/s" group:"Rate limits" doc:"What an account may spend: so many points at once, and so many that come back each second. docs/operations.md says what costs how much."`
	RateLimitKey       Rate   `env:"RATE_LIMIT_KEY" envDefault:"10000+500/s" group:"Rate limits" doc:"What an API key may spend."`
	RateLimitAnonymous Rate   `env:"RATE_LIMIT_ANONYMOUS" envDefault:"2000+100/s" group:"Rate limits" doc:"What everybody without a session may spend together, from one address (IPv6: one /64)."`
	RateLimitNetwork   Rate   `env:"RATE_LIMIT_NETWORK" envDefault:"20000+1000/s" group:"Rate limits" doc:"What everybody may spend together, with and without a session, from one address (IPv6: one /64)."`
	RateLimitWebhook   Rate   `env:"RATE_LIMIT_WEBHOOK" envDefault:"5000+500/s" group:"Rate limits" doc:"How many webhooks are taken from one address."`

	Replica    Secret        `env:"DATABASE_REPLICA_URL" group:"Data" doc:"postgres://… of a streaming replica of the database. It answers what strangers ask of the catalogue; when it lags or does not answer, the primary does. Empty: there is none."`
	ReplicaLag time.Duration `env:"DATABASE_REPLICA_LAG" envDefault:"300ms" group:"Data" doc:"How far the replica may lag behind and still be asked, 50ms to 900ms. A change made by this process is seen at once all the same, and one made by another within a second."`
	SlowQuery  time.Duration `env:"SLOW_QUERY" envDefault:"1s" group:"Data" doc:"From which duration a database query is logged, without its arguments; 0s: none is."`

	Database Secret `env:"DATABASE_URL" envDefault:"sqlite:./var/etal.db" group:"Data" doc:"sqlite:PATH or postgres://user:password@host/name."`
	Workers  int    `env:"WORKERS" envDefault:"20" group:"Data" doc:"How many jobs run at the same time, 1 to 200, beside 32 that send to webhooks, 8 that send mail, and 4 that take minutes."`

	StripeSecretKey            Secret `env:"STRIPE_SECRET_KEY" group:"Stripe" doc:"Secret or restricted key, sk_… or rk_…. Required in production."`
	StripePublishableKey       string `env:"STRIPE_PUBLISHABLE_KEY" group:"Stripe" doc:"Publishable key, pk_…, of the same mode (test or live) as the secret key. Required in production."`
	StripeWebhookSecret        Secret `env:"STRIPE_WEBHOOK_SECRET" group:"Stripe" doc:"Signing secret, whsec_…, of the webhook endpoint for the platform's own events. Required, except with the simulator."`
	StripeConnectWebhookSecret Secret `env:"STRIPE_CONNECT_WEBHOOK_SECRET" group:"Stripe" doc:"Signing secret, whsec_…, of the webhook endpoint for events of connected accounts. Required, except with the simulator."`
	StripeAPIURL               string `env:"STRIPE_API_URL" group:"Stripe" doc:"Address of a Stripe simulator. Empty means Stripe. Refused in production and together with a live key. In development without a secret key it is the simulator of etal dev and etal stripe-simulator, http://127.0.0.1:12111."`

	AccountCards    string `env:"STRIPE_ACCOUNT_CARD_PAYMENTS" envDefault:"off" group:"Stripe" doc:"on: sellers' accounts ask Stripe for card payments beside transfers, for which sellers answer more questions. Stripe requires it of a platform that it has not approved for transfers alone (docs/operations.md). off: for transfers only."`
	StripeProcesses int    `env:"STRIPE_PROCESSES" envDefault:"1" group:"Stripe" doc:"How many processes of this installation call Stripe, 1 to 16: each keeps to its part of what Stripe takes in a second."`

	Currency               string        `env:"CURRENCY" envDefault:"EUR" group:"Marketplace" doc:"ISO 4217 code of the platform's own currency."`
	MoreCurrencies         []string      `env:"MORE_CURRENCIES" group:"Marketplace" doc:"Further currencies to sell in, such as USD,GBP. Payments that your Stripe account converts are booked at Stripe's rate, and the platform bears what the rate changes until they are given back (docs/ledger.md)."`
	CommissionBasisPoints  int64         `env:"COMMISSION_BASIS_POINTS" envDefault:"1000" group:"Marketplace" doc:"The platform's share of each line until a commission ruleset is published: 1000 basis points are 10 %."`
	ProcessingBasisPoints  int64         `env:"PROCESSING_BASIS_POINTS" envDefault:"290" group:"Marketplace" doc:"What Stripe is expected to keep of a payment, in basis points. Only for telling which orders lose money; what it really kept is booked."`
	ProcessingFixedMinor   int64         `env:"PROCESSING_FIXED_MINOR" envDefault:"30" group:"Marketplace" doc:"What Stripe is expected to keep of a payment on top of that, in minor units."`
	CrossBorderBasisPoints int64         `env:"CROSS_BORDER_BASIS_POINTS" envDefault:"25" group:"Marketplace" doc:"What Stripe is expected to take of transfers to sellers in other countries than ETAL_PLATFORM_COUNTRY, 0 to 1000 basis points; within the EEA, and between it and the United Kingdom, nothing. Only for telling which orders lose money."`
	ReleaseHold            time.Duration `env:"RELEASE_HOLD" envDefault:"336h" group:"Marketplace" doc:"How long a seller's money stays on the platform after shipping, 0 to 90 days."`
	ReleaseAfter           string        `env:"RELEASE_AFTER" envDefault:"shipped" group:"Marketplace" doc:"Since when ETAL_RELEASE_HOLD runs: shipped, or captured (the buyer has paid, whatever is shipped). A seller's own policy can say otherwise."`
	ReserveBasisPoints     int64         `env:"RESERVE_BASIS_POINTS" envDefault:"0" group:"Marketplace" doc:"What is kept of each release in the seller's reserve, 0 to 5000 basis points. A seller's own policy can say otherwise."`
	ReserveHold            time.Duration `env:"RESERVE_HOLD" envDefault:"720h" group:"Marketplace" doc:"How long it is kept, 1 to 90 days; with ETAL_RELEASE_HOLD together at most 90 days where something is kept."`
	InstantBasisPoints     int64         `env:"INSTANT_PAYOUT_BASIS_POINTS" envDefault:"100" group:"Marketplace" doc:"What a seller pays the platform for an instant payout, 0 to 1000 basis points of what was available, rounded up. It is taken when the money has arrived."`
	PayoutIdleMax          time.Duration `env:"PAYOUT_IDLE_MAX" envDefault:"1920h" group:"Marketplace" doc:"After how long a seller who asks for payouts by hand, or has set a minimum, is paid out nevertheless, 1 day to 2 years; a day before the limit of the seller's country at the latest (10 days in Thailand, 2 years in the United States, else 90 days): Stripe lets nobody hold money for longer."`
	PayoutMinimum          Limit         `env:"PAYOUT_MINIMUM" envDefault:"0" group:"Marketplace" doc:"The least that is paid out to a seller, in minor units of ETAL_CURRENCY; of further currencies such as 1000,USD:1200. Sellers can ask for a higher one of their own."`
	PayoutInterval         time.Duration `env:"PAYOUT_INTERVAL" envDefault:"24h" group:"Marketplace" doc:"Least time between two payouts to a seller's bank."`
	TierNew                Tier          `env:"TIER_NEW" group:"Risk" doc:"What is otherwise for sellers of whom nothing is known yet: parts such as hold=720h reserve=1000/720h instant=off exposure=500000,USD:550000 (the most that the platform is ready to lose by a seller, in minor units; payouts wait above it). What is left out is as for everybody; a seller's own policy comes first."`
	TierStandard           Tier          `env:"TIER_STANDARD" group:"Risk" doc:"The same for sellers who have sold for a while."`
	TierTrusted            Tier          `env:"TIER_TRUSTED" group:"Risk" doc:"The same for sellers who have sold much for long."`
	TierWatched            Tier          `env:"TIER_WATCHED" envDefault:"reserve=1000/720h instant=off" group:"Risk" doc:"The same for sellers of whom too much is disputed, or whom an operator watches."`
	StandardAfter          time.Duration `env:"TIER_STANDARD_AFTER" envDefault:"720h" group:"Risk" doc:"How long after applying a seller becomes standard by itself, with ETAL_TIER_STANDARD_ORDERS. 0s: never."`
	StandardOrders         int64         `env:"TIER_STANDARD_ORDERS" envDefault:"10" group:"Risk" doc:"How many orders must have been paid until then."`
	TrustedAfter           time.Duration `env:"TIER_TRUSTED_AFTER" envDefault:"8760h" group:"Risk" doc:"How long after applying a seller becomes trusted by itself, with ETAL_TIER_TRUSTED_ORDERS and less than half of ETAL_TIER_WATCHED_BASIS_POINTS disputed. 0s: never."`
	TrustedOrders          int64         `env:"TIER_TRUSTED_ORDERS" envDefault:"200" group:"Risk" doc:"How many orders must have been paid until then."`
	WatchedRate            int64         `env:"TIER_WATCHED_BASIS_POINTS" envDefault:"150" group:"Risk" doc:"From which rate of disputes to orders over 90 days a seller is watched, with ETAL_TIER_WATCHED_DISPUTES: 150 basis points are 1.5 %."`
	WatchedDisputes        int64         `env:"TIER_WATCHED_DISPUTES" envDefault:"3" group:"Risk" doc:"How many disputes there must be within 90 days. 0: nobody is watched by itself."`

	PlatformFloat   Limit         `env:"PLATFORM_FLOAT" envDefault:"0" group:"Marketplace" doc:"What platformWithdrawable leaves in the platform's balance at Stripe for refunds and disputes, in minor units of ETAL_CURRENCY; of further currencies such as 100000,USD:100000."`
	RefundPolicy    string        `env:"REFUND_POLICY" group:"Disputes" doc:"The refund policy that buyers agreed to, at most 5000 characters: evidence begins with it."`
	DisputeRate     int64         `env:"DISPUTE_RATE_BASIS_POINTS" envDefault:"75" group:"Disputes" doc:"From which rate of disputes to payments over 90 days sellerDisputeRate says that it is too high: 75 basis points are 0.75 %."`
	DisputeFee      string        `env:"DISPUTE_FEE" envDefault:"platform" group:"Disputes" doc:"Who bears Stripe's fee of a dispute: platform, seller (also when the dispute is won), or seller_unless_won (given back when it is won). Sellers bear it by their shares. For disputes that are new."`
	SuspendAfter    time.Duration `env:"SUSPEND_AFTER" envDefault:"48h" group:"Marketplace" doc:"How long a movement at Stripe may wait for its news before the reconciliation puts it into suspense, 1h to 720h. Types of movement that nobody waits for go there at once."`
	DifferenceLimit Limit         `env:"DIFFERENCE_LIMIT" envDefault:"10000" group:"Marketplace" doc:"The most that one operator books or links when a difference between ledger and Stripe is resolved, in minor units of ETAL_CURRENCY; of further currencies such as 10000,USD:12000. Above it, and in a currency that is not named, a second one approves. none: no limit."`
	DisputeTaken    string        `env:"DISPUTE_TAKEN" envDefault:"open" group:"Disputes" doc:"When transfers of disputed payments are taken back from sellers: open (at once, and given again when it is won) or loss (what is not transferred yet is kept aside, the rest is taken when the dispute is lost). For disputes that are new."`
	CheckoutTTL     time.Duration `env:"CHECKOUT_TTL" envDefault:"30m" group:"Marketplace" doc:"How long a checkout holds its stock while the buyer pays, 1 minute to 24 hours."`

	Mail     Secret `env:"MAIL" group:"Mail" doc:"smtp://user:password@host:587 (STARTTLS), smtps://…:465, or smtp://localhost:1025 for a local relay. Empty: no mail leaves; in development it is shown at /dev/mail."`
	MailFrom string `env:"MAIL_FROM" envDefault:"Étal <no-reply@localhost>" group:"Mail" doc:"Sender of all mail."`

	Keys         Secret `env:"KEYS" group:"Second factors" doc:"Keyset that seals secrets in the database: the text that etal keys generate prints, or file:PATH. Required where a second factor is (ETAL_FACTOR_POLICY), so by default in production; without it nobody can set up an authenticator app (UNAVAILABLE). In development it is keys.json beside the SQLite database, which etal dev makes. Whoever loses it loses all authenticator apps."`
	FactorPolicy string `env:"FACTOR_POLICY" envDefault:"auto" group:"Second factors" doc:"optional: whoever has a second factor must show it; required: besides, operators and members of sellers must have one and may do nothing else before; auto: required in production, optional in development."`
	SellerFactor string `env:"SELLER_FACTOR" envDefault:"required" group:"Second factors" doc:"Where a second factor is required of operators, required or optional for members of sellers."`

	FourEyes string `env:"FOUR_EYES" envDefault:"on" group:"Four-eyes" doc:"on: what needs two persons, such as another role for an operator, is proposed by one and approved by another. off: it is done as soon as somebody who may approve it proposes it, and is on record as decided by one person. For a platform with one operator."`

	PlatformLegalName          string `env:"PLATFORM_LEGAL_NAME" group:"Who the platform is" doc:"The name of the platform's company, as documents for sellers have it. Empty: no commission invoices are issued until it is set."`
	PlatformAddress            string `env:"PLATFORM_ADDRESS" group:"Who the platform is" doc:"Its address on one line, parted by commas."`
	PlatformCountry            string `env:"PLATFORM_COUNTRY" group:"Who the platform is" doc:"Its country, two letters. Where it is set, nobody applies from a country to which Stripe cannot transfer from there."`
	PlatformRegistrationNumber string `env:"PLATFORM_REGISTRATION_NUMBER" group:"Who the platform is" doc:"Its number in the trade register, if it has one."`
	PlatformTaxID              string `env:"PLATFORM_TAX_ID" group:"Who the platform is" doc:"Its VAT identification number, if it has one."`

	RefundLimitPlatform        Limit `env:"REFUND_LIMIT_PLATFORM" envDefault:"500000" group:"Limits of refunds" doc:"The most that one person gives back of one order within an hour, in minor units of ETAL_CURRENCY; of further currencies such as 500000,USD:550000. Above it, and in a currency that is not named, an operator's refund is proposed and a second one approves it (operator:admin, operator:finance), and a member of a seller gets REFUND_LIMIT. none: no limit."`
	SellerChargeLimit          Limit `env:"SELLER_CHARGE_LIMIT" envDefault:"50000" group:"Fees of sellers" doc:"The most that one operator charges, credits and reverses of one seller within a day, VAT included, in minor units of ETAL_CURRENCY; of further currencies such as 50000,USD:55000. Above it, and in a currency that is not named, it is proposed and a second one approves it. none: no limit."`
	RefundLimitManager         Limit `env:"REFUND_LIMIT_SELLER_MANAGER" envDefault:"50000" group:"Limits of refunds" doc:"The most that a manager of a seller gives back of one order within an hour; in a currency that is not named, nothing. Managers are not asked for a second factor, so there must be a limit."`
	RefundLimitFinance         Limit `env:"REFUND_LIMIT_SELLER_FINANCE" envDefault:"50000" group:"Limits of refunds" doc:"The same for the finance role of a seller; none is possible."`
	RefundLimitSupport         Limit `env:"REFUND_LIMIT_SELLER_SUPPORT" envDefault:"10000" group:"Limits of refunds" doc:"The same for the support role of a seller, without a second factor too."`
	RefundLimitOperatorFinance Limit `env:"REFUND_LIMIT_OPERATOR_FINANCE" envDefault:"200000" group:"Limits of refunds" doc:"The same for operators with the finance role; above it their refund is proposed. none is possible."`
	RefundLimitOperatorSupport Limit `env:"REFUND_LIMIT_OPERATOR_SUPPORT" envDefault:"20000" group:"Limits of refunds" doc:"The same for operators with the support role, without a second factor too. Above it they get REFUND_LIMIT. What they record as paid outside Stripe, credit too, counts together within an hour, whoever it goes to."`

	ErasureGrace   time.Duration `env:"ERASURE_GRACE" envDefault:"336h" group:"Privacy" doc:"How long somebody who asked to be erased may take it back, 0 to 30 days."`
	ErasureLedger  string        `env:"ERASURE_LEDGER" group:"Privacy" doc:"File to which each erasure is appended. Keep it where a restored copy of the database does not overwrite it: etal privacy replay reads it. Empty: none is written."`
	RetentionYears int           `env:"RETENTION_YEARS" envDefault:"10" group:"Privacy" doc:"How many years orders of an erased buyer go on pointing at the account, without anything personal, as the law demands of books: 1 to 30."`

	AuditAnchor string `env:"AUDIT_ANCHOR" group:"Audit" doc:"File to which the signed end of the audit log is appended every hour. Keep it where nobody who can change the database can change it: etal audit verify --anchors finds by it when the end of the log was cut off or all of it was written anew. Needs ETAL_KEYS. Empty: it is only told to the log of the process."`

	AuditYears int `env:"AUDIT_YEARS" envDefault:"10" group:"Audit" doc:"How many years entries of the audit log are kept, 1 to 30; 0: for ever. Older ones are removed every day behind a signed checkpoint, from which the rest verifies. Needs ETAL_KEYS; without it everything is kept."`

	OperatorPasskeys string `env:"OPERATOR_PASSKEYS" envDefault:"any" group:"Second factors" doc:"any: operators may use passkeys that a password manager copies to other devices; bound: only those that stay on one device, such as security keys."`

	Peppers Secret `env:"PEPPERS" group:"Passwords" doc:"Secrets that are mixed into passwords before they are hashed, in base64 of 32 bytes or more (openssl rand -base64 32), parted by commas, the newest first; or file:PATH. Keep a copy apart from the backups of the database: whoever loses a pepper loses the passwords made with it, and people must set new ones by mail."`

	Introspection string `env:"GRAPHQL_INTROSPECTION" envDefault:"auto" group:"GraphQL" doc:"on: everybody may read the schema. off: nobody. auto: everybody in development, elsewhere API keys and operators."`
	GraphQLHTTP   string `env:"GRAPHQL_HTTP" envDefault:"draft" group:"GraphQL" doc:"Which status codes refused requests get: draft, those of the draft of GraphQL over HTTP that most clients and judges know; 2026, those of its edition of September 2026."`
	Documents     string `env:"GRAPHQL_DOCUMENTS" envDefault:"open" group:"GraphQL" doc:"open: everybody may send any document within the limits; trusted: people and strangers may run registered documents only, API keys any."`
	// DocumentFiles is read once, at the start.
	DocumentFiles []string      `env:"GRAPHQL_DOCUMENT_FILES" group:"GraphQL" doc:"Files of documents to register besides those of the web admin, parted by commas: JSON objects of SHA-256 hashes and texts, as code generators of clients write them."`
	CatalogCache  bool          `env:"CATALOG_CACHE" envDefault:"true" group:"GraphQL" doc:"Whether answers about the public catalogue are kept in memory for strangers, for a second at most. A change made by this process is seen at once, one made by another within a second."`
	PublicMaxAge  time.Duration `env:"CATALOG_MAX_AGE" envDefault:"60s" group:"GraphQL" doc:"For how long browsers and caches in between may keep what strangers ask of the public catalogue by GET and documentId; 0s: not at all."`
}

// Load reads the settings from environ, which maps names to values. All
// problems come back in one error. defaultMode applies when ETAL_MODE is unset.
func Load(environ map[string]string, defaultMode Mode) (Config, error) {
	var c Config
	var p problems
	err := env.ParseWithOptions(&c, env.Options{Prefix: Prefix, Environment: environ})
	var all env.AggregateError
	switch {
	case errors.As(err, &all):
		for _, e := range all.Errors {
			p.parse(e)
		}
	case err != nil:
		return Config{}, err
	}
	if listen, set := environ[Prefix+"METRICS_LISTEN"]; set && listen == "" {
		c.MetricsListen = "" // the parser gives an empty setting its default
	}
	if environ[Prefix+"MODE"] == "" {
		c.Mode = defaultMode
	}
	if c.IsDevelopment() && (!c.StripeSecretKey.IsSet() || c.StripeAPIURL != "") {
		c.useSimulator()
	}
	if c.IsDevelopment() && !c.Keys.IsSet() {
		c.Keys = c.developmentKeys()
	}
	c.check(&p)
	p.unknown(environ)
	return c, p.err()
}

// IsDevelopment reports whether the process runs in development mode.
func (c Config) IsDevelopment() bool { return c.Mode == Development }

// WebhooksAnywhere reports whether webhooks may be sent to addresses of one's own
// network.
func (c Config) WebhooksAnywhere() bool { return c.WebhookTargets == "anywhere" }

// IntrospectionOpen reports whether anybody may read the schema.
func (c Config) IntrospectionOpen() bool {
	return c.Introspection == "on" || c.Introspection == "auto" && c.IsDevelopment()
}

// FactorRequired reports whether operators must have a second factor.
func (c Config) FactorRequired() bool {
	return c.FactorPolicy == "required" || c.FactorPolicy == "auto" && c.Mode == Production
}

// SellerFactorRequired reports whether members of sellers must have a second
// factor.
func (c Config) SellerFactorRequired() bool {
	return c.FactorRequired() && c.SellerFactor == "required"
}

// NeedsTwoPersons reports whether what one person proposes needs another one to
// approve it.
func (c Config) NeedsTwoPersons() bool { return c.FourEyes != "off" }

const year = 365*24*time.Hour + 6*time.Hour

// AuditRetention is how long the audit log is kept; 0: for ever.
func (c Config) AuditRetention() time.Duration { return time.Duration(c.AuditYears) * year }

// Retention is how long books point at whom they are about.
func (c Config) Retention() time.Duration {
	return time.Duration(c.RetentionYears) * year
}

// KeysFile is the path of the keyset; empty when the setting holds the keyset
// itself.
func (c Config) KeysFile() string {
	path, _ := strings.CutPrefix(c.Keys.Reveal(), "file:")
	if path == c.Keys.Reveal() {
		return ""
	}
	return path
}

// developmentKeys is where the keyset is in development when nobody says.
func (c Config) developmentKeys() Secret {
	folder := "var"
	if path, ok := strings.CutPrefix(c.Database.Reveal(), "sqlite:"); ok {
		path, _, _ = strings.Cut(path, "?")
		folder = filepath.Dir(path)
	}
	return Secret("file:" + filepath.Join(folder, "keys.json"))
}

// DatabaseName is the database's address without its password.
func (c Config) DatabaseName() string { return withoutPassword(c.Database.Reveal()) }

// MailName is the mail server's address without its password.
func (c Config) MailName() string { return withoutPassword(c.Mail.Reveal()) }

func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		if strings.Contains(address, "@") {
			return redacted
		}
		return address
	}
	u.User = url.User(u.User.Username())
	return u.String()
}

func (c Config) check(p *problems) {
	c.checkProcess(p)
	c.checkStripe(p)
	c.checkMarketplace(p)
}

func (c Config) checkProcess(p *problems) {
	p.require(c.Mode == Production || c.Mode == Development, "MODE", "must be production or development")
	p.require(isAddress(c.Listen), "LISTEN", "must be an address and a port, such as 127.0.0.1:8080")
	p.require(c.MetricsListen == "" || isAddress(c.MetricsListen), "METRICS_LISTEN",
		"must be an address and a port, such as 127.0.0.1:9090, or empty")
	p.require(c.ForwardedHeader == ForwardedFor || c.ForwardedHeader == ForwardedStandard, "FORWARDED_HEADER",
		"must be X-Forwarded-For or Forwarded")
	for _, network := range c.TrustedProxies {
		p.require(network == network.Masked(), "TRUSTED_PROXIES", "must be networks, such as 10.0.0.0/8: "+network.String()+" has bits behind its length")
		p.require(network.Bits() > 0, "TRUSTED_PROXIES", "must not hold everybody: any client could choose its address")
	}
	p.require(c.WebhookTargets == "public" || c.WebhookTargets == "anywhere" && c.IsDevelopment(), "WEBHOOK_TARGETS",
		"must be public; or anywhere, in development only")
	p.require(c.Concurrency >= -1, "CONCURRENCY", "must be -1 or more")
	p.require(c.RateLimits == "on" || c.RateLimits == "off", "RATE_LIMITS", "must be on or off")
	p.require(c.ShutdownTimeout > 0 && c.ShutdownTimeout <= 10*time.Minute, "SHUTDOWN_TIMEOUT", "must be between 1s and 10m")
	p.require(c.ShutdownDelay >= 0 && c.ShutdownDelay <= 10*time.Minute, "SHUTDOWN_DELAY", "must be between 0s and 10m")
	p.require(c.Workers >= 1 && c.Workers <= 200, "WORKERS", "must be between 1 and 200")
	p.require(slices.Contains([]string{"on", "off", "auto"}, c.Introspection), "GRAPHQL_INTROSPECTION", "must be on, off or auto")
	p.require(slices.Contains([]string{"draft", "2026"}, c.GraphQLHTTP), "GRAPHQL_HTTP", "must be draft or 2026")
	p.require(slices.Contains([]string{"open", "trusted"}, c.Documents), "GRAPHQL_DOCUMENTS", "must be open or trusted")
	p.require(c.PublicMaxAge >= 0 && c.PublicMaxAge <= 24*time.Hour, "CATALOG_MAX_AGE", "must be between 0s and 24h")
	p.require(c.OperatorPasskeys == "any" || c.OperatorPasskeys == "bound", "OPERATOR_PASSKEYS", "must be any or bound")
	p.require(slices.Contains([]string{"auto", "optional", "required"}, c.FactorPolicy), "FACTOR_POLICY", "must be auto, optional or required")
	p.require(c.SellerFactor == "optional" || c.SellerFactor == "required", "SELLER_FACTOR", "must be optional or required")
	p.require(c.Keys.IsSet() || !c.FactorRequired(), "KEYS",
		"is required: operators and sellers need a second factor, whose secrets it seals. Make it with etal keys generate --file PATH, "+
			"set ETAL_KEYS=file:PATH, and keep a copy in a safe place; or set ETAL_FACTOR_POLICY=optional")
	p.require(!c.Keys.IsSet() || c.KeysFile() != "" || strings.HasPrefix(strings.TrimSpace(c.Keys.Reveal()), "{"), "KEYS",
		"must be a keyset from etal keys generate, or file:PATH")
	p.require(c.FourEyes == "on" || c.FourEyes == "off", "FOUR_EYES", "must be on or off")
	p.require(!c.Replica.IsSet() || isServer(c.Replica.Reveal()) && isServer(c.Database.Reveal()), "DATABASE_REPLICA_URL",
		"must begin with postgres:// and name a database, and so must DATABASE_URL")
	p.require(c.ReplicaLag >= 50*time.Millisecond && c.ReplicaLag <= 900*time.Millisecond, "DATABASE_REPLICA_LAG", "must be between 50ms and 900ms")
	p.require(c.SlowQuery >= 0, "SLOW_QUERY", "must not be negative")
	p.require(isDatabase(c.Database.Reveal()), "DATABASE_URL", "must begin with sqlite: or postgres:// and name a database")

	base, err := url.Parse(c.BaseURL)
	plain := err == nil && base.Host != "" && (base.Scheme == "http" || base.Scheme == "https") &&
		strings.Trim(base.Path, "/") == "" && base.RawQuery == "" && base.Fragment == "" && base.User == nil
	p.require(plain, "BASE_URL", "must be an address such as https://market.example, without a path")
	if plain && c.Mode == Production {
		p.require(base.Scheme == "https" || isLoopback(base.Hostname()), "BASE_URL",
			"must begin with https:// in production: session tokens would travel in the clear")
	}
}

func (c Config) checkMarketplace(p *problems) {
	p.require(isCurrency(c.Currency), "CURRENCY", "must be an ISO 4217 code, such as EUR")
	for _, more := range c.MoreCurrencies {
		p.require(isCurrency(more), "MORE_CURRENCIES", "must be ISO 4217 codes, such as USD,GBP")
	}
	p.require(c.ProcessingBasisPoints >= 0 && c.ProcessingBasisPoints <= 10_000, "PROCESSING_BASIS_POINTS",
		"give basis points from 0 to 10000")
	p.require(c.ProcessingFixedMinor >= 0 && c.ProcessingFixedMinor <= 100_000, "PROCESSING_FIXED_MINOR",
		"give minor units from 0 to 100000")
	p.require(c.CrossBorderBasisPoints >= 0 && c.CrossBorderBasisPoints <= 1000, "CROSS_BORDER_BASIS_POINTS", "must be between 0 and 1000 (10 %)")
	p.require(c.CommissionBasisPoints >= 0 && c.CommissionBasisPoints <= 10_000, "COMMISSION_BASIS_POINTS",
		"must be between 0 and 10000 (100 %)")
	p.require(len(c.RefundPolicy) <= 5000 && c.DisputeRate >= 1 && c.DisputeRate <= 10_000, "DISPUTE_RATE_BASIS_POINTS",
		"must be 1 to 10000, and REFUND_POLICY at most 5000 characters")
	p.require(slices.Contains([]string{"platform", "seller", "seller_unless_won"}, c.DisputeFee), "DISPUTE_FEE", "must be platform, seller or seller_unless_won")
	p.require(c.DisputeTaken == "open" || c.DisputeTaken == "loss", "DISPUTE_TAKEN", "must be open or loss")
	p.require(c.ReleaseHold >= 0 && c.ReleaseHold <= 90*24*time.Hour, "RELEASE_HOLD",
		"must be between 0 and 2160h (90 days, the longest Stripe lets a platform hold funds)")
	p.require(c.SuspendAfter >= time.Hour && c.SuspendAfter <= 30*24*time.Hour, "SUSPEND_AFTER", "must be between 1h and 720h")
	p.require(c.ReleaseAfter == "shipped" || c.ReleaseAfter == "captured", "RELEASE_AFTER", "must be shipped or captured")
	p.require(c.ReserveBasisPoints >= 0 && c.ReserveBasisPoints <= 5000, "RESERVE_BASIS_POINTS", "must be between 0 and 5000 (50 %)")
	p.require(c.ReserveHold >= 24*time.Hour && c.ReserveHold <= 90*24*time.Hour, "RESERVE_HOLD", "must be between 24h and 2160h")
	p.require(c.ReserveBasisPoints == 0 || c.ReleaseHold+c.ReserveHold <= 90*24*time.Hour, "RESERVE_HOLD", "must be at most 2160h together with RELEASE_HOLD")
	p.require(c.InstantBasisPoints >= 0 && c.InstantBasisPoints <= 1000, "INSTANT_PAYOUT_BASIS_POINTS", "must be between 0 and 1000 (10 %)")
	p.require(!c.PlatformFloat.IsNone, "PLATFORM_FLOAT", "must be amounts; 0 keeps nothing")
	p.require(!c.PayoutMinimum.IsNone, "PAYOUT_MINIMUM", "must be amounts; 0 is no minimum")
	p.require(c.PayoutIdleMax >= 24*time.Hour && c.PayoutIdleMax <= 2*365*24*time.Hour, "PAYOUT_IDLE_MAX", "must be between 24h and 17520h")
	p.require(c.StandardAfter >= 0 && c.TrustedAfter >= 0 && c.StandardOrders >= 0 && c.TrustedOrders >= 0 && c.WatchedDisputes >= 0,
		"TIER_STANDARD_AFTER", "and the other rules of tiers must not be negative")
	p.require(c.WatchedRate >= 1 && c.WatchedRate <= 10_000, "TIER_WATCHED_BASIS_POINTS", "must be between 1 and 10000")
	p.require(c.PayoutInterval >= 0 && c.PayoutInterval <= 90*24*time.Hour, "PAYOUT_INTERVAL", "must be between 0s and 2160h")
	p.require(c.PlatformLegalName == "" || c.PlatformAddress != "" && len(c.PlatformCountry) == 2, "PLATFORM_LEGAL_NAME",
		"needs ETAL_PLATFORM_ADDRESS and ETAL_PLATFORM_COUNTRY, two letters, beside it")
	p.require(!c.RefundLimitManager.IsNone, "REFUND_LIMIT_SELLER_MANAGER", "must be a limit: managers refund without a second factor")
	p.require(!c.RefundLimitSupport.IsNone, "REFUND_LIMIT_SELLER_SUPPORT", "must be a limit: this role refunds without a second factor")
	p.require(!c.RefundLimitOperatorSupport.IsNone, "REFUND_LIMIT_OPERATOR_SUPPORT", "must be a limit: this role refunds without a second factor")
	p.require(c.CheckoutTTL >= time.Minute && c.CheckoutTTL <= 24*time.Hour, "CHECKOUT_TTL", "must be between 1m and 24h")
	p.require(c.ErasureGrace >= 0 && c.ErasureGrace <= 30*24*time.Hour, "ERASURE_GRACE", "must be between 0s and 720h")
	p.require(c.RetentionYears >= 1 && c.RetentionYears <= 30, "RETENTION_YEARS", "must be between 1 and 30")
	p.require(!slices.ContainsFunc(c.CORSOrigins, func(s string) bool { return !isOrigin(s) }), "CORS_ORIGINS",
		"must be origins such as https://store.example or http://localhost:3000, without a path, in small letters, parted by commas")
	p.require(c.AuditYears >= 0 && c.AuditYears <= 30, "AUDIT_YEARS", "must be between 0 and 30")
	p.require(isMail(c.Mail.Reveal()), "MAIL", "must be empty, smtp://host:port or smtps://host:port")
	p.require(isSender(c.MailFrom), "MAIL_FROM", "must be a mail address, such as Market <no-reply@market.example>")
}

// isOrigin reports whether a text is the origin of a site as browsers write it.
func isOrigin(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && !strings.Contains(u.Host, "*") &&
		s == strings.ToLower(u.Scheme+"://"+u.Host)
}

func isAddress(s string) bool {
	host, port, err := net.SplitHostPort(s)
	if err != nil || strings.ContainsAny(host, " /") {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// isServer reports whether an address is one of PostgreSQL.
func isServer(s string) bool { return isDatabase(s) && !strings.HasPrefix(s, "sqlite:") }

func isDatabase(s string) bool {
	if path, ok := strings.CutPrefix(s, "sqlite:"); ok {
		return path != ""
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "postgres" || u.Scheme == "postgresql") && strings.Trim(u.Path, "/")+u.RawQuery != ""
}

// problems collects what is wrong with the settings.
type problems []string

func (p *problems) add(setting, what string) {
	*p = append(*p, fmt.Sprintf("%s%s %s.", Prefix, setting, what))
}

func (p *problems) require(ok bool, setting, what string) {
	if !ok {
		p.add(setting, what)
	}
}

func (p problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return &Problems{Lines: p}
}

// Problems is everything that is wrong with the settings, one line each.
type Problems struct{ Lines []string }

// Error implements error.
func (e *Problems) Error() string {
	return "these settings cannot be used:\n  - " + strings.Join(e.Lines, "\n  - ")
}
