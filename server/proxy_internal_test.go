package server

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/server/config"
)

func TestProxies_client(t *testing.T) {
	t.Parallel()
	trusted := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	const xff, std = config.ForwardedFor, config.ForwardedStandard
	for name, c := range map[string]struct {
		header, peer string
		said         []string
		want         string
	}{
		"nobody forwards":                    {xff, "203.0.113.7:4711", nil, "203.0.113.7"},
		"a stranger's header does not count": {xff, "203.0.113.7:4711", []string{"198.51.100.1"}, "203.0.113.7"},
		"a stranger who says it is a proxy":  {xff, "203.0.113.7:4711", []string{"198.51.100.1, 10.0.0.1"}, "203.0.113.7"},
		"one proxy":                          {xff, "10.0.0.1:80", []string{"198.51.100.1"}, "198.51.100.1"},
		"the client wrote more to the left":  {xff, "10.0.0.1:80", []string{"1.1.1.1, 2.2.2.2, 198.51.100.1"}, "198.51.100.1"},
		"in lines of their own":              {xff, "10.0.0.1:80", []string{"1.1.1.1", "198.51.100.1"}, "198.51.100.1"},
		"two proxies":                        {xff, "10.0.0.1:80", []string{"1.1.1.1, 198.51.100.1, 10.9.9.9"}, "198.51.100.1"},
		"a client that says it is a proxy":   {xff, "10.0.0.1:80", []string{"10.6.6.6, 198.51.100.1"}, "198.51.100.1"},
		"a client in the proxies' network":   {xff, "10.0.0.1:80", []string{"10.6.6.6"}, "10.6.6.6"},
		"nothing said":                       {xff, "10.0.0.1:80", nil, "10.0.0.1"},
		"rubbish":                            {xff, "10.0.0.1:80", []string{"198.51.100.1, what"}, "10.0.0.1"},
		"rubbish to the left of the client":  {xff, "10.0.0.1:80", []string{"what, 198.51.100.1"}, "198.51.100.1"},
		"empty elements":                     {xff, "10.0.0.1:80", []string{"198.51.100.1,,"}, "10.0.0.1"},
		"with a port":                        {xff, "10.0.0.1:80", []string{"198.51.100.1:555"}, "198.51.100.1"},
		"IPv6":                               {xff, "[fd00::1]:80", []string{"2001:db8::7"}, "2001:db8::7"},
		"IPv6 with a port and a zone":        {xff, "[fd00::1]:80", []string{"[2001:db8::7%eth0]:9"}, "2001:db8::7"},
		"IPv4 as IPv6":                       {xff, "[::ffff:10.0.0.1]:80", []string{"::ffff:198.51.100.1"}, "198.51.100.1"},
		"the other header does not count":    {std, "10.0.0.1:80", []string{"for=198.51.100.1;proto=https"}, "198.51.100.1"},
		"quoted IPv6":                        {std, "10.0.0.1:80", []string{`proto=https;For="[2001:db8::7]:47011"`}, "2001:db8::7"},
		"two elements":                       {std, "10.0.0.1:80", []string{"for=1.1.1.1, for=198.51.100.1, for=10.2.2.2"}, "198.51.100.1"},
		"hidden":                             {std, "10.0.0.1:80", []string{"for=1.1.1.1, for=_hidden"}, "10.0.0.1"},
		"unknown":                            {std, "10.0.0.1:80", []string{"for=unknown"}, "10.0.0.1"},
		"twice in one element":               {std, "10.0.0.1:80", []string{"for=1.1.1.1;for=198.51.100.1"}, "10.0.0.1"},
		"no address of the connection":       {xff, "@", []string{"198.51.100.1"}, ""},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		for _, line := range c.said {
			r.Header.Add(c.header, line)
		}
		other := std
		if c.header == std {
			other = xff
		}
		if other == xff {
			r.Header.Set(other, "6.6.6.6")
		} else {
			r.Header.Set(other, "for=6.6.6.6")
		}
		got := proxies{trusted, c.header}.client(r)
		if c.want == "" {
			require.False(t, got.IsValid(), name)
			continue
		}
		require.Equal(t, c.want, got.String(), name)
	}
}

// Whatever a client writes, its address is the one its proxy saw.
func TestProxies_no_header_of_a_client_changes_its_address(t *testing.T) {
	t.Parallel()
	p := proxies{[]netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}, config.ForwardedFor}
	for _, spoofed := range []string{
		"1.1.1.1", "10.1.1.1", "127.0.0.1", "::1", "what", "", ",", "1.1.1.1,,,", `"1.1.1.1"`, "1.1.1.1;for=2.2.2.2",
		strings.Repeat("1.1.1.1,", 1000), strings.Repeat("10.1.1.1,", 1000), "1.1.1.1\t", "[::1", "%00",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = "10.0.0.1:80"
		r.Header.Add("X-Forwarded-For", spoofed+", 198.51.100.1") // as a proxy appends it
		require.Equal(t, "198.51.100.1", p.client(r).String(), spoofed)
	}
}
