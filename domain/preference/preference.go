package preference

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"golang.org/x/text/language"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
)

// Preferences are what a person has chosen, under all their hats alike.
type Preferences struct {
	bun.BaseModel `bun:"table:account_preferences"`

	AccountID    identity.AccountID `bun:",pk"`
	Language     string             // a tag of RFC 5646 such as "fr"; empty: not chosen
	HasShortcuts bool               // single keys do something on the pages
	UpdatedAt    time.Time          // UTC; zero: nothing was chosen yet
}

// LanguageOrNil is the language, or nil when none was chosen.
func (p *Preferences) LanguageOrNil() *string {
	if p.Language == "" {
		return nil
	}
	return &p.Language
}

// Service keeps preferences and views.
type Service struct{ db *db.DB }

// New returns a service.
func New(d *db.DB) *Service { return &Service{d} }

// Get returns what the actor has chosen, or what holds for whoever has chosen
// nothing. It returns ErrNobody.
func (s *Service) Get(ctx context.Context, by actor.Actor) (*Preferences, error) {
	if by.AccountID == "" {
		return nil, ErrNobody
	}
	return load(ctx, s.db.Read(ctx), identity.AccountID(by.AccountID))
}

func load(ctx context.Context, q db.Querier, account identity.AccountID) (*Preferences, error) {
	p, err := selectPreferences(ctx, q, account)
	if err != nil {
		return nil, fmt.Errorf("load preferences: %w", err)
	}
	if p == nil {
		p = &Preferences{AccountID: account, HasShortcuts: true}
	}
	return p, nil
}

// Input says what somebody chooses. What is nil stays.
type Input struct {
	Language     *string // a tag of RFC 5646; empty: none
	HasShortcuts *bool
}

// clean checks the input and puts the tag into the form that is registered.
func (in *Input) clean() error {
	if in.Language == nil || *in.Language == "" {
		return nil
	}
	tag, err := language.Parse(*in.Language)
	if err != nil || len(*in.Language) > 35 || tag == language.Und {
		return ErrLanguage.At("language")
	}
	text := tag.String()
	in.Language = &text
	return nil
}

// Set changes what the actor has chosen. It returns ErrNobody and ErrLanguage.
func (s *Service) Set(ctx context.Context, by actor.Actor, in Input) (p *Preferences, err error) {
	if by.AccountID == "" {
		return nil, ErrNobody
	}
	if err := in.clean(); err != nil {
		return nil, err
	}
	account := identity.AccountID(by.AccountID)
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		// Two changes at once, of which each keeps what the other has changed.
		if err := lockAccount(ctx, tx, account); err != nil {
			return fmt.Errorf("lock account: %w", err)
		}
		p, err = load(ctx, tx, account)
		if err != nil {
			return err
		}
		if in.Language != nil {
			p.Language = *in.Language
		}
		if in.HasShortcuts != nil {
			p.HasShortcuts = *in.HasShortcuts
		}
		p.UpdatedAt = tx.Now()
		return upsertPreferences(ctx, tx, p)
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}
