package payout

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// OpenAccount is the job that opens a seller's account at the provider.
type OpenAccount struct {
	AccountID AccountID `json:"account_id"`
}

// Kind implements db.Job.
func (OpenAccount) Kind() string { return "payout.open_account" }

// OpenAccountTx writes the payout account of an approved seller, and the job
// that opens it at the provider. A seller who has one keeps it.
func (s *Service) OpenAccountTx(ctx context.Context, tx db.Tx, e seller.Approved) error {
	countries, err := seller.CountriesTx(ctx, tx, []seller.ID{e.SellerID})
	if err != nil {
		return err
	}
	a := &Account{
		Country: countries[e.SellerID], BankCurrencies: []string{},
		ID: id.New[AccountID]("pac"), SellerID: e.SellerID, Status: AccountCreating, CurrentlyDue: []string{}, Requirements: Requirements{}.stored(),
		NextPayoutAt: tx.Now(), Schedule: Schedule{Kind: SchedulePlatform, Minimums: []Minimum{}}, CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
	}
	first, err := insertAccount(ctx, tx, a)
	if err != nil || !first {
		return err
	}
	return tx.Enqueue(ctx, OpenAccount{AccountID: a.ID}, db.JobOptions{})
}

// OpenAccount opens the account at the provider, once: its id is the
// idempotency key, and an account that is open already is left alone.
func (s *Service) OpenAccount(ctx context.Context, job OpenAccount) error {
	a, err := selectAccount(ctx, s.db.Read(ctx), job.AccountID)
	if err != nil || a.ProviderID != nil {
		return err
	}
	draft, err := s.accountDraft(ctx, a)
	if err != nil {
		return fmt.Errorf("describe %s: %w", a.SellerID, err)
	}
	asOf := s.db.Clock().Now()
	opened, err := s.gateways.Accounts.CreateAccount(ctx, draft)
	if refusal, ok := provider.Refused(err); ok {
		return s.refuseAccount(ctx, a, refusal)
	}
	if err != nil {
		return err
	}
	return s.applyAccount(ctx, a.ID, opened, asOf)
}

// refuseAccount notes why the provider does not open an account. The sweep tries again
// after a while, as another attempt: nothing was made by this one, and the provider
// repeats its answer to it whatever has been changed meanwhile.
func (s *Service) refuseAccount(ctx context.Context, asked *Account, refusal *provider.Error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := lockAccount(ctx, tx, asked.ID)
		if err != nil || a.ProviderID != nil || a.RefusalCount != asked.RefusalCount {
			return err // another run of the job has heard of it before
		}
		a.Refusal, a.RefusalCount, a.UpdatedAt = refusal.Error(), a.RefusalCount+1, tx.Now()
		return updateAccount(ctx, tx, a)
	})
}

// accountDraft describes a seller to the provider, with the address of their
// first owner.
func (s *Service) accountDraft(ctx context.Context, a *Account) (AccountDraft, error) {
	of := []seller.ID{a.SellerID}
	sellers, err := s.sellers.ByIDs(ctx, of)
	if err != nil {
		return AccountDraft{}, err
	}
	members, err := s.sellers.MembersByIDs(ctx, of)
	if err != nil {
		return AccountDraft{}, err
	}
	found := sellers[a.SellerID]
	d := AccountDraft{AccountID: a.ID, SellerID: string(a.SellerID), Name: found.Name, Country: found.Country, Attempt: a.RefusalCount}
	for _, m := range members[a.SellerID] {
		if m.Role != seller.RoleOwner {
			continue
		}
		owner, err := s.people.Account(ctx, m.AccountID)
		if err != nil {
			return AccountDraft{}, err
		}
		if owner.Email != nil {
			d.Email = *owner.Email
		}
		break
	}
	return d, nil
}

// AccountPage says where at the provider a link leads; its values are those of the
// GraphQL enum.
type AccountPage string

// Where links lead.
const (
	// PageForm is the form in which a seller says who they are and where money goes.
	PageForm AccountPage = "FORM"
	// PageDashboard is where a seller who has filled it in looks at balance, payouts and
	// bank account, and changes what they have said.
	PageDashboard AccountPage = "DASHBOARD"
)

