package audit

import (
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	orders "github.com/etal-market/etal/domain/order" // order is the type of file.go
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/statement"
)

// moneyReaders lists the events on record in which somebody decides about money.
func moneyReaders() map[string]reader {
	amount := func(minor int64, c money.Currency) string { return money.New(minor, c).String() }
	return map[string]reader{
		ledger.Anchored{}.EventName(): reading(func(a ledger.Anchored, e *Entry) (any, any) {
			e.Subject = id.Any(a.JournalID)
			return nil, a
		}),
		statement.StatementClosed{}.EventName(): reading(func(c statement.StatementClosed, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.StatementID), c.SellerID
			return nil, map[string]any{
				"number": c.Number, "month": c.Month, "opening": amount(c.OpeningMinor, c.Currency), "closing": amount(c.ClosingMinor, c.Currency),
			}
		}),
		statement.DocumentIssued{}.EventName(): reading(func(d statement.DocumentIssued, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DocumentID), d.SellerID
			return nil, map[string]any{
				"number": d.Number, "kind": d.Kind, "statement": d.StatementID,
				"net": amount(d.NetMinor, d.Currency), "vat": amount(d.VATMinor, d.Currency),
			}
		}),
		orders.CancelAsked{}.EventName(): reading(func(c orders.CancelAsked, e *Entry) (any, any) {
			e.Subject = id.Any(c.OrderID)
			return nil, e.words(id.Any(c.BuyerID), map[string]any{}, map[string]any{"reason": c.Reason})
		}),
		refund.Created{}.EventName(): reading(func(r refund.Created, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.RefundID), r.SellerID
			return nil, map[string]any{
				"order": r.OrderID, "amount": amount(r.AmountMinor, r.Currency), "method": r.Method, "reason": r.Reason,
			}
		}),
		refund.Voided{}.EventName(): reading(func(r refund.Voided, e *Entry) (any, any) {
			e.Subject = id.Any(r.RefundID)
			return nil, map[string]any{"order": r.OrderID, "status": r.Status}
		}),
		refund.Covered{}.EventName(): reading(func(r refund.Covered, e *Entry) (any, any) {
			e.Subject = id.Any(r.RefundID)
			return nil, map[string]any{"order": r.OrderID, "amount": amount(r.AmountMinor, r.Currency)}
		}),
		refund.PaidOtherwise{}.EventName(): reading(func(r refund.PaidOtherwise, e *Entry) (any, any) {
			e.Subject = id.Any(r.RefundID)
			return nil, map[string]any{"method": r.Method, "reference": r.Reference}
		}),
		refund.CreditPaidOut{}.EventName(): reading(func(c refund.CreditPaidOut, e *Entry) (any, any) {
			e.Subject = id.Any(c.BuyerID)
			return nil, map[string]any{"amount": amount(c.AmountMinor, c.Currency), "reference": c.Reference}
		}),
	}
}

// disputeReaders lists the events on record about what banks have taken.
func disputeReaders() map[string]reader {
	amount := func(minor int64, c money.Currency) string { return money.New(minor, c).String() }
	return map[string]reader{
		dispute.Changed{}.EventName(): reading(func(d dispute.Changed, e *Entry) (any, any) {
			e.Subject = id.Any(d.DisputeID)
			return nil, map[string]any{"order": d.OrderID, "status": d.Status, "amount": amount(d.AmountMinor, d.Currency)}
		}),
		dispute.EvidenceSaved{}.EventName(): reading(func(d dispute.EvidenceSaved, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DisputeID), d.SellerID
			return nil, nil
		}),
		dispute.FileAdded{}.EventName(): reading(func(d dispute.FileAdded, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DisputeID), d.SellerID
			return nil, map[string]any{"field": d.Field}
		}),
		dispute.FileRemoved{}.EventName(): reading(func(d dispute.FileRemoved, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DisputeID), d.SellerID
			return map[string]any{"field": d.Field}, nil
		}),
		dispute.ShareAccepted{}.EventName(): reading(func(d dispute.ShareAccepted, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DisputeID), d.SellerID
			return nil, nil
		}),
		dispute.Answered{}.EventName(): reading(func(d dispute.Answered, e *Entry) (any, any) {
			e.Subject = id.Any(d.DisputeID)
			return nil, map[string]any{"answer": d.Answer, "status": d.Status}
		}),
		dispute.FeeCharged{}.EventName(): reading(func(f dispute.FeeCharged, e *Entry) (any, any) {
			e.Subject = id.Any(f.DisputeID)
			return nil, map[string]any{"order": f.OrderID, "currency": f.Currency, "fees": f.Fees}
		}),
		dispute.Warned{}.EventName(): reading(func(w dispute.Warned, e *Entry) (any, any) {
			e.Subject = id.Any(w.WarningID)
			return nil, map[string]any{"order": w.OrderID, "fraudType": w.FraudType}
		}),
		dispute.WarningSetAside{}.EventName(): reading(func(w dispute.WarningSetAside, e *Entry) (any, any) {
			e.Subject = id.Any(w.WarningID)
			return nil, map[string]any{"order": w.OrderID}
		}),
		dispute.SharedAnew{}.EventName(): reading(func(d dispute.SharedAnew, e *Entry) (any, any) {
			e.Subject = id.Any(d.DisputeID)
			return nil, map[string]any{"order": d.OrderID, "currency": d.Currency, "shares": d.Shares}
		}),
		dispute.SharesSet{}.EventName(): reading(func(d dispute.SharesSet, e *Entry) (any, any) {
			e.Subject = id.Any(d.DisputeID)
			return nil, map[string]any{"currency": d.Currency, "shares": d.Shares}
		}),
	}
}

