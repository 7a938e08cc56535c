package payout

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

func selectTransferByProvider(ctx context.Context, q db.Querier, providerID string) (*Transfer, error) {
	t := new(Transfer)
	err := q.NewSelect().Model(t).Where("provider_id = ?", providerID).Scan(ctx)
	return t, err
}

func insertOutsideReversal(ctx context.Context, tx db.Tx, o *OutsideReversal) error {
	_, err := tx.NewInsert().Model(o).Exec(ctx)
	return err
}

func hasOutsideReversal(ctx context.Context, q db.Querier, providerID string) (bool, error) {
	return q.NewSelect().Model((*OutsideReversal)(nil)).Where("provider_id = ?", providerID).Exists(ctx)
}

// isReversalKnown reports whether a reversal at the provider is one of ours, or was
// adopted.
func isReversalKnown(ctx context.Context, q db.Querier, providerID string) (bool, error) {
	ours, err := q.NewSelect().Model((*Reversal)(nil)).Where("provider_id = ?", providerID).Exists(ctx)
	if err != nil || ours {
		return ours, err
	}
	return hasOutsideReversal(ctx, q, providerID)
}

// lastOutsideReversal is when something was last taken back at the provider of what was
// transferred of a release, or db.ErrNotFound.
func lastOutsideReversal(ctx context.Context, q db.Querier, releaseID ReleaseID) (at time.Time, err error) {
	err = q.NewSelect().Model((*OutsideReversal)(nil)).ColumnExpr("ovr.created_at").
		Join("JOIN transfers AS t ON t.id = ovr.transfer_id").Where("t.release_id = ?", releaseID).
		OrderExpr("ovr.created_at DESC, ovr.id DESC").Limit(1).Scan(ctx, &at)
	return at, err
}
