package audit

import (
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// chargeReaders lists the events about what sellers pay beside commission.
func chargeReaders() map[string]reader {
	return map[string]reader{
		plan.Created{}.EventName(): reading(func(p plan.Created, e *Entry) (any, any) {
			e.Subject = id.Any(p.PlanID)
			return nil, map[string]any{"name": p.Name}
		}),
		plan.Published{}.EventName(): reading(func(p plan.Published, e *Entry) (any, any) {
			e.Subject = id.Any(p.PlanID)
			return nil, map[string]any{"version": p.VersionID, "number": p.Number, "terms": p.Terms, "effective_from": p.EffectiveFrom}
		}),
		plan.Archived{}.EventName(): reading(func(p plan.Archived, e *Entry) (any, any) {
			e.Subject = id.Any(p.PlanID)
			return nil, nil
		}),
		plan.Assigned{}.EventName(): reading(func(p plan.Assigned, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(p.AssignmentID), seller.ID(p.SellerID)
			return map[string]any{"plan": p.Before}, map[string]any{"plan": p.After, "effective_at": p.EffectiveAt, "reason": p.Reason}
		}),
		plan.AssignmentCancelled{}.EventName(): reading(func(p plan.AssignmentCancelled, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(p.AssignmentID), seller.ID(p.SellerID)
			return map[string]any{"plan": p.PlanID, "effective_at": p.EffectiveAt}, map[string]any{"cancelled": true}
		}),
		charge.Created{}.EventName(): reading(func(c charge.Created, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.ChargeID), c.SellerID
			return nil, map[string]any{
				"kind": c.Kind, "purpose": c.Purpose, "net": money.New(c.NetMinor, c.Currency).String(),
				"vat": money.New(c.VATMinor, c.Currency).String(), "reason": c.Reason, "reference": c.Reference,
			}
		}),
		charge.Reversed{}.EventName(): reading(func(c charge.Reversed, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.ChargeID), c.SellerID
			return nil, map[string]any{"kind": c.Kind, "amount": money.New(c.AmountMinor, c.Currency).String(), "reason": c.Reason}
		}),
	}
}
