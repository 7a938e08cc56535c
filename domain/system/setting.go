package system

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/money"
)

// Kind says how the value of a setting is to be read; its values are those of the
// GraphQL enum.
type Kind string

// The kinds.
const (
	KindText        Kind = "TEXT"
	KindNumber      Kind = "NUMBER"
	KindSwitch      Kind = "SWITCH"       // true or false
	KindList        Kind = "LIST"         // parted by commas
	KindDuration    Kind = "DURATION"     // Seconds
	KindBasisPoints Kind = "BASIS_POINTS" // Number
	KindAmounts     Kind = "AMOUNTS"      // Amounts
	KindSecret      Kind = "SECRET"       // never shown
)

// Setting is one setting of the environment as it stands.
type Setting struct {
	Name         string // of the variable of the environment
	Group        string // of settings that belong together
	Description  string
	Default      string // empty when there is none
	Kind         Kind
	IsOverridden bool           // it is other than its default
	Value        *string        // nil for a secret
	Number       *int           // of a number, basis points or a duration, which is in seconds
	Amounts      []money.Amount // by currency, the platform's own first; empty: no limit; nil: it is no amounts
}

// IsSecret reports whether the value is never shown.
func (s *Setting) IsSecret() bool { return s.Kind == KindSecret }

// Mode says where the money of payments is; its values are those of the GraphQL enum.
type Mode string

// The modes.
const (
	ModeLive      Mode = "LIVE"      // people pay
	ModeTest      Mode = "TEST"      // at the provider, with keys for tests
	ModeSimulator Mode = "SIMULATOR" // a simulator stands in for the provider
)

// Platform is what governs this installation.
type Platform struct {
	URL                    string // under which people reach it
	Currencies             []money.Currency
	Mode                   Mode
	IsFactorRequired       bool // of operators
	IsSellerFactorRequired bool // of members of sellers
	IsTwoPersonsRequired   bool // for what is proposed
	Webhooks               Webhooks
	Settings               []*Setting
}

// APIURL is the address of the API.
func (p *Platform) APIURL() string { return p.URL + "/graphql" }

// WebhookURL is the address to which the payment provider sends its news.
func (p *Platform) WebhookURL() string { return p.URL + "/webhooks/stripe" }

// Settings lists the settings as they stand.
func (s *Service) Settings() []*Setting { return s.about.Settings }

// Platform tells what governs this installation, with the news of the payment provider
// as they stand.
func (s *Service) Platform(ctx context.Context) (*Platform, error) {
	b, err := s.about.Backlog(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the inbox: %w", err)
	}
	p := s.about.Platform
	p.Settings, p.Webhooks = s.about.Settings, webhooksOf(b)
	return &p, nil
}

func webhooksOf(b inbox.Backlog) Webhooks {
	return Webhooks{Waiting: b.Waiting, Parked: b.Parked, OldestReceivedAt: b.Oldest, LastReceivedAt: b.Latest}
}