// OnboardingLinkInput says whose account the link is for; a member's own
// seller's when left out.
type OnboardingLinkInput struct {
	SellerID *seller.ID
	Page     AccountPage // the form when empty
}

// OnboardingLink makes a link to the provider's form or dashboard for a seller's
// account. It returns ErrAccountNotFound, ErrAccountCreating, ErrAccountCutOff,
// ErrAccountForm and ErrProviderUnavailable.
// A link works once: make it when the seller asks, never keep or mail it.
func (s *Service) OnboardingLink(ctx context.Context, by actor.Actor, in OnboardingLinkInput) (*OnboardingLink, error) {
	a, err := s.AccountFor(ctx, by, in.SellerID)
	if err != nil {
		return nil, err
	}
	if err := a.MayOnboard(); err != nil {
		return nil, err
	}
	if in.Page == "" {
		in.Page = PageForm
	}
	link, err := s.linkTo(ctx, a, in.Page)
	var failed *provider.Error
	if errors.As(err, &failed) && failed.Unknown {
		return nil, ErrProviderUnavailable
	}
	if err != nil {
		return nil, err
	}
	// A link that is not on record is not handed out.
	return link, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return event.Emit(ctx, tx, OnboardingLinkMade{AccountID: a.ID, SellerID: a.SellerID, Page: in.Page})
	})
}

func (s *Service) linkTo(ctx context.Context, a *Account, page AccountPage) (*OnboardingLink, error) {
	if page != PageDashboard {
		return s.gateways.Accounts.CreateOnboardingLink(ctx, *a.ProviderID, s.policy.ReturnURL, s.policy.RefreshURL)
	}
	if a.Status == AccountOnboarding || a.Status == AccountRejected {
		return nil, ErrAccountForm
	}
	link, err := s.gateways.Accounts.CreateLoginLink(ctx, *a.ProviderID)
	if _, refused := provider.Refused(err); refused { // the provider has not taken the form yet, or takes it no more
		return nil, ErrAccountForm
	}
	return link, err
}

// AccountSessionInput says whose account is shown; a member's own seller's when
// left out.
type AccountSessionInput struct {
	SellerID *seller.ID
}

// AccountSession lets a page show the provider's components for a seller's account.
// It returns ErrAccountNotFound, ErrAccountCreating, ErrAccountCutOff and
// ErrProviderUnavailable.
func (s *Service) AccountSession(ctx context.Context, by actor.Actor, in AccountSessionInput) (*AccountSession, error) {
	a, err := s.AccountFor(ctx, by, in.SellerID)
	if err != nil {
		return nil, err
	}
	if err := a.MayOnboard(); err != nil {
		return nil, err
	}
	opened, err := s.gateways.Accounts.CreateAccountSession(ctx, *a.ProviderID)
	var failed *provider.Error
	if errors.As(err, &failed) && failed.Unknown {
		return nil, ErrProviderUnavailable
	}
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return event.Emit(ctx, tx, AccountSessionMade{AccountID: a.ID, SellerID: a.SellerID})
	})
	if err != nil {
		return nil, err // what is not on record is not handed out
	}
	return opened, nil
}

// MayOnboard says why there can be no link to the provider's form and no session,
// ErrAccountCreating or ErrAccountCutOff; nil when there can.
func (a *Account) MayOnboard() error {
	if a.Refusal != "" {
		return ErrAccountCreating.Saying("The payment provider has not opened the payout account yet. Write to the marketplace: it sees why.")
	}
	if a.ProviderID == nil {
		return ErrAccountCreating
	}
	if a.isCutOff() {
		return ErrAccountCutOff
	}
	return nil
}

// ApplyAccountEvent reads the account that an event is about. It is an
// inbox.Applier. The platform's own account is none of a seller's.
func (s *Service) ApplyAccountEvent(ctx context.Context, m *inbox.Message) error {
	if foreign, err := s.isForeign(ctx, m.Account); err != nil || foreign {
		return err
	}
	return s.refreshAccount(ctx, m.Account)
}

