package payout

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

func selectDebitAnswers(ctx context.Context, q db.Querier, of seller.ID) (list []*DebitAnswer, err error) {
	err = q.NewSelect().Model(&list).Where("seller_id = ?", of).Order("turn DESC").Limit(answersShown).Scan(ctx)
	return list, err
}

// lockSeller locks a seller before its debts, as charges do.
func lockSeller(ctx context.Context, tx db.Tx, of seller.ID) error {
	var found string
	return db.ForUpdate(tx.NewSelect().TableExpr("sellers AS s").ColumnExpr("s.id").Where("s.id = ?", of)).Scan(ctx, &found)
}

func insertDebitAnswer(ctx context.Context, tx db.Tx, a *DebitAnswer) error {
	_, err := tx.NewInsert().Model(a).Exec(ctx)
	return err
}
