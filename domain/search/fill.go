package search

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// fillSize is how many things are indexed in one unit.
const fillSize = 500

// Source lists the entries of all things of a kind in the order of their ids, those
// after one, at most limit.
type Source struct {
	Kind Kind
	List func(ctx context.Context, q db.Querier, after id.Any, limit int64) ([]*Entry, error)
}

// FillJob is the job that adds to the index what is not in it. Service.Fill does it.
type FillJob struct{}

// Kind implements db.Job.
func (FillJob) Kind() string { return "search.fill" }

// Service fills the index.
type Service struct {
	db      *db.DB
	sources []Source
}

// New returns the service.
func New(d *db.DB, sources ...Source) *Service { return &Service{db: d, sources: sources} }

// Fill adds an entry for all that has none and came after what was looked at before:
// once for everything there was when the index was made, and then for little.
func (s *Service) Fill(ctx context.Context) error {
	for _, source := range s.sources {
		// Asked before the unit: on SQLite a unit keeps all others waiting, and there
		// mostly is nothing.
		more, err := source.hasMore(ctx, s.db.Read(ctx))
		if err != nil {
			return fmt.Errorf("look for %s: %w", source.Kind, err)
		}
		for more {
			err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
				more, err = source.fillTx(ctx, tx)
				return err
			})
			if err != nil {
				return fmt.Errorf("fill index with %s: %w", source.Kind, err)
			}
		}
	}
	return nil
}

func (s Source) hasMore(ctx context.Context, q db.Querier) (bool, error) {
	after, err := selectProgress(ctx, q, s.Kind)
	if err != nil {
		return false, err
	}
	entries, err := s.List(ctx, q, after, 1)
	return len(entries) > 0, err
}

func (s Source) fillTx(ctx context.Context, tx db.Tx) (more bool, err error) {
	after, err := selectProgress(ctx, tx, s.Kind)
	if err != nil {
		return false, fmt.Errorf("read progress: %w", err)
	}
	entries, err := s.List(ctx, tx, after, fillSize)
	if err != nil || len(entries) == 0 {
		return false, err
	}
	subjects := make([]id.Any, len(entries))
	for i, e := range entries {
		subjects[i] = e.Subject
	}
	known, err := selectKnown(ctx, tx, subjects)
	if err != nil {
		return false, fmt.Errorf("read index: %w", err)
	}
	var missing []*Entry
	for _, e := range entries {
		if !known[e.Subject] {
			missing = append(missing, e)
		}
	}
	if err := PutTx(ctx, tx, missing...); err != nil {
		return false, err
	}
	return len(entries) == fillSize, upsertProgress(ctx, tx, s.Kind, subjects[len(subjects)-1])
}
