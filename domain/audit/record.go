package audit

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	orders "github.com/etal-market/etal/domain/order" // order is the type of file.go
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/seller"
)

// reader makes of the payload of an event what it says about its subject. The
// entry holds kind, origin and instant already.
type reader func(payload []byte, e *Entry) error

// readers lists the events that are on record, by name.
func readers() map[string]reader {
	all := teamReaders()
	maps.Copy(all, houseReaders())
	maps.Copy(all, factorReaders())
	maps.Copy(all, commissionReaders())
	maps.Copy(all, chargeReaders())
	maps.Copy(all, taxReaders())
	maps.Copy(all, termsReaders())
	maps.Copy(all, privacyReaders())
	maps.Copy(all, systemReaders())
	maps.Copy(all, moneyReaders())
	maps.Copy(all, disputeReaders())
	maps.Copy(all, payoutReaders())
	maps.Copy(all, reconciliationReaders())
	maps.Copy(all, identityReaders())
	maps.Copy(all, operatorReaders())
	maps.Copy(all, decisionReaders())
	maps.Copy(all, webhookReaders())
	maps.Copy(all, noteReaders())
	return all
}

// decisionReaders lists what people decide and change.
func decisionReaders() map[string]reader {
	return map[string]reader{
		seller.Applied{}.EventName():  status("", seller.StatusApplied),
		seller.Approved{}.EventName(): status(seller.StatusApplied, seller.StatusApproved),
		seller.ApprovalWithdrawn{}.EventName(): reading(func(w seller.ApprovalWithdrawn, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(w.SellerID), w.SellerID
			return map[string]any{"approval": "waiting"}, map[string]any{"approval": "withdrawn", "status": seller.StatusApplied}
		}),
		seller.Rejected{}.EventName():   status(seller.StatusApplied, seller.StatusRejected),
		seller.Suspended{}.EventName():  status(seller.StatusApproved, seller.StatusSuspended),
		seller.Reinstated{}.EventName(): status(seller.StatusSuspended, seller.StatusApproved),
		catalog.Published{}.EventName(): reading(func(p catalog.Published, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(p.ProductID), p.SellerID
			return nil, map[string]any{"status": catalog.ProductActive}
		}),
		catalog.Archived{}.EventName(): reading(func(p catalog.Archived, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(p.ProductID), p.SellerID
			return nil, map[string]any{"status": catalog.ProductArchived}
		}),
		orders.ShipmentWithdrawn{}.EventName(): reading(func(w orders.ShipmentWithdrawn, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(w.SellerOrderID), w.SellerID
			return map[string]any{"shipment": w.ShipmentID}, nil
		}),
		approval.Created{}.EventName(): reading(func(c approval.Created, e *Entry) (any, any) {
			e.Subject, e.ProposalID, e.ProposedBy = c.Subject, c.ProposalID, identity.AccountID(c.By)
			after := map[string]any{"proposal": c.Kind, "status": approval.StatusPending, "hash": c.Hash}
			return nil, e.words(cmp.Or(id.Any(c.PersonID), c.Subject), after, map[string]any{"reason": c.Reason})
		}),
		approval.Decided{}.EventName(): reading(func(d approval.Decided, e *Entry) (any, any) {
			e.Subject, e.ProposalID, e.ProposedBy = d.Subject, d.ProposalID, identity.AccountID(d.ProposedBy)
			after := map[string]any{"proposal": d.Kind, "status": d.Status, "hash": d.Hash, "twoPersons": d.TwoPersons}
			written := map[string]any{"reason": d.Reason, "note": d.Note}
			return map[string]any{"status": approval.StatusPending}, e.words(cmp.Or(id.Any(d.PersonID), d.Subject), after, written)
		}),
		payout.AccountChanged{}.EventName(): reading(func(c payout.AccountChanged, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.AccountID), c.SellerID
			return c.Before, c.After
		}),
		apikey.Created{}.EventName(): reading(func(c apikey.Created, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.KeyID), c.SellerID
			return nil, map[string]any{"scopes": c.Scopes, "addresses": c.Addresses, "expiresAt": c.ExpiresAt}
		}),
		apikey.Rotated{}.EventName(): reading(func(r apikey.Rotated, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.KeyID), r.SellerID
			before := map[string]any{"expiresAt": r.FormerExpiry, "secrets": r.FormersEnding}
			return before, map[string]any{"expiresAt": r.ExpiresAt, "formersEndAt": r.FormersEndAt}
		}),
		apikey.Revoked{}.EventName(): reading(func(r apikey.Revoked, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.KeyID), r.SellerID
			return map[string]any{"status": apikey.StatusActive}, map[string]any{"status": apikey.StatusRevoked}
		}),
		payout.OnboardingLinkMade{}.EventName(): reading(func(l payout.OnboardingLinkMade, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(l.AccountID), l.SellerID
			return nil, map[string]any{"page": l.Page}
		}),
		payout.AccountSessionMade{}.EventName(): reading(func(l payout.AccountSessionMade, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(l.AccountID), l.SellerID
			return nil, map[string]any{}
		}),
	}
}

