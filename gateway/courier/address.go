package courier

import (
	"net/netip"
	"slices"
)

// isPublic reports whether an address belongs to anybody on the public Internet.
// What is only written differently (IPv4 as IPv6) is judged as what it is; what leads
// to an IPv4 address by way of IPv6 (NAT64, 6to4, Teredo) is not public.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsValid() || !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	if a.Is6() && !netip.MustParsePrefix("2000::/3").Contains(a) {
		return false // all that was ever given to anybody, and no NAT64, site-local or IPv4-compatible address
	}
	return !slices.ContainsFunc(special(), func(p netip.Prefix) bool { return p.Contains(a) })
}

// special lists what the registries of IANA keep for other uses, as far as
// isPublic does not know it by other means.
func special() []netip.Prefix {
	texts := []string{
		"0.0.0.0/8",        // this network
		"100.64.0.0/10",    // behind the NAT of a carrier; some clouds keep metadata here
		"192.0.0.0/24",     // protocols
		"192.0.2.0/24",     // documentation
		"192.88.99.0/24",   // relays of 6to4
		"198.18.0.0/15",    // benchmarks
		"198.51.100.0/24",  // documentation
		"203.0.113.0/24",   // documentation
		"240.0.0.0/4",      // reserved
		"168.63.129.16/32", // the platform of a large cloud, on a public address
		"2001::/23",        // protocols, Teredo among them
		"2001:db8::/32",    // documentation
		"2002::/16",        // 6to4
		"3fff::/20",        // documentation
	}
	prefixes := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		prefixes[i] = netip.MustParsePrefix(text)
	}
	return prefixes
}
