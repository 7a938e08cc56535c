package terms

import (
	"context"
	"fmt"
	"maps"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/page"
)

// InForce returns the version of a kind that is in force; nil when none is.
func (s *Service) InForce(ctx context.Context, kind Kind) (*Version, error) {
	rows, err := selectInForce(ctx, s.db.Read(ctx), s.db.Clock().Now(), kind)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[0], nil
}

// Find lists versions, those that were published last first, with those to come
// and those withdrawn.
func (s *Service) Find(ctx context.Context, f Filter, w page.Window) (*page.Connection[Version], error) {
	rows, err := selectVersions(ctx, s.db.Read(ctx), f, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(v *Version) any { return versionKey{v.ID} }), nil
}

// Pending lists what the actor has to accept under the present hat: at most one
// version, and none for whoever acts for nobody who has to.
func (s *Service) Pending(ctx context.Context, by actor.Actor) ([]*Version, error) {
	kind := asked(by)
	if kind == "" {
		return []*Version{}, nil
	}
	missing, err := selectMissing(ctx, s.db.Read(ctx), by.AccountID, kind, s.db.Clock().Now())
	if err != nil {
		return nil, fmt.Errorf("look for terms to accept: %w", err)
	}
	if missing == nil {
		return []*Version{}, nil
	}
	return []*Version{missing}, nil
}

// Answers lists what the account of an actor has answered, the latest first: to
// nobody else, and neither to a program nor to a session that has shown a password
// alone.
func (s *Service) Answers(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[Answer], error) {
	var rows []*Answer
	if by.AccountID != "" && by.Role != actor.Pending && by.KeyID == "" && !by.IsViewing() {
		var err error
		if rows, err = selectAnswers(ctx, s.db.Read(ctx), by.AccountID, w); err != nil {
			return nil, err
		}
	}
	return page.Connect(w, rows, func(a *Answer) any { return answerKey{a.ID} }), nil
}

// Overdue returns ErrPending, which names the version, to the owner of a seller
// whose time to accept has run out: some version of the seller terms has been in
// force, or was, for Grace or longer, and they have accepted neither it nor a later
// one. Nobody else is asked, and no database for them. An API key answers for who
// made it.
func (s *Service) Overdue(ctx context.Context, by actor.Actor) error {
	if asked(by) != SellerTerms {
		return nil
	}
	now := s.db.Clock().Now()
	overdue, err := selectOverdue(ctx, s.db.Read(ctx), by.AccountID, now.Add(-Grace))
	if err != nil {
		return fmt.Errorf("look for terms that are overdue: %w", err)
	}
	if overdue == nil {
		return nil
	}
	return named(ErrPending, overdue)
}

// ByIDs returns versions by their ids, for callers that may read all.
func (s *Service) ByIDs(ctx context.Context, ids []VersionID) (map[VersionID]*Version, error) {
	rows, err := selectByIDs(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load versions: %w", err)
	}
	found := make(map[VersionID]*Version, len(rows))
	for _, v := range rows {
		found[v.ID] = v
	}
	return found, nil
}

// PublicByIDs returns those of several versions that everybody may read: what is in
// force or was.
func (s *Service) PublicByIDs(ctx context.Context, ids []VersionID) (map[VersionID]*Version, error) {
	found, err := s.ByIDs(ctx, ids)
	now := s.db.Clock().Now()
	maps.DeleteFunc(found, func(_ VersionID, v *Version) bool { return v.WithdrawnAt != nil || now.Before(v.InForceFrom) })
	return found, err
}
