package charge

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

type chargeKey struct {
	ID ID `json:"i"`
}

// Filter narrows a list of charges; nil does not narrow.
type Filter struct {
	SellerID *seller.ID
	Purpose  *Purpose
}

// Get returns a charge of the actor's seller, or any to an operator; else
// ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, chargeID ID) (*Charge, error) {
	c, err := selectCharge(ctx, s.db.Read(ctx), chargeID)
	if err != nil {
		return nil, err
	}
	if _, err := seller.Scope(by, &c.SellerID); err != nil {
		return nil, ErrNotFound
	}
	return c, nil
}

// SeenByIDs returns those of several charges that are of the actor's seller; any to an
// operator.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Charge, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever acts for nobody sees none
	}
	found, err := selectByIDs(ctx, s.db.Read(ctx), ids)
	maps.DeleteFunc(found, func(_ ID, c *Charge) bool { return owner != "" && c.SellerID != owner })
	return found, err
}

// Find lists charges and credits, newest first: of the actor's seller, or of all
// for an operator.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Charge], error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	rows, err := selectCharges(ctx, s.db.Read(ctx), owner, f.Purpose, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(c *Charge) any { return chargeKey{c.ID} }), nil
}

// ByIDs returns charges by their ids, for callers that may see all.
func ByIDs(ctx context.Context, q db.Querier, ids []ID) (map[ID]*Charge, error) {
	return selectByIDs(ctx, q, ids)
}

// Verify reads all charges and tells which of them, or of their reversals, the
// ledger does not know, and which are not the debt or the release that they
// should be (M2).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectDiscrepancies(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify charges: %w", err)
	}
	findings := make([]check.Finding, 0, len(rows))
	for _, d := range rows {
		findings = append(findings, check.Finding{Invariant: "M2", Subject: d.ID, Detail: d.Detail})
	}
	return findings, nil
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
