package server

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/graph"
)

// actAsHeader names the hat of a request: the id of a seller, or "operator".
// Without it a person acts as a buyer.
const actAsHeader = "Etal-Act-As"

// bearer returns the token of the Authorization header, or "".
func bearer(r *http.Request) string {
	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// The cookies of browsers. On https their prefix makes browsers refuse one that
// another host or an unencrypted page has set; http is for development.
const (
	sessionCookie = "etal_session"
	deviceCookie  = "etal_device"
	trustCookie   = "etal_trust"
	hostPrefix    = "__Host-"
)

// deviceHeader is how a program without cookies says which device it is.
const deviceHeader = "Etal-Device"

// trustHeader is how a program without cookies shows that a device is trusted.
const trustHeader = "Etal-Trusted-Device"

func (a *App) overHTTPS() bool { return strings.HasPrefix(a.Config.BaseURL, "https://") }

func (a *App) cookieName(name string) string {
	if a.overHTTPS() {
		return hostPrefix + name
	}
	return name
}

func (a *App) cookieToken(r *http.Request) string { return a.cookieValue(r, sessionCookie) }

func (a *App) deviceToken(r *http.Request) identity.DeviceToken {
	if said := r.Header.Get(deviceHeader); said != "" {
		return identity.DeviceToken(said)
	}
	return identity.DeviceToken(a.cookieValue(r, deviceCookie))
}

func (a *App) trustToken(r *http.Request) identity.TrustToken {
	if said := r.Header.Get(trustHeader); said != "" {
		return identity.TrustToken(said)
	}
	return identity.TrustToken(a.cookieValue(r, trustCookie))
}

func (a *App) cookieValue(r *http.Request, name string) string {
	cookie, err := r.Cookie(a.cookieName(name))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// session finds out who asks and gives the request its actor. A token that is
// not valid is refused and not taken for a stranger: the person would not know
// why everything is gone.
func (a *App) session(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := requestFrom(r.Context()).from()
		ctx := identity.WithClient(r.Context(), identity.Client{
			Address: from, Agent: r.UserAgent(), Device: a.deviceToken(r), Trust: a.trustToken(r),
		})
		ctx = actor.WithRequest(ctx, RequestID(ctx), from)
		ctx = context.WithValue(ctx, askedKey{}, r)
		who, err := a.whoAsks(ctx, r)
		if err != nil {
			a.refuseSession(w, r, err)
			return
		}
		who = a.Factors.Policy().Apply(who)
		if info := requestFrom(ctx); info != nil {
			info.is(who)
		}
		next.ServeHTTP(w, r.WithContext(actor.With(ctx, who)))
	})
}

type askedKey struct{}

// askAgain finds out anew who a request is from, whose stream is open. That is no
// use of the session.
func (a *App) askAgain(ctx context.Context) (actor.Actor, error) {
	r, ok := ctx.Value(askedKey{}).(*http.Request)
	if !ok {
		return actor.Actor{}, identity.ErrSessionInvalid
	}
	who, err := a.whoAsks(identity.Rechecking(ctx), r)
	return a.Factors.Policy().Apply(who), err
}

// introduce finds out who speaks on a socket whose first message says so, as a
// request with these headers would.
func (a *App) introduce(ctx context.Context, authorization, actAs string) (context.Context, error) {
	opened, ok := ctx.Value(askedKey{}).(*http.Request)
	if !ok {
		return ctx, identity.ErrSessionInvalid
	}
	r := opened.Clone(ctx)
	if authorization != "" {
		r.Header.Del("Cookie")
		r.Header.Set("Authorization", authorization)
		if bearer(r) == "" {
			return ctx, identity.ErrSessionInvalid
		}
	}
	if actAs != "" {
		r.Header.Set(actAsHeader, actAs)
	}
	who, err := a.whoAsks(ctx, r)
	if err != nil {
		return ctx, err
	}
	who = a.Factors.Policy().Apply(who)
	if info := requestFrom(ctx); info != nil {
		info.is(who)
	}
	return actor.With(context.WithValue(ctx, askedKey{}, r), who), nil
}