// reconciliationReaders lists the events on record about what ledger and provider
// disagree about.
func reconciliationReaders() map[string]reader {
	amount := func(minor int64, c money.Currency) string { return money.New(minor, c).String() }
	return map[string]reader{
		ledger.SuspenseAnswered{}.EventName(): reading(func(a ledger.SuspenseAnswered, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(a.ProviderTransaction), a.SellerID
			return nil, map[string]any{
				"amount": amount(a.AmountMinor, a.Currency), "open": amount(a.OpenMinor, a.Currency), "answer": a.Answer, "undone": a.Undone,
			}
		}),
		reconciliation.MovementSuspended{}.EventName(): reading(func(m reconciliation.MovementSuspended, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(m.DifferenceID), m.SellerID
			return nil, map[string]any{"account": m.Account, "transaction": m.Transaction, "type": m.Type, "amount": amount(m.AmountMinor, m.Currency)}
		}),
		reconciliation.PlatformScheduleChanged{}.EventName(): reading(func(p reconciliation.PlatformScheduleChanged, e *Entry) (any, any) {
			e.Subject = provider.Platform
			return map[string]any{"payoutSchedule": p.Before}, map[string]any{"payoutSchedule": p.After}
		}),
		reconciliation.DifferenceResolved{}.EventName(): reading(func(d reconciliation.DifferenceResolved, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.DifferenceID), d.SellerID
			return nil, map[string]any{
				"account": d.Account, "kind": d.Kind, "resolution": d.Resolution, "bookedTo": d.BookedTo, "linked": d.LinkedID,
				"amount": amount(d.AmountMinor, d.Currency), "reason": d.Reason,
			}
		}),
	}
}

// payoutReaders lists the events on record about what sellers are paid and owe.
func payoutReaders() map[string]reader {
	amount := func(minor int64, c money.Currency) string { return money.New(minor, c).String() }
	return map[string]reader{
		payout.DebtDebited{}.EventName(): reading(func(d payout.DebtDebited, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.RecoveryID), d.SellerID
			return nil, map[string]any{"amount": amount(d.AmountMinor, d.Currency)}
		}),
		payout.DebitConsentAnswered{}.EventName(): reading(func(d payout.DebitConsentAnswered, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.AnswerID), d.SellerID
			return nil, map[string]any{"isGiven": d.IsGiven, "version": d.Version, "textHash": d.TextHash}
		}),
		risk.RatingChanged{}.EventName(): reading(func(r risk.RatingChanged, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.RatingID), r.SellerID
			return map[string]any{"tier": r.Before}, map[string]any{"tier": r.After, "isAutomatic": r.IsAutomatic, "reason": r.Reason}
		}),
		payout.PolicySet{}.EventName(): reading(func(p payout.PolicySet, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(p.PolicyID), p.SellerID
			return p.Before, map[string]any{"policy": p.After, "effectiveAt": p.EffectiveAt, "reason": p.Reason}
		}),
		payout.HoldPlaced{}.EventName(): reading(func(h payout.HoldPlaced, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(h.HoldID), h.SellerID
			return nil, map[string]any{"sellerOrder": h.SellerOrderID, "until": h.Until, "reason": h.Reason}
		}),
		payout.HoldLifted{}.EventName(): reading(func(h payout.HoldLifted, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(h.HoldID), h.SellerID
			return nil, map[string]any{"sellerOrder": h.SellerOrderID, "reason": h.Reason}
		}),
		payout.ScheduleSet{}.EventName(): reading(func(s payout.ScheduleSet, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(s.AccountID), s.SellerID
			return s.Before, s.After
		}),
		payout.Requested{}.EventName(): reading(func(r payout.Requested, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.PayoutID), r.SellerID
			return nil, map[string]any{"method": r.Method, "amount": amount(r.AmountMinor, r.Currency), "fee": amount(r.FeeMinor, r.Currency)}
		}),
		payout.TransferReversed{}.EventName(): reading(func(t payout.TransferReversed, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(t.TransferID), t.SellerID
			return nil, map[string]any{"taken": amount(t.AmountMinor, t.Currency), "open": amount(t.OpenMinor, t.Currency), "reversal": t.ProviderID}
		}),
		payout.Returned{}.EventName(): reading(func(r payout.Returned, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.PayoutID), r.SellerID
			return nil, map[string]any{"amount": amount(r.AmountMinor, r.Currency), "code": r.Code}
		}),
		payout.ManualRecorded{}.EventName(): reading(func(m payout.ManualRecorded, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(m.ManualID), m.SellerID
			return nil, map[string]any{"amount": amount(m.AmountMinor, m.Currency), "reference": m.Reference, "reason": m.Reason}
		}),
		payout.DebtWrittenOff{}.EventName(): reading(func(d payout.DebtWrittenOff, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.RecoveryID), d.SellerID
			return nil, map[string]any{"amount": amount(d.AmountMinor, d.Currency), "reason": d.Reason}
		}),
	}
}
