package seller

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// How long members may stay away.
const (
	// MemberStaleMax is after how long without signing in owners are told.
	MemberStaleMax = 90 * 24 * time.Hour
	// MemberIdleMax is after how long without signing in a member is disabled.
	MemberIdleMax = 180 * 24 * time.Hour
	// ReviewEvery is how often owners are told of the same members.
	ReviewEvery = 30 * 24 * time.Hour
)

// ReviewAccess disables the members who have not signed in for 180 days and has
// the owners told, once a month, of those who have not for 90. The last owner is
// told of, and never disabled: nobody could let them in again. It looks at the
// present state only, so how often it runs does not matter.
func (s *Service) ReviewAccess(ctx context.Context) error {
	now := s.db.Clock().Now()
	sellers, err := selectStaleSellers(ctx, s.db.Read(ctx), now.Add(-MemberStaleMax), now.Add(-MemberIdleMax), now.Add(-ReviewEvery))
	if err != nil {
		return fmt.Errorf("look for members who have not signed in: %w", err)
	}
	var failures []error
	for _, sellerID := range sellers {
		if err := s.reviewSeller(ctx, sellerID); err != nil {
			failures = append(failures, fmt.Errorf("review the members of %s: %w", sellerID, err))
		}
	}
	return errors.Join(failures...)
}

func (s *Service) reviewSeller(ctx context.Context, sellerID ID) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockedTx(ctx, tx, sellerID); err != nil {
			return err
		}
		stale, err := selectStaleMembers(ctx, tx, sellerID, tx.Now().Add(-MemberStaleMax))
		if err != nil {
			return fmt.Errorf("load members: %w", err)
		}
		var listed []string
		for _, m := range stale {
			disabled, err := disableTx(ctx, tx, m)
			if err != nil {
				return err
			}
			if !disabled {
				listed = append(listed, string(m.AccountID))
			}
		}
		if len(listed) < len(stale) {
			if err := s.lapseTx(ctx, tx, sellerID); err != nil {
				return err
			}
		}
		if len(listed) == 0 {
			return nil
		}
		due, err := identity.ClaimReviewTx(ctx, tx, string(sellerID), ReviewEvery)
		if err != nil || !due {
			return err
		}
		return event.Emit(ctx, tx, StaleMembersListed{SellerID: sellerID, Members: listed})
	})
}

// disableTx disables a member whose time is over, and reports whether it was.
func disableTx(ctx context.Context, tx db.Tx, m *staleMember) (bool, error) {
	if m.IdleSince.After(tx.Now().Add(-MemberIdleMax)) {
		return false, nil
	}
	if err := keepOwnerTx(ctx, tx, &m.Member); ErrLastOwner.Is(err) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	now := tx.Now()
	m.DisabledAt = &now
	if err := updateMember(ctx, tx, &m.Member); err != nil {
		return false, fmt.Errorf("disable member: %w", err)
	}
	return true, event.Emit(ctx, tx, MemberDisabled{SellerID: m.SellerID, MemberID: m.ID, AccountID: m.AccountID})
}
