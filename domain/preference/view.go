package preference

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"golang.org/x/text/cases"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// ViewID names a saved view, svw_….
type ViewID string

// ViewsMax is how many views somebody has of one page under one hat at most.
const ViewsMax = 50

const (
	nameMax   = 60
	searchMax = 2000
)

// View is a list as somebody likes to see it.
type View struct {
	bun.BaseModel `bun:"table:saved_views"`

	ID         ViewID `bun:",pk"`
	AccountID  identity.AccountID
	Hat        string // "buyer", "operator" or the id of a seller
	Page       string // such as "orders"
	Name       string
	NameFolded string // without case, for which names are the same
	Search     string // of the address, without the question mark
	IsDefault  bool
	CreatedAt  time.Time // UTC
	UpdatedAt  time.Time // UTC
}

// owner is whose views are meant: one person under one hat.
type owner struct {
	account identity.AccountID
	hat     string
}

func ownerOf(by actor.Actor) (owner, error) {
	o := owner{account: identity.AccountID(by.AccountID), hat: "buyer"}
	switch {
	case by.AccountID == "":
		return o, ErrNobody
	case by.SellerID != "":
		o.hat = by.SellerID
	case by.IsOperator():
		o.hat = "operator"
	}
	return o, nil
}

// Views returns the views that the actor has saved of a page under the hat that
// they wear, in the order in which they were made, at most ViewsMax. It returns
// ErrNobody.
func (s *Service) Views(ctx context.Context, by actor.Actor, page string) ([]*View, error) {
	o, err := ownerOf(by)
	if err != nil {
		return nil, err
	}
	views, err := selectViews(ctx, s.db.Read(ctx), o, page)
	if err != nil {
		return nil, fmt.Errorf("load views: %w", err)
	}
	return views, nil
}

// SeenByIDs returns those of several views that the actor has saved under the hat that
// they wear.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ViewID) (map[ViewID]*View, error) {
	o, err := ownerOf(by)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever is nobody has saved none
	}
	rows, err := selectViewsByIDs(ctx, s.db.Read(ctx), o, ids)
	if err != nil {
		return nil, fmt.Errorf("load views: %w", err)
	}
	found := make(map[ViewID]*View, len(rows))
	for _, v := range rows {
		found[v.ID] = v
	}
	return found, nil
}

// SaveInput is a view to save.
type SaveInput struct {
	ID        *ViewID // of the view that it replaces; nil: a new one
	Page      string  // a view stays on its page
	Name      string
	Search    string
	IsDefault bool
}

var pageName = regexp.MustCompile(`^[a-z0-9-]{1,40}$`)

func (in *SaveInput) clean() error {
	var l fault.List
	l.Check(pageName.MatchString(in.Page), ErrPage.At("page"))
	in.Name = l.Required(in.Name, nameMax, "name")
	in.Search = strings.TrimPrefix(l.Text(in.Search, searchMax, "search"), "?")
	return l.Err()
}

// Save saves a view of the actor's own under the hat that they wear. One that is
// the default takes that from the other views of the page. It returns ErrNobody,
// ErrViewNotFound, ErrViewTaken, ErrViewCount and the faults of the input.
func (s *Service) Save(ctx context.Context, by actor.Actor, in SaveInput) (v *View, err error) {
	o, err := ownerOf(by)
	if err != nil {
		return nil, err
	}
	if err := in.clean(); err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		// One after the other: two at once would both find room for the last one.
		if err := lockAccount(ctx, tx, o.account); err != nil {
			return fmt.Errorf("lock account: %w", err)
		}
		v, err = prepare(ctx, tx, o, in)
		if err != nil {
			return err
		}
		v.Name, v.NameFolded, v.Search, v.IsDefault, v.UpdatedAt = in.Name, cases.Fold().String(in.Name), in.Search, in.IsDefault, tx.Now()
		if v.IsDefault {
			if err := clearDefault(ctx, tx, o, v.Page); err != nil {
				return fmt.Errorf("clear default: %w", err)
			}
		}
		return taken(upsertView(ctx, tx, v))
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}

// prepare returns the view that is replaced, or a new one if there is room.
func prepare(ctx context.Context, tx db.Tx, o owner, in SaveInput) (*View, error) {
	if in.ID != nil {
		v, err := selectView(ctx, tx, o, *in.ID)
		if errors.Is(err, db.ErrNotFound) || err == nil && v.Page != in.Page {
			return nil, ErrViewNotFound.At("id")
		}
		if err != nil {
			return nil, fmt.Errorf("load view: %w", err)
		}
		return v, nil
	}
	n, err := countViews(ctx, tx, o, in.Page)
	if err != nil {
		return nil, fmt.Errorf("count views: %w", err)
	}
	if n >= ViewsMax {
		return nil, ErrViewCount
	}
	return &View{ID: id.New[ViewID]("svw"), AccountID: o.account, Hat: o.hat, Page: in.Page, CreatedAt: tx.Now()}, nil
}

func taken(err error) error {
	if db.Violates(err, "saved_views_account_id_hat_page_name_folded_key") {
		return ErrViewTaken.At("name")
	}
	if err != nil {
		return fmt.Errorf("save view: %w", err)
	}
	return nil
}

// DeleteInput names the view to delete.
type DeleteInput struct {
	ID ViewID
}

// Delete deletes a view of the actor's own under the hat that they wear. It
// returns ErrNobody and ErrViewNotFound.
func (s *Service) Delete(ctx context.Context, by actor.Actor, in DeleteInput) error {
	o, err := ownerOf(by)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		deleted, err := deleteView(ctx, tx, o, in.ID)
		if err != nil {
			return fmt.Errorf("delete view: %w", err)
		}
		if !deleted {
			return ErrViewNotFound.At("id")
		}
		return nil
	})
}
