package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// SendPayout is the job that makes a payout at the provider.
type SendPayout struct {
	PayoutID ID `json:"payout_id"`
}

// Kind implements db.Job.
func (SendPayout) Kind() string { return "payout.send_payout" }

// payDue plans a payout for each account that may have one.
func (s *Service) payDue(ctx context.Context) error {
	return eachDue(ctx, s, "payable accounts", selectPayable, s.planPayoutsTx)
}

// planPayoutsTx writes down a payout of all that is available and not being taken
// back, one for each currency. While one is being sent no other is planned, so the
// mirror of the seller's balance need not be reserved.
func (s *Service) planPayoutsTx(ctx context.Context, tx db.Tx, accountID AccountID) error {
	a, err := lockAccount(ctx, tx, accountID)
	if err != nil || !a.CanPayOut || a.NextPayoutAt.After(tx.Now()) || a.isHeld(tx.Now()) {
		return err
	}
	held, err := holdOf(ctx, tx, a.SellerID, "", tx.Now())
	if err != nil || held != nil {
		return err
	}
	sending, err := hasUnsentPayout(ctx, tx, a.ID)
	if err != nil || sending {
		return err
	}
	balances, err := ledger.SellerBalances(ctx, tx, a.SellerID)
	if err != nil {
		return err
	}
	for _, b := range balances {
		if !a.takes(b.Currency) {
			continue // it would be refused, each day; the balance says so
		}
		p, err := s.payableTx(ctx, tx, a, b)
		if err != nil {
			return err
		}
		amount := p.minor
		if amount < s.leastOf(a, b.Currency) {
			late, err := s.isIdle(ctx, tx, a, b.Currency)
			if err != nil {
				return err
			}
			if !late || amount < s.hardLeast(a, b.Currency) {
				continue // the balance says so, and when it is tried next
			}
		}
		if amount > 0 {
			if err := planPayoutTx(ctx, tx, newPayout(a, money.New(amount, b.Currency), tx.Now())); err != nil {
				return err
			}
		}
	}
	if a.NextPayoutAt, err = s.nextTx(ctx, tx, a); err != nil {
		return err
	}
	return updateAccount(ctx, tx, a)
}

func newPayout(a *Account, amount money.Amount, now time.Time) *Payout {
	return &Payout{
		ID: id.New[ID]("pot"), SellerID: a.SellerID, AccountID: a.ID, Currency: amount.Currency, AmountMinor: amount.Minor,
		Status: StatusPlanned, Method: MethodStandard, FeeStatus: FeeNone, CreatedAt: now, CheckedAt: now, BankLast4: a.BankLast4,
	}
}

func planPayoutTx(ctx context.Context, tx db.Tx, p *Payout) error {
	if err := insertPayout(ctx, tx, p); err != nil {
		return err
	}
	return tx.Enqueue(ctx, SendPayout{PayoutID: p.ID}, db.JobOptions{})
}

// SendPayout makes a planned payout. One that may have been sent before is
// looked up first.
func (s *Service) SendPayout(ctx context.Context, job SendPayout) error {
	p, a, wasSent, err := s.beginPayout(ctx, job.PayoutID)
	if err != nil || p.Status != StatusSending {
		return unlessCutOff(err)
	}
	var made *ProviderPayout
	switch {
	case p.ProviderID != nil: // adopted, and the process died before it could be applied
		if made, err = s.gateways.Payouts.GetPayout(ctx, *a.ProviderID, *p.ProviderID); err != nil {
			return err
		}
	case wasSent:
		if made, err = s.gateways.Payouts.FindPayout(ctx, *a.ProviderID, p.ID, p.CreatedAt); err != nil {
			return err
		}
	}
	if made == nil {
		made, err = s.gateways.Payouts.CreatePayout(ctx, Draft{
			PayoutID: p.ID, Account: *a.ProviderID, Amount: p.Amount(), Description: "Sales payout",
			IsInstant: p.Method == MethodInstant,
		})
	}
	if refusal, ok := provider.Refused(err); ok {
		return s.refusePayout(ctx, p.ID, refusal)
	}
	if err != nil {
		return err
	}
	return s.applyPayout(ctx, p.ID, *a.ProviderID, made)
}

// beginPayout marks a payout as being sent, and tells whether it may have been
// sent before. One that was not sent yet is given up when an operator has held back the
// seller's money meanwhile, or some of it is being taken back.
func (s *Service) beginPayout(ctx context.Context, payoutID ID) (*Payout, *Account, bool, error) {
	var p *Payout
	var a *Account
	var wasSent bool
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		planned, err := selectPayout(ctx, tx, payoutID)
		if err != nil {
			return err
		}
		held, err := holdAtDoorTx(ctx, tx, planned.SellerID, "")
		if err != nil {
			return err
		}
		if p, err = lockPayout(ctx, tx, payoutID); err != nil {
			return err
		}
		if p.Status == StatusPlanned {
			code, err := p.overtakenTx(ctx, tx, held)
			if err != nil {
				return err
			}
			if code != "" {
				return p.withdrawTx(ctx, tx, code)
			}
		}
		if a, err = selectAccount(ctx, tx, p.AccountID); err != nil {
			return err
		}
		if p.Status != StatusPlanned && p.Status != StatusSending {
			return nil
		}
		if a.isCutOff() {
			return errCutOff
		}
		wasSent = p.Status == StatusSending
		p.Status, p.CheckedAt = StatusSending, tx.Now()
		return updatePayout(ctx, tx, p)
	})
	return p, a, wasSent, err
}

