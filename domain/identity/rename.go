package identity

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/search"
)

// RenameInput says what somebody goes by.
type RenameInput struct {
	Name string // what colleagues see; at most 100 characters
}

// Rename changes the name of the actor's own account, as colleagues and operators see
// it. It returns ErrAccountNotFound to nobody, ErrNotRegistered to a guest, and the
// faults of the input.
func (s *Service) Rename(ctx context.Context, by actor.Actor, in RenameInput) (*Account, error) {
	var faults fault.List
	in.Name = faults.Required(in.Name, nameMax, "name")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var renamed *Account
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		renamed, err = LockTx(ctx, tx, AccountID(by.AccountID))
		if err != nil {
			return err
		}
		if renamed.IsGuest {
			return ErrNotRegistered
		}
		return renameTx(ctx, tx, renamed, in.Name)
	})
	if err != nil {
		return nil, err
	}
	return renamed, nil
}

func renameTx(ctx context.Context, tx db.Tx, a *Account, name string) error {
	if a.Name == name {
		return nil
	}
	news := Renamed{AccountID: a.ID, Before: a.Name, After: name}
	a.Name, a.UpdatedAt = name, tx.Now()
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("save name: %w", err)
	}
	if err := search.RenewTx(ctx, tx, a.entry()); err != nil {
		return err
	}
	return event.Emit(ctx, tx, news)
}
