package payout

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/seller"
)

// SeenByIDs returns the payouts that the actor sees of several: of the actor's seller,
// or any to an operator.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Payout, error) {
	return seenByIDs(ctx, s, by, seen[ID, Payout]{ids: ids, of: func(p *Payout) ID { return p.ID }})
}

// SeenTransfersByIDs is SeenByIDs for transfers.
func (s *Service) SeenTransfersByIDs(ctx context.Context, by actor.Actor, ids []TransferID) (map[TransferID]*Transfer, error) {
	return seenByIDs(ctx, s, by, seen[TransferID, Transfer]{ids: ids, of: func(t *Transfer) TransferID { return t.ID }})
}

// SeenReleasesByIDs is SeenByIDs for releases.
func (s *Service) SeenReleasesByIDs(ctx context.Context, by actor.Actor, ids []ReleaseID) (map[ReleaseID]*Release, error) {
	return seenByIDs(ctx, s, by, seen[ReleaseID, Release]{ids, func(r *Release) ReleaseID { return r.ID }, isDisputed})
}

// SeenDebtsByIDs is SeenByIDs for debts.
func (s *Service) SeenDebtsByIDs(ctx context.Context, by actor.Actor, ids []RecoveryID) (map[RecoveryID]*Recovery, error) {
	return seenByIDs(ctx, s, by, seen[RecoveryID, Recovery]{ids: ids, of: func(k *Recovery) RecoveryID { return k.ID }})
}

// seen is which rows of a table are asked for.
type seen[K ~string, V any] struct {
	ids  []K
	of   func(*V) K
	also string // columns that are worked out; empty: there are none
}

func seenByIDs[K ~string, V any](ctx context.Context, s *Service, by actor.Actor, want seen[K, V]) (map[K]*V, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever acts for nobody sees none
	}
	rows, err := selectSeen(ctx, s.db.Read(ctx), owner, want)
	if err != nil {
		return nil, fmt.Errorf("load by ids: %w", err)
	}
	found := make(map[K]*V, len(rows))
	for _, row := range rows {
		found[want.of(row)] = row
	}
	return found, nil
}
