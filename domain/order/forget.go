package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

// ErasedAddress is what stands in the place of the mail address of a buyer who
// was erased. Nothing is ever sent there.
const ErasedAddress = "erased@erased.invalid"

// forgotten is what remains of where goods were sent: the country, which taxes
// depend on.
func (a Address) forgotten() Address {
	return Address{Name: identity.ErasedName, Country: a.Country}
}

// IsForgotten reports whether the address is what remains of one whose buyer was
// erased.
func (a Address) IsForgotten() bool { return a == a.forgotten() }

// ForgetTx replaces what is personal in the orders of a buyer. Amounts, lines,
// dates and the country remain, and only finance and auditors of the platform
// see them from then on.
func ForgetTx(ctx context.Context, tx db.Tx, buyer identity.AccountID) error {
	orders, err := selectAddresses(ctx, tx, "orders", buyer)
	if err != nil {
		return fmt.Errorf("load orders: %w", err)
	}
	parts, err := selectAddresses(ctx, tx, "seller_orders", buyer)
	if err != nil {
		return fmt.Errorf("load seller orders: %w", err)
	}
	now := tx.Now()
	for _, a := range orders {
		o := &Order{ID: ID(a.ID), Email: ErasedAddress, ShipTo: a.ShipTo.forgotten(), RestrictedAt: &now}
		if err := updateForgotten(ctx, tx, o, "email", "ship_to", "restricted_at"); err != nil {
			return fmt.Errorf("forget order: %w", err)
		}
	}
	for _, a := range parts {
		p := &SellerOrder{ID: SellerOrderID(a.ID), ShipTo: a.ShipTo.forgotten()}
		if err := updateForgotten(ctx, tx, p, "ship_to"); err != nil {
			return fmt.Errorf("forget seller order: %w", err)
		}
	}
	if err := blankShipments(ctx, tx, buyer); err != nil {
		return fmt.Errorf("forget shipments: %w", err)
	}
	return nil
}
