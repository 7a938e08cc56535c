package server

import (
	"context"
	"net/netip"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/live"
)

// How many streams may be open in a process at once.
const (
	streamsPerAddress = 100
	streamsPerAccount = 20
	// streamBits is what of an IPv6 address counts: a household has all of it.
	streamBits = 64
	// streamWait is when trying again may help.
	streamWait = 5 * time.Second
)

// streams counts who follows something.
type streams struct {
	mu   sync.Mutex
	open map[string]int
}

func newStreams() *streams { return &streams{open: map[string]int{}} }

// admit counts a stream of a request until it is released. It returns
// live.ErrTooMany.
func (s *streams) admit(ctx context.Context) (release func(), err error) {
	var payers []string
	limits := map[string]int{}
	if info := requestFrom(ctx); info != nil && info.client.IsValid() {
		address := "address:" + household(info.client)
		payers, limits[address] = append(payers, address), streamsPerAddress
	}
	if by := actor.From(ctx); by.AccountID != "" {
		account := "account:" + by.AccountID
		payers, limits[account] = append(payers, account), streamsPerAccount
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, payer := range payers {
		if s.open[payer] >= limits[payer] {
			return nil, live.ErrTooMany.After(streamWait)
		}
	}
	for _, payer := range payers {
		s.open[payer]++
	}
	return func() { s.release(payers) }, nil
}

func (s *streams) release(payers []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, payer := range payers {
		if s.open[payer]--; s.open[payer] == 0 {
			delete(s.open, payer)
		}
	}
}

// household is the part of an address that one client has to itself.
func household(client netip.Addr) string {
	client = client.Unmap().WithZone("")
	if client.Is4() {
		return client.String()
	}
	prefix, _ := client.Prefix(streamBits) // the address is valid
	return prefix.String()
}
