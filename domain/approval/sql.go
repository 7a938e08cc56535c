package approval

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// insertProposal reports whether nothing waits under the same key.
func insertProposal(ctx context.Context, tx db.Tx, p *Proposal) (fresh bool, err error) {
	res, err := tx.NewInsert().Model(p).On("CONFLICT (open_key) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func updateProposal(ctx context.Context, tx db.Tx, p *Proposal) error {
	_, err := tx.NewUpdate().Model(p).Column("status", "open_key", "decided_at", "decided_by", "decider_role", "note").
		WherePK().Where("status = ?", StatusPending).Exec(ctx)
	return err
}

func selectProposal(ctx context.Context, q db.Querier, proposalID ID) (*Proposal, error) {
	p := new(Proposal)
	err := q.NewSelect().Model(p).Where("apv.id = ?", proposalID).Scan(ctx)
	return p, err
}

func selectProposals(ctx context.Context, q db.Querier, ids []ID) ([]*Proposal, error) {
	var rows []*Proposal
	if len(ids) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("apv.id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func lockProposal(ctx context.Context, tx db.Tx, proposalID ID) (*Proposal, error) {
	p := new(Proposal)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("apv.id = ?", proposalID)).Scan(ctx)
	return p, err
}

// overdueMax bounds what one unit ends; the next run goes on.
const overdueMax = 100

// lockOverdue holds what waits although its time is over, under one key when
// one is given.
func lockOverdue(ctx context.Context, tx db.Tx, openKey string) ([]*Proposal, error) {
	var rows []*Proposal
	s := tx.NewSelect().Model(&rows).Where("apv.status = ?", StatusPending).Where("apv.expires_at <= ?", tx.Now())
	if openKey != "" {
		s.Where("apv.open_key = ?", openKey)
	}
	err := db.ForUpdate(s.OrderExpr("apv.id").Limit(overdueMax)).Scan(ctx)
	return rows, err
}

func lockWaiting(ctx context.Context, tx db.Tx, account id.Any) ([]*Proposal, error) {
	var rows []*Proposal
	s := tx.NewSelect().Model(&rows).Where("apv.status = ?", StatusPending).Where("? IN (apv.subject, apv.person_id)", account)
	err := db.ForUpdate(s.OrderExpr("apv.id")).Scan(ctx)
	return rows, err
}

func selectPage(ctx context.Context, q db.Querier, want search) ([]*Proposal, error) {
	var rows []*Proposal
	s := q.NewSelect().Model(&rows).Limit(want.window.Limit())
	if want.sellerID != "" {
		s.Where("apv.proposer_seller_id = ?", want.sellerID)
	}
	if want.Status != nil {
		whereStatus(s, *want.Status, want.at)
	}
	if want.Kind != nil {
		s.Where("apv.kind = ?", *want.Kind)
	}
	if want.Subject != nil {
		s.Where("apv.subject = ?", *want.Subject)
	}
	if want.IsDecidable != nil {
		whereDecidable(s, want)
	}
	compare, order := "apv.id < ?", "apv.id DESC"
	if want.window.Backward {
		compare, order = "apv.id > ?", "apv.id ASC"
	}
	if want.from != "" {
		s.Where(compare, want.from)
	}
	err := s.OrderExpr(order).Scan(ctx)
	return rows, err
}

// whereStatus counts what is overdue as expired, before the sweep has noted it.
func whereStatus(s *bun.SelectQuery, status Status, at time.Time) {
	switch status {
	case StatusPending:
		s.Where("apv.status = ?", status).Where("apv.expires_at > ?", at)
	case StatusExpired:
		s.Where("apv.status = ? OR (apv.status = ? AND apv.expires_at <= ?)", status, StatusPending, at)
	case StatusApproved, StatusRejected, StatusWithdrawn:
		s.Where("apv.status = ?", status)
	}
}

// whereDecidable chooses what waits, is of a kind that the actor approves and of
// somebody else; or all that is not so.
func whereDecidable(s *bun.SelectQuery, want search) {
	yes := "apv.status = ? AND apv.expires_at > ? AND apv.kind IN (?) AND (? = '' OR apv.proposer_id <> ?)"
	if !*want.IsDecidable {
		yes = "NOT (" + yes + ")"
	}
	kinds := append([]string{""}, want.kinds...) // a list is never empty, and no kind has that name
	s.Where(yes, StatusPending, want.at, bun.List(kinds), want.notBy, want.notBy)
}
