package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/extract"
)

// ListPermission is what somebody needs to see the list that files of a kind are made
// of; for entries of the whole ledger, what taking them away needs.
func ListPermission(by actor.Actor, kind export.Kind) authz.Permission {
	switch {
	case kind == export.KindLedgerEntries && by.IsSeller():
		return authz.SellerLedgerRead
	case kind == export.KindLedgerEntries:
		return authz.LedgerExport
	}
	return map[export.Kind]authz.Permission{
		export.KindOrders: authz.OrderRead, export.KindSellerOrders: authz.SellerOrderRead, export.KindSellers: authz.SellerList,
		export.KindProducts: authz.ProductRead, export.KindPayouts: authz.SellerPayoutRead, export.KindTransfers: authz.SellerTransferRead,
		export.KindRefunds: authz.RefundRead,
	}[kind]
}

// extract has the file of a list made, for whoever may see that list.
func (r *Resolver) extract(ctx context.Context, in extract.Input) (*export.Export, error) {
	kind, err := in.Kind()
	if err != nil {
		return nil, err
	}
	by := actor.From(ctx)
	if refused := (door{r.clock}).refuses(by, ListPermission(by, kind)); refused != nil {
		return nil, refused
	}
	return r.Domain.Extract.Ask(ctx, by, in)
}
