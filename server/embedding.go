package server

import (
	"net/http"
	"path"
)

// embeddingPage is the page of the web admin that shows Stripe's components, by the
// names that path.Match knows.
const embeddingPage = "s/*/payouts/account"

// emptyStyle is the hash of an empty style element, which Connect.js writes.
const emptyStyle = "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='"

// embeds reports whether a page of the web admin shows Stripe's components.
func (a *App) embeds(name string) bool {
	is, err := path.Match(embeddingPage, name)
	return is && err == nil && a.Config.EmbeddingKey() != ""
}

// letEmbed widens the policy of an answer by what Stripe's components need, as Stripe's
// documentation lists it: their script, their frames and pictures, and a window in
// which the seller signs in with Stripe and that talks to the page that has opened it.
func letEmbed(h http.Header, nonce string) {
	const hosts = "https://connect-js.stripe.com https://js.stripe.com"
	h.Set("Content-Security-Policy", pageSources+"; img-src 'self' data: blob: https://*.stripe.com; frame-src "+hosts+
		"; style-src 'self' 'nonce-"+nonce+"' "+emptyStyle+"; script-src 'self' 'nonce-"+nonce+"' "+hosts)
	h.Set("Cross-Origin-Opener-Policy", "unsafe-none")
}
