package preference

import (
	"context"
	"fmt"
	"regexp"
	"time"
	_ "time/tzdata" // time zones are known also where the system has no files of them

	"github.com/uptrace/bun"
	"golang.org/x/text/language"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

// Preferences are what a person has chosen, under all their hats alike.
type Preferences struct {
	bun.BaseModel `bun:"table:account_preferences"`

	AccountID    identity.AccountID `bun:",pk"`
	Language     string             // a tag of RFC 5646 such as "fr"; empty: not chosen
	TimeZone     string             // of the IANA database, such as "Europe/Paris"; empty: that of the browser
	Theme        Theme              // empty: not chosen
	HasShortcuts bool               // single keys do something on the pages
	UpdatedAt    time.Time          // UTC; zero: nothing was chosen yet
}

// Theme is whether the pages are light or dark; its values are those of the GraphQL
// enum.
type Theme string

// The themes.
const (
	ThemeLight Theme = "LIGHT"
	ThemeDark  Theme = "DARK"
	// ThemeSystem is that of the device, whatever it is at the moment.
	ThemeSystem Theme = "SYSTEM"
)

// LanguageOrNil is the language, or nil when none was chosen.
func (p *Preferences) LanguageOrNil() *string {
	if p.Language == "" {
		return nil
	}
	return &p.Language
}

// TimeZoneOrNil is the time zone, or nil when none was chosen.
func (p *Preferences) TimeZoneOrNil() *string {
	if p.TimeZone == "" {
		return nil
	}
	return &p.TimeZone
}

// ThemeOrNil is the theme, or nil when none was chosen.
func (p *Preferences) ThemeOrNil() *Theme {
	if p.Theme == "" {
		return nil
	}
	return &p.Theme
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
	TimeZone     *string // a name of the IANA database; empty: that of the browser
	Theme        *Theme
	HasShortcuts *bool
}

// clean checks the input and puts the tag into the form that is registered.
func (in *Input) clean() error {
	var l fault.List
	l.Check(in.TimeZone == nil || *in.TimeZone == "" || isTimeZone(*in.TimeZone), ErrTimeZone.At("timeZone"))
	if in.Language == nil || *in.Language == "" {
		return l.Err()
	}
	tag, err := language.Parse(*in.Language)
	if err != nil || len(*in.Language) > 35 || tag == language.Und {
		l.Add(ErrLanguage.At("language"))
		return l.Err()
	}
	text := tag.String()
	in.Language = &text
	return l.Err()
}

// zoneName is what names of time zones look like that browsers know too. Others that a
// system has among its files, such as posix/Europe/Paris and localtime, begin with a
// small letter; Local is whatever the server has.
var zoneName = regexp.MustCompile(`^[A-Z][A-Za-z0-9_+-]{1,31}(/[A-Z][A-Za-z0-9_+-]{1,31}){0,2}$`)

// isTimeZone reports whether text names a time zone.
func isTimeZone(text string) bool {
	if text == "Local" || !zoneName.MatchString(text) {
		return false
	}
	_, err := time.LoadLocation(text)
	return err == nil
}

// apply takes over what was chosen.
func (in *Input) apply(p *Preferences) {
	take(&p.Language, in.Language)
	take(&p.TimeZone, in.TimeZone)
	take(&p.Theme, in.Theme)
	take(&p.HasShortcuts, in.HasShortcuts)
}

func take[T any](to, chosen *T) {
	if chosen != nil {
		*to = *chosen
	}
}

// Set changes what the actor has chosen. It returns ErrNobody, ErrLanguage and
// ErrTimeZone.
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
		in.apply(p)
		p.UpdatedAt = tx.Now()
		return upsertPreferences(ctx, tx, p)
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}
