package server

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"github.com/etal-market/etal/server/config"
)

// forwardedMax bounds how many hops of a forwarded header are looked at.
const forwardedMax = 32

// proxies says whose word about the address of a client counts. It is the only
// place that finds out where a request comes from: sessions, the audit log,
// throttles and limits ask the request for what was found here.
type proxies struct {
	trusted []netip.Prefix
	header  string // the one header that the proxies write
}

// newProxies reads the settings, which have been checked.
func newProxies(cfg config.Config) proxies {
	return proxies{trusted: cfg.TrustedProxies, header: cfg.ForwardedHeader}
}

// client returns the address that a request comes from. It begins at the other
// end of the connection and follows the header to the left for as long as a
// trusted proxy speaks. The first address that is not a proxy's is the client;
// what stands further left was written by the client itself and is not read.
// It is not valid when even the connection has none, as on a Unix socket.
func (p proxies) client(r *http.Request) netip.Addr {
	at := hop(r.RemoteAddr)
	if !p.trusts(at) {
		return at
	}
	for _, said := range p.chain(r.Header) {
		next := hop(said)
		if !next.IsValid() { // hidden or broken: what is left of it cannot be told apart from a lie
			return at
		}
		at = next
		if !p.trusts(at) {
			return at
		}
	}
	return at
}

func (p proxies) trusts(a netip.Addr) bool {
	return a.IsValid() && slices.ContainsFunc(p.trusted, func(n netip.Prefix) bool { return n.Contains(a) })
}

// chain lists the hops of the header, the nearest first.
func (p proxies) chain(h http.Header) []string {
	hops := strings.Split(strings.Join(h.Values(p.header), ","), ",")
	if len(hops) > forwardedMax {
		hops = hops[len(hops)-forwardedMax:]
	}
	slices.Reverse(hops)
	if p.header == config.ForwardedStandard {
		for i, element := range hops {
			hops[i] = forwardedFor(element)
		}
	}
	return hops
}

// forwardedFor returns the "for" of an element of a Forwarded header (RFC 7239),
// and nothing when it has none or two.
func forwardedFor(element string) string {
	found := ""
	for pair := range strings.SplitSeq(element, ";") {
		name, value, _ := strings.Cut(pair, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "for") {
			continue
		}
		if found != "" {
			return ""
		}
		found = strings.Trim(strings.TrimSpace(value), `"`)
	}
	return found
}

// hop reads an address with or without a port. IPv4 written as IPv6 is IPv4,
// and a zone is dropped: one client has one spelling.
func hop(s string) netip.Addr {
	s = strings.TrimSpace(s)
	if withPort, err := netip.ParseAddrPort(s); err == nil {
		return withPort.Addr().Unmap().WithZone("")
	}
	bare, bracketed := strings.CutPrefix(s, "[")
	if bracketed {
		if bare, bracketed = strings.CutSuffix(bare, "]"); !bracketed {
			return netip.Addr{}
		}
	}
	a, err := netip.ParseAddr(bare)
	if err != nil {
		return netip.Addr{}
	}
	return a.Unmap().WithZone("")
}