// isForeign reports whether a connected account was not made by Étal: Stripe tells
// a platform about all that are connected to it, also about those from before and
// those of other programs. One of ours that no seller has yet is not foreign, as
// the answer to its creation is still to come.
func (s *Service) isForeign(ctx context.Context, providerID string) (bool, error) {
	if providerID == "" { // the platform's own, which is none of a seller's
		return true, nil
	}
	if _, err := selectAccountByProvider(ctx, s.db.Read(ctx), providerID); !errors.Is(err, db.ErrNotFound) {
		return false, err
	}
	read, err := s.gateways.Accounts.GetAccount(ctx, providerID)
	if IsNoAccess(err) { // not connected any more
		return true, nil
	}
	if err != nil {
		return false, err
	}
	return read.AccountID == "", nil
}

func (s *Service) refreshAccount(ctx context.Context, providerID string) error {
	a, err := selectAccountByProvider(ctx, s.db.Read(ctx), providerID)
	if errors.Is(err, db.ErrNotFound) {
		return fmt.Errorf("no seller has the account %s yet", providerID)
	}
	if err != nil {
		return err
	}
	for range readAgain {
		asOf := s.db.Clock().Now()
		read, err := s.gateways.Accounts.GetAccount(ctx, providerID)
		if IsNoAccess(err) {
			read, err = a.without(providerID), nil
		}
		if err != nil {
			return err
		}
		if err := s.applyAccount(ctx, a.ID, read, asOf); !errors.Is(err, errOlderAnswer) {
			return err
		}
	}
	return errOlderAnswer
}

// readAgain bounds how often an account is read again because another reader
// was faster.
const readAgain = 5

var errOlderAnswer = errors.New("the account was read by another meanwhile")

// applyAccount stores what the provider says of an account, asked at an
// instant. When it has become able to receive money, what waited for that is
// tried at once.
//
// News of an account come in bursts and are read side by side. An answer that
// was asked for before another was stored may be the older one, and is not
// stored: the account would keep a state that nobody ever tells of again.
func (s *Service) applyAccount(ctx context.Context, accountID AccountID, read *ProviderAccount, asOf time.Time) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := lockAccount(ctx, tx, accountID)
		if err != nil {
			return err
		}
		if a.ProviderID != nil && a.UpdatedAt.After(asOf) {
			return errOlderAnswer
		}
		couldReceive, couldPayOut, before, wasCutOff := a.CanReceive, a.CanPayOut, stateOf(a), a.isCutOff()
		a.ProviderID, a.Status, a.Refusal = &read.ID, statusOf(read), ""
		a.IsDetailsSubmitted, a.CanReceive, a.CanPayOut = read.IsDetailsSubmitted, read.CanReceive, read.CanPayOut
		a.CurrentlyDue, a.DisabledReason = read.CurrentlyDue, read.DisabledReason
		isOther := !slices.Equal(read.BankCurrencies, a.BankCurrencies)
		// Another bank account, which may end in the same digits: what blocked the
		// last payout may be over. Nothing else changes the day of the next.
		if read.BankLast4 != a.BankLast4 || isOther || a.CanPayOut && !couldPayOut {
			if a.BlockedUntil != nil && a.BlockedUntil.After(tx.Now()) {
				a.NextPayoutAt = tx.Now()
			}
			a.BankLast4, a.PayoutBlock, a.BlockedUntil = read.BankLast4, "", nil
		}
		a.DefaultCurrency, a.BankCurrencies = read.DefaultCurrency, append([]string{}, read.BankCurrencies...)
		a.CurrentlyDue = append([]string{}, a.CurrentlyDue...) // never nil: it is stored as a list
		a.Requirements = read.stored()
		a.UpdatedAt = tx.Now()
		if err := updateAccount(ctx, tx, a); err != nil {
			return err
		}
		if after := stateOf(a); after != before {
			news := AccountChanged{AccountID: a.ID, SellerID: a.SellerID, Before: before, After: after}
			if err := event.Emit(ctx, tx, news); err != nil {
				return err
			}
		}
		if err := a.crossTx(ctx, tx, wasCutOff); err != nil {
			return err
		}
		if a.CanReceive && (!couldReceive || isOther) {
			return unblockReleases(ctx, tx, a.SellerID)
		}
		return nil
	})
}
