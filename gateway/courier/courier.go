package courier

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/webhook"
)

// What an exchange may take.
const (
	timeout        = 10 * time.Second
	answerRead     = 64 << 10
	answerKept     = 1 << 10
	headerMax      = 16 << 10
	idleTimeout    = 30 * time.Second
	idlePerHost    = 2
	idleAltogether = 64
)

// Options tune a courier. The zero value is right for production.
type Options struct {
	// Anywhere has private addresses reached too, for programs that are being written.
	Anywhere bool
	// Roots are the authorities whose certificates count; nil: those of the system.
	Roots *tls.Config
	// Resolver looks names up; nil: the system's.
	Resolver *net.Resolver
	// Timeout is how long an exchange takes at most; 0 means ten seconds.
	Timeout time.Duration
}

// Courier implements webhook.Sender. It is safe for use by many at once.
type Courier struct {
	client *http.Client
}

// errForbidden is returned for an address that is not public.
var errForbidden = errors.New("this is no address on the public Internet")

// New returns a courier.
func New(o Options) *Courier {
	if o.Timeout == 0 {
		o.Timeout = timeout
	}
	return &Courier{client: &http.Client{
		Transport: newTransport(o), Timeout: o.Timeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// newTransport connects to public addresses only, unless it may go anywhere.
func newTransport(o Options) *http.Transport {
	dialer := &net.Dialer{Timeout: o.Timeout, Resolver: o.Resolver}
	if !o.Anywhere {
		dialer.ControlContext = onlyPublic
	}
	return &http.Transport{
		Proxy:                  nil, // a proxy would resolve names by itself, behind our back
		DialContext:            dialer.DialContext,
		TLSClientConfig:        o.Roots,
		TLSHandshakeTimeout:    o.Timeout,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           idleAltogether,
		MaxIdleConnsPerHost:    idlePerHost,
		IdleConnTimeout:        idleTimeout,
		MaxResponseHeaderBytes: headerMax,
		DisableCompression:     true, // what is counted is what has arrived
	}
}

// onlyPublic refuses a connection that is about to be made to an address which is not
// public. The name has been resolved by then.
func onlyPublic(_ context.Context, network, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !strings.HasPrefix(network, "tcp") || !isPublic(to.Addr()) {
		return errForbidden
	}
	return nil
}

// Send implements webhook.Sender.
func (c *Courier) Send(ctx context.Context, r webhook.Request) webhook.Answer {
	db.MustBeOutside(ctx)
	watch := clock.Start()
	answer := c.exchange(ctx, r)
	answer.Took = watch.Elapsed()
	return answer
}

func (c *Courier) exchange(ctx context.Context, r webhook.Request) webhook.Answer {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.URL, bytes.NewReader(r.Body))
	if err != nil {
		return webhook.Answer{Outcome: webhook.Unreachable, Problem: "the address cannot be read"}
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "Etal-Webhooks/1")
	request.Header.Set("Webhook-Id", string(r.ID))
	request.Header.Set("Webhook-Timestamp", strconv.FormatInt(r.At.Unix(), 10))
	request.Header.Set("Webhook-Signature", r.Signature)
	response, err := c.client.Do(request)
	if err != nil {
		return failed(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, answerKept))
	if err == nil {
		_, err = io.Copy(io.Discard, io.LimitReader(response.Body, answerRead-answerKept))
	}
	answer := webhook.Answer{Outcome: webhook.Refused, StatusCode: int64(response.StatusCode), Body: body, RetryAfter: retryAfter(response.Header)}
	switch {
	case response.StatusCode/100 == 2:
		answer.Outcome = webhook.Taken // whatever becomes of the body: the receiver has said so
	case response.StatusCode/100 == 3:
		answer.Outcome, answer.Problem = webhook.Redirected, "redirects are not followed; give the address that it leads to"
	case err != nil:
		answer.Problem = "the answer broke off"
	}
	return answer
}

// failed says why there was no answer, in words that tell nothing of our network.
func failed(err error) webhook.Answer {
	var unverified *tls.CertificateVerificationError
	var unknown *net.DNSError
	var waited net.Error
	switch {
	case errors.Is(err, errForbidden):
		return webhook.Answer{Outcome: webhook.Forbidden, Problem: "the name stands for an address that is not public"}
	case errors.As(err, &unverified):
		return webhook.Answer{Outcome: webhook.Unreachable, Problem: "the certificate is not valid for this name"}
	case errors.As(err, &unknown) && !unknown.IsTimeout:
		return webhook.Answer{Outcome: webhook.Unreachable, Problem: "the name is not known"}
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &waited) && waited.Timeout():
		return webhook.Answer{Outcome: webhook.TimedOut, Problem: "there was no answer in time"}
	}
	return webhook.Answer{Outcome: webhook.Unreachable, Problem: "there was no connection, or it broke off"}
}

// retryAfter is how long a receiver asks to be left alone, in seconds; dates are not
// read.
func retryAfter(h http.Header) time.Duration {
	seconds, err := strconv.Atoi(strings.TrimSpace(h.Get("Retry-After")))
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(min(seconds, int(24*time.Hour/time.Second))) * time.Second
}