// A seller's payouts rest for a day after one was refused or came back, unless
// the bank account is changed; for an hour only when the balance at the
// provider was not there yet.
const (
	payoutRetry  = 24 * time.Hour
	balanceRetry = time.Hour
)

// Why a payout was given up before the provider was asked. They are no codes of the
// provider's.
const (
	codeHeld  = "payout_held"       // an operator holds the seller's money back
	codeTaken = "payout_taken_back" // a part of it is going back to the platform
)

// overtakenTx is why a locked payout of which the provider has not heard is given up, or
// empty. What is being taken back of the balance was not when it was planned.
func (p *Payout) overtakenTx(ctx context.Context, tx db.Tx, held *Hold) (string, error) {
	if held != nil {
		return codeHeld, nil
	}
	balances, err := ledger.SellerBalances(ctx, tx, p.SellerID)
	if err != nil {
		return "", err
	}
	taken, err := sumTakenBack(ctx, tx, p.SellerID, p.Currency)
	if err != nil {
		return "", fmt.Errorf("what is being taken back of %s: %w", p.SellerID, err)
	}
	for _, b := range balances {
		if b.Currency == p.Currency && b.AvailableMinor-taken < p.AmountMinor {
			return codeTaken, nil
		}
	}
	return "", nil
}

// withdrawTx gives up a locked payout of which the provider has not heard. The money
// stays in the seller's balance, and what may leave of it is planned anew at once.
func (p *Payout) withdrawTx(ctx context.Context, tx db.Tx, code string) error {
	now := tx.Now()
	p.Status, p.FailureCode, p.SettledAt, p.CheckedAt = StatusFailed, code, &now, now
	p.waiveFee()
	if err := updatePayout(ctx, tx, p); err != nil {
		return err
	}
	a, err := lockAccount(ctx, tx, p.AccountID)
	if err != nil {
		return err
	}
	a.NextPayoutAt = now
	return updateAccount(ctx, tx, a)
}

// codeRefused stands for a refusal without a code of the provider's.
const codeRefused = "payout_refused"

// refusePayout notes that the provider refused a payout: no money has moved. An instant
// one says nothing of ordinary ones, whatever it was refused for: less may be had at
// once than is available, and the provider has no code of its own for each reason.
func (s *Service) refusePayout(ctx context.Context, payoutID ID, refusal *provider.Error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p, err := lockPayout(ctx, tx, payoutID)
		if err != nil || !p.Status.isOpen() {
			return err
		}
		now, code := tx.Now(), refusal.Code
		if code == "" { // the provider gives none to many refusals; the seller is to see that there was one
			code = codeRefused
		}
		p.Status, p.FailureCode, p.SettledAt, p.CheckedAt = StatusFailed, code, &now, now
		p.waiveFee()
		if err := updatePayout(ctx, tx, p); err != nil || p.Method == MethodInstant {
			return err
		}
		return blockPayoutsTx(ctx, tx, p.AccountID, code)
	})
}

func blockPayoutsTx(ctx context.Context, tx db.Tx, accountID AccountID, code string) error {
	a, err := lockAccount(ctx, tx, accountID)
	if err != nil {
		return err
	}
	a.PayoutBlock, a.NextPayoutAt = code, tx.Now().Add(payoutRetry)
	if code == "balance_insufficient" {
		a.NextPayoutAt = tx.Now().Add(balanceRetry)
	}
	until := a.NextPayoutAt
	a.BlockedUntil = &until
	return updateAccount(ctx, tx, a)
}

// ApplyPayoutEvent reads the payout that an event is about. It is an
// inbox.Applier. Payouts of the platform itself are none of a seller's.
func (s *Service) ApplyPayoutEvent(ctx context.Context, m *inbox.Message) error {
	if m.Account == "" {
		return nil
	}
	if foreign, err := s.isForeign(ctx, m.Account); err != nil || foreign {
		return err
	}
	read, err := s.gateways.Payouts.GetPayout(ctx, m.Account, m.ObjectID)
	if err != nil {
		return err
	}
	payoutID := read.PayoutID
	if payoutID == "" { // made at the provider, by the seller or by its support
		if payoutID, err = s.adoptPayout(ctx, m.Account, read); err != nil {
			return err
		}
	}
	return s.applyPayout(ctx, payoutID, m.Account, read)
}

