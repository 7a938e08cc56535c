package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Suspended is a movement at the provider that nobody knew what it was: it is
// booked, so that the ledger holds what the provider holds, against the account of
// suspense. It leaves suspense once: by the journal that says what it was, whenever
// that comes, or by what a person decides; and when a person was wrong, their
// decision is undone by the journal.
type Suspended struct {
	bun.BaseModel `bun:"table:ledger_suspense,alias:lsp"`

	ProviderAccount     string         `bun:",pk"`
	ProviderTransaction string         `bun:",pk"`
	SellerID            seller.ID      // empty on the platform's balance
	Currency            money.Currency //
	AmountMinor         int64          // by which the balance at the provider was moved
	OpenMinor           int64          // what of it is in suspense still
	Answer              string         // the source of the journal that says what it was; empty until then
	Booking             string         // the source of what a person has booked; empty when nothing stands
	Bookings            int64          // how often a person has booked
	SuspendedAt         time.Time      // UTC
	AnsweredAt          *time.Time     // UTC
}

// SuspenseAnswered is told when a journal has said what a movement in suspense was.
type SuspenseAnswered struct {
	ProviderAccount     string         `json:"provider_account"`
	ProviderTransaction string         `json:"provider_transaction"`
	SellerID            seller.ID      `json:"seller_id"`
	Currency            money.Currency `json:"currency"`
	AmountMinor         int64          `json:"amount_minor"` // of the movement
	OpenMinor           int64          `json:"open_minor"`   // what is in suspense still
	Answer              string         `json:"answer"`       // the source of the journal
	Undone              string         `json:"undone"`       // the source of what a person had booked; may be empty
}

// EventName implements event.Event.
func (SuspenseAnswered) EventName() string { return "ledger.suspense_answered" }

// suspenseOf is the account of suspense in the book of a balance: the platform's, or
// the mirror of a seller's.
func suspenseOf(of seller.ID) Account {
	if of == "" {
		return Suspense
	}
	return MemoSuspense(of)
}

// bucketOf is the account that stands for a balance at the provider.
func bucketOf(of seller.ID, available bool) Account {
	if of == "" {
		return StripeBucket(available)
	}
	return MemoBucket(of, available)
}

// isBucketOf reports whether an account stands for the balance of a seller at the
// provider, or for the platform's.
func (a Account) isBucketOf(of seller.ID) bool {
	return a == bucketOf(of, true) || a == bucketOf(of, false)
}

// Settled is the available part of a balance at the provider: the platform's, or
// when a seller is given, the mirror of theirs.
func Settled(of seller.ID) Account { return bucketOf(of, true) }

// SuspendTx books a movement that nobody knows, and reports whether it did: not when
// a journal answers to it already, or when it moves nothing.
func SuspendTx(ctx context.Context, tx db.Tx, t provider.Transaction, of seller.ID) (bool, error) {
	known, err := hasAnswer(ctx, tx, t.Account, t.ID)
	if err != nil || known || t.NetMinor == 0 {
		return false, err
	}
	d := NewDraft(KindSuspended, "suspense:"+t.Account+":"+t.ID, t.Currency).Answering(t.Account, t.ID).
		Move(bucketOf(of, t.Available), suspenseOf(of), t.NetMinor)
	if _, err := PostTx(ctx, tx, d); err != nil {
		return false, err
	}
	s := &Suspended{
		ProviderAccount: t.Account, ProviderTransaction: t.ID, SellerID: of, Currency: t.Currency,
		AmountMinor: t.NetMinor, OpenMinor: t.NetMinor, SuspendedAt: tx.Now(),
	}
	if err := insertSuspended(ctx, tx, s); err != nil {
		return false, fmt.Errorf("suspend %s: %w", t.ID, err)
	}
	if t.Available {
		return true, nil
	}
	return true, AwaitTx(ctx, tx, MaturityOf(t, of))
}

// BookSuspendedTx moves what is in suspense of a movement to another account, since a
// person says so. It returns ErrNotSuspended when nothing of it is there any more.
func BookSuspendedTx(ctx context.Context, tx db.Tx, account, transaction string, to Account) error {
	s, err := lockSuspended(ctx, tx, account, transaction)
	if errors.Is(err, db.ErrNotFound) || err == nil && s.OpenMinor == 0 {
		return ErrNotSuspended
	}
	if err != nil {
		return fmt.Errorf("lock what is in suspense: %w", err)
	}
	s.Bookings++
	s.Booking = fmt.Sprintf("suspense_booked:%s:%s:%d", account, transaction, s.Bookings)
	d := NewDraft(KindSuspenseBooked, s.Booking, s.Currency).Move(suspenseOf(s.SellerID), to, s.OpenMinor)
	if _, err := PostTx(ctx, tx, d); err != nil {
		return err
	}
	s.OpenMinor = 0
	return updateSuspended(ctx, tx, s)
}

// SuspendedOf returns what is known of a movement in suspense, or db.ErrNotFound.
func SuspendedOf(ctx context.Context, q db.Querier, account, transaction string) (*Suspended, error) {
	return selectSuspended(ctx, q, account, transaction)
}

// answerTx posts a journal that says what a movement in suspense was: it takes from
// suspense what it would have taken from the balance at the provider, which has been
// moved already. What a person has booked meanwhile is undone before.
func answerTx(ctx context.Context, tx db.Tx, s *Suspended, asked *Draft) error {
	if s.Answer != "" {
		return fmt.Errorf("post %s: %s answers to %s already", asked.Source, s.Answer, s.ProviderTransaction)
	}
	undone := s.Booking
	if undone != "" {
		if err := undoTx(ctx, tx, s); err != nil {
			return err
		}
	}
	d := *asked
	d.ProviderAccount, d.ProviderTransaction, d.lines = "", "", slices.Clone(asked.lines)
	for i, l := range d.lines {
		if l.account.isBucketOf(s.SellerID) {
			s.OpenMinor -= l.minor
			d.lines[i].account = suspenseOf(s.SellerID)
		}
	}
	if err := writeTx(ctx, tx, &d); err != nil {
		return err
	}
	at := tx.Now()
	s.Answer, s.AnsweredAt = d.Source, &at
	if err := updateSuspended(ctx, tx, s); err != nil {
		return err
	}
	return event.Emit(ctx, tx, SuspenseAnswered{
		ProviderAccount: s.ProviderAccount, ProviderTransaction: s.ProviderTransaction, SellerID: s.SellerID, Currency: s.Currency,
		AmountMinor: s.AmountMinor, OpenMinor: s.OpenMinor, Answer: s.Answer, Undone: undone,
	})
}

// undoTx takes back what a person has booked.
func undoTx(ctx context.Context, tx db.Tx, s *Suspended) error {
	entries, err := selectEntriesOf(ctx, tx, s.Booking)
	if err != nil {
		return fmt.Errorf("read %s: %w", s.Booking, err)
	}
	d := NewDraft(KindSuspenseUndone, s.Booking+":undone", s.Currency)
	for _, e := range entries {
		of := Account{e.Account, e.SellerID}
		d.Credit(of, e.AmountMinor)
		if of == suspenseOf(s.SellerID) {
			s.OpenMinor += e.AmountMinor
		}
	}
	s.Booking = ""
	_, err = PostTx(ctx, tx, d)
	return err
}
