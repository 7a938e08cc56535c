package courier_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/dns/dnsmessage"

	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/gateway/courier"
)

// serve starts a receiver on this machine, and says which authority knows it.
func serve(t *testing.T, h http.HandlerFunc) (address string, roots *tls.Config) {
	t.Helper()
	s := httptest.NewTLSServer(h)
	t.Cleanup(s.Close)
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	return s.URL, &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}

func request(address string) webhook.Request {
	return webhook.Request{URL: address, ID: "msg_1", At: time.Unix(1614265330, 5), Signature: "v1,AAAA v1,BBBB", Body: []byte(`{"a": 1}`)}
}

func TestCourier_sends_what_it_is_given(t *testing.T) {
	t.Parallel()

	address, roots := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || string(body) != `{"a": 1}` || r.Method != http.MethodPost || r.Header.Get("webhook-id") != "msg_1" ||
			r.Header.Get("webhook-timestamp") != "1614265330" || r.Header.Get("webhook-signature") != "v1,AAAA v1,BBBB" ||
			r.Header.Get("content-type") != "application/json" || r.Header.Get("cookie")+r.Header.Get("authorization") != "" {
			w.WriteHeader(http.StatusTeapot)
		}
		_, _ = io.WriteString(w, strings.Repeat("x", 1<<20)) // more than is read
	})
	answer := courier.New(courier.Options{Anywhere: true, Roots: roots}).Send(t.Context(), request(address))
	require.Equal(t, webhook.Taken, answer.Outcome, answer)
	require.EqualValues(t, 200, answer.StatusCode)
	require.Len(t, answer.Body, 1024)
	require.Positive(t, answer.Took)
}

func TestCourier_follows_no_redirect(t *testing.T) {
	t.Parallel()

	var seen atomic.Int64
	address, roots := serve(t, func(w http.ResponseWriter, r *http.Request) {
		seen.Add(1)
		http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
	})
	answer := courier.New(courier.Options{Anywhere: true, Roots: roots}).Send(t.Context(), request(address))
	require.Equal(t, webhook.Redirected, answer.Outcome)
	require.EqualValues(t, 1, seen.Load())
}

func TestCourier_waits_for_nobody_longer_than_it_may(t *testing.T) {
	t.Parallel()

	for name, slow := range map[string]func(w http.ResponseWriter, done <-chan struct{}){
		"no answer": func(_ http.ResponseWriter, done <-chan struct{}) { <-done },
		"no end": func(w http.ResponseWriter, done <-chan struct{}) {
			w.WriteHeader(http.StatusInternalServerError)
			for {
				select {
				case <-done:
					return
				default:
					_, _ = w.Write([]byte("x"))
					_ = http.NewResponseController(w).Flush()
				}
			}
		},
	} {
		address, roots := serve(t, func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body) // until then nobody notices that the client has gone
			slow(w, r.Context().Done())
		})
		answer := courier.New(courier.Options{Anywhere: true, Roots: roots, Timeout: 200 * time.Millisecond}).Send(t.Context(), request(address))
		require.NotEqual(t, webhook.Taken, answer.Outcome, name)
		require.Less(t, answer.Took, 10*time.Second, name)
	}
}

func TestCourier_honours_what_receivers_say(t *testing.T) {
	t.Parallel()

	address, roots := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	c := courier.New(courier.Options{Anywhere: true, Roots: roots})
	answer := c.Send(t.Context(), request(address))
	require.Equal(t, webhook.Refused, answer.Outcome)
	require.Equal(t, 2*time.Minute, answer.RetryAfter)
	stranger := courier.New(courier.Options{Anywhere: true}).Send(t.Context(), request(address))
	require.Equal(t, webhook.Unreachable, stranger.Outcome, "nobody knows who has signed its certificate")
	require.Contains(t, stranger.Problem, "certificate")
	closed := c.Send(t.Context(), request("https://127.0.0.1:1/"))
	require.Equal(t, webhook.Unreachable, closed.Outcome)
	require.NotContains(t, closed.Problem, "127.0.0.1")
}

// names answers every question for an IPv4 address with the next of some addresses.
func names(t *testing.T, addresses ...string) *net.Resolver {
	t.Helper()
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = socket.Close() })
	go func() {
		buffer := make([]byte, 1500)
		for asked := 0; ; {
			n, from, err := socket.ReadFrom(buffer)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buffer[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			m.Response, m.Authoritative, m.Additionals = true, true, nil
			address := netip.MustParseAddr(addresses[min(asked, len(addresses)-1)])
			head := dnsmessage.ResourceHeader{Name: m.Questions[0].Name, Class: dnsmessage.ClassINET}
			switch {
			case m.Questions[0].Type == dnsmessage.TypeA && address.Is4():
				m.Answers, asked = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: address.As4()}}), asked+1
			case m.Questions[0].Type == dnsmessage.TypeAAAA && address.Is6():
				m.Answers, asked = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: address.As16()}}), asked+1
			}
			if packed, err := m.Pack(); err == nil {
				_, _ = socket.WriteTo(packed, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", socket.LocalAddr().String())
	}}
}

func TestCourier_reaches_nothing_of_ours(t *testing.T) {
	t.Parallel()

	var seen atomic.Int64
	_, roots := serve(t, func(http.ResponseWriter, *http.Request) { seen.Add(1) })
	for _, private := range []string{
		"127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "0.0.0.0",
		"192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.2.1",
		"::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::1", "2001:0:1::1",
		"2001:db8::1", "fec0::1", "::7f00:1",
	} {
		c := courier.New(courier.Options{Roots: roots, Resolver: names(t, private)})
		answer := c.Send(t.Context(), request("https://hooks.example.com/"))
		require.Equal(t, webhook.Forbidden, answer.Outcome, private)
		require.NotContains(t, answer.Problem, private, "no answer says what a name of ours stands for")
	}
	for _, written := range []string{"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/"} {
		answer := courier.New(courier.Options{}).Send(t.Context(), request(written))
		require.Equal(t, webhook.Forbidden, answer.Outcome, written)
	}
	require.Zero(t, seen.Load())
}

// A name that stands for a public address when it is looked at and for a private one
// when it is connected to gains nothing: what is looked at is what is connected to.
func TestCourier_looks_at_a_name_that_changes_each_time(t *testing.T) {
	t.Parallel()

	c := courier.New(courier.Options{Resolver: names(t, "127.0.0.1", "169.254.169.254", "10.0.0.1")})
	for range 3 {
		answer := c.Send(t.Context(), request("https://hooks.example.com/"))
		require.Equal(t, webhook.Forbidden, answer.Outcome)
	}
}