// socketOrigin refuses a WebSocket that a page of another site opens with the
// cookie of its visitor: browsers open them without asking.
func (a *App) socketOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if graph.IsUpgrade(r) && bearer(r) == "" && a.cookieToken(r) != "" && !a.ownOrigin(r) {
			a.refuseSession(w, r, ErrCrossOrigin)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownOrigin reports whether a page of this installation has made a request.
func (a *App) ownOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	from, err := url.Parse(origin)
	return err == nil && origin != "" && (origin == strings.TrimSuffix(a.Config.BaseURL, "/") || from.Host == r.Host)
}

// whoAsks reads the bearer token, of a session or of an API key, or the cookie.
func (a *App) whoAsks(ctx context.Context, r *http.Request) (actor.Actor, error) {
	token, actAs := bearer(r), r.Header.Get(actAsHeader)
	if apikey.IsToken(token) {
		return a.APIKeys.Actor(ctx, apikey.Token(token), actAs)
	}
	if token == "" {
		token = a.cookieToken(r)
	}
	return a.Sellers.Actor(ctx, identity.Token(token), actAs)
}

// keyPlace refuses a request with an API key in its address or in a cookie, both
// of which are written down on the way and sent on by browsers.
func (a *App) keyPlace(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := url.QueryUnescape(r.URL.RawQuery)
		misplaced := apikey.Contains(r.URL.Path) || apikey.Contains(r.URL.RawQuery) || err == nil && apikey.Contains(query)
		for _, header := range r.Header.Values("Cookie") {
			misplaced = misplaced || apikey.Contains(header)
		}
		if misplaced {
			a.refuseSession(w, r, apikey.ErrMisplaced)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuseSession answers in the form of the address: GraphQL clients read a
// list of errors.
func (a *App) refuseSession(w http.ResponseWriter, r *http.Request, err error) {
	faults := fault.As(err)
	if len(faults) == 0 || r.URL.Path != graphqlPath {
		a.refuse(w, r, err)
		return
	}
	code := "UNAUTHENTICATED"
	if faults[0].Kind != fault.Unauthenticated {
		code = string(faults[0].Kind)
	}
	detail := map[string]any{"code": code, "reason": faults[0].Code, "requestId": RequestID(r.Context())}
	if faults[0].Kind == fault.Throttled {
		detail["retryAfterMs"] = faults[0].RetryAfter.Milliseconds()
	}
	writeJSON(w, statusOf(faults[0]), map[string]any{
		"errors":     []map[string]any{{"message": faults[0].Error(), "extensions": detail}},
		"extensions": map[string]any{"requestId": RequestID(r.Context())},
	})
}

// openCookie hands the bearer token of the request to the browser as a cookie
// that scripts cannot read.
func (a *App) openCookie(w http.ResponseWriter, r *http.Request) {
	token := bearer(r)
	if token == "" {
		a.refuse(w, r, ErrBearerRequired)
		return
	}
	if apikey.IsToken(token) {
		a.refuse(w, r, apikey.ErrMisplaced)
		return
	}
	// The browser's device becomes a known one: a cookie that outlives the session.
	device, err := a.Identity.RenewDevice(r.Context(), identity.Token(token), a.deviceToken(r))
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	// And so does one that was trusted in the session. Its cookie ends with the trust.
	trust, lasts, err := a.Identity.RenewTrust(r.Context(), identity.Token(token), a.trustToken(r))
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	if trust != "" {
		http.SetCookie(w, a.cookie(trustCookie, trust.Reveal(), int(lasts.Seconds())))
	}
	if device != "" {
		http.SetCookie(w, a.cookie(deviceCookie, device.Reveal(), int(identity.DeviceMax.Seconds())))
	}
	http.SetCookie(w, a.cookie(sessionCookie, token, int(identity.SessionLifetimeMax.Seconds())))
	w.WriteHeader(http.StatusNoContent)
}

// closeCookie makes the browser forget the session. It does not end it: that
// is a mutation. The device stays known.
func (a *App) closeCookie(w http.ResponseWriter, _ *http.Request) {
	http.SetCookie(w, a.cookie(sessionCookie, "", -1))
	w.WriteHeader(http.StatusNoContent)
}

func (a *App) cookie(name, value string, maxAge int) *http.Cookie {
	return &http.Cookie{ //nolint:gosec // it is Secure wherever the address is https
		Name: a.cookieName(name), Value: value, Path: "/", MaxAge: maxAge, HttpOnly: true,
		Secure: a.overHTTPS(), SameSite: http.SameSiteLaxMode,
	}
}
