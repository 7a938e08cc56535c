package webhook

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// CreateInput asks for an endpoint.
type CreateInput struct {
	URL         string
	Description string
	Events      []Topic
}

// UpdateInput says how an endpoint is to be from now on.
type UpdateInput struct {
	ID          ID
	Version     int64 // that the person saw
	URL         string
	Description string
	Events      []Topic
	IsEnabled   bool
}

// DeleteInput names the endpoint to remove.
type DeleteInput struct {
	ID ID
}

// TestInput names the endpoint to try.
type TestInput struct {
	ID ID
}

// RotateInput asks for a new secret of an endpoint.
type RotateInput struct {
	ID           ID
	OverlapHours int // how long the secret before goes on
}

// RetryInput names the delivery to send again.
type RetryInput struct {
	ID DeliveryID
}

// RetryFailedInput says which deliveries are to be sent again: those of an endpoint
// that have failed and whose event was at an instant or later.
type RetryFailedInput struct {
	ID    ID
	Since time.Time
}

// Filter chooses endpoints. What is nil does not narrow.
type Filter struct {
	// SellerID is for operators: the endpoints of that seller; nil: the platform's.
	SellerID *seller.ID
}

// DeliveryFilter chooses deliveries of an endpoint. What is nil does not narrow.
type DeliveryFilter struct {
	Status *DeliveryStatus
	Event  *Topic
}

// Search is which deliveries of an endpoint are looked for, and which page of them.
type Search struct {
	DeliveryFilter
	Window page.Window
}

// clean checks the input and returns it in the form in which it is kept.
func (in CreateInput) clean(rules Rules, ofSeller bool) (CreateInput, error) {
	var faults fault.List
	in.URL = strings.TrimSpace(in.URL)
	faults.Check(rules.admits(in.URL), ErrURL.At("url"))
	in.Description = faults.Lines(in.Description, descriptionMax, "description")
	faults.Check(len(in.Events) > 0, ErrTopics.At("events"))
	known := Topics(ofSeller)
	for i, topic := range in.Events {
		faults.Check(slices.Contains(known, topic), ErrTopic.At("events", strconv.Itoa(i)))
	}
	in.Events = slices.Compact(slices.Sorted(slices.Values(in.Events)))
	return in, faults.Err()
}

func (in RotateInput) check() error {
	var faults fault.List
	faults.Check(in.OverlapHours >= 0 && time.Duration(in.OverlapHours) <= OverlapMax/time.Hour, ErrOverlap.At("overlapHours"))
	return faults.Err()
}

// Rules say where things may be sent. The zero value is right for production.
type Rules struct {
	// Anywhere lets http, ports and hosts of one's own network in, for programs that
	// are being written.
	Anywhere bool
}

// admits reports whether an address may be an endpoint's by how it looks. What its
// name stands for is looked at when something is sent.
func (r Rules) admits(address string) bool {
	u, err := url.Parse(address)
	if err != nil || len(address) > urlMax || u.Opaque != "" || u.User != nil || u.Fragment != "" || u.Hostname() == "" || !printable(address) {
		return false
	}
	if r.Anywhere && (u.Scheme == "http" || u.Scheme == "https") {
		return true
	}
	return u.Scheme == "https" && (u.Port() == "" || u.Port() == "443") && isPublicName(u.Hostname())
}

// printable reports whether a text has visible ASCII only, as an address has on its
// way.
func printable(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c <= ' ' || c > '~' })
}

// isPublicName reports whether a host looks like a name of the public Internet: no
// address, in whatever spelling, and no name that means something here only.
func isPublicName(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if _, err := netip.ParseAddr(host); err == nil {
		return false
	}
	labels := strings.Split(host, ".")
	last := labels[len(labels)-1]
	if len(labels) < 2 || slices.Contains(labels, "") || strings.ContainsAny(last[:1], "0123456789") {
		return false // a name at the top never begins with a digit; an address in some spelling does
	}
	return !slices.Contains([]string{"localhost", "local", "internal", "lan", "home", "corp", "intranet", "private"}, last) &&
		!strings.HasSuffix(host, ".home.arpa")
}
