package seller

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// Approve lets an applicant sell: at once, or when the approval can no longer be
// withdrawn. It returns ErrNotFound, ErrStatusConflict, ErrApprovalPending while
// another approval can be withdrawn, and the faults of the input.
func (s *Service) Approve(ctx context.Context, by actor.Actor, in DecideInput) (*Seller, error) {
	note, undo, err := in.clean()
	if err != nil {
		return nil, err
	}
	news := Approved{SellerID: in.SellerID, By: identity.AccountID(by.AccountID), Note: note}
	if undo == 0 {
		return s.decide(ctx, by, in.SellerID, verdict{Approve, "", news})
	}
	return s.change(ctx, in.SellerID, func(ctx context.Context, tx db.Tx, found *Seller) error {
		if err := found.May(Approve); err != nil {
			return err
		}
		until := tx.Now().Add(undo)
		found.decided(by, tx.Now())
		found.ApprovalUntil, found.DecidedAt = &until, nil // it is a decision when it takes effect
		if err := updateSeller(ctx, tx, found); err != nil {
			return fmt.Errorf("update seller: %w", err)
		}
		job := FinishApproval{Until: until, News: news, Origin: actor.OriginOf(ctx)}
		return tx.Enqueue(ctx, job, db.JobOptions{NotBefore: until})
	})
}

// change does something to a seller while it holds the row.
func (s *Service) change(ctx context.Context, sellerID ID, fn func(context.Context, db.Tx, *Seller) error) (*Seller, error) {
	var changed *Seller
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		found, err := lockedTx(ctx, tx, sellerID)
		if err != nil {
			return err
		}
		changed = found
		return fn(ctx, tx, found)
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// FinishApproval is the job by which an approval takes effect.
type FinishApproval struct {
	Until  time.Time    `json:"until"` // which approval it is
	News   Approved     `json:"news"`
	Origin actor.Origin `json:"origin"`
}

// Kind implements db.Job.
func (FinishApproval) Kind() string { return "seller.finish_approval" }

// FinishApproval does the job. An approval that was withdrawn, or has taken effect, is
// left alone.
func (s *Service) FinishApproval(ctx context.Context, job FinishApproval) error {
	ctx = actor.WithOrigin(ctx, job.Origin)
	_, err := s.change(ctx, job.News.SellerID, func(ctx context.Context, tx db.Tx, found *Seller) error {
		switch until := found.ApprovalUntil; {
		case until == nil || !until.Equal(job.Until):
			return nil
		case tx.Now().Before(*until): // the clocks of two processes differ
			return tx.Enqueue(ctx, job, db.JobOptions{NotBefore: *until})
		}
		now := tx.Now()
		found.Status, found.Reason, found.ReasonCode = StatusApproved, "", ""
		found.ApprovalUntil, found.DecidedAt, found.UpdatedAt = nil, &now, now
		if err := updateSeller(ctx, tx, found); err != nil {
			return fmt.Errorf("approve seller %s: %w", found.ID, err)
		}
		return event.Emit(ctx, tx, job.News)
	})
	return err
}

// WithdrawApprovalInput takes the approval of an applicant back.
type WithdrawApprovalInput struct {
	SellerID ID
}

// WithdrawApproval takes an approval back before it takes effect, whoever has made it.
// It returns ErrNotFound, and ErrApprovalDone when there is none or its time is over.
func (s *Service) WithdrawApproval(ctx context.Context, by actor.Actor, in WithdrawApprovalInput) (*Seller, error) {
	return s.change(ctx, in.SellerID, func(ctx context.Context, tx db.Tx, found *Seller) error {
		if found.ApprovalUntil == nil || !tx.Now().Before(*found.ApprovalUntil) {
			return ErrApprovalDone
		}
		found.ApprovalUntil, found.DecidedBy, found.UpdatedAt = nil, nil, tx.Now()
		if err := updateSeller(ctx, tx, found); err != nil {
			return fmt.Errorf("withdraw approval of seller %s: %w", found.ID, err)
		}
		return event.Emit(ctx, tx, ApprovalWithdrawn{SellerID: found.ID, By: identity.AccountID(by.AccountID)})
	})
}
