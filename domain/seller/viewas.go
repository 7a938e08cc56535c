package seller

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// ViewAsMax is how long an operator may see what a member of a seller sees.
const ViewAsMax = 30 * time.Minute

// ViewAsID names a grant, `vas_…`.
type ViewAsID string

// ViewAs is a grant by which an operator wears the hat of a seller for a short
// time. It only reads, unless a second reason was given for changing something.
type ViewAs struct {
	bun.BaseModel `bun:"table:view_as_grants"`

	ID             ViewAsID `bun:",pk"`
	OperatorID     identity.AccountID
	OperatorRole   identity.OperatorRole // of the operator then; another role ends the grant
	SellerID       ID
	Reason         string
	WriteReason    string // empty: it only reads
	IsSecurityCase bool   // the seller is not told
	OpenKey        *string
	CreatedAt      time.Time  // UTC
	EndsAt         time.Time  // UTC
	EndedAt        *time.Time // UTC; nil while it was not ended and its end is not noted
}

// IsReadOnly reports whether the grant allows no change.
func (v *ViewAs) IsReadOnly() bool { return v.WriteReason == "" }

// live reports whether the grant holds for an operator at an instant.
func (v *ViewAs) live(of *identity.Account, at time.Time) bool {
	return v.EndedAt == nil && at.Before(v.EndsAt) && of.IsOperator() && *of.OperatorRole == v.OperatorRole
}

// ViewAsStartInput asks for a grant.
type ViewAsStartInput struct {
	SellerID       ID
	Reason         string
	Minutes        int // 1 to 30
	IsSecurityCase bool
}

// StartViewAs lets an operator see what a member of a seller sees, at most half
// an hour. It returns ErrNotFound, ErrViewAsOwn to a member of the seller,
// ErrViewAsOpen while a grant for the same seller lives, and the faults of the
// input.
func (s *Service) StartViewAs(ctx context.Context, by actor.Actor, in ViewAsStartInput) (*ViewAs, error) {
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	faults.Check(in.Minutes >= 1 && in.Minutes <= int(ViewAsMax/time.Minute), ErrViewAsMinutes.At("minutes"))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var v *ViewAs
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.LockTx(ctx, tx, identity.AccountID(by.AccountID))
		if err != nil {
			return err
		}
		if account.OperatorRole == nil {
			return ErrNotOperator
		}
		if err := viewableTx(ctx, tx, account.ID, in.SellerID); err != nil {
			return err
		}
		key := string(account.ID) + " " + string(in.SellerID)
		v = &ViewAs{
			ID: id.New[ViewAsID]("vas"), OperatorID: account.ID, OperatorRole: *account.OperatorRole, SellerID: in.SellerID,
			Reason: in.Reason, IsSecurityCase: in.IsSecurityCase, OpenKey: &key,
			CreatedAt: tx.Now(), EndsAt: tx.Now().Add(time.Duration(in.Minutes) * time.Minute),
		}
		return openViewAsTx(ctx, tx, v)
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}

// viewableTx refuses a seller that does not exist or that the operator is a
// member of: their own hat shows it already.
func viewableTx(ctx context.Context, tx db.Tx, operatorID identity.AccountID, sellerID ID) error {
	_, err := selectSeller(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("load seller: %w", err)
	}
	_, err = selectMembership(ctx, tx, operatorID, sellerID)
	switch {
	case err == nil:
		return ErrViewAsOwn.At("sellerId")
	case !errors.Is(err, db.ErrNotFound):
		return fmt.Errorf("load membership: %w", err)
	}
	return nil
}

func openViewAsTx(ctx context.Context, tx db.Tx, v *ViewAs) error {
	overdue, err := lockOverdueViews(ctx, tx, *v.OpenKey)
	if err != nil {
		return fmt.Errorf("lock overdue grants: %w", err)
	}
	for _, old := range overdue {
		if err := endViewTx(ctx, tx, old, old.EndsAt); err != nil {
			return err
		}
	}
	fresh, err := insertViewAs(ctx, tx, v)
	if err != nil {
		return fmt.Errorf("insert grant: %w", err)
	}
	if !fresh {
		return ErrViewAsOpen.At("sellerId")
	}
	return event.Emit(ctx, tx, v.started(v.Reason))
}

func (v *ViewAs) started(reason string) ViewAsStarted {
	return ViewAsStarted{
		ViewAsID: v.ID, SellerID: v.SellerID, By: v.OperatorID, Reason: reason, IsWrite: !v.IsReadOnly(),
		IsSecurityCase: v.IsSecurityCase, EndsAt: v.EndsAt,
	}
}

// ViewAsWriteInput asks to change something under a grant.
type ViewAsWriteInput struct {
	ID     ViewAsID
	Reason string
}

