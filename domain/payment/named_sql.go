package payment

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
)

// selectOrderOf reads the order of the payment that has a value in a column with an index.
func selectOrderOf(ctx context.Context, q db.Querier, column, value string) (order.ID, error) {
	var orderID order.ID
	err := q.NewSelect().Model((*Payment)(nil)).Column("order_id").Where("? = ?", bun.Ident(column), value).
		OrderExpr("id").Limit(1).Scan(ctx, &orderID)
	return orderID, err
}
