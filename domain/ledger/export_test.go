package ledger

import (
	"context"

	"github.com/etal-market/etal/db"
)

// ChainAtOnceTx is what whoever posts would at least have to do to chain at once.
func ChainAtOnceTx(ctx context.Context, tx db.Tx, source string) error {
	j := new(Journal)
	if err := tx.NewSelect().Model(j).Where("source = ?", source).Scan(ctx); err != nil {
		return err
	}
	end, err := lockHead(ctx, tx)
	if err != nil {
		return err
	}
	end.Seq++
	end.Hash = linkHash(end.Hash, end.Seq, j)
	if err := insertLinks(ctx, tx, []*link{{Seq: end.Seq, JournalID: j.ID, Hash: end.Hash}}); err != nil {
		return err
	}
	return moveHead(ctx, tx, end)
}