// operatorReaders lists what operators do about people and sellers.
func operatorReaders() map[string]reader {
	return map[string]reader{
		identity.AccountSuspended{}.EventName():  aboutAccount("suspended", true),
		identity.AccountReinstated{}.EventName(): aboutAccount("suspended", false),
		identity.ResetStarted{}.EventName():      aboutAccount("resetStarted", true),
		identity.SessionsEnded{}.EventName(): reading(func(s identity.SessionsEnded, e *Entry) (any, any) {
			e.Subject = id.Any(s.AccountID)
			ended := map[string]any{"ended": s.Count}
			if s.SessionID != "" {
				ended["session"] = s.SessionID
			}
			if s.Reason == "" {
				return nil, ended
			}
			return nil, e.words(e.Subject, ended, map[string]any{"reason": s.Reason})
		}),
		seller.ViewAsStarted{}.EventName(): reading(func(v seller.ViewAsStarted, e *Entry) (any, any) {
			e.Subject, e.ViewAsID = id.Any(v.SellerID), string(v.ViewAsID)
			if !v.IsSecurityCase { // else the seller does not get to see it
				e.SellerID = v.SellerID
			}
			return nil, map[string]any{"viewAs": v.ViewAsID, "readOnly": !v.IsWrite, "until": v.EndsAt, "reason": v.Reason}
		}),
		seller.ViewAsEnded{}.EventName(): reading(func(v seller.ViewAsEnded, e *Entry) (any, any) {
			e.Subject, e.ViewAsID = id.Any(v.SellerID), string(v.ViewAsID)
			if !v.IsSecurityCase {
				e.SellerID = v.SellerID
			}
			return map[string]any{"viewAs": v.ViewAsID}, map[string]any{}
		}),
	}
}

// Kinds lists what is put on record, by the names of the events, in alphabetical
// order.
func Kinds() []string { return slices.Sorted(maps.Keys(readers())) }

// reading makes a reader of a function that fills in an entry and returns what
// was before and after.
func reading[E any](fn func(of E, e *Entry) (before, after any)) reader {
	return func(payload []byte, e *Entry) error {
		var of E
		if err := json.Unmarshal(payload, &of); err != nil {
			return fmt.Errorf("decode %s: %w", e.Kind, err)
		}
		before, after := fn(of, e)
		if before != nil {
			text, err := json.Marshal(before)
			if err != nil {
				return err
			}
			e.BeforeText = string(text)
		}
		text, err := json.Marshal(after)
		e.AfterText = string(text)
		return err
	}
}

// privacyReaders lists the events about people's data that are on record.
func privacyReaders() map[string]reader {
	return map[string]reader{
		export.Requested{}.EventName(): reading(func(r export.Requested, e *Entry) (any, any) {
			e.Subject = id.Any(r.ExportID)
			after := map[string]any{"kind": r.Kind, "about": r.SubjectID}
			if r.Kind != export.KindPerson {
				after["params"] = r.Params
			}
			return nil, e.words(id.Any(r.SubjectID), after, map[string]any{"reason": r.Reason})
		}),
		export.WasFetched{}.EventName(): reading(func(f export.WasFetched, e *Entry) (any, any) {
			e.Subject = id.Any(f.ExportID)
			return nil, map[string]any{"kind": f.Kind, "about": f.SubjectID}
		}),
		Pruned{}.EventName(): reading(func(p Pruned, e *Entry) (any, any) {
			e.Subject = id.Any(p.EntryID)
			return nil, map[string]any{"removed": p.Removed, "upto": p.Seq, "hash": p.Hash}
		}),
		privacy.ErasureRequested{}.EventName(): reading(func(r privacy.ErasureRequested, e *Entry) (any, any) {
			e.Subject = id.Any(r.AccountID)
			return nil, map[string]any{"erasure": r.ErasureID, "status": privacy.Requested}
		}),
		privacy.ErasureWithdrawn{}.EventName(): reading(func(w privacy.ErasureWithdrawn, e *Entry) (any, any) {
			e.Subject = id.Any(w.AccountID)
			return map[string]any{"status": privacy.Requested}, map[string]any{"erasure": w.ErasureID, "status": privacy.Withdrawn}
		}),
		reveal.Revealed{}.EventName(): reading(func(r reveal.Revealed, e *Entry) (any, any) {
			e.Subject = r.Subject
			return nil, e.words(id.Any(r.PersonID), map[string]any{"reveal": r.RevealID, "until": r.EndsAt}, map[string]any{"reason": r.Reason})
		}),
		privacy.Erased{}.EventName(): reading(func(d privacy.Erased, e *Entry) (any, any) {
			e.Subject = id.Any(d.AccountID)
			return nil, map[string]any{"erasure": d.ErasureID, "status": privacy.Done, "replayed": d.Replayed}
		}),
	}
}

