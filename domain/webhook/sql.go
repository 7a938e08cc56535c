package webhook

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

// owner is the row that whoever makes endpoints of one owner holds.
type owner struct {
	bun.BaseModel `bun:"table:webhook_owners"`

	Owner string `bun:",pk"`
}

func lockOwner(ctx context.Context, tx db.Tx, name string) error {
	row := &owner{Owner: name}
	if _, err := tx.NewInsert().Model(row).On("CONFLICT (owner) DO NOTHING").Exec(ctx); err != nil {
		return err
	}
	return db.ForUpdate(tx.NewSelect().Model(row).WherePK()).Scan(ctx)
}

// ownedBy narrows to the endpoints of a seller, or of the platform.
func ownedBy(name string) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if name == platform {
			return q.Where("we.seller_id IS NULL")
		}
		return q.Where("we.seller_id = ?", name)
	}
}

func countEndpoints(ctx context.Context, tx db.Tx, of string) (int64, error) {
	n, err := tx.NewSelect().Model((*Endpoint)(nil)).Apply(ownedBy(of)).Where("we.deleted_at IS NULL").Count(ctx)
	return int64(n), err
}

// subscription is that an endpoint is told of a topic.
type subscription struct {
	bun.BaseModel `bun:"table:webhook_topics,alias:wt"`

	EndpointID ID    `bun:",pk"`
	Topic      Topic `bun:",pk"`
}

func insertEndpoint(ctx context.Context, tx db.Tx, e *Endpoint) error {
	if _, err := tx.NewInsert().Model(e).Exec(ctx); err != nil {
		return err
	}
	return insertTopics(ctx, tx, e)
}

func insertTopics(ctx context.Context, tx db.Tx, e *Endpoint) error {
	rows := make([]*subscription, len(e.Topics))
	for i, topic := range e.Topics {
		rows[i] = &subscription{EndpointID: e.ID, Topic: topic}
	}
	_, err := tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

// updateEndpoint writes an endpoint, which must be locked, and what it is told of.
func updateEndpoint(ctx context.Context, tx db.Tx, e *Endpoint) error {
	if _, err := tx.NewUpdate().Model(e).WherePK().Exec(ctx); err != nil {
		return err
	}
	if _, err := tx.NewDelete().Model((*subscription)(nil)).Where("endpoint_id = ?", e.ID).Exec(ctx); err != nil {
		return err
	}
	return insertTopics(ctx, tx, e)
}

// updateHealth writes how an endpoint, which must be locked, takes what it is sent.
func updateHealth(ctx context.Context, tx db.Tx, e *Endpoint) error {
	_, err := tx.NewUpdate().Model(e).Column("status", "disabled_reason", "disabled_at", "failures", "failing_since", "rests_until").
		WherePK().Exec(ctx)
	return err
}

func lockEndpoint(ctx context.Context, tx db.Tx, endpointID ID) (*Endpoint, error) {
	e := new(Endpoint)
	if err := db.ForUpdate(tx.NewSelect().Model(e).Where("we.id = ?", endpointID)).Scan(ctx); err != nil {
		return nil, err
	}
	return e, withTopics(ctx, tx, []*Endpoint{e})
}

// withTopics adds to endpoints what they are told of.
func withTopics(ctx context.Context, q db.Querier, endpoints []*Endpoint) error {
	if len(endpoints) == 0 {
		return nil
	}
	byID, ids := make(map[ID]*Endpoint, len(endpoints)), make([]ID, len(endpoints))
	for i, e := range endpoints {
		byID[e.ID], ids[i] = e, e.ID
	}
	var rows []*subscription
	err := q.NewSelect().Model(&rows).Where("wt.endpoint_id IN (?)", bun.List(ids)).Order("wt.topic").Scan(ctx)
	for _, row := range rows {
		byID[row.EndpointID].Topics = append(byID[row.EndpointID].Topics, row.Topic)
	}
	return err
}

func selectEndpoints(ctx context.Context, q db.Querier, ids []ID) ([]*Endpoint, error) {
	var endpoints []*Endpoint
	err := q.NewSelect().Model(&endpoints).Where("we.id IN (?)", bun.List(ids)).Where("we.deleted_at IS NULL").Scan(ctx)
	if err != nil {
		return nil, err
	}
	return endpoints, withTopics(ctx, q, endpoints)
}

// hasListener reports whether any endpoint at all is told of a topic.
func hasListener(ctx context.Context, q db.Querier, topic Topic) (bool, error) {
	return q.NewSelect().Model((*subscription)(nil)).Where("wt.topic = ?", topic).
		Join("JOIN webhook_endpoints AS we ON we.id = wt.endpoint_id").Where("we.status = ?", StatusActive).Exists(ctx)
}

// selectListeners returns the endpoints of owners that are told of a topic, in the
// order of their ids.
func selectListeners(ctx context.Context, q db.Querier, topic Topic, owners []string) ([]*Endpoint, error) {
	var endpoints []*Endpoint
	err := q.NewSelect().Model(&endpoints).
		Join("JOIN webhook_topics AS wt ON wt.endpoint_id = we.id").Where("wt.topic = ?", topic).Where("we.status = ?", StatusActive).
		WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
			q = q.Where("we.seller_id IN (?)", bun.List(owners))
			if slices.Contains(owners, platform) {
				q = q.WhereOr("we.seller_id IS NULL")
			}
			return q
		}).Order("we.id").Scan(ctx)
	return endpoints, err
}

func insertSecret(ctx context.Context, tx db.Tx, s *Secret) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

// selectGood returns the secrets of endpoints that have not ended, the newest first.
func selectGood(ctx context.Context, q db.Querier, ids []ID, at time.Time) ([]*Secret, error) {
	var secrets []*Secret
	err := q.NewSelect().Model(&secrets).Where("ws.endpoint_id IN (?)", bun.List(ids)).
		Where("ws.ends_at IS NULL OR ws.ends_at > ?", at).OrderExpr("ws.id DESC").Scan(ctx)
	return secrets, err
}

// endSecrets sets an end to the secrets of an endpoint that would last longer.
func endSecrets(ctx context.Context, tx db.Tx, endpointID ID, at time.Time) error {
	_, err := tx.NewUpdate().Model((*Secret)(nil)).Set("ends_at = ?", at).Where("endpoint_id = ?", endpointID).
		Where("ends_at IS NULL OR ends_at > ?", at).Exec(ctx)
	return err
}

func deleteSecrets(ctx context.Context, tx db.Tx, endpointID ID) error {
	_, err := tx.NewDelete().Model((*Secret)(nil)).Where("endpoint_id = ?", endpointID).Exec(ctx)
	return err
}

// listing is one page of a list by ids, the newest first.
type listing struct {
	window page.Window
	from   string // where the page begins; empty at the end of the list
}

// apply narrows to the page by a column of ids.
func (l listing) apply(column string) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		compare, order := "? < ?", "? DESC"
		if l.window.Backward {
			compare, order = "? > ?", "? ASC"
		}
		if l.window.HasCursor() {
			q = q.Where(compare, bun.Ident(column), l.from)
		}
		return q.OrderExpr(order, bun.Ident(column)).Limit(l.window.Limit())
	}
}

func selectPage(ctx context.Context, q db.Querier, of string, l listing) ([]*Endpoint, error) {
	var endpoints []*Endpoint
	err := q.NewSelect().Model(&endpoints).Apply(ownedBy(of)).Where("we.deleted_at IS NULL").Apply(l.apply("we.id")).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return endpoints, withTopics(ctx, q, endpoints)
}
