package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

type recoveryKey struct {
	ID RecoveryID `json:"i"`
}

// DebtAge says how old a debt is.
type DebtAge string

// The ages of debts, by days since the debt was made.
const (
	DebtFresh DebtAge = "UNDER_30_DAYS"
	DebtMonth DebtAge = "UNDER_60_DAYS"
	DebtOld   DebtAge = "UNDER_90_DAYS"
	DebtStale DebtAge = "OVER_90_DAYS"
)

// AgeAt is how old a debt is at an instant.
func (k *Recovery) AgeAt(now time.Time) DebtAge {
	switch days := now.Sub(k.CreatedAt) / (24 * time.Hour); {
	case days < 30:
		return DebtFresh
	case days < 60:
		return DebtMonth
	case days < 90:
		return DebtOld
	}
	return DebtStale
}

// Age is how old a debt is now.
func (s *Service) Age(k *Recovery) DebtAge { return k.AgeAt(s.db.Clock().Now()) }

// FindDebts lists what sellers have to give back, newest first: the actor's
// seller, or all for an operator. Status DUE are those of which something is
// open.
func (s *Service) FindDebts(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Recovery], error) {
	var k recoveryKey
	rows, err := selectPage[Recovery](ctx, s.db.Read(ctx), by, f, &cursor{w, &k, func() string { return string(k.ID) }, "", nil})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(k *Recovery) any { return recoveryKey{k.ID} }), nil
}

// disputeWindow is how long buyers can dispute a payment with their banks.
const disputeWindow = 120 * 24 * time.Hour

// Exposure is what the platform would lose in one currency if all that was sold
// by a seller within the time for disputes were disputed and the seller gone.
type Exposure struct {
	Currency    money.Currency
	MovedMinor  int64 // transferred within that time and not taken back
	CoverMinor  int64 // the seller's balance at the provider, and what is owed to the seller
	DebtMinor   int64 // owed by the seller already
	AmountMinor int64 // what is left, at least zero
}

// Amount is what the platform would lose.
func (e *Exposure) Amount() money.Amount { return money.New(e.AmountMinor, e.Currency) }

// Moved is what was transferred within the time for disputes.
func (e *Exposure) Moved() money.Amount { return money.New(e.MovedMinor, e.Currency) }

// Cover is what the seller has and is owed.
func (e *Exposure) Cover() money.Amount { return money.New(e.CoverMinor, e.Currency) }

// Debt is what the seller owes.
func (e *Exposure) Debt() money.Amount { return money.New(e.DebtMinor, e.Currency) }

// ExposureOf tells the exposure to a seller in each currency.
func (s *Service) ExposureOf(ctx context.Context, of seller.ID) ([]*Exposure, error) {
	var list []*Exposure
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		balances, err := ledger.SellerBalances(ctx, q, of)
		if err != nil {
			return err
		}
		moved, err := sumMovedSince(ctx, q, of, s.db.Clock().Now().Add(-disputeWindow))
		if err != nil {
			return err
		}
		for _, b := range balances {
			list = append(list, exposureOf(b, moved[b.Currency]))
		}
		return nil
	})
	return list, err
}

// exposureOf works out the exposure by a balance and by what was transferred
// within the time for disputes.
func exposureOf(b *ledger.Balance, moved int64) *Exposure {
	e := &Exposure{Currency: b.Currency, MovedMinor: moved, DebtMinor: b.DebtMinor}
	e.CoverMinor = b.HeldMinor + b.ReleasableMinor + b.DisputedMinor + b.ReserveMinor + b.PendingMinor + b.AvailableMinor
	e.AmountMinor = max(e.MovedMinor+e.DebtMinor-e.CoverMinor, 0)
	return e
}

// Faults of debts.
var (
	// ErrDebtNotFound is returned for a debt that does not exist.
	ErrDebtNotFound = fault.New(fault.NotFound, "DEBT_NOT_FOUND", "There is no such debt.")
	// ErrDebtState is returned when nothing of it is open, or a reversal is under way.
	ErrDebtState = fault.New(fault.Conflict, "DEBT_STATE", "Nothing of this debt is open, or its money is being collected.")
)

