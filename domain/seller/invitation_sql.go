package seller

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
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

// updateEnded writes that several locked invitations have ended.
func updateEnded(ctx context.Context, tx db.Tx, list []*Invitation) error {
	if len(list) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model(&list).Column("outcome", "ended_at").Bulk().Exec(ctx)
	return err
}

func lockInvitation(ctx context.Context, tx db.Tx, invitationID InvitationID) (*Invitation, error) {
	i := new(Invitation)
	err := db.ForUpdate(tx.NewSelect().Model(i).Where("si.id = ?", invitationID)).Scan(ctx)
	return i, err
}

func selectInvitation(ctx context.Context, tx db.Tx, sellerID ID, invitationID InvitationID) (*Invitation, error) {
	i := new(Invitation)
	err := db.ForUpdate(tx.NewSelect().Model(i).Where("si.id = ?", invitationID).Where("si.seller_id = ?", sellerID)).Scan(ctx)
	return i, err
}

func selectInvitationByToken(ctx context.Context, q db.Querier, hash []byte) (*Invitation, error) {
	i := new(Invitation)
	err := q.NewSelect().Model(i).Where("si.token_hash = ?", hash).Scan(ctx)
	return i, err
}

// selectOpenInvitations returns those that nobody has ended; some may be
// expired. They are locked: a letter may be written at the same time.
func selectOpenInvitations(ctx context.Context, tx db.Tx, sellerID ID) ([]*Invitation, error) {
	var open []*Invitation
	err := db.ForUpdate(tx.NewSelect().Model(&open).Where("si.seller_id = ?", sellerID).
		Where("si.ended_at IS NULL").OrderExpr("si.id")).Scan(ctx)
	return open, err
}

// countLetters counts the letters of a seller to an address, of the invitations
// that were open since an instant.
func countLetters(ctx context.Context, tx db.Tx, sellerID ID, folded string, since time.Time) (n int64, err error) {
	err = tx.NewSelect().Model((*Invitation)(nil)).ColumnExpr("COALESCE(SUM(si.letters), 0)").
		Where("si.seller_id = ?", sellerID).Where("si.email_folded = ?", folded).Where("si.expires_at > ?", since.Add(InvitationMax)).
		Scan(ctx, &n)
	return n, err
}

// invitationQuery is one page of the invitations of a seller.
type invitationQuery struct {
	sellerID ID
	filter   InvitationFilter
	at       time.Time
	window   page.Window
	from     InvitationID
}

func selectInvitationsPage(ctx context.Context, q db.Querier, want invitationQuery) ([]*Invitation, error) {
	var found []*Invitation
	sel := q.NewSelect().Model(&found).Limit(want.window.Limit()).Where("si.seller_id = ?", want.sellerID)
	if open := want.filter.IsOpen; open != nil {
		sel.Where("(si.ended_at IS NULL AND si.expires_at > ?) = ?", want.at, *open)
	}
	if r := want.filter.Role; r != nil {
		sel.Where("si.role = ?", *r)
	}
	paged(sel, "si", want.window, string(want.from))
	err := sel.Scan(ctx)
	return found, err
}
