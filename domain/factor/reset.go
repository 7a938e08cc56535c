package factor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/secret"
)

const (
	// ResetDelay is how long somebody may object after two operators have decided
	// to take their factors away.
	ResetDelay = 24 * time.Hour

	linkPrefix  = "etal_lnk_"
	evidenceMax = 2000

	askReset    approval.Permission = "FACTOR_RESET"
	decideReset approval.Permission = "FACTOR_RESET_DECIDE"
)

// ResetID names a reset, `frs_…`.
type ResetID string

// ResetState is where a reset is in its life.
type ResetState string

// The states.
const (
	// ResetScheduled waits for its time, for the person, or for an operator.
	ResetScheduled ResetState = "SCHEDULED"
	// ResetDone has taken the factors away.
	ResetDone ResetState = "DONE"
	// ResetObjected was refused by the person.
	ResetObjected ResetState = "OBJECTED"
	// ResetCancelled was stopped by an operator.
	ResetCancelled ResetState = "CANCELLED"
)

// reset takes all factors of an account away when it is due.
type reset struct {
	bun.BaseModel `bun:"table:factor_resets"`

	ID         ResetID `bun:",pk"`
	AccountID  identity.AccountID
	ProposalID approval.ID
	Evidence   string // how the operator knows who it is that asks
	State      ResetState
	OpenKey    *string // the account while it is scheduled, unique
	TokenHash  []byte  // SHA-256 of the mailed token; nil until the mail is written
	CreatedAt  time.Time
	DueAt      time.Time
	EndedAt    *time.Time
}

// resetWish is what two operators decide about.
type resetWish struct {
	Evidence string `json:"evidence"`
}

// ResetInput asks for the factors of somebody to be taken away.
type ResetInput struct {
	AccountID identity.AccountID
	Evidence  string // how it is known who asks, at most 2,000 characters
	Reason    string
}

// RegisterReset makes the kind of proposal known, before anything is served.
func (s *Service) RegisterReset(approvals *approval.Service) {
	s.resets = approval.Register(approvals, approval.Kind[resetWish]{
		Name: "factor.reset", Propose: askReset, Approve: decideReset, Check: checkResetTx, Apply: scheduleTx,
	})
}

// AskReset proposes to take all factors of somebody away who has lost them. A
// second operator approves; then the person has a day to object, and may confirm
// at once. It returns ErrResetSelf, ErrResetOpen, ErrNone, the faults of the
// input and those of domain/approval.
func (s *Service) AskReset(ctx context.Context, by actor.Actor, in ResetInput) (*approval.Proposal, error) {
	var faults fault.List
	in.Evidence = faults.RequiredLines(in.Evidence, evidenceMax, "evidence")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return s.resets.Propose(ctx, by, approval.Ask[resetWish]{
		Subject: id.Any(in.AccountID), Reason: in.Reason, Payload: resetWish{Evidence: in.Evidence},
	})
}

// checkResetTx refuses what cannot be reset, and whoever would do it to
// themselves.
func checkResetTx(ctx context.Context, tx db.Tx, p approval.Proposed[resetWish]) error {
	account, err := identity.LockTx(ctx, tx, identity.AccountID(p.Proposal.Subject))
	if err != nil {
		return err
	}
	if p.By.AccountID == string(account.ID) {
		return ErrResetSelf
	}
	if !account.HasFactor || account.Email == nil {
		return ErrNone.At("accountId")
	}
	open, err := hasReset(ctx, tx, account.ID)
	if err != nil {
		return fmt.Errorf("look for a reset: %w", err)
	}
	if open {
		return ErrResetOpen
	}
	return nil
}

func scheduleTx(ctx context.Context, tx db.Tx, p approval.Proposed[resetWish]) error {
	accountID := identity.AccountID(p.Proposal.Subject)
	key := string(accountID)
	r := &reset{
		ID: id.New[ResetID]("frs"), AccountID: accountID, ProposalID: p.Proposal.ID, Evidence: p.Payload.Evidence,
		State: ResetScheduled, OpenKey: &key, CreatedAt: tx.Now(), DueAt: tx.Now().Add(ResetDelay),
	}
	if err := insertReset(ctx, tx, r); err != nil {
		return fmt.Errorf("schedule reset: %w", err)
	}
	return event.Emit(ctx, tx, ResetAgreed{AccountID: accountID, ResetID: r.ID, DueAt: r.DueAt})
}