// DebtWrittenOff is told when the platform gives up what a seller owes.
type DebtWrittenOff struct {
	RecoveryID  RecoveryID     `json:"recovery_id"`
	SellerID    seller.ID      `json:"seller_id"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
	Reason      string         `json:"reason"`
}

// EventName implements event.Event.
func (DebtWrittenOff) EventName() string { return "payout.debt_written_off" }

// DebtDebited is told when somebody lets a debt be taken from the seller's
// balance at the provider.
type DebtDebited struct {
	RecoveryID  RecoveryID         `json:"recovery_id"`
	SellerID    seller.ID          `json:"seller_id"`
	By          identity.AccountID `json:"by"`
	Currency    money.Currency     `json:"currency"`
	AmountMinor int64              `json:"amount_minor"`
}

// EventName implements event.Event.
func (DebtDebited) EventName() string { return "payout.debt_debited" }

// DebtInput names a debt.
type DebtInput struct {
	DebtID         RecoveryID
	IdempotencyKey string
}

// Debit takes what is open of a debt from the seller's balance at the provider.
// The seller must consent to debits. The same key and input debits once. It returns
// ErrDebtNotFound, ErrDebitConsent, ErrDebtState and the faults of the key.
func (s *Service) Debit(ctx context.Context, by actor.Actor, in DebtInput) (*Recovery, error) {
	if err := idempotency.Check(in.IdempotencyKey); err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerDebtDebit", Key: in.IdempotencyKey, Input: in}
	var k *Recovery
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			if k, err = s.debitTx(ctx, tx, by, in.DebtID); err != nil {
				return "", err
			}
			return string(k.ID), nil
		}, func(first string) error {
			k, err = selectRecovery(ctx, tx, RecoveryID(first))
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return k, nil
}

func (s *Service) debitTx(ctx context.Context, tx db.Tx, by actor.Actor, debtID RecoveryID) (*Recovery, error) {
	k, err := selectRecovery(ctx, tx, debtID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrDebtNotFound
	}
	if err != nil {
		return nil, err
	}
	if err := mayDebitTx(ctx, tx, k.SellerID); err != nil {
		return nil, err
	}
	open, err := s.lockOpenDebt(ctx, tx, debtID, &k)
	if err != nil {
		return nil, err
	}
	v := &Reversal{
		ID: id.New[ReversalID]("rvs"), Kind: KindDebit, RecoveryID: k.ID, OrderID: k.OrderID, SellerID: k.SellerID,
		Currency: k.Currency, AmountMinor: open, Status: TransferPlanned, CreatedAt: tx.Now(), CheckedAt: tx.Now(),
	}
	if err := v.convertTx(ctx, tx); err != nil {
		return nil, err
	}
	if err := insertReversal(ctx, tx, v); err != nil {
		return nil, err
	}
	e := DebtDebited{k.ID, k.SellerID, identity.AccountID(by.AccountID), k.Currency, open}
	if err := event.Emit(ctx, tx, e); err != nil {
		return nil, err
	}
	return k, tx.Enqueue(ctx, SendReversal{ReversalID: v.ID}, db.JobOptions{})
}

// WriteOffTx gives up what is open of a debt.
func (s *Service) WriteOffTx(ctx context.Context, tx db.Tx, debtID RecoveryID, reason string) (*Recovery, error) {
	var k *Recovery
	open, err := s.lockOpenDebt(ctx, tx, debtID, &k)
	if err != nil {
		return nil, err
	}
	d := ledger.NewDraft(ledger.KindDebtWrittenOff, "write_off:"+string(k.ID)+":"+id.New[string]("wof"), k.Currency).
		Move(ledger.BadDebt, ledger.Receivable(k.SellerID), open)
	d.OrderID = string(k.OrderID)
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return nil, err
	}
	k.WrittenOffMinor += open
	k.settle(tx.Now())
	if err := updateRecovery(ctx, tx, k); err != nil {
		return nil, err
	}
	return k, event.Emit(ctx, tx, DebtWrittenOff{k.ID, k.SellerID, k.Currency, open, reason})
}

// lockOpenDebt locks a debt and returns what is open of it.
func (s *Service) lockOpenDebt(ctx context.Context, tx db.Tx, debtID RecoveryID, out **Recovery) (int64, error) {
	k, err := lockRecovery(ctx, tx, debtID)
	if errors.Is(err, db.ErrNotFound) {
		return 0, ErrDebtNotFound
	}
	if err != nil {
		return 0, err
	}
	flying, err := sumFlying(ctx, tx, k.ID)
	if err != nil {
		return 0, err
	}
	if k.Status != RecoveryDue || k.OpenMinor() == 0 || flying > 0 {
		return 0, ErrDebtState
	}
	*out = k
	return k.OpenMinor(), nil
}

// ClosableTx returns ErrSellerOwes while a seller has to give something back,
// also when it is not yet said how much.
func ClosableTx(ctx context.Context, tx db.Tx, of seller.ID) error {
	n, err := countOpenRecoveries(ctx, tx, of)
	if err != nil {
		return fmt.Errorf("count debts: %w", err)
	}
	if n > 0 {
		return ErrSellerOwes
	}
	return nil
}
