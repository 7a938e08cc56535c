package charge

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// BillJob is the job that charges what plans cost.
type BillJob struct{}

// Kind implements db.Job.
func (BillJob) Kind() string { return "charge.bill" }

// billBatch is how many sellers are looked up at once.
const billBatch = 100

// Bill charges every month that has ended to every seller who was on a plan in
// it, once. It may run again, after it broke off, and beside itself. It goes on
// after a failure and returns all of them.
func (s *Service) Bill(ctx context.Context) error {
	failed := map[id.Any]bool{}
	var errs []error
	for {
		due, err := plan.Unreckoned(ctx, s.db.Read(ctx), s.db.Clock().Now(), billBatch)
		if err != nil {
			return fmt.Errorf("find months to charge: %w", err)
		}
		fresh := 0
		for _, sellerID := range due {
			if failed[sellerID] {
				continue
			}
			fresh++
			err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return billTx(ctx, tx, sellerID) })
			if err != nil {
				failed[sellerID] = true
				errs = append(errs, fmt.Errorf("charge the month of %s: %w", sellerID, err))
			}
		}
		if fresh == 0 {
			return errors.Join(errs...)
		}
	}
}

// billTx charges one month to a seller: what each version of a plan costs for
// its days.
func billTx(ctx context.Context, tx db.Tx, sellerID id.Any) error {
	owed, err := plan.ReckonTx(ctx, tx, sellerID)
	if err != nil {
		return err
	}
	for _, o := range owed {
		c := &Charge{
			Kind: Debit, Purpose: Subscription, SellerID: seller.ID(sellerID), Currency: o.Amount.Currency, NetMinor: o.Amount.Minor,
			VATBasisPoints: int64(o.VAT), Reference: o.Month,
			Reason: fmt.Sprintf("Plan %s, version %d: %d of %d days of %s", o.PlanName, o.Number, o.Days, o.Of, o.Month),
			Source: fmt.Sprintf("subscription:%s:%s:%s", sellerID, o.Month, o.VersionID),
		}
		if err := c.bookTx(ctx, tx); err != nil {
			return err
		}
	}
	return nil
}

// ListedTx charges a listing. News of it may come again.
func (s *Service) ListedTx(ctx context.Context, tx db.Tx, e plan.Listed) error {
	if e.FeeMinor == 0 {
		return nil
	}
	source := "listing:" + string(e.OfferID)
	if charged, err := hasSource(ctx, tx, source); err != nil || charged {
		return err
	}
	c := &Charge{
		Kind: Debit, Purpose: Listing, SellerID: seller.ID(e.SellerID), Currency: e.Currency, NetMinor: e.FeeMinor, VATBasisPoints: e.VAT,
		Reason: fmt.Sprintf("Plan %s: listing of an offer", e.PlanName), Reference: string(e.OfferID), Source: source,
	}
	return c.bookTx(ctx, tx)
}
