package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// State is whether a seller can be paid out at all, whatever is there to be paid.
type State struct {
	account *Account // nil: there is none

	BlockedBy []Block    // why not, the weightiest first; empty when they can
	NextAt    *time.Time // when it is tried next, UTC; nil while nobody can tell
}

// AccountStatus is where the provider stands with knowing the seller, or nil when there is
// no account.
func (s *State) AccountStatus() *AccountStatus {
	if s.account == nil {
		return nil
	}
	return &s.account.Status
}

// DueCount is how many things the provider waits for.
func (s *State) DueCount() int {
	if s.account == nil {
		return 0
	}
	return len(s.account.CurrentlyDue)
}

// DueBy is when what is due has to be there, or nil.
func (s *State) DueBy() *time.Time {
	if s.account == nil {
		return nil
	}
	return s.account.DueBy
}

// StatesByIDs tells of sellers whether they can be paid out, for callers that may see it.
// It takes the same statements for any number of them.
func (s *Service) StatesByIDs(ctx context.Context, sellers []seller.ID) (map[seller.ID]*State, error) {
	states := map[seller.ID]*State{}
	now := s.db.Clock().Now()
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		accounts, err := selectAccountsOf(ctx, q, sellers)
		if err != nil {
			return fmt.Errorf("load payout accounts: %w", err)
		}
		holds, err := selectSellersHeld(ctx, q, sellers, now)
		if err != nil {
			return fmt.Errorf("load holds: %w", err)
		}
		for _, of := range sellers {
			states[of] = standingOf(accounts[of], longest(holds[of], ""), now)
		}
		return nil
	})
	return states, err
}

func standingOf(a *Account, held *Hold, now time.Time) *State {
	s := &State{account: a, BlockedBy: []Block{}}
	o := &Outlook{BlockedBy: []Block{BlockNoAccount}}
	if a != nil {
		o = &Outlook{NextAt: a.from(now), BlockedBy: a.blocks(now)}
	}
	o.isHeld(held)
	s.NextAt = o.NextAt
	s.BlockedBy = append(s.BlockedBy, o.BlockedBy...)
	return s
}
