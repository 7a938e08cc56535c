package apikey

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/seller"
)

// CreateInput asks for a key.
type CreateInput struct {
	Name      string
	Scopes    []string   // names of permissions
	ExpiresAt *time.Time // nil: 90 days from now
	Addresses []string   // addresses and networks; any when empty
}

// clean checks the input and returns it in the form in which it is kept.
func (in CreateInput) clean(by actor.Actor, grants Grants, now time.Time) (CreateInput, error) {
	var faults fault.List
	in.Name = faults.Required(in.Name, nameMax, "name")
	faults.Check(len(in.Scopes) > 0, ErrScopes.At("scopes"))
	for i, scope := range in.Scopes {
		faults.Check(grants(by, scope), ErrScope.At("scopes", strconv.Itoa(i)))
	}
	in.Scopes = slices.Compact(slices.Sorted(slices.Values(in.Scopes)))
	in.ExpiresAt = expiry(&faults, in.ExpiresAt, now)
	in.Addresses = networks(&faults, in.Addresses)
	return in, faults.Err()
}

// expiry checks when a secret is to end; 90 days from now when nobody said.
func expiry(faults *fault.List, asked *time.Time, now time.Time) *time.Time {
	ends := now.Add(LifetimeDefault)
	if asked != nil {
		ends = asked.UTC().Truncate(time.Microsecond)
	}
	faults.Check(ends.After(now) && ends.Sub(now) <= LifetimeMax, ErrExpiry.At("expiresAt"))
	return &ends
}

// networks reads addresses and networks, and returns each network once.
func networks(faults *fault.List, given []string) []string {
	if len(given) > addressesMax {
		faults.Add(ErrAddresses.At("addresses"))
		return nil
	}
	var found []string
	for i, text := range given {
		network, ok := parseNetwork(strings.TrimSpace(text))
		faults.Check(ok, ErrAddress.At("addresses", strconv.Itoa(i)))
		found = append(found, network)
	}
	return slices.Compact(slices.Sorted(slices.Values(found)))
}

// parseNetwork reads an address or a network. IPv4 that is written as IPv6 is
// taken for what it is, since that is how it arrives.
func parseNetwork(text string) (string, bool) {
	if address, err := netip.ParseAddr(text); err == nil {
		address = address.Unmap()
		return netip.PrefixFrom(address, address.BitLen()).String(), address.Zone() == ""
	}
	network, err := netip.ParsePrefix(text)
	if err != nil || network.Addr().Is4In6() {
		return "", false
	}
	return network.Masked().String(), true
}

// RotateInput asks for a new secret of a key.
type RotateInput struct {
	ID           ID
	ExpiresAt    *time.Time // nil: 90 days from now
	OverlapHours int        // how long the secret before goes on
}

func (in RotateInput) clean(now time.Time) (RotateInput, error) {
	var faults fault.List
	in.ExpiresAt = expiry(&faults, in.ExpiresAt, now)
	faults.Check(in.OverlapHours >= 0 && time.Duration(in.OverlapHours) <= OverlapMax/time.Hour, ErrOverlap.At("overlapHours"))
	return in, faults.Err()
}

// RevokeInput names the key to end.
type RevokeInput struct {
	ID ID
}

// Filter chooses keys. What is nil does not narrow.
type Filter struct {
	// SellerID is for operators: the keys of that seller; nil: the platform's.
	SellerID *seller.ID
	Status   *Status
}
