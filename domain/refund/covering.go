package refund

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
)

// CoverTx lets what remains of an order stand for refunds made at the provider of
// which the platform bears a part, because less remained when they were heard of:
// oldest first. Buyers are owed what they were owed; only who gives it changes. The
// payment is locked.
func CoverTx(ctx context.Context, tx db.Tx, p *payment.Payment) error {
	losing, err := lockLosing(ctx, tx, p.OrderID)
	if err != nil || len(losing) == 0 {
		return err
	}
	o, err := order.Load(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	for _, r := range losing {
		left, err := RemainingOf(ctx, tx, o)
		if err != nil {
			return err
		}
		minor := min(r.LossMinor, buyerSum(left))
		if minor == 0 {
			return nil
		}
		if err := coverTx(ctx, tx, r, Paid{o, p}, Flat(left, minor, r.Currency)); err != nil {
			return fmt.Errorf("cover refund %s: %w", r.ID, err)
		}
	}
	return nil
}

// coverTx takes pieces of what the platform bears of a locked refund from those whose
// they are.
func coverTx(ctx context.Context, tx db.Tx, r *Refund, of Paid, pieces []Piece) error {
	nth, minor := int64(1), Sum(pieces)
	for _, p := range r.Parts {
		nth = max(nth, p.Cover+1)
	}
	parts := PartsOf(pieces, string(r.ID), of.Order)
	for _, p := range parts {
		p.Cover = nth
	}
	if err := InsertParts(ctx, tx, parts); err != nil {
		return err
	}
	r.Parts = append(r.Parts, parts...)
	d := ledger.NewDraft(ledger.KindRefundAccepted, coverSource(r.ID, nth), r.Currency).Credit(ledger.RefundLosses, minor)
	d.OrderID = string(r.OrderID)
	if err := takeTx(ctx, tx, d, r, pieces); err != nil {
		return err
	}
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	if err := payment.RefundTx(ctx, tx, of.Payment, minor); err != nil {
		return err
	}
	r.LossMinor -= minor
	r.Note = madeThere(money.New(r.LossMinor, r.Currency))
	if err := updateLoss(ctx, tx, r); err != nil {
		return err
	}
	if err := emit(ctx, tx, r.OrderID, Covered{RefundID: r.ID, OrderID: r.OrderID, Currency: r.Currency, AmountMinor: minor}); err != nil {
		return err
	}
	if r.CollectedAt == nil { // it is collected with the rest of the refund
		return nil
	}
	return payout.CollectTx(ctx, tx, string(r.ID))
}

// madeThere is the note of a refund that was made at the provider.
func madeThere(loss money.Amount) string {
	note := "Made at the payment provider."
	if loss.Minor > 0 {
		note += " The platform bears " + loss.String() + " of it: no more remained of the order."
	}
	return note
}

func coverSource(refundID ID, nth int64) string {
	return fmt.Sprintf("refund:%s:covered.%d", refundID, nth)
}

// CoverOf tells by the source of a journal REFUND_ACCEPTED which parts of its refund it
// books: those with this Cover.
func CoverOf(source string) int64 {
	_, digits, _ := strings.Cut(source, ":covered.")
	nth, err := strconv.ParseInt(digits, 10, 64)
	if err != nil { // what was accepted at first
		return 0
	}
	return nth
}
