package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/graph"
	"github.com/etal-market/etal/graph/loader"
)

const graphqlPath = "/graphql"

// Limits of bodies.
const (
	webhookBytesMax = 1 << 20
)

// routes lists every public address.
func (a *App) routes() (http.Handler, error) {
	verifier, err := stripe.NewWebhook(a.Config.StripeSecretKey.Reveal(),
		a.Config.StripeWebhookSecret.Reveal(), a.Config.StripeConnectWebhookSecret.Reveal())
	if err != nil {
		return nil, err
	}
	room := a.apiRoom()
	api, err := a.graphql(room)
	if err != nil {
		return nil, err
	}
	admin, err := a.admin()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", a.healthz)
	mux.HandleFunc("GET /readyz", a.readyz)

	mux.Handle("GET "+schemaPath, chain(a.sendSchema(), a.otherOrigins, a.limited(a.limits.network), a.session))
	mux.Handle(graphqlPath, chain(api, releasing, a.otherOrigins, a.limited(a.limits.network), a.socketOrigin, a.admitting(room), a.session))
	mux.Handle("PUT /uploads/{id}", chain(http.HandlerFunc(a.upload), limitBody(productimport.SizeMax+1), a.limited(a.limits.network), a.session))
	// The age of a signature is about the network and not about the marketplace,
	// whose clock may be moved in development and tests.
	mux.Handle("POST /webhooks/stripe", chain(a.webhook(verifier, a.Inbox, clock.Wall{}), a.limited(a.limits.webhook), a.admitting(newRoom(webhookRoom, webhookBytesMax, a.metrics.shed))))
	mux.Handle("GET /disputes/files/{id}", chain(http.HandlerFunc(a.fetchEvidence), a.limited(a.limits.network), a.session))
	mux.Handle("GET "+file.ImagePath+"{sum}/{size}", chain(http.HandlerFunc(a.image), a.limited(a.limits.network)))
	mux.Handle("GET /exports/{id}", chain(http.HandlerFunc(a.fetchExport), a.limited(a.limits.network), a.session))
	mux.Handle("PUT /session/cookie", a.limited(a.limits.network)(http.HandlerFunc(a.openCookie)))
	mux.HandleFunc("DELETE /session/cookie", a.closeCookie)

	mux.HandleFunc("GET /account/{page}", a.accountLink)
	mux.Handle("GET /admin", http.RedirectHandler("/admin/", http.StatusMovedPermanently))
	mux.Handle("GET /admin/", admin)
	mux.HandleFunc("GET /static/{file}", a.asset)
	mux.Handle("GET /{$}", http.RedirectHandler("/admin/", http.StatusFound))
	if a.Config.IsDevelopment() {
		a.developmentRoutes(mux)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { a.refuse(w, r, ErrRouteNotFound) })
	return mux, nil
}

// graphql makes the API. Its own limits of bodies and cost are in graph.
func (a *App) graphql(room *room) (http.Handler, error) {
	documents, err := a.documents()
	if err != nil {
		return nil, err
	}
	config := graph.Config{
		Domain: loader.Services{
			APIKey: a.APIKeys, Webhook: a.Webhooks, Approval: a.Approvals, Operator: a.Operators, Audit: a.Audit, Cart: a.Carts, Catalog: a.Catalog, Charge: a.Charges, Checkout: a.Checkout, Commission: a.Commissions, Export: a.Exports, Extract: a.Extracts, Factor: a.Factors, File: a.Files, Identity: a.Identity, Import: a.Imports,
			Dispute: a.Disputes, Inventory: a.Inventory, Ledger: a.Ledger, Live: a.Live, Note: a.Notes, Notification: a.Notifications, Order: a.Orders, Payment: a.Payments, Payout: a.Payouts, Plan: a.Plans, Preference: a.Preferences, Privacy: a.Privacy, Refund: a.Refunds, Reveal: a.Reveals, Risk: a.Risk, Seller: a.Sellers, Statement: a.Statements, System: a.System, Tax: a.Taxes, Terms: a.Terms,
			Reconciliation: a.Reconciliation, Report: a.Reports,
			Batch: a.metrics.batch,
		},
		Documents:     documents.texts,
		TrustedOnly:   a.Config.Documents == "trusted",
		Edition2026:   a.Config.GraphQLHTTP == "2026",
		Cached:        a.metrics.cached,
		Outcome:       a.settled,
		Tracer:        a.tracing.spans(),
		PublicMaxAge:  a.Config.PublicMaxAge,
		Log:           a.log,
		Clock:         a.DB.Clock(),
		StripeKey:     a.Config.StripePublishableKey,
		EmbeddingKey:  a.Config.EmbeddingKey(),
		RequestID:     RequestID,
		Limiter:       a.limits.limiter,
		Budgets:       a.limits.budgets,
		Renew:         a.askAgain,
		Admit:         a.streams.admit,
		Introduce:     a.introduce,
		Place:         room.place,
		Waits:         waits,
		Introspection: a.showsSchema,
		Observe: func(ctx context.Context, operation string) {
			if info := requestFrom(ctx); info != nil {
				info.runs(operation)
			}
		},
	}
	if a.Config.Replica.IsSet() {
		config.Stale, config.StaleBy = a.DB.AllowStale, a.Config.ReplicaLag
	}
	if a.Config.CatalogCache {
		config.Changes = a.DB.OnChange
	}
	a.metrics.operations.know(documents.operations...)
	return graph.NewHandler(config), nil
}

// settled counts an operation of the program that asks.
func (a *App) settled(ctx context.Context, o graph.Outcome) {
	app := ""
	if info := requestFrom(ctx); info != nil {
		app = info.app
	}
	a.metrics.settled(app, o)
}

func (a *App) developmentRoutes(mux *http.ServeMux) {
	mux.Handle("GET /graphiql", a.graphiql())
	mux.HandleFunc("GET /dev/sandbox", a.sandbox)
	mux.HandleFunc("GET /dev/sandbox.json", a.sandboxPeople)
	if a.caught != nil {
		mux.HandleFunc("GET /dev/mail", a.devMail)
		mux.HandleFunc("GET /dev/mail/{number}", a.devMailMessage)
		mux.HandleFunc("GET /dev/mail/{number}/html", a.devMailHTML)
	}
}

// otherOrigins lets pages of the sites that the setting names call the API with
// a token of their own. Cookies are not sent along, since credentials are not
// allowed. To pages of all other sites browsers show no answer.
func (a *App) otherOrigins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("Vary", "Origin")
		if at := slices.Index(a.Config.CORSOrigins, r.Header.Get("Origin")); at >= 0 {
			h.Set("Access-Control-Allow-Origin", a.Config.CORSOrigins[at])
			h.Set("Access-Control-Expose-Headers", "X-Request-Id, Retry-After, RateLimit, RateLimit-Policy")
		}
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			if h.Get("Access-Control-Allow-Origin") != "" {
				h.Set("Access-Control-Allow-Methods", "GET, POST")
				h.Set("Access-Control-Allow-Headers", strings.Join([]string{
					"Authorization", "Content-Type", "Last-Event-ID", actAsHeader, deviceHeader, trustHeader, appHeader, apolloAppHeader, apolloVersionHeader,
				}, ", "))
				h.Set("Access-Control-Max-Age", "7200")
			}
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}