// ByID returns any payout, for Étal itself: mail that tells of it.
func (s *Service) ByID(ctx context.Context, payoutID ID) (*Payout, error) {
	return selectPayout(ctx, s.db.Read(ctx), payoutID)
}

// ApplyPayoutCreated adopts a payout that was made at the provider as soon as it
// was. It is an inbox.Applier. Of nearly all payouts we know already, so it looks
// here before it asks the provider.
func (s *Service) ApplyPayoutCreated(ctx context.Context, m *inbox.Message) error {
	_, err := selectPayoutByProvider(ctx, s.db.Read(ctx), m.ObjectID)
	if err == nil || !errors.Is(err, db.ErrNotFound) {
		return err
	}
	return s.ApplyPayoutEvent(ctx, m)
}

// adoptPayout writes a payout that Étal did not make, so that the mirror of
// the seller's balance follows it.
func (s *Service) adoptPayout(ctx context.Context, providerAccount string, read *ProviderPayout) (ID, error) {
	var payoutID ID
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := selectAccountByProvider(ctx, tx, providerAccount)
		if err != nil {
			return err
		}
		if a, err = lockAccount(ctx, tx, a.ID); err != nil {
			return err
		}
		known, err := selectPayoutByProvider(ctx, tx, read.ID)
		if err == nil {
			payoutID = known.ID
			return nil
		}
		if !errors.Is(err, db.ErrNotFound) {
			return err
		}
		p := newPayout(a, read.Amount, tx.Now())
		p.Status, p.ProviderID = StatusSending, &read.ID
		payoutID = p.ID
		return insertPayout(ctx, tx, p)
	})
	return payoutID, err
}

// applyPayout brings a payout up to what the provider says, and posts what has
// not been posted: departure, arrival, return. A payout that arrived can still
// come back.
func (s *Service) applyPayout(ctx context.Context, payoutID ID, providerAccount string, read *ProviderPayout) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p, err := lockPayout(ctx, tx, payoutID)
		if err != nil {
			return fmt.Errorf("payout %s: %w", read.ID, err)
		}
		if read.Amount != p.Amount() {
			return fmt.Errorf("payout %s is of %s, expected %s", read.ID, read.Amount, p.Amount())
		}
		if err := p.postTx(ctx, tx, providerAccount, read); err != nil {
			return err
		}
		wasFailed := p.Status == StatusFailed
		now := tx.Now()
		p.ProviderID, p.ExpectedAt, p.CheckedAt = &read.ID, read.ExpectedAt, now
		if p.Status.isOpen() || read.Status == StatusFailed {
			p.Status, p.FailureCode = read.Status, read.FailureCode
		}
		if !p.Status.isOpen() && p.SettledAt == nil {
			p.SettledAt = &now
		}
		if err := p.moveFeeTx(ctx, tx); err != nil {
			return err
		}
		if err := updatePayout(ctx, tx, p); err != nil || p.Status != StatusFailed || wasFailed {
			return err
		}
		e := Returned{PayoutID: p.ID, SellerID: p.SellerID, Currency: p.Currency, AmountMinor: p.AmountMinor, Code: p.FailureCode}
		if err := event.Emit(ctx, tx, e); err != nil {
			return err
		}
		return blockPayoutsTx(ctx, tx, p.AccountID, p.FailureCode)
	})
}

func (p *Payout) postTx(ctx context.Context, tx db.Tx, account string, read *ProviderPayout) error {
	available, inTransit := ledger.MemoAvailable(p.SellerID), ledger.MemoInTransit(p.SellerID)
	var due []*ledger.Draft
	if !p.IsInLedger {
		due = append(due, p.draft(ledger.KindPayoutCreated, inTransit, available).Answering(account, read.Transaction))
		p.IsInLedger = true
	}
	if read.Status == StatusPaid && !p.WasPaid {
		due = append(due, p.draft(ledger.KindPayoutPaid, ledger.MemoPaidOut(p.SellerID), inTransit))
		p.WasPaid = true
	}
	if read.Returned != "" && !p.IsFailureSeen {
		from := inTransit
		if p.WasPaid {
			from = ledger.MemoPaidOut(p.SellerID)
		}
		due = append(due, p.draft(ledger.KindPayoutFailed, available, from).Answering(account, read.Returned))
		p.IsFailureSeen = true
	}
	for _, d := range due {
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return err
		}
	}
	return nil
}

// DepartureSource names the journal by which a payout left the balance of its seller.
func DepartureSource(payoutID ID) string {
	return "payout:" + string(payoutID) + ":" + string(ledger.KindPayoutCreated)
}

func (p *Payout) draft(kind ledger.Kind, debit, credit ledger.Account) *ledger.Draft {
	return ledger.NewDraft(kind, "payout:"+string(p.ID)+":"+string(kind), p.Currency).Move(debit, credit, p.AmountMinor)
}
