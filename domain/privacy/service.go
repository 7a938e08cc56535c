package privacy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/vault"
)

const reasonMax = 500

// Ledger writes down, outside of the database, who was erased. Append returns
// when the line is safe.
type Ledger interface {
	Append(ctx context.Context, line []byte) error
}

// Teller tells somebody that they are being erased now, at the address that is
// about to go. It is called outside of any unit of work and may be called twice.
type Teller interface {
	Farewell(ctx context.Context, account identity.AccountID) error
}

// Policy says how long things take.
type Policy struct {
	// Grace is how long a person may withdraw their own request.
	Grace time.Duration
	// Retention is how long orders point at the account of an erased buyer.
	Retention time.Duration
}

// Deps are what the service works with.
type Deps struct {
	People  *identity.Service
	Exports *export.Service
	Vault   *vault.Vault
	Ledger  Ledger // nil: nothing is written down outside
	Teller  Teller // nil: nobody is told
	Log     *slog.Logger
}

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	desk   *approval.Desk[proposed]
	deps   Deps
	policy Policy
}

// New returns the service.
func New(d *db.DB, deps Deps, policy Policy) *Service {
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	return &Service{db: d, deps: deps, policy: policy}
}

// Tells says who tells people that they are being erased.
func (s *Service) Tells(t Teller) { s.deps.Teller = t }

// ExportInput asks for the data of a person: one's own, or somebody else's when
// an operator says why.
type ExportInput struct {
	AccountID *identity.AccountID
	Reason    *string
}

// Export asks for everything that is kept about a person, as a file. It returns
// identity.ErrAccountNotFound, ErrReasonRequired, ErrNotYourself and
// export.ErrTooMany.
func (s *Service) Export(ctx context.Context, by actor.Actor, in ExportInput) (*export.Export, error) {
	subject, reason, err := s.whom(ctx, by, in)
	if err != nil {
		return nil, err
	}
	return s.deps.Exports.Ask(ctx, by, export.Request{
		Kind: export.KindPerson, SubjectID: string(subject), Params: "{}", Reason: reason,
		Filename: "etal-" + string(subject) + ".json", ContentType: "application/json",
	})
}

// whom returns whose data an actor asks for, and why.
func (s *Service) whom(ctx context.Context, by actor.Actor, in ExportInput) (identity.AccountID, string, error) {
	own := identity.AccountID(by.AccountID)
	if !by.IsOperator() {
		if in.AccountID != nil && *in.AccountID != own {
			return "", "", identity.ErrAccountNotFound.At("accountId")
		}
		return own, "", nil
	}
	var faults fault.List
	reason := ""
	if in.Reason != nil {
		reason = faults.Lines(*in.Reason, reasonMax, "reason")
	}
	faults.Check(strings.TrimSpace(reason) != "", ErrReasonRequired.At("reason"))
	faults.Check(in.AccountID != nil, identity.ErrAccountNotFound.At("accountId"))
	faults.Check(in.AccountID == nil || *in.AccountID != own, ErrNotYourself.At("accountId"))
	if err := faults.Err(); err != nil {
		return "", "", err
	}
	a, err := s.deps.People.Account(ctx, *in.AccountID)
	if err != nil {
		return "", "", atAccount(err)
	}
	return a.ID, reason, nil
}

func atAccount(err error) error {
	if errors.Is(err, identity.ErrAccountNotFound) {
		return identity.ErrAccountNotFound.At("accountId")
	}
	return err
}

// RequestInput asks to be forgotten; the password shows that it is the person.
type RequestInput struct {
	Password          identity.Password
	IsCreditForfeited *bool // gives up what is left of their credit when it is carried out
}

