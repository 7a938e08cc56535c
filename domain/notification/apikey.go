package notification

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/identity"
)

// aboutKey writes to the maker of an API key and to the owners of its seller. A
// key that was revoked meanwhile concerns nobody.
func (s *Service) aboutKey(ctx context.Context, m Mail) (Content, []recipient, error) {
	found, err := s.from.Keys.ByIDs(ctx, []apikey.ID{m.Key})
	if err != nil {
		return Content{}, nil, err
	}
	key := found[m.Key]
	if key == nil {
		return Content{}, nil, fmt.Errorf("there is no API key %s", m.Key)
	}
	if key.RevokedAt != nil {
		return Content{}, nil, nil
	}
	owners, err := s.ownersOf(ctx, m.Seller)
	if err != nil {
		return Content{}, nil, err
	}
	slices.Sort(owners)
	people := slices.DeleteFunc(owners, func(who identity.AccountID) bool { return who == key.MadeBy })
	to, err := s.accounts(ctx, append([]identity.AccountID{key.MadeBy}, people...)...)
	return Content{
		Subject: "The API key " + key.Name + " ends soon",
		Paragraphs: []string{
			fmt.Sprintf("The API key %q ends on %s at %s UTC. What uses it will stop working then.",
				key.Name, key.ExpiresAt.UTC().Format("2 January 2006"), key.ExpiresAt.UTC().Format("15:04")),
			"Rotate it before: the program that uses it gets a new secret, and the present one goes on for as long as you choose.",
		},
		LinkText: "Open your dashboard", Link: s.opts.BaseURL + "/admin/",
	}, to, err
}
