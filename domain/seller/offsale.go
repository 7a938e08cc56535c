package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// TakeOffSaleTx suspends a seller by itself, for a reason that the members read. One
// who may not sell anyway stays as they are.
func TakeOffSaleTx(ctx context.Context, tx db.Tx, sellerID ID, reason string) error {
	return byItselfTx(ctx, tx, sellerID, verdict{Suspend, reason, Suspended{SellerID: sellerID, Reason: reason}}, func(s *Seller) bool {
		return s.Status == StatusApproved
	})
}

// PutOnSaleTx reinstates a seller whom TakeOffSaleTx has suspended for a reason. One
// whom an operator has decided about since then stays as they are.
func PutOnSaleTx(ctx context.Context, tx db.Tx, sellerID ID, reason string) error {
	return byItselfTx(ctx, tx, sellerID, verdict{Reinstate, "", Reinstated{SellerID: sellerID}}, func(s *Seller) bool {
		return s.Status == StatusSuspended && s.DecidedBy == nil && s.Reason == reason
	})
}

// byItselfTx carries out a verdict of nobody about a seller of whom it is true.
func byItselfTx(ctx context.Context, tx db.Tx, sellerID ID, v verdict, of func(*Seller) bool) error {
	found, err := lockSeller(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("lock seller: %w", err)
	}
	if !of(found) {
		return nil
	}
	if found.Status, err = found.Status.after(v.decision); err != nil {
		return err
	}
	now := tx.Now()
	found.Reason, found.UpdatedAt, found.DecidedAt, found.DecidedBy = v.reason, now, &now, nil
	if err := updateSeller(ctx, tx, found); err != nil {
		return fmt.Errorf("update seller: %w", err)
	}
	return event.Emit(ctx, tx, v.news)
}