// Request writes down that the actor wants to be forgotten. It is carried out
// when the time in which it can be withdrawn is over and nothing is in the way.
// It returns identity.ErrPasswordWrong, identity.ErrSignInThrottled,
// identity.ErrNotRegistered to a guest, ErrNotYourself under the hat of an
// operator, and ErrErasureRequested.
func (s *Service) Request(ctx context.Context, by actor.Actor, in RequestInput) (*Erasure, error) {
	if by.IsOperator() {
		return nil, ErrNotYourself
	}
	if err := s.deps.People.Prove(ctx, by, in.Password, "password"); err != nil {
		return nil, err
	}
	var e *Erasure
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		own := identity.AccountID(by.AccountID)
		e, err = s.requestTx(ctx, tx, &Erasure{
			AccountID: own, RequestedBy: own, DueAt: tx.Now().Add(s.policy.Grace), IsCreditForfeited: in.IsCreditForfeited != nil && *in.IsCreditForfeited,
		})
		return err
	})
	return e, err
}

func (s *Service) requestTx(ctx context.Context, tx db.Tx, e *Erasure) (*Erasure, error) {
	a, err := identity.LockTx(ctx, tx, e.AccountID)
	if err != nil {
		return nil, err
	}
	if a.ErasedAt != nil {
		return nil, identity.ErrAccountNotFound
	}
	if err := e.checkTx(ctx, tx); err != nil {
		return nil, err
	}
	e.ID, e.Status, e.RequestedAt = newErasureID(), Requested, tx.Now()
	err = insertErasure(ctx, tx, e)
	if db.Violates(err, "erasures_account_id_key") {
		return nil, ErrErasureRequested
	}
	if err != nil {
		return nil, fmt.Errorf("insert erasure: %w", err)
	}
	return e, event.Emit(ctx, tx, ErasureRequested{ErasureID: e.ID, AccountID: e.AccountID})
}

// checkTx looks what is in the way.
func (e *Erasure) checkTx(ctx context.Context, tx db.Tx) error {
	found, err := selectHindrances(ctx, tx, e.AccountID)
	if err != nil {
		return fmt.Errorf("look what is in the way: %w", err)
	}
	if e.IsCreditForfeited {
		found = slices.DeleteFunc(found, func(h Hindrance) bool { return h == UnspentCredit })
	}
	e.Hindrances, e.CheckedAt = found, tx.Now()
	return nil
}

// Withdraw takes the actor's own request back. It returns ErrErasureNotFound
// and ErrErasureState.
func (s *Service) Withdraw(ctx context.Context, by actor.Actor) (*Erasure, error) {
	var e *Erasure
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if e, err = lockOpen(ctx, tx, identity.AccountID(by.AccountID)); err != nil {
			return erasureNotFound(err)
		}
		if !e.withdrawable() {
			return ErrErasureState
		}
		now := tx.Now()
		e.Status, e.EndedAt = Withdrawn, &now
		if err := updateErasure(ctx, tx, e); err != nil {
			return err
		}
		return event.Emit(ctx, tx, ErasureWithdrawn{ErasureID: e.ID, AccountID: e.AccountID})
	})
	return e, err
}

func erasureNotFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrErasureNotFound
	}
	return err
}

// Current returns the actor's open request, or nil.
func (s *Service) Current(ctx context.Context, by actor.Actor) (*Erasure, error) {
	e, err := selectOpen(ctx, s.db.Read(ctx), identity.AccountID(by.AccountID))
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return e, err
}

// Filter narrows the list of erasures; what is nil does not narrow.
type Filter struct {
	Status    *Status
	AccountID *identity.AccountID
}

type erasureKey struct {
	ID ErasureID `json:"i"`
}

// Find pages through all erasures, newest first, for operators.
func (s *Service) Find(ctx context.Context, f Filter, w page.Window) (*page.Connection[Erasure], error) {
	rows, err := selectErasures(ctx, s.db.Read(ctx), f, w)
	if err != nil {
		return nil, fmt.Errorf("load erasures: %w", err)
	}
	return page.Connect(w, rows, func(e *Erasure) any { return erasureKey{e.ID} }), nil
}

// Refused reports whether somebody with this address was erased and has not
// come back: they are not to be written to.
func (s *Service) Refused(ctx context.Context, email string) (refused bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		hash, err := s.deps.Vault.HashTx(ctx, tx, mailKey, identity.Fold(email))
		if err != nil {
			return err
		}
		refused, err = isRefused(ctx, tx, hash)
		return err
	})
	return refused, err
}

// encode writes a line of the ledger.
func (l Line) encode() ([]byte, error) { return json.Marshal(l) }
