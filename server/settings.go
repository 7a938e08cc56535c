package server

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/system"
	"github.com/etal-market/etal/server/config"
)

// settingsOf lists the settings for operators, without what is secret.
func settingsOf(cfg config.Config) []*system.Setting {
	var list []*system.Setting
	for _, v := range cfg.Values() {
		s := &system.Setting{Name: v.Name, Group: v.Group, Description: v.Doc, Default: v.Default, IsOverridden: v.IsOverridden, Kind: system.KindSecret}
		if !v.Secret {
			s.Value, s.Kind = &v.Value, system.KindText
			read(s, v.Raw, cfg)
		}
		list = append(list, s)
	}
	return list
}

// read says what kind of value a setting has, and what it is.
func read(s *system.Setting, raw any, cfg config.Config) {
	switch v := raw.(type) {
	case time.Duration:
		s.Kind, s.Number = system.KindDuration, as(int(v/time.Second))
	case config.Limit:
		s.Kind, s.Amounts = system.KindAmounts, listed(cfg, amounts(cfg, v))
	case bool:
		s.Kind = system.KindSwitch
	case []string:
		s.Kind = system.KindList
	case int:
		s.Kind, s.Number = system.KindNumber, &v
	case int64:
		readNumber(s, v, cfg)
	}
}

func readNumber(s *system.Setting, n int64, cfg config.Config) {
	switch {
	case strings.HasSuffix(s.Name, "_MINOR"):
		s.Kind, s.Amounts = system.KindAmounts, []money.Amount{money.New(n, money.Currency(cfg.Currency))}
	case strings.HasSuffix(s.Name, "_BASIS_POINTS"):
		s.Kind, s.Number = system.KindBasisPoints, as(int(n))
	default:
		s.Kind, s.Number = system.KindNumber, as(int(n))
	}
}

func as[T any](v T) *T { return &v }

// listed lists amounts by currency, the platform's own first.
func listed(cfg config.Config, by map[money.Currency]int64) []money.Amount {
	own, list := money.Currency(cfg.Currency), []money.Amount{}
	for _, c := range slices.Sorted(maps.Keys(by)) {
		if c == own {
			list = slices.Insert(list, 0, money.New(by[c], c))
			continue
		}
		list = append(list, money.New(by[c], c))
	}
	return list
}

// platformOf says what governs this installation.
func platformOf(cfg config.Config) system.Platform {
	p := system.Platform{
		URL: strings.TrimRight(cfg.BaseURL, "/"), Currencies: []money.Currency{money.Currency(cfg.Currency)}, Mode: system.ModeTest,
		IsFactorRequired: cfg.FactorRequired(), IsSellerFactorRequired: cfg.SellerFactorRequired(), IsTwoPersonsRequired: cfg.NeedsTwoPersons(),
	}
	for _, more := range cfg.MoreCurrencies {
		if c := money.Currency(more); !slices.Contains(p.Currencies, c) {
			p.Currencies = append(p.Currencies, c)
		}
	}
	switch {
	case cfg.StripeIsLive():
		p.Mode = system.ModeLive
	case cfg.StripeIsSimulated():
		p.Mode = system.ModeSimulator
	}
	return p
}