// ConfirmReset takes the factors away at once, by the mailed link. It returns
// identity.ErrLinkInvalid.
func (s *Service) ConfirmReset(ctx context.Context, token identity.LinkToken) error {
	return s.byLink(ctx, token, ResetDone)
}

// ObjectReset stops a reset, by the mailed link. It returns
// identity.ErrLinkInvalid.
func (s *Service) ObjectReset(ctx context.Context, token identity.LinkToken) error {
	return s.byLink(ctx, token, ResetObjected)
}

func (s *Service) byLink(ctx context.Context, token identity.LinkToken, to ResetState) error {
	hash, ok := secret.Hash(linkPrefix, string(token))
	if !ok {
		return identity.ErrLinkInvalid.At("token")
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, err := selectResetByToken(ctx, tx, hash)
		if err != nil {
			return err
		}
		return endTx(ctx, tx, r, to)
	})
	if errors.Is(err, db.ErrNotFound) {
		return identity.ErrLinkInvalid.At("token")
	}
	return err
}

// CancelReset stops a reset that two operators have decided about. It returns
// ErrResetNotFound when none waits.
func (s *Service) CancelReset(ctx context.Context, accountID identity.AccountID) error {
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, err := selectResetOf(ctx, tx, accountID)
		if err != nil {
			return err
		}
		return endTx(ctx, tx, r, ResetCancelled)
	})
	if errors.Is(err, db.ErrNotFound) {
		return ErrResetNotFound
	}
	return err
}

// endTx ends a reset that waits, in one of three ways. It returns db.ErrNotFound
// when it does not wait any more: of those who end it at once, one does.
func endTx(ctx context.Context, tx db.Tx, r *reset, to ResetState) error {
	if _, err := identity.LockTx(ctx, tx, r.AccountID); err != nil {
		return err
	}
	ended, err := endReset(ctx, tx, r.ID, to)
	if err != nil {
		return fmt.Errorf("end reset: %w", err)
	}
	if !ended {
		return db.ErrNotFound
	}
	if to != ResetDone {
		return event.Emit(ctx, tx, ResetStopped{AccountID: r.AccountID, ResetID: r.ID, State: to})
	}
	if err := deleteFactorsOf(ctx, tx, r.AccountID); err != nil {
		return fmt.Errorf("delete factors: %w", err)
	}
	if err := identity.SetFactorTx(ctx, tx, r.AccountID, false, ""); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Reset{AccountID: r.AccountID, ResetID: r.ID})
}

// resetDue takes away the factors of which the time has come.
func (s *Service) resetDue(ctx context.Context) (done int64, err error) {
	due, err := selectDueResets(ctx, s.db.Read(ctx), s.db.Clock().Now())
	if err != nil {
		return 0, fmt.Errorf("find resets that are due: %w", err)
	}
	var errs []error
	for _, r := range due {
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return endTx(ctx, tx, r, ResetDone) })
		switch {
		case err == nil:
			done++
		case !errors.Is(err, db.ErrNotFound): // else the person was faster
			errs = append(errs, err)
		}
	}
	return done, errors.Join(errs...)
}

// Letter is what a mail with a link says. Its token is told to nobody else.
type Letter struct {
	Token   identity.LinkToken
	Edition string    // differs for each token, and tells nothing about it
	Until   time.Time // UTC, when the link ends
}

func letter(token string, hash []byte, until time.Time) *Letter {
	return &Letter{Token: identity.LinkToken(token), Edition: secret.Edition(hash), Until: until}
}

// WriteResetLetter makes the token of a reset; nil when it does not wait any
// more. Each call makes another token, and only the last one is good.
func (s *Service) WriteResetLetter(ctx context.Context, resetID ResetID) (*Letter, error) {
	var written *Letter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		token, hash := newToken(linkPrefix)
		r, err := tokenReset(ctx, tx, resetID, hash)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		if err == nil {
			written = letter(token, hash, r.DueAt)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return written, nil
}