// WriteViewAs lets the grant of the actor change what a manager of the seller
// may, except what asks for a second factor. It returns ErrViewAsNotFound and the
// faults of the input.
func (s *Service) WriteViewAs(ctx context.Context, by actor.Actor, in ViewAsWriteInput) (*ViewAs, error) {
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return s.changeView(ctx, by, in.ID, func(ctx context.Context, tx db.Tx, v *ViewAs) error {
		v.WriteReason = in.Reason
		if err := updateViewAs(ctx, tx, v); err != nil {
			return fmt.Errorf("update grant: %w", err)
		}
		return event.Emit(ctx, tx, v.started(in.Reason))
	})
}

// EndViewAs ends a grant of the actor. It returns ErrViewAsNotFound.
func (s *Service) EndViewAs(ctx context.Context, by actor.Actor, grantID ViewAsID) (*ViewAs, error) {
	return s.changeView(ctx, by, grantID, func(ctx context.Context, tx db.Tx, v *ViewAs) error {
		return endViewTx(ctx, tx, v, tx.Now())
	})
}

// changeView holds a live grant of the actor while fn changes it.
func (s *Service) changeView(
	ctx context.Context, by actor.Actor, grantID ViewAsID, fn func(ctx context.Context, tx db.Tx, v *ViewAs) error,
) (*ViewAs, error) {
	var changed *ViewAs
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.AccountTx(ctx, tx, identity.AccountID(by.AccountID))
		if err != nil {
			return err
		}
		v, err := lockViewAs(ctx, tx, grantID)
		if errors.Is(err, db.ErrNotFound) || err == nil && (v.OperatorID != account.ID || !v.live(account, tx.Now())) {
			return ErrViewAsNotFound
		}
		if err != nil {
			return fmt.Errorf("lock grant: %w", err)
		}
		changed = v
		return fn(ctx, tx, v)
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

func endViewTx(ctx context.Context, tx db.Tx, v *ViewAs, at time.Time) error {
	v.EndedAt, v.OpenKey = &at, nil
	if err := updateViewAs(ctx, tx, v); err != nil {
		return fmt.Errorf("end grant: %w", err)
	}
	return event.Emit(ctx, tx, ViewAsEnded{ViewAsID: v.ID, SellerID: v.SellerID, By: v.OperatorID, IsSecurityCase: v.IsSecurityCase})
}

// EndOverdueViews notes the end of grants whose time is over, so that sellers are
// told. That they do not hold any more does not wait for it.
func (s *Service) EndOverdueViews(ctx context.Context) error {
	if any, err := hasOverdueViews(ctx, s.db.Read(ctx), s.db.Clock().Now()); err != nil || !any {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		overdue, err := lockOverdueViews(ctx, tx, "")
		if err != nil {
			return fmt.Errorf("lock overdue grants: %w", err)
		}
		for _, v := range overdue {
			if err := endViewTx(ctx, tx, v, v.EndsAt); err != nil {
				return err
			}
		}
		return nil
	})
}

// ViewAsByID returns a grant whoever asks, or ErrViewAsNotFound.
func (s *Service) ViewAsByID(ctx context.Context, grantID ViewAsID) (*ViewAs, error) {
	v, err := selectViewAs(ctx, s.db.Read(ctx), grantID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrViewAsNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load grant: %w", err)
	}
	return v, nil
}

// worn is a hat that a session asks for.
type worn struct {
	session  *identity.Session
	sellerID ID
}

// viewing puts the hat of a seller on an operator who has a grant for it: the
// owner's, which only reads, or the manager's. The session must be fit for an
// operator. Without a grant the answer is that of any stranger, ErrNotMember.
func (s *Service) viewing(ctx context.Context, self actor.Actor, account *identity.Account, hat worn) (actor.Actor, error) {
	now := s.db.Clock().Now()
	v, err := selectOpenView(ctx, s.db.Read(ctx), string(account.ID)+" "+string(hat.sellerID))
	if errors.Is(err, db.ErrNotFound) || err == nil && !v.live(account, now) {
		return actor.Actor{}, ErrNotMember
	}
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load grant: %w", err)
	}
	if !hat.session.Fit(now, identity.OperatorPauseMax, identity.OperatorLifetimeMax) {
		return actor.Actor{}, identity.ErrSessionStale
	}
	found, err := selectSeller(ctx, s.db.Read(ctx), v.SellerID)
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load seller: %w", err)
	}
	role := RoleOwner
	if !v.IsReadOnly() {
		role = RoleManager
	}
	who := memberActor(s.grants, self, &joined{Member: Member{Role: role}, Seller: found})
	who.ViewAsID, who.ReadOnly = string(v.ID), who.ReadOnly || v.IsReadOnly()
	return who, nil
}
