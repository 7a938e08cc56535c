package dispute

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
)

// booking is a movement of the platform's balance with what it stands for of the dispute:
// in the currency of the order, above zero when it came back.
type booking struct {
	movement provider.Transaction
	minor    int64
	feeMinor int64
}

// isConverted reports whether the dispute moves a balance in another currency than that
// of its order.
func (d *Dispute) isConverted(read *ProviderDispute) bool {
	return slices.ContainsFunc(read.Movements, func(t provider.Transaction) bool { return t.Currency != d.Currency })
}

// standsTx says what each movement stands for. When the provider has converted the
// payment, a movement has an amount at the rate of its own day, which says little of the
// order: what the bank takes is what it disputes, less what it has taken before; what it
// gives back is all of that when the dispute is won, else as large a part of it. What a
// movement was booked as it stays.
func (d *Dispute) standsTx(ctx context.Context, tx db.Tx, read *ProviderDispute) ([]booking, error) {
	all := make([]booking, len(read.Movements))
	for i, t := range read.Movements {
		all[i] = booking{t, t.AmountMinor, t.FeeMinor}
	}
	if !d.isConverted(read) {
		return all, nil
	}
	c, err := ledger.ConversionOf(ctx, tx, string(d.OrderID))
	if err != nil {
		return nil, fmt.Errorf("conversion of %s: %w", d.OrderID, err)
	}
	if c == nil {
		return nil, fmt.Errorf("dispute %s moved another currency than %s, in which its charge settled", d.ProviderID, d.Currency)
	}
	slices.SortStableFunc(all, func(a, b booking) int { return a.movement.Created.Compare(b.movement.Created) })
	sources := make([]string, len(all))
	for i, s := range all {
		sources[i] = movementSource(s.movement)
	}
	booked, err := ledger.PostedOn(ctx, tx, sources, ledger.DisputeReceivable, d.Currency)
	if err != nil {
		return nil, fmt.Errorf("read what was booked: %w", err)
	}
	var out outstanding
	for i := range all {
		s := &all[i]
		s.feeMinor = c.Priced(s.movement.FeeMinor)
		minor, known := booked[sources[i]]
		if s.minor = -minor; !known {
			s.minor = out.of(s.movement.AmountMinor, read)
		}
		out.minor -= s.minor
		out.settled -= s.movement.AmountMinor
	}
	return all, nil
}

// outstanding is what the bank has taken and not given back, in the currency of the
// order and in that of the balance.
type outstanding struct{ minor, settled int64 }

// of is what the next movement of the balance stands for.
func (o outstanding) of(settled int64, read *ProviderDispute) int64 {
	switch {
	case settled < 0:
		return -max(read.Amount.Minor-o.minor, 0)
	case settled == 0 || o.settled <= 0:
		return 0
	case read.Status == StatusWon:
		return o.minor
	}
	part := ledger.Conversion{AmountMinor: o.minor, SettledMinor: o.settled}
	return min(part.Priced(settled), o.minor)
}
