package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/tax"
)

// taxReaders lists the events about taxes that were remitted.
func taxReaders() map[string]reader {
	return map[string]reader{
		tax.Remitted{}.EventName(): reading(func(r tax.Remitted, e *Entry) (any, any) {
			e.Subject = id.Any(r.RemittanceID)
			return nil, map[string]any{
				"jurisdiction": r.Jurisdiction, "amount": money.New(r.AmountMinor, r.Currency).String(), "from": r.From, "until": r.Until,
				"reference": r.Reference, "reason": r.Reason,
			}
		}),
		tax.RemittanceReversed{}.EventName(): reading(func(r tax.RemittanceReversed, e *Entry) (any, any) {
			e.Subject = id.Any(r.RemittanceID)
			return nil, map[string]any{"jurisdiction": r.Jurisdiction, "amount": money.New(r.AmountMinor, r.Currency).String(), "reason": r.Reason}
		}),
	}
}
