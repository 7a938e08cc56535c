package operator

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

func insertInvitation(ctx context.Context, tx db.Tx, i *Invitation) error {
	_, err := tx.NewInsert().Model(i).Exec(ctx)
	return err
}

func updateInvitation(ctx context.Context, tx db.Tx, i *Invitation) error {
	_, err := tx.NewUpdate().Model(i).WherePK().Exec(ctx)
	return err
}

func lockInvitation(ctx context.Context, tx db.Tx, invitationID InvitationID) (*Invitation, error) {
	i := new(Invitation)
	err := db.ForUpdate(tx.NewSelect().Model(i).Where("oi.id = ?", invitationID)).Scan(ctx)
	return i, err
}

func lockByKey(ctx context.Context, tx db.Tx, key string) (*Invitation, error) {
	i := new(Invitation)
	err := db.ForUpdate(tx.NewSelect().Model(i).Where("oi.open_key = ?", key)).Scan(ctx)
	return i, err
}

func selectInvitationByToken(ctx context.Context, q db.Querier, hash []byte) (*Invitation, error) {
	i := new(Invitation)
	err := q.NewSelect().Model(i).Where("oi.token_hash = ?", hash).Scan(ctx)
	return i, err
}

// lockInvitationsOf returns those of somebody that have not ended, in the order of
// their ids.
func lockInvitationsOf(ctx context.Context, tx db.Tx, accountID identity.AccountID) ([]*Invitation, error) {
	var open []*Invitation
	err := db.ForUpdate(tx.NewSelect().Model(&open).Where("oi.invited_by = ?", accountID).
		Where("oi.ended_at IS NULL").OrderExpr("oi.id")).Scan(ctx)
	return open, err
}

// invitationQuery is one page of the invitations.
type invitationQuery struct {
	filter InvitationFilter
	at     time.Time
	window page.Window
	from   InvitationID
}

func selectInvitations(ctx context.Context, q db.Querier, want invitationQuery) ([]*Invitation, error) {
	var found []*Invitation
	s := q.NewSelect().Model(&found).Limit(want.window.Limit())
	if open := want.filter.IsOpen; open != nil {
		s.Where("(oi.ended_at IS NULL AND oi.expires_at > ?) = ?", want.at, *open)
	}
	compare, order := "oi.id < ?", "oi.id DESC"
	if want.window.Backward {
		compare, order = "oi.id > ?", "oi.id ASC"
	}
	if want.window.HasCursor() {
		s.Where(compare, want.from)
	}
	err := s.OrderExpr(order).Scan(ctx)
	return found, err
}
