package extract

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// sellerRow is a seller with what higher contexts know of them.
type sellerRow struct {
	*seller.Seller
	plan     string // its name; empty when on none
	payouts  *payout.State
	balances []*ledger.Balance
}

func (s *Service) sellers(f seller.Filter) source[sellerRow] {
	return source[sellerRow]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[sellerRow], error) {
			if !by.IsOperator() {
				return nil, seller.ErrNotFound
			}
			found, err := s.lists.Sellers.FindAsOperator(ctx, f, w)
			if err != nil {
				return nil, err
			}
			rows, err := s.sellerRows(ctx, found.Nodes)
			if err != nil {
				return nil, err
			}
			return (&page.Connection[sellerRow]{Nodes: rows, PageInfo: found.PageInfo}).Counted(found.Count), nil
		},
		sellers: func(*sellerRow) []seller.ID { return nil },
		columns: []column[sellerRow]{
			text("seller", func(s *sellerRow) seller.ID { return s.ID }),
			typed("name", func(s *sellerRow) string { return s.Name }),
			text("address", func(s *sellerRow) string { return s.Slug }),
			text("status", func(s *sellerRow) seller.Status { return s.Status }),
			text("country", func(s *sellerRow) string { return s.Country }),
			text("currency", func(s *sellerRow) money.Currency { return s.Currency }),
			instant("joined_at", func(s *sellerRow) *time.Time { return &s.CreatedAt }),
			instant("decided_at", func(s *sellerRow) *time.Time { return s.DecidedAt }),
			typed("plan", func(s *sellerRow) string { return s.plan }),
			text("payout_account", func(s *sellerRow) payout.AccountStatus {
				if status := s.payouts.AccountStatus(); status != nil {
					return *status
				}
				return ""
			}),
			text("payouts_blocked_by", func(s *sellerRow) string {
				return joined(s.payouts.BlockedBy, func(b payout.Block) string { return string(b) })
			}),
			instant("next_payout_at", func(s *sellerRow) *time.Time { return s.payouts.NextAt }),
			text("open_balance", func(s *sellerRow) string {
				return joined(s.balances, func(b *ledger.Balance) string { return b.Open().Decimal() + " " + string(b.Currency) })
			}),
		},
	}
}

// sellerRows reads of a page of sellers what higher contexts know, each of it at once.
func (s *Service) sellerRows(ctx context.Context, sellers []*seller.Seller) ([]*sellerRow, error) {
	if len(sellers) == 0 {
		return nil, nil
	}
	ids, anyIDs := make([]seller.ID, len(sellers)), make([]id.Any, len(sellers))
	for i, found := range sellers {
		ids[i], anyIDs[i] = found.ID, id.Any(found.ID)
	}
	plans, err := s.lists.Plans.OnByIDs(ctx, anyIDs)
	if err != nil {
		return nil, fmt.Errorf("read plans: %w", err)
	}
	states, err := s.lists.Payouts.StatesByIDs(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read payout accounts: %w", err)
	}
	balances, err := s.lists.Ledger.BalancesByIDs(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read balances: %w", err)
	}
	rows := make([]*sellerRow, len(sellers))
	for i, found := range sellers {
		rows[i] = &sellerRow{found, joined(plans[id.Any(found.ID)], func(p *plan.Plan) string { return p.Name }), states[found.ID], balances[found.ID]}
	}
	return rows, nil
}

// joined is a list as one cell.
func joined[T any](list []T, of func(T) string) string {
	cells := make([]string, len(list))
	for i, one := range list {
		cells[i] = of(one)
	}
	return strings.Join(cells, "; ")
}