// decided is what the events about a seller's status have in common.
type decided struct {
	SellerID seller.ID          `json:"seller_id"`
	By       identity.AccountID `json:"by"`
	Reason   string             `json:"reason"`
}

// aboutAccount reads what an operator has done about somebody's account.
func aboutAccount(what string, is bool) reader {
	return reading(func(a identity.AccountSuspended, e *Entry) (any, any) {
		e.Subject = id.Any(a.AccountID)
		return nil, e.words(e.Subject, map[string]any{what: is}, map[string]any{"reason": a.Reason})
	})
}

// status reads a decision about a seller that leads from one status to another.
func status(from, to seller.Status) reader {
	return reading(func(d decided, e *Entry) (before, after any) {
		e.Subject, e.SellerID = id.Any(d.SellerID), d.SellerID
		if e.ActorID == "" {
			e.ActorID = d.By
		}
		changed := map[string]any{"status": to}
		if d.Reason != "" {
			changed["reason"] = d.Reason
		}
		if from == "" {
			return nil, changed
		}
		return map[string]any{"status": from}, changed
	})
}

// Handlers puts every event on record that has a reader.
func (s *Service) Handlers() []event.Handler {
	var handlers []event.Handler
	for name, read := range readers() {
		handlers = append(handlers, event.OnRecords("audit."+name, name, func(ctx context.Context, tx db.Tx, records []*event.Record) error {
			return s.appendTx(ctx, tx, records, read)
		}))
	}
	return handlers
}

// appendTx adds entries at the end of the chain. Whoever appends at the same
// time waits for the unit to end.
func (s *Service) appendTx(ctx context.Context, tx db.Tx, records []*event.Record, read reader) error {
	entries := make([]*Entry, len(records))
	for i, r := range records {
		entries[i] = entryOf(r)
		if err := read(r.Payload, entries[i]); err != nil {
			return err
		}
		if err := s.sealTx(ctx, tx, entries[i]); err != nil {
			return err
		}
	}
	end, err := lockHead(ctx, tx)
	if err != nil {
		return fmt.Errorf("lock the end of the chain: %w", err)
	}
	for _, e := range entries {
		e.Seq = end.Seq + 1
		e.Hash = e.hashAfter(end.Hash)
		end.Seq, end.Hash = e.Seq, e.Hash
	}
	if err := insertEntries(ctx, tx, entries); err != nil {
		return fmt.Errorf("append entries: %w", err)
	}
	if err := moveHead(ctx, tx, end); err != nil {
		return fmt.Errorf("move the end of the chain: %w", err)
	}
	return nil
}

// entryOf begins an entry with what an event says of whoever made it true.
func entryOf(r *event.Record) *Entry {
	return &Entry{
		ID: id.New[ID]("aud"), EventID: r.ID, Kind: r.Name, At: r.CreatedAt.UTC(),
		ActorID: identity.AccountID(r.Origin.AccountID), ActorRole: string(r.Origin.Role), ActingFor: seller.ID(r.Origin.SellerID),
		SessionID: identity.SessionID(r.Origin.SessionID), KeyID: apikey.ID(r.Origin.KeyID), RequestID: r.Origin.RequestID, Address: r.Origin.Address,
		ProposalID: approval.ID(r.Origin.ProposalID), ProposedBy: identity.AccountID(r.Origin.ProposedBy), ViewAsID: r.Origin.ViewAsID,
	}
}
