package ratelimit

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
)

// networkBits6 is the part of an IPv6 address that one household has: whoever
// has one such network has all addresses in it.
const networkBits6 = 64

// Budget is whose bucket pays, and which kind of bucket that is.
type Budget struct {
	Subject string // such as "account:acc_…"
	Limit   Limit
}

// ByNetwork returns the budget of the network that an address is in: the
// address itself for IPv4, the /64 for IPv6. What is no address is a network of
// its own, so that nobody escapes by having none.
func ByNetwork(a netip.Addr, l Limit) Budget {
	a = a.Unmap().WithZone("")
	if a.Is6() {
		if network, err := a.Prefix(networkBits6); err == nil {
			a = network.Addr()
		}
	}
	return Budget{Subject: l.Name + ":" + a.String(), Limit: l}
}

// stored is how a subject is written to the database: nobody's address is.
func stored(subject string) string {
	sum := sha256.Sum256([]byte(subject))
	return hex.EncodeToString(sum[:16])
}
