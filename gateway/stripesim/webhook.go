package stripesim

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// webhookEndpoint receives events. Its secret is shown once, when it is created.
type webhookEndpoint struct {
	head
	APIVersion  *string           `json:"api_version"`
	Application *string           `json:"application"`
	Description *string           `json:"description"`
	Events      []string          `json:"enabled_events"`
	Livemode    bool              `json:"livemode"`
	Metadata    map[string]string `json:"metadata"`
	Secret      string            `json:"secret,omitempty"`
	Status      string            `json:"status"`
	URL         string            `json:"url"`

	hidden hookHidden
}

type hookHidden struct {
	Secret  string `json:"secret"`
	Connect bool   `json:"connect"`
	// Fixed endpoints come from Options and go when the Options no longer name them.
	Fixed bool `json:"fixed,omitempty"`
}

func (h *webhookEndpoint) private() any { return &h.hidden }

func (h *webhookEndpoint) wants(e *event) bool {
	return !h.gone && h.Status == "enabled" && h.hidden.Connect == (e.Account != "") && matches(h.Events, e.Type)
}

// ensureWebhooks makes the endpoints of the Options exist, and no others of that origin.
func (s *Simulator) ensureWebhooks(u *unit) {
	for _, h := range slices.Clone(s.state.hooks) {
		wanted := slices.ContainsFunc(s.opts.Webhooks, func(w Webhook) bool {
			return w.URL == h.URL && w.Secret == h.hidden.Secret && w.Connect == h.hidden.Connect
		})
		if h.hidden.Fixed && !wanted {
			u.forgetHook(h)
		}
	}
	for _, w := range s.opts.Webhooks {
		known := slices.ContainsFunc(s.state.hooks, func(h *webhookEndpoint) bool {
			return h.hidden.Fixed && w.URL == h.URL && w.Secret == h.hidden.Secret && w.Connect == h.hidden.Connect
		})
		if !known {
			h := u.newHook(w.URL, []string{"*"})
			h.hidden = hookHidden{Secret: w.Secret, Connect: w.Connect, Fixed: true}
			u.put(h)
		}
	}
}

func (u *unit) newHook(url string, events []string) *webhookEndpoint {
	h := &webhookEndpoint{Events: events, Metadata: map[string]string{}, Status: "enabled", URL: url}
	h.ID, h.Object, h.Created = newID("we_1"), "webhook_endpoint", u.now
	h.hidden.Secret = newID("whsec_")
	u.s.state.hooks = append(u.s.state.hooks, h)
	return h
}

func (u *unit) forgetHook(h *webhookEndpoint) {
	h.gone = true
	u.s.state.hooks = slices.DeleteFunc(u.s.state.hooks, func(o *webhookEndpoint) bool { return o == h })
	u.put(h)
}

type hookParams struct {
	Description *string   `p:"description"`
	Events      []string  `p:"enabled_events"`
	Metadata    *metadata `p:"metadata"`
	URL         string    `p:"url"`
}

func (p *hookParams) check() *apiError {
	if p.URL != "" && !strings.HasPrefix(p.URL, "http://") && !strings.HasPrefix(p.URL, "https://") {
		return reject("url_invalid", "url", "Invalid URL: An explicit scheme (such as https) must be provided.")
	}
	return nil
}

func createHook(u *unit, p *struct {
	hookParams
	Connect    bool   `p:"connect"`
	APIVersion string `p:"api_version" enum:"2023-10-16"`
},
) (any, *apiError) {
	if p.URL == "" {
		return nil, reject("parameter_missing", "url", "Missing required param: url.")
	}
	if len(p.Events) == 0 {
		return nil, reject("parameter_missing", "enabled_events", "Missing required param: enabled_events.")
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	h := u.newHook(p.URL, p.Events)
	h.APIVersion = filled(p.APIVersion)
	h.hidden.Connect = p.Connect
	set(&h.Description, p.Description)
	if p.Metadata != nil {
		h.Metadata = p.Metadata.onto(nil)
	}
	u.put(h)
	told := *h
	told.Secret = h.hidden.Secret
	return &told, nil
}

func (u *unit) hookByPath() (*webhookEndpoint, *apiError) {
	h, ok := get[*webhookEndpoint](u, u.path("id"))
	if !ok {
		return nil, missing("webhook endpoint", u.path("id"), "")
	}
	return h, nil
}

func getHook(u *unit, _ *none) (any, *apiError) {
	h, err := u.hookByPath()
	if err != nil {
		return nil, err
	}
	return h, nil
}

func updateHook(u *unit, p *struct {
	hookParams
	Disabled *bool `p:"disabled"`
},
) (any, *apiError) {
	h, err := u.hookByPath()
	if err != nil {
		return nil, err
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	h.URL = or(p.URL, h.URL)
	if p.Events != nil {
		h.Events = p.Events
	}
	set(&h.Description, p.Description)
	if p.Metadata != nil {
		h.Metadata = p.Metadata.onto(h.Metadata)
	}
	if p.Disabled != nil {
		h.Status = map[bool]string{true: "disabled", false: "enabled"}[*p.Disabled]
	}
	u.put(h)
	return h, nil
}

func deleteHook(u *unit, _ *none) (any, *apiError) {
	h, err := u.hookByPath()
	if err != nil {
		return nil, err
	}
	u.forgetHook(h)
	return &deleted{ID: h.ID, Object: "webhook_endpoint", Deleted: true}, nil
}

func listHooks(u *unit, p *listParams) (any, *apiError) {
	return paginate(u, list(u, "webhook_endpoint"), *p, nil)
}

// sign makes a Stripe-Signature header: the time, and a MAC over time and body per secret.
func sign(at int64, body []byte, secrets ...string) string {
	stamp := strconv.FormatInt(at, 10)
	header := "t=" + stamp
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(stamp + "."))
		mac.Write(body)
		header += ",v1=" + hex.EncodeToString(mac.Sum(nil))
	}
	return header
}
