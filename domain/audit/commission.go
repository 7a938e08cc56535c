package audit

import (
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
)

// commissionReaders lists the events about what the platform takes.
func commissionReaders() map[string]reader {
	return map[string]reader{
		commission.Published{}.EventName(): reading(func(p commission.Published, e *Entry) (any, any) {
			e.Subject = id.Any(p.RulesetID)
			return nil, map[string]any{"version": p.Version, "effective_from": p.EffectiveFrom, "rules_hash": p.RulesHash}
		}),
		commission.Cancelled{}.EventName(): reading(func(c commission.Cancelled, e *Entry) (any, any) {
			e.Subject = id.Any(c.RulesetID)
			return nil, map[string]any{"version": c.Version}
		}),
	}
}
